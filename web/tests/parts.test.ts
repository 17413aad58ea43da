/** That a page has the words that it shows: from the first page on, each file is followed with the parts that were asked for
 * by whoever loads it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partOf } from '../scripts/locales.mjs';

const src = `${import.meta.dirname}/../src`;
const locale = `${src}/locales/en`;

/** A file that is loaded, and the parts of the words that are there by then. */
interface Loaded {
  file: string;
  parts: readonly string[];
}

const NEED = /needPart\('(\w+)'\)/g;
/** What is fetched with words of its own, and their parts. */
const WITH_WORDS = /withWords\(\s*(import\('[^']+'\))((?:,\s*'\w+')+),?\s*\)/g;
const LOADS = /(?<!typeof )\bimport\(\s*['"](\.[^'"]+)['"]\s*\)(?!\.)/g;

/** The names that a pattern finds. */
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** What a file loads: with it, and later, each with the parts that are there then. */
function loadedBy({ file, parts }: Loaded): Loaded[] {
  const text = readFileSync(file, 'utf8');
  const found = (name: string) => resolve(dirname(file), name);
  // What waits for words of its own before anything in it runs.
  const with_own = [...parts, ...all(text, /^await needPart\('(\w+)'\)/gm)];
  const at_once = all(text, /^\s*(?:import|export)\s(?!type\b)(?:[^'"]*?from\s*)?['"](\.[^'"]+)['"]/gm);
  const worded = [...text.matchAll(WITH_WORDS)].flatMap(([, what = '', parts = '']) =>
    all(what, LOADS).map((name) => ({ name, parts: [...with_own, ...all(parts, /'(\w+)'/g)] })),
  );
  const bare = text.replace(WITH_WORDS, '');
  const together = [...bare.matchAll(/Promise\.all\(\[([\s\S]*?)\]\)/g)].map(([, within = '']) => within);
  const later = [
    ...worded,
    ...together.flatMap((within) =>
      all(within, LOADS).map((name) => ({ name, parts: [...with_own, ...all(within, NEED)] })),
    ),
    ...all(bare.replace(/Promise\.all\(\[[\s\S]*?\]\)/g, ''), LOADS).map((name) => ({
      name,
      parts: with_own,
    })),
  ];
  return [...at_once.map((name) => ({ name, parts: with_own })), ...later]
    .map(({ name, parts: there }) => ({ file: found(name), parts: [...new Set(there)].sort() }))
    .filter((next) => /\.(ts|svelte)$/.test(next.file) && existsSync(next.file));
}

/** All that a file leads to, once for each set of parts. */
function followed(root: Loaded): Loaded[] {
  const known = new Map<string, Loaded>();
  const next = [root];
  for (const one of next) {
    const name = `${one.file} ${one.parts.join()}`;
    if (known.has(name)) continue;
    known.set(name, one);
    next.push(...loadedBy(one));
  }
  return [...known.values()];
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

/** Words that are shown only once their part is there, or where it is: who shows them says so. */
const GUARDED: Record<string, string> = {
  'cue-next': 'strip/notices.svelte.ts',
  // The moderator's main button is one with the chair's, and no panel has motions.
  'motion-name': 'motions/words.ts',
};

/** Messages that a file shows by name, and that are not among the words that are there. */
function missing({ file, parts }: Loaded): string[] {
  const guarded = (key: string) => file === resolve(src, GUARDED[key] ?? '');
  const shown = all(readFileSync(file, 'utf8'), /\bt\(\s*['"]([\w-]+)['"]/g).filter((key) => !guarded(key));
  const keys = shown.flatMap((key) => [key, ...(messages.get(key)?.within ?? [])]);
  return keys.filter((key) => !['', ...parts].includes(messages.get(key)?.part ?? 'unknown'));
}

describe('words come with what shows them', () => {
  const files = followed({ file: resolve(src, 'main.ts'), parts: [] });

  it('every screen is followed', () => {
    const screens = ['lobby/Lobby', 'room/Room', 'booth/Booth', 'chair/Chair', 'moderator/Moderator'];
    screens.push('podium/Podium', 'public/Public', 'secretariat/Secretariat', 'secretariat/AddPerson');
    const names = files.map(({ file }) => file);
    expect(screens.filter((name) => !names.includes(resolve(src, `${name}.svelte`)))).toEqual([]);
  });

  it('each has its words', () => {
    const lacking = files.flatMap((one) =>
      missing(one).map((key) => `${key} in ${relative(src, one.file)} with ${one.parts.join(', ')}`),
    );
    expect([...new Set(lacking)]).toEqual([]);
  });

  it('what is said to be guarded is shown there', () => {
    for (const [key, file] of Object.entries(GUARDED))
      expect(readFileSync(resolve(src, file), 'utf8'), key).toContain(`t('${key}'`);
  });
});
