/** Finding passages by their words. The server finds; here they are asked for and marked. */
import type { ConferenceSearchPage, MarkedWord, SearchPage } from '$protocol';
import { call, type Outcome } from '../api.ts';

/** The server's bound on a search, in characters. */
export const LONGEST = 200;

/** Finds passages of a session: of all that one sees there, or of one chat room. */
export function search(
  link: string,
  session: string,
  asked: { q: string; room?: string },
): Promise<Outcome<SearchPage>> {
  return call(`/as/${link}/api/search/${session}?${new URLSearchParams(asked)}`, {});
}

/** Finds passages in all of the conference: documents, key messages, and the sessions in which one takes part. */
export function searchAll(link: string, q: string): Promise<Outcome<ConferenceSearchPage>> {
  return call(`/as/${link}/api/search?${new URLSearchParams({ q })}`, {});
}

/** A run of an excerpt; a word that was looked for stands out. */
export interface Run {
  readonly text: string;
  readonly marked: boolean;
}

/** An excerpt in runs. */
export function runs(text: string, marks: readonly MarkedWord[]): Run[] {
  const found: Run[] = [];
  let done = 0;
  for (const { from, to } of marks) {
    found.push({ text: text.slice(done, from), marked: false }, { text: text.slice(from, to), marked: true });
    done = to;
  }
  found.push({ text: text.slice(done), marked: false });
  return found.filter((run) => run.text !== '');
}
