import { describe, expect, it } from 'vitest';
import { Cutter } from '../src/sound/cutter.ts';
import { depthsAt, JitterBuffer } from '../src/sound/jitter_buffer.ts';

const RATE = 48_000;
const QUANTUM = 128;
const FRAME = 960;
const MS = RATE / 1000;

/** A sine that goes on from frame to frame. */
function tone(frame: number, hz = 440): Float32Array {
  return Float32Array.from({ length: FRAME }, (_, n) =>
    Math.sin((2 * Math.PI * hz * (frame * FRAME + n)) / RATE),
  );
}

/**
 * Plays `seconds` of frames that come at `arrival_ms(frame)`, by a clock that runs in quanta of 128 samples. The answer
 * is what was heard, and the most that was held.
 */
function play(buffer: JitterBuffer, seconds: number, arrival_ms: (frame: number) => number) {
  const heard: number[] = [];
  let next = 0;
  let most = 0;
  for (let at = 0; at < seconds * RATE; at += QUANTUM) {
    while (next * FRAME < seconds * RATE && arrival_ms(next) * MS <= at) {
      buffer.push(tone(next));
      next += 1;
    }
    most = Math.max(most, buffer.held);
    const out = new Float32Array(QUANTUM);
    buffer.pull(out);
    heard.push(...out);
  }
  return { heard, most };
}

/** The greatest step from one sample to the next: a click is a step that a tone does not make. */
function steepest(samples: number[]): number {
  let most = 0;
  for (let n = 1; n < samples.length; n += 1) {
    most = Math.max(most, Math.abs((samples[n] ?? 0) - (samples[n - 1] ?? 0)));
  }
  return most;
}

/** What a full sine of 440 Hz does from sample to sample. */
const STEP_OF_TONE = (2 * Math.PI * 440) / RATE;

describe('the buffer of a player', () => {
  it('waits for 60 ms, then plays without a break', () => {
    const buffer = new JitterBuffer(depthsAt(RATE));
    const { heard } = play(buffer, 2, (frame) => frame * 20);
    const first = heard.findIndex((sample) => sample !== 0);
    expect(first / MS).toBeGreaterThanOrEqual(40);
    expect(first / MS).toBeLessThan(65);
    expect(buffer.underruns).toBe(0);
    expect(steepest(heard)).toBeLessThan(STEP_OF_TONE * 1.05);
  });

  it('rides out a jitter of 40 ms', () => {
    const buffer = new JitterBuffer(depthsAt(RATE));
    // Frames come in order, as on a socket; each late by up to 40 ms.
    let last = 0;
    const late = (frame: number) => {
      last = Math.max(last, frame * 20 + ((frame * 7919) % 41));
      return last;
    };
    const arrivals = Array.from({ length: 500 }, (_, frame) => late(frame));
    play(buffer, 10, (frame) => arrivals[frame] ?? 0);
    expect(buffer.underruns).toBe(0);
    expect(buffer.skipped).toBe(0);
  });

  it('holds 200 ms at most after a standstill, and goes back to 60', () => {
    const buffer = new JitterBuffer(depthsAt(RATE));
    const { most, heard } = play(buffer, 6, (frame) => (frame >= 100 && frame < 150 ? 3_000 : frame * 20));
    expect(most).toBeLessThanOrEqual(200 * MS);
    expect(buffer.underruns).toBe(1);
    expect(buffer.skipped).toBeGreaterThan(700 * MS);
    expect(buffer.held).toBeLessThan(100 * MS);
    expect(steepest(heard)).toBeLessThan(0.2);
  });

  it('gives back delay that guards against nothing, as when the sender is faster, without a click', () => {
    const buffer = new JitterBuffer(depthsAt(RATE));
    // One part in two hundred too fast for 40 seconds: 200 ms too much in all.
    const { most, heard } = play(buffer, 40, (frame) => frame * 19.9);
    expect(most / MS).toBeLessThan(110);
    expect(buffer.skipped).toBeGreaterThan(100 * MS);
    expect(steepest(heard)).toBeLessThan(STEP_OF_TONE * 2.5);
  });

  it('fades where there is nothing more, and is silent then', () => {
    const buffer = new JitterBuffer(depthsAt(RATE));
    for (let frame = 0; frame < 4; frame += 1) buffer.push(new Float32Array(FRAME).fill(0.5));
    const heard: number[] = [];
    for (let n = 0; n < 60; n += 1) {
      const out = new Float32Array(QUANTUM);
      buffer.pull(out);
      heard.push(...out);
    }
    expect(steepest(heard)).toBeLessThan(0.02);
    expect(heard.at(-1)).toBe(0);
    expect(Math.max(...heard)).toBeCloseTo(0.5);
  });

  it('takes pieces of any size', () => {
    const buffer = new JitterBuffer(depthsAt(RATE));
    const whole = Float32Array.from({ length: 9_600 }, (_, n) => Math.sin(n / 40));
    for (let at = 0; at < whole.length; at += 333) buffer.push(whole.subarray(at, at + 333));
    const out = new Float32Array(4_800);
    buffer.pull(out);
    expect(Array.from(out.subarray(1_000))).toEqual(Array.from(whole.subarray(1_000, 4_800)));
  });
});

describe('the cutter', () => {
  it('makes whole frames of what comes, in order, and keeps the rest', () => {
    const frames: Float32Array[] = [];
    const cutter = new Cutter((frame) => frames.push(frame));
    const all = Float32Array.from({ length: 2_500 }, (_, n) => n);
    for (let at = 0; at < all.length; at += QUANTUM) cutter.push(all.subarray(at, at + QUANTUM));
    expect(frames.map((frame) => frame.length)).toEqual([960, 960]);
    expect(frames.flatMap((frame) => [...frame])).toEqual([...all.subarray(0, 1_920)]);
    cutter.push(new Float32Array(2_000));
    expect(frames).toHaveLength(4);
  });
});
