/** Keeps what ties paragraphs: each has an id, and of two with the same the one that says less is given another. */
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';
import { newKey } from '../key.ts';

/** A new id for a paragraph. */
export function newTie(): string {
  return `p${newKey().replaceAll('-', '').slice(0, 10)}`;
}

/** Whether a change came from elsewhere, and is no undoing of one's own: what others have written is theirs to tie. */
export function isFromElsewhere(transaction: Transaction): boolean {
  const { isChangeOrigin = false, isUndoRedoOperation = false } = transaction.getMeta(ySyncPluginKey) ?? {};
  return isChangeOrigin === true && isUndoRedoOperation !== true;
}

/** The paragraphs of a text, each with its place. */
export function paragraphsOf(doc: Node): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = [];
  doc.forEach((node, pos) => {
    found.push({ node, pos });
  });
  return found;
}

/** A transaction that ties what is not tied, or twice; null where all is well. */
export function tied(state: EditorState): Transaction | null {
  const paragraphs = paragraphsOf(state.doc);
  const holders = new Map<string, { node: Node; pos: number }>();
  const others: { node: Node; pos: number }[] = [];
  for (const one of paragraphs) {
    const { id } = one.node.attrs;
    const holder = typeof id === 'string' && id !== '' ? holders.get(id) : one;
    if (holder === undefined) holders.set(id, one);
    else if (holder === one) others.push(one);
    // Whoever breaks a paragraph at its beginning leaves it empty: what it said keeps the tie.
    else if (holder.node.textContent === '' && one.node.textContent !== '') {
      others.push(holder);
      holders.set(id, one);
    } else others.push(one);
  }
  if (others.length === 0) return null;
  const transaction = state.tr;
  for (const { node, pos } of others) {
    transaction.setNodeMarkup(pos, null, { ...node.attrs, id: newTie(), of: null });
  }
  return transaction;
}

/** Ties after each change of one's own. */
export function ties(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, _before, state) =>
      transactions.some((one) => one.docChanged && !isFromElsewhere(one)) ? tied(state) : null,
  });
}
