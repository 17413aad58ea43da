/** What the interpreter's one main key does at the moment. Owns the choice of act, not its rules: the server decides. */
import type { BoothView, Command, HandoverId, InterpreterView, Output, PersonId, Phase } from '$protocol';
import { strangerOn } from './source.ts';

/** The next act of an interpreter. */
export type NextAct =
  /** Microphone and headphones are not connected on this page. */
  | { kind: 'connect' }
  | { kind: 'go_off_air' }
  | { kind: 'go_on_air'; output: Output }
  /** The one who was on air is gone, and the channel waits. */
  | { kind: 'take_over'; output: Output; from: InterpreterView }
  /** The colleague on air wants to hand over; this takes the microphone. */
  | { kind: 'accept_handover'; handover: HandoverId }
  /** The colleague on air is asked to hand over, at once. */
  | { kind: 'ask_handover'; of: InterpreterView }
  /** A handover is asked or counting down, and the main key adds nothing to it. */
  | { kind: 'await_handover' }
  /** Somebody is on air, who cannot be asked for it now. */
  | { kind: 'mate_on_air'; mate: PersonId }
  /** Another booth has the channel of the output. */
  | { kind: 'output_taken'; output: Output; by: PersonId }
  | { kind: 'session_closed' };

/** What the choice is made from. */
export interface Situation {
  booth: BoothView;
  /** Who sits here. */
  me: PersonId;
  phase: Phase;
  /** Whether this page has microphone and headphones. */
  connected: boolean;
  /** Who was last seen on air in the booth, besides oneself. */
  last: PersonId | null;
}

/** The next act in a situation. */
export function nextAct({ booth, me, phase, connected, last }: Situation): NextAct {
  const { on_air, handover } = booth;
  // On air the key closes the microphone and never means anything else.
  if (on_air?.person === me) return { kind: 'go_off_air' };
  if (phase === 'closed') return { kind: 'session_closed' };
  if (!connected) return { kind: 'connect' };
  if (handover?.to === me)
    return handover.asked_by !== me && handover.accepted_at_ms === null
      ? { kind: 'accept_handover', handover: handover.id }
      : { kind: 'await_handover' };
  if (on_air) {
    const mate = mateOf(booth, on_air.person);
    return mate?.present && !handover
      ? { kind: 'ask_handover', of: mate }
      : { kind: 'mate_on_air', mate: on_air.person };
  }
  const chosen = booth.outputs.find(({ output }) => output === booth.output);
  const taken_by = chosen ? strangerOn(booth, chosen) : null;
  if (taken_by !== null) return { kind: 'output_taken', output: booth.output, by: taken_by };
  const gone = goneFrom(booth, last);
  if (gone) return { kind: 'take_over', output: booth.output, from: gone };
  return { kind: 'go_on_air', output: booth.output };
}

/** The command of an act; none where it is not the server's to do. */
export function commandOf(act: NextAct): Command | null {
  switch (act.kind) {
    case 'go_off_air':
      return { type: 'go_off_air' };
    case 'go_on_air':
    case 'take_over':
      return { type: 'go_on_air', output: act.output };
    case 'accept_handover':
      return { type: 'accept_handover', handover: act.handover };
    case 'ask_handover':
      return { type: 'request_handover', with: act.of.person, in_ms: 0 };
    case 'connect':
    case 'await_handover':
    case 'mate_on_air':
    case 'output_taken':
    case 'session_closed':
      return null;
  }
}

/** Names what an act is about: it changes when the key comes to mean something else. */
export function subjectOf(act: NextAct): string {
  return act.kind === 'accept_handover' ? `${act.kind} ${act.handover}` : act.kind;
}

/** Whoever was on air and is gone, while nobody has taken their place. */
export function goneFrom(booth: BoothView, last: PersonId | null): InterpreterView | null {
  if (last === null || booth.on_air !== null) return null;
  const mate = mateOf(booth, last);
  return mate && !(mate.present && mate.connected) ? mate : null;
}

/** An interpreter of the booth. */
export function mateOf(booth: BoothView, person: PersonId): InterpreterView | undefined {
  return booth.interpreters.find((one) => one.person === person);
}
