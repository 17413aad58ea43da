/** A browser plays no sound before the person has touched the page. */

/** Calls at the next press of a pointer or a key; the answer takes that back. */
export function atNextPress(act: () => void): () => void {
  const once = () => {
    cancel();
    act();
  };
  const cancel = () => {
    for (const kind of KINDS) document.removeEventListener(kind, once, true);
  };
  for (const kind of KINDS) document.addEventListener(kind, once, true);
  return cancel;
}

const KINDS = ['pointerup', 'keydown'] as const;
