/** What is heard: finds a path for it, keeps it, and sets the gains. */
import { untrack } from 'svelte';
import { forced, ladderOf, listeningRungs } from './ability.ts';
import { keepAwake, type Watched } from './awake.ts';
import { Climber, type News, type Path } from './climber.ts';
import type { Devices } from './devices.svelte.ts';
import { Ears } from './ears.ts';
import type { Ends } from './ends.ts';
import { SLOT_COUNT, SLOTS } from './frames.ts';
import { dbfs, LoudnessWindow, laneGain, volumeOf } from './gains.ts';
import { beat } from './meter.ts';
import type { Rung } from './paths.ts';
import { numberIn, onOff, Remembered } from './remembered.svelte.ts';
import { openRtc } from './rtc.ts';
import type { Signals } from './signals.ts';
import type { ListeningPath } from './sound_socket.ts';
import type { StreamPath } from './stream.ts';
import type { Dbfs, PathState, Transport } from './words.ts';

/** A browser that plays without a press does so within this time, in milliseconds. */
const AWAKE_MS = 400;
/** How often loudness is looked at, in milliseconds. */
const LOOK_MS = 200;
const TONE = numberIn(-12, 12, 0);

/** What is heard. All properties are reactive. */
export class Listening {
  readonly #ends: Ends;
  readonly #signals: Signals;
  readonly #devices: Devices;
  readonly #wanted: Remembered<boolean>;
  readonly #volume: Remembered<number>;
  readonly #original: Remembered<number>;
  readonly #monitor: Remembered<number>;
  readonly #bass: Remembered<number>;
  readonly #treble: Remembered<number>;
  readonly #limiter: Remembered<'on' | 'off' | ''>;
  #begun = $state(false);
  #blocked = $state(false);
  #path = $state.raw<{ state: 'on' | 'connecting' | 'none'; transport: Transport | null }>({
    state: 'connecting',
    transport: null,
  });
  #loud = $state(false);
  #ears = $state.raw<Ears | null>(null);
  #climber: Climber | null = null;
  #loudness: ReturnType<typeof setInterval> | undefined;
  #watched: Watched | null = null;
  /** Paths by WebRTC that are open: when the last one closes, the server is told. */
  #offered = 0;
  readonly #sockets = new Set<ListeningPath>();
  readonly #streams = new Set<StreamPath>();

  /** To be made within an effect's root, whose end ends its effects; `close` ends the rest. */
  constructor(ends: Ends, signals: Signals, devices: Devices) {
    this.#ends = ends;
    this.#signals = signals;
    this.#devices = devices;
    const { link } = ends;
    this.#wanted = new Remembered('sound', link, onOff(true));
    this.#volume = new Remembered('volume', link, numberIn(0, 1, 1));
    this.#original = new Remembered('original', link, numberIn(0, 1, 0));
    this.#monitor = new Remembered('monitor', link, numberIn(0, 1, 0.5));
    this.#bass = new Remembered('bass', link, TONE);
    this.#treble = new Remembered('treble', link, TONE);
    this.#limiter = new Remembered('limiter', link, {
      read: (text) => (text === 'on' || text === 'off' ? text : ''),
      write: (value) => value,
    });
    this.#follow();
  }

  /** As `PathState`; `blocked`: the browser wants a press before it plays. */
  get state(): PathState | 'blocked' {
    if (!this.#begun || !this.#wanted.value) return 'off';
    return this.#blocked ? 'blocked' : this.#path.state;
  }

  /** The transport, while `state` is `on`. */
  get transport(): Transport | null {
    return this.state === 'on' ? this.#path.transport : null;
  }

  /** The channel that is heard: the chosen one, or for an interpreter the source of the booth. */
  get channel(): string | null {
    return this.#ends.store.you?.channel ?? null;
  }

  /** Volume of everything, 0 to 1. Remembered, as are all settings below. */
  get volume(): number {
    return this.#volume.value;
  }

  set volume(volume: number) {
    this.#volume.value = volumeOf(volume);
  }

  /** Volume of the original underneath an interpretation, 0 (it is not even sent) to 1. */
  get original(): number {
    return this.#original.value;
  }

  set original(volume: number) {
    this.#original.value = volumeOf(volume);
  }

  /** Volume of the booth mate's microphone, 0 to 1. */
  get monitor(): number {
    return this.#monitor.value;
  }

  set monitor(volume: number) {
    this.#monitor.value = volumeOf(volume);
  }

  /** Low tones, -12 to 12 dB. */
  get bass_db(): number {
    return this.#bass.value;
  }

  set bass_db(db: number) {
    this.#bass.value = db;
  }

  /** High tones, -12 to 12 dB. */
  get treble_db(): number {
    return this.#treble.value;
  }

  set treble_db(db: number) {
    this.#treble.value = db;
  }

  /** Hearing protection; on for interpreters until they say otherwise. */
  get limiter(): boolean {
    return this.#limiter.value === '' ? this.#interprets : this.#limiter.value === 'on';
  }

  set limiter(on: boolean) {
    this.#limiter.value = on ? 'on' : 'off';
  }

  /** Level of what leaves for the ears, redrawn while it is read. */
  get level(): Dbfs {
    beat();
    return dbfs(this.#ears?.power() ?? 0);
  }

  /** Whether it has been loud for a while. A measure of the signal, not of sound pressure. */
  get loud(): boolean {
    return this.#loud;
  }

  /** A screen on which one listens is shown. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    if (this.#wanted.value) this.#wake();
  }

  /** Turns sound on; to be called in the handler of a press. Remembered. */
  start(): void {
    this.#begun = true;
    this.#wanted.value = true;
    this.#wake();
  }

  /** Turns sound off. Remembered. */
  stop(): void {
    this.#wanted.value = false;
    this.close();
  }

  /** Seeks a path anew. */
  restart(): void {
    this.#climber?.anew();
  }

  /** The server gave up the path. */
  given(): void {
    this.#climber?.given();
  }

  /** Ends what sounds; `start` begins again. */
  close(): void {
    this.#watched?.stop();
    clearInterval(this.#loudness);
    this.#climber?.end();
    this.#climber = null;
    const ears = this.#ears;
    this.#ears = null;
    this.#loud = false;
    this.#blocked = false;
    ears?.close().catch((fault) => console.warn('sound: it did not end in order', fault));
  }

  get #interprets(): boolean {
    return this.#ends.store.you?.roles.includes('interpreter') ?? false;
  }

  get #carries() {
    return this.#ends.store.get('channel', this.channel)?.carries;
  }

  #follow(): void {
    // Told when it turns, not with every step of the volume.
    const wanted = $derived(this.original > 0);
    $effect(() => this.#ears?.set(this.#setting));
    $effect(() => {
      if (this.#ends.connected()) this.#ends.send({ type: 'hear_original', wanted });
      for (const path of this.#sockets) path.original(wanted);
    });
    $effect(() => {
      const { channel } = this;
      for (const path of this.#streams) path.tune(channel);
    });
    $effect(() => {
      const live = this.#ends.connected();
      untrack(() => this.#climber?.line(live));
    });
    $effect(() => {
      const context = this.#ears?.context as
        | (AudioContext & { setSinkId?(id: string): Promise<void> })
        | undefined;
      const { output } = this.#devices;
      context?.setSinkId?.(output).catch((fault) => {
        // The device is gone: the default is what is left, and the choice is kept for when it is back.
        console.warn('sound: the chosen output is not there', fault);
      });
    });
  }

  get #setting() {
    return {
      volume: this.volume,
      monitor: this.monitor,
      lanes: laneGain(this.#carries, this.original),
      bass_db: this.bass_db,
      treble_db: this.treble_db,
      limiter: this.limiter,
    };
  }

  #wake(): void {
    if (this.#ears !== null) {
      this.#watched?.rouse();
      return;
    }
    const ears = new Ears();
    this.#ears = ears;
    const told = {
      awake: (is: boolean) => {
        this.#blocked = !is;
        if (is) this.#climb(ears);
      },
      ended: () => {
        this.close();
        this.#wake();
      },
    };
    this.#watched = keepAwake(ears.context, told, AWAKE_MS);
  }

  #climb(ears: Ears): void {
    if (this.#climber !== null) return;
    this.#climber = new Climber(
      {
        ladder: ladderOf(listeningRungs(), forced),
        open: (rung, news) => this.#open(rung, ears, news),
        changed: (state, transport) => {
          this.#path = { state, transport };
        },
        calm: () => true,
      },
      this.#ends.connected(),
    );
    const loudness = new LoudnessWindow();
    this.#loudness = setInterval(() => {
      loudness.push(ears.power(), LOOK_MS);
      this.#loud = loudness.loud;
    }, LOOK_MS);
  }

  #open(rung: Rung, ears: Ears, news: News): Path {
    switch (rung) {
      case 'rtc':
        return this.#openRtc(ears, news);
      case 'ws':
        return this.#openSocket(ears, news);
      case 'ogg':
        return this.#openStream(ears, news);
    }
  }

  #openRtc(ears: Ears, news: News): Path {
    const { slots, receive, close } = receiver(ears, this.#interprets ? SLOT_COUNT : SLOTS.monitor);
    this.#offered += 1;
    return openRtc({
      news,
      furnish(peer) {
        for (let slot = 0; slot < slots; slot += 1) peer.addTransceiver('audio', { direction: 'recvonly' });
        peer.ontrack = ({ track, transceiver }) =>
          receive(peer.getTransceivers().indexOf(transceiver), track);
      },
      answer: (offer) => this.#signals.offer('listen', offer),
      only: forced === 'udp' || forced === 'tcp' ? forced : undefined,
      closed: () => {
        close();
        this.#offered -= 1;
        if (this.#offered === 0) this.#ends.send({ type: 'end_sound', purpose: 'listen' });
      },
    });
  }

  #openStream(ears: Ears, news: News): Path {
    return later(news, async (open) => {
      const { listenByStream } = await import('./stream.ts');
      if (!open()) return null;
      const path = listenByStream(this.#ends.session, this.channel, ears, news);
      this.#streams.add(path);
      return closing(path, () => this.#streams.delete(path));
    });
  }

  #openSocket(ears: Ears, news: News): Path {
    return later(news, async (open) => {
      const { listenBySocket } = await import('./sound_socket.ts');
      if (!open()) return null;
      const path = listenBySocket(this.#ends.soundUrl, ears, this.original > 0, news);
      this.#sockets.add(path);
      return closing(path, () => this.#sockets.delete(path));
    });
  }
}

/** Leads tracks into slots. */
function receiver(ears: Ears, slots: number) {
  const heard: { source: MediaStreamAudioSourceNode; element: HTMLAudioElement }[] = [];
  return {
    slots,
    receive(slot: number, track: MediaStreamTrack): void {
      const stream = new MediaStream([track]);
      // Chromium moves no sound of a connection until an element plays it; muted, it is heard once.
      const element = new Audio();
      element.muted = true;
      element.srcObject = stream;
      element.play().catch((fault: DOMException) => {
        if (fault.name !== 'AbortError') console.warn('sound: a lane does not play', fault);
      });
      const source = new MediaStreamAudioSourceNode(ears.context, { mediaStream: stream });
      source.connect(ears.slot(slot));
      heard.push({ source, element });
    },
    close(): void {
      for (const { source, element } of heard) {
        source.disconnect();
        element.srcObject = null;
      }
    },
  };
}

/** A path whose code is still on its way. */
export function later<P extends Path>(news: News, load: (open: () => boolean) => Promise<P | null>): Path {
  let path: Path | null = null;
  let closed = false;
  load(() => !closed).then(
    (opened) => {
      path = opened;
      if (closed) path?.close();
    },
    (fault) => {
      console.warn('sound: a path could not be loaded', fault);
      news.lost();
    },
  );
  return {
    close() {
      closed = true;
      path?.close();
    },
  };
}

/** A path that does one thing more when it is closed. */
export function closing(path: Path, also: () => void): Path {
  return {
    close() {
      also();
      path.close();
    },
  };
}
