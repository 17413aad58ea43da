/** What a page offers to do with a message. The server decides; what it refuses, it says why. */
import type { MessageView, Role } from '$protocol';
import type { Store } from '../store.svelte.ts';
import { isKept, readersOf } from './rooms.svelte.ts';

/** Something to do with a message. */
export type Act = 'reply' | 'edit' | 'delete' | 'pin' | 'unpin' | 'direct' | 'mute' | 'unmute';

/** Those who conduct the meeting: what they write stands out, and they are not muted. */
export const CONDUCTING: readonly Role[] = ['chair', 'moderator', 'secretariat'];

/** What is offered, in the order of the buttons. Reactive. */
export function actsOn(store: Store, message: MessageView): Act[] {
  const { you, session } = store;
  if (!you?.rights.includes('take_part')) return [];
  const own = message.author.person === you.id;
  const desk = you.rights.includes('preside') && isKept(message.room);
  const there = !message.deleted;
  const conducts = CONDUCTING.includes(message.author.role);
  const muted = store.get('muted', message.author.person) !== undefined;
  const direct = session?.direct_messages && !own && readersOf(message.room) !== 'direct';
  const offered: [Act, boolean][] = [
    ['reply', there],
    ['edit', there && own],
    ['delete', there && (own || desk)],
    ['pin', there && desk && message.pinned_at_ms === undefined],
    ['unpin', desk && message.pinned_at_ms !== undefined],
    ['direct', direct ?? false],
    ['mute', desk && !own && !conducts && !muted],
    ['unmute', desk && muted],
  ];
  return offered.filter(([, offer]) => offer).map(([act]) => act);
}

/** Whether anything is offered. Reactive. */
export function offersActs(store: Store, message: MessageView): boolean {
  // What is there can be replied to: a room of messages is not asked for all that can be done with each.
  if (!message.deleted) return store.you?.rights.includes('take_part') ?? false;
  return actsOn(store, message).length > 0;
}
