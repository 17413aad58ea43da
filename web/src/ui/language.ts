/** The person's choice of language for the interface. */
import {
  isLocale,
  type Locale,
  locale,
  localeFor,
  offered,
  offerOnly,
  showLocale,
} from '../i18n/i18n.svelte.ts';
import { recall, remember } from '../preferences.ts';
import { say } from './notices.svelte.ts';

const NAME = 'language';

/** Languages that the person has chosen and that are on their way. */
let choosing = 0;

/** Turns the page to a language and remembers it as chosen. */
export async function chooseLanguage(locale: Locale, link: string): Promise<void> {
  choosing += 1;
  const turned = await turn(locale);
  choosing -= 1;
  if (turned) remember(NAME, locale, link);
}

/** Turns the page to the language of the person's card, unless they have chosen one here. */
export async function proposeLanguage(language: string, link: string): Promise<void> {
  if (choosing === 0 && recall(NAME, link) === null && isOffered(language)) await turn(language);
}

/** Offers the page in the languages of a conference alone, and turns it to the first of them where it is in another. */
export async function offer(languages: readonly string[]): Promise<void> {
  offerOnly(languages);
  const [first] = offered();
  if (first !== undefined && choosing === 0 && !offered().includes(locale())) await turn(first);
}

/** The language to begin in: the one that the address names, the one chosen for the link, or the best for the browser. */
export function firstLanguage(link: string): Locale {
  const chosen = new URLSearchParams(location.search).get('lang') ?? recall(NAME, link) ?? '';
  return isLocale(chosen) ? chosen : localeFor(navigator.languages);
}

/** Whether a tag names a language that the page is offered in. */
function isOffered(language: string): language is Locale {
  return offered().some((one) => one === language);
}

/** A locale is a file of its own and may fail to come: then the page stays readable as it is. */
async function turn(locale: Locale): Promise<boolean> {
  try {
    return await showLocale(locale);
  } catch {
    say('language-not-loaded');
    return false;
  }
}
