/** The calls over HTTP: entering by a personal link, the lobby, what the public reads. What one later
 * screen alone asks for stands with it. */
import type {
  Enter,
  Entered,
  HandedIn,
  HostClock,
  IssuedLink,
  IssuedLinks,
  LinkOf,
  Links,
  LinksOf,
  Lobby,
  Problem,
  ProblemCode,
  PublicNow,
  PublicProgramme,
  Recordings,
  RevokedLinks,
} from '$protocol';
import { learnHost } from './i18n/times.ts';
import { learnFrom } from './programme/own.ts';
import { offer } from './ui/language.ts';

/** What came of a call: its answer, or why there is none (`offline`: the server was not reached). */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: ProblemCode | 'offline' };

/** Calls that the page began before this script was here, by path and body. */
declare global {
  interface Window {
    begun?: Map<string, Promise<Response>>;
  }
}

/** The answer to a call that the page has begun; each is taken up once. */
function begun(path: string, { body }: RequestInit): Promise<Response> | undefined {
  const name = `${path}${typeof body === 'string' ? body : ''}`;
  const answer = window.begun?.get(name);
  window.begun?.delete(name);
  return answer;
}

/** Calls the server, and tells what came of it. */
export async function call<T>(path: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const response = await (begun(path, init) ?? fetch(path, { cache: 'no-store', ...init }));
    if (response.ok) return { ok: true, value: (await response.json()) as T };
    return { ok: false, code: await problemOf(response) };
  } catch {
    return { ok: false, code: 'offline' };
  }
}

/** Why a call was refused. */
export async function problemOf(response: Response): Promise<ProblemCode> {
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

/** Reads what the lobby of the person behind a link shows: for whoever has no socket yet, or is to learn why they get none. */
export async function readLobby(link: string): Promise<Outcome<Lobby>> {
  const outcome = await call<Lobby>(`/as/${link}/api/lobby`, {});
  if (outcome.ok) for (const message of outcome.value.messages) await learnFrom(message);
  return outcome;
}

/** How long an answer to the public is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What the public reads: the browser keeps it, asks whether it has changed, and reads it again only then. */
function readPublic<T extends OfConference>(path: string): Promise<Outcome<T>> {
  return withHost(call<T>(path, { cache: 'no-cache', signal: AbortSignal.timeout(PATIENCE_MS) }));
}

/** What is told of the conference with the programme. */
interface OfConference {
  host_clock: HostClock;
  languages: readonly string[];
}

/** An answer with the host's clock and the conference's languages, which are learnt before anybody shows it. */
async function withHost<T extends OfConference>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> {
  const outcome = await asked;
  if (outcome.ok) {
    learnHost(outcome.value.host_clock);
    await offer(outcome.value.languages);
  }
  return outcome;
}

/** Reads which sessions the public may follow. */
export function readPublicProgramme(): Promise<Outcome<PublicProgramme>> {
  return readPublic('/api/public');
}

/** Reads how a session stands that the public may follow. */
export function readPublicNow(session: string): Promise<Outcome<PublicNow>> {
  return readPublic(`/api/public/${encodeURIComponent(session)}`);
}

function post<T>(path: string, body: object): Promise<Outcome<T>> {
  const headers = { 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Makes a personal link for somebody who has a seat. Its secret is told this once. */
export function issueLink(link: string, session: string, person: string): Promise<Outcome<IssuedLink>> {
  return post(`/as/${link}/api/links/${session}`, { person } satisfies LinkOf);
}

/** Makes a personal link for each of several who have a seat, at most 200. The secrets are told this once. */
export function issueSheet(
  link: string,
  session: string,
  people: readonly string[],
): Promise<Outcome<IssuedLinks>> {
  return post(`/as/${link}/api/links/${session}/sheet`, { people: [...people] } satisfies LinksOf);
}

/** Reads how the personal links of a session's people stand. */
export function readLinks(link: string, session: string): Promise<Outcome<Links>> {
  return call(`/as/${link}/api/links/${session}`, {});
}

/** Revokes all personal links of somebody who has a seat. */
export function revokeLinks(link: string, session: string, person: string): Promise<Outcome<RevokedLinks>> {
  return post(`/as/${link}/api/links/${session}/revoke`, { person } satisfies LinkOf);
}

/** Reads what was recorded of a session that is over. */
export function readRecordings(link: string, session: string): Promise<Outcome<Recordings>> {
  return call(`/as/${link}/api/recordings/${session}`, {});
}

/** Where the sound of a channel in a recording is. */
export function recordedPath(link: string, session: string, recording: string, channel: string): string {
  return `/as/${link}/api/recordings/${session}/${recording}/${channel}.ogg`;
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
