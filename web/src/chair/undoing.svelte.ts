/** The desk's last act where it can be undone: how long still, in which words, and undoing it. */
import type { ActView } from '$protocol';
import { clock } from '../clock.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { actWords } from './undo.ts';

/** The place of Undo at the end of a main button. Made while a component is. */
export class Undoing {
  readonly #desk: Desk;
  readonly #offered: () => ActView | null;
  /** The act whose time is over: its clock is not followed any more. */
  #over = $state<number | null>(null);

  /** `offered` is what the server offers, where the desk has a place for it. */
  constructor(desk: Desk, offered: () => ActView | null) {
    this.#desk = desk;
    this.#offered = offered;
    $effect(() => {
      const act = offered();
      if (act !== null && act.act !== this.#over && this.left_ms === 0) this.#over = act.act;
    });
  }

  /** The act that is offered, its time over or not. Reactive. */
  get offered(): ActView | null {
    return this.#offered();
  }

  /** For how long it can still be undone, in milliseconds; 0 where there is nothing to undo. Reactive, and drawn with the clock only while there is. */
  get left_ms(): number {
    const act = this.#offered();
    return act === null || act.act === this.#over ? 0 : Math.max(0, act.until_ms - clock.now_ms);
  }

  /** What would be undone, in the language shown; empty where nothing can be. Reactive. */
  get what(): string {
    const act = this.#offered();
    if (act === null || this.left_ms === 0) return '';
    return actWords(act, act.delegation === null ? null : this.#desk.name(act.delegation));
  }

  /** Whether the server is asked to undo it. Reactive. */
  get pending(): boolean {
    return this.#desk.live.commands.isWaiting(({ type }) => type === 'undo_act');
  }

  /** Undoes it, if that can be done still. */
  undo(): void {
    const act = this.#offered();
    if (act === null || this.left_ms === 0 || this.pending || !this.#desk.live.connected) return;
    const what = this.what;
    void this.#desk.do({
      command: { type: 'undo_act', act: act.act },
      words: () => t('chair-undo-what', { what }),
    });
  }
}
