/** What a captioner's console knows: what is typed, which line is being put right, what is on its way or was not taken. */
import type { Command, PersonId } from '$protocol';
import { inOrder } from '../captions/lines.ts';
import type { Unmet } from '../commands.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { recall, rememberSoon, whenRemembered } from '../preferences.ts';
import type { Of } from '../store.svelte.ts';
import { afterSign, expanded, LIST_CHARS_MAX, type Read, read } from './abbreviations.ts';

/** Most characters of a line. */
export const LINE_CHARS_MAX = 200;
/** Under which name the list of abbreviations is remembered in this browser. */
const LIST = 'abbreviations';

/** A line on its way, or one that the server did not take. */
export interface Sent {
  readonly number: number;
  readonly text: string;
  /** Why it was not taken; none while it is on its way. */
  readonly unmet: Unmet | null;
}

/** Who writes the captions, as the captioner sees it. */
export type Writer = { who: 'you' | 'machine' | 'nobody' } | { who: 'other'; person: PersonId };

export class Desk {
  readonly live: Live;
  /** What is typed. */
  text = $state('');
  /** The line that is being put right. */
  #correcting = $state<string | null>(null);
  /** What was typed when one began to put a line right. */
  #kept = '';
  /** Lines on their way, and those that were not taken, in order of sending. Reactive. */
  sent = $state.raw<readonly Sent[]>([]);
  #numbers = 0;
  /** Whether whoever is on is being asked for. */
  #list = $state('');
  readonly #read = $derived(read(this.#list));

  constructor(live: Live) {
    this.live = live;
    this.#list = recall(LIST, live.link) ?? '';
    $effect(() => whenRemembered(LIST, live.link, (list) => (this.#list = list)));
  }

  /** The language in which the captioner writes; none for whoever is none. Reactive. */
  get language(): string | null {
    const { you } = this.live.store;
    return you?.rights.includes('caption') ? (you.captions ?? null) : null;
  }

  /** Lines that are shown, the oldest first. Reactive. */
  get lines(): Of<'caption'>[] {
    const { language } = this;
    return inOrder(this.live.store.all('caption').filter((line) => line.language === language));
  }

  /** Who writes. Reactive. */
  get writer(): Writer {
    const { store } = this.live;
    const on = store.get('captioner', this.language);
    if (on === undefined)
      return { who: store.get('captions', this.language)?.machine ? 'machine' : 'nobody' };
    return on.person === store.you?.id ? { who: 'you' } : { who: 'other', person: on.person };
  }

  /** The list of abbreviations, as it is written. Reactive. */
  get list(): string {
    return this.#list;
  }

  set list(list: string) {
    this.#list = list.slice(0, LIST_CHARS_MAX);
    rememberSoon(LIST, this.#list, this.live.link);
  }

  /** The same, read. Reactive. */
  get abbreviations(): Read {
    return this.#read;
  }

  /** The line that is being put right, while it is shown. Reactive. */
  get correcting(): Of<'caption'> | undefined {
    return this.live.store.get('caption', this.#correcting);
  }

  /** How many characters are left; below 0, so many are too many. Reactive. */
  get left(): number {
    return LINE_CHARS_MAX - [...this.text.trim()].length;
  }

  /** A sign was typed before the caret: where it ends an abbreviation, the text is another. Tells where the caret stands then. */
  typed(caret: number): number {
    const after = afterSign(this.text, caret, this.#read);
    this.text = after.text;
    return after.caret;
  }

  /** Goes to the line before the one that is being put right, or after it. Tells whether there is one. */
  turn(by: -1 | 1): boolean {
    const { lines } = this;
    const here = lines.findIndex(({ id }) => id === this.#correcting);
    const at = here < 0 ? (by < 0 ? lines.length - 1 : lines.length) : here + by;
    const line = lines[at];
    if (line === undefined) {
      if (here >= 0 && by > 0) this.leave();
      return false;
    }
    if (here < 0) this.#kept = this.text;
    this.#correcting = line.id;
    this.text = line.text;
    return true;
  }

  /** Puts no line right: what was typed before is there again. */
  leave(): void {
    if (this.#correcting === null) return;
    this.#correcting = null;
    this.text = this.#kept;
    this.#kept = '';
  }

  /** Sends what is typed: a new line, or the one that is put right. */
  async send(): Promise<void> {
    const text = expanded(this.text.trim(), this.#read);
    const caption = this.#correcting;
    if (caption === null) {
      if (text === '') return;
      this.text = '';
      await this.#ask({ type: 'caption', text }, text);
      return;
    }
    this.leave();
    await this.#ask({ type: 'correct_caption', caption, text }, text);
  }

  /** Takes what was not taken back into the field. */
  takeBack(one: Sent): void {
    this.sent = this.sent.filter(({ number }) => number !== one.number);
    this.text = [one.text, this.text].filter(Boolean).join(' ');
  }

  async #ask(command: Command, text: string): Promise<void> {
    this.#numbers += 1;
    const number = this.#numbers;
    this.sent = [...this.sent, { number, text, unmet: null }];
    const answer = await this.live.commands.ask(command);
    const others = (one: Sent) => one.number !== number;
    // A line that was to be taken away has nothing to be taken back.
    this.sent =
      answer.done || text === ''
        ? this.sent.filter(others)
        : this.sent.map((one) => (others(one) ? one : { ...one, unmet: answer.reason }));
  }
}
