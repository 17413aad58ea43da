import { describe, expect, it } from 'vitest';
import type { TurnView, YouView } from '$protocol';
import { faceOf, type Given, mayTakeTurn } from '../src/dock/microphone_face.ts';
import type { OwnMicrophone } from '../src/sound/protocol.ts';

const OWN: OwnMicrophone = {
  may_publish: true,
  may_open: false,
  agrees: true,
  connected: true,
  live: 'off',
  channel: null,
  closed_by_chair: false,
};

function face(own: Partial<OwnMicrophone>, given: Partial<Given> = {}) {
  return faceOf({
    own: { ...OWN, ...own },
    capture: 'ready',
    path: 'on',
    muted: false,
    mayTake: false,
    ...given,
  });
}

describe('the button of the microphone', () => {
  it('says that one is heard, and mutes', () => {
    expect(face({ live: 'floor' })).toEqual({ state: 'open', act: 'mute' });
    expect(face({ live: 'channel' })).toEqual({ state: 'on_air', act: 'mute' });
  });

  it('never says that one is heard when one is not', () => {
    expect(face({ live: 'floor' }, { muted: true })).toEqual({ state: 'muted', act: 'unmute' });
    expect(face({ live: 'floor' }, { path: 'none' })).toEqual({ state: 'unheard', act: null });
    expect(face({ live: 'floor' }, { path: 'connecting' }).state).toBe('unheard');
    for (const capture of ['off', 'blocked', 'denied', 'missing', 'unplugged', 'failed'] as const) {
      expect(face({ live: 'channel' }, { capture })).toEqual({ state: 'unheard', act: 'prepare' });
    }
    expect(face({ live: 'floor' }, { capture: 'asking' })).toEqual({ state: 'unheard', act: null });
  });

  it('waits, ready or not, for those who agreed', () => {
    expect(face({})).toEqual({ state: 'ready', act: 'mute' });
    expect(face({}, { muted: true })).toEqual({ state: 'muted_ahead', act: 'unmute' });
    expect(face({}, { capture: 'off', path: 'off' })).toEqual({ state: 'not_ready', act: 'prepare' });
    expect(face({}, { path: 'none' })).toEqual({ state: 'not_ready', act: null });
  });

  it('asks those who did not agree', () => {
    expect(face({ agrees: false })).toEqual({ state: 'not_agreed', act: 'agree' });
  });

  it('offers the turn of the delegation to its other members, agreed or not', () => {
    expect(face({}, { mayTake: true }).act).toBe('take_turn');
    expect(face({ agrees: false }, { mayTake: true }).act).toBe('take_turn');
    expect(face({ live: 'floor' }, { mayTake: true }).state).toBe('open');
  });

  it('lets the podium open its own, also after it was closed', () => {
    expect(face({ may_open: true, agrees: false }, { capture: 'off' })).toEqual({
      state: 'may_open',
      act: 'open',
    });
    expect(face({ may_open: true, closed_by_chair: true }).act).toBe('open');
    expect(face({ closed_by_chair: true })).toEqual({ state: 'closed_by_chair', act: null });
  });
});

describe('the turn of the delegation', () => {
  const you = { delegation: 'iraq', name: { en: 'Amina', ar: 'أمينة' } } as unknown as YouView;
  const turn = (delegation: string, name: Record<string, string> | null) =>
    ({ delegation, speaker: name && { name, function: {} } }) as unknown as TurnView;

  it('may be taken from another member, and where nobody is named', () => {
    expect(mayTakeTurn(turn('iraq', { en: 'Basil', ar: 'باسل' }), you)).toBe(true);
    expect(mayTakeTurn(turn('iraq', null), you)).toBe(true);
  });

  it('is not taken from oneself, or from another delegation', () => {
    expect(mayTakeTurn(turn('iraq', { ar: 'أمينة', en: 'Amina' }), you)).toBe(false);
    expect(mayTakeTurn(turn('lebanon', { en: 'Basil' }), you)).toBe(false);
    expect(mayTakeTurn(null, you)).toBe(false);
    expect(mayTakeTurn(turn('iraq', null), undefined)).toBe(false);
  });
});
