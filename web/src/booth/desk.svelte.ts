/** The interpreter's desk: the booth, who sits here, and what is asked of the server. It decides nothing. */
import type {
  BoothView,
  ChannelId,
  Command,
  InterpreterView,
  ListenersView,
  Output,
  PersonId,
  TurnView,
} from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Live } from '../live.svelte.ts';
import { delegationName } from '../people/names.ts';
import type { Sound } from '../sound/index.ts';
import { notify } from '../ui/notices.svelte.ts';
import { refusalWords } from '../ui/refusals.ts';
import { mateOf, type NextAct, nextAct } from './next_act.ts';
import { strangerOn, toggled } from './source.ts';

/** What an interpreter presses to be heard, now or when the booth mate agrees. */
const TAKES: readonly Command['type'][] = ['go_on_air', 'accept_handover', 'request_handover'];

/** What the parts of the console share. */
export class Desk {
  /** The session attended. */
  readonly live: Live;
  /** Who was last on air in the booth, besides oneself: to be missed when they are gone. */
  #last = $state<PersonId | null>(null);

  constructor(live: Live) {
    this.live = live;
  }

  /** What is heard here, and the microphone. */
  get sound(): Sound {
    return this.live.sound;
  }

  /** Who sits here. Reactive. */
  get me(): PersonId {
    return this.live.store.you?.id ?? '';
  }

  /** The booth, once known. Reactive. */
  get booth(): BoothView | undefined {
    return this.live.store.get('booth', this.live.store.you?.booth);
  }

  /** Whether one's own microphone is on air. Reactive. */
  get onAir(): boolean {
    return this.booth?.on_air?.person === this.me;
  }

  /** The turn in progress. Reactive. */
  get turn(): TurnView | null {
    return this.live.store.floor?.turn ?? null;
  }

  /** Whether anybody can be heard from the floor. Reactive. */
  get spoken(): boolean {
    return this.live.store.microphones.length > 0;
  }

  /** What the main key does. Reactive. */
  get act(): NextAct | null {
    const { booth } = this;
    const { session } = this.live.store;
    if (!booth || !session) return null;
    return nextAct({
      booth,
      me: this.me,
      phase: session.phase,
      connected: this.sound.microphone.capture === 'ready',
      last: this.#last,
    });
  }

  /** Remembers who is on air, for the time when they are gone. */
  remember(on_air: PersonId | null): void {
    if (on_air !== null) this.#last = on_air === this.me ? null : on_air;
  }

  /** An interpreter of this booth. Reactive. */
  mate(person: PersonId): InterpreterView | undefined {
    return this.booth && mateOf(this.booth, person);
  }

  /** Name of an interpreter of any booth, in the language shown. Reactive. */
  name(person: PersonId): string {
    const known = this.live.store.booths.flatMap(({ interpreters }) => interpreters);
    const found = known.find((one) => one.person === person);
    return found ? worded(found.name) : person;
  }

  /** Name of a channel, in the language shown. Reactive. */
  channel(id: ChannelId): string {
    const known = this.live.store.get('channel', id);
    if (!known) return id;
    return known.language ? t('language-name', { language: known.language }) : worded(known.name);
  }

  /** Name of a delegation in the language shown. Reactive. */
  delegation(id: string): string {
    return delegationName(this.live.store, id);
  }

  /** How many listen to a channel. Reactive. */
  audience(channel: ChannelId): ListenersView | undefined {
    return this.live.store.get('listeners', channel);
  }

  /** Whether a channel passes the floor, so that nobody hears who is on air for it. Reactive. */
  passes(channel: ChannelId): boolean {
    return this.live.store.get('channel', channel)?.carries === 'floor';
  }

  /** Whether a command of a type is on its way. Reactive. */
  asks(type: Command['type']): boolean {
    return this.live.commands.isWaiting((command) => command.type === type);
  }

  /** Has the server do something. The page changes when the server says so; a refusal is shown. */
  async do(command: Command): Promise<void> {
    if (!this.live.connected) return;
    // Whoever muted themselves elsewhere would be on air in silence.
    if (TAKES.includes(command.type)) this.sound.microphone.muted = false;
    const answer = await this.live.commands.ask(command);
    if (!answer.done) notify(refusalWords(answer.reason));
  }

  /** Connects microphone and headphones; to be called in the handler of a press. */
  async connect(): Promise<void> {
    await Promise.all([this.sound.listening.start(), this.sound.microphone.prepare()]);
  }

  /** Turns from the floor to the relay and back. */
  toggleSource(): void {
    const wanted = this.booth && toggled(this.booth);
    if (wanted === undefined || this.asks('choose_source')) return;
    if (wanted === 'no_relay') notify(t('booth-relay-none'));
    else if (wanted === 'relay_refused') notify(t('booth-relay-refused'));
    else void this.do(wanted);
  }

  /** Takes relay, now or when next turned to, from the channel of a number. */
  chooseRelay(number: number): void {
    const channel = this.live.store.channels.find((one) => one.number === number);
    const relay = this.booth?.relays.find((one) => one.channel === channel?.id);
    if (!relay || relay.channel === this.booth?.relay) return;
    if (relay.refused !== null) notify(t('booth-relay-refused'));
    else void this.do({ type: 'preselect_relay', channel: relay.channel });
  }

  /** Chooses the output to speak on; on air, it moves the microphone there. */
  chooseOutput(output: Output): void {
    const known = this.booth?.outputs.find((one) => one.output === output);
    if (!this.booth || !known || this.booth.output === output) return;
    const stranger = strangerOn(this.booth, known);
    if (stranger !== null) notify(t('booth-output-taken', { name: this.name(stranger) }));
    else void this.do({ type: 'choose_output', output });
  }

  /** Tells the chair that the floor cannot be heard here, or that it can again. */
  reportFloor(): void {
    if (!this.booth || this.asks('report_floor_sound')) return;
    void this.do({ type: 'report_floor_sound', heard: this.booth.floor_unheard_since_ms !== null });
  }
}
