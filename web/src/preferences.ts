/** What this browser remembers for a person: kept per personal link, since one browser may hold several. */

/** Longest time until what changes often is written, in milliseconds. */
const SOON_MS = 1_000;
/** What becomes of what is to be written where another tab has written meanwhile. */
type Merge = (value: string, written: string | null) => string;
/** What is to be written soon, by key. */
const due = new Map<string, { value: string; merge: Merge }>();

function key(name: string, link: string): string {
  return `plenary.${name}${link && `:${link}`}`;
}

/** What was remembered, or null; a browser that forbids storage remembers nothing. */
export function recall(name: string, link = ''): string | null {
  try {
    return due.get(key(name, link))?.value ?? localStorage.getItem(key(name, link));
  } catch {
    return null;
  }
}

/** Remembers, where the browser allows it. */
export function remember(name: string, value: string, link = ''): void {
  write(key(name, link), value);
}

/**
 * Remembers within a second: for what changes with every message, as each write is one to the disk. What is still due
 * when the page goes is written then. `merge` takes in what another tab has written meanwhile.
 */
export function rememberSoon(
  name: string,
  value: string,
  link = '',
  merge: Merge = (newest) => newest,
): void {
  if (due.size === 0) setTimeout(writeDue, SOON_MS);
  due.set(key(name, link), { value, merge });
}

/** Calls `then` with what another tab of this browser remembers, whenever it does. Ends with what is returned. */
export function whenRemembered(name: string, link: string, then: (value: string) => void): () => void {
  const tell = (event: StorageEvent): void => {
    if (event.key === key(name, link) && event.newValue !== null) then(event.newValue);
  };
  addEventListener('storage', tell);
  return () => removeEventListener('storage', tell);
}

function write(to: string, value: string): void {
  try {
    localStorage.setItem(to, value);
  } catch {
    // Without storage the choice holds for this page only, which is what the person asked of the browser.
  }
}

function written(at: string): string | null {
  try {
    return localStorage.getItem(at);
  } catch {
    return null;
  }
}

function writeDue(): void {
  for (const [to, { value, merge }] of due) write(to, merge(value, written(to)));
  due.clear();
}

addEventListener('pagehide', writeDue);
