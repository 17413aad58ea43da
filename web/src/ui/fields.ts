/** Longest texts that fields on several screens take, as the protocol names them. The server checks them itself. */

/** Longest reason for an act, in characters. */
export const REASON_MAX = 300;
