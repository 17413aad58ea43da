/** The WebSocket of sound, both ways, with the browser's own codec: where WebRTC cannot pass. Loaded when it is needed. */
import type { News, Path } from './climber.ts';
import type { Ears } from './ears.ts';
import { FRAME_SAMPLES, type Frame, RATE_HZ, readFrame, writeFrame } from './frames.ts';
import { dbfs, meanPower } from './gains.ts';
import { captureIn, playerIn } from './worklets.ts';

/** Version of the messages, as the WebSocket's subprotocol. */
const PROTOCOL = 'plenary.sound.v1';
/** Bits a second that a microphone sends. */
const BITRATE = 48_000;
/** A fifth of a second of sound that has not left: what is behind that is dropped rather than sent late. */
const BEHIND_BYTES = 1_500;
/** Microseconds in a sample. */
const SAMPLE_US = 1_000_000 / RATE_HZ;

/** A path that listens, and may be told whether to fetch the original. */
export interface ListeningPath extends Path {
  original(wanted: boolean): void;
}

/** Listens over a socket. */
export function listenBySocket(url: string, ears: Ears, original: boolean, news: News): ListeningPath {
  const socket = soundSocket(url, news);
  const slots = new Map<number, SlotPlayer>();
  const hear = (wanted: boolean) => {
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ type: 'hear', listen: true, original: wanted }));
    }
  };
  let wanted = original;
  socket.onopen = () => {
    hear(wanted);
    news.up('ws');
  };
  socket.onmessage = ({ data }: MessageEvent<ArrayBuffer | string>) => {
    const frame = data instanceof ArrayBuffer ? readFrame(data) : null;
    if (frame === null) return;
    const player = slots.get(frame.slot) ?? new SlotPlayer(ears, frame.slot, () => news.lost());
    slots.set(frame.slot, player);
    player.take(frame);
  };
  return {
    original(now) {
      wanted = now;
      hear(now);
    },
    close() {
      shut(socket);
      for (const player of slots.values()) player.close();
    },
  };
}

/** A path that sends, and may be told whether to. */
export interface SendingPath extends Path {
  send(wanted: boolean): void;
}

/** Sends the sound of a node over a socket. The node is what is left after mute; its rate must be that of the wire. */
export function publishBySocket(url: string, source: AudioNode, send: boolean, news: News): SendingPath {
  const socket = soundSocket(url, news);
  if (source.context.sampleRate !== RATE_HZ) queueMicrotask(() => news.lost());
  let sender: Sender | null = null;
  let wanted = send;
  socket.onopen = () => {
    socket.send(JSON.stringify({ type: 'hear', listen: false, original: false }));
    captureIn(source.context).then(
      (capture) => {
        if (socket.readyState !== WebSocket.OPEN) return;
        sender = new Sender(socket, source, capture, () => news.lost());
        sender.wanted = wanted;
        news.up('ws');
      },
      (fault) => {
        console.warn('sound: the microphone cannot be read', fault);
        news.lost();
      },
    );
  };
  return {
    send(now) {
      wanted = now;
      if (sender) sender.wanted = now;
    },
    close() {
      sender?.close();
      shut(socket);
    },
  };
}

function soundSocket(url: string, news: News): WebSocket {
  const socket = new WebSocket(url, PROTOCOL);
  socket.binaryType = 'arraybuffer';
  socket.onclose = () => news.lost();
  return socket;
}

function shut(socket: WebSocket): void {
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
}

/** Decodes and plays one slot, whoever speaks in it: the buffer blends from one to the other. */
class SlotPlayer {
  readonly #ears: Ears;
  readonly #slot: number;
  #decoder: AudioDecoder | null = null;
  #player: AudioWorkletNode | null = null;
  #closed = false;

  constructor(ears: Ears, slot: number, failed: () => void) {
    this.#ears = ears;
    this.#slot = slot;
    playerIn(ears.context).then(
      (player) => {
        player.onprocessorerror = failed;
        this.#ready(player);
      },
      (fault) => {
        console.warn('sound: no player', fault);
        failed();
      },
    );
  }

  take({ timestamp, packet }: Frame): void {
    // What comes in the moment before the player is there would be late by the time it is.
    if (this.#player === null) return;
    // A decoder that failed is closed, and made anew: one bad packet costs itself.
    if (this.#decoder === null || this.#decoder.state === 'closed')
      this.#decoder = this.#newDecoder(this.#player);
    const timestamp_us = Math.round(timestamp * SAMPLE_US);
    this.#decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: timestamp_us, data: packet }));
  }

  close(): void {
    this.#closed = true;
    if (this.#decoder?.state === 'configured') this.#decoder.close();
    this.#player?.disconnect();
  }

  #ready(player: AudioWorkletNode): void {
    if (this.#closed) return;
    this.#player = player;
    player.connect(this.#ears.slot(this.#slot));
  }

  #newDecoder({ port }: AudioWorkletNode): AudioDecoder {
    const decoder = new AudioDecoder({
      output: (sound) => {
        const samples = new Float32Array(sound.numberOfFrames);
        sound.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
        sound.close();
        port.postMessage(samples, [samples.buffer]);
      },
      error: (fault) => console.warn('sound: a packet that is no Opus', fault),
    });
    decoder.configure({ codec: 'opus', sampleRate: RATE_HZ, numberOfChannels: 1 });
    return decoder;
  }
}

/** Encodes and sends what a node gives. */
class Sender {
  readonly #socket: WebSocket;
  readonly #source: AudioNode;
  readonly #capture: AudioWorkletNode;
  readonly #encoder: AudioEncoder;
  /** Another number than that of the stretch before, most likely. */
  readonly #stretch = crypto.getRandomValues(new Uint16Array(1))[0] ?? 0;
  /** Whether to send at all. */
  wanted = false;
  #sequence = 0;
  #samples = 0;
  /** Levels of the frames that the encoder has not given back yet, in their order. */
  #levels: number[] = [];

  constructor(socket: WebSocket, source: AudioNode, capture: AudioWorkletNode, failed: () => void) {
    this.#socket = socket;
    this.#source = source;
    this.#capture = capture;
    this.#encoder = new AudioEncoder({
      output: (chunk) => this.#send(chunk),
      error: (fault) => {
        console.warn('sound: the encoder gave up', fault);
        failed();
      },
    });
    this.#encoder.configure({
      codec: 'opus',
      sampleRate: RATE_HZ,
      numberOfChannels: 1,
      bitrate: BITRATE,
      // Nothing is lost on a socket, so no packet carries a copy of another.
      opus: { frameDuration: 20_000, usedtx: false, useinbandfec: false },
    });
    capture.onprocessorerror = failed;
    capture.port.onmessage = ({ data }: MessageEvent<Float32Array<ArrayBuffer>>) => this.#encode(data);
    source.connect(capture);
  }

  close(): void {
    this.#capture.port.onmessage = null;
    this.#source.disconnect(this.#capture);
    this.#capture.disconnect();
    if (this.#encoder.state === 'configured') this.#encoder.close();
  }

  #encode(data: Float32Array<ArrayBuffer>): void {
    if (!this.wanted || this.#encoder.state !== 'configured') return;
    const sound = new AudioData({
      format: 'f32-planar',
      sampleRate: RATE_HZ,
      numberOfFrames: FRAME_SAMPLES,
      numberOfChannels: 1,
      timestamp: Math.round(this.#samples * SAMPLE_US),
      data,
    });
    this.#samples += FRAME_SAMPLES;
    this.#levels.push(levelOf(data));
    this.#encoder.encode(sound);
    sound.close();
  }

  #send(chunk: EncodedAudioChunk): void {
    const packet = new Uint8Array(chunk.byteLength);
    chunk.copyTo(packet);
    const sequence = this.#sequence;
    const level_dbov = this.#levels.shift();
    this.#sequence += 1;
    if (this.#socket.readyState !== WebSocket.OPEN || this.#socket.bufferedAmount > BEHIND_BYTES) return;
    const timestamp = Math.round(chunk.timestamp / SAMPLE_US);
    this.#socket.send(
      writeFrame({
        slot: 0,
        source: this.#stretch,
        sequence,
        timestamp,
        packet,
        ...(level_dbov === undefined ? {} : { level_dbov }),
      }),
    );
  }
}

/** How loud samples are, in whole dBov from -127, silence, to 0. */
function levelOf(samples: Float32Array): number {
  return Math.round(Math.min(0, Math.max(-127, dbfs(meanPower(samples)))));
}
