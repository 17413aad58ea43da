/** How a motion is called, and how it is moved. */
import type { Command, MotionKind } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';
import type { Store } from '../store.svelte.ts';

/** Name of what is moved, with the list whose debate it is about. Reactive. */
export function motionName(store: Store, { kind, list }: { kind: MotionKind; list: string | null }): string {
  const debate = store.get('list', list);
  return t('motion-name', { kind, list: debate ? worded(debate.name) : '' });
}

/** Something that can be moved, under a key of its own. */
export interface Movable {
  value: string;
  label: string;
  /** Moves it. */
  command: Command;
}

/** What can be moved, as choices of a dialog. Reactive. */
export function movable(store: Store): Movable[] {
  return (store.motions?.choices ?? []).map((choice) => {
    const { kind, list } = choice;
    return {
      value: `${kind} ${list ?? ''}`,
      label: motionName(store, choice),
      command: { type: 'move_motion', kind, ...(list === null ? {} : { list }) },
    };
  });
}
