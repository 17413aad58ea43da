/** The words of the screens, read from the client's own locales, so that a journey finds what a person reads. */
import { readFileSync, readdirSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Tongue = 'ar' | 'en' | 'fr';
export const TONGUES: readonly Tongue[] = ['ar', 'en', 'fr'];

const bundles = new Map<Tongue, FluentBundle>();

function bundle(tongue: Tongue): FluentBundle {
  const known = bundles.get(tongue);
  if (known) return known;
  const made = new FluentBundle(tongue, { useIsolating: false });
  const folder = new URL(`../../web/src/locales/${tongue}/`, import.meta.url);
  for (const file of readdirSync(folder)) {
    const errors = made.addResource(new FluentResource(readFileSync(new URL(file, folder), 'utf8')));
    if (errors.length > 0) throw new Error(`${tongue}/${file}: ${errors.join(', ')}`);
  }
  bundles.set(tongue, made);
  return made;
}

/** A message as a screen words it. */
export function words(tongue: Tongue, key: string, args: Record<string, FluentVariable> = {}): string {
  const pattern = bundle(tongue).getMessage(key)?.value;
  if (!pattern) throw new Error(`no message ${key} in ${tongue}`);
  const errors: Error[] = [];
  const text = bundle(tongue).formatPattern(pattern, args, errors);
  if (errors.length > 0) throw new Error(`${key} in ${tongue}: ${errors.join(', ')}`);
  return text;
}

/** A message as a pattern that ignores the marks which isolate names in running text. */
export function wording(tongue: Tongue, key: string, args: Record<string, FluentVariable> = {}): RegExp {
  const letters = [...words(tongue, key, args)].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(letters.join('[\\u2066-\\u2069]*'));
}
