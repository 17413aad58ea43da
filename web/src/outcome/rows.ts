/**
 * The languages of the outcome document side by side: tied paragraph by paragraph, numbered, and how each translation stands to
 * its original. The server reads what is kept by the same rules (`src/draft/rows.rs`); `tests/fixtures/outcome.json` holds the two equal.
 */
import type { ParagraphKind, ParagraphStanding } from '$protocol';

/** A run of text; `bracket` is who asked for the brackets around it, null where there are none. */
export interface Run {
  text: string;
  bracket: string | null;
}

/** A paragraph in one language. */
export interface Paragraph {
  /** What ties it in all languages; empty while it is not known. */
  id: string;
  kind: ParagraphKind;
  /** The mark of the original that it was found to say; null where nobody has said so. */
  of: string | null;
  runs: readonly Run[];
}

/** A language, paragraph by paragraph. */
export interface Text {
  language: string;
  paragraphs: readonly Paragraph[];
}

/** A paragraph of a row in one language. `at` is its place in its text; null where it is not there. */
export interface Cell {
  language: string;
  standing: ParagraphStanding;
  at: number | null;
}

/** The same paragraph in all languages. */
export interface Row {
  id: string;
  kind: ParagraphKind;
  number: number | null;
  cells: readonly Cell[];
}

/** The paragraph of a row in a language. */
export function cellIn({ cells }: Row, language: string): Cell | undefined {
  return cells.find((cell) => cell.language === language);
}

/** Whether it stands in the original, and not in a translation alone. */
export function isOfOriginal({ cells }: Row): boolean {
  return cells.some(({ standing }) => standing === 'original');
}

/** Its words, with brackets. */
export function textOf({ runs }: Pick<Paragraph, 'runs'>): string {
  return runs.map(({ text, bracket }) => (bracket === null ? text : `[${text}]`)).join('');
}

function isBlank({ runs }: Paragraph): boolean {
  return runs.every(({ text }) => text.trim() === '');
}

/** The mark of a text: other digits where the text is another. */
export function mark(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x85ebca6b);
  }
  const hex = (sum: number) => (sum >>> 0).toString(16).padStart(8, '0');
  return hex(one) + hex(other);
}

/** The paragraphs of a text by what ties them: of two with the same tie, the first has it. */
function tiesOf({ paragraphs }: Text): Map<string, number> {
  const ties = new Map<string, number>();
  for (const [at, { id }] of paragraphs.entries()) if (id !== '' && !ties.has(id)) ties.set(id, at);
  return ties;
}

function standingOf(original: Paragraph, here: Paragraph | undefined): ParagraphStanding {
  if (here === undefined || (isBlank(here) && !isBlank(original))) return 'missing';
  if (here.of === null) return 'unchecked';
  return here.of === mark(textOf(original)) ? 'matches' : 'older';
}

/** The rows of a document. What a translation has alone stands after what stands before it there. */
export function rowsOf(texts: readonly Text[], original: string): Row[] {
  const leads = texts.find(({ language }) => language === original);
  if (!leads) return [];
  const ties = new Map(texts.map((text) => [text.language, tiesOf(text)]));
  const known = new Set(leads.paragraphs.map(({ id }) => id));
  const isFirst = (language: string, at: number, id: string) => ties.get(language)?.get(id) === at;
  const loose = new Map<string, Row[]>();
  for (const { language, paragraphs } of texts) {
    if (language === original) continue;
    let after = '';
    for (const [at, paragraph] of paragraphs.entries()) {
      const { id, kind } = paragraph;
      if (id !== '' && known.has(id) && isFirst(language, at, id)) {
        after = id;
      } else if (!isBlank(paragraph)) {
        const cells = texts.map(
          (text): Cell =>
            text.language === language
              ? { language, standing: 'untied', at }
              : { language: text.language, standing: 'missing', at: null },
        );
        loose.set(after, [...(loose.get(after) ?? []), { id, kind, number: null, cells }]);
      }
    }
  }
  const rows: Row[] = [...(loose.get('') ?? [])];
  for (const [at, paragraph] of leads.paragraphs.entries()) {
    const { id, kind } = paragraph;
    const first = isFirst(original, at, id);
    const cells = texts.map(({ language, paragraphs }): Cell => {
      if (language === original) return { language, standing: 'original', at };
      const there = first ? ties.get(language)?.get(id) : undefined;
      const here = there === undefined ? undefined : paragraphs[there];
      return { language, standing: standingOf(paragraph, here), at: there ?? null };
    });
    rows.push({ id, kind, number: null, cells });
    if (first) rows.push(...(loose.get(id) ?? []));
  }
  return numbered(rows);
}

/** Numbers of the rows that have an original: what a translation has alone stands in no count. */
function numbered(rows: readonly Row[]): Row[] {
  let [paragraphs, subparagraphs] = [0, 0];
  return rows.map((row) => {
    if (!isOfOriginal(row)) return row;
    if (row.kind === 'numbered') {
      subparagraphs = 0;
      return { ...row, number: ++paragraphs };
    }
    return row.kind === 'sub' ? { ...row, number: ++subparagraphs } : row;
  });
}

/** Letters of subparagraphs: the Latin ones, and the Arabic in the order of numbers (abjad), as documents of the UN have them. */
const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';

/** The number of a row as its language shows it; empty where it has none. */
export function numberIn(language: string, { kind, number }: Pick<Row, 'kind' | 'number'>): string {
  if (number === null) return '';
  if (kind !== 'sub') return language === 'ar' ? `${number}-` : `${number}.`;
  const letters = language === 'ar' ? ABJAD : LATIN;
  const times = Math.floor((number - 1) / letters.length) + 1;
  return `(${(letters[(number - 1) % letters.length] ?? '').repeat(times)})`;
}
