/** The paragraphs of a session: those that the server keeps the page up to date with, and before them what was read. */
import { untrack } from 'svelte';
import type { ParagraphView, ProceedingsPage } from '$protocol';
import { call, type Outcome } from '../api.ts';
import type { Live } from '../live.svelte.ts';

/** Paragraphs of a page that is asked for; of one on the way to all of them. */
const PAGE = 50;
const LONG_PAGE = 500;

/** Reads the paragraphs of the proceedings before a number. */
function readProceedings(
  link: string,
  session: string,
  before: number,
  limit: number,
): Promise<Outcome<ProceedingsPage>> {
  return call(`/as/${link}/api/proceedings/${session}?before=${before}&limit=${limit}`, {});
}

/** Earlier paragraphs as they stand once others are live: without a gap before the first that is live. */
export function earlierThan(
  earlier: readonly ParagraphView[],
  wereLive: readonly ParagraphView[],
  live: readonly ParagraphView[],
): readonly ParagraphView[] {
  const first = live[0]?.number ?? 1;
  const kept = [...earlier, ...wereLive].filter(({ number }) => number < first);
  // What came while the page was away is read again when it is asked for.
  return kept.at(-1)?.number === first - 1 ? kept : [];
}

/** All that the page has of the proceedings. */
export class Paragraphs {
  readonly #live: Live;
  #earlier = $state.raw<readonly ParagraphView[]>([]);
  #wereLive: readonly ParagraphView[] = [];
  #state = $state<'ready' | 'loading' | 'failed'>('ready');
  /** Whether the server keeps no earlier ones. */
  #exhausted = $state(false);

  /** To be made while a component is. */
  constructor(live: Live) {
    this.#live = live;
    $effect.pre(() => {
      const paragraphs = live.store.paragraphs;
      const kept = earlierThan(this.#peek(), this.#wereLive, paragraphs);
      this.#wereLive = paragraphs;
      if (kept.length !== this.#peek().length) this.#earlier = kept;
    });
  }

  /** What there is, the oldest first. Reactive. */
  get all(): readonly ParagraphView[] {
    return [...this.#earlier, ...this.#live.store.paragraphs];
  }

  /** Whether a page is on its way, or could not be read. Reactive. */
  get state(): 'ready' | 'loading' | 'failed' {
    return this.#state;
  }

  /** Whether there are earlier ones that the page does not have. Reactive. */
  get more(): boolean {
    return (this.all[0]?.number ?? 1) > 1 && !this.#exhausted;
  }

  /** Reads the page before what there is. */
  async read(limit = PAGE): Promise<void> {
    const first = this.all[0]?.number ?? 1;
    if (this.#state === 'loading' || first <= 1) return;
    this.#state = 'loading';
    const page = await readProceedings(this.#live.link, this.#live.session, first, limit);
    this.#state = page.ok ? 'ready' : 'failed';
    if (!page.ok) return;
    this.#exhausted = !page.value.more;
    // What is live may have moved on while it was read.
    if (this.all[0]?.number === first) this.#earlier = [...page.value.paragraphs, ...this.#earlier];
  }

  /** Reads all that can be read; whether it could. */
  async readAll(): Promise<boolean> {
    while (this.more && this.#state === 'ready') await this.read(LONG_PAGE);
    return this.#state === 'ready';
  }

  #peek(): readonly ParagraphView[] {
    return untrack(() => this.#earlier);
  }
}
