/** Messages of a room before those that the server keeps the page up to date with: read page by page. */
import type { ChatPage, MessageView } from '$protocol';
import { call, type Outcome } from '../api.ts';
import type { Live } from '../live.svelte.ts';

/** Messages of a page that is scrolled to; of one on the way to a message that was found. */
const PAGE = 50;
const LONG_PAGE = 200;

/** Reads the past of a chat room: the messages before one. */
function readChat(
  link: string,
  session: string,
  room: string,
  asked: { before: string; limit: string },
): Promise<Outcome<ChatPage>> {
  return call(`/as/${link}/api/chat/${session}/${room}?${new URLSearchParams(asked)}`, {});
}

/** The past of one room. */
export class Past {
  readonly #live: Live;
  readonly #room: string;
  #messages = $state.raw<readonly MessageView[]>([]);
  #more = $state(true);
  #state = $state<'ready' | 'loading' | 'failed'>('ready');

  constructor(live: Live, room: string) {
    this.#live = live;
    this.#room = room;
  }

  /** What was read, the oldest first. Reactive. */
  get messages(): readonly MessageView[] {
    return this.#messages;
  }

  /** Whether a page is on its way, or could not be read. Reactive. */
  get state(): 'ready' | 'loading' | 'failed' {
    return this.#state;
  }

  /** Whether there may be older ones than `first`, which has this number. Reactive. */
  hasMore(first: MessageView | undefined): boolean {
    return this.#more && first !== undefined && first.number > 1;
  }

  /** Reads the page before a message. */
  async read(first: MessageView, limit = PAGE): Promise<void> {
    if (this.#state === 'loading') return;
    this.#state = 'loading';
    const page = await readChat(this.#live.link, this.#live.session, this.#room, {
      before: first.id,
      limit: String(limit),
    });
    this.#state = page.ok ? 'ready' : 'failed';
    if (!page.ok) return;
    this.#messages = [...page.value.messages, ...this.#messages];
    this.#more = page.value.more;
  }

  /** Reads pages until what is looked for is there, or cannot be had. `first` is the oldest message that is. */
  async reach(there: () => boolean, first: () => MessageView | undefined): Promise<void> {
    for (let at = first(); at && !there() && this.hasMore(at); at = first()) {
      await this.read(at, LONG_PAGE);
      if (this.#state !== 'ready') return;
    }
  }

  /** Messages that the server no longer keeps up to date follow those of the past. */
  keep(left: readonly MessageView[]): void {
    if (left.length > 0) this.#messages = [...this.#messages, ...left];
  }

  /** Forgets it: what is read again later is as it is then. */
  forget(): void {
    this.#more = true;
    if (this.#messages.length > 0) this.#messages = [];
  }
}
