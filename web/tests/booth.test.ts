import { describe, expect, test } from 'vitest';
import type { BoothView, HandoverView, InterpreterView } from '$protocol';
import { handoverFace, partnersOf } from '../src/booth/handover.ts';
import { fillOf } from '../src/booth/levels.ts';
import { commandOf, goneFrom, nextAct, type Situation, subjectOf } from '../src/booth/next_act.ts';
import { boothTime, SHIFT_MS, SOON_MS, shiftOf } from '../src/booth/shift.ts';
import { endsCough, keyOf, SHORTCUTS, shortcutOf } from '../src/booth/shortcuts.ts';
import { strangerOn, toggled } from '../src/booth/source.ts';

const mate = (person: string, change: Partial<InterpreterView> = {}): InterpreterView => ({
  person,
  name: { en: person },
  present: true,
  connected: true,
  muted: false,
  silent: false,
  consents: false,
  ...change,
});
const booth = (change: Partial<BoothView> = {}): BoothView => ({
  id: 'fr-booth',
  name: { en: 'French booth' },
  language: 'fr',
  outputs: [
    { output: 'a', channel: 'fr', taken_by: null },
    { output: 'b', channel: 'en', taken_by: null },
  ],
  output: 'a',
  interpreters: [mate('me'), mate('mate'), mate('third')],
  on_air: null,
  source: 'floor',
  relay: 'en',
  relays: [
    { channel: 'ar', quality: 'floor', refused: null },
    { channel: 'en', quality: 'direct', refused: null },
    { channel: 'fr', quality: 'direct', refused: 'own_output' },
  ],
  handover: null,
  floor_unheard_since_ms: null,
  until_ms: null,
  ...change,
});
const on_air = (person: string): BoothView['on_air'] => ({ person, output: 'a', channel: 'fr', since_ms: 0 });
const handover = (change: Partial<HandoverView> = {}): HandoverView => ({
  id: 'h-1',
  from: 'mate',
  to: 'me',
  asked_by: 'mate',
  in_ms: 5_000,
  expires_at_ms: 30_000,
  accepted_at_ms: null,
  completes_at_ms: null,
  ...change,
});
const act = (change: Partial<BoothView>, rest: Partial<Situation> = {}) =>
  nextAct({ booth: booth(change), me: 'me', phase: 'open', connected: true, last: null, ...rest });

describe('the main key of the interpreter', () => {
  test('first connects the headset', () => {
    const next = act({}, { connected: false });
    expect(next.kind).toBe('connect');
    expect(commandOf(next)).toBeNull();
  });

  test('goes on air through the output that is chosen', () => {
    expect(commandOf(act({}))).toEqual({ type: 'go_on_air', output: 'a' });
    expect(commandOf(act({ output: 'b' }))).toEqual({ type: 'go_on_air', output: 'b' });
  });

  test('on air closes the microphone and nothing else, whatever happens around it', () => {
    const off = { type: 'go_off_air' };
    expect(commandOf(act({ on_air: on_air('me') }))).toEqual(off);
    expect(commandOf(act({ on_air: on_air('me') }, { connected: false, phase: 'closed' }))).toEqual(off);
    const asked = handover({ from: 'me', to: 'mate' });
    expect(commandOf(act({ on_air: on_air('me'), handover: asked }))).toEqual(off);
  });

  test('asks a colleague who is on air for the microphone', () => {
    expect(commandOf(act({ on_air: on_air('mate') }))).toEqual({
      type: 'request_handover',
      with: 'mate',
      in_ms: 0,
    });
  });

  test('takes the microphone that is offered, and waits for the one that was asked for', () => {
    const offered = act({ on_air: on_air('mate'), handover: handover() });
    expect(commandOf(offered)).toEqual({ type: 'accept_handover', handover: 'h-1' });
    const asked = handover({ asked_by: 'me' });
    expect(act({ on_air: on_air('mate'), handover: asked }).kind).toBe('await_handover');
    const counting = handover({ accepted_at_ms: 1_000, completes_at_ms: 6_000 });
    expect(act({ on_air: on_air('mate'), handover: counting }).kind).toBe('await_handover');
  });

  test('leaves a handover between others alone', () => {
    expect(act({ on_air: on_air('mate'), handover: handover({ to: 'third' }) }).kind).toBe('mate_on_air');
  });

  test('says who has the channel where another booth is on air for it', () => {
    const taken = act({ outputs: [{ output: 'a', channel: 'fr', taken_by: 'stranger' }] });
    expect(taken).toMatchObject({ kind: 'output_taken', by: 'stranger' });
    expect(commandOf(taken)).toBeNull();
  });

  test('does not take a colleague of the same booth for a stranger', () => {
    const own = { output: 'a', channel: 'fr', taken_by: 'mate' } as const;
    expect(strangerOn(booth(), own)).toBeNull();
    expect(strangerOn(booth(), { ...own, taken_by: 'stranger' })).toBe('stranger');
    expect(strangerOn(booth(), { ...own, taken_by: null })).toBeNull();
  });

  test('takes over from a colleague who is gone, and only then', () => {
    const interpreters = [mate('me'), mate('mate', { present: false, connected: false })];
    const over = act({ interpreters }, { last: 'mate' });
    expect(over).toMatchObject({ kind: 'take_over', from: { person: 'mate' } });
    expect(commandOf(over)).toEqual({ type: 'go_on_air', output: 'a' });
    expect(act({}, { last: 'mate' }).kind).toBe('go_on_air');
    expect(goneFrom(booth({ interpreters, on_air: on_air('me') }), 'mate')).toBeNull();
    const lost = booth({ interpreters: [mate('me'), mate('mate', { connected: false })] });
    expect(goneFrom(lost, 'mate')?.person).toBe('mate');
  });

  test('has nothing to do in a closed session', () => {
    expect(commandOf(act({}, { phase: 'closed' }))).toBeNull();
  });

  test('comes to mean something else when the offer is another', () => {
    const first = subjectOf(act({ on_air: on_air('mate'), handover: handover() }));
    expect(subjectOf(act({ on_air: on_air('mate'), handover: handover() }))).toBe(first);
    expect(subjectOf(act({ on_air: on_air('mate'), handover: handover({ id: 'h-2' }) }))).not.toBe(first);
    expect(subjectOf(act({}))).not.toBe(subjectOf(act({ on_air: on_air('me') })));
  });
});

describe('a handover', () => {
  const face = (change: Partial<HandoverView>, now_ms = 0) =>
    handoverFace(booth({ on_air: on_air('mate'), handover: handover(change) }), 'me', now_ms);

  test('waits for my answer until it expires', () => {
    expect(face({}, 10_500)).toEqual({
      state: 'answer',
      id: 'h-1',
      mate: 'mate',
      gives: false,
      in_s: 5,
      left_s: 20,
    });
    expect(face({}, 31_000)).toMatchObject({ left_s: 0 });
  });

  test('that I asked for waits for the other', () => {
    expect(face({ asked_by: 'me' })).toMatchObject({ state: 'asked', mate: 'mate', gives: false });
    expect(face({ asked_by: 'me', from: 'me', to: 'third' })).toMatchObject({ mate: 'third', gives: true });
  });

  test('counts down once it is agreed', () => {
    const agreed = { accepted_at_ms: 2_000, completes_at_ms: 7_000 };
    expect(face(agreed, 2_100)).toEqual({
      state: 'counting',
      id: 'h-1',
      mate: 'mate',
      gives: false,
      left_s: 5,
    });
    expect(face(agreed, 7_001)).toMatchObject({ left_s: 0 });
  });

  test('between others is only told, and none is none', () => {
    expect(face({ to: 'third' })).toEqual({ state: 'others', from: 'mate', to: 'third' });
    expect(handoverFace(booth(), 'me', 0)).toEqual({ state: 'none' });
  });

  test('can be asked of those who are there, one of the two being on air', () => {
    const interpreters = [mate('me'), mate('mate'), mate('third', { present: false })];
    expect(partnersOf(booth({ on_air: on_air('me'), interpreters }), 'me')).toEqual(['mate']);
    expect(partnersOf(booth({ on_air: on_air('mate') }), 'me')).toEqual(['mate']);
    expect(partnersOf(booth(), 'me')).toEqual([]);
    expect(partnersOf(booth({ on_air: on_air('me'), handover: handover() }), 'me')).toEqual([]);
  });
});

describe('the times of the booth', () => {
  test('a change is hinted at after 25 minutes on air', () => {
    expect(shiftOf(0, SHIFT_MS - 1)).toEqual({ spent_ms: SHIFT_MS - 1, long: false });
    expect(shiftOf(0, SHIFT_MS).long).toBe(true);
    expect(shiftOf(5_000, 0).spent_ms).toBe(0);
  });

  test('the end of the booth is near 15 minutes before it', () => {
    expect(boothTime(SOON_MS + 1, 0)).toEqual({ minutes: 16, soon: false, over: false });
    expect(boothTime(SOON_MS, 0)).toEqual({ minutes: 15, soon: true, over: false });
    expect(boothTime(0, 1)).toEqual({ minutes: 0, soon: true, over: true });
  });
});

describe('the source', () => {
  test('turns to the relay that is preselected, and back', () => {
    expect(toggled(booth())).toEqual({ type: 'choose_source', source: 'relay' });
    expect(toggled(booth({ source: 'relay' }))).toEqual({ type: 'choose_source', source: 'floor' });
  });

  test('says what hinders the relay', () => {
    expect(toggled(booth({ relay: null }))).toBe('no_relay');
    expect(toggled(booth({ relay: 'fr' }))).toBe('relay_refused');
  });
});

describe('a level', () => {
  test('fills the bar between -60 dBFS and full scale', () => {
    expect(fillOf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(fillOf(-90)).toBe(0);
    expect(fillOf(-30)).toBe(0.5);
    expect(fillOf(3)).toBe(1);
  });
});

describe('a single key', () => {
  const press = (key: string, init: KeyboardEventInit = {}, html = '') => {
    document.body.innerHTML = html;
    let meant: ReturnType<typeof shortcutOf> = null;
    const listen = (event: Event) => {
      meant = shortcutOf(event as KeyboardEvent);
    };
    addEventListener('keydown', listen);
    const on = document.querySelector('[data-here]') ?? document.body;
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
    removeEventListener('keydown', listen);
    return meant as ReturnType<typeof shortcutOf>;
  };

  test('means what the help says it does', () => {
    for (const { key, shortcut } of SHORTCUTS.filter(({ key }) => key.length === 1))
      expect(press(key)?.shortcut).toBe(shortcut);
    expect(press('4')).toEqual({ shortcut: 'relay', digit: 4 });
    expect(press('0')).toBeNull();
    expect(new Set(SHORTCUTS.map(({ key }) => key)).size).toBe(SHORTCUTS.length);
  });

  test('is found by its place on an Arabic keyboard, digits too', () => {
    expect(press('ة', { code: 'KeyM' })?.shortcut).toBe('main');
    expect(press('٢', { code: 'Digit2' })).toEqual({ shortcut: 'relay', digit: 2 });
    expect(press('ء', { code: `Key${keyOf('cough')}` })?.shortcut).toBe('cough');
    expect(endsCough(new KeyboardEvent('keyup', { key: 'ء', code: 'KeyX' }))).toBe(true);
    expect(endsCough(new KeyboardEvent('keyup', { key: 'm', code: 'KeyM' }))).toBe(false);
  });

  test('kept down acts once, but for the volume and the cough', () => {
    expect(press('m', { repeat: true })).toBeNull();
    expect(press('2', { repeat: true })).toBeNull();
    expect(press('+', { repeat: true })?.shortcut).toBe('louder');
    expect(press('x', { repeat: true })?.shortcut).toBe('cough');
  });

  test('is none while somebody types, and one upon a slider or a choice', () => {
    expect(press('m', {}, '<textarea data-here></textarea>')).toBeNull();
    expect(press('m', {}, '<select data-here></select>')).toBeNull();
    expect(press('m', {}, '<div role="dialog" aria-modal="true"></div>')).toBeNull();
    expect(press('m', { ctrlKey: true })).toBeNull();
    expect(press('m', {}, '<input type="range" data-here>')?.shortcut).toBe('main');
    expect(press('m', {}, '<input type="radio" data-here>')?.shortcut).toBe('main');
  });
});
