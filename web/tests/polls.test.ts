import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Entity, PollView, RunSheetView } from '$protocol';
import { Commands } from '../src/commands.svelte.ts';
import type { Live } from '../src/live.svelte.ts';
import { choicesOf, percentOf, resultWords } from '../src/polls/choices.ts';
import DeskPolls from '../src/polls/DeskPolls.svelte';
import Polls from '../src/polls/Polls.svelte';
import { overAt } from '../src/run_sheet/forecast.ts';
import RunSheet from '../src/run_sheet/RunSheet.svelte';
import { Store } from '../src/store.svelte.ts';

const entity = (fields: object) => fields as unknown as Entity;
const poll = (more: object = {}) =>
  ({
    type: 'poll',
    id: 'v1',
    number: 1,
    question: { en: 'Which first?' },
    form: { kind: 'options', options: [{ en: 'Data' }, { en: 'Pathways' }], choices_max: 1 },
    entitled: 'everyone',
    right: 'take_part',
    ballots_max: 10,
    named: false,
    live: false,
    standing: 'open',
    opened_at_ms: 1,
    limit_ms: null,
    spent_ms: 0,
    running_since_ms: null,
    closed_at_ms: null,
    closed_by: null,
    ...more,
  }) as unknown as PollView & { type: 'poll' };
const tally = (ballots: number, counts: number[] | null) =>
  entity({ type: 'tally', id: 'v1', ballots, counts });
const item = (id: string, more: object = {}) => ({
  id,
  kind: 'questions',
  title: { en: `item ${id}` },
  speaker: null,
  on_stage: false,
  planned_ms: 60_000,
  note: '',
  tells: false,
  progress: 'planned',
  spent_ms: 0,
  running_since_ms: null,
  ...more,
});
const sheet = (more: object = {}) =>
  ({
    type: 'run_sheet',
    id: 'run_sheet',
    version: 4,
    items: [item('a', { progress: 'current', spent_ms: 90_000 }), item('b'), item('c')],
    current: 'a',
    next: 'b',
    rest_from_ms: 1_000,
    rest_ms: 500,
    ends_at_ms: 1_000_000,
    booths_until_ms: null,
    ...more,
  }) as unknown as RunSheetView & { type: 'run_sheet' };

function liveWith(...entities: Entity[]): { live: Live; asked: unknown[]; store: Store } {
  const store = new Store();
  store.take({
    type: 'welcome',
    person: 'me',
    server_ms: 0,
    view: 'v',
    resumed: false,
    ping_every_ms: 10_000,
    host_clock: { time_zone: 'UTC', utc_offsets: [{ from_ms: 0, offset_ms: 0 }] },
  });
  const you = entity({ type: 'you', id: 'me', rights: ['take_part'] });
  const session = entity({
    type: 'session',
    id: 'session',
    phase: 'open',
    time_zone: 'UTC',
    languages: ['en'],
    polls: true,
  });
  store.take({ type: 'snapshot', scope: 'everyone', seq: 1, entities: [you, session, ...entities] });
  const asked: unknown[] = [];
  const commands = new Commands((sent) => asked.push(sent.type === 'command' ? sent.command : sent) > 0);
  return { live: { store, commands, connected: true } as unknown as Live, asked, store };
}

let shown: Record<string, unknown> | null = null;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = null;
  document.body.replaceChildren();
});
function show(component: unknown, props: object): void {
  shown = mount(component as typeof Polls, { target: document.body, props: props as { live: Live } });
  flushSync();
}
const buttons = () => [...document.querySelectorAll<HTMLElement>('button')];

describe('a poll in the room', () => {
  test('is answered by its choices, and the same form changes what the server says was answered', () => {
    const { live, asked, store } = liveWith(poll(), tally(3, null));
    show(Polls, { live });
    expect(document.querySelector('.bar')).toBeNull();
    const radios = document.querySelectorAll<HTMLInputElement>('input[type=radio]');
    radios[1]?.click();
    flushSync();
    document.querySelector('form')?.requestSubmit();
    expect(asked).toEqual([{ type: 'cast_ballot', poll: 'v1', choices: [1], change: false }]);
    expect(document.querySelector('.own')).toBeNull();
    store.take({
      type: 'changes',
      scope: 'person/me',
      seq: 2,
      removed: [],
      set: [entity({ type: 'own_ballot', id: 'v1', choices: [1], by: {} })],
    });
    flushSync();
    expect(document.querySelector('.own')).not.toBeNull();
  });

  test('offers nothing to those whose right it does not name', () => {
    const { live } = liveWith(poll({ entitled: 'delegations', right: 'speak' }), tally(0, null));
    show(Polls, { live });
    expect(document.querySelectorAll('input, button')).toHaveLength(0);
  });

  test('a hand is up while the server has it so', () => {
    const up = entity({ type: 'own_ballot', id: 'v1', choices: [0], by: {} });
    const { live, asked } = liveWith(poll({ form: { kind: 'hands' } }), tally(1, [1]), up);
    show(Polls, { live });
    const hand = document.querySelector<HTMLElement>('button[aria-pressed]');
    expect(hand?.getAttribute('aria-pressed')).toBe('true');
    hand?.click();
    expect(asked).toEqual([{ type: 'take_ballot_back', poll: 'v1' }]);
  });

  test('tells shares in words, not by bars alone', () => {
    const { live } = liveWith(poll({ standing: 'published' }), tally(4, [1, 3]));
    show(Polls, { live });
    expect([...document.querySelectorAll('.line bdi')].map((one) => one.textContent)).toEqual([
      'Data',
      'Pathways',
    ]);
    expect(document.querySelectorAll('.line b')).toHaveLength(2);
    expect(percentOf(1, 3)).toBe(33);
    expect(percentOf(0, 0)).toBe(0);
    expect(choicesOf({ kind: 'hands_for_against' })).toHaveLength(3);
    expect(resultWords(poll(), [1, 3])).toBe('Data: 1; Pathways: 3');
  });
});

test('the desk sees a result before it is published, and publishes it', () => {
  const run = vi.fn(async () => ({ done: true as const, seq: 1 }));
  const before = entity({ type: 'unpublished', id: 'v1', counts: [2, 1] });
  const { live } = liveWith(poll({ standing: 'closed', entitled: 'delegations' }), tally(3, null), before);
  show(DeskPolls, { live, run });
  expect(document.querySelectorAll('.bar')).toHaveLength(2);
  buttons()
    .find((button) => button.textContent === 'polls-publish')
    ?.click();
  expect(run).toHaveBeenCalledWith({ type: 'publish_poll', poll: 'v1' }, expect.any(Function));
});

describe('the run sheet', () => {
  test('is over when what is to come has taken its time, from now where it is late', () => {
    expect(overAt(sheet(), 400)).toBe(1_500);
    expect(overAt(sheet(), 2_000)).toBe(2_500);
    expect(overAt(sheet({ rest_from_ms: null }), 2_000)).toBeNull();
  });

  test('goes on to the next item by one key, with the version that is seen', () => {
    const run = vi.fn(async () => ({ done: true as const, seq: 1 }));
    const { live } = liveWith();
    show(RunSheet, { live, sheet: sheet(), run });
    const rows = document.querySelectorAll<HTMLElement>('li');
    rows[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', code: 'KeyB', bubbles: true }));
    expect(run).toHaveBeenLastCalledWith({ type: 'start_item', item: 'b', version: 4 }, expect.any(Function));
    rows[2]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'لا', code: 'KeyG', bubbles: true }));
    expect(run).toHaveBeenLastCalledWith({ type: 'start_item', item: 'c', version: 4 }, expect.any(Function));
    rows[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'g', code: 'KeyG', bubbles: true }));
    expect(run).toHaveBeenCalledTimes(2);
    expect(rows[0]?.querySelector('.late')?.textContent).toBe('sheet-over');
  });
});
