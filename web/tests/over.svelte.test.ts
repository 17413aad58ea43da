/** What is over, read page by page: earlier things before those that the server keeps up to date. */
import { afterEach, expect, test, vi } from 'vitest';
import type { Entity } from '$protocol';
import type { Live } from '../src/live.svelte.ts';
import { Over } from '../src/over/over.svelte.ts';

const ALL = Array.from({ length: 130 }, (_, number) => `p${number}`);

function point(id: string): Entity {
  return { type: 'poll', id } as unknown as Entity;
}

/** A server that keeps the newest 20 up to date, of which so many have come. */
function server(come: { count: number }): { live: Live; asked: string[] } {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    const query = new URL(path, 'http://plenary').searchParams;
    const end = ALL.indexOf(query.get('before') ?? '');
    const begin = Math.max(0, end - Number(query.get('limit')));
    return Response.json({ entities: ALL.slice(begin, end).map(point), more: begin > 0 });
  });
  const shown = (id: string): boolean => ALL.slice(come.count - 20, come.count).includes(id);
  const store = { get: (_type: string, id: string) => (shown(id) ? point(id) : undefined) };
  return { live: { link: 'l', session: 's', store } as unknown as Live, asked };
}

afterEach(() => vi.unstubAllGlobals());

test('pages come before what is kept up to date until there is nothing earlier', async () => {
  const { live, asked } = server({ count: 100 });
  const over = new Over(live, 'polls', 'poll');
  over.follow('p80');
  expect(over.hasMore(20)).toBe(true);
  await over.read();
  await over.read();
  expect(over.things.map(({ id }) => id)).toEqual(ALL.slice(0, 80));
  expect(over.hasMore(20)).toBe(false);
  expect(asked[0]).toBe('/as/l/api/past/s/polls?before=p80&limit=50');
});

test('where few are kept up to date there is nothing earlier to ask for', () => {
  const { live } = server({ count: 20 });
  expect(new Over(live, 'polls', 'poll').hasMore(19)).toBe(false);
});

test('what leaves that which is kept up to date is read with the rest', async () => {
  const come = { count: 100 };
  const { live } = server(come);
  const over = new Over(live, 'polls', 'poll');
  over.follow('p80');
  await over.read();
  come.count = 103;
  over.follow('p83');
  await vi.waitFor(() => expect(over.things.at(-1)?.id).toBe('p82'));
  expect(over.things.map(({ id }) => id)).toEqual(ALL.slice(0, 83).slice(-over.things.length));
});
