/** Telling what has become of a value, and not where it stood when the page began. */

/** Calls `tell` when a value is another than before; the first is where things stand, and no news. */
export function onChange<T>(read: () => T, tell: (value: T, before: T) => void): void {
  let known: { value: T } | null = null;
  $effect(() => {
    const value = read();
    const before = known;
    known = { value };
    if (before !== null && before.value !== value) tell(value, before.value);
  });
}
