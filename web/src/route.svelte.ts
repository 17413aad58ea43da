/** Which page the address names. */

import type { SessionKind } from '$protocol';

/** The screens of a session; `proceedings` is the room with its record in front. */
const SCREENS = [
  'room',
  'proceedings',
  'chair',
  'moderator',
  'booth',
  'podium',
  'technician',
  'rapporteur',
  'captions',
] as const;
export type Screen = (typeof SCREENS)[number];

/** A page of the client. */
export type Route =
  | { page: 'join'; secret: string }
  | { page: 'lobby'; link: string }
  | { page: 'secretariat' | 'outcome'; link: string }
  | { page: 'session'; link: string; session: string; screen: Screen }
  | { page: 'public'; session: string | null }
  | { page: 'nowhere' };

const SESSION = /^\/as\/([^/]+)\/session\/([^/]+)(?:\/([a-z]+))?\/?$/;
const PUBLIC = /^\/public(?:\/([^/]+))?\/?$/;
const DESK = /^\/as\/([^/]+)\/(secretariat|outcome)\/?$/;
const LOBBY = /^\/as\/([^/]+)\/?$/;

/** The page that an address names. */
export function routeOf(path: string, fragment: string): Route {
  if (path === '/join') return { page: 'join', secret: fragment.replace(/^#/, '') };
  const open = PUBLIC.exec(path);
  if (open) return { page: 'public', session: open[1] ?? null };
  const lobby = LOBBY.exec(path)?.[1];
  if (lobby !== undefined) return { page: 'lobby', link: lobby };
  const [, of, desk] = DESK.exec(path) ?? [];
  if (of !== undefined) return { page: desk === 'outcome' ? desk : 'secretariat', link: of };
  const [, link, session, screen = 'room'] = SESSION.exec(path) ?? [];
  if (link === undefined || session === undefined || !isScreen(screen)) return { page: 'nowhere' };
  return { page: 'session', link, session, screen };
}

function isScreen(name: string | undefined): name is Screen {
  return SCREENS.some((screen) => screen === name);
}

/** From which desk a session is led: a panel from the moderator's, whatever has lists of speakers from the chair's. */
export function deskOf(kind: SessionKind | undefined): Extract<Screen, 'chair' | 'moderator'> {
  return kind === 'panel' ? 'moderator' : 'chair';
}

/** Address of a person's lobby. */
export function lobbyPath(link: string): string {
  return `/as/${link}/`;
}

/** Address of the secretariat's own place. */
export function secretariatPath(link: string): string {
  return `/as/${link}/secretariat`;
}

/** Address of a screen of a session. */
export function sessionPath(link: string, session: string, screen: Screen = 'room'): string {
  const room = `/as/${link}/session/${session}`;
  return screen === 'room' ? room : `${room}/${screen}`;
}

/** Address of what the public may follow: the programme, or a session. */
export function publicPath(session = ''): string {
  return `/public/${session}`;
}

/** The page of the address as it is now. A secret leaves the address at once, whatever comes of it. */
function read(): Route {
  const route = routeOf(location.pathname, location.hash);
  if (route.page === 'join' && location.hash !== '') history.replaceState(null, '', location.pathname);
  return route;
}

// Each time another: the same secret may be pasted twice.
let here = $state.raw(read());

addEventListener('popstate', () => {
  here = read();
});
// Another link pasted in the same tab: browsers tell it as a way back, or only so.
addEventListener('hashchange', () => {
  if (location.hash !== '') here = read();
});

/** The page to show. Reactive. */
export function route(): Route {
  return here;
}

/** Goes to a path of this site; `replace` leaves no way back to the page before. */
export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  here = read();
}

/** For `onclick` of a link within the site: goes there without loading the page anew. */
export function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = event.currentTarget;
  if (!(anchor instanceof HTMLAnchorElement)) return;
  event.preventDefault();
  go(anchor.pathname);
}
