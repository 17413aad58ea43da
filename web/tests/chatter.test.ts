import { describe, expect, it } from 'vitest';
import type { Entity, ServerMessage } from '$protocol';
import { isChatter } from '../src/chat/chatter.ts';

const written = (person: string) =>
  ({ type: 'message', id: 'm', room: 'main', author: { person } }) as unknown as Entity;
const changes = (
  set: Entity[],
  removed: { type: 'message' | 'request'; id: string }[] = [],
): ServerMessage => ({
  type: 'changes',
  scope: 'everyone',
  seq: 2,
  set,
  removed,
});

describe('chatter', () => {
  it('is what others write, the oldest going with it', () => {
    expect(isChatter(changes([written('a'), written('b')], [{ type: 'message', id: 'x' }]), 'me')).toBe(true);
  });

  it('is not what one writes oneself, which is awaited', () => {
    expect(isChatter(changes([written('a'), written('me')]), 'me')).toBe(false);
  });

  it('is not anything else, were it told together with it', () => {
    const floor = { type: 'floor', id: 'floor' } as unknown as Entity;
    expect(isChatter(changes([written('a'), floor]), 'me')).toBe(false);
    expect(isChatter(changes([written('a')], [{ type: 'request', id: 'r' }]), 'me')).toBe(false);
    expect(isChatter({ type: 'pong', sent_ms: 1, server_ms: 1 }, 'me')).toBe(false);
  });

  it('is not a change of nothing, which tells how far the log has come', () => {
    expect(isChatter(changes([]), 'me')).toBe(false);
  });
});
