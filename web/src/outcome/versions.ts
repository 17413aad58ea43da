/** Versions of the outcome document: kept and read. */
import type { KeptVersion, OutcomeText } from '$protocol';
import { call, type Outcome } from '../api.ts';

/** Longest name of a version, in characters. */
export const VERSION_NAME_MAX = 100;
/** Longest comment, and longest remark to a correction, in characters. */
export const COMMENT_MAX = 1_000;
/** Longest correction, in characters. */
export const CORRECTION_MAX = 2_000;

/** Keeps the text as it stands. */
export function keepVersion(link: string, name: string): Promise<Outcome<KeptVersion>> {
  const headers = { 'content-type': 'application/json' };
  return call(`/as/${link}/api/outcome/versions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ name }),
  });
}

/** Reads a version, with what differs from another. */
export function readVersion(
  link: string,
  number: number,
  against: number | null = null,
): Promise<Outcome<OutcomeText>> {
  const query = against === null ? '' : `?against=${against}`;
  return call(`/as/${link}/api/outcome/versions/${number}${query}`, {});
}
