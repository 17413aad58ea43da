/** The graph from a microphone to what is sent: one voice, a gate, a meter before the gate. */

import { RATE_HZ } from './frames.ts';
import { meanPower } from './gains.ts';

/** Samples of the meter: 43 ms at 48 kHz. */
const METER_SAMPLES = 2048;
/** Time constant of the gate, in seconds: closed within a frame, and it does not click. */
const GATE_S = 0.002;

/** A graph for a device, at the rate of sound on the wire, or at the device's own where the browser cannot join the two. */
export function mouthOf(stream: MediaStream): Mouth {
  const mouth = new Mouth(RATE_HZ);
  try {
    mouth.take(stream);
    return mouth;
  } catch (fault) {
    mouth.close().catch((late) => console.warn('sound: a graph did not end in order', late));
    if (!(fault instanceof DOMException && fault.name === 'NotSupportedError')) throw fault;
  }
  const own = new Mouth(stream.getAudioTracks()[0]?.getSettings().sampleRate);
  own.take(stream);
  return own;
}

/** What is captured in this page. */
export class Mouth {
  readonly context: AudioContext;
  /** What is left after mute. */
  readonly out: GainNode;
  readonly #mono: GainNode;
  readonly #meter: AnalyserNode;
  readonly #end: MediaStreamAudioDestinationNode;
  readonly #samples = new Float32Array(METER_SAMPLES);
  #source: MediaStreamAudioSourceNode | null = null;

  /** At a rate, or at that of the system. */
  constructor(rate_hz?: number) {
    const rate = rate_hz === undefined ? {} : { sampleRate: rate_hz };
    this.context = new AudioContext({ ...rate, latencyHint: 'interactive' });
    const mono = {
      channelCount: 1,
      channelCountMode: 'explicit',
      channelInterpretation: 'speakers',
    } as const;
    this.#mono = new GainNode(this.context, mono);
    this.#meter = new AnalyserNode(this.context, { fftSize: METER_SAMPLES });
    this.out = new GainNode(this.context, mono);
    this.#end = new MediaStreamAudioDestinationNode(this.context, { channelCount: 1 });
    this.#mono.connect(this.#meter);
    this.#mono.connect(this.out).connect(this.#end);
  }

  /** The track that is sent; it stays the same whatever device is taken. */
  get track(): MediaStreamTrack {
    const track = this.#end.stream.getAudioTracks()[0];
    if (!track) throw new Error('a destination has a track of its own');
    return track;
  }

  /** Takes the sound of another device. Throws where this browser cannot join its rate to that of the graph. */
  take(stream: MediaStream): void {
    const source = new MediaStreamAudioSourceNode(this.context, { mediaStream: stream });
    this.#source?.disconnect();
    this.#source = source;
    source.connect(this.#mono);
  }

  /** Opens or closes the gate, for every path at once. */
  silence(silent: boolean): void {
    this.track.enabled = !silent;
    const now = this.context.currentTime;
    this.out.gain.cancelScheduledValues(now);
    this.out.gain.setTargetAtTime(silent ? 0 : 1, now, GATE_S);
  }

  /** Mean power of the device just now; null while the graph stands still. */
  power(): number | null {
    if (this.context.state !== 'running') return null;
    this.#meter.getFloatTimeDomainData(this.#samples);
    return meanPower(this.#samples);
  }

  async close(): Promise<void> {
    if (this.context.state !== 'closed') await this.context.close();
  }
}
