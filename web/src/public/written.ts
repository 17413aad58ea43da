/** Pages that the server writes for the public. */
import { locale } from '../i18n/i18n.svelte.ts';
import { publicPath } from '../route.svelte.ts';

/** The page of a session that is over, in the language of this one. */
export function writtenPath(session: string): string {
  return `${publicPath(session)}?lang=${locale()}`;
}
