import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Command, Entity, ModerationView } from '$protocol';
import { Commands } from '../src/commands.svelte.ts';
import type { Live } from '../src/live.svelte.ts';
import { actsOf, commandOf } from '../src/questions/acts.ts';
import Moderation from '../src/questions/Moderation.svelte';
import Questions from '../src/questions/Questions.svelte';
import { Store } from '../src/store.svelte.ts';

const entity = (fields: object) => fields as unknown as Entity;
const question = (id: string, order: number, more: object = {}) =>
  entity({
    type: 'question',
    id,
    text: `text of ${id}`,
    language: 'en',
    to: null,
    asker: null,
    state: 'visible',
    asked_at_ms: 1,
    votes: 2,
    order,
    request: null,
    ...more,
  });
const moderation = (id: string, state: string, more: object = {}) =>
  ({
    type: 'moderation',
    id,
    text: `text of ${id}`,
    language: 'ar',
    to: null,
    asker: { person: 'p', name: { en: 'P' }, role: 'observer' },
    anonymous: false,
    state,
    since_ms: 1,
    asked_at_ms: 1,
    reason: '',
    may_promote: false,
    request: null,
    ...more,
  }) as unknown as ModerationView & { type: 'moderation' };

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
  const head = entity({ type: 'questions', id: 'questions', open: true, pinned: null, open_max: 3 });
  store.take({ type: 'snapshot', scope: 'everyone', seq: 1, entities: [you, head, ...entities] });
  const asked: unknown[] = [];
  const commands = new Commands((sent) => asked.push(sent.type === 'command' ? sent.command : sent) > 0);
  return { live: { store, commands, connected: true } as unknown as Live, asked, store };
}

let drawn: Record<string, unknown> | undefined;
afterEach(() => {
  if (drawn) void unmount(drawn);
  drawn = undefined;
  document.body.innerHTML = '';
});

describe('questions of the audience', () => {
  test('stand in the order that the server gives them', () => {
    const { store } = liveWith(question('a', 30), question('b', 10), question('c', 20));
    expect(store.shownQuestions.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  test('have a vote that is given and taken back as the server says it stands, and none for one’s own', () => {
    const own = entity({
      type: 'own_question',
      id: 'b',
      text: 'text of b',
      language: 'en',
      to: null,
      anonymous: false,
      state: 'visible',
      asked_at_ms: 1,
      reason: '',
    });
    const { live, asked, store } = liveWith(question('a', 1), question('b', 2), own);
    drawn = mount(Questions, { target: document.body, props: { live } });
    flushSync();
    const votes = () => [...document.querySelectorAll<HTMLButtonElement>('.vote')];
    expect(votes()).toHaveLength(1);
    votes()[0]?.click();
    expect(asked).toEqual([{ type: 'vote_for_question', question: 'a' }]);
    expect(votes()[0]?.getAttribute('aria-pressed')).toBe('false');
    const cast = entity({ type: 'votes', id: 'votes', questions: ['a'] });
    store.take({ type: 'changes', scope: 'person/me', seq: 2, set: [cast], removed: [] });
    flushSync();
    expect(votes()[0]?.getAttribute('aria-pressed')).toBe('true');
    votes()[0]?.click();
    expect(asked.at(-1)).toEqual({ type: 'take_vote_back', question: 'a' });
  });
});

describe('the desk', () => {
  test('is offered what the state of a question allows', () => {
    const acts = (state: string, more: object = {}, pinned: string | null = null) =>
      actsOf(moderation('q', state, more), pinned).map(({ act }) => act);
    expect(acts('waiting')).toEqual(['show', 'decline']);
    expect(acts('visible')).toEqual(['pin', 'answer', 'archive']);
    expect(acts('visible', { may_promote: true }, 'q')).toEqual(['unpin', 'answer', 'promote', 'archive']);
    expect(acts('answered')).toEqual(['show', 'archive']);
    expect(acts('declined')).toEqual(['show']);
    expect(acts('withdrawn')).toEqual([]);
    expect(commandOf('promote', 'q')).toEqual({ type: 'promote_question', question: 'q' });
  });

  test('acts by a key on the row that has the focus, and not on a button in it', () => {
    const { live } = liveWith(moderation('w', 'waiting'));
    const run = vi.fn(async (_: Command) => ({ done: true as const, seq: 1 }));
    drawn = mount(Moderation, { target: document.body, props: { live, run } });
    flushSync();
    const row = document.querySelector('article');
    const press = (on: Element | null | undefined) =>
      on?.dispatchEvent(new KeyboardEvent('keydown', { key: 'v', code: 'KeyV', bubbles: true }));
    press(row?.querySelector('button'));
    expect(run).not.toHaveBeenCalled();
    press(row);
    expect(run.mock.calls[0]?.[0]).toEqual({ type: 'show_question', question: 'w' });
  });
});
