/**
 * Ears and mouths for journeys: a microphone that sings one tone, and a record of all that a page plays, told apart by
 * frequency. Sound that is not heard at this end was not delivered, whatever packets flowed.
 */
import type { BrowserContext, Page } from '@playwright/test';

/** Samples of a second in what an ear records. */
const RATE = 48_000;
/** How loud a tone must be to count as heard, and below what it counts as absent, in dB of full scale. */
export const HEARD_DB = -38;
export const ABSENT_DB = -56;

/** What the page's own script sees of the ear and the mouth. */
interface Instruments {
  /** Sets the tone that the microphone sings; 0 is silence. Tells when, in milliseconds of the machine's clock. */
  sing(hz: number): Promise<number>;
  /** Has the device give nothing, also after a reload: `told` as a key of the system does, which the browser tells; `untold` as a switch of its own. */
  hold(how: Held): void;
  /** Ends every context of the page, as a browser may that has lost a device. */
  endContexts(): Promise<void>;
  /** When sound began after a silence since the page began, by the same clock. */
  onsets(): readonly number[];
  /** Everything played since the page began: samples at 48 kHz, newest last, at most half a minute. 32-bit floats in base64. */
  samples(seconds: number): string;
}

/** How a device is held down. */
export type Held = 'no' | 'told' | 'untold';

declare global {
  interface Window {
    instruments: Instruments;
  }
}

/** Runs in the page before any script of it. */
function instruments(hz: number): void {
  const keep = 30 * 48_000;
  let heard = new Float32Array(0);
  const sinks: { samples: Float32Array; at: number; heard_ms: number }[] = [];
  const onsets: number[] = [];
  const clock = (): number => performance.timeOrigin + performance.now();

  const contexts = new Set<AudioContext>();
  const Context = AudioContext;
  window.AudioContext = class extends Context {
    constructor(options?: AudioContextOptions) {
      super(options);
      contexts.add(this);
    }
  };

  // ---- the ear ----
  /** Collects a track's samples. Several sources (a graph, an element) are kept one by one and added up when asked for. */
  const collect = (track: MediaStreamTrack): void => {
    const sink = { samples: new Float32Array(keep), at: 0, heard_ms: performance.now() };
    sinks.push(sink);
    let quiet = 0;
    // biome-ignore lint: not in TypeScript's library yet
    const Processor = (window as any).MediaStreamTrackProcessor;
    const reader = new Processor({ track }).readable.getReader();
    const read = async (): Promise<void> => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        const frames = new Float32Array(value.numberOfFrames);
        value.copyTo(frames, { planeIndex: 0, format: 'f32-planar' });
        value.close();
        const now_ms = clock();
        for (const [at, sample] of frames.entries()) {
          sink.samples[sink.at % keep] = sample;
          sink.at += 1;
          quiet += 1;
          if (Math.abs(sample) < 0.02) continue;
          // 0.2 s; the last sample of a bundle has been played when the bundle comes.
          if (quiet > 9_600) onsets.push(now_ms - (frames.length - at) / 48);
          quiet = 0;
        }
        sink.heard_ms = performance.now();
      }
    };
    void read();
  };
  const taps = new Map<BaseAudioContext, MediaStreamAudioDestinationNode>();
  const connect = AudioNode.prototype.connect as (this: AudioNode, ...to: unknown[]) => AudioNode;
  AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]): AudioNode {
    if (to[0] instanceof AudioDestinationNode && this.context instanceof Context) {
      let tap = taps.get(this.context);
      if (!tap) {
        tap = new MediaStreamAudioDestinationNode(this.context, { channelCount: 1 });
        taps.set(this.context, tap);
        const [track] = tap.stream.getAudioTracks();
        if (track) collect(track);
      }
      connect.call(this, tap);
    }
    return connect.apply(this, to);
  } as typeof AudioNode.prototype.connect;
  const play = HTMLMediaElement.prototype.play;
  const listened = new WeakSet<HTMLMediaElement>();
  // An element that plays into a graph is heard there, and nowhere else: kept twice, it would be two voices.
  const Source = MediaElementAudioSourceNode;
  window.MediaElementAudioSourceNode = class extends Source {
    constructor(context: AudioContext, options: MediaElementAudioSourceOptions) {
      super(context, options);
      listened.add(options.mediaElement);
    }
  };
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement): Promise<void> {
    if (!this.muted && !listened.has(this)) {
      listened.add(this);
      this.addEventListener('playing', () => {
        // biome-ignore lint: not in TypeScript's library yet
        const stream: MediaStream = (this as any).captureStream();
        stream.getAudioTracks().forEach(collect);
        // Another address in the same element is another track.
        stream.addEventListener('addtrack', ({ track }) => track.kind === 'audio' && collect(track));
      }, { once: true });
    }
    return play.call(this);
  };

  // ---- the mouth ----
  let oscillator: OscillatorNode | undefined;
  let gain: GainNode | undefined;
  let track: MediaStreamTrack | undefined;
  /** A device that is silent has a noise of its own; one that is held down gives zeros. */
  const loudness = (): number => (sessionStorage.held ? 0 : hz === 0 ? 0.0001 : 0.4);
  const open = async (): Promise<MediaStream> => {
    const context = new Context({ sampleRate: 48_000 });
    oscillator = new OscillatorNode(context, { frequency: hz || 100 });
    gain = new GainNode(context, { gain: loudness() });
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    [track] = out.stream.getAudioTracks();
    if (track) Object.defineProperty(track, 'muted', { get: () => sessionStorage.held === 'told' });
    connect.call(oscillator, gain);
    connect.call(gain, out);
    oscillator.start();
    await context.resume();
    return out.stream;
  };
  const devices = navigator.mediaDevices;
  if (devices) {
    devices.getUserMedia = async () => open();
    devices.enumerateDevices = async () => [
      { kind: 'audioinput', deviceId: 'tone', groupId: 'tone', label: 'USB Headset', toJSON: () => ({}) } as MediaDeviceInfo,
      { kind: 'audiooutput', deviceId: 'default', groupId: 'tone', label: 'USB Headset', toJSON: () => ({}) } as MediaDeviceInfo,
    ];
  }

  window.instruments = {
    sing: async (to: number) => {
      if (oscillator && to > 0) oscillator.frequency.value = to;
      hz = to;
      if (gain) gain.gain.value = loudness();
      return clock();
    },
    hold: (how) => {
      sessionStorage.held = how === 'no' ? '' : how;
      if (gain) gain.gain.value = loudness();
      if (how !== 'untold') track?.dispatchEvent(new Event(how === 'told' ? 'mute' : 'unmute'));
    },
    endContexts: async () => {
      const open = [...contexts].filter(({ state }) => state !== 'closed');
      await Promise.all(open.map((context) => context.close()));
    },
    onsets: () => onsets,
    samples: (seconds: number) => {
      const wanted = Math.min(keep, Math.round(seconds * 48_000));
      heard = new Float32Array(wanted);
      for (const sink of sinks) {
        // What has ended has been silent since; a pause shorter than this is only the way samples come, in bundles.
        const since_ms = performance.now() - sink.heard_ms;
        const silent = since_ms < 200 ? 0 : Math.round(since_ms * 48);
        for (let back = 1; back <= Math.min(wanted - silent, sink.at); back += 1) {
          const to = wanted - silent - back;
          heard[to] = (heard[to] ?? 0) + (sink.samples[(sink.at - back) % keep] ?? 0);
        }
      }
      const bytes = new Uint8Array(heard.buffer);
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(text);
    },
  };
}

/** Gives every page of a context an ear, and a microphone that sings a tone (0: a silent one). */
export async function equip(context: BrowserContext, hz: number): Promise<void> {
  await context.addInitScript(instruments, hz);
}

/** Changes the tone that the page's microphone sings; tells when, in milliseconds of the machine's clock. */
export async function sing(page: Page, hz: number): Promise<number> {
  return page.evaluate((to) => window.instruments.sing(to), hz);
}

/** Has the page's device give nothing, or its sound again. */
export async function hold(page: Page, how: Held): Promise<void> {
  await page.evaluate((as) => window.instruments.hold(as), how);
}

/** Ends every context of sound in a page. */
export async function endContexts(page: Page): Promise<void> {
  await page.evaluate(() => window.instruments.endContexts());
}

/** Waits until a page plays sound that began after a moment, and tells when it began. */
export async function onset(page: Page, after_ms: number): Promise<number> {
  const found = await page.waitForFunction((after) => window.instruments.onsets().find((at) => at > after), after_ms);
  return (await found.jsonValue()) ?? Number.NaN;
}

/** What a page has played in the last seconds. */
export async function record(page: Page, seconds: number): Promise<Float32Array> {
  const bytes = Buffer.from(await page.evaluate((length) => window.instruments.samples(length), seconds), 'base64');
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
}

/** Level of a tone in a stretch of samples, in dB of full scale (Goertzel with a Hann window). */
export function level(samples: Float32Array, hz: number): number {
  const turn = (2 * Math.PI * hz) / RATE;
  const factor = 2 * Math.cos(turn);
  let [before, last] = [0, 0];
  for (const [at, sample] of samples.entries()) {
    const window = 1 - Math.cos((2 * Math.PI * at) / (samples.length - 1));
    [before, last] = [last, sample * window + factor * last - before];
  }
  const power = last * last + before * before - factor * last * before;
  const amplitude = (2 * Math.sqrt(Math.max(power, 0))) / samples.length;
  return 20 * Math.log10(Math.max(amplitude, 1e-6));
}

/** Which of some tones a page plays now: levels in dB over the last 300 ms, by frequency. */
export async function levels(page: Page, tones: readonly number[]): Promise<Map<number, number>> {
  const samples = await record(page, 0.3);
  return new Map(tones.map((hz) => [hz, level(samples, hz)]));
}

/** The tones that a page plays now, of those named; one that is neither clearly heard nor clearly absent throws. */
export async function hears(page: Page, tones: readonly number[]): Promise<number[]> {
  const found = await levels(page, tones);
  for (const [hz, db] of found) {
    if (db < HEARD_DB && db > ABSENT_DB) throw new Error(`${hz} Hz at ${db.toFixed(1)} dB is neither heard nor absent`);
  }
  return [...found].filter(([, db]) => db >= HEARD_DB).map(([hz]) => hz);
}

/** How a tone gave way to another in a recording, in milliseconds. */
export interface Change {
  /** From the last that was heard of the one to the first that was heard of the other; negative if they overlapped. */
  gap_ms: number;
  /** How long both were heard in the same 10 ms. */
  both_ms: number;
}

/** Looks at a recording in steps of 10 ms for the change from one tone to another; both must be in it. */
export function change(samples: Float32Array, from: number, to: number): Change {
  const step = RATE / 100;
  const at = (start: number, hz: number): number => level(samples.subarray(start, start + step), hz);
  const starts: number[] = [];
  for (let start = 0; start + step <= samples.length; start += step) starts.push(start);
  const usual = (hz: number): number => Math.max(...starts.map((start) => at(start, hz)));
  const [was, is] = [usual(from), usual(to)];
  if (was < HEARD_DB || is < HEARD_DB) throw new Error(`a tone is missing: ${from} Hz ${was} dB, ${to} Hz ${is} dB`);
  const heard = (start: number, hz: number, full: number): boolean => at(start, hz) > full - 9;
  const of = (hz: number, full: number): number[] => starts.filter((start) => heard(start, hz, full));
  const [before, after] = [of(from, was), of(to, is)];
  const last = (before.at(-1) ?? 0) + step;
  const gap_ms = (((after[0] ?? 0) - last) / RATE) * 1000;
  return { gap_ms, both_ms: before.filter((start) => after.includes(start)).length * 10 };
}

/** How one tone gave way to another in what a page has played within so many seconds. */
export async function changed(page: Page, from: number, to: number, seconds = 6): Promise<Change> {
  return change(await record(page, seconds), from, to);
}

/**
 * How loud a tone was for 300 ms on end at any time of a recording, in dB: whether it was heard. Where other tones begin
 * and end there is a click of all frequencies, which is shorter.
 */
export function loudest(samples: Float32Array, hz: number): number {
  const step = RATE / 10;
  const loud: number[] = [];
  for (let at = 0; at + step <= samples.length; at += step) loud.push(level(samples.subarray(at, at + step), hz));
  const steady = loud.slice(2).map((db, at) => Math.min(db, loud[at] ?? db, loud[at + 1] ?? db));
  return Math.max(...steady);
}

/** How loud a recording is on the whole, whatever it is, in dB of full scale. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return 10 * Math.log10(Math.max(power, 1e-12));
}
