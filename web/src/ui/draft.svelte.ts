/** What was typed and not sent: there again when the same thing is opened again, after Escape as after a reload. */
import { drafts, write } from './drafts.ts';

/** Longest time until what is typed is written, in milliseconds. */
const SOON_MS = 300;
/** Most drafts of a tab, and most characters of them all: the oldest go first. */
export const DRAFTS_MAX = 40;
const LENGTH_MAX = 400_000;
let due: ReturnType<typeof setTimeout> | undefined;

/** Whose draft it is. */
interface Attended {
  readonly link: string;
  readonly session: string;
}
type Fields = Record<string, unknown>;

/** The fields of something that is written before it is sent. */
export class Draft<F extends Fields = Fields> {
  /** The fields as they stand, to be bound to. Reactive. */
  readonly fields: F;
  readonly #key: string;
  /** How they began, as JSON. */
  #initial: string;

  /**
   * `what` names the dialog or place, `subject` the id of what it is about, empty where there is one alone. `initial` is how
   * the fields begin; of those that were changed and not sent the change is there again, over whatever others have made of
   * the rest meanwhile.
   */
  constructor({ link, session }: Attended, what: string, subject: string, initial: F) {
    this.#key = [link, session, what, subject].join(' ');
    this.#initial = JSON.stringify(initial);
    this.fields = $state(over(initial, parsed(kept(this.#key))));
  }

  /** Keeps the fields as they stand. Reactive: an effect that calls it follows them. */
  keep(): void {
    const changed = difference(parsed(this.#initial), $state.snapshot(this.fields) as F);
    put(this.#key, Object.keys(changed).length === 0 ? null : JSON.stringify(changed));
  }

  /** The fields begin anew, as others have made what they show. */
  begin(initial: F): void {
    this.#initial = JSON.stringify(initial);
    this.end();
  }

  /** It was sent, or thrown away by whoever wrote it: the fields are as they began. */
  end(): void {
    Object.assign(this.fields, parsed(this.#initial));
    put(this.#key, null);
  }
}

/** A draft that is kept as it is written. To be called while a component is made. */
export function draftOf<F extends Fields>(of: Attended, what: string, subject: string, initial: F): Draft<F> {
  const draft = new Draft(of, what, subject, initial);
  $effect(() => draft.keep());
  return draft;
}

function parsed(text: string | undefined): Fields {
  return text === undefined ? {} : (JSON.parse(text) as Fields);
}

/** Whether fields lie within a field, as the names of a person in each language. */
function nests(field: unknown): field is Fields {
  return typeof field === 'object' && field !== null && !Array.isArray(field);
}

/** What differs, field by field. */
function difference(from: Fields, to: Fields): Fields {
  const changed: Fields = {};
  for (const [name, now] of Object.entries(to)) {
    const before = from[name];
    if (JSON.stringify(now) === JSON.stringify(before)) continue;
    changed[name] = nests(now) && nests(before) ? difference(before, now) : now;
  }
  return changed;
}

/** Fields with what differs laid over them. */
function over<F extends Fields>(initial: F, changed: Fields): F {
  const both: Fields = { ...initial };
  for (const [name, now] of Object.entries(changed)) {
    const before = initial[name];
    both[name] = nests(now) && nests(before) ? over(before, now) : now;
  }
  return both as F;
}

/** What is kept by a key, if anything is. */
function kept(key: string): string | undefined {
  return drafts.get(key);
}

function writeDue(): void {
  due = undefined;
  write();
}

/** Keeps a text by a key, or nothing there any more. */
function put(key: string, text: string | null): void {
  if ((drafts.get(key) ?? null) === text) return;
  drafts.delete(key);
  if (text !== null) drafts.set(key, text);
  let length = [...drafts.values()].reduce((sum, one) => sum + one.length, 0);
  for (const [oldest, { length: freed }] of drafts) {
    if (drafts.size <= DRAFTS_MAX && length <= LENGTH_MAX) break;
    drafts.delete(oldest);
    length -= freed;
  }
  if (due === undefined) due = setTimeout(writeDue, SOON_MS);
}
