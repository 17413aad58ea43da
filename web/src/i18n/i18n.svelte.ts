/** The language of the interface: one typed `t()`, and the switch of languages without a reload. */

import { LOCALES, SOURCES } from 'virtual:locales';
import { FluentBundle, type FluentFunction, FluentNumber, FluentResource } from '@fluent/bundle';
import { untrack } from 'svelte';
import type { Wording } from '$protocol';
import type { Argument, Locale, Messages, Part } from './keys.gen.ts';

/** `Locale`: a language of the interface. `Part`: words that only some screens show, and that come with them. */
export type { Argument, Locale, Part };
/** Languages that the interface is complete in. */
export { LOCALES };

/** A key of a message in the locales' files. */
export type MessageKey = keyof Messages;
/** A key of a message that takes no arguments. */
export type PlainKey = { [K in MessageKey]: Messages[K] extends undefined ? K : never }[MessageKey];
type Arguments<K extends MessageKey> = Messages[K] extends undefined ? [] : [Messages[K]];

/** The BCP 47 tag that dates and numbers are written after. Digits are European in every language. */
export const TAGS: Record<Locale, string> = { en: 'en-GB', ar: 'ar-u-nu-latn', fr: 'fr' };

const bundles = new Map<Locale, FluentBundle>();
/** Parts that the page has asked for: each language that is shown from then on has them. */
const needed = new Set<Part>();
/** Parts that a bundle holds, as `ar/booth`. */
const held = new Set<string>();

const shown = $state<{ locale: Locale; offered: readonly Locale[] }>({ locale: 'en', offered: LOCALES });

/** `ORDINAL($place)` in a message selects by the rules for 1st, 2nd, 3rd. */
const ordinal: FluentFunction = ([number]) => {
  if (!(number instanceof FluentNumber)) throw new TypeError('ORDINAL takes a number');
  return new FluentNumber(number.value, { type: 'ordinal' } as Intl.NumberFormatOptions);
};

/** Makes a bundle of Fluent source. Placeables are isolated, so that a name of the other direction stays whole. */
export function bundleOf(locale: Locale, source: string): FluentBundle {
  const bundle = new FluentBundle(TAGS[locale], { useIsolating: true, functions: { ORDINAL: ordinal } });
  bundle.addResource(new FluentResource(source));
  return bundle;
}

/** Loads a locale, with the parts that the page needs, without showing it. */
export async function loadLocale(locale: Locale): Promise<void> {
  if (!bundles.has(locale)) {
    const { default: source } = await SOURCES[locale]();
    bundles.set(locale, bundleOf(locale, source));
  }
  // A screen may come to need a part of its own while others load.
  const missing = () => [...needed].filter((part) => !held.has(`${locale}/${part}`));
  while (missing().length > 0) await Promise.all(missing().map((part) => loadPart(locale, part)));
}

/** Loads the words of a screen, in the language shown and in each that is shown later. Not reactive: a screen is not made
 * anew, and keeps what was chosen and written in it, when the language changes. */
export async function needPart(part: Part): Promise<void> {
  // First of all: whoever turns the page to another language meanwhile has it there too.
  needed.add(part);
  // Not followed: a screen that waits for its words is not to begin anew with another language.
  await loadPart(
    untrack(() => shown.locale),
    part,
  );
}

/** Something that is fetched, once the words that it shows are there too: a screen, a dialog. */
export async function withWords<T>(fetched: Promise<T>, ...parts: readonly Part[]): Promise<T> {
  const [what] = await Promise.all([fetched, ...parts.map(needPart)]);
  return what;
}

/** Loads a locale with one part of its words, to be read beside the language shown. */
export async function loadWith(locale: Locale, part: Part): Promise<void> {
  await loadLocale(locale);
  await loadPart(locale, part);
}

async function loadPart(locale: Locale, part: Part): Promise<void> {
  if (held.has(`${locale}/${part}`)) return;
  const { default: source } = await SOURCES[`${locale}/${part}`]();
  bundles.get(locale)?.addResource(new FluentResource(source));
  held.add(`${locale}/${part}`);
}

/** How often the page was to be turned. */
let turns = 0;

/**
 * Loads a locale and turns the whole page to it, and tells whether it did. The page stays as it is if the locale cannot
 * be loaded, which is thrown, or if another was asked for in the meantime.
 */
export async function showLocale(locale: Locale): Promise<boolean> {
  turns += 1;
  const turn = turns;
  await loadLocale(locale);
  if (turn !== turns) return false;
  shown.locale = locale;
  document.documentElement.lang = locale;
  document.documentElement.dir = directionOf(locale);
  return true;
}

/** The locale that is shown. Reactive. */
export function locale(): Locale {
  return shown.locale;
}

/** The languages that the page is offered in. Reactive. */
export function offered(): readonly Locale[] {
  return shown.offered;
}

/** Learns a conference's working languages: the page is offered in them, as far as it is complete in them, and in no others. */
export function offerOnly(languages: readonly string[]): void {
  const known = LOCALES.filter((one) => languages.includes(one));
  if (known.length > 0 && known.join() !== shown.offered.join()) shown.offered = known;
}

/** Writing direction of a language. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur', 'ps', 'ckb'].includes(language) ? 'rtl' : 'ltr';
}

/** A message in the language shown. Reactive. */
export function t<K extends MessageKey>(key: K, ...args: Arguments<K>): string {
  return tIn(shown.locale, key, ...args);
}

/** A message in a given language, which must have been loaded; the key itself where it is missing. */
export function tIn<K extends MessageKey>(locale: Locale, key: K, ...args: Arguments<K>): string {
  const bundle = bundles.get(locale);
  const pattern = bundle?.getMessage(key)?.value;
  return bundle && pattern ? directed(locale, bundle.formatPattern(pattern, args[0] ?? null)) : key;
}

/** Marks that isolate what is put into a message: by its own first letter, to the left, to the right; and their end. */
const [OWN, LTR, RTL, END] = ['\u2068', '\u2066', '\u2067', '\u2069'];
/** One within another: most texts hold none, and need not be taken apart. */
const NESTED = /[\u2066-\u2068][^\u2069]*[\u2066-\u2068]/;

/**
 * What is put together from parts goes in the direction of the language: by its own first letter it would go to the right in
 * every language, as letters within further marks do not count for that (Unicode bidirectional algorithm, rule P2).
 */
function directed(locale: Locale, text: string): string {
  if (!NESTED.test(text)) return text;
  const letters = [...text];
  const open: number[] = [];
  for (const [at, letter] of letters.entries()) {
    if (letter === END) open.pop();
    if (letter !== OWN && letter !== LTR && letter !== RTL) continue;
    const around = open.at(-1);
    if (around !== undefined && letters[around] === OWN)
      letters[around] = directionOf(locale) === 'rtl' ? RTL : LTR;
    open.push(at);
  }
  return letters.join('');
}

/** Whether a tag names a language of the interface. */
export function isLocale(language: string): language is Locale {
  return LOCALES.some((known) => known === language);
}

/** A wording in the language shown; where it has none, in English, or in the first that it has. Reactive. */
export function worded(wording: Wording): string {
  return wordedFor(shown.locale, wording);
}

/** A wording in a given language; where it has none, in English, or in the first that it has. */
export function wordedFor(locale: Locale, wording: Wording): string {
  return wording[locale] ?? wording.en ?? Object.values(wording)[0] ?? '';
}

/** The language a wording is given in by `worded`, for the `lang` attribute. Reactive. */
export function wordedIn(wording: Wording): string {
  if (wording[shown.locale] !== undefined) return shown.locale;
  return wording.en === undefined ? (Object.keys(wording)[0] ?? shown.locale) : 'en';
}

/** The interface's language for a browser's preferences, best first; English where none is ours. */
export function localeFor(preferred: readonly string[]): Locale {
  const primary = preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return primary.find(isLocale) ?? 'en';
}
