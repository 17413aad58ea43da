/** Messages and views of sound, written by hand until they are made from the server's types. */
import type { ChannelId, ChannelView, Command, ServerMessage, TurnId, YouView } from '$protocol';
import type { Carries } from './gains.ts';

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

/** One's own microphone, on `you`. */
export interface OwnMicrophone {
  may_publish: boolean;
  may_open: boolean;
  agrees: boolean;
  connected: boolean;
  live: 'off' | 'floor' | 'channel';
  channel: ChannelId | null;
  closed_by_chair: boolean;
}

/** Quality of a channel now. */
export type Quality = 'floor' | 'direct' | 'relay' | 'silence';

/** What a channel carries. */
export interface ChannelSound {
  carries: Carries;
  quality: Quality;
  recorded: boolean;
}

/** The sound of a channel; undefined from a server without sound. */
export function soundOf(channel: ChannelView | undefined): ChannelSound | undefined {
  const sound = channel as (ChannelView & Partial<ChannelSound>) | undefined;
  return sound?.carries === undefined ? undefined : (sound as ChannelSound);
}

/** One's own microphone; undefined from a server without sound. */
export function microphoneOf(you: YouView | undefined): OwnMicrophone | undefined {
  return (you as (YouView & { microphone?: OwnMicrophone }) | undefined)?.microphone;
}

/** What a participant may ask of microphones. */
export type SoundCommand =
  | { type: 'agree_to_microphone'; agrees: boolean }
  | { type: 'open_microphone' | 'close_microphone'; person: null }
  | { type: 'speak_for_turn'; turn: TurnId };

/** A command of sound as any command. */
export function soundCommand(command: SoundCommand): Command {
  return command as unknown as Command;
}
