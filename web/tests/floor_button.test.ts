import { describe, expect, it } from 'vitest';
import type { StandingState, StandingView, TurnView } from '$protocol';
import { type Face, faceOf, type Given } from '../src/dock/floor_button.ts';

const standing = (state: StandingState, more: Partial<StandingView> = {}): StandingView => ({
  id: 'statements',
  state,
  request: null,
  place: null,
  expected: null,
  turn: null,
  last: null,
  ...more,
});
const turn = (more: Partial<TurnView> = {}): TurnView => ({
  id: 't-1',
  request: 'r-1',
  list: 'statements',
  delegation: 'jo',
  speaker: null,
  language: 'ar',
  limit_ms: 180_000,
  spent_ms: 0,
  running_since_ms: 0,
  limit_reached: false,
  amber_ms: 30_000,
  halts: [],
  halt_reason: '',
  ...more,
});
const given = (more: Partial<Given>): Given => ({
  standing: standing('may_ask'),
  phase: 'open',
  turn: null,
  connected: true,
  sending: false,
  now_ms: 0,
  ...more,
});
const waits = { request: 'r-1', place: 6 };
const speaks = { request: 'r-1', turn: 't-1' };
const declined = { request: 'r-0', state: 'declined', since_ms: 0, reason: 'item closed' } as const;

const TABLE: [string, Partial<Given>, Face][] = [
  ['may ask', {}, { state: 'idle', last: null, press: { do: 'ask' } }],
  [
    'may ask after a refusal by the chair',
    { standing: standing('may_ask', { last: declined }) },
    { state: 'idle', last: declined, press: { do: 'ask' } },
  ],
  ['asked, not answered', { sending: true }, { state: 'sending', press: null }],
  [
    'inscribed',
    { standing: standing('inscribed', waits) },
    { state: 'inscribed', press: { do: 'withdraw', request: 'r-1' } },
  ],
  [
    'on the list',
    { standing: standing('on_list', waits) },
    { state: 'listed', place: 6, press: { do: 'withdraw', request: 'r-1' } },
  ],
  [
    'next',
    { standing: standing('stand_by', waits) },
    { state: 'standing_by', press: { do: 'withdraw', request: 'r-1' } },
  ],
  [
    'on the floor',
    { standing: standing('on_floor', speaks), turn: turn(), now_ms: 149_999 },
    { state: 'speaking', press: { do: 'finish', turn: 't-1' } },
  ],
  [
    'on the floor, 30 seconds left',
    { standing: standing('on_floor', speaks), turn: turn(), now_ms: 150_000 },
    { state: 'last_seconds', press: { do: 'finish', turn: 't-1' } },
  ],
  [
    'on the floor, no time left',
    { standing: standing('on_floor', speaks), turn: turn(), now_ms: 180_000 },
    { state: 'over_time', press: { do: 'finish', turn: 't-1' } },
  ],
  [
    'a recording speaks for it: nothing that is pressed ends it',
    { standing: standing('on_floor', speaks), turn: turn({ prerecorded_ms: 120_000 }) },
    { state: 'played', press: null },
  ],
  [
    'interrupted',
    { standing: standing('suspended', speaks), turn: turn() },
    { state: 'halted', press: null },
  ],
  [
    'list closed',
    { standing: standing('list_closed', { last: declined }) },
    { state: 'list_closed', yet: false, last: declined, press: null },
  ],
  [
    'list not open yet',
    { standing: standing('list_closed'), phase: 'scheduled' },
    { state: 'list_closed', yet: true, last: null, press: null },
  ],
  ['session closed', { standing: standing('session_closed') }, { state: 'session_closed', press: null }],
  ['line lost', { connected: false }, { state: 'reconnecting', kept: null, press: null }],
  [
    'line lost on the list',
    { connected: false, standing: standing('on_list', waits) },
    { state: 'reconnecting', kept: 'place', press: null },
  ],
  [
    'line lost on the floor, even while sending',
    { connected: false, sending: true, standing: standing('on_floor', speaks) },
    { state: 'reconnecting', kept: 'floor', press: null },
  ],
];

describe('the floor button', () => {
  it.each(TABLE)('%s', (_, from, face) => {
    expect(faceOf(given(from))).toEqual(face);
  });
});
