/** A captioner's own abbreviations: how the list is written, and how they are expanded while one types. Pure. */

/** Most characters of a list, and of what one stands for. */
export const LIST_CHARS_MAX = 60_000;
const EXPANSION_CHARS_MAX = 200;

/** A list as it is written, read. */
export interface Read {
  /** What each stands for. */
  readonly meanings: ReadonlyMap<string, string>;
  /** How many lines are not understood. */
  readonly ignored: number;
}

/** Signs after which a word is over. */
const ENDS = /[\s,.;:!?،؛؟…)»”"]/u;
/** The word that stands last, without what opens it. */
const LAST_WORD = /[^\s,.;:!?،؛؟…()«»“”"]+$/u;

/** Reads a list: `short = what it stands for` in each line; empty lines and those that begin with # say nothing. A later one goes before an earlier. */
export function read(list: string): Read {
  const meanings = new Map<string, string>();
  let ignored = 0;
  for (const line of list.split(/\r?\n/)) {
    const told = line.trim();
    if (told === '' || told.startsWith('#')) continue;
    const at = told.indexOf('=');
    const short = told.slice(0, Math.max(at, 0)).trim();
    const meaning = told.slice(at + 1).trim();
    if (short === '' || /\s/.test(short) || meaning === '' || meaning.length > EXPANSION_CHARS_MAX)
      ignored += 1;
    else meanings.set(short, meaning);
  }
  return { meanings, ignored };
}

/** Whether a sign ends a word, so that it may be an abbreviation. */
export function endsWord(sign: string): boolean {
  return [...sign].length === 1 && ENDS.test(sign);
}

/** A text whose last word, if it is an abbreviation, is what that stands for. As it was written, else by its small letters. */
export function expanded(text: string, { meanings }: Read): string {
  const word = LAST_WORD.exec(text)?.[0];
  if (word === undefined) return text;
  const meaning = meanings.get(word) ?? meanings.get(word.toLowerCase());
  return meaning === undefined ? text : text.slice(0, text.length - word.length) + meaning;
}

/** What is typed, after a sign was put before the caret: the word before that is expanded. `caret` counts UTF-16 units. */
export function afterSign(text: string, caret: number, read: Read): { text: string; caret: number } {
  const sign = text.slice(caret - 1, caret);
  if (!endsWord(sign)) return { text, caret };
  const before = expanded(text.slice(0, caret - 1), read);
  return { text: before + sign + text.slice(caret), caret: before.length + 1 };
}

/** Two lists as one: of what both tell, the one that was added. */
export function joined(list: string, added: string): string {
  const known = read(added).meanings;
  const kept = list.split(/\r?\n/).filter((line) => {
    const short = line.slice(0, Math.max(line.indexOf('='), 0)).trim();
    return line.trim() !== '' && !known.has(short);
  });
  return [...kept, ...added.split(/\r?\n/).filter((line) => line.trim() !== '')]
    .join('\n')
    .slice(0, LIST_CHARS_MAX);
}
