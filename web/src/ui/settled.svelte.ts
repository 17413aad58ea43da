/** Acts that change their meaning under the finger. */

/**
 * Whether something has meant the same for a while: the second half of a double press must not do what only came to be
 * meant after the first. Call the answer where it is read.
 */
export function settled(meaning: () => string, settle_ms: number): () => boolean {
  let known = $state('');
  $effect(() => {
    const meant = meaning();
    const timer = setTimeout(() => {
      known = meant;
    }, settle_ms);
    return () => clearTimeout(timer);
  });
  return () => known === meaning();
}
