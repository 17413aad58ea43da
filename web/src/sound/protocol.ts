/** Messages of sound, written by hand until they are made from the server's types. */
import type { ServerMessage } from '$protocol';

/** What an offer is for. */
export type Purpose = 'publish' | 'listen';

/** What a client may send. */
export type SoundClientMessage =
  | { type: 'offer_sound'; purpose: Purpose; sdp: string }
  | { type: 'end_sound'; purpose: Purpose }
  | { type: 'hear_original'; wanted: boolean };

/** What a server may send. */
export type SoundServerMessage =
  | { type: 'sound_answer'; purpose: Purpose; sdp: string }
  | { type: 'sound_lost'; purpose: Purpose };

/** The refusal of an offer. */
export interface SoundRefusal {
  type: 'refused';
}

/** What a message says of sound, if anything. */
export function soundMessage(message: ServerMessage): SoundServerMessage | SoundRefusal | null {
  const said = message as ServerMessage | SoundServerMessage;
  if (said.type === 'sound_answer' || said.type === 'sound_lost') return said;
  if (said.type !== 'refused') return null;
  const code: string = said.reason.code;
  return code === 'sound_refused' ? { type: 'refused' } : null;
}
