/** Documents of the record, as the server writes them: what there is, and one of them as a file. */
import type { Exports, ProblemCode } from '$protocol';
import { call, type Outcome, problemOf } from '../api.ts';

/** What there is for whoever asks. */
export function readExports(link: string, session: string): Promise<Outcome<Exports>> {
  return call(`/as/${link}/api/export/${session}`, {});
}

/** A document as a file; or why there is none. */
export async function makeExport(
  link: string,
  session: string,
  file: string,
): Promise<{ ok: true; value: Blob; name: string } | { ok: false; code: ProblemCode | 'offline' }> {
  try {
    const answer = await fetch(`/as/${link}/api/export/${session}/${file}`, { cache: 'no-store' });
    if (!answer.ok) return { ok: false, code: await problemOf(answer) };
    return { ok: true, value: await answer.blob(), name: nameIn(answer) ?? file };
  } catch {
    return { ok: false, code: 'offline' };
  }
}

/** What the server calls the file: ids alone, in quotes. */
function nameIn({ headers }: Response): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
}
