import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Resume } from '$protocol';
import { BACKOFF_MS, backoff, Connection, type Line } from '../src/connection.ts';
import { FakeSocket, WELCOME } from './fake_socket.ts';

interface Bench {
  sockets: FakeSocket[];
  lines: Line['state'][];
  doubts: boolean[];
  failures: number;
  resume: Resume | null;
  connection: Connection;
}

let bench: Bench;

function setUp(random = 1): Bench {
  const sockets: FakeSocket[] = [];
  const made: Bench = {
    sockets,
    lines: [],
    doubts: [],
    failures: 0,
    resume: null,
    connection: undefined as never,
  };
  made.connection = new Connection({
    url: 'ws://host/as/x/ws/s',
    resume: () => made.resume,
    heard: () => {},
    changed: (line) => made.lines.push(line.state),
    doubted: (doubted) => made.doubts.push(doubted),
    failed: () => {
      made.failures += 1;
    },
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    random: () => random,
  });
  made.connection.start();
  return made;
}

const newest = () => {
  const socket = bench.sockets.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};

const goLive = () => {
  newest().accept();
  newest().say(WELCOME);
};

beforeEach(() => {
  vi.useFakeTimers();
  bench = setUp();
});
afterEach(() => {
  bench.connection.close();
  vi.useRealTimers();
});

describe('back-off', () => {
  it('doubles from half a second up to eight, with full jitter below', () => {
    const bounds = [0, 1, 2, 3, 4, 5, 12].map((attempt) => backoff(attempt, 1));
    expect(bounds).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    expect(backoff(3, 0)).toBe(0);
    expect(backoff(3, 0.5)).toBe(2_000);
  });

  it('brings the line of a session back within two seconds while its loss is young', () => {
    const waits = Array.from({ length: 10 }, () => {
      const before = bench.sockets.length;
      newest().breaks();
      let waited_ms = 0;
      for (; bench.sockets.length === before; waited_ms += 100) vi.advanceTimersByTime(100);
      return waited_ms;
    });
    expect(waits).toEqual([500, 1_000, ...Array.from({ length: 6 }, () => 2_000), 8_000, 8_000]);
  });
});

describe('a connection', () => {
  it('joins first, naming what it still holds', () => {
    bench.resume = { seq: 41, view: 'v7' };
    newest().accept();
    expect(newest().sent).toEqual([{ type: 'join', resume: { seq: 41, view: 'v7' } }]);
  });

  it('is live from the welcome on, and pings at the interval the server named', () => {
    goLive();
    expect(bench.lines).toEqual(['live']);
    vi.advanceTimersByTime(10_000);
    // On the welcome, after two seconds without a word, and at the interval.
    expect(newest().sent.filter((message) => message.type === 'ping')).toHaveLength(3);
  });

  it('is doubted four to five seconds after it went silent, and no more with the first word', () => {
    goLive();
    newest().say({ type: 'pong', sent_ms: 0, server_ms: 0 });
    vi.advanceTimersByTime(3_500);
    expect(bench.doubts).toEqual([]);
    vi.advanceTimersByTime(1_500);
    expect(bench.doubts).toEqual([true]);
    newest().say({ type: 'pong', sent_ms: 0, server_ms: 0 });
    expect(bench.doubts).toEqual([true, false]);
    expect(bench.lines).toEqual(['live']);
  });

  it('is asked whenever it is quiet, and not doubted while answers come', () => {
    goLive();
    for (let second = 0; second < 30; second += 1) {
      vi.advanceTimersByTime(1_000);
      const asked = newest().sent.filter((message) => message.type === 'ping').length;
      if (asked > second / 3) newest().say({ type: 'pong', sent_ms: 0, server_ms: 0 });
    }
    expect(bench.doubts).toEqual([]);
  });

  it('sends nothing before the welcome', () => {
    newest().accept();
    expect(bench.connection.send({ type: 'ping', sent_ms: 1 })).toBe(false);
  });

  it('asks a line on which nothing came for two and a half pings once more, gives it up, and comes back', () => {
    goLive();
    vi.advanceTimersByTime(25_000);
    expect(newest().sent.filter((message) => message.type === 'ping')).toHaveLength(5);
    vi.advanceTimersByTime(4_999);
    expect(bench.lines).toEqual(['live']);
    vi.advanceTimersByTime(1);
    expect(bench.lines).toEqual(['live', 'lost']);
    vi.advanceTimersByTime(BACKOFF_MS.first);
    expect(bench.sockets).toHaveLength(2);
  });

  it('keeps a line on which anything comes', () => {
    goLive();
    vi.advanceTimersByTime(20_000);
    newest().say({ type: 'pong', sent_ms: 0, server_ms: 0 });
    vi.advanceTimersByTime(20_000);
    expect(bench.lines).toEqual(['live']);
  });

  it('gives an attempt up that is never welcomed', () => {
    newest().accept();
    vi.advanceTimersByTime(25_000);
    expect(newest().sent).toHaveLength(1);
    vi.advanceTimersByTime(BACKOFF_MS.first);
    expect(bench.sockets).toHaveLength(2);
  });

  describe.each([
    ['pings', ['setInterval']],
    ['every timer', ['setInterval', 'setTimeout']],
  ] as const)('in a page whose browser lets %s run once a minute', (_, held) => {
    beforeEach(() => {
      for (const name of held) {
        const real = globalThis[name] as (act: () => void, wait_ms: number) => number;
        vi.stubGlobal(name, (act: () => void, wait_ms: number) =>
          real(act, Math.ceil(wait_ms / 60_000) * 60_000),
        );
      }
    });
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    it('keeps a line that answers each ping', async () => {
      goLive();
      newest().answers = true;
      await vi.advanceTimersByTimeAsync(16 * 60_000);
      expect(bench.lines).toEqual(['live']);
      expect(bench.sockets).toHaveLength(1);
    });

    it('gives up a line that answers none', () => {
      goLive();
      vi.advanceTimersByTime(3 * 60_000);
      expect(bench.lines).toContain('lost');
    });
  });

  it('waits longer after each failed attempt, and asks why the socket was not opened', () => {
    newest().breaks();
    vi.advanceTimersByTime(499);
    expect(bench.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(bench.sockets).toHaveLength(2);
    newest().breaks();
    vi.advanceTimersByTime(999);
    expect(bench.sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(bench.sockets).toHaveLength(3);
    expect(bench.failures).toBe(2);
    expect(bench.lines).toEqual(['connecting', 'connecting']);
  });

  it('begins anew with short waits once it was live', () => {
    newest().breaks();
    vi.advanceTimersByTime(500);
    newest().breaks();
    vi.advanceTimersByTime(1_000);
    goLive();
    newest().breaks();
    vi.advanceTimersByTime(500);
    expect(bench.sockets).toHaveLength(4);
  });

  it('waits as long as a goodbye asks, and the jitter after it', () => {
    goLive();
    newest().say({ type: 'goodbye', why: 'server_stops', retry_after_ms: 3_000 });
    newest().breaks();
    vi.advanceTimersByTime(3_499);
    expect(bench.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(bench.sockets).toHaveLength(2);
  });

  it('does not come back after a goodbye that forbids it', () => {
    goLive();
    newest().say({ type: 'goodbye', why: 'link_revoked', retry_after_ms: null });
    vi.advanceTimersByTime(60_000);
    dispatchEvent(new Event('online'));
    expect(bench.lines.at(-1)).toBe('over');
    expect(bench.sockets).toHaveLength(1);
  });

  it('tries at once when the network is back', () => {
    goLive();
    newest().breaks();
    dispatchEvent(new Event('online'));
    expect(bench.sockets).toHaveLength(2);
    vi.advanceTimersByTime(BACKOFF_MS.longest);
    expect(bench.sockets).toHaveLength(2);
  });

  it('leaves no timer behind when it is closed', () => {
    goLive();
    bench.connection.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
