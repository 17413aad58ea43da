import { describe, expect, test } from 'vitest';
import type { MicrophoneView, ReadinessView, TurnView } from '$protocol';
import { turnMicrophone } from '../src/chair/microphones.ts';
import { isAsked, SHOWN_MS } from '../src/chair/pace.ts';
import { keyOf, SOON_MS, warningsOf } from '../src/chair/readiness.ts';

const readiness = (change: Partial<ReadinessView> = {}): ReadinessView => ({
  id: 'readiness',
  request: 'r-1',
  language: 'fr',
  staff: [
    { channel: 'ar', booth: 'ar-booth', person: 'amal', staff: 'on_air' },
    { channel: 'en', booth: 'en-booth', person: 'ed', staff: 'ready' },
  ],
  gaps: [],
  floor_unheard: [],
  booths_until_ms: null,
  ...change,
});

describe('the readiness of the booths', () => {
  test('has nothing to warn of when all is well', () => {
    expect(warningsOf(readiness({ booths_until_ms: SOON_MS + 1 }), 0)).toEqual([]);
  });

  test('is that somebody with a microphone sits in each, whether on air yet or not', () => {
    const gaps = [{ channel: 'en', booth: 'en-booth', gap: 'no_interpreter' }] as const;
    expect(warningsOf(readiness({ gaps: [...gaps] }), 0)).toEqual([]);
    const unstaffed = warningsOf(
      readiness({
        staff: [
          { channel: 'ar', booth: 'ar-booth', person: 'amal', staff: 'no_microphone' },
          { channel: 'en', booth: 'en-booth', person: null, staff: 'nobody' },
          { channel: 'es', booth: null, person: null, staff: 'no_booth' },
        ],
      }),
      0,
    );
    expect(unstaffed).toEqual([
      { kind: 'no_microphone', booth: 'ar-booth', channel: 'ar' },
      { kind: 'nobody', booth: 'en-booth', channel: 'en' },
      { kind: 'no_booth', channel: 'es' },
    ]);
  });

  test('puts a booth that is deaf before channels that lack somebody or something', () => {
    const found = warningsOf(
      readiness({
        staff: [{ channel: 'ar', booth: 'ar-booth', person: null, staff: 'nobody' }],
        gaps: [
          { channel: 'ar', booth: null, gap: 'no_interpreter' },
          { channel: 'en', booth: 'en-booth', gap: 'no_source' },
        ],
        floor_unheard: ['fr-booth'],
      }),
      0,
    );
    expect(found).toEqual([
      { kind: 'floor_unheard', booth: 'fr-booth' },
      { kind: 'nobody', booth: 'ar-booth', channel: 'ar' },
      { kind: 'no_source', channel: 'en', booth: 'en-booth' },
    ]);
  });

  test('warns from 15 minutes before the booths leave, and once their time is over', () => {
    const at = (until_ms: number) => warningsOf(readiness({ booths_until_ms: until_ms }), 0);
    expect(at(SOON_MS)).toEqual([{ kind: 'booths_end', minutes: 15 }]);
    expect(at(30_000)).toEqual([{ kind: 'booths_end', minutes: 1 }]);
    expect(at(-1)).toEqual([{ kind: 'booths_ended' }]);
  });

  test('is the same warning a minute later, and another for another channel', () => {
    expect(keyOf({ kind: 'booths_end', minutes: 9 })).toBe(keyOf({ kind: 'booths_end', minutes: 8 }));
    expect(keyOf({ kind: 'no_booth', channel: 'ar' })).not.toBe(keyOf({ kind: 'no_booth', channel: 'en' }));
  });
});

describe('the request for slower speech', () => {
  test('is shown for a while', () => {
    expect(isAsked(null, 0)).toBe(false);
    expect(isAsked(1_000, 1_000)).toBe(true);
    expect(isAsked(1_000, 1_000 + SHOWN_MS)).toBe(false);
  });
});

describe('the microphone of the turn', () => {
  const turn = (change: Partial<TurnView> = {}) =>
    ({
      id: 't-1',
      running_since_ms: 1,
      speaker: { person: 'head', name: {}, function: {} },
      ...change,
    }) as TurnView;
  const live = (kind: MicrophoneView['kind']) => [{ id: 'x', kind }] as MicrophoneView[];

  test('is live, or closed and to be opened again', () => {
    expect(turnMicrophone(turn(), 'open', live('turn'))).toEqual({ state: 'live' });
    expect(turnMicrophone(turn(), 'open', live('podium'))).toEqual({ state: 'closed', person: 'head' });
    expect(turnMicrophone(turn({ speaker: null }), 'open', [])).toEqual({ state: 'no_speaker' });
  });

  test('is none where nobody is to be heard', () => {
    expect(turnMicrophone(null, 'open', [])).toEqual({ state: 'none' });
    expect(turnMicrophone(turn(), 'suspended', [])).toEqual({ state: 'none' });
    expect(turnMicrophone(turn({ running_since_ms: null }), 'open', [])).toEqual({ state: 'none' });
  });
});
