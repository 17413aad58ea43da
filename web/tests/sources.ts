/** The client's sources, for tests that keep a rule over all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const FOLDER = join(import.meta.dirname, '../src');

/** Places, as `ui/Dialog.svelte:12`, of lines of code that fit; comments do not count. */
export function placesOf(fits: RegExp, line: (code: string) => boolean = () => true): string[] {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.(ts|svelte)$/.test(file))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split('\n')
        .map((code, at) => ({ code, place: `${relative('.', file)}:${at + 1}` }))
        .filter(({ code }) => !/^\s*(\/\/|\/?\*)/.test(code) && fits.test(code) && line(code))
        .map(({ place }) => place),
    );
}

/** The files of places. */
export function filesOf(places: readonly string[]): string[] {
  return [...new Set(places.map((place) => place.replace(/:\d+$/, '')))];
}
