/** What others write, of which a few messages can be drawn together. */
import type { PersonId, ServerMessage } from '$protocol';

/** Whether a message of the server is nothing but what others than this person write in the chat. */
export function isChatter(message: ServerMessage, person: PersonId | null): boolean {
  if (message.type !== 'changes' || message.set.length === 0) return false;
  return (
    message.set.every((entity) => entity.type === 'message' && entity.author.person !== person) &&
    message.removed.every(({ type }) => type === 'message')
  );
}
