/** Marks what was found where the page words it itself. */
import type { Finding } from '$protocol';
import { fold } from '../ui/find.ts';
import { type Run, runs } from './find.ts';

/** Words as they stand in a text: letters, with their signs, and digits. */
const WORD = /[\p{L}\p{N}\p{M}\u0640\u200c\u200d]+/gu;

/** A sentence in which the words stand out that were found in another text: what the server has of a paragraph are names and
 * reasons, and the page words it. */
export function marked(sentence: string, { excerpt, marks }: Finding): Run[] {
  const words = new Set(marks.map(({ from, to }) => fold(excerpt.slice(from, to))));
  const found = [...sentence.matchAll(WORD)].filter(([word]) => words.has(fold(word)));
  return runs(
    sentence,
    found.map(({ 0: word, index }) => ({ from: index, to: index + word.length })),
  );
}
