/**
 * The sound of a session in this browser: what is heard, one's own microphone, the devices. One `Sound` for each `Live`
 * (`live.sound`); every screen draws from it and none holds sound of its own. All properties are reactive.
 */

/** The way that sound takes: WebRTC over UDP or TCP, the page's own WebSocket, or a stream (listening only). */
export type Way = 'udp' | 'tcp' | 'ws' | 'ogg';

/** How a path stands: not wanted, being sought, carrying sound, or none to be had (sought again by itself). */
export type PathState = 'off' | 'connecting' | 'on' | 'none';

/** A level in dBFS: 0 is full scale, `-Infinity` is digital silence. */
export type Dbfs = number;

/** What is heard. */
export interface Listening {
  /** As `PathState`; `blocked`: the browser wants a press before it plays, so show a button that calls `start`. */
  readonly state: PathState | 'blocked';
  /** The way, while `state` is `on`. */
  readonly way: Way | null;
  /** Turns sound on, as the person wishes; to be called in the handler of a press. Remembered. */
  start(): Promise<void>;
  /** Turns sound off, as the person wishes. Remembered. */
  stop(): void;
  /** Seeks a path anew, without a reload. */
  restart(): void;
  /** The channel that is heard: the chosen one, or for an interpreter the source of the booth; null before it is known. */
  readonly channel: string | null;
  /** Volume of everything, 0 to 1. Remembered. */
  volume: number;
  /** Volume of the original underneath an interpretation, 0 (not fetched at all) to 1. Remembered. */
  original: number;
  /** Volume of the booth mate's microphone (slot 4), 0 to 1. Remembered. */
  monitor: number;
  /** Low and high shelf in dB, -12 to 12. Remembered. */
  bass_db: number;
  treble_db: number;
  /** Hearing protection. Remembered; on by default for interpreters. */
  limiter: boolean;
  /** Level of what leaves for the ears, redrawn about 12 times a second while it is read. */
  readonly level: Dbfs;
  /** Whether it has been loud for a while. A measure of the signal, not of sound pressure. */
  readonly loud: boolean;
}

/** How the capture stands. `off`: not asked for; `asking`: the browser asks the person. */
export type CaptureState = 'off' | 'asking' | 'ready' | 'denied' | 'missing' | 'unplugged' | 'failed';

/** `headset`: nothing is done to the sound (booths, speakers); `loudspeaker`: with echo cancellation. */
export type Profile = 'headset' | 'loudspeaker';

/** One's own microphone. It is heard only while the server's plan says so: `live`. */
export interface Microphone {
  readonly capture: CaptureState;
  readonly path: PathState;
  readonly way: Way | null;
  /** What the server says: where one's microphone is heard now. */
  readonly live: 'off' | 'floor' | 'channel';
  /** Captures and connects, so that it is ready to be opened. Asks the browser's permission the first time. */
  prepare(): Promise<void>;
  /** Gives the device back and ends the path. */
  release(): void;
  /** Local mute: at once, and the server need not know. */
  muted: boolean;
  /** Hold-to-mute: true while held. */
  cough(held: boolean): void;
  /** Whether nothing of it is sent now: muted or coughing. */
  readonly silenced: boolean;
  /** Level of the device before mute, redrawn about 12 times a second while it is read. */
  readonly level: Dbfs;
  /** Remembered. A change captures anew, without a new connection. */
  profile: Profile;
  /** Seeks a path anew, without a reload. */
  restart(): void;
}

/** A device as the browser names it; the label is empty until a microphone was allowed. */
export interface Device {
  readonly id: string;
  readonly label: string;
}

/** Microphones and outputs, and which are chosen. */
export interface Devices {
  readonly inputs: readonly Device[];
  readonly outputs: readonly Device[];
  /** The chosen device, '' for the system's default. Remembered; takes effect at once, without a new connection. */
  input: string;
  output: string;
  /** Whether this browser lets one choose the output. */
  readonly canChooseOutput: boolean;
}

/** The sound of one session. */
export interface Sound {
  readonly listening: Listening;
  readonly microphone: Microphone;
  readonly devices: Devices;
  /** A screen on which one listens is shown: begins unless the person turned sound off. May be called again. */
  begin(): void;
}
