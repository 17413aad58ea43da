/** Texts of statements that come as files. */
import type { GivenFile, Mark, RequestId } from '$protocol';
import { call, type Outcome } from '../api.ts';
import type { Live } from '../live.svelte.ts';

/** Where the file of a text is read. */
export function textUrl(
  { link, session }: Pick<Live, 'link' | 'session'>,
  request: RequestId,
  language: string,
): string {
  return `/as/${link}/api/texts/${session}/${request}/${language}`;
}

/** Hands in a text as a file. */
export function giveText(
  live: Pick<Live, 'link' | 'session'>,
  request: RequestId,
  language: string,
  { mark, official, file }: { mark: Mark; official: boolean; file: File },
): Promise<Outcome<GivenFile>> {
  const said = new URLSearchParams({ name: file.name, mark, official: String(official) });
  return call(`${textUrl(live, request, language)}?${said}`, { method: 'PUT', body: file });
}
