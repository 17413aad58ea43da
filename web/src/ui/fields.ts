/** Longest texts that fields on several screens take, as the protocol names them. The server checks them itself. */

/** Longest reason for an act, in characters. */
export const REASON_MAX = 300;

/** Longest title of a session, in characters. */
export const TITLE_MAX = 400;

/** The direction of a field in which anything may be written: by what stands in it; while it is empty, the page's. */
export function fieldDirection(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}
