import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Command, Entity, ListView, RequestView } from '$protocol';
import { Desk } from '../src/chair/desk.svelte.ts';
import MainBox from '../src/chair/MainBox.svelte';
import MoveDialog from '../src/chair/MoveDialog.svelte';
import { type Answer, Commands } from '../src/commands.svelte.ts';
import type { Live } from '../src/live.svelte.ts';
import { Store } from '../src/store.svelte.ts';

const list = (version: number, queue: string[]) =>
  ({
    type: 'list',
    id: 'main',
    name: { en: 'Statements' },
    open: true,
    version,
    queue,
    heard: [],
    order: 0,
  }) as unknown as Entity;
const request = (id: string, delegation: string) =>
  ({ type: 'request', id, list: 'main', delegation, state: 'queued', turn_ms: 180_000 }) as unknown as Entity;
const seat = (id: string) => ({ type: 'delegation', id, short: { en: id }, present: 1 }) as unknown as Entity;
const session = { type: 'session', id: 'session', phase: 'open', time_zone: 'UTC' } as unknown as Entity;
const inHand = {
  type: 'in_hand',
  id: 'in_hand',
  list: 'main',
  next: 'r-1',
  others_waiting: [],
} as unknown as Entity;
const floor = { type: 'floor', id: 'floor', turn: null, turns: 0 } as Entity;

// The page of the tests has no top layer.
HTMLElement.prototype.showPopover ??= () => {};
HTMLElement.prototype.hidePopover ??= () => {};

/** A desk on a line without a server: what it asks is kept, and the test answers. */
function deskOn(entities: Entity[]): {
  desk: Desk;
  asked: Command[];
  answer: (answer: Answer) => void;
  show: (set: Entity[]) => void;
} {
  const store = new Store();
  store.take({ type: 'snapshot', scope: 'everyone', seq: 1, entities });
  const asked: Command[] = [];
  const keys: string[] = [];
  const commands = new Commands((message) => {
    if (message.type === 'command') {
      asked.push(message.command);
      keys.push(message.key);
    }
    return true;
  });
  const answer = (given: Answer): void => {
    const key = keys.at(-1) ?? '';
    if (given.done) commands.take({ type: 'ack', key, seq: given.seq });
    else if (given.reason.code !== 'not_sent')
      commands.take({ type: 'refused', key, reason: given.reason, message: '' });
  };
  const show = (set: Entity[]): void =>
    store.take({ type: 'changes', scope: 'everyone', seq: 2, set, removed: [] });
  const live = { store, commands, connected: true } as unknown as Live;
  return { desk: new Desk(live), asked, answer, show };
}

const three = [
  session,
  floor,
  inHand,
  list(7, ['r-1', 'r-2', 'r-3']),
  request('r-1', 'egypt'),
  request('r-2', 'jordan'),
  request('r-3', 'oman'),
  ...['egypt', 'jordan', 'oman'].map(seat),
];
const find = <E extends Element>(selector: string): E => {
  const found = document.body.querySelector<E>(selector);
  if (!found) throw new Error(`nothing on the page is ${selector}`);
  return found;
};

let drawn: Record<string, unknown> | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  if (drawn) void unmount(drawn);
  drawn = undefined;
  vi.useRealTimers();
  document.body.innerHTML = '';
});

describe('the main button', () => {
  test('does nothing until it has meant the same for a moment, then does it once', () => {
    const { desk, asked } = deskOn(three);
    if (!desk.act) throw new Error('there is an act');
    drawn = mount(MainBox, {
      target: document.body,
      props: { desk, act: desk.act, keys: true, onask: () => undefined },
    });
    flushSync();
    const button = find<HTMLButtonElement>('button.go');

    button.click();
    expect(asked).toEqual([]);

    vi.advanceTimersByTime(1_000);
    flushSync();
    button.click();
    button.click();
    expect(asked).toEqual([{ type: 'give_floor', request: 'r-1', ending: null }]);
    flushSync();
    expect(button.getAttribute('aria-busy')).toBe('true');
  });
});

describe('moving a request on a list that changed meanwhile', () => {
  const open = () => {
    const made = deskOn(three);
    const { desk } = made;
    const shown = desk.looked as ListView;
    const moved = desk.live.store.get('request', 'r-3') as RequestView;
    const onclose = vi.fn();
    drawn = mount(MoveDialog, {
      target: document.body,
      props: { desk, list: shown, request: moved, to: 2, onclose },
    });
    flushSync();
    return { ...made, onclose };
  };
  const write = (reason: string): void => {
    const field = find<HTMLInputElement>('input');
    field.value = reason;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  const submit = async (): Promise<void> => {
    find('form').dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    await Promise.resolve();
    flushSync();
  };

  test('asks for a reason before it asks the server', async () => {
    const { asked } = open();
    await submit();
    expect(asked).toEqual([]);
    expect(find('.problem').textContent).not.toBe('');
  });

  test('keeps the reason, shows the new order, and moves on the version then seen', async () => {
    const { asked, answer, show, onclose } = open();
    write('The minister leaves at noon');
    // The page learns of the change before the mover acts: the dialog still stands for what the mover saw.
    show([list(8, ['r-2', 'r-1', 'r-3'])]);
    await submit();
    expect(asked).toEqual([
      {
        type: 'move_request',
        request: 'r-3',
        to_place: 2,
        reason: 'The minister leaves at noon',
        list_version: 7,
      },
    ]);

    answer({ done: false, reason: { code: 'stale_list', version: 8, queue: ['r-2', 'r-1', 'r-3'] } });
    await vi.waitFor(() => expect(document.querySelector('.changed')).not.toBeNull());
    expect([...document.querySelectorAll('.changed li')].map((row) => row.textContent)).toEqual([
      'jordan',
      'egypt',
      'oman',
    ]);
    expect(find<HTMLInputElement>('input').value).toBe('The minister leaves at noon');
    expect(onclose).not.toHaveBeenCalled();

    await submit();
    expect(asked.at(-1)).toMatchObject({ list_version: 8, reason: 'The minister leaves at noon' });
    answer({ done: true, seq: 9 });
    await vi.waitFor(() => expect(onclose).toHaveBeenCalledOnce());
  });

  test('says so if the request waits no more, and asks nothing', async () => {
    const { asked, answer } = open();
    write('The minister leaves at noon');
    await submit();
    answer({ done: false, reason: { code: 'stale_list', version: 9, queue: ['r-1', 'r-2'] } });
    await vi.waitFor(() => expect(document.querySelector('.changed')).not.toBeNull());
    await submit();
    expect(asked).toHaveLength(1);
  });
});
