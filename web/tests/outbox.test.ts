import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '$protocol';
import { Outbox } from '../src/chat/outbox.svelte.ts';
import type { Answer } from '../src/commands.svelte.ts';
import type { Live } from '../src/live.svelte.ts';

let asked: { command: Command; answer: (answer: Answer) => void }[];
let store: { seq: number; seqIn: (room: string) => number };
let outbox: Outbox;

const texts = () => outbox.messages.map((message) => message.text);

async function answer(at: number, with_: Answer): Promise<void> {
  asked[at]?.answer(with_);
  await Promise.resolve();
  await Promise.resolve();
}

beforeEach(() => {
  asked = [];
  store = { seq: 10, seqIn: () => store.seq };
  const ask = (command: Command) =>
    new Promise<Answer>((resolve) => asked.push({ command, answer: resolve }));
  outbox = new Outbox({ store, commands: { ask } } as unknown as Live, 'main');
});

describe('the outbox', () => {
  it('shows a message as pending until the page has come to its place in the log', async () => {
    void outbox.send('Thank you');
    expect(asked[0]?.command).toEqual({
      type: 'send_message',
      room: 'main',
      text: 'Thank you',
      language: null,
    });
    expect(texts()).toEqual(['Thank you']);
    await answer(0, { done: true, seq: 12 });
    store.seq = 11;
    expect(texts()).toEqual(['Thank you']);
    store.seq = 12;
    expect(texts()).toEqual([]);
  });

  it('keeps a refused message with its reason, and sends it again as a new one', async () => {
    void outbox.send('Thank you');
    await answer(0, { done: false, reason: { code: 'not_allowed' } });
    const refused = outbox.messages[0];
    expect(refused?.refused).toEqual({ code: 'not_allowed' });
    outbox.resend(refused?.id ?? 0);
    expect(asked).toHaveLength(2);
    expect(outbox.messages).toHaveLength(1);
    expect(outbox.messages[0]?.refused).toBeNull();
  });

  it('throws a refused message away', async () => {
    void outbox.send('Thank you');
    await answer(0, { done: false, reason: { code: 'not_allowed' } });
    outbox.discard(outbox.messages[0]?.id ?? 0);
    expect(texts()).toEqual([]);
  });

  it('keeps the order of messages that are on their way', () => {
    void outbox.send('first');
    void outbox.send('second');
    expect(texts()).toEqual(['first', 'second']);
  });
});
