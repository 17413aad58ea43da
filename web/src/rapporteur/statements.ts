/** The live proceedings as a rapporteur follows them: the statements of the session, with the moments that were marked. Pure. */
import type {
  Language,
  MarkView,
  ParagraphView,
  RequestView,
  Statement,
  SummaryView,
  TextView,
  TurnId,
  TurnView,
} from '$protocol';

/** A statement that was made, or is being made. */
export interface Told extends Statement {
  /** When it began. */
  at_ms: number;
  /** The moments marked in it, in the order of time. */
  marks: readonly MarkView[];
}

/** A row of the proceedings: a statement, or a moment that was marked while nobody had the floor. */
export type Row = { is: 'statement'; id: string; told: Told } | { is: 'mark'; id: string; mark: MarkView };

/** Things by what each belongs to, in their order. */
export function grouped<K, V>(things: readonly V[], of: (thing: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const thing of things) {
    const own = groups.get(of(thing));
    if (own) own.push(thing);
    else groups.set(of(thing), [thing]);
  }
  return groups;
}

const byTime = (a: { at_ms: number }, b: { at_ms: number }) => a.at_ms - b.at_ms;

/** The statements among the paragraphs that the page has, in the order in which they began. */
export function statementsOf(paragraphs: readonly ParagraphView[], marks: readonly MarkView[]): Told[] {
  const within = grouped(marks.toSorted(byTime), ({ turn }) => turn);
  return paragraphs
    .flatMap(({ at_ms, fact }) => (fact.what === 'statement' ? [{ at_ms, fact }] : []))
    .map(({ at_ms, fact }) => ({ ...fact, at_ms, marks: within.get(fact.turn) ?? [] }));
}

/** The rows, the newest last. Of marks in no statement those stand there that are not older than the paragraphs that the page has. */
export function rowsOf(told: readonly Told[], marks: readonly MarkView[], whole: boolean): Row[] {
  const since_ms = whole ? 0 : (told[0]?.at_ms ?? Number.POSITIVE_INFINITY);
  const between = marks.filter(({ turn, at_ms }) => turn === null && at_ms >= since_ms);
  const rows = [
    ...told.map((one) => ({ at_ms: one.at_ms, row: { is: 'statement', id: one.turn, told: one } as Row })),
    ...between.map((mark) => ({ at_ms: mark.at_ms, row: { is: 'mark', id: mark.id, mark } as Row })),
  ];
  return rows.toSorted(byTime).map(({ row }) => row);
}

/** What was written of statements, by turn and by language. */
export type Summaries = ReadonlyMap<TurnId, ReadonlyMap<Language, SummaryView>>;

/** Summaries by the turn and the language that they are of. */
export function summariesOf(summaries: readonly SummaryView[]): Summaries {
  const of = grouped(summaries, ({ turn }) => turn);
  return new Map([...of].map(([turn, own]) => [turn, new Map(own.map((one) => [one.language, one]))]));
}

/** In which of the session's languages it is written what was said in a statement. */
export function writtenIn(turn: TurnId, languages: readonly Language[], summaries: Summaries): Language[] {
  return languages.filter((language) => summaries.get(turn)?.has(language));
}

/**
 * The request that a statement answers: that of the turn in progress, or of the delegation's the first that ended after the
 * statement had begun, for a delegation has the floor once at a time. Null where the page does not have it.
 */
export function requestOf(
  { turn, seat, at_ms, ending }: Pick<Told, 'turn' | 'seat' | 'at_ms' | 'ending'>,
  now: Pick<TurnView, 'id' | 'request'> | null,
  heard: readonly RequestView[],
): string | null {
  if (now?.id === turn) return now.request;
  if (ending === null) return null;
  const own = heard.filter(
    (one) => one.delegation === seat.delegation && one.sitting === undefined && one.since_ms >= at_ms,
  );
  return own.toSorted((a, b) => a.since_ms - b.since_ms)[0]?.id ?? null;
}

/** The texts of a request, the official one first, then in the order of the session's languages. */
export function textsOf(
  request: string | null,
  texts: readonly TextView[],
  languages: readonly Language[],
): TextView[] {
  const own = texts.filter((one) => one.request === request);
  const order = (one: TextView) => (one.official ? -1 : languages.indexOf(one.language));
  return own.toSorted((a, b) => order(a) - order(b));
}
