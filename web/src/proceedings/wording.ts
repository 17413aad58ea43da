/** The words of a paragraph: one fact of the server and what else it says, put into a language. The only wordings there
 * are: the page, the print, the download and the copy are all made of these. */
import type { Fact, Moved, Named, ParagraphView, Seat, Statement, Wording } from '$protocol';
import { directionOf, type Locale, TAGS, tIn, wordedFor } from '../i18n/i18n.svelte.ts';
import { day, dayKey, lengthInWords, timeInRecord, until } from '../i18n/times.ts';

/** A run of text; a name stands out. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/** Stand around a name while it is put into a sentence; private, so that no text holds them. */
const [BEGIN, END] = ['\ue000', '\ue001'];

/** What wording needs to know besides the fact. */
interface Reader {
  locale: Locale;
  /** The host's time zone. */
  zone: string;
}

/** The words of a paragraph, in runs. */
export function pieces(paragraph: ParagraphView, reader: Reader): Piece[] {
  // "a.m." and the like end a sentence with their own full stop.
  const text = sentences(paragraph, reader).join(' ').replaceAll('.\u2069.', '.\u2069');
  return text.split(BEGIN).flatMap((run, at) => {
    const [name = '', rest] = run.split(END);
    if (at === 0 || rest === undefined) return run ? [{ text: run, strong: false }] : [];
    return [{ text: name, strong: true }, ...(rest ? [{ text: rest, strong: false }] : [])];
  });
}

/** The words of a paragraph as plain text. */
export function plain(paragraph: ParagraphView, reader: Reader): string {
  return pieces(paragraph, reader)
    .map(({ text }) => text)
    .join('');
}

function sentences({ fact, at_ms }: ParagraphView, reader: Reader): string[] {
  const { locale, zone } = reader;
  const time = timeInRecord(locale, zone, at_ms);
  const length = (length_ms: number) => lengthInWords(locale, length_ms);
  const words = (wording: Wording) => wordedFor(locale, wording);
  const seat = ({ name }: Seat) => words(name);
  switch (fact.what) {
    case 'meeting_opened':
      return opened(fact, time, locale);
    case 'meeting_rescheduled':
      return [...rescheduled(fact, reader), ...reason(locale, fact.reason)];
    case 'meeting_delayed': {
      const was = timeInRecord(locale, zone, fact.was_starts_at_ms);
      return [tIn(locale, 'fact-meeting-delayed', { was }), ...reason(locale, fact.reason)];
    }
    case 'meeting_cancelled': {
      const was = timeInRecord(locale, zone, fact.was_starts_at_ms);
      return [tIn(locale, 'fact-meeting-cancelled', { was }), ...reason(locale, fact.reason)];
    }
    case 'meeting_suspended':
      return [
        fact.until_ms === undefined
          ? tIn(locale, 'fact-meeting-suspended', { time })
          : tIn(locale, 'fact-meeting-suspended-until', {
              time,
              until: until(locale, zone, fact.until_ms, at_ms),
            }),
        ...reason(locale, fact.reason),
      ];
    case 'meeting_resumed':
      return [tIn(locale, 'fact-meeting-resumed', { time })];
    case 'meeting_closed':
      return [tIn(locale, 'fact-meeting-closed', { time })];
    case 'meeting_adjourned':
      return [tIn(locale, 'fact-meeting-adjourned', { time })];
    case 'meeting_reopened':
      return [tIn(locale, 'fact-meeting-reopened', { time }), ...reason(locale, fact.reason)];
    case 'list_opened':
      return [tIn(locale, 'fact-list-opened', { list: words(fact.list), again: String(fact.again) })];
    case 'list_closed':
      return [tIn(locale, 'fact-list-closed', { list: words(fact.list) })];
    case 'speaking_time_set': {
      const args = { list: words(fact.list), length: length(fact.turn_ms) };
      if (fact.category === null) return [tIn(locale, 'fact-speaking-time', args)];
      const category = tIn(locale, 'category-name', { category: fact.category });
      return [tIn(locale, 'fact-speaking-time-of', { ...args, category })];
    }
    case 'statement':
      return statement(fact, locale);
    case 'speaker_changed': {
      const speaker = voice(locale, fact.speaker, fact.seat);
      return [
        fact.instead_of === null
          ? tIn(locale, 'fact-speaker-changed', { speaker })
          : tIn(locale, 'fact-speaker-changed-from', { speaker, name: words(fact.instead_of.name) }),
      ];
    }
    case 'technical_stop':
      return [tIn(locale, 'fact-technical-stop', { seat: seat(fact.seat) }), ...reason(locale, fact.reason)];
    case 'statement_resumed':
      return [tIn(locale, 'fact-statement-resumed', { speaker: voice(locale, fact.speaker, fact.seat) })];
    case 'passed_over':
      return [
        tIn(locale, 'fact-passed-over', { seat: strong(seat(fact.seat)), absent: String(fact.absent) }),
      ];
    case 'filed_in_writing':
      return [tIn(locale, 'fact-filed-in-writing', { seat: strong(seat(fact.seat)) })];
    case 'point_raised':
      return [tIn(locale, 'fact-point-raised', { speaker: voice(locale, fact.by, fact.seat) })];
    case 'point_heard':
      return [tIn(locale, 'fact-point-heard', { speaker: voice(locale, fact.speaker, fact.seat) })];
    case 'point_ruled':
      return [
        tIn(locale, 'fact-point-ruled', { ruling: fact.ruling, seat: seat(fact.seat) }),
        ...(fact.reason ? [isolated(fact.reason)] : []),
      ];
    case 'point_withdrawn':
      return [tIn(locale, 'fact-point-withdrawn', { seat: strong(seat(fact.seat)) })];
    case 'point_lapsed':
      return [tIn(locale, 'fact-point-lapsed', { seat: seat(fact.seat) })];
    case 'ruling_appealed':
      return [tIn(locale, 'fact-ruling-appealed', { seat: strong(seat(fact.seat)), of: seat(fact.of) })];
    case 'appeal_decided': {
      const { in_favour, against, abstaining } = fact;
      const stands = String(fact.stands);
      return [tIn(locale, 'fact-appeal-decided', { stands, in_favour, against, abstaining })];
    }
    case 'motion_moved': {
      const { seat: mover } = fact.motion;
      const args = motion(locale, fact.motion);
      return [
        mover === null
          ? tIn(locale, 'fact-motion-proposed', args)
          : tIn(locale, 'fact-motion-moved', { ...args, speaker: voice(locale, fact.by, mover) }),
      ];
    }
    case 'motion_decided': {
      const args = motion(locale, fact.motion);
      if (fact.vote === null) return [tIn(locale, 'fact-motion-consent', args)];
      return [tIn(locale, 'fact-motion-voted', { ...args, ...fact.vote, carried: String(fact.carried) })];
    }
    case 'motion_dropped':
      return [
        tIn(locale, 'fact-motion-dropped', { ...motion(locale, fact.motion), how: fact.how }),
        ...reason(locale, fact.reason),
      ];
    case 'announced':
      return [
        tIn(locale, 'fact-announced', { name: strong(words(fact.by)), text: words(fact.text) }),
        ...(fact.withdrawn_at_ms === null
          ? []
          : [
              tIn(locale, 'fact-announced-withdrawn', {
                time: timeInRecord(locale, zone, fact.withdrawn_at_ms),
              }),
            ]),
      ];
    case 'questions_opened':
      return [tIn(locale, 'fact-questions-opened')];
    case 'questions_closed':
      return [tIn(locale, 'fact-questions-closed')];
    case 'question_promoted': {
      const speaker = asker(locale, fact.asker, fact.seat);
      return [tIn(locale, 'fact-question-promoted', { speaker }), ...question(locale, fact.text)];
    }
    case 'question_answered':
      return [
        fact.asker === null
          ? tIn(locale, 'fact-question-answered')
          : tIn(locale, 'fact-question-answered-of', { speaker: asker(locale, fact.asker, fact.seat) }),
        ...(fact.to === null ? [] : [tIn(locale, 'fact-question-to', { name: words(fact.to) })]),
        ...question(locale, fact.text),
      ];
    case 'on_stage': {
      const args = { name: strong(words(fact.speaker.name)), limit: length(fact.limit_ms) };
      if (fact.spoken_ms === null) return [tIn(locale, 'fact-on-stage-begun', args)];
      return [tIn(locale, 'fact-on-stage', { ...args, length: length(fact.spoken_ms) })];
    }
    case 'recording_started':
      return [tIn(locale, 'fact-recording-started')];
    case 'recording_stopped':
      return [tIn(locale, 'fact-recording-stopped')];
  }
}

function motion(locale: Locale, moved: Moved): { kind: string; list: string } {
  return { kind: moved.kind, list: moved.list === null ? '' : wordedFor(locale, moved.list) };
}

type Opened = Extract<Fact, { what: 'meeting_opened' }>;

function opened({ chair, moderator, panellists }: Opened, time: string, locale: Locale): string[] {
  const name = (one: Named) => strong(wordedFor(locale, one.name));
  const listed = new Intl.ListFormat(TAGS[locale], { type: 'unit' }).format(panellists.map(name));
  const names = onward(locale, listed);
  return [
    tIn(locale, 'fact-meeting-opened', { time }),
    ...(chair === null ? [] : [tIn(locale, 'fact-chair', { name: name(chair) })]),
    ...(moderator === null ? [] : [tIn(locale, 'fact-moderator', { name: name(moderator) })]),
    ...(panellists.length > 0 ? [tIn(locale, 'fact-panellists', { names })] : []),
  ];
}

function statement(fact: Statement, locale: Locale): string[] {
  const { kind, language, ending } = fact;
  const speaker = voice(locale, fact.speaker, fact.seat);
  const lasts = ending === null;
  const length = (length_ms: number) => lengthInWords(locale, length_ms);
  const words = (wording: Wording) => wordedFor(locale, wording);
  const limit = length(fact.limit_ms);
  return [
    tIn(locale, lasts ? 'fact-statement-begun' : 'fact-statement', { kind, speaker, language }),
    ...(fact.reply_to ? [tIn(locale, 'fact-reply-to', { seat: words(fact.reply_to.name) })] : []),
    ...(fact.on_behalf_of ? [tIn(locale, 'fact-on-behalf', { group: isolated(fact.on_behalf_of) })] : []),
    ...(fact.instead_of ? [tIn(locale, 'fact-instead-of', { name: words(fact.instead_of.name) })] : []),
    ...(fact.prerecorded ? [tIn(locale, 'fact-prerecorded')] : []),
    ...fact.interrupted.map((cause) => tIn(locale, 'fact-interrupted', { cause })),
    ...(fact.extended_ms > 0 ? [tIn(locale, 'fact-extended', { length: length(fact.extended_ms) })] : []),
    ...(lasts ? [] : [tIn(locale, 'fact-length', { length: length(fact.spoken_ms), limit })]),
    ...(ending === 'stopped' || ending === 'cut' || ending === 'session_closed'
      ? [tIn(locale, 'fact-ended', { ending })]
      : []),
  ];
}

/** "Mr. X (Country)"; the delegation alone where it is not known who spoke for it. */
function voice(locale: Locale, speaker: Named | null, seat: Seat): string {
  const country = wordedFor(locale, seat.name);
  if (speaker === null) return strong(country);
  const name = strong(wordedFor(locale, speaker.name));
  return onward(locale, tIn(locale, 'fact-speaker', { name, seat: country }));
}

function asker(locale: Locale, name: Wording, seat: Seat | null): string {
  const strongName = strong(wordedFor(locale, name));
  if (seat === null) return strongName;
  return onward(
    locale,
    tIn(locale, 'fact-speaker', { name: strongName, seat: wordedFor(locale, seat.name) }),
  );
}

function question(locale: Locale, text: string | null): string[] {
  return text === null ? [] : [tIn(locale, 'fact-question', { text: isolated(text) })];
}

/** When it was to begin and to end; of another day, the day as well. */
function rescheduled(
  fact: Extract<Fact, { what: 'meeting_rescheduled' }>,
  { locale, zone }: Reader,
): string[] {
  const { starts_at_ms, ends_at_ms, was_starts_at_ms, was_ends_at_ms } = fact;
  const at = (at_ms: number, than_ms: number) => {
    const time = timeInRecord(locale, zone, at_ms);
    const other = dayKey(zone, at_ms) !== dayKey(zone, than_ms);
    return other ? tIn(locale, 'fact-day-time', { time, day: day(locale, zone, at_ms) }) : time;
  };
  const both = (now_ms: number, was_ms: number) => ({ time: at(now_ms, was_ms), was: at(was_ms, now_ms) });
  const told = [];
  if (starts_at_ms !== was_starts_at_ms)
    told.push(tIn(locale, 'fact-meeting-rescheduled', both(starts_at_ms, was_starts_at_ms)));
  if (ends_at_ms !== was_ends_at_ms)
    told.push(tIn(locale, 'fact-meeting-end', both(ends_at_ms, was_ends_at_ms)));
  return told.length > 0
    ? told
    : [tIn(locale, 'fact-meeting-as-planned', { time: timeInRecord(locale, zone, starts_at_ms) })];
}

function reason(locale: Locale, given: string): string[] {
  return given ? [tIn(locale, 'fact-reason', { reason: isolated(given) })] : [];
}

/** Isolated runs in the language's own direction: there is no letter between them that would tell it. */
function onward(locale: Locale, runs: string): string {
  return `${directionOf(locale) === 'rtl' ? '\u200f' : '\u200e'}${runs}`;
}

/** A name that stands out. */
function strong(name: string): string {
  return `${BEGIN}${isolated(name)}${END}`;
}

/** What people wrote, in its own direction and without what would break out of it. */
function isolated(text: string): string {
  return `\u2068${text.replace(/[\ue000\ue001\u2066-\u2069]/g, '')}\u2069`;
}
