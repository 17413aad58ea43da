/** Who of the others writes where: told by what comes of theirs, and shown for a while after it. */
import { SvelteMap } from 'svelte/reactivity';
import * as Y from 'yjs';

/** How long somebody counts as writing after what came of them last, in milliseconds. */
export const WRITES_MS = 8_000;

/** A paragraph of a language. */
export interface Place {
  language: string;
  paragraph: string;
}

/** The paragraphs that a transaction has changed or begun; those that it has begun last. */
export function placesOf(transaction: Y.Transaction): Place[] {
  const [changed, begun]: [Place[], Place[]] = [[], []];
  const tell = (places: Place[], element: unknown) => {
    const parent = element instanceof Y.XmlElement ? element.parent : null;
    // What stands directly in a language's fragment is a paragraph; an element is a fragment too.
    if (!(parent instanceof Y.XmlFragment) || parent instanceof Y.XmlElement) return;
    const paragraph = (element as Y.XmlElement).getAttribute('id');
    if (paragraph) places.push({ language: Y.findRootTypeKey(parent), paragraph });
  };
  for (const [type, events] of transaction.changedParentTypes) {
    tell(changed, type);
    for (const event of events.filter(({ target }) => target === type))
      for (const item of event.changes.added) for (const one of item.content.getContent()) tell(begun, one);
  }
  return [...changed, ...begun];
}

/** Where the others write. */
export class Writers {
  readonly #places = new SvelteMap<string, Place>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** Somebody has written: where they are now is the last of these. */
  note(person: string, places: readonly Place[]): void {
    const place = places.at(-1);
    if (place === undefined) return;
    this.#places.set(person, place);
    clearTimeout(this.#timers.get(person));
    this.#timers.set(
      person,
      setTimeout(() => this.#places.delete(person), WRITES_MS),
    );
  }

  /** Who writes at a paragraph. Reactive. */
  at(language: string, paragraph: string): string[] {
    const here = [...this.#places].filter(([, at]) => at.language === language && at.paragraph === paragraph);
    return here.map(([person]) => person);
  }

  /** Nothing is told any more. */
  stop(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
