/** The chair's desk: what the meeting works through, whose list is looked at, and how the last act went. It decides nothing. */
import type { Command, ListView, RequestView, TurnView } from '$protocol';
import type { Answer, Unmet } from '../commands.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { delegationName } from '../people/names.ts';
import { pressing } from '../points/pressing.ts';
import { announce } from '../ui/announcer.ts';
import { refusalWords } from '../ui/refusals.ts';
import { type MainAct, mainAct, type Situation } from './main_button.ts';
import type { Names } from './script.ts';
import { ScriptLanguage } from './script_language.svelte.ts';

/**
 * An act as it is asked for. Its words name it in the language shown, whenever they are made: they hold on to nothing
 * that a dialog takes with it.
 */
export interface Act {
  command: Command;
  words: () => string;
}

/** How an act went. */
export type Report = { state: 'pending' | 'done'; act: Act } | { state: 'refused'; act: Act; reason: Unmet };

/** What the parts of the console share. */
export class Desk {
  /** The session attended. */
  readonly live: Live;
  /** In which language the chair reads out. */
  readonly script: ScriptLanguage;
  #looked = $state<string | null>(null);
  #report = $state.raw<Report | null>(null);
  #otherDay_ms = $state<number | null>(null);

  constructor(live: Live) {
    this.live = live;
    this.script = new ScriptLanguage(live.link);
  }

  /** The list that is looked at: the one chosen, or else the one in hand. To look at a list changes nothing. Reactive. */
  get looked(): ListView | undefined {
    const { store } = this.live;
    return store.get('list', this.#looked) ?? this.inHand ?? store.lists[0];
  }

  /** Looks at another list. */
  look(list: string): void {
    this.#looked = list;
  }

  /** The list in hand: the one that the meeting works through. Reactive. */
  get inHand(): ListView | undefined {
    const { store } = this.live;
    return store.get('list', store.inHand?.list);
  }

  /** Who comes next on the list in hand. Reactive. */
  get next(): RequestView | undefined {
    const { store } = this.live;
    return store.get('request', store.inHand?.next);
  }

  /** The two after the next. Reactive. */
  get after(): RequestView[] {
    return this.next ? this.requests(this.inHand?.queue ?? []).slice(1, 3) : [];
  }

  /** The turn in progress. Reactive. */
  get turn(): TurnView | null {
    return this.live.store.floor?.turn ?? null;
  }

  /** What the main button's choice is made from. Reactive. */
  get #situation(): Situation | null {
    const { store } = this.live;
    if (!store.session) return null;
    const request = (id: string) => store.get('request', id);
    return {
      session: store.session,
      turn: this.turn,
      inHand: store.inHand ?? null,
      list: (id) => store.get('list', id),
      request,
      absent: (of) => this.isAbsent(of),
      points: pressing(store.all('point')),
      motion: store.get('motion', store.motions?.waiting[0]) ?? null,
      onMotion: request(store.motions?.next_speaker ?? '') ?? null,
      votes: store.motions?.votes ?? false,
    };
  }

  /** What the main button does. Reactive. */
  readonly act: MainAct | null = $derived.by(() => {
    const situation = this.#situation;
    return situation && mainAct(situation);
  });

  /** Whom what is read out can name. Reactive. */
  get names(): Names {
    const { store } = this.live;
    return {
      title: store.session?.title ?? {},
      votes: store.motions?.votes ?? false,
      heard: store.floor?.point?.speaker ?? null,
      replies: ({ list }) => store.get('list', list)?.kind === 'right_of_reply',
      of: (delegation, speaker) => ({
        delegation: store.get('delegation', delegation),
        speaker,
        gender: (speaker && store.address?.genders[speaker.person]) ?? null,
      }),
    };
  }

  /** Whether the meeting is to decide something now: a motion, or an appeal. Reactive. */
  get deciding(): boolean {
    return ['vote', 'consent', 'decide_appeal'].includes(this.act?.kind ?? '');
  }

  /** How the last act went; none before the first. Reactive. */
  get report(): Report | null {
    return this.#report;
  }

  /** When the session is planned for that was to be opened on another day, until that is answered; else none. Reactive. */
  get otherDay_ms(): number | null {
    return this.#otherDay_ms;
  }

  /** The question whether it is opened on another day is answered. */
  endOtherDay(): void {
    this.#otherDay_ms = null;
  }

  /** Requests by their ids. Reactive. */
  requests(ids: readonly string[]): RequestView[] {
    return ids.flatMap((id) => this.live.store.get('request', id) ?? []);
  }

  /** Name of a delegation in the language shown. Reactive. */
  name(delegation: string): string {
    return delegationName(this.live.store, delegation);
  }

  /** Whether nobody is there of the delegation whose request it is. Reactive. */
  isAbsent(request: RequestView | undefined): boolean {
    return this.live.store.get('preparation', request?.id)?.present === false;
  }

  /** Whether a request's recording is to be played: nobody of it is there, and the floor is given. Reactive. */
  isPlayable(request: RequestView | undefined): boolean {
    const { store } = this.live;
    if (!this.isAbsent(request) || store.session?.phase !== 'open') return false;
    return store.get('prerecorded', request?.id) !== undefined;
  }

  /** The act that gives the floor to a request and plays its recording. */
  playing({ id, delegation }: RequestView): Act {
    const words = () => t('chair-play-name', { name: this.name(delegation) });
    return { command: { type: 'play_prerecorded', request: id, ending: this.turn?.id ?? null }, words };
  }

  /** Asks for an act as fields stand; for nothing while they are not complete. */
  asking(act: () => Act | null): () => Promise<Answer> | null {
    return () => {
      const asked = act();
      return asked && this.do(asked);
    };
  }

  /** Has the server do an act. The page changes when the server says so. */
  async do(act: Act): Promise<Answer> {
    this.#report = { state: 'pending', act };
    const answer = await this.live.commands.ask(act.command);
    if (!answer.done && answer.reason.code === 'other_day') {
      // Not a refusal to be read, but a question.
      this.#report = null;
      this.#otherDay_ms = answer.reason.starts_at_ms;
      return answer;
    }
    this.#report = answer.done ? { state: 'done', act } : { state: 'refused', act, reason: answer.reason };
    announce(reportWords(this.#report));
    return answer;
  }
}

/** A report in the language shown. Reactive. */
export function reportWords(report: Report): string {
  const act = report.act.words();
  switch (report.state) {
    case 'pending':
      return t('chair-report-pending', { act });
    case 'done':
      return t('chair-report-done', { act });
    case 'refused':
      return t('chair-report-refused', { act, why: refusalWords(report.reason) });
  }
}
