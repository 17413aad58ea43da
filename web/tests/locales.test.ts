import { describe, expect, it } from 'vitest';
import { messagesOf } from '../scripts/keys.mjs';
import { readLocale } from '../scripts/locales.mjs';
import { LOCALES } from '../src/i18n/i18n.svelte.ts';

const folder = `${import.meta.dirname}/../src/locales`;
const english = messagesOf(readLocale(folder, 'en'));

describe.each(LOCALES)('locale %s', (language) => {
  const messages = messagesOf(readLocale(folder, language));

  it('has the keys of the English source, each once', () => {
    expect(messages.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
  });

  it('has the arguments of the English source in every message', () => {
    expect(Object.fromEntries(messages)).toEqual(Object.fromEntries(english));
  });
});
