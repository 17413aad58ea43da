/** That every refusal of the contract has its words: each is shown in each language, as its example in `proto/examples` has it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVERY_FIELD, EVERY_REFUSAL, EVERY_WIRE_REFUSAL, type Field, type Reason } from '$protocol';
import { partsOf } from '../scripts/locales.mjs';
import { LOCALES, loadWith, type Part, showLocale, tIn } from '../src/i18n/i18n.svelte.ts';
import { refusalWords } from '../src/ui/refusals.ts';

const examples = join(import.meta.dirname, '../../proto/examples');
const parts = partsOf(join(import.meta.dirname, '../src/locales')) as Part[];
const reasons = readdirSync(examples)
  .filter((name) => name.startsWith('refusal.'))
  .map((name) => JSON.parse(readFileSync(join(examples, name), 'utf8')) as Reason);

beforeAll(async () => {
  for (const locale of LOCALES) for (const part of parts) await loadWith(locale, part);
});

it('has an example of every code', () => {
  const codes = new Set(reasons.map(({ code }) => code));
  expect([...codes].sort()).toEqual([...EVERY_REFUSAL, ...EVERY_WIRE_REFUSAL].sort());
});

describe.each(LOCALES)('refusals in %s', (locale) => {
  it.each(reasons)('word $code, and what it tells', async (reason) => {
    await showLocale(locale);
    // A message that is not there shows as its key, and what it is not told of as its name in braces.
    expect(refusalWords(reason)).not.toMatch(/^refusal-|[{}]|undefined|NaN/);
  });

  it.each(EVERY_FIELD.filter((field) => field !== 'person'))('name the field %s', (field) => {
    const name = (of: Field) => tIn(locale, 'field-name', { field: of });
    // Which is what a field without a name of its own would be called.
    expect(name(field)).not.toBe(name('person'));
  });
});

it('tells a length of time as a clock shows it, and a moment in words', async () => {
  await showLocale('en');
  const bounds = (field: Field) => refusalWords({ code: 'out_of_range', field, min: 60_000, max: 3_600_000 });
  expect(bounds('turn_ms')).toContain('from \u20681:00\u2069 to \u20681:00:00\u2069');
  expect(bounds('until_ms')).toBe('Choose a time from now to seven days ahead.');
  expect(bounds('to_place')).toMatch(/60.?000/);
});
