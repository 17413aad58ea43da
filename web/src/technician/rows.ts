/** Whose microphones are shown, and how each stands: pure, from what the server shows and what it tells twice a second. */
import type {
  BoothId,
  BoothView,
  ChannelId,
  DelegationId,
  InterpreterView,
  MicrophoneSignal,
  MicrophoneView,
  PersonId,
  Wording,
} from '$protocol';

/** Where a microphone is heard. */
export type Place =
  | { is: 'turn' | 'podium' | 'ready' }
  | { is: 'on_air'; channel: ChannelId }
  | { is: 'booth'; booth: BoothId };

/** How it stands; what keeps it from being heard comes before all else. */
export type State = 'lost' | 'muted' | 'silent' | 'coughs' | 'sends';

/** A microphone. */
export interface Row {
  person: PersonId;
  name: Wording;
  delegation: DelegationId | null;
  place: Place;
  state: State;
  /** How it comes in; none where nothing does. */
  signal: MicrophoneSignal | null;
}

/** From so much loss on, as a share, a listener hears it. */
const LOSS_HEARD = 0.02;
/** From so much jitter on, in milliseconds, sound may break up. */
const JITTER_HEARD_MS = 30;
/** From so much delay on, in milliseconds, what comes may be dropped as too late: at 200 it is. */
const LATE_HEARD_MS = 150;

/** The share that was missing of what should have come. */
export function lossOf({ frames, lost }: Pick<MicrophoneSignal, 'frames' | 'lost'>): number {
  return frames + lost === 0 ? 0 : lost / (frames + lost);
}

/** Which measures are so that they are heard. */
export function heardFaults(signal: MicrophoneSignal): { loss: boolean; jitter: boolean; late: boolean } {
  return {
    loss: lossOf(signal) >= LOSS_HEARD,
    jitter: signal.jitter_ms >= JITTER_HEARD_MS,
    late: signal.late_ms >= LATE_HEARD_MS,
  };
}

type Standing = Pick<InterpreterView, 'connected' | 'muted' | 'silent'>;

function stateOf(own: Standing | null, signal: MicrophoneSignal | null): State {
  if (own?.muted) return 'muted';
  if (signal === null && !own?.connected) return 'lost';
  if (own?.silent) return 'silent';
  return signal?.coughs ? 'coughs' : 'sends';
}

/**
 * The microphones that are live, or that send: those of the floor, of the booths that are on air, of the other interpreters
 * who are there, then whoever else sends.
 */
export function rowsOf(
  floor: readonly MicrophoneView[],
  booths: readonly BoothView[],
  signals: readonly MicrophoneSignal[],
): Row[] {
  const signalOf = (person: PersonId) => signals.find((one) => one.person === person) ?? null;
  const rows: Row[] = floor.map((own) => {
    const signal = signalOf(own.id);
    const { id, name, delegation, kind } = own;
    const place: Place = { is: kind === 'podium' ? 'podium' : 'turn' };
    return { person: id, name, delegation, place, state: stateOf(own, signal), signal };
  });
  const interpreters = booths.flatMap((booth) => booth.interpreters.map((own) => ({ booth, own })));
  const air: Row[] = [];
  const off: Row[] = [];
  for (const { booth, own } of interpreters) {
    const signal = signalOf(own.person);
    const on = booth.on_air?.person === own.person ? booth.on_air : null;
    if (on === null && !own.present && signal === null) continue;
    const place: Place = on ? { is: 'on_air', channel: on.channel } : { is: 'booth', booth: booth.id };
    const row: Row = {
      person: own.person,
      name: own.name,
      delegation: null,
      place,
      state: stateOf(own, signal),
      signal,
    };
    (on ? air : off).push(row);
  }
  const known = new Set([...rows, ...air, ...off].map(({ person }) => person));
  const others = signals
    .filter(({ person }) => !known.has(person))
    .map((signal): Row => {
      const { person, name, delegation } = signal;
      return { person, name, delegation, place: { is: 'ready' }, state: stateOf(null, signal), signal };
    });
  return [...rows, ...air, ...off, ...others];
}

/** A node that was not heard for so long is late, in milliseconds: it beats every three seconds. */
const NODE_LATE_MS = 7_000;
/** And for so long is held for dead: its people leave. */
const NODE_LOST_MS = 15_000;

/** How a node stands, by how long ago it was heard. */
export function nodeState(heard_ago_ms: number): 'alive' | 'late' | 'lost' {
  return heard_ago_ms >= NODE_LOST_MS ? 'lost' : heard_ago_ms >= NODE_LATE_MS ? 'late' : 'alive';
}
