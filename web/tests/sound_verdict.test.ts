import { describe, expect, it } from 'vitest';
import { kindOf, verdictOn } from '../src/sound/verdict.ts';

const RATE = 48_000;

/** Three seconds in which a voice of a level sounds for `part` of the time, cut off at full scale. */
function voice(peak: number, part = 0.4): Float32Array {
  return Float32Array.from({ length: 3 * RATE }, (_, n) => {
    const speaks = (n % RATE) / RATE < part;
    const sample = speaks ? peak * Math.sin((2 * Math.PI * 180 * n) / RATE) : 0;
    return Math.max(-1, Math.min(1, sample));
  });
}

describe('the verdict on a recording', () => {
  it('is good at the level of speech, with pauses', () => {
    expect(verdictOn(voice(0.2))).toBe('good');
    expect(verdictOn(voice(0.9))).toBe('good');
    expect(verdictOn(voice(0.05, 0.2))).toBe('good');
  });

  it('finds no signal in silence, and in the noise of a converter', () => {
    expect(verdictOn(new Float32Array(3 * RATE))).toBe('no_signal');
    expect(verdictOn(voice(0.0005))).toBe('no_signal');
    expect(verdictOn(new Float32Array())).toBe('no_signal');
  });

  it('finds a voice too low', () => {
    expect(verdictOn(voice(0.008))).toBe('too_low');
  });

  it('finds a voice that is cut off, and forgives a knock', () => {
    expect(verdictOn(voice(1.6))).toBe('clipping');
    const knock = voice(0.3);
    knock.fill(1, 1_000, 1_050);
    expect(verdictOn(knock)).toBe('good');
    knock.fill(1, 1_000, 1_100);
    expect(verdictOn(knock)).toBe('clipping');
  });
});

describe("a microphone's name", () => {
  it.each([
    ['Bluetooth Headset', 'bluetooth'],
    ['Headset (WH-1000XM4 Hands-Free AG Audio)', 'bluetooth'],
    ['AirPods Pro de Leïla', 'bluetooth'],
    ['MacBook Pro Microphone (Built-in)', 'built_in'],
    ['Microphone Array (Realtek(R) Audio)', 'built_in'],
    ['Microphone intégré', 'built_in'],
    ['Jabra Evolve2 40 (USB)', null],
    ['Headset Microphone', null],
    ['', null],
  ] as const)('%s: %s', (label, kind) => {
    expect(kindOf(label)).toBe(kind);
  });
});
