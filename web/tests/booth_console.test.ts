import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BoothView, Command, Entity } from '$protocol';
import Booth from '../src/booth/Booth.svelte';
import { clock } from '../src/clock.svelte.ts';
import { Commands } from '../src/commands.svelte.ts';
import { loadLocale, needPart } from '../src/i18n/i18n.svelte.ts';
import type { Live } from '../src/live.svelte.ts';
import { Store } from '../src/store.svelte.ts';

const session = {
  type: 'session',
  id: 'session',
  phase: 'open',
  rescheduled: null,
  time_zone: 'UTC',
  title: {},
  recording_since_ms: null,
} as unknown as Entity;
const floor = { type: 'floor', id: 'floor', turn: null, turns: 0 } as Entity;
const you = {
  type: 'you',
  id: 'me',
  booth: 'fr-booth',
  rooms: ['main', 'booth-fr-booth'],
  rights: ['take_part', 'interpret'],
  slow_down_from_ms: null,
} as unknown as Entity;
const channel = (id: string, number: number) =>
  ({ type: 'channel', id, number, language: id, name: {} }) as unknown as Entity;
const booth = (change: Partial<BoothView> = {}): Entity => ({
  type: 'booth',
  id: 'fr-booth',
  name: { en: 'French booth' },
  language: 'fr',
  outputs: [{ output: 'a', channel: 'fr', taken_by: null }],
  output: 'a',
  interpreters: ['me', 'mate'].map((person) => ({
    person,
    name: { en: person },
    present: true,
    connected: true,
    muted: false,
    silent: false,
    consents: false,
  })),
  on_air: null,
  source: 'floor',
  relay: null,
  relays: [{ channel: 'en', quality: 'direct', refused: null }],
  handover: null,
  floor_unheard_since_ms: null,
  until_ms: null,
  ...change,
});
const on_air = (person: string) => ({ person, output: 'a', channel: 'fr', since_ms: 0 }) as const;

/** The sound as a console sees it: the test looks at what it was asked. */
function fakeSound() {
  return {
    begin: vi.fn(),
    listening: {
      state: 'on',
      transport: 'udp',
      volume: 0.5,
      monitor: 0.3,
      bass_db: 0,
      treble_db: 0,
      limiter: true,
      level: -20,
      loud: false,
      start: vi.fn(async () => {}),
    },
    microphone: {
      capture: 'ready',
      path: 'on',
      transport: 'udp',
      muted: true,
      silenced: false,
      level: -20,
      cough: vi.fn(),
      prepare: vi.fn(async () => {}),
    },
  };
}

let drawn: Record<string, unknown> | undefined;
function open(change: Partial<BoothView> = {}) {
  const store = new Store();
  const asked: Command[] = [];
  const show = (...set: Entity[]) => {
    store.take({ type: 'changes', scope: 'everyone', seq: 2, set, removed: [] });
    flushSync();
  };
  show(session, floor, you, channel('fr', 3), channel('en', 2), booth(change));
  const commands = new Commands((sent) => {
    if (sent.type === 'command') asked.push(sent.command);
    return true;
  });
  const sound = fakeSound();
  const live = { store, commands, connected: true, link: 'k', session: 's', sound } as unknown as Live;
  drawn = mount(Booth, { target: document.body, props: { live } });
  flushSync();
  vi.advanceTimersByTime(1_000);
  flushSync();
  return { asked, show, sound };
}
const key = (pressed: string, type: 'keydown' | 'keyup' = 'keydown') => {
  document.body.dispatchEvent(new KeyboardEvent(type, { key: pressed, bubbles: true, cancelable: true }));
  flushSync();
};
const told = (urgency: 'polite' | 'assertive') => document.getElementById(urgency)?.textContent ?? '';
const frame = () => {
  vi.advanceTimersByTime(100);
};

beforeEach(async () => {
  await loadLocale('en');
  await needPart('booth');
  vi.useFakeTimers({ now: 1_000_000 });
  // The server's clock.
  clock.learn(1_000_000, performance.now());
  document.body.innerHTML = '<div id="polite"></div><div id="assertive"></div>';
});
afterEach(() => {
  if (drawn) void unmount(drawn);
  drawn = undefined;
  vi.useRealTimers();
  document.body.innerHTML = '';
});

describe("the interpreter's console", () => {
  test('goes on air with one key, unmuted, and off air with the same one', () => {
    const { asked, show, sound } = open();
    key('m');
    expect(asked).toEqual([{ type: 'go_on_air', output: 'a' }]);
    expect(sound.microphone.muted).toBe(false);
    show(booth({ on_air: on_air('me') }));
    // The second half of a double press does not undo the first.
    key('m');
    expect(asked).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    flushSync();
    key('m');
    expect(asked.at(-1)).toEqual({ type: 'go_off_air' });
  });

  test('holds the microphone shut while the key is down, and lets it go when the window is left', () => {
    const { sound } = open({ on_air: on_air('me') });
    sound.microphone.cough.mockClear();
    key('x');
    expect(sound.microphone.cough).toHaveBeenLastCalledWith(true);
    key('x', 'keyup');
    expect(sound.microphone.cough).toHaveBeenLastCalledWith(false);
    key('x');
    window.dispatchEvent(new Event('blur'));
    expect(sound.microphone.cough).toHaveBeenLastCalledWith(false);
  });

  test('says that nobody hears whoever is on air while their language is spoken on the floor', () => {
    const { show } = open({ on_air: on_air('me') });
    const passes = 'The speaker speaks your language: go off air';
    const carries = (what: string) => {
      show({ ...channel('fr', 3), carries: what } as unknown as Entity);
      frame();
    };
    carries('interpretation');
    const shown = () => [...document.querySelectorAll('p')].some((line) => line.textContent === passes);
    expect(shown()).toBe(false);
    carries('floor');
    expect(shown()).toBe(true);
    expect(told('polite')).toContain(passes);
    carries('interpretation');
    expect(shown()).toBe(false);
    expect(told('polite')).toContain('Listeners hear you again.');
    // Off air there is nobody to be heard.
    show(booth());
    carries('floor');
    expect(shown()).toBe(false);
  });

  test('has no cough off the air', () => {
    const { sound } = open();
    sound.microphone.cough.mockClear();
    key('x');
    expect(sound.microphone.cough).not.toHaveBeenCalledWith(true);
  });

  test('chooses a relay by the number of its channel, and shows only what the server says', () => {
    const { asked, show } = open();
    const relay = () => [...document.querySelectorAll<HTMLInputElement>('.relays input')][0];
    key('2');
    expect(asked).toEqual([{ type: 'preselect_relay', channel: 'en' }]);
    expect(relay()?.checked).toBe(false);
    show(booth({ relay: 'en' }));
    expect(relay()?.checked).toBe(true);
    key('r');
    expect(asked.at(-1)).toEqual({ type: 'choose_source', source: 'relay' });
  });

  test('tells a handover that is asked for at once, and answers it with keys', () => {
    const { asked, show } = open({ on_air: on_air('me') });
    const handover = {
      id: 'h-1',
      from: 'me',
      to: 'mate',
      asked_by: 'mate',
      in_ms: 5_000,
      expires_at_ms: 1_030_000,
      accepted_at_ms: null,
      completes_at_ms: null,
    };
    show(booth({ on_air: on_air('me'), handover }));
    frame();
    expect(told('assertive')).toContain('asks for the microphone');
    key('h');
    expect(asked.at(-1)).toEqual({ type: 'accept_handover', handover: 'h-1' });
    const accepted = { ...handover, accepted_at_ms: 1_000_000, completes_at_ms: 1_005_000 };
    show(booth({ on_air: on_air('me'), handover: accepted }));
    frame();
    expect(told('assertive')).toContain('You go off air in');
    show(booth({ on_air: on_air('mate'), handover: null }));
    frame();
    expect(told('assertive')).toContain('mate');
    expect(told('polite')).not.toContain('did not take place');
  });

  test('says politely that the chair knows the floor is not heard', () => {
    const { asked, show } = open();
    key('f');
    expect(asked).toEqual([{ type: 'report_floor_sound', heard: false }]);
    show(booth({ floor_unheard_since_ms: 1_000_000 }));
    frame();
    expect(told('polite')).toContain('cannot hear the floor');
    expect(told('assertive')).toBe('');
  });

  test('asks to slow down only while somebody can be heard, and not again too soon', () => {
    const { asked, show } = open();
    key('s');
    expect(asked).toEqual([]);
    show({
      type: 'microphone',
      id: 'chair',
      name: {},
      delegation: null,
      kind: 'podium',
      since_ms: 0,
      connected: true,
      muted: false,
      silent: false,
    });
    key('s');
    expect(asked).toEqual([{ type: 'ask_to_slow_down' }]);
    show({ ...you, slow_down_from_ms: 1_020_000 } as Entity);
    key('s');
    expect(asked).toHaveLength(1);
    expect(document.body.textContent).toMatch(/Again in\D*19/);
  });
});
