/** Frames of sound on the WebSocket `plenary.sound.v1`: twelve bytes of head, then an Opus packet of 20 ms. */

/** Slots in the order of the listening offer: interpretation, three lanes of the floor, the booth mate. */
export const SLOTS = { interpretation: 0, lanes: [1, 2, 3], monitor: 4 } as const;
/** Slots that there are. */
export const SLOT_COUNT = 5;
/** Samples of a frame at 48 kHz. */
export const FRAME_SAMPLES = 960;
/** Samples in a second. */
export const RATE_HZ = 48_000;
const HEAD = 12;
/** What is added to a level, so that none is told by 0. */
const LEVEL_OFFSET = 128;
/** The longest Opus packet of one frame, in bytes (RFC 6716, 3.4). */
export const PACKET_MAX = 1275;

/** A frame of sound. */
export interface Frame {
  /** Which slot it is for; 0 from a client. */
  slot: number;
  /** Another number for another microphone, or another stretch of one. 16 bits. */
  source: number;
  /** Grows by one from frame to frame of a source. 32 bits, and begins anew after the last. */
  sequence: number;
  /** Samples at 48 kHz. 32 bits, and begins anew after the last. */
  timestamp: number;
  /** How loud it is, in dBov from -127 (silence) to 0, as a client may tell; a server does not. */
  level_dbov?: number;
  /** The Opus packet. */
  packet: Uint8Array;
}

/** Reads a frame; null where it is none, which a server never sends. */
export function readFrame(bytes: ArrayBuffer): Frame | null {
  if (bytes.byteLength <= HEAD || bytes.byteLength > HEAD + PACKET_MAX) return null;
  const head = new DataView(bytes);
  const slot = head.getUint8(0);
  if (slot >= SLOT_COUNT || head.getUint8(1) !== 0) return null;
  return {
    slot,
    source: head.getUint16(2),
    sequence: head.getUint32(4),
    timestamp: head.getUint32(8),
    packet: new Uint8Array(bytes, HEAD),
  };
}

/** Writes a frame; numbers beyond their bits begin anew. A packet that is empty or too long is a bug of the encoder. */
export function writeFrame(frame: Frame): ArrayBuffer {
  const length = frame.packet.length;
  if (length === 0 || length > PACKET_MAX) throw new RangeError(`an Opus packet of ${length} bytes`);
  const bytes = new ArrayBuffer(HEAD + length);
  const head = new DataView(bytes);
  head.setUint8(0, frame.slot);
  head.setUint8(1, frame.level_dbov === undefined ? 0 : LEVEL_OFFSET + frame.level_dbov);
  head.setUint16(2, frame.source);
  head.setUint32(4, frame.sequence);
  head.setUint32(8, frame.timestamp);
  new Uint8Array(bytes, HEAD).set(frame.packet);
  return bytes;
}
