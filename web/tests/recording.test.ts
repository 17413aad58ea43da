import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Entity } from '$protocol';
import { loadLocale } from '../src/i18n/i18n.svelte.ts';
import { Store } from '../src/store.svelte.ts';
import Recording from '../src/ui/Recording.svelte';

const announce = vi.hoisted(() => vi.fn());
vi.mock('../src/ui/announcer.ts', () => ({ announce }));

const channel = { type: 'channel', id: 'floor', number: 0, name: { en: 'Floor' } } as unknown as Entity;
const silent: Entity = { type: 'recording', id: 'recording', silent: ['floor'] };

beforeAll(() => loadLocale('en'));

let page: Record<string, unknown> | null = null;
afterEach(() => {
  if (page) void unmount(page);
  page = null;
  document.body.innerHTML = '';
});

test('a channel that is recorded as silence is shown and told, and so is that it is well again', () => {
  const store = new Store();
  store.take({ type: 'snapshot', scope: 'everyone', seq: 1, entities: [channel] });
  page = mount(Recording, { target: document.body, props: { store, since_ms: 0, zone: 'UTC' } });
  flushSync();
  expect(document.body.textContent).not.toContain('Floor');
  store.take({ type: 'changes', scope: 'booths', seq: 2, set: [silent], removed: [] });
  flushSync();
  expect(document.querySelector('.silent')?.textContent).toContain('Floor');
  expect(announce).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('Floor'));
  store.take({
    type: 'changes',
    scope: 'booths',
    seq: 3,
    set: [],
    removed: [{ type: 'recording', id: 'recording' }],
  });
  flushSync();
  expect(document.querySelector('.silent')).toBeNull();
  expect(announce).toHaveBeenCalledTimes(2);
});
