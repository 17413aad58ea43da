/** Which rows of a long list are drawn, and how much room those before and after them take: pure arithmetic. */

/** Height of a row that was never drawn, in pixels. */
export const GUESS = 76;
/** Rows drawn beyond either edge of what is on screen, in pixels. */
const BEYOND = 400;

/** Rows from `start` up to `end`, and the height of all before and after, in pixels. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Heights of rows by their ids, as far as they were drawn. */
export class Heights {
  readonly #known = new Map<string, number>();
  /** By how much the rows that are known differ from the guess, together. */
  #over = 0;

  /** A row was drawn so high. Whether that is news. */
  learn(id: string, height: number): boolean {
    const before = this.#known.get(id);
    if (before === height) return false;
    this.#known.set(id, height);
    this.#over += height - (before ?? GUESS);
    return true;
  }

  /** Forgets all, as when the list is another or as wide as it was not before. */
  forget(): void {
    this.#known.clear();
    this.#over = 0;
  }

  /** Forgets a row that has left the list. */
  drop(id: string): void {
    const known = this.#known.get(id);
    if (known === undefined) return;
    this.#over -= known - GUESS;
    this.#known.delete(id);
  }

  /** Height of a row. */
  of(id: string): number {
    return this.#known.get(id) ?? GUESS;
  }

  /** Height of so many rows, which are all that are known and others. */
  total(count: number): number {
    return count * GUESS + this.#over;
  }

  /** Of so many rows, each known by its id, those to draw where `below` pixels of the list are under the lower edge of a
   * window of `height`. Counted from the end, since there one mostly is. */
  range(count: number, idAt: (at: number) => string, below: number, height: number): Range {
    let end = count;
    let after = 0;
    while (end > 0) {
      const next = this.of(idAt(end - 1));
      if (after + next > below - BEYOND) break;
      after += next;
      end -= 1;
    }
    let start = end;
    let drawn = after;
    while (start > 0 && drawn < below + height + BEYOND) {
      start -= 1;
      drawn += this.of(idAt(start));
    }
    return { start, end, before: Math.max(0, this.total(count) - drawn), after };
  }
}
