/**
 * Where drafts are kept: in the tab's own storage, for texts may be confidential. They end with the tab, with the person's
 * link, and when another person enters in the tab.
 */

const NAME = 'plenary.drafts';
/** Longest time until what is typed is written, in milliseconds. */
const SOON_MS = 300;
/** Most drafts of a tab, and most characters of them all: the oldest go first. */
export const DRAFTS_MAX = 40;
const LENGTH_MAX = 400_000;

/** What of the fields differs from how they began, as JSON, by whose and what it is; the newest last. */
const drafts = new Map<string, string>(written());
let due: ReturnType<typeof setTimeout> | undefined;

/** What is kept by a key, if anything is. */
export function kept(key: string): string | undefined {
  return drafts.get(key);
}

/** Forgets the drafts of a person whose link has ended. */
export function forgetDrafts(link: string): void {
  forget((key) => key.startsWith(`${link} `));
}

/** Forgets the drafts of all but the person who has just entered in this tab. */
export function forgetOthersDrafts(link: string): void {
  forget((key) => !key.startsWith(`${link} `));
}

function forget(whose: (key: string) => boolean): void {
  for (const key of [...drafts.keys()].filter(whose)) drafts.delete(key);
  write();
}

/** Keeps a text by a key, or nothing there any more. */
export function put(key: string, text: string | null): void {
  if ((drafts.get(key) ?? null) === text) return;
  drafts.delete(key);
  if (text !== null) drafts.set(key, text);
  let length = [...drafts.values()].reduce((sum, one) => sum + one.length, 0);
  for (const [oldest, { length: freed }] of drafts) {
    if (drafts.size <= DRAFTS_MAX && length <= LENGTH_MAX) break;
    drafts.delete(oldest);
    length -= freed;
  }
  due ??= setTimeout(write, SOON_MS);
}

function write(): void {
  clearTimeout(due);
  due = undefined;
  try {
    if (drafts.size === 0) sessionStorage.removeItem(NAME);
    else sessionStorage.setItem(NAME, JSON.stringify([...drafts]));
  } catch {
    // A browser that forbids storage keeps drafts for as long as the page is there.
  }
}

function written(): [string, string][] {
  try {
    const all: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '[]');
    return Array.isArray(all) ? all.filter((one) => typeof one?.[1] === 'string') : [];
  } catch {
    return [];
  }
}

addEventListener('pagehide', write);
