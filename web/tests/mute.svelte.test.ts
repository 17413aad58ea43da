import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '$protocol';
import type { Answer } from '../src/commands.svelte.ts';
import { Mute } from '../src/sound/mute.svelte.ts';

/** A server that knows mutes alone, and answers when it is told to. */
class Server {
  muted = $state(false);
  readonly asked: string[] = [];
  #waiting: { muted: boolean; settle: (answer: Answer) => void }[] = [];

  ask({ type }: Command): Promise<Answer> {
    this.asked.push(type);
    return new Promise((settle) => {
      this.#waiting.push({ muted: type === 'mute_microphone', settle });
    });
  }

  /** Does what it was asked for, in its order. */
  async answer(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { muted, settle } of waiting) {
      this.muted = muted;
      settle({ done: true, seq: 1 });
    }
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

describe('a mute', () => {
  let ends: (() => void)[] = [];
  const page = (server: Server, link = 'amina', session = 'opening'): Mute => {
    let made: Mute | undefined;
    const muting = {
      link,
      session,
      muted: () => server.muted,
      ask: (command: Command): Promise<Answer> => server.ask(command),
    };
    ends.push(
      $effect.root(() => {
        made = new Mute(muting);
      }),
    );
    flushSync();
    return made as Mute;
  };

  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    for (const end of ends) end();
    ends = [];
  });

  it('holds at once, before the server has heard of it', async () => {
    const server = new Server();
    const mute = page(server);
    mute.press(true);
    expect(mute.on).toBe(true);
    expect(server.asked).toEqual(['mute_microphone']);
    await server.answer();
    expect([server.muted, mute.on]).toEqual([true, true]);
  });

  it("is the server's on every page, and ends there by a press alone", async () => {
    const server = new Server();
    const here = page(server);
    here.press(true);
    await server.answer();
    const beside = page(server);
    expect(beside.on).toBe(true);
    beside.press(false);
    expect(beside.on, 'not before the server says so').toBe(true);
    await server.answer();
    flushSync();
    expect([here.on, beside.on]).toEqual([false, false]);
    expect(server.asked).toEqual(['mute_microphone', 'unmute_microphone']);
  });

  it('that the server has not heard of is said again by the next page', async () => {
    const lost = new Server();
    page(lost).press(true);
    const server = new Server();
    const again = page(server);
    expect(again.on).toBe(true);
    expect(server.asked).toEqual(['mute_microphone']);
    await server.answer();
    flushSync();
    // Then it is the server's: who unmutes on another device is heard.
    server.muted = false;
    flushSync();
    expect(again.on).toBe(false);
    expect(page(new Server()).on).toBe(false);
  });

  it('that was pressed away before the server answered is not one', async () => {
    const server = new Server();
    const mute = page(server);
    mute.press(true);
    mute.press(false);
    expect(mute.on).toBe(false);
    await server.answer();
    flushSync();
    expect([server.muted, mute.on]).toEqual([false, false]);
  });

  it('is one of the person and the session', () => {
    page(new Server()).press(true);
    expect(page(new Server(), 'basil').on).toBe(false);
    expect(page(new Server(), 'amina', 'closing').on).toBe(false);
  });
});
