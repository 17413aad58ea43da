/** Which announcements are shown, and which their reader has closed. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { AnnouncementView, Entity } from '$protocol';
import { ClosedAnnouncements } from '../src/announcement/closed.svelte.ts';
import { isUpdate } from '../src/keyed.svelte.ts';
import { Store } from '../src/store.svelte.ts';
import { WELCOME } from './fake_socket.ts';

const announcement = (
  id: string,
  at_ms: number,
  more: Partial<AnnouncementView> = {},
): Entity & AnnouncementView => ({
  type: 'announcement',
  id,
  text: { en: id },
  by: { person: 'office', name: { en: 'Office' }, role: 'secretariat' },
  at_ms,
  ended_at_ms: null,
  ...more,
});
const OF_ALL = announcement('c4', 2, { of_conference: true });
const OF_DESK = announcement('n7', 3);

describe('what is announced', () => {
  it("is the desk's and the conference's side by side, and the desk takes down its own alone", () => {
    const store = new Store();
    if (isUpdate(WELCOME)) store.take(WELCOME);
    const ended = announcement('n5', 4, { ended_at_ms: 5 });
    store.take({ type: 'snapshot', scope: 'everyone', seq: 1, entities: [OF_ALL, ended, OF_DESK] });
    expect(store.announced.map(({ id }) => id)).toEqual(['n7', 'c4']);
    expect(store.announcedByDesk?.id).toBe('n7');
  });
});

describe('what a reader has closed', () => {
  beforeEach(() => localStorage.clear());

  it('stays closed on the next page: of the conference everywhere, of a desk in its session', () => {
    const room = new ClosedAnnouncements('link', 'opening');
    room.close(OF_ALL);
    room.close(OF_DESK);
    expect([room.has(OF_ALL), room.has(OF_DESK)]).toEqual([true, true]);
    expect(new ClosedAnnouncements('link', null).has(OF_ALL)).toBe(true);
    const other = new ClosedAnnouncements('link', 'closing');
    // Sessions number their own: the same number means another announcement there.
    expect([other.has(OF_ALL), other.has(OF_DESK)]).toEqual([true, false]);
    expect(new ClosedAnnouncements('another', 'opening').has(OF_ALL)).toBe(false);
  });

  it('is shown again once another takes its place', () => {
    const lobby = new ClosedAnnouncements('link', null);
    lobby.close(OF_ALL);
    expect(lobby.has(announcement('c5', 9, { of_conference: true }))).toBe(false);
  });
});
