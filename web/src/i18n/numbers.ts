/** Numbers in a row. */
import { locale } from './i18n.svelte.ts';

/** "2, 5, 6"; in Arabic with its own comma, and from the right. Reactive. */
export function numberList(numbers: readonly number[]): string {
  // Digits have no strong direction: the mark gives the row that of the text around it.
  return locale() === 'ar' ? `\u200f${numbers.join('، ')}` : numbers.join(', ');
}
