/** Finding a delegation by part of a name, in any of its languages. */
import type { DelegationView } from '$protocol';

/** Delegations one of whose names holds the words, whatever their accents, capitals or article. */
export function matching(delegations: readonly DelegationView[], words: string): DelegationView[] {
  const wanted = plain(words);
  if (wanted === '') return [...delegations];
  return delegations.filter((delegation) => names(delegation).some((name) => plain(name).includes(wanted)));
}

function names({ short, formal, sort_key }: DelegationView): string[] {
  return [short, formal, sort_key].flatMap((wording) => Object.values(wording));
}

/** Without accents, Arabic vowel signs and the forms of alif that people type one for the other. */
function plain(text: string): string {
  const bare = text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '');
  return bare
    .replace(/[إأآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .toLowerCase()
    .trim();
}
