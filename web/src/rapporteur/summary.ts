/** A summary while it is written: how it stands beside what is stored, and what a save is to say. Pure. */
import type { SummaryView } from '$protocol';

/** Longest summary, in characters, as the protocol names it. */
export const SUMMARY_MAX = 4_000;

/** The fields of a summary. */
export type Fields = {
  text: string;
  /** Version that stood when one began to write, 0 for none; null while one has not. */
  begun: number | null;
};

/** What is stored; none where nothing is, or it was taken away. */
type Stored = Pick<SummaryView, 'text' | 'version'> | undefined;

/**
 * - `draft`: nothing is stored, and the words are those of the facts.
 * - `saved`: what stands is stored.
 * - `changed`: it was written on, and not saved.
 * - `stale`: it was written on, and meanwhile others have stored something else.
 */
export type Standing = 'draft' | 'saved' | 'changed' | 'stale';

/** How it stands. `refused` is the version that a refusal named. */
export function standingOf({ text, begun }: Fields, stored: Stored, refused: number | null): Standing {
  if (begun === null) return stored ? 'saved' : 'draft';
  if (stored?.text === text) return 'saved';
  return begun === versionNow(stored, refused) ? 'changed' : 'stale';
}

/** The version that stands, as far as the page knows: that of a refusal where what is stored was taken away. */
export function versionNow(stored: Stored, refused: number | null): number {
  return Math.max(stored?.version ?? 0, refused ?? 0);
}
