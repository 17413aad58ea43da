/** The technician's page: whose microphones are shown, how each stands, and what is told of the sound. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoothView, ClientMessage, InterpreterView, MicrophoneSignal, MicrophoneView } from '$protocol';
import { heardFaults, lossOf, nodeState, rowsOf } from '../src/technician/rows.ts';
import { type SoundSignals, SoundWatch } from '../src/watch.svelte.ts';

const signal = (person: string, more: Partial<MicrophoneSignal> = {}): MicrophoneSignal => ({
  person,
  name: { en: person },
  delegation: null,
  booth: null,
  way: 'udp',
  node: null,
  level_dbov: -20,
  frames: 250,
  lost: 0,
  jitter_ms: 2,
  late_ms: 4,
  device: null,
  coughs: false,
  ...more,
});
const own = (person: string, more: Partial<InterpreterView> = {}): InterpreterView => ({
  person,
  name: { en: person },
  present: true,
  connected: true,
  muted: false,
  silent: false,
  consents: true,
  ...more,
});
const booth = (interpreters: InterpreterView[], onAir: string | null): BoothView => ({
  id: 'english',
  name: { en: 'English booth' },
  language: 'en',
  outputs: [],
  output: 'a',
  interpreters,
  on_air: onAir === null ? null : { person: onAir, output: 'a', channel: 'en', since_ms: 0 },
  source: 'floor',
  relay: null,
  relays: [],
  handover: null,
  floor_unheard_since_ms: null,
  until_ms: null,
});
const live = (id: string, more: Partial<MicrophoneView> = {}): MicrophoneView => ({
  id,
  name: { en: id },
  delegation: 'iraq',
  kind: 'turn',
  since_ms: 0,
  connected: true,
  muted: false,
  silent: false,
  ...more,
});

describe('the rows', () => {
  it('begin with the floor, then who is on air, who is in a booth, and whoever else sends', () => {
    const booths = [booth([own('off'), own('on'), own('away', { present: false, connected: false })], 'on')];
    const rows = rowsOf([live('speaker'), live('chair', { kind: 'podium' })], booths, [
      signal('ready'),
      signal('on'),
    ]);
    expect(rows.map(({ person, place }) => [person, place.is])).toEqual([
      ['speaker', 'turn'],
      ['chair', 'podium'],
      ['on', 'on_air'],
      ['off', 'booth'],
      ['ready', 'ready'],
    ]);
  });

  it('say first what keeps a microphone from being heard', () => {
    const stateOf = (more: Partial<MicrophoneView>, of: MicrophoneSignal[]) =>
      rowsOf([live('speaker', more)], [], of)[0]?.state;
    expect(stateOf({ muted: true, connected: false }, [])).toBe('muted');
    expect(stateOf({ connected: false }, [])).toBe('lost');
    expect(stateOf({ silent: true }, [signal('speaker')])).toBe('silent');
    expect(stateOf({}, [signal('speaker', { coughs: true })])).toBe('coughs');
    expect(stateOf({}, [signal('speaker')])).toBe('sends');
    // At another node, of which this one is told nothing.
    expect(stateOf({}, [])).toBe('sends');
  });

  it('mark what a listener hears', () => {
    expect(lossOf({ frames: 0, lost: 0 })).toBe(0);
    expect(lossOf({ frames: 245, lost: 5 })).toBeCloseTo(0.02);
    expect(heardFaults(signal('a', { frames: 245, lost: 5 })).loss).toBe(true);
    expect(heardFaults(signal('a', { jitter_ms: 30, late_ms: 149 }))).toEqual({
      loss: false,
      jitter: true,
      late: false,
    });
  });

  it('tell a node that is late from one that is lost', () => {
    expect([0, 6_999, 7_000, 14_999, 15_000].map(nodeState)).toEqual([
      'alive',
      'alive',
      'late',
      'late',
      'lost',
    ]);
  });
});

describe('what is told of the sound', () => {
  const told = (): SoundSignals => ({
    type: 'sound_signals',
    server_ms: 0,
    microphones: [],
    booths: [],
    captions: [],
    nodes: [],
  });
  let sent: ClientMessage[];
  let watch: SoundWatch;
  beforeEach(() => {
    vi.useFakeTimers();
    sent = [];
    watch = new SoundWatch((message) => {
      sent.push(message);
      return true;
    });
  });
  afterEach(() => vi.useRealTimers());

  it('is asked for anew on another line, and no more once nobody wants it', () => {
    watch.resend();
    expect(sent).toEqual([]);
    const end = watch.begin();
    watch.resend();
    end();
    watch.resend();
    expect(sent).toEqual([true, true, false].map((wanted) => ({ type: 'watch_sound', wanted })));
    watch.take(told());
    expect(watch.signals).toBeNull();
  });

  it('holds no more once nothing has come for three seconds', () => {
    watch.begin();
    watch.take(told());
    vi.advanceTimersByTime(2_999);
    expect(watch.signals).not.toBeNull();
    watch.take(told());
    vi.advanceTimersByTime(3_000);
    expect(watch.signals).toBeNull();
  });
});
