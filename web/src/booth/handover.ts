/** How a handover stands for the one who sits here. The server keeps its times; this only says how it is shown. */
import type { BoothView, HandoverId, PersonId } from '$protocol';

/** How soon a handover may be asked for, in milliseconds from its acceptance; 0 is at once. */
export const DELAYS_MS = [0, 5_000, 10_000, 30_000] as const;

/** How a handover stands. `gives`: one's own microphone goes to the colleague; else the colleague's comes here. */
export type HandoverFace =
  | { state: 'none' }
  /** Asked here; the colleague has not answered. */
  | { state: 'asked'; id: HandoverId; mate: PersonId; gives: boolean; in_s: number; left_s: number }
  /** The colleague asks, and waits for an answer from here. */
  | { state: 'answer'; id: HandoverId; mate: PersonId; gives: boolean; in_s: number; left_s: number }
  /** Agreed, and counting down. */
  | { state: 'counting'; id: HandoverId; mate: PersonId; gives: boolean; left_s: number }
  /** Between two colleagues. */
  | { state: 'others'; from: PersonId; to: PersonId };

/** How the booth's handover stands for a person at a moment of the server's clock. */
export function handoverFace({ handover }: BoothView, me: PersonId, now_ms: number): HandoverFace {
  if (handover === null) return { state: 'none' };
  const { id, from, to, asked_by, in_ms, expires_at_ms, accepted_at_ms, completes_at_ms } = handover;
  if (from !== me && to !== me) return { state: 'others', from, to };
  const gives = from === me;
  const mate = gives ? to : from;
  if (accepted_at_ms !== null)
    return {
      state: 'counting',
      id,
      mate,
      gives,
      left_s: secondsTo(completes_at_ms ?? accepted_at_ms, now_ms),
    };
  const left_s = secondsTo(expires_at_ms, now_ms);
  const state = asked_by === me ? 'asked' : 'answer';
  return { state, id, mate, gives, in_s: Math.round(in_ms / 1000), left_s };
}

/** Colleagues with whom a handover can be asked for: those who are there, and one of the two on air. */
export function partnersOf(booth: BoothView, me: PersonId): PersonId[] {
  if (booth.on_air === null || booth.handover !== null) return [];
  const there = booth.interpreters.filter(({ person, present }) => present && person !== me);
  const able =
    booth.on_air.person === me ? there : there.filter(({ person }) => person === booth.on_air?.person);
  return able.map(({ person }) => person);
}

/** Whole seconds until a moment, rounded up, never below 0. */
export function secondsTo(at_ms: number, now_ms: number): number {
  return Math.max(0, Math.ceil((at_ms - now_ms) / 1000));
}
