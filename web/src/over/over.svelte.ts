/** What was over before what the server keeps the page up to date with: read page by page. */
import type { PastKind, PastPage } from '$protocol';
import { call, type Outcome } from '../api.ts';
import type { Live } from '../live.svelte.ts';
import type { Kind, Of } from '../store.svelte.ts';

/** Things of a page, and most that the server gives at once. */
const PAGE = 50;
const PAGE_MAX = 200;
/** With fewer of them on the page there is nothing earlier: the server keeps more up to date. */
const SHOWN_MIN = 20;

/** What reading earlier things needs to know of them. */
export type Pages = Pick<Over<Kind>, 'state' | 'hasMore' | 'follow' | 'read'>;

/** Reads what was over before a thing that is. */
export function readOver(
  link: string,
  session: string,
  kind: PastKind,
  asked: { before: string; limit: string; list?: string },
): Promise<Outcome<PastPage>> {
  return call(`/as/${link}/api/past/${session}/${kind}?${new URLSearchParams(asked)}`, {});
}

/** Earlier things of one kind. */
export class Over<K extends Kind> {
  readonly #live: Live;
  readonly #past: PastKind;
  readonly #kind: K;
  readonly #list: string | undefined;
  #entities = $state.raw<readonly Of<Kind>[]>([]);
  #more = $state(true);
  #state = $state<'ready' | 'loading' | 'failed'>('ready');
  /** The oldest thing that the server keeps up to date: all that is read comes before it. */
  #first: string | undefined;

  /** What is read, the type of entity that each thing of it is, and `list` where the things are a list's. */
  constructor(live: Live, past: PastKind, kind: K, list?: string) {
    this.#live = live;
    this.#past = past;
    this.#kind = kind;
    this.#list = list;
  }

  /** Whether a page is on its way, or could not be read. Reactive. */
  get state(): 'ready' | 'loading' | 'failed' {
    return this.#state;
  }

  /** What was read and is not kept up to date, the oldest first. Reactive. */
  get things(): Of<K>[] {
    return this.all(this.#kind);
  }

  /** Entities of a type that came with it. Reactive. */
  all<T extends Kind>(type: T): Of<T>[] {
    const ofType = this.#entities.filter((one): one is Of<T> => one.type === type);
    return ofType.filter(({ id }) => this.#live.store.get(type, id) === undefined);
  }

  /** Whether there may be earlier ones, where so many are kept up to date. Reactive. */
  hasMore(shown: number): boolean {
    return shown >= SHOWN_MIN && this.#more;
  }

  /** Follows what is kept up to date, of which this is the oldest: what has left it is read with the rest. */
  follow(first: string | undefined): void {
    if (first === this.#first) return;
    this.#first = first;
    const count = this.things.length;
    if (count > 0) void this.#read(first, Math.min(count + PAGE, PAGE_MAX), () => []);
  }

  /** Reads the page before all that is there. */
  async read(): Promise<void> {
    const oldest: { id: string } | undefined = this.all<Kind>(this.#kind)[0];
    const before = oldest?.id ?? this.#first;
    await this.#read(before, PAGE, () => this.#entities);
  }

  async #read(before: string | undefined, limit: number, after: () => readonly Of<Kind>[]): Promise<void> {
    if (this.#state === 'loading' || before === undefined) return;
    this.#state = 'loading';
    const asked = { before, limit: String(limit), ...(this.#list === undefined ? {} : { list: this.#list }) };
    const page = await readOver(this.#live.link, this.#live.session, this.#past, asked);
    this.#state = page.ok ? 'ready' : 'failed';
    if (!page.ok) return;
    this.#entities = [...page.value.entities, ...after()];
    this.#more = page.value.more;
  }
}
