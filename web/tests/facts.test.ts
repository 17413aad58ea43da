import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '$protocol';
import { LOCALES, type Locale, loadLocale, needPart } from '../src/i18n/i18n.svelte.ts';
import { plain } from '../src/proceedings/wording.ts';

interface Told {
  at_ms: number;
  fact: Fact;
  told: Record<Locale, string>;
}

/** Every kind of fact with the words that the server has for it; written by the server's tests. */
const FILE = join(import.meta.dirname, '../../tests/fixtures/facts.json');
const facts: Told[] = JSON.parse(readFileSync(FILE, 'utf8'));

/** A text without marks of direction, and with one kind of space: which of them `Intl` writes differs between browsers. */
const bare = (text: string) =>
  text.replace(/[\u200e\u200f\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ');

describe('the words of facts', () => {
  beforeAll(async () => {
    await needPart('proceedings');
    await needPart('room');
    for (const locale of LOCALES) await loadLocale(locale);
  });

  it('are the same as those of the documents that the server writes', () => {
    expect(facts.length).toBeGreaterThan(90);
    for (const { at_ms, fact, told } of facts)
      for (const locale of LOCALES) {
        const paragraph = { id: '1', number: 1, at_ms, fact };
        expect(bare(plain(paragraph, { locale, zone: 'Asia/Beirut' }))).toBe(bare(told[locale]));
      }
  });
});
