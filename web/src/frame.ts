/** When a page draws what it heard. */

/** Longest wait in a page that is not drawn, in milliseconds: it should still know when one's turn comes. */
const UNSEEN_MS = 250;
/** At least so long, in milliseconds, between two times that a page takes in what can wait: many who write at once cost it
 * two drawings a second, however many they are. */
export const CHATTER_MS = 500;

/** Calls before the next frame, or soon where no frames are drawn. */
function nextFrame(draw: () => void): void {
  let drawn = false;
  const once = () => {
    if (drawn) return;
    drawn = true;
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    draw();
  };
  const timer = setTimeout(once, UNSEEN_MS);
  const frame = requestAnimationFrame(once);
}

/** Has a page take in what it heard, all of it and in order: with the next frame, or, where nothing but what can wait came,
 * together with what else comes within `CHATTER_MS` of the last time. The first to come waits for nobody. */
export class Pace {
  readonly #take: () => void;
  #framed = false;
  #waits: ReturnType<typeof setTimeout> | undefined;
  /** When what can wait was last taken in, by the page's clock. */
  #last = Number.NEGATIVE_INFINITY;

  /** `take` takes in all that was heard. */
  constructor(take: () => void) {
    this.#take = take;
  }

  /** Something was heard. */
  heard(canWait: boolean): void {
    if (this.#framed) return;
    const left = canWait ? this.#last + CHATTER_MS - performance.now() : 0;
    if (left <= 0) this.#frame(canWait);
    else this.#waits ??= setTimeout(() => this.#frame(true), left);
  }

  /** All that was heard is taken in already. */
  taken(): void {
    clearTimeout(this.#waits);
    this.#waits = undefined;
  }

  #frame(chatter: boolean): void {
    const chattered = chatter || this.#waits !== undefined;
    this.taken();
    this.#framed = true;
    nextFrame(() => {
      this.#framed = false;
      if (chattered) this.#last = performance.now();
      this.#take();
    });
  }
}
