/** Finding a delegation by part of a name, in any of its languages. */
import type { DelegationView } from '$protocol';
import { found } from '../ui/find.ts';

/** Delegations one of whose names holds the words, whatever their accents, capitals or article. */
export function matching(delegations: readonly DelegationView[], words: string): DelegationView[] {
  return delegations.filter(({ short, formal, sort_key }) =>
    found(
      [short, formal, sort_key].flatMap((wording) => Object.values(wording)),
      words,
    ),
  );
}
