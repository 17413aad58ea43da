/** Which page the address names. */

/** The screens of a session. */
export type Screen = 'room' | 'chair' | 'booth' | 'podium';

/** A page of the client. */
export type Route =
  | { page: 'join'; secret: string }
  | { page: 'lobby'; link: string }
  | { page: 'session'; link: string; session: string; screen: Screen }
  | { page: 'public'; session: string | null }
  | { page: 'nowhere' };

const SESSION = /^\/as\/([^/]+)\/session\/([^/]+)(?:\/(chair|booth|podium))?\/?$/;
const PUBLIC = /^\/public(?:\/([^/]+))?\/?$/;
const LOBBY = /^\/as\/([^/]+)\/?$/;

/** The page that an address names. */
export function routeOf(path: string, fragment: string): Route {
  if (path === '/join') return { page: 'join', secret: fragment.replace(/^#/, '') };
  const open = PUBLIC.exec(path);
  if (open) return { page: 'public', session: open[1] ?? null };
  const lobby = LOBBY.exec(path)?.[1];
  if (lobby !== undefined) return { page: 'lobby', link: lobby };
  const [, link, session, screen] = SESSION.exec(path) ?? [];
  if (link === undefined || session === undefined) return { page: 'nowhere' };
  return {
    page: 'session',
    link,
    session,
    screen: screen === 'chair' || screen === 'booth' || screen === 'podium' ? screen : 'room',
  };
}

/** Address of a person's lobby. */
export function lobbyPath(link: string): string {
  return `/as/${link}/`;
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

const here = $state<{ route: Route }>({ route: routeOf(location.pathname, location.hash) });

addEventListener('popstate', () => {
  here.route = routeOf(location.pathname, location.hash);
});

/** The page to show. Reactive. */
export function route(): Route {
  return here.route;
}

/** Goes to a path of this site; `replace` leaves no way back to the page before. */
export function go(path: string, replace = false): void {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  here.route = routeOf(location.pathname, location.hash);
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
