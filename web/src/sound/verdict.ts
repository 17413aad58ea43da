/** What three seconds of a microphone tell: is there a voice, is it loud enough, does it distort; and what its name tells. */

import { FRAME_SAMPLES } from './frames.ts';
import { dbfs, meanPower } from './gains.ts';

/** What to say of a recording. */
export type Verdict = 'no_signal' | 'too_low' | 'clipping' | 'good';

/** Kinds of microphone that serve interpreters badly, as their names tell. */
export type Kind = 'bluetooth' | 'built_in';

/** Below this there is nothing but the noise of a converter, in dBFS. */
const SIGNAL_DBFS = -60;
/** Speech below this drowns in the noise of rooms and lines, in dBFS. */
const SPEECH_DBFS = -40;
/** A sample from here on was most likely cut off. */
const FULL_SCALE = 0.99;
/** So many samples in ten thousand may be cut off, as by a knock against the microphone. */
const CUT_PER_10_000 = 5;

/**
 * The verdict on a recording, samples from -1 to 1. Speech has pauses, so its level is that of the loudest tenth of
 * pieces of 20 ms.
 */
export function verdictOn(samples: Float32Array): Verdict {
  const cut = samples.reduce((count, sample) => count + (Math.abs(sample) >= FULL_SCALE ? 1 : 0), 0);
  if (cut * 10_000 > samples.length * CUT_PER_10_000) return 'clipping';
  const level = speechLevel(samples);
  if (level < SIGNAL_DBFS) return 'no_signal';
  return level < SPEECH_DBFS ? 'too_low' : 'good';
}

function speechLevel(samples: Float32Array): number {
  const powers: number[] = [];
  for (let at = 0; at + FRAME_SAMPLES <= samples.length; at += FRAME_SAMPLES) {
    powers.push(meanPower(samples.subarray(at, at + FRAME_SAMPLES)));
  }
  powers.sort((a, b) => a - b);
  return dbfs(powers[Math.floor(powers.length * 0.9)] ?? 0);
}

const BLUETOOTH = /bluetooth|hands-?free|airpods|earpods pro|\b(galaxy|pixel) buds|\bbuds\b|\bbt\b|بلوتوث/i;
const BUILT_IN =
  /built-?in|internal|integrated|macbook|imac|microphone array|intégré|interne|réseau de microphones|مدمج|داخلي/i;

/** What a microphone's name says of its kind; null where it says nothing bad. */
export function kindOf(label: string): Kind | null {
  if (BLUETOOTH.test(label)) return 'bluetooth';
  return BUILT_IN.test(label) ? 'built_in' : null;
}
