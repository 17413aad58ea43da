/** The graph from the slots to the ears: a gain for each slot, tone, volume, the limiter, and the meter at the end. */

import { RATE_HZ, SLOT_COUNT, SLOTS } from './frames.ts';
import { gainOf, LIMITER, meanPower, RAMP_S, withoutMakeup } from './gains.ts';

/** What the graph is set to. */
export interface Setting {
  /** Volumes 0 to 1. */
  volume: number;
  monitor: number;
  /** Gain of the lanes of the floor, 0 to 1. */
  lanes: number;
  bass_db: number;
  treble_db: number;
  limiter: boolean;
}

/** Samples of the meter: 43 ms at 48 kHz. */
const METER_SAMPLES = 2048;

/** What hears in this page. */
export class Ears {
  readonly context: AudioContext;
  readonly #slots: readonly GainNode[];
  readonly #bass: BiquadFilterNode;
  readonly #treble: BiquadFilterNode;
  readonly #volume: GainNode;
  readonly #limited: GainNode;
  readonly #plain: GainNode;
  readonly #meter: AnalyserNode;
  readonly #samples = new Float32Array(METER_SAMPLES);

  constructor() {
    this.context = new AudioContext({ sampleRate: RATE_HZ, latencyHint: 'interactive' });
    const context = this.context;
    this.#bass = new BiquadFilterNode(context, { type: 'lowshelf', frequency: 200, gain: 0 });
    this.#treble = new BiquadFilterNode(context, { type: 'highshelf', frequency: 4_000, gain: 0 });
    this.#volume = new GainNode(context, { gain: 0 });
    const limiter = new DynamicsCompressorNode(context, LIMITER);
    this.#limited = new GainNode(context, { gain: 0 });
    this.#plain = new GainNode(context, { gain: 0 });
    this.#meter = new AnalyserNode(context, { fftSize: METER_SAMPLES });
    this.#slots = Array.from({ length: SLOT_COUNT }, () => new GainNode(context, { gain: 0 }));
    for (const slot of this.#slots) slot.connect(this.#bass);
    this.#bass.connect(this.#treble).connect(this.#volume);
    this.#volume.connect(this.#plain).connect(this.#meter);
    this.#volume.connect(limiter).connect(this.#limited).connect(this.#meter);
    this.#meter.connect(context.destination);
  }

  /** Where the sound of a slot goes in. */
  slot(number: number): AudioNode {
    const slot = this.#slots[number];
    if (!slot) throw new RangeError(`there is no slot ${number}`);
    return slot;
  }

  /** Moves every gain to what is set, without a click. */
  set(setting: Setting): void {
    const gains = [1, ...SLOTS.lanes.map(() => gainOf(setting.lanes)), gainOf(setting.monitor)];
    for (const [at, slot] of this.#slots.entries()) this.#ramp(slot.gain, gains[at] ?? 0);
    this.#ramp(this.#bass.gain, setting.bass_db);
    this.#ramp(this.#treble.gain, setting.treble_db);
    this.#ramp(this.#volume.gain, gainOf(setting.volume));
    const back = withoutMakeup(LIMITER.threshold, LIMITER.ratio);
    this.#ramp(this.#limited.gain, setting.limiter ? back : 0);
    this.#ramp(this.#plain.gain, setting.limiter ? 0 : 1);
  }

  /** Mean power of what leaves for the ears just now. */
  power(): number {
    this.#meter.getFloatTimeDomainData(this.#samples);
    return meanPower(this.#samples);
  }

  /** Whether sound is played; a browser may want a press before. */
  get awake(): boolean {
    return this.context.state === 'running';
  }

  /** Ends all sound. */
  async close(): Promise<void> {
    if (this.context.state !== 'closed') await this.context.close();
  }

  #ramp(gain: AudioParam, to: number): void {
    const now = this.context.currentTime;
    gain.cancelScheduledValues(now);
    // Five time constants come within a hundredth of the aim; then it is set, since an approach never arrives.
    gain.setTargetAtTime(to, now, RAMP_S / 5);
    gain.setValueAtTime(to, now + RAMP_S);
  }
}
