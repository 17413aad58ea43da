/** How a motion is called. */
import type { MotionKind } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';

/** Name of what is moved, with the list whose debate it is about. Reactive. */
export function motionName(store: Store, { kind, list }: { kind: MotionKind; list: string | null }): string {
  const debate = store.get('list', list);
  return t('motion-name', { kind, list: debate ? worded(debate.name) : '' });
}

/** Names a choice of what can be moved, as the value of a field. */
export function choiceKey({ kind, list }: { kind: MotionKind; list: string | null }): string {
  return `${kind} ${list ?? ''}`;
}
