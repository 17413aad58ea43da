import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientMessage, Command } from '$protocol';
import { Commands } from '../src/commands.svelte.ts';

const SEND: Command = { type: 'send_message', room: 'main', text: 'Thank you', language: null };
const WITHDRAW: Command = { type: 'withdraw_request', request: 'r-1' };

let sent: ClientMessage[];
let live: boolean;
let commands: Commands;

beforeEach(() => {
  vi.useFakeTimers();
  let keys = 0;
  sent = [];
  live = true;
  const send = (message: ClientMessage) => {
    if (live) sent.push(message);
    return live;
  };
  commands = new Commands(send, () => {
    keys += 1;
    return `key-${keys}`;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('commands', () => {
  it('resolve with the acknowledgement', async () => {
    const answer = commands.ask(SEND);
    expect(sent).toEqual([{ type: 'command', key: 'key-1', command: SEND }]);
    commands.take({ type: 'ack', key: 'key-1', seq: 12 });
    expect(await answer).toEqual({ done: true, seq: 12 });
    expect(commands.waiting.size).toBe(0);
  });

  it('are sent again under the same key when the line is back, in order', () => {
    void commands.ask(SEND);
    live = false;
    void commands.ask(WITHDRAW);
    expect(sent).toHaveLength(1);
    live = true;
    commands.resend();
    expect(sent.slice(1)).toEqual([
      { type: 'command', key: 'key-1', command: SEND },
      { type: 'command', key: 'key-2', command: WITHDRAW },
    ]);
  });

  it('are not sent again once answered', () => {
    void commands.ask(SEND);
    commands.take({ type: 'ack', key: 'key-1', seq: 1 });
    commands.resend();
    expect(sent).toHaveLength(1);
  });

  it('resolve with a refusal of the meeting, which ends them', async () => {
    const answer = commands.ask(WITHDRAW);
    const reason = { code: 'not_your_seat' } as const;
    commands.take({ type: 'refused', key: 'key-1', reason, message: '' });
    expect(await answer).toEqual({ done: false, reason });
    vi.advanceTimersByTime(60_000);
    expect(sent).toHaveLength(1);
  });

  it.each([
    [{ code: 'too_fast', retry_after_ms: 2_500 } as const, 2_500],
    [{ code: 'busy' } as const, 1_000],
    [{ code: 'not_stored' } as const, 1_000],
  ])('are sent again under the same key after %o', (reason, wait_ms) => {
    void commands.ask(SEND);
    commands.take({ type: 'refused', key: 'key-1', reason, message: '' });
    vi.advanceTimersByTime(wait_ms - 1);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sent).toEqual([sent[0], sent[0]]);
    expect(commands.isWaiting((command) => command.type === 'send_message')).toBe(true);
  });

  it('that could not be sent say so and do not wait', async () => {
    const faults = vi.spyOn(console, 'error').mockImplementation(() => {});
    const noKey = () => {
      throw new TypeError('no key to be had');
    };
    const keyless = new Commands(() => true, noKey);
    expect(await keyless.ask(SEND)).toEqual({ done: false, reason: { code: 'not_sent' } });
    const noLine = () => {
      throw new Error('the line broke');
    };
    const lineless = new Commands(noLine, () => 'key-1');
    expect(await lineless.ask(SEND)).toEqual({ done: false, reason: { code: 'not_sent' } });
    expect(lineless.waiting.size).toBe(0);
    expect(faults).toHaveBeenCalledTimes(2);
    faults.mockRestore();
  });

  it('are not disturbed by an answer to a command of another page', () => {
    void commands.ask(SEND);
    commands.take({ type: 'ack', key: 'strange', seq: 1 });
    commands.take({ type: 'refused', key: null, reason: { code: 'not_text' }, message: '' });
    expect(commands.waiting.size).toBe(1);
  });
});
