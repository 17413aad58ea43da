/** What the desk may do with a question as it stands, and by which key. */
import type { Command, ModerationView, QuestionId } from '$protocol';

/** What is done. */
export type Act = 'show' | 'decline' | 'pin' | 'unpin' | 'answer' | 'promote' | 'archive';

const KEYS: Record<Act, string> = {
  show: 'v',
  decline: 'x',
  pin: 'k',
  unpin: 'k',
  answer: 'a',
  promote: 'f',
  archive: 'h',
};

function offered({ state, may_promote }: ModerationView, isPinned: boolean): Act[] {
  switch (state) {
    case 'waiting':
      return ['show', 'decline'];
    case 'visible':
      return [isPinned ? 'unpin' : 'pin', 'answer', ...(may_promote ? ['promote' as const] : []), 'archive'];
    case 'answered':
      return ['show', 'archive'];
    case 'archived':
    case 'declined':
      return ['show'];
    case 'withdrawn':
      return [];
  }
}

/** The acts offered for a question, in the order of their buttons. */
export function actsOf(question: ModerationView, pinned: QuestionId | null): { act: Act; key: string }[] {
  return offered(question, question.id === pinned).map((act) => ({ act, key: KEYS[act] }));
}

/** The command of an act; declining asks for a reason first. */
export function commandOf(act: Exclude<Act, 'decline'>, question: QuestionId): Command {
  return { type: `${act}_question`, question };
}
