/** Finding things by part of a name, as people type it. */

/** Without accents, Arabic vowel signs and the forms of alif that people type one for the other. */
export function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '');
  return bare
    .replace(/[إأآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .toLowerCase()
    .trim();
}

/** Whether one of some names holds the words; nothing typed is in every name. */
export function found(names: readonly string[], words: string): boolean {
  const wanted = plain(words);
  return wanted === '' || names.some((name) => plain(name).includes(wanted));
}
