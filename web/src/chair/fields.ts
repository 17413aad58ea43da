/** Longest texts that the fields of the console take, as the protocol names them. The server checks them itself. */
/** Longest "on behalf of", in characters. */
export const BEHALF_MAX = 200;
