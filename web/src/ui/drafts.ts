/**
 * Where drafts are kept: in the tab's own storage, for texts may be confidential. They end with the tab, with the person's
 * link, and when another person enters in the tab.
 */

const NAME = 'plenary.drafts';
/** What of the fields differs from how they began, as JSON, by whose and what it is; the newest last. */
export const drafts = new Map<string, string>(written());

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

/** Writes what is kept. */
export function write(): void {
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
