/** What the text of the outcome document may hold: paragraphs, and brackets around what is disputed. */
import { Schema } from 'prosemirror-model';
import type { ParagraphKind } from '$protocol';

/** Kinds of paragraphs in the order in which they are offered. */
export const KINDS: readonly ParagraphKind[] = ['title', 'heading', 'plain', 'numbered', 'sub'];

/** Whether it is a kind of paragraph. */
export function isKind(kind: unknown): kind is ParagraphKind {
  return KINDS.some((known) => known === kind);
}

export const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: {
      content: 'text*',
      // `id` ties it in all languages; `of` is the mark of the original that a translation was found to say.
      attrs: { id: { default: null }, kind: { default: 'plain' }, of: { default: null } },
      parseDOM: [
        { tag: 'h1', attrs: { kind: 'title' } },
        { tag: 'h2', attrs: { kind: 'heading' } },
        { tag: 'h3', attrs: { kind: 'heading' } },
        { tag: 'li', attrs: { kind: 'sub' } },
        { tag: 'p', attrs: { kind: 'plain' } },
        { tag: 'div', attrs: { kind: 'plain' } },
      ],
      toDOM: (node) => ['p', { 'data-kind': String(node.attrs.kind) }, 0],
    },
    text: {},
  },
  marks: {
    bracket: {
      // Who has asked for them.
      attrs: { by: { default: '' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'span[data-bracket]',
          getAttrs: (element) => ({ by: element.getAttribute('data-bracket') ?? '' }),
        },
      ],
      toDOM: (mark) => {
        const by = String(mark.attrs.by);
        return ['span', by === '' ? { 'data-bracket': by } : { 'data-bracket': by, title: by }, 0];
      },
    },
  },
});
