import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const SRC = `${import.meta.dirname}/../src/`;
/** The date of this machine, which anybody may set at any time. */
const DATE = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\)/;
/** Where that is what is meant, and why. */
const MEANT: Readonly<Record<string, string>> = {
  'clock.svelte.ts': 'knows by it that the machine slept or was set',
};

describe('lengths of time', () => {
  it('come from a clock that only goes forward: the date stands only where it is meant', () => {
    const all = readdirSync(SRC, { recursive: true, encoding: 'utf8' });
    const sources = all.filter((name) => /\.(ts|svelte)$/.test(name));
    expect(sources.length).toBeGreaterThan(100);
    const dated = sources.filter((name) => DATE.test(readFileSync(SRC + name, 'utf8')));
    expect(dated).toEqual(Object.keys(MEANT));
  });
});
