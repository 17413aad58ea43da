/** The check of sound before one enters: a tone to hear, three seconds of one's own voice, and what is to be said of it. */

import { captured, type Profile } from '../sound/capture.ts';
import { DeviceSilence } from '../sound/device_silence.svelte.ts';
import { FRAME_SAMPLES, RATE_HZ } from '../sound/frames.ts';
import { type CaptureState, type Device, Devices, dbfs } from '../sound/index.ts';
import { beat } from '../sound/meter.ts';
import { type Mouth, mouthOf } from '../sound/mouth.ts';
import { oneOf, Remembered } from '../sound/remembered.svelte.ts';
import { type Kind, kindOf, type Verdict, verdictOn } from '../sound/verdict.ts';
import { captureIn } from '../sound/worklets.ts';

/** Frames of a recording: three seconds. */
const FRAMES = (3 * RATE_HZ) / FRAME_SAMPLES;
/** The tone: two notes that small loudspeakers, too, give back. */
const TONE_HZ = [523.25, 659.25] as const;
const NOTE_S = 0.35;

/** One check. All properties are reactive. */
export class SoundCheck {
  readonly devices = new Devices();
  readonly #profile = new Remembered<Profile>('profile', '', oneOf(['headset', 'loudspeaker'], 'headset'));
  #capture = $state<CaptureState>('off');
  #step = $state<'idle' | 'recording' | 'playing'>('idle');
  #verdict = $state<Verdict | null>(null);
  #label = $state('');
  #mouth = $state.raw<Mouth | null>(null);
  readonly #silence = new DeviceSilence();
  #stream: MediaStream | null = null;
  #out: AudioContext | null = null;

  /** How the microphone stands. */
  get capture(): CaptureState {
    return this.#capture;
  }

  /** What goes on. */
  get step(): 'idle' | 'recording' | 'playing' {
    return this.#step;
  }

  /** What is to be said of the last recording; null before there is one. */
  get verdict(): Verdict | null {
    return this.#verdict;
  }

  /** Name of the microphone in use, as the browser gives it. */
  get label(): string {
    return this.#label;
  }

  /** What its name says of its kind. */
  get kind(): Kind | null {
    return kindOf(this.#label);
  }

  /** Level of the microphone, in dBFS; redrawn while it is read. */
  get level(): number {
    beat();
    return dbfs(this.#mouth?.power() ?? 0);
  }

  /** Whether the microphone gives no sound. */
  get silent(): boolean {
    return this.#silence.is;
  }

  get outputs(): readonly Device[] {
    return this.devices.outputs;
  }

  /** Plays the tone where one would hear the session. */
  async playTone(): Promise<void> {
    const context = await this.#ears();
    const start = context.currentTime + 0.05;
    for (const [at, hz] of TONE_HZ.entries()) {
      const from = start + at * NOTE_S;
      const gain = new GainNode(context, { gain: 0 });
      gain.gain.setValueAtTime(0, from);
      gain.gain.linearRampToValueAtTime(0.2, from + 0.02);
      gain.gain.exponentialRampToValueAtTime(0.001, from + NOTE_S);
      const note = new OscillatorNode(context, { frequency: hz });
      note.connect(gain).connect(context.destination);
      note.start(from);
      note.stop(from + NOTE_S);
    }
  }

  /** Takes the chosen microphone; asks the browser's permission the first time. */
  async take(): Promise<void> {
    this.#verdict = null;
    this.#capture = 'asking';
    const got = await captured(this.#profile.value, this.devices.input);
    if (typeof got === 'string') {
      this.#capture = got;
      return;
    }
    const [track] = got.getAudioTracks();
    this.#letGo();
    this.#stream = got;
    this.#label = track?.label ?? '';
    if (track) track.onended = () => this.#gone('unplugged');
    const mouth = mouthOf(got);
    this.#mouth = mouth;
    await mouth.context.resume();
    mouth.context.onstatechange = () => {
      // The browser ended it: the press that asks for the microphone makes another.
      if (mouth.context.state === 'closed' && this.#mouth === mouth) this.#gone('off');
    };
    this.#silence.watch(got, () => mouth.power());
    this.#capture = 'ready';
    await this.devices.refresh();
  }

  /** Records, plays back, and judges. */
  async record(): Promise<void> {
    const mouth = this.#mouth;
    if (mouth === null || this.#step !== 'idle') return;
    this.#verdict = null;
    this.#step = 'recording';
    try {
      const samples = await threeSeconds(mouth);
      if (this.#mouth !== mouth) return;
      this.#step = 'playing';
      this.#verdict = verdictOn(samples);
      await this.#play(samples, mouth.context.sampleRate);
    } finally {
      if (this.#mouth === mouth) this.#step = 'idle';
    }
  }

  /** Gives everything back. */
  close(): void {
    this.#letGo();
    this.devices.close();
    if (this.#out?.state !== 'closed') void this.#out?.close();
  }

  #gone(capture: CaptureState): void {
    this.#letGo();
    this.#capture = capture;
  }

  #letGo(): void {
    for (const track of this.#stream?.getTracks() ?? []) {
      track.onended = null;
      track.stop();
    }
    this.#silence.stop();
    this.#stream = null;
    void this.#mouth?.close();
    this.#mouth = null;
    this.#step = 'idle';
  }

  async #ears(): Promise<AudioContext> {
    const kept = this.#out?.state === 'closed' ? null : this.#out;
    const context = kept ?? new AudioContext({ sampleRate: RATE_HZ });
    this.#out = context;
    await context.resume();
    if (this.devices.canChooseOutput) {
      const sink = context as AudioContext & { setSinkId(id: string): Promise<void> };
      // A device that is gone leaves the default.
      await sink
        .setSinkId(this.devices.output)
        .catch((fault) => console.warn('sound: no such output', fault));
    }
    return context;
  }

  async #play(samples: Float32Array<ArrayBuffer>, rate_hz: number): Promise<void> {
    const context = await this.#ears();
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: rate_hz, numberOfChannels: 1 });
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(context, { buffer });
    source.connect(context.destination);
    await new Promise((ended) => {
      source.onended = ended;
      source.start();
    });
  }
}

/** Three seconds of what a microphone gives. */
async function threeSeconds(mouth: Mouth): Promise<Float32Array<ArrayBuffer>> {
  const capture = await captureIn(mouth.context);
  const samples = new Float32Array(FRAMES * FRAME_SAMPLES);
  let frames = 0;
  await new Promise<void>((whole) => {
    capture.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
      samples.set(data, frames * FRAME_SAMPLES);
      frames += 1;
      if (frames < FRAMES) return;
      capture.port.onmessage = null;
      whole();
    };
    mouth.out.connect(capture);
  });
  mouth.out.disconnect(capture);
  capture.disconnect();
  return samples;
}
