/**
 * What the editors show beside the text: numbers, how each paragraph stands to its original, gaps that keep the same paragraph
 * at one height in all languages, and where a paragraph is missing a place to begin it.
 */
import { Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { ParagraphStanding } from '$protocol';
import { paragraphsOf } from './ties.ts';

/** Somebody who writes. */
export interface Writer {
  name: string;
  /** The language of the name. */
  lang: string;
}

/** What is shown at a paragraph. */
export interface Beside {
  /** Its number as its language shows it; empty where it has none. */
  number: string;
  standing: ParagraphStanding;
  /** What is said of the standing; empty where nothing is to be said. */
  note: string;
  /** How many comments stand at it. */
  comments: number;
  /** Who else writes in it. */
  writers: readonly Writer[];
  /** Free space before it, in pixels. */
  gap: number;
}

/** A paragraph of the original that the language has not. */
export interface Lacking {
  id: string;
  /** After which paragraph of this language it belongs: its place; -1 before the first. */
  after: number;
  /** The words on the button that begins it. */
  words: string;
}

/** What a language shows. */
export interface Layout {
  /** By the place of the paragraph. */
  paragraphs: readonly Beside[];
  lacking: readonly Lacking[];
  begin: (id: string) => void;
}

const KEY = new PluginKey<DecorationSet>('layout');

/** Shows a layout in an editor. */
export function show(view: EditorView, layout: Layout): void {
  view.dispatch(view.state.tr.setMeta(KEY, layout).setMeta('addToHistory', false));
}

/** The plugin that keeps it. */
export function layoutPlugin(): Plugin {
  return new Plugin<DecorationSet>({
    key: KEY,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, set, _before, state) => {
        const layout: Layout | undefined = transaction.getMeta(KEY);
        return layout === undefined
          ? set.map(transaction.mapping, transaction.doc)
          : DecorationSet.create(state.doc, decorations(paragraphsOf(state.doc), layout));
      },
    },
    props: { decorations: (state) => KEY.getState(state) },
  });
}

function decorations(paragraphs: ReturnType<typeof paragraphsOf>, layout: Layout): Decoration[] {
  const beside = paragraphs.flatMap(({ node, pos }, at) => {
    const one = layout.paragraphs[at];
    if (one === undefined) return [];
    return Decoration.node(pos, pos + node.nodeSize, {
      'data-number': one.number,
      'data-standing': one.standing,
      'data-note': one.note,
      'data-comments': one.comments > 0 ? String(one.comments) : '',
      style: one.gap > 0 ? `--gap: ${one.gap}px` : '',
    });
  });
  const writers = paragraphs.flatMap(({ pos }, at) => {
    const { writers = [], gap = 0 } = layout.paragraphs[at] ?? {};
    if (writers.length === 0) return [];
    const key = `writes ${writers.map(({ name }) => name).join()} ${gap}`;
    return Decoration.widget(pos, () => flag(writers, gap), { key, side: -1, ignoreSelection: true });
  });
  const lacking = layout.lacking.map((one) => {
    const after = paragraphs[one.after];
    const pos = after === undefined ? 0 : after.pos + after.node.nodeSize;
    const key = `${one.id} ${one.words}`;
    return Decoration.widget(pos, () => button(one, layout.begin), { key, side: -1, ignoreSelection: true });
  });
  return [...beside, ...lacking, ...writers];
}

/** Names of who writes in the paragraph below, before which so much is free; it takes no place. */
function flag(writers: readonly Writer[], gap: number): HTMLElement {
  const place = document.createElement('div');
  place.className = 'writers';
  place.style.setProperty('--gap', `${gap}px`);
  place.contentEditable = 'false';
  for (const { name, lang } of writers) {
    const one = document.createElement('span');
    one.textContent = name;
    one.lang = lang;
    place.append(one);
  }
  return place;
}

function button({ id, words }: Lacking, begin: (id: string) => void): HTMLElement {
  const place = document.createElement('div');
  place.className = 'lacking';
  place.contentEditable = 'false';
  const press = document.createElement('button');
  press.type = 'button';
  press.textContent = words;
  press.onclick = () => begin(id);
  place.append(press);
  return place;
}

/** Where a paragraph stands in its column: how far down its text begins, without its gap, and how high it is. */
export interface Box {
  top: number;
  height: number;
}

/**
 * The gaps that bring the same paragraph to one height in all columns. `rows` has of each row its place in each column, null
 * where it is not there; `boxes` of each column what stands there, as if there were no gaps.
 */
export function gaps(
  rows: readonly (readonly (number | null)[])[],
  boxes: readonly (readonly Box[])[],
): number[][] {
  const found = boxes.map((column) => column.map(() => 0));
  const shifted = boxes.map(() => 0);
  for (const row of rows) {
    const tops = row.map((at, column) => {
      const box = at === null ? undefined : boxes[column]?.[at];
      return box === undefined ? null : box.top + (shifted[column] ?? 0);
    });
    const there = tops.filter((top): top is number => top !== null);
    if (there.length < 2) continue;
    const lowest = Math.max(...there);
    for (const [column, top] of tops.entries()) {
      const at = row[column];
      const gap = found[column];
      if (top === null || at === null || at === undefined || !gap) continue;
      gap[at] = Math.round(lowest - top);
      shifted[column] = (shifted[column] ?? 0) + lowest - top;
    }
  }
  return found;
}
