/** What this browser remembers for a person: kept per personal link, since one browser may hold several. */

function key(name: string, link: string): string {
  return `plenary.${name}${link && `:${link}`}`;
}

/** What was remembered, or null; a browser that forbids storage remembers nothing. */
export function recall(name: string, link = ''): string | null {
  try {
    return localStorage.getItem(key(name, link));
  } catch {
    return null;
  }
}

/** Remembers, where the browser allows it. */
export function remember(name: string, value: string, link = ''): void {
  try {
    localStorage.setItem(key(name, link), value);
  } catch {
    // Without storage the choice holds for this page only, which is what the person asked of the browser.
  }
}
