/** The chair's desk: the list in hand, what is shown of it, and how the last act went. It decides nothing. */
import type { Command, ListView, Reason, RequestView, TurnView } from '$protocol';
import type { Answer } from '../commands.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { delegationName } from '../people/names.ts';
import { pressing } from '../points/pressing.ts';
import { announce } from '../ui/announcer.ts';
import { refusalWords } from '../ui/refusals.ts';
import { type NextAct, nextAct } from './next_act.ts';
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
export type Report = { state: 'pending' | 'done'; act: Act } | { state: 'refused'; act: Act; reason: Reason };

/** What the parts of the console share. */
export class Desk {
  /** The session attended. */
  readonly live: Live;
  /** In which language the chair reads out. */
  readonly script: ScriptLanguage;
  #chosen = $state<string | null>(null);
  #report = $state.raw<Report | null>(null);

  constructor(live: Live) {
    this.live = live;
    this.script = new ScriptLanguage(live.link);
  }

  /** The list in hand: the one chosen, or the first. Reactive. */
  get list(): ListView | undefined {
    return this.live.store.get('list', this.#chosen) ?? this.live.store.lists[0];
  }

  /** Takes another list in hand. */
  choose(list: string): void {
    this.#chosen = list;
  }

  /** Requests that wait on the list in hand, in order. Reactive. */
  get queue(): RequestView[] {
    return this.requests(this.list?.queue ?? []);
  }

  /** The turn in progress. Reactive. */
  get turn(): TurnView | null {
    return this.live.store.floor?.turn ?? null;
  }

  /** What the main button does. Reactive. */
  get act(): NextAct | null {
    const { session } = this.live.store;
    if (!session) return null;
    const request = (id: string) => this.live.store.get('request', id);
    const points = pressing(this.live.store.all('point'));
    const { motions } = this.live.store;
    return nextAct({
      session,
      turn: this.turn,
      list: this.list ?? null,
      request,
      points,
      motion: this.live.store.get('motion', motions?.waiting[0]) ?? null,
      onMotion: request(motions?.next_speaker ?? '') ?? null,
      votes: motions?.votes ?? false,
    });
  }

  /** Whether the meeting is to decide something now: a motion, or an appeal. Reactive. */
  get deciding(): boolean {
    return ['vote', 'consent', 'decide_appeal'].includes(this.act?.kind ?? '');
  }

  /** How the last act went; none before the first. Reactive. */
  get report(): Report | null {
    return this.#report;
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
