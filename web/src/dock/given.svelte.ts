/** What the dock is drawn from, and what its presses do. */
import type { Command, ListView, RequestView, StandingView } from '$protocol';
import { clock } from '../clock.svelte.ts';
import { t, worded } from '../i18n/i18n.svelte.ts';
import { timeOfDay } from '../i18n/times.ts';
import type { Live } from '../live.svelte.ts';
import { hushOf } from '../sound/hush.ts';
import { notify } from '../ui/notices.svelte.ts';
import { refusalWords } from '../ui/refusals.ts';
import { type Act, faceOf, type MicrophoneFace, mayTakeTurn } from './microphone_face.ts';
import { type Dock, dockOf, type Given, type Wanted } from './table.ts';

/** Where one's own delegation does not have the floor, nothing in the dock changes sooner, in milliseconds. */
const SLOW_MS = 5_000;
/** So long the server may hear nothing of a microphone that is live before it counts, in milliseconds. */
const UNHEARD_MS = 2_000;

/** What a list is called in short: each request is named by it. */
export function listName(list: ListView, lists: readonly ListView[]): string {
  const alone = lists.filter(({ kind }) => kind === list.kind).length === 1;
  const known = list.kind === 'statements' || list.kind === 'right_of_reply' || list.kind === 'motions';
  return alone && known ? t('list-kind', { kind: list.kind }) : worded(list.name);
}

/** The dock of a page. To be made while a component is. */
export class DockState {
  readonly live: Live;
  /** Whether something is on its way to the server. */
  #busy = $state(false);
  /** Place in the log of what was last done: until the page has come to it, the button still says "sending". */
  #awaited = $state<number | null>(null);
  /** Whether the server has heard nothing of a live microphone for so long that it counts. */
  #unheard = $state(false);

  readonly #turn = $derived.by(() => this.live.store.floor?.turn ?? null);
  readonly #hearing = $derived.by(() => this.live.store.floor?.point ?? null);
  readonly #own = $derived.by(() => this.live.store.you?.delegation ?? null);
  readonly #near = $derived(
    this.#own !== null && (this.#turn?.delegation === this.#own || this.#hearing?.delegation === this.#own),
  );
  readonly #now_ms = $derived(this.#near ? clock.now_ms : Math.floor(clock.now_ms / SLOW_MS) * SLOW_MS);

  /** How one's own delegation stands, on each list. */
  readonly lists: readonly Wanted[] = $derived.by(() => {
    const { store } = this.live;
    return store.lists.flatMap((list) => {
      const standing = store.get('standing', list.id);
      return standing
        ? [{ list: list.id, kind: list.kind, name: listName(list, store.lists), standing }]
        : [];
    });
  });

  /** The face of one's own microphone; null for those who are never heard. */
  readonly microphone: MicrophoneFace | null = $derived.by(() => {
    const { store, sound } = this.live;
    const { you } = store;
    const own = you?.microphone;
    // An interpreter's is the console's to open; here it is only said when it is.
    if (!own?.may_publish || (own.live === 'off' && you?.rights.includes('interpret'))) return null;
    const { capture, path, muted, silent } = sound.microphone;
    const mayTake = mayTakeTurn(this.#turn, you);
    return faceOf({ own, capture, path, muted, silent: silent || own.silent || this.#unheard, mayTake });
  });

  readonly given: Given = $derived.by(() => {
    const { store, connected } = this.live;
    const { session, you, placard } = store;
    const rights = you?.rights ?? [];
    const queue = store.lists[0]?.queue ?? [];
    const own = store.all('point').find(({ id }) => id === placard?.point);
    const panel = session?.kind === 'panel' && store.questions?.open === true && rights.includes('take_part');
    return {
      phase: session?.phase ?? 'scheduled',
      connected,
      sending: this.#busy || (this.#awaited !== null && (store.seq ?? 0) < this.#awaited),
      now_ms: this.#now_ms,
      speaks: rights.includes('speak') && this.lists.length > 0,
      takes_part: rights.includes('take_part'),
      own: this.#own,
      lists: this.lists,
      turn: this.#turn,
      hearing: this.#hearing,
      point: own?.state === 'heard' ? 'heard' : own?.state === 'raised' ? 'raised' : null,
      may_raise: placard?.may_raise ?? false,
      may_appeal: (placard?.may_appeal ?? null) !== null,
      microphone: this.microphone?.state ?? null,
      other_heard: store.microphones.some(
        (one) => one.id !== you?.id && one.delegation === this.#own && hushOf(one) === null,
      ),
      has_statement: this.statement !== null,
      panel: panel ? { waiting: store.ownQuestions.filter(({ state }) => state === 'waiting').length } : null,
      queue: { waiting: queue.length, last: store.get('request', queue.at(-1))?.expected ?? null },
      resumes: session?.until_ms == null ? '' : this.hostTime(session.until_ms),
    };
  });

  readonly dock: Dock = $derived(dockOf(this.given));

  /** The request whose statement stands nearest: that which has the floor, else the first that waits. */
  readonly statement: { list: ListView; request: RequestView; standing: StandingView } | null = $derived.by(
    () => {
      const { store } = this.live;
      const all = this.lists.flatMap(({ list, standing }) => {
        const request = store.get('request', standing.request);
        const of = store.get('list', list);
        const prepared = request && ['inscribed', 'queued', 'called'].includes(request.state);
        return prepared && of ? [{ list: of, request, standing }] : [];
      });
      return all[0] ?? null;
    },
  );

  constructor(live: Live) {
    this.live = live;
    $effect(() => {
      const own = live.store.you?.microphone;
      if (own?.live !== 'floor' || own.connected) {
        this.#unheard = false;
        return;
      }
      const late = setTimeout(() => {
        this.#unheard = true;
      }, UNHEARD_MS);
      return () => clearTimeout(late);
    });
  }

  /** Asks for it, and tells whether it was done; until it shows, the main button says that it is on its way. */
  async ask(command: Command): Promise<boolean> {
    this.#busy = true;
    const answer = await this.live.commands.ask(command);
    this.#busy = false;
    if (answer.done) this.#awaited = answer.seq;
    else notify(refusalWords(answer.reason));
    return answer.done;
  }

  /** A press of the microphone. */
  async act(act: Act | null): Promise<void> {
    const { microphone } = this.live.sound;
    switch (act) {
      case 'mute':
      case 'unmute':
        microphone.muted = act === 'mute';
        // Who unmutes wants to be heard, also on a page that has no microphone yet.
        if (act === 'unmute') await microphone.prepare();
        return;
      case 'prepare':
        await microphone.prepare();
        return;
      case 'agree':
        await this.agree();
        return;
      case 'open':
        await microphone.prepare();
        await this.#tell({ type: 'open_microphone', person: null });
        return;
      case 'take_turn':
        await this.#takeTurn();
        return;
      case null:
        return;
    }
  }

  /** Opens the microphone of whoever has the floor, by whatever keeps it closed. */
  async openMicrophone(): Promise<void> {
    const face = this.microphone;
    if (face?.state === 'ready' || face?.state === 'take_turn') return this.#takeTurn();
    await this.act(face?.act ?? null);
  }

  /** Agrees that one's microphone is opened with the floor. The press is what the browser wants before it asks, so that comes first. */
  async agree(): Promise<boolean> {
    const [, agreed] = await Promise.all([
      this.live.sound.microphone.prepare(),
      this.#tell({ type: 'agree_to_microphone', agrees: true }),
    ]);
    return agreed;
  }

  async #takeTurn(): Promise<void> {
    const turn = this.#turn;
    if (turn === null || !(this.live.store.you?.microphone.agrees || (await this.agree()))) return;
    await this.#tell({ type: 'speak_for_turn', turn: turn.id });
  }

  async #tell(command: Command): Promise<boolean> {
    const answer = await this.live.commands.ask(command);
    if (!answer.done) notify(refusalWords(answer.reason));
    return answer.done;
  }

  /** A moment as the host's time of day. */
  hostTime(moment_ms: number): string {
    return timeOfDay(this.live.store.session?.time_zone ?? 'UTC', moment_ms);
  }
}
