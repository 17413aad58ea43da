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
   * window of `height`. Counted from the nearer end: mostly that of the newest. */
  range(count: number, idAt: (at: number) => string, below: number, height: number): Range {
    const above = this.total(count) - below - height;
    if (above < below) {
      const [start, end, before, after] = this.#near(count, idAt, above, height);
      return { start, end, before, after };
    }
    const [left, right, after, before] = this.#near(count, (at) => idAt(count - 1 - at), below, height);
    return { start: count - right, end: count - left, before, after };
  }

  /** Counted from an end of the list, so many pixels of which are beyond the near edge of the window: the first row to draw,
   * the first that is not, and the height of all before and after those. */
  #near(
    count: number,
    idAt: (at: number) => string,
    beyond: number,
    height: number,
  ): [number, number, number, number] {
    let first = 0;
    let near = 0;
    while (first < count) {
      const next = this.of(idAt(first));
      if (near + next > beyond - BEYOND) break;
      near += next;
      first += 1;
    }
    let last = first;
    let drawn = near;
    while (last < count && drawn < beyond + height + BEYOND) {
      drawn += this.of(idAt(last));
      last += 1;
    }
    return [first, last, near, Math.max(0, this.total(count) - drawn)];
  }
}
