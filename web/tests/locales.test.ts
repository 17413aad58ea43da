import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../scripts/keys.mjs';
import { readLocale } from '../scripts/locales.mjs';
import { LOCALES } from '../src/i18n/i18n.svelte.ts';

const folder = `${import.meta.dirname}/../src/locales`;
/** The keys of each file, which says with what part of a page they come. */
const keysByFile = (language: string) =>
  readdirSync(join(folder, language)).map((name) => {
    const text = readFileSync(join(folder, language, name), 'utf8');
    return [name, text.match(/^[a-z][\w-]*(?= =)/gm)?.sort()];
  });
const english = messagesOf(readLocale(folder, 'en'));

describe.each(LOCALES)('locale %s', (language) => {
  const messages = messagesOf(readLocale(folder, language));

  it('has the keys of the English source, each once', () => {
    expect(messages.map(([key]) => key).sort()).toEqual(english.map(([key]) => key).sort());
  });

  it('has them in the same files', () => {
    expect(Object.fromEntries(keysByFile(language))).toEqual(Object.fromEntries(keysByFile('en')));
  });

  it('has the arguments of the English source in every message', () => {
    expect(Object.fromEntries(messages)).toEqual(Object.fromEntries(english));
  });
});
