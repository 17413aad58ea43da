/** What this browser remembers for a person: kept per personal link, since one browser may hold several. */

/** Longest time until what changes often is written, in milliseconds. */
const SOON_MS = 1_000;
/** What is to be written soon, by key. */
const due = new Map<string, string>();

function key(name: string, link: string): string {
  return `plenary.${name}${link && `:${link}`}`;
}

/** What was remembered, or null; a browser that forbids storage remembers nothing. */
export function recall(name: string, link = ''): string | null {
  try {
    return due.get(key(name, link)) ?? localStorage.getItem(key(name, link));
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
 * when the page goes is written then.
 */
export function rememberSoon(name: string, value: string, link = ''): void {
  if (due.size === 0) setTimeout(writeDue, SOON_MS);
  due.set(key(name, link), value);
}

function write(to: string, value: string): void {
  try {
    localStorage.setItem(to, value);
  } catch {
    // Without storage the choice holds for this page only, which is what the person asked of the browser.
  }
}

function writeDue(): void {
  for (const [to, value] of due) write(to, value);
  due.clear();
}

addEventListener('pagehide', writeDue);
