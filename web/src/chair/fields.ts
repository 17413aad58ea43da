/** Longest texts that the fields of the console take, as the protocol names them. The server checks them itself. */

import type { Category } from '$protocol';

/** Accreditation categories in their order. */
export const CATEGORIES: readonly Category[] = [
  'member_state',
  'observer_state',
  'igo',
  'un_entity',
  'nhri',
  'ngo',
];
/** Longest "on behalf of", in characters. */
export const BEHALF_MAX = 200;
