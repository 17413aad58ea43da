/** Acts that change their meaning under the finger. */

/**
 * Whether something has meant the same for a while: the second half of a double press must not do what only came to be
 * meant after the first. Call the answer where it is read.
 */
export function settled(meaning: () => string, settle_ms: number): () => boolean {
  let known = $state('');
  // By its words: what is made anew of a change elsewhere and means the same does not begin the while again, or a press
  // would do nothing for as long as a meeting is busy.
  const meant = $derived(meaning());
  $effect(() => {
    const now = meant;
    const timer = setTimeout(() => {
      known = now;
    }, settle_ms);
    return () => clearTimeout(timer);
  });
  return () => known === meant;
}
