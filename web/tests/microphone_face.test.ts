import { describe, expect, it } from 'vitest';
import type { TurnView, YourMicrophone, YouView } from '$protocol';
import { faceOf, type Given, mayTakeTurn } from '../src/dock/microphone_face.ts';

const OWN: YourMicrophone = {
  may_publish: true,
  may_open: false,
  agrees: true,
  connected: true,
  muted: false,
  silent: false,
  live: 'off',
  channel: null,
  closed_by_chair: false,
};

function face(own: Partial<YourMicrophone>, given: Partial<Given> = {}) {
  return faceOf({
    own: { ...OWN, ...own },
    capture: 'ready',
    path: 'on',
    muted: false,
    silent: false,
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

  it('says that the device gives no sound, unless one wants it so', () => {
    const silent = { state: 'silent', act: 'prepare' };
    expect(face({ live: 'floor' }, { silent: true })).toEqual(silent);
    expect(face({}, { silent: true })).toEqual(silent);
    expect(face({ live: 'floor' }, { silent: true, muted: true }).state).toBe('muted');
    expect(face({}, { silent: true, muted: true }).state).toBe('muted_ahead');
  });

  it('says so of a mute on a page that has no microphone yet', () => {
    const none = { muted: true, capture: 'off', path: 'off' } as const;
    expect(face({ live: 'floor' }, none)).toEqual({ state: 'muted', act: 'unmute' });
    expect(face({}, none)).toEqual({ state: 'muted_ahead', act: 'unmute' });
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
  const you = { id: 'amina', delegation: 'iraq' } as YouView;
  const turn = (delegation: string, person: string | null) =>
    ({ delegation, speaker: person && { person, name: {}, function: {} } }) as TurnView;

  it('may be taken from another member, and where nobody is named', () => {
    expect(mayTakeTurn(turn('iraq', 'basil'), you)).toBe(true);
    expect(mayTakeTurn(turn('iraq', null), you)).toBe(true);
  });

  it('is not taken from oneself, or from another delegation', () => {
    expect(mayTakeTurn(turn('iraq', 'amina'), you)).toBe(false);
    expect(mayTakeTurn(turn('lebanon', 'basil'), you)).toBe(false);
    expect(mayTakeTurn(null, you)).toBe(false);
    expect(mayTakeTurn(turn('iraq', null), undefined)).toBe(false);
  });
});
