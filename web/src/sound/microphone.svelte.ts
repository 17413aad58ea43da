/** One's own microphone: captured, ready to be opened, muted, and kept on a path. Who hears it is the server's to say. */
import { untrack } from 'svelte';
import type { Live as LiveOn } from '$protocol';
import { forced, ladderOf, sendingRungs } from './ability.ts';
import { keepAwake, type Watched } from './awake.ts';
import type { Failure, Profile } from './capture.ts';
import { Claim } from './claim.ts';
import { Climber, type News, type Path } from './climber.ts';
import { DeviceSilence } from './device_silence.svelte.ts';
import type { Devices } from './devices.svelte.ts';
import type { Ends } from './ends.ts';
import { dbfs } from './gains.ts';
import { closing, later } from './listening.svelte.ts';
import { beat } from './meter.ts';
import type { Mouth } from './mouth.ts';
import { Mute } from './mute.svelte.ts';
import { isNear } from './near.ts';
import { publishByRtc } from './publish.ts';
import { oneOf, Remembered } from './remembered.svelte.ts';
import type { Signals } from './signals.ts';
import type { SendingPath } from './sound_socket.ts';
import type { Dbfs, PathState, Transport } from './words.ts';

/**
 * How the capture stands. `off`: not asked for; `asking`: the browser asks the person; `ready`: it runs; `blocked`: it
 * runs once the page is pressed; `unplugged`: the device has gone; `elsewhere`: another window of this browser has taken
 * it; the others as `Failure`.
 */
export type CaptureState = 'off' | 'asking' | 'ready' | 'blocked' | 'unplugged' | 'elsewhere' | Failure;

type Device = typeof import('./device.ts');

/** The microphone. All properties are reactive. */
export class Microphone {
  readonly #ends: Ends;
  readonly #signals: Signals;
  readonly #devices: Devices;
  readonly #profile: Remembered<Profile>;
  readonly #claim: Claim;
  readonly #mute: Mute;
  readonly #silence = new DeviceSilence();
  #capture = $state<CaptureState>('off');
  #asleep = $state(false);
  /** What was told last of whether the device gives sound, since its sound arrives; null before that. */
  #told: boolean | null = null;
  #coughing = $state(false);
  #path = $state.raw<{ state: PathState; transport: Transport | null }>({ state: 'off', transport: null });
  #mouth = $state.raw<Mouth | null>(null);
  #device: Device | null = null;
  #stream: MediaStream | null = null;
  /** What the browser calls the device that is captured; empty where it does not say. */
  #label = $state('');
  /** Device and profile that are captured, or being asked for. */
  #taken = '';
  #climber: Climber | null = null;
  #watched: Watched | null = null;
  /** Paths by WebRTC that are open: when the last one closes, the server is told. */
  #offered = 0;
  readonly #senders = new Set<(wanted: boolean) => void>();

  /** Whether this page sends, and the server has what is sent. */
  readonly #arrives = $derived.by(
    () => this.path === 'on' && this.#ends.store.you?.microphone.connected === true,
  );

  /** To be made within an effect's root, whose end ends its effects; `release` ends the rest. */
  constructor(ends: Ends, signals: Signals, devices: Devices) {
    this.#ends = ends;
    this.#signals = signals;
    this.#devices = devices;
    this.#profile = new Remembered('profile', '', oneOf<Profile>(['headset', 'loudspeaker'], 'headset'));
    this.#claim = new Claim(`plenary.microphone:${ends.link}:${ends.session}`, () => {
      if (this.#capture === 'off') return;
      this.release();
      this.#capture = 'elsewhere';
    });
    this.#mute = new Mute({
      link: ends.link,
      session: ends.session,
      muted: () => ends.store.you?.microphone.muted === true,
      ask: (command) => ends.ask(command),
    });
    this.#follow();
  }

  get capture(): CaptureState {
    return this.#capture === 'ready' && this.#asleep ? 'blocked' : this.#capture;
  }

  /** How its path stands. */
  get path(): PathState {
    return this.#path.state;
  }

  /** The transport, while `path` is `on`. */
  get transport(): Transport | null {
    return this.#path.transport;
  }

  /** Where the server says one's microphone is heard now. */
  get live(): LiveOn {
    return this.#ends.store.you?.microphone.live ?? 'off';
  }

  /** Mute, on every device of one's own: see `Mute`. To be set in the handler of a press alone. */
  get muted(): boolean {
    return this.#mute.on;
  }

  set muted(muted: boolean) {
    this.#mute.press(muted);
    this.#gate();
  }

  /** Hold-to-mute: true while held. */
  cough(held: boolean): void {
    this.#coughing = held;
    this.#gate();
  }

  /** Whether nothing of it is sent now: muted or coughing. */
  get silenced(): boolean {
    return this.#mute.on || this.#coughing;
  }

  /** Whether its device gives no sound: muted by the system or by a key of its own. */
  get silent(): boolean {
    return this.#silence.is;
  }

  /** Level of the device before mute, redrawn while it is read. */
  get level(): Dbfs {
    beat();
    return dbfs(this.#mouth?.power() ?? 0);
  }

  /** What is done to the sound. Remembered; a change captures anew, without a new connection. */
  get profile(): Profile {
    return this.#profile.value;
  }

  set profile(profile: Profile) {
    this.#profile.value = profile;
  }

  /**
   * Captures and connects, so that it is ready to be opened; a device that gives no sound is taken anew. Asks the
   * browser's permission the first time.
   */
  async prepare(): Promise<void> {
    if (this.#capture === 'asking' || (this.#capture === 'ready' && !this.silent)) return;
    this.#claim.take();
    await this.#take();
  }

  /** Prepares where the person has allowed it before, so that the browser need not ask out of nowhere. */
  async prepareIfAllowed(): Promise<void> {
    if (await isAllowed()) await this.prepare();
  }

  /** Gives the device back and ends the path. */
  release(): void {
    this.#capture = 'off';
    this.#taken = '';
    this.#drop();
    this.#endGraph();
  }

  /** The session is left. */
  close(): void {
    this.release();
    this.#claim.close();
  }

  /** Seeks a path anew. */
  restart(): void {
    this.#climber?.anew();
  }

  /** The server gave up the path. */
  given(): void {
    this.#climber?.given();
  }

  get #wish(): string {
    return `${this.profile} ${this.#devices.input}`;
  }

  get #near(): boolean {
    const { store } = this.#ends;
    return isNear(store.you?.microphone, store.all('standing'), store.you?.roles ?? []);
  }

  #follow(): void {
    $effect(() => this.#mouth?.silence(this.silenced));
    $effect(() => {
      const wish = this.#wish;
      untrack(() => {
        if (this.#stream !== null && wish !== this.#taken) void this.#take();
      });
    });
    $effect(() => {
      const { inputs, input } = this.#devices;
      const back = input === '' ? inputs.length > 0 : inputs.some(({ id }) => id === input);
      if (this.#capture === 'unplugged' && back) untrack(() => void this.#take());
    });
    $effect(() => {
      const near = this.#near;
      for (const send of this.#senders) send(near);
    });
    $effect(() => {
      const silent = this.silent;
      if (this.#arrives) untrack(() => this.#tell(silent));
      else this.#told = null;
    });
    // For those who look after the sound. On another line the server knows nothing of it.
    $effect(() => {
      const [device, coughs] = [this.#label, this.#coughing];
      if (this.#arrives && this.#ends.connected())
        untrack(() => this.#ends.send({ type: 'tell_microphone', device, coughs }));
    });
    $effect(() => {
      const live = this.#ends.connected();
      untrack(() => this.#climber?.line(live));
    });
  }

  /**
   * Tells the server where it believes otherwise. Of two pages each tells its own changes, so they do not argue. What was
   * told a moment ago may not have come back yet, and counts: a device that is held down and let go at once is heard again.
   */
  #tell(silent: boolean): void {
    const believed = this.#told ?? this.#ends.store.you?.microphone.silent;
    this.#told = silent;
    if (believed === silent) return;
    void this.#ends.ask({ type: 'report_microphone', sounds: !silent });
  }

  async #take(): Promise<void> {
    const wish = this.#wish;
    this.#taken = wish;
    if (this.#stream === null) this.#capture = 'asking';
    const got = await this.#captured();
    if (this.#taken !== wish) {
      // The person chose otherwise while the browser asked.
      if (typeof got !== 'string') stop(got);
      return;
    }
    if (typeof got === 'string') {
      if (this.#stream === null) this.#capture = got;
      return;
    }
    this.#join(got);
    this.#drop();
    this.#stream = got;
    this.#label = got.getAudioTracks()[0]?.label ?? '';
    this.#capture = 'ready';
    watchEnd(got, () => this.#unplugged(got));
    this.#silence.watch(got, () => this.#mouth?.power() ?? null);
    // Devices have labels from now on.
    await this.#devices.refresh();
  }

  async #captured(): Promise<MediaStream | Failure> {
    try {
      this.#device ??= await import('./device.ts');
    } catch (fault) {
      console.warn('sound: the microphone could not be loaded', fault);
      return 'failed';
    }
    return this.#device.captured(this.profile, this.#devices.input);
  }

  /** Leads a device's sound into the graph; with the first, a path is sought. */
  #join(stream: MediaStream): void {
    if (this.#mouth?.context.state === 'closed') this.#endGraph();
    if (this.#mouth !== null) {
      this.#mouth.take(stream);
      return;
    }
    const mouth = this.#device?.mouthOf(stream);
    if (!mouth) return;
    this.#mouth = mouth;
    this.#gate();
    this.#watched = keepAwake(mouth.context, {
      awake: (is) => {
        this.#asleep = !is;
      },
      // The device goes on, behind the gate as it stands.
      ended: () => {
        this.#endGraph();
        if (this.#stream) this.#join(this.#stream);
      },
    });
    this.#climb(mouth);
  }

  #endGraph(): void {
    this.#watched?.stop();
    this.#climber?.end();
    this.#climber = null;
    this.#path = { state: 'off', transport: null };
    const mouth = this.#mouth;
    this.#mouth = null;
    mouth?.close().catch((fault) => console.warn('sound: the microphone did not end in order', fault));
  }

  #unplugged(stream: MediaStream): void {
    if (this.#stream !== stream) return;
    this.#drop();
    this.#capture = 'unplugged';
    this.#devices.refresh().catch((fault) => console.warn('sound: devices cannot be listed', fault));
  }

  #drop(): void {
    this.#silence.stop();
    if (this.#stream) stop(this.#stream);
    this.#stream = null;
  }

  #gate(): void {
    this.#mouth?.silence(this.silenced);
  }

  #climb(mouth: Mouth): void {
    this.#climber = new Climber(
      {
        ladder: ladderOf(sendingRungs(), forced),
        open: (rung, news) => (rung === 'rtc' ? this.#openRtc(mouth, news) : this.#openSocket(mouth, news)),
        changed: (state, transport) => {
          this.#path = { state, transport };
        },
        // Looking for a better path must not touch a microphone that is heard.
        calm: () => this.live === 'off',
      },
      this.#ends.connected(),
    );
  }

  #openRtc(mouth: Mouth, news: News): Path {
    this.#offered += 1;
    const needs = {
      news,
      answer: (offer: string) => this.#signals.offer('publish', offer),
      closed: () => {
        this.#offered -= 1;
        if (this.#offered === 0) this.#ends.send({ type: 'end_sound', purpose: 'publish' });
      },
    };
    return this.#sending(publishByRtc(mouth.track, this.#near, needs));
  }

  #openSocket(mouth: Mouth, news: News): Path {
    return later(news, async (open) => {
      const { publishBySocket } = await import('./sound_socket.ts');
      if (!open()) return null;
      return this.#sending(publishBySocket(this.#ends.soundUrl, mouth.out, this.#near, news));
    });
  }

  #sending(path: SendingPath): Path {
    const send = (wanted: boolean) => path.send(wanted);
    this.#senders.add(send);
    return closing(path, () => this.#senders.delete(send));
  }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}

function watchEnd(stream: MediaStream, ended: () => void): void {
  for (const track of stream.getAudioTracks()) track.onended = ended;
}

async function isAllowed(): Promise<boolean> {
  try {
    const status = await navigator.permissions.query({ name: 'microphone' as PermissionName });
    return status.state === 'granted';
  } catch {
    // A browser that does not tell is asked when the person presses.
    return false;
  }
}
