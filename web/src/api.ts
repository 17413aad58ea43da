/** The calls over HTTP: entering by a personal link, the lobby, the past of chat and proceedings, what the public reads. */
import type {
  ChatPage,
  Enter,
  Entered,
  HandedIn,
  IssuedLink,
  LinkOf,
  Lobby,
  Problem,
  ProblemCode,
  ProceedingsPage,
  PublicNow,
  PublicProgramme,
  RevokedLinks,
} from '$protocol';

/** What came of a call: its answer, or why there is none (`offline`: the server was not reached). */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ProblemCode | 'offline' };

async function call<T>(path: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const response = await fetch(path, { cache: 'no-store', ...init });
    if (response.ok) return { ok: true, value: (await response.json()) as T };
    return { ok: false, code: await problemOf(response) };
  } catch {
    return { ok: false, code: 'offline' };
  }
}

async function problemOf(response: Response): Promise<ProblemCode> {
  try {
    return ((await response.json()) as Problem).code;
  } catch {
    // A proxy answered in our server's stead, so there is no code: the server is not there for now.
    return response.status === 401 ? 'not_entered' : 'unavailable';
  }
}

/** Exchanges the secret of a personal link for the person's cookie. */
export function enter(secret: string): Promise<Outcome<Entered>> {
  return post('/api/enter', { secret } satisfies Enter);
}

/** Reads the lobby of the person behind a link. */
export function readLobby(link: string): Promise<Outcome<Lobby>> {
  return call(`/as/${link}/api/lobby`, {});
}

/** How long an answer to the public is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What the public reads: the browser keeps it, asks whether it has changed, and reads it again only then. */
function readPublic<T>(path: string): Promise<Outcome<T>> {
  return call(path, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) });
}

/** Reads which sessions the public may follow. */
export function readPublicProgramme(): Promise<Outcome<PublicProgramme>> {
  return readPublic('/api/public');
}

/** Reads how a session stands that the public may follow. */
export function readPublicNow(session: string): Promise<Outcome<PublicNow>> {
  return readPublic(`/api/public/${encodeURIComponent(session)}`);
}

/** Reads the past of a chat room: the messages before one, or those that hold the words of a search. */
export function readChat(
  link: string,
  session: string,
  room: string,
  asked: { before: string; limit: string } | { search: string },
): Promise<Outcome<ChatPage>> {
  return call(`/as/${link}/api/chat/${session}/${room}?${new URLSearchParams(asked)}`, {});
}

/** Reads the paragraphs of the proceedings before a number. */
export function readProceedings(
  link: string,
  session: string,
  before: number,
  limit: number,
): Promise<Outcome<ProceedingsPage>> {
  return call(`/as/${link}/api/proceedings/${session}?before=${before}&limit=${limit}`, {});
}

function post<T>(path: string, body: object): Promise<Outcome<T>> {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Makes a personal link for somebody who has a seat. Its secret is told this once. */
export function issueLink(link: string, session: string, person: string): Promise<Outcome<IssuedLink>> {
  return post(`/as/${link}/api/links/${session}`, { person } satisfies LinkOf);
}

/** Revokes all personal links of somebody who has a seat. */
export function revokeLinks(link: string, session: string, person: string): Promise<Outcome<RevokedLinks>> {
  return post(`/as/${link}/api/links/${session}/revoke`, { person } satisfies LinkOf);
}

/** Where the pre-recorded statement of a request is: handed in, and listened to ahead. */
export function prerecordedPath(link: string, session: string, request: string): string {
  return `/as/${link}/api/prerecorded/${session}/${request}`;
}

/** Hands in a pre-recorded statement: Opus in Ogg, in frames of 20 ms. */
export function handIn(
  link: string,
  session: string,
  request: string,
  ogg: BodyInit,
): Promise<Outcome<HandedIn>> {
  const headers = { 'content-type': 'audio/ogg' };
  return call(prerecordedPath(link, session, request), { method: 'PUT', headers, body: ogg });
}
