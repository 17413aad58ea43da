/** That a page has the words that it shows: those of the first page stand in no part that comes later. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partOf } from '../scripts/locales.mjs';

const src = `${import.meta.dirname}/../src`;
const locale = `${src}/locales/en`;

/** Files that a file cannot do without. */
function closure(root: string): string[] {
  const found = new Set([resolve(src, root)]);
  for (const file of found) {
    if (!/\.(ts|svelte)$/.test(file)) continue;
    const imports = readFileSync(file, 'utf8').matchAll(
      /^\s*(?:import|export)\s(?!type\b)(?:[^'"]*?from\s*)?['"](\.[^'"]+)['"]/gm,
    );
    for (const [, name = ''] of imports) {
      const next = resolve(dirname(file), name);
      if (existsSync(next)) found.add(next);
    }
  }
  return [...found].filter((file) => /\.(ts|svelte)$/.test(file));
}

/** The part in which each message stands, '' for what every page has, and the messages that it takes in. */
const messages = new Map(
  readdirSync(locale).flatMap((name) => {
    const part = partOf(name) ?? '';
    const text = readFileSync(`${locale}/${name}`, 'utf8');
    return [...text.matchAll(/^([a-z][\w-]*) *=(.*(?:\n[ }].*)*)/gm)].map(([, key = '', value = '']) => {
      const within = [...value.matchAll(/\{ *([a-z][\w-]*) *\}/g)].map(([, other = '']) => other);
      return [key, { part, within }] as const;
    });
  }),
);

/** Messages that files show by name, and are not among the words that they have. */
function missing(roots: readonly string[], has: readonly string[]): string[] {
  const files = [...new Set(roots.flatMap(closure))];
  const shown = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*['"]([\w-]+)['"]/g)].map(([, key = '']) => key),
  );
  expect(shown.length, 'they show words').toBeGreaterThan(10);
  const all = shown.flatMap((key) => [key, ...(messages.get(key)?.within ?? [])]);
  return all.filter((key) => !['', ...has].includes(messages.get(key)?.part ?? 'unknown'));
}

// Of a session's screens the test would have to know who can be refused what: those words come with who may act.
describe('words come with what shows them', () => {
  it.each([
    [['main.ts'], []],
    [['public/Public.svelte'], ['public', 'room']],
    [['lobby/SoundCheck.svelte'], ['room']],
    [['podium/Podium.svelte'], ['room', 'chat', 'podium']],
  ])('%s', (roots, has) => {
    expect(missing(roots, has)).toEqual([]);
  });
});
