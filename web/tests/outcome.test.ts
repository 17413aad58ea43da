/** The outcome document: rows and marks, ties, gaps, and what the server reads of what this editor writes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toBase64 } from 'lib0/buffer';
import { Node } from 'prosemirror-model';
import { EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bracket, change, open, paragraphs } from '../src/outcome/editor.ts';
import { gaps } from '../src/outcome/layout.ts';
import { mark, numberIn, type Paragraph, rowsOf, type Text, textOf } from '../src/outcome/rows.ts';
import { schema } from '../src/outcome/schema.ts';
import { tied } from '../src/outcome/ties.ts';

const FIXTURE = join(import.meta.dirname, '../../tests/fixtures/outcome.json');
const LANGUAGES = ['en', 'ar', 'fr'];

const opened: EditorView[] = [];
afterEach(() => {
  for (const view of opened.splice(0)) view.destroy();
});

function editor(doc: Y.Doc, language: string, gone: (words: string) => void = () => {}): EditorView {
  const view = open(document.body.appendChild(document.createElement('div')), doc.getXmlFragment(language), {
    changed: () => {},
    tooLong: () => {},
    gone,
    brackets: () => {},
    label: () => language,
    language,
    editable: () => true,
  });
  opened.push(view);
  return view;
}

/** Writes paragraphs in the place of what is there. */
function write(view: EditorView, said: readonly (Partial<Paragraph> & { text: string })[]): void {
  const nodes = said.map(({ id, kind = 'numbered', of = null, text }) =>
    Node.fromJSON(schema, {
      type: 'paragraph',
      attrs: { id, kind, of },
      content: text === '' ? [] : [{ type: 'text', text }],
    }),
  );
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, nodes));
}

function selectWords(view: EditorView, words: string): void {
  let found = -1;
  view.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) found = pos + at;
  });
  view.dispatch(
    view.state.tr.setSelection(TextSelection.create(view.state.doc, found, found + words.length)),
  );
}

const said = (id: string, text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  id,
  kind: 'numbered',
  of: null,
  runs: [{ text, bracket: null }],
  ...more,
});

describe('the rows', () => {
  it('tie paragraphs and say how each translation stands', () => {
    const texts: Text[] = [
      {
        language: 'en',
        paragraphs: [said('a', 'One.'), said('b', 'Two.'), said('c', 'Three.'), said('d', 'Four.')],
      },
      {
        language: 'ar',
        paragraphs: [
          said('a', 'واحد.', { of: mark('One.') }),
          said('x', 'زائد.'),
          said('b', 'اثنان.', { of: mark('Two, as it was.') }),
          said('c', 'ثلاثة.'),
        ],
      },
    ];
    const rows = rowsOf(texts, 'en');
    const told = rows.map(({ id, number, cells }) => [
      id,
      number,
      cells.map(({ standing }) => standing).join(' '),
    ]);
    expect(told).toEqual([
      ['a', 1, 'original matches'],
      ['x', null, 'missing untied'],
      ['b', 2, 'original older'],
      ['c', 3, 'original unchecked'],
      ['d', 4, 'original missing'],
    ]);
  });

  it('number paragraphs, and letter subparagraphs anew under each', () => {
    const kinds = ['title', 'numbered', 'sub', 'sub', 'heading', 'numbered', 'sub'] as const;
    const paragraphs = kinds.map((kind, at) => said(`p${at}`, 'x', { kind }));
    const rows = rowsOf([{ language: 'en', paragraphs }], 'en');
    expect(rows.map((row) => numberIn('en', row))).toEqual(['', '1.', '(a)', '(b)', '', '2.', '(a)']);
    expect(rows.map((row) => numberIn('ar', row))).toEqual(['', '1-', '(أ)', '(ب)', '', '2-', '(أ)']);
    expect(numberIn('en', { kind: 'sub', number: 27 })).toBe('(aa)');
  });

  it('have another mark where the text, or a bracket in it, is another', () => {
    const plain = said('a', 'Data are shared.');
    const runs = [
      { text: 'Data are ', bracket: null },
      { text: 'shared', bracket: 'Lebanon' },
      { text: '.', bracket: null },
    ];
    expect(textOf({ runs })).toBe('Data are [shared].');
    expect(mark(textOf({ runs }))).not.toBe(mark(textOf(plain)));
    expect(mark('')).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('an editor', () => {
  it('ties each new paragraph, and what is broken keeps its tie where its words are', () => {
    const doc = new Y.Doc();
    const view = editor(doc, 'en');
    write(view, [{ id: 'a', text: 'One. Two.' }]);
    view.dispatch(view.state.tr.split(6));
    const [first, second] = paragraphs(view);
    expect(first?.id).toBe('a');
    expect(second?.id).toMatch(/^p[0-9a-f]{10}$/);
    // Broken at its head: the empty one is the new one.
    view.dispatch(view.state.tr.split(1));
    const ids = paragraphs(view).map(({ id }) => id);
    expect(ids[1]).toBe('a');
    expect(new Set(ids).size).toBe(3);
  });

  it('leaves what others have written as it is', () => {
    const doc = new Y.Doc();
    const view = editor(doc, 'en');
    write(view, [{ id: 'a', text: 'One.' }]);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const fragment = other.getXmlFragment('en');
    const twin = new Y.XmlElement('paragraph');
    twin.setAttribute('id', 'a');
    fragment.push([twin]);
    const before = Y.encodeStateVector(other);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(paragraphs(view).map(({ id }) => id)).toEqual(['a', 'a']);
    expect(Y.encodeStateVector(doc)).toEqual(before);
    // With one's own next change it is mended.
    view.dispatch(view.state.tr.insertText('!', 1));
    expect(new Set(paragraphs(view).map(({ id }) => id)).size).toBe(2);
  });

  it('tells whoever has just written in a paragraph that another has taken it away, with its words', () => {
    const doc = new Y.Doc();
    const told: string[] = [];
    const view = editor(doc, 'en', (words) => told.push(words));
    write(view, [
      { id: 'a', text: 'One.' },
      { id: 'b', text: 'Two.' },
    ]);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    selectWords(view, 'Two');
    view.dispatch(view.state.tr.insertText('Twice'));
    other.getXmlFragment('en').delete(1, 1);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(told).toEqual(['Twice.']);
    // Of what others take elsewhere nothing is told.
    selectWords(view, 'One');
    view.dispatch(view.state.tr.insertText('Once'));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getXmlFragment('en').push([new Y.XmlElement('paragraph')]);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(told).toHaveLength(1);
  });

  it('has nothing to tie where all is tied', () => {
    const paragraph = schema.nodes.paragraph?.create({ id: 'a' });
    const doc = schema.nodes.doc?.create(null, paragraph ? [paragraph] : []);
    expect(doc && tied(EditorState.create({ doc }))).toBeNull();
  });

  it('undoes in its own language alone', async () => {
    const { undo } = await import('y-prosemirror');
    const doc = new Y.Doc();
    const [english, arabic] = [editor(doc, 'en'), editor(doc, 'ar')];
    write(english, [{ id: 'a', text: 'One.' }]);
    write(arabic, [{ id: 'a', text: 'واحد.' }]);
    undo(english.state);
    expect(english.state.doc.textContent).toBe('');
    expect(arabic.state.doc.textContent).toBe('واحد.');
  });
});

describe('the gaps', () => {
  it('bring the same paragraph to one height', () => {
    const box = (top: number) => ({ top, height: 10 });
    const rows = [
      [0, 0],
      [1, 1],
      [2, null],
      [3, 2],
    ];
    const found = gaps(rows, [
      [box(0), box(20), box(40), box(60)],
      [box(0), box(50), box(70)],
    ]);
    expect(found).toEqual([
      [0, 30, 0, 0],
      [0, 0, 20],
    ]);
  });
});

describe('what the server reads', () => {
  /** The same each time: ids of clients are of the numbers that the fixture has. */
  function written() {
    const doc = new Y.Doc();
    doc.clientID = 101;
    const updates: string[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(toBase64(update)));
    const views = LANGUAGES.map((language) => editor(doc, language));
    const [english, arabic, french] = views as [EditorView, EditorView, EditorView];
    write(english, [
      { id: 'title', kind: 'title', text: 'Outcome document' },
      { id: 'begin', kind: 'plain', text: 'The conference 🕊 met online.' },
      { id: 'data', text: 'Data are shared each year.' },
      { id: 'ages', kind: 'sub', text: 'by age;' },
      { id: 'sex', kind: 'sub', text: 'by sex.' },
      { id: 'rights', text: 'Rights are upheld.' },
    ]);
    write(arabic, [
      { id: 'title', kind: 'title', of: mark('Outcome document'), text: 'الوثيقة الختامية' },
      { id: 'data', of: mark('Data are shared.'), text: 'تُتبادَل البيانات.' },
      { id: 'own', text: 'فقرة ليست في الأصل.' },
      { id: 'ages', kind: 'sub', text: 'حسب العمر؛' },
      { id: 'ages', kind: 'sub', text: 'حسب الجنس.' },
    ]);
    write(french, [{ id: 'rights', text: '' }]);
    selectWords(english, 'each year');
    bracket(english, 'Lebanon, Iraq');
    selectWords(arabic, 'البيانات');
    bracket(arabic, '');
    change(french, 0, { kind: 'numbered' });
    const texts: Text[] = LANGUAGES.map((language, at) => ({
      language,
      paragraphs: views[at] ? paragraphs(views[at]) : [],
    }));
    return { updates, texts };
  }

  it('is what this editor has written', () => {
    const { updates, texts } = written();
    const without = ({ bracket: by, ...run }: { text: string; bracket: string | null }) =>
      by === null ? run : { ...run, bracket: by };
    const columns = texts.map(({ language, paragraphs: all }) => ({
      language,
      paragraphs: all.map(({ id, kind, of, runs }) => ({
        id,
        kind,
        ...(of === null ? {} : { of }),
        runs: runs.map(without),
      })),
    }));
    const rows = rowsOf(texts, 'en').map(({ id, kind, number, cells }) => ({
      id,
      kind,
      number,
      cells: cells.map(({ language, standing, at }) => ({
        language,
        standing,
        runs:
          at === null ? [] : (columns.find((one) => one.language === language)?.paragraphs[at]?.runs ?? []),
      })),
    }));
    const marks = Object.fromEntries(
      ['', 'Data are [shared].', 'تُتبادَل', '🕊'].map((text) => [text, mark(text)]),
    );
    if (process.env.UPDATE_FIXTURES) {
      const made = { languages: LANGUAGES, original: 'en', updates, columns, rows, marks };
      writeFileSync(FIXTURE, `${JSON.stringify(made, null, 2)}\n`);
      return;
    }
    const kept = JSON.parse(readFileSync(FIXTURE, 'utf8'));
    // New paragraphs have ids by chance; all else is as it was kept.
    const tidy = (value: unknown) => JSON.stringify(value).replace(/"p[0-9a-f]{10}"/g, '"p"');
    expect(tidy(columns)).toBe(tidy(kept.columns));
    expect(tidy(rows)).toBe(tidy(kept.rows));
    expect(marks).toEqual(kept.marks);
    // And what was kept says so still.
    const doc = new Y.Doc();
    for (const update of kept.updates)
      Y.applyUpdate(
        doc,
        Uint8Array.from(atob(update), (c) => c.charCodeAt(0)),
      );
    expect(paragraphs(editor(doc, 'ar'))).toHaveLength(kept.columns[1].paragraphs.length);
  });
});
