/** The editor of one language. */
import { baseKeymap, splitBlock } from 'prosemirror-commands';
import { keymap } from 'prosemirror-keymap';
import { type Command, EditorState, TextSelection } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { redo, undo, ySyncPlugin, yUndoPlugin } from 'y-prosemirror';
import type { XmlFragment } from 'yjs';
import type { ParagraphKind } from '$protocol';
import { layoutPlugin } from './layout.ts';
import type { Paragraph, Run } from './rows.ts';
import { isKind, schema } from './schema.ts';
import { isFromElsewhere, paragraphsOf, ties } from './ties.ts';

/** Most characters that are pasted at once: an update of the text is to fit one message. */
const PASTE_CHARS_MAX = 20_000;

/** How long what one has written in a paragraph counts as just written, in milliseconds. */
const JUST_MS = 30_000;

/** What an editor tells. */
export interface Told {
  /** Its text or selection has changed. */
  changed: (view: EditorView) => void;
  /** Something too long was to be pasted. */
  tooLong: () => void;
  /** Others have taken the paragraph away that one has just written in; these were its words. */
  gone: (words: string) => void;
  /** Somebody asks for brackets around what is selected, or for none. */
  brackets: () => void;
  /** Names it. */
  label: () => string;
  language: string;
  editable: () => boolean;
}

/** What comes after a paragraph of a kind that is broken at its end. */
const NEXT: Record<ParagraphKind, ParagraphKind> = {
  title: 'plain',
  heading: 'numbered',
  plain: 'plain',
  numbered: 'numbered',
  sub: 'sub',
};

/** Breaks the paragraph; what begins behind a title or a heading is none. */
const broken: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const atEnd = $from.parentOffset === $from.parent.content.size;
  return splitBlock(
    state,
    dispatch &&
      ((transaction) => {
        const { kind } = $from.parent.attrs;
        if (atEnd && isKind(kind)) {
          const at = transaction.selection.$from;
          transaction.setNodeMarkup(at.before(), null, { ...at.parent.attrs, kind: NEXT[kind] });
        }
        dispatch(transaction);
      }),
  );
};

/** Opens an editor on a language's fragment. */
export function open(place: HTMLElement, fragment: XmlFragment, told: Told): EditorView {
  /** Which paragraph one has written in last, and when. */
  let wrote: { id: unknown; at: number } = { id: null, at: Number.NEGATIVE_INFINITY };
  const view: EditorView = new EditorView(place, {
    state: EditorState.create({
      schema,
      plugins: [
        ySyncPlugin(fragment),
        yUndoPlugin(),
        ties(),
        layoutPlugin(),
        keymap({
          'Mod-z': undo,
          'Mod-y': redo,
          'Mod-Shift-z': redo,
          'Mod-[': () => {
            told.brackets();
            return true;
          },
        }),
        keymap({ Enter: broken }),
        keymap(baseKeymap),
      ],
    }),
    // Asked anew with each drawing: the page may be turned to another language, the document be issued.
    attributes: () => ({
      'aria-label': told.label(),
      'aria-multiline': 'true',
      'aria-readonly': String(!told.editable()),
      role: 'textbox',
      lang: told.language,
      dir: told.language === 'ar' ? 'rtl' : 'ltr',
    }),
    editable: told.editable,
    // Who comes by keyboard has moved nothing yet.
    handleDOMEvents: {
      focus: (focused) => {
        told.changed(focused);
        return false;
      },
    },
    dispatchTransaction(this: EditorView, transaction) {
      const { $from } = this.state.selection;
      const { id } = $from.parent.attrs;
      const words = $from.parent.textContent;
      this.updateState(this.state.apply(transaction));
      if (transaction.docChanged && isFromElsewhere(transaction)) {
        const justNow = wrote.id === id && performance.now() - wrote.at < JUST_MS;
        const stays = paragraphsOf(this.state.doc).some(({ node }) => node.attrs.id === id);
        if (justNow && !stays) told.gone(words);
      } else if (transaction.docChanged) {
        wrote = { id: this.state.selection.$from.parent.attrs.id, at: performance.now() };
      }
      if (transaction.docChanged || transaction.selectionSet) told.changed(this);
    },
    handlePaste(_view, _event, slice) {
      if (slice.content.textBetween(0, slice.content.size, '\n').length <= PASTE_CHARS_MAX) return false;
      told.tooLong();
      return true;
    },
  });
  return view;
}

/** The paragraphs of an editor, as they are compared. */
export function paragraphs(view: EditorView): Paragraph[] {
  return paragraphsOf(view.state.doc).map(({ node }) => {
    const runs: Run[] = [];
    node.forEach((child) => {
      const mark = child.marks.find(({ type }) => type === schema.marks.bracket);
      const bracket = mark === undefined ? null : String(mark.attrs.by);
      const last = runs.at(-1);
      if (last && last.bracket === bracket) last.text += child.text ?? '';
      else runs.push({ text: child.text ?? '', bracket });
    });
    const { id, kind, of } = node.attrs;
    return {
      id: typeof id === 'string' ? id : '',
      kind: isKind(kind) ? kind : 'plain',
      of: typeof of === 'string' ? of : null,
      runs,
    };
  });
}

/** The place of the paragraph that is written in, from 0. */
export function placeIn(view: EditorView): number {
  return view.state.selection.$from.index(0);
}

/** Changes what is known of a paragraph. */
export function change(
  view: EditorView,
  at: number,
  attrs: Partial<{ id: string; kind: ParagraphKind; of: string | null }>,
): void {
  const one = paragraphsOf(view.state.doc)[at];
  if (one === undefined) return;
  view.dispatch(view.state.tr.setNodeMarkup(one.pos, null, { ...one.node.attrs, ...attrs }));
}

/** Puts brackets around what is selected, for whoever asks for them, or takes them away. */
export function bracket(view: EditorView, by: string | null): void {
  const mark = schema.marks.bracket;
  const { from, to, empty } = view.state.selection;
  if (mark === undefined || empty) return;
  if (by === null) view.dispatch(view.state.tr.removeMark(from, to, mark));
  else view.dispatch(view.state.tr.addMark(from, to, mark.create({ by })));
}

/** Who has asked for the brackets around what is selected; null where there are none. */
export function bracketedBy(view: EditorView): string | null {
  const { from, to, $from, empty } = view.state.selection;
  let by: string | null = null;
  const see = (marks: readonly { type: unknown; attrs: Record<string, unknown> }[]) => {
    const mark = marks.find(({ type }) => type === schema.marks.bracket);
    if (mark) by = String(mark.attrs.by);
  };
  if (empty) see($from.marks());
  else view.state.doc.nodesBetween(from, to, ({ marks }) => see(marks));
  return by;
}

/** Begins a paragraph behind another: `after` -1 is at the head. What was an empty text becomes it. */
export function begin(view: EditorView, after: number, id: string, kind: ParagraphKind): void {
  const paragraph = schema.nodes.paragraph;
  if (paragraph === undefined) return;
  const all = paragraphsOf(view.state.doc);
  const alone = all[0];
  if (all.length === 1 && alone && alone.node.textContent === '') {
    change(view, 0, { id, kind });
    to(view, 0);
    return;
  }
  const before = all[after];
  const pos = before === undefined ? 0 : before.pos + before.node.nodeSize;
  view.dispatch(view.state.tr.insert(pos, paragraph.create({ id, kind })));
  to(view, after + 1);
}

/** Goes to a paragraph, and on with writing there. */
export function to(view: EditorView, at: number): void {
  const one = paragraphsOf(view.state.doc)[at];
  if (one === undefined) return;
  const { tr, doc } = view.state;
  const end = doc.resolve(one.pos + 1 + one.node.content.size);
  view.dispatch(tr.setSelection(TextSelection.near(end)).scrollIntoView());
  view.focus();
}

export { redo, undo };
