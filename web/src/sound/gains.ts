/** Rules of loudness: which slot is how loud, what the limiter gives back, when it is too loud for too long. */
import type { CarriesView } from '$protocol';

/** Length of every change of a gain, in seconds: long enough not to click, short enough not to be waited for. */
export const RAMP_S = 0.15;

/**
 * Gain of the lanes of the floor: whole where the channel passes the floor, else the volume the listener gives the
 * original. Before the channel is known the floor is whole: it is then all that there can be.
 */
export function laneGain(carries: CarriesView | undefined, original: number): number {
  return carries === undefined || carries === 'floor' ? 1 : original;
}

/** A volume within its bounds; what is no number is full volume, for nobody should sit in silence by a slip. */
export function volumeOf(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1;
}

/** The gain of a volume: squared, so that half of the slider sounds like half. */
export function gainOf(volume: number): number {
  return volume * volume;
}

/** The limiter, as of a DynamicsCompressorNode: nothing below the threshold changes, nothing comes far above it. */
export const LIMITER = { threshold: -12, knee: 0, ratio: 20, attack: 0.001, release: 0.1 } as const;

/**
 * The gain that takes back the make-up gain which a DynamicsCompressorNode adds by its definition (Web Audio API,
 * "computing the makeup gain": the inverse of the gain at full scale, to the power of 0.6), for a knee of 0.
 */
export function withoutMakeup(threshold_db: number, ratio: number): number {
  const full_db = threshold_db - threshold_db / ratio;
  return 10 ** ((full_db * 0.6) / 20);
}

/** The level of samples, in dBFS of a sine at full scale: their mean power against 1. */
export function meanPower(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : sum / samples.length;
}

/** dBFS of a mean power; a full sine is -3. */
export function dbfs(power: number): number {
  return power > 0 ? 10 * Math.log10(power) : Number.NEGATIVE_INFINITY;
}

/** Part of a meter that a level fills, 0 to 1: from -60 dBFS up. */
export function meterPart(level_dbfs: number): number {
  return volumeOf((Math.max(level_dbfs, -60) + 60) / 60);
}

/** Mean level over this long, in milliseconds, is what tires the ear; peaks are the limiter's. */
const WINDOW_MS = 20_000;
/** Speech at the usual level of a meeting lies near -24 dBFS; twelve decibels more for a whole window is loud. */
const LOUD_DBFS = -12;
/** And as loud no longer once it is so far below. */
const CALM_DBFS = -15;

/** Whether it has been loud for a while. It measures the signal, which says nothing of pressure at the ear. */
export class LoudnessWindow {
  #power = 0;
  #heard_ms = 0;
  #loud = false;

  /** Takes in the mean power of the `length_ms` that have passed. */
  push(power: number, length_ms: number): void {
    this.#heard_ms = Math.min(WINDOW_MS, this.#heard_ms + length_ms);
    const part = Math.min(1, length_ms / WINDOW_MS);
    this.#power += (power - this.#power) * part;
    const level = this.level;
    if (this.#heard_ms >= WINDOW_MS && level > LOUD_DBFS) this.#loud = true;
    else if (level < CALM_DBFS) this.#loud = false;
  }

  /** Mean level of the window, in dBFS. */
  get level(): number {
    return dbfs(this.#power);
  }

  /** Whether to warn. */
  get loud(): boolean {
    return this.#loud;
  }
}
