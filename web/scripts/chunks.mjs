// Which modules go into one file: few files, of which each page fetches what it draws and no more.
//
// What the first page stands on is `core`. What the session shares with what can be opened without it is `stage` (with the
// page of the public) or `sound` (with the check of the lobby); the rest of the session room is `session`. What
// several of the remaining screens and dialogs share is `parts`, one file for each company of them, small ones together; what
// one has alone comes with it.

import { createHash } from 'node:crypto';

const CHUNKS = ['core', 'stage', 'sound', 'session'];
/** What later screens alone use of libraries that the first page has too: `later`. A library's index names it beside the rest,
 * so that it would come with the first page. Should that use one, the file comes with it: slower, never wrong. */
const LATER =
  /\/svelte\/src\/(reactivity\/(map|set|media-query)|internal\/client\/dom\/(blocks\/css-props|elements\/(attachments|customizable-select|bindings\/(input|select|size|this))))\.js$/;
/** What a request more costs, in characters of code before it is minified and compressed. */
const REQUEST = 4_000;

/** @typedef {(id: string) => { importedIds: readonly string[], dynamicallyImportedIds: readonly string[] } | null} Modules */

/** All that a module cannot do without.
 * @param {Modules} modules */
function closure(root, modules) {
  const found = new Set([root]);
  // A set goes on over what is added meanwhile.
  for (const id of found) for (const next of modules(id)?.importedIds ?? []) found.add(next);
  return found;
}

/** What a module's file is called, without its folder and ending. */
const nameOf = (id) => id.slice(id.lastIndexOf('/') + 1).replace(/\..*$/, '');
/** A short name for a company of sharers: every chunk that imports theirs has it in it. */
const companyName = (sharers) =>
  createHash('sha256')
    .update([...sharers].map(nameOf).sort().join())
    .digest('hex')
    .slice(0, 6);
const minus = (some, others) => new Set([...some].filter((one) => !others.has(one)));

/** Makes one of two parts wherever that spares more in requests than it has others fetch in vain. */
function merged(parts) {
  for (;;) {
    let best = { gain: 0 };
    for (const [at, one] of parts.entries()) {
      for (const other of parts.slice(at + 1)) {
        const [alone, beside] = [minus(one.sharers, other.sharers), minus(other.sharers, one.sharers)];
        const spared = (one.sharers.size - alone.size) * REQUEST;
        const gain = spared - alone.size * other.size - beside.size * one.size;
        if (gain > best.gain) best = { gain, one, other };
      }
    }
    const { one, other } = best;
    if (!one) return parts;
    parts = parts.filter((part) => part !== one && part !== other);
    parts.push({
      sharers: new Set([...one.sharers, ...other.sharers]),
      ids: new Set([...one.ids, ...other.ids]),
      size: one.size + other.size,
    });
  }
}

/** The chunk of each module that is given one.
 * @param {Modules} modules */
function assign(entry, modules) {
  const core = closure(entry, modules);
  /** What each screen or dialog, fetched when it is needed, cannot do without. */
  const lazy = new Map();
  /** By which of them each is asked for. */
  const askers = new Map();
  for (const known = [core]; known.length > 0; ) {
    const asker = known.pop();
    for (const id of asker) {
      for (const root of modules(id)?.dynamicallyImportedIds ?? []) {
        askers.set(root, [...(askers.get(root) ?? []), asker]);
        if (lazy.has(root)) continue;
        lazy.set(root, closure(root, modules));
        known.push(lazy.get(root));
      }
    }
  }
  /** Who needs a file for a module: a dialog does not whose screens have it by then. */
  const company = (id) =>
    [...lazy]
      .filter(([root, ids]) => ids.has(id) && !askers.get(root).every((asker) => asker.has(id)))
      .map(([root]) => root);
  const of = (name) => [...lazy].find(([id]) => id.endsWith(name))?.[1] ?? new Set();
  const [session, open, check] = ['/src/Session.svelte', '/Public.svelte', '/SoundCheck.svelte'].map(of);
  const parts = new Map();
  const chunks = new Map([...core].map((id) => [id, 'core']));
  for (const id of [...lazy.values()].flatMap((ids) => [...ids])) {
    if (chunks.has(id)) continue;
    const sharers = company(id);
    if (sharers.length > 1 && open.has(id)) chunks.set(id, 'stage');
    else if (sharers.length > 1 && check.has(id) && session.has(id)) chunks.set(id, 'sound');
    else if (session.has(id)) chunks.set(id, 'session');
    else if ([...lazy.values()].filter((ids) => ids.has(id)).length > 1) {
      const name = sharers.sort().join();
      const part = parts.get(name) ?? { sharers: new Set(sharers), ids: new Set(), size: 0 };
      if (!part.ids.has(id)) part.size += modules(id)?.code?.length ?? 0;
      part.ids.add(id);
      parts.set(name, part);
    }
  }
  for (const { sharers, ids } of merged([...parts.values()]))
    for (const id of ids) chunks.set(id, `parts~${companyName(sharers)}`);
  return chunks;
}

/** Groups for rolldown's `codeSplitting`, for a client that begins with this module. */
export function chunks(entry) {
  let known;
  const chunkOf = (id, context) => {
    known ??= assign(entry, (one) => context.getModuleInfo(one));
    return known.get(id);
  };
  const later = {
    name: 'later',
    test: LATER,
    priority: CHUNKS.length + 1,
    includeDependenciesRecursively: false,
  };
  const own = [...CHUNKS, null].map((name, at) => ({
    debugName: name ?? 'parts',
    name: (id, context) => {
      // A library's modules are taken along by whoever needs them: what each has of them is known after unused
      // ones are left out.
      if (id.includes('/node_modules/')) return null;
      const chunk = chunkOf(id, context) ?? null;
      return name === null || chunk === name ? chunk : null;
    },
    priority: CHUNKS.length - at,
    // What several share goes by who they are: nobody fetches what only others need.
    ...(name === null ? { includeDependenciesRecursively: false } : {}),
  }));
  return { groups: [later, ...own] };
}

/** That what later screens have of libraries does nothing by being there: else the first page would fetch it for that. */
export function effectless() {
  return {
    name: 'later-has-no-effects',
    apply: 'build',
    transform: (code, id) => (LATER.test(id) ? { code, map: null, moduleSideEffects: false } : null),
  };
}
