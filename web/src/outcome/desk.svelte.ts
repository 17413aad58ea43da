/** The desk at which the outcome document is written: the editors of its languages, and what they show beside the text. */
import type { EditorView } from 'prosemirror-view';
import { SvelteMap } from 'svelte/reactivity';
import type { ParagraphStanding } from '$protocol';
import { t, worded, wordedIn } from '../i18n/i18n.svelte.ts';
import { announce } from '../ui/announcer.ts';
import { notify } from '../ui/notices.svelte.ts';
import { Drafting } from './drafting.svelte.ts';
import { begin, bracketedBy, change, paragraphs, placeIn, to } from './editor.ts';
import { type Beside, type Box, gaps, type Lacking, show, type Writer } from './layout.ts';
import {
  cellIn,
  isOfOriginal,
  mark,
  numberIn,
  type Paragraph,
  type Row,
  rowsOf,
  type Text,
  textOf,
} from './rows.ts';
import type { Standing } from './standing.svelte.ts';
import { type Place, Writers } from './writers.ts';

/** What the desk asks for in a dialog. */
export type Asked =
  | { about: 'bracket'; by: string | null }
  | { about: 'comment'; paragraph: string; language: string }
  | { about: 'keep' }
  | { about: 'corrections' }
  | { about: 'issue' }
  | { about: 'keys' };

/** How many paragraphs of a language want something. */
export interface Wanting {
  missing: number;
  older: number;
  unchecked: number;
}

/** One desk. */
export class Desk {
  readonly standing: Standing;
  readonly drafting: Drafting;
  readonly #writers = new Writers();
  /** The editors that are shown, by language. */
  readonly #views = new Map<string, EditorView>();
  readonly #texts = new SvelteMap<string, readonly Paragraph[]>();
  /** The language that is written in. */
  #language = $state('');
  /** Place of the paragraph that is written in. */
  #at = $state(0);
  #bracketed = $state<string | null>(null);
  /** What is asked for. */
  asked = $state.raw<Asked | null>(null);
  #frame = 0;

  constructor(standing: Standing) {
    this.standing = standing;
    this.drafting = new Drafting(
      standing.link,
      () => void standing.failed(),
      (person, places) => this.#noteWriter(person, places),
    );
  }

  /** Languages of the conference, that of the original first. Reactive. */
  get languages(): readonly string[] {
    const all = this.standing.one('conference')?.languages ?? [];
    return [this.original, ...all.filter((one) => one !== this.original)];
  }

  /** The language of the original. Reactive. */
  get original(): string {
    return this.standing.one('outcome')?.original ?? '';
  }

  /** Whether it may be written now. Reactive. */
  get writable(): boolean {
    return this.drafting.ready && this.standing.one('outcome')?.issued_version === null;
  }

  /** The rows of the text, of the languages that are shown. Reactive; put together once for all who ask between two keys. */
  readonly rows: readonly Row[] = $derived.by(() => {
    const texts = this.languages.map(
      (language): Text => ({ language, paragraphs: this.#texts.get(language) ?? [] }),
    );
    return rowsOf(texts, this.original);
  });

  /** The language that is written in. Reactive. */
  get language(): string {
    return this.#language;
  }

  /** The paragraph that is written in. Reactive. */
  get paragraph(): Paragraph | undefined {
    return this.#texts.get(this.#language)?.[this.#at];
  }

  /** How it stands to its original. Reactive. */
  get paragraphStanding(): ParagraphStanding | undefined {
    const row = this.#rowAt(this.#language, this.#at);
    return row && cellIn(row, this.#language)?.standing;
  }

  /** Who has asked for the brackets around what is selected; null where there are none. Reactive. */
  get bracketed(): string | null {
    return this.#bracketed;
  }

  #rowAt(language: string, at: number): Row | undefined {
    return this.rows.find((row) => cellIn(row, language)?.at === at);
  }

  /** The editor of a language. */
  view(language: string): EditorView | undefined {
    return this.#views.get(language);
  }

  /** An editor is shown, or no more. */
  attend(language: string, view: EditorView | null): void {
    if (view === null) this.#views.delete(language);
    else this.#views.set(language, view);
    this.arrange();
  }

  /** The text of a language, as its editor has it. */
  take(language: string, view: EditorView): void {
    this.#texts.set(language, paragraphs(view));
    if (view.hasFocus() || this.#language === '') {
      this.#language = language;
      this.#at = placeIn(view);
      this.#bracketed = bracketedBy(view);
    }
    this.arrange();
  }

  #noteWriter(person: string, places: readonly Place[]): void {
    // One's own writing comes back too.
    if (person !== this.standing.one('participant')?.id) this.#writers.note(person, places);
  }

  /** Names of the others who write at a paragraph now, each with its language. Reactive. */
  writersAt(language: string, paragraph: string): Writer[] {
    const known = this.standing.one('outcome')?.writers ?? [];
    const here = this.#writers.at(language, paragraph);
    return known
      .filter(({ person }) => here.includes(person))
      .map(({ name }) => ({ name: worded(name), lang: wordedIn(name) }));
  }

  /** What a language wants. Reactive. */
  wanting(language: string): Wanting {
    const of = (standing: ParagraphStanding) =>
      this.rows.filter((row) => cellIn(row, language)?.standing === standing).length;
    return { missing: of('missing'), older: of('older'), unchecked: of('unchecked') };
  }

  /** Shows numbers, standings and gaps, once for all changes of a frame. */
  arrange(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#arrange();
    });
  }

  #arrange(): void {
    const rows = this.rows;
    const shown = [...this.#views].filter(([, view]) => !view.isDestroyed);
    const boxes = shown.map(([, view]) => boxesOf(view));
    const places = rows.map((row) => shown.map(([language]) => cellIn(row, language)?.at ?? null));
    const sideBySide = shown.length > 1 && isSideBySide(shown.map(([, view]) => view.dom));
    const free = sideBySide ? gaps(places, boxes) : boxes.map((column) => column.map(() => 0));
    for (const [column, [language, view]] of shown.entries()) {
      const beside = (this.#texts.get(language) ?? []).map((_one, at): Beside => {
        const row = this.#rowAt(language, at);
        const standing = (row && cellIn(row, language)?.standing) ?? 'untied';
        return {
          number: row ? numberIn(language, row) : '',
          standing,
          note: noteOf(standing),
          comments: row ? this.commentsAt(row.id, language).length : 0,
          writers: row ? this.writersAt(language, row.id) : [],
          gap: free[column]?.[at] ?? 0,
        };
      });
      show(view, {
        paragraphs: beside,
        lacking: this.writable ? this.#lacking(language) : [],
        begin: (id) => this.begin(language, id),
      });
    }
  }

  #lacking(language: string): Lacking[] {
    const lacking: Lacking[] = [];
    let after = -1;
    for (const row of this.rows) {
      const { id, kind } = row;
      const at = cellIn(row, language)?.at ?? null;
      if (at !== null) after = at;
      else if (id !== '' && isOfOriginal(row)) {
        lacking.push({ id, after, words: t('outcome-begin', { number: numberIn(language, row), kind }) });
      }
    }
    return lacking;
  }

  /** The comments at a paragraph of a language. Reactive. */
  commentsAt(paragraph: string, language: string) {
    return this.standing
      .all('outcome_comment')
      .filter((one) => one.paragraph === paragraph && one.language === language);
  }

  /** Begins a paragraph of a translation. */
  begin(language: string, id: string): void {
    const view = this.#views.get(language);
    const missing = view && this.#lacking(language).find((one) => one.id === id);
    const row = this.rows.find((one) => one.id === id);
    if (view && missing && row) begin(view, missing.after, id, row.kind);
  }

  /** Goes to the next paragraph of the language in hand that wants something; one that is missing is begun. */
  next(): void {
    const language = this.#language;
    const view = this.#views.get(language);
    if (!view) return;
    const rows = this.rows;
    const here = rows.findIndex((row) => cellIn(row, language)?.at === this.#at);
    const order = [...rows.slice(here + 1), ...rows.slice(0, here + 1)];
    for (const row of order) {
      const cell = cellIn(row, language);
      if (cell?.standing === 'missing' && isOfOriginal(row)) {
        if (cell.at !== null) to(view, cell.at);
        else this.begin(language, row.id);
        return;
      }
      if ((cell?.standing === 'older' || cell?.standing === 'unchecked') && cell.at !== null) {
        to(view, cell.at);
        announce(noteOf(cell.standing));
        return;
      }
    }
    notify(t('outcome-nothing-wanting'));
  }

  /** Says that the paragraph in hand says what its original says. */
  matches(): void {
    const view = this.#views.get(this.#language);
    const original = this.#texts.get(this.original)?.find(({ id }) => id === this.paragraph?.id);
    if (!view || !original || !this.writable || this.#language === this.original) return;
    change(view, this.#at, { of: mark(textOf(original)) });
    announce(t('outcome-matches-told'));
  }

  /** Ties what a translation has alone to what it lacks, in their order, between what is tied. */
  tieInOrder(language: string): void {
    const view = this.#views.get(language);
    if (!view) return;
    let [open, loose]: [Row[], number[]] = [[], []];
    const pairs: { at: number; original: Row }[] = [];
    const pair = () => {
      for (const [place, at] of loose.entries()) {
        const original = open[place];
        if (original) pairs.push({ at, original });
      }
      [open, loose] = [[], []];
    };
    for (const row of this.rows) {
      const { standing, at = null } = cellIn(row, language) ?? {};
      if (standing === 'untied' && at !== null) loose.push(at);
      else if (at !== null) pair();
      else if (isOfOriginal(row)) open.push(row);
    }
    pair();
    for (const { at, original } of pairs)
      change(view, at, { id: original.id, kind: original.kind, of: null });
    announce(t('outcome-tied', { count: pairs.length }));
  }

  /** Leaves the desk. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.drafting.stop();
    this.#writers.stop();
  }
}

/** What is said of how a paragraph stands; empty where nothing is to be said. */
export function noteOf(standing: ParagraphStanding): string {
  return standing === 'original' || standing === 'matches' ? '' : t('outcome-standing', { standing });
}

/** Where the paragraphs of an editor stand, as if there were no gaps. */
function boxesOf(view: EditorView): Box[] {
  const top = view.dom.getBoundingClientRect().top;
  let gone = 0;
  return [...view.dom.querySelectorAll<HTMLElement>(':scope > p')].map((paragraph) => {
    gone += Number.parseFloat(paragraph.style.getPropertyValue('--gap')) || 0;
    const box = paragraph.getBoundingClientRect();
    return { top: box.top - top - gone, height: box.height };
  });
}

/** Whether columns stand beside each other, not one below the other. */
function isSideBySide(columns: readonly HTMLElement[]): boolean {
  const tops = columns.map((one) => one.getBoundingClientRect().top);
  return Math.max(...tops) - Math.min(...tops) < 4;
}
