/** Who decides on documents; without the words of their screens. */
import type { DocumentOf } from '$protocol';
import { type OwnProgramme, servesAll } from '../programme/own.ts';

/** Whether one decides on what belongs to a thing: the secretariat of a session on its own, that of all sessions on the rest. */
export function decidesOn(of: DocumentOf, lobby: Pick<OwnProgramme, 'sessions'>): boolean {
  if (of.of !== 'session') return servesAll(lobby);
  return lobby.sessions.some(({ id, roles }) => id === of.session && roles.includes('secretariat'));
}
