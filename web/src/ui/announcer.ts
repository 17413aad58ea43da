/** What a screen reader is told without being asked. Both live regions stand in index.html from load. */
import type { Wording } from '$protocol';
import { worded, wordedIn } from '../i18n/i18n.svelte.ts';
import { languageOf } from '../i18n/written.ts';

/** `assertive` only for one's turn, one's microphone, the last 30 seconds and announcements of the desk. */
export type Urgency = 'polite' | 'assertive';

/**
 * How long what is told waits, in milliseconds: two things that happen at once are both heard. Not a frame of its own,
 * which the page would draw for it with every message.
 */
const TOGETHER_MS = 30;
/** What is to be told. */
const waiting: Record<Urgency, string[]> = { polite: [], assertive: [] };

/** Marks around the words of people in what is told: characters for private use, which mean nothing in a text. */
const [BEGIN, WORDS, END] = ['\uE000', '\uE001', '\uE002'];
const MARKS = /[\uE000-\uE002]/g;
const MARKED = /\uE000([^\uE001]*)\uE001([^\uE002]*)\uE002/;

/**
 * Words of people to be put into what is told, so that they are read in their own language: that which is stated, else that
 * which their script tells, else none.
 */
export function inTongue(words: string, stated?: string | null): string {
  const language = stated ?? languageOf(words, ['ar']) ?? '';
  return `${BEGIN}${language}${WORDS}${words.replace(MARKS, '')}${END}`;
}

/** A wording to be put into what is told. Reactive. */
export function spoken(wording: Wording): string {
  return inTongue(worded(wording), wordedIn(wording));
}

/** What is told, as it is shown. */
export function shownAs(told: string): string {
  return told.replace(new RegExp(MARKED, 'g'), '$2');
}

/** Tells it. The same words twice are told twice. */
export function announce(words: string, urgency: Urgency = 'polite'): void {
  const region = document.getElementById(urgency);
  if (!region) return;
  // A region that is emptied first speaks again when the words are those of before.
  region.textContent = '';
  if (waiting[urgency].push(words) > 1) return;
  setTimeout(() => region.replaceChildren(...pieces(waiting[urgency].splice(0).join(' '))), TOGETHER_MS);
}

/** The words of the page and, each in its language, those of people. */
function pieces(told: string): Node[] {
  const nodes: Node[] = [];
  const parts = told.split(MARKED);
  for (let at = 0; at < parts.length; at += 3) {
    const [page = '', language, words = ''] = parts.slice(at, at + 3);
    nodes.push(document.createTextNode(page));
    if (language === undefined) continue;
    const piece = document.createElement('span');
    piece.lang = language;
    piece.textContent = words;
    nodes.push(piece);
  }
  return nodes;
}
