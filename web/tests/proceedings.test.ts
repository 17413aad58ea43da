import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact, ParagraphView, SessionView } from '$protocol';
import { readLocale } from '../scripts/locales.mjs';
import { LOCALES, loadLocale, needPart, showLocale } from '../src/i18n/i18n.svelte.ts';
import { earlierThan } from '../src/proceedings/paragraphs.svelte.ts';
import { htmlFile, plainText, sheet } from '../src/proceedings/sheet.ts';
import { pieces, plain } from '../src/proceedings/wording.ts';

const zone = 'Asia/Beirut';
/** 24 February 2021, 10.05 a.m. in Beirut. */
const AT = Date.UTC(2021, 1, 24, 8, 5);
const words = (ar: string, en: string, fr: string) => ({ ar, en, fr });
const lebanon = { delegation: 'lebanon', name: words('لبنان', 'Lebanon', 'Liban') };
const joumana = {
  person: 'lebanon-head',
  name: words('السيدة جمانة', 'Ms. Joumana', 'Mme Joumana'),
  function: {},
};
const statement = {
  what: 'statement',
  turn: 't1',
  kind: 'statements',
  seat: lebanon,
  speaker: joumana,
  instead_of: null,
  on_behalf_of: '',
  reply_to: null,
  language: 'ar',
  limit_ms: 180_000,
  extended_ms: 0,
  interrupted: [],
  ending: null,
  spoken_ms: 0,
} satisfies Fact;

const announced = {
  what: 'announced',
  announcement: 'n9',
  by: joumana.name,
  text: words('غداء', 'Lunch', 'Déjeuner'),
  withdrawn_at_ms: null,
} satisfies Fact;

/** From 10.05 to 11.05 a.m., to half an hour later. */
const moved = {
  starts_at_ms: AT + 1_800_000,
  ends_at_ms: AT + 5_400_000,
  was_starts_at_ms: AT,
  was_ends_at_ms: AT + 3_600_000,
};

function paragraph(fact: Fact, number = 1, at_ms = AT): ParagraphView {
  return { id: String(number), number, at_ms, fact };
}
/** As read, without the marks that isolate names. */
const read = (fact: Fact, locale: 'ar' | 'en' | 'fr' = 'en') =>
  plain(paragraph(fact), { locale, zone }).replace(/[\u200e\u200f\u2066-\u2069]/g, '');

beforeAll(async () => {
  await showLocale('en');
  await needPart('proceedings');
  for (const locale of LOCALES) await loadLocale(locale);
});

describe('the wording of the proceedings', () => {
  it('calls the meeting to order in the style of a summary record', () => {
    const fact: Fact = { what: 'meeting_opened', chair: null, moderator: null, panellists: [] };
    expect(read(fact)).toBe('The meeting was called to order at 10.05\u00a0a.m.');
    expect(read(fact, 'fr')).toBe('La séance est ouverte à 10\u00a0h\u00a05.');
    expect(read(fact, 'ar')).toBe('افتُتحت الجلسة الساعة 10/05.');
  });

  it('tells of an announcement that it was withdrawn, and when, only where it was', () => {
    const withdrawn: Fact = { ...announced, withdrawn_at_ms: AT };
    expect(read(announced)).toBe('Ms. Joumana announced: “Lunch”');
    expect(read(withdrawn)).toBe(
      'Ms. Joumana announced: “Lunch” The announcement was withdrawn at 10.05\u00a0a.m.',
    );
    expect(read(withdrawn, 'fr')).toMatch(/ L’annonce a été retirée à 10\u00a0h\u00a05\.$/);
    expect(read(withdrawn, 'ar')).toMatch(/ سُحب الإعلان الساعة 10\/05\.$/);
  });

  it('writes a full hour without noughts', () => {
    const rose = paragraph({ what: 'meeting_closed' }, 1, Date.UTC(2021, 1, 24, 11, 0));
    expect(plain(rose, { locale: 'en', zone })).toContain('1\u00a0p.m.');
    expect(plain(rose, { locale: 'fr', zone })).toContain('13\u00a0heures');
    expect(plain(rose, { locale: 'en', zone })).not.toContain('00');
  });

  it('names the speaker in bold with the country, and says what is so only once it is', () => {
    const strong = pieces(paragraph(statement), { locale: 'en', zone }).filter((run) => run.strong);
    expect(strong.map(({ text }) => text)).toEqual(['\u2068Ms. Joumana\u2069']);
    expect(read(statement)).toBe('Ms. Joumana (Lebanon) took the floor, speaking in Arabic.');
    const ended = { ...statement, ending: 'stopped', spoken_ms: 192_000, extended_ms: 60_000 } satisfies Fact;
    expect(read(ended)).toBe(
      'Ms. Joumana (Lebanon), speaking in Arabic, made a statement. The speaking time was extended by 1 minute. ' +
        'It lasted 3 minutes 12 seconds; the speaking time was 3 minutes. The Chair took the floor back.',
    );
    expect(read({ ...statement, ending: 'next_given', spoken_ms: 5_000 })).not.toContain('Chair');
  });

  it('names the country alone where nobody knows who speaks', () => {
    expect(read({ ...statement, speaker: null })).toBe('Lebanon took the floor, speaking in Arabic.');
  });

  it('says to whose statement a right of reply replies', () => {
    const reply = { ...statement, kind: 'right_of_reply', reply_to: lebanon } satisfies Fact;
    expect(read(reply)).toContain('exercise of the right of reply');
    expect(read(reply)).toContain('the statement made by Lebanon at the same meeting');
  });

  it('tells when a meeting was to begin and end before and after it was moved, with the day where that is another', () => {
    const fact: Fact = { what: 'meeting_rescheduled', ...moved, reason: 'late' };
    expect(read(fact)).toBe(
      'The meeting, which was to begin at 10.05\u00a0a.m., was to begin at 10.35\u00a0a.m. ' +
        'The end of the meeting was moved from 11.05\u00a0a.m. to 11.35\u00a0a.m. Reason given: late',
    );
    expect(read({ ...fact, starts_at_ms: AT, reason: '' })).not.toContain('begin');
    const next_day: Fact = { ...fact, starts_at_ms: AT + 86_400_000 };
    expect(read(next_day)).toContain('10.05\u00a0a.m. on Thursday 25 February 2021');
    expect(read({ what: 'meeting_delayed', was_starts_at_ms: AT, reason: '' })).toContain('10.05');
  });

  it('keeps what people wrote from breaking out of it', () => {
    const reason = 'a \ue000b\ue001 \u2069\u2067c';
    const runs = pieces(paragraph({ what: 'meeting_suspended', reason }), { locale: 'en', zone });
    expect(runs.some(({ strong }) => strong)).toBe(false);
    expect(runs.map(({ text }) => text).join('')).toContain('\u2068a b c\u2069');
  });

  it.each(LOCALES)('words every fact of the protocol in %s', (locale) => {
    const facts: Fact[] = [
      { what: 'meeting_opened', chair: joumana, moderator: joumana, panellists: [joumana, joumana] },
      { what: 'meeting_rescheduled', ...moved, reason: 'x' },
      { what: 'meeting_rescheduled', ...moved, starts_at_ms: AT, ends_at_ms: AT, reason: '' },
      { what: 'meeting_delayed', was_starts_at_ms: AT, reason: 'x' },
      { what: 'meeting_cancelled', was_starts_at_ms: AT, reason: 'x' },
      { what: 'meeting_suspended', reason: 'x' },
      { what: 'meeting_resumed' },
      { what: 'meeting_closed' },
      { what: 'list_opened', list: words('ا', 'a', 'a'), again: true },
      { what: 'list_closed', list: words('ا', 'a', 'a') },
      { what: 'speaking_time_set', list: words('ا', 'a', 'a'), category: 'ngo', turn_ms: 120_000 },
      { what: 'speaking_time_set', list: words('ا', 'a', 'a'), category: null, turn_ms: 150_000 },
      { ...statement, ending: 'cut', interrupted: ['meeting', 'point_of_order', 'technical'] },
      { ...statement, on_behalf_of: 'x', instead_of: joumana, kind: 'questions' },
      { what: 'speaker_changed', seat: lebanon, speaker: joumana, instead_of: joumana },
      { what: 'speaker_changed', seat: lebanon, speaker: joumana, instead_of: null },
      { what: 'technical_stop', seat: lebanon, reason: 'x' },
      { what: 'statement_resumed', seat: lebanon, speaker: null },
      { what: 'passed_over', seat: lebanon, absent: true },
      { what: 'filed_in_writing', seat: lebanon },
      { what: 'point_raised', seat: lebanon, by: joumana },
      { what: 'point_heard', seat: lebanon, speaker: joumana },
      { what: 'point_ruled', seat: lebanon, ruling: 'noted', reason: 'x' },
      { what: 'point_withdrawn', seat: lebanon },
      { what: 'point_lapsed', seat: lebanon },
      { what: 'ruling_appealed', seat: lebanon, of: lebanon },
      { what: 'appeal_decided', seat: lebanon, stands: false, in_favour: 3, against: 2, abstaining: 1 },
      announced,
      { ...announced, withdrawn_at_ms: AT },
      { what: 'questions_opened' },
      { what: 'questions_closed' },
      { what: 'question_promoted', question: 'q', text: null, asker: joumana.name, seat: lebanon },
      { what: 'question_answered', question: 'q', text: 'x', asker: null, seat: null, to: joumana.name },
      { what: 'question_answered', question: 'q', text: 'x', asker: joumana.name, seat: null, to: null },
      { what: 'on_stage', speaker: joumana, limit_ms: 600_000, spoken_ms: null },
      { what: 'on_stage', speaker: joumana, limit_ms: 600_000, spoken_ms: 61_000 },
      { what: 'recording_started' },
      { what: 'recording_stopped' },
    ];
    for (const fact of facts) {
      const text = read(fact, locale);
      expect(text, fact.what).not.toMatch(/fact-|undefined|\{|[\ue000\ue001]/);
      expect(text.length, fact.what).toBeGreaterThan(8);
    }
  });
});

describe('the document', () => {
  const session = {
    conference_name: words('مؤتمر', 'Conference', 'Conférence'),
    title: words('افتتاح', 'Opening', 'Ouverture'),
    notice: {},
    time_zone: zone,
  } as unknown as SessionView;
  const paragraphs = [
    paragraph({ what: 'meeting_opened', chair: null, moderator: null, panellists: [] }),
    paragraph({ ...statement, speaker: { ...joumana, name: { en: '<i>X</i>' } } }, 2),
    paragraph({ what: 'meeting_closed' }, 3, AT + 86_400_000),
  ];

  it('has the title, each day in the host’s time, and the paragraphs by their numbers', () => {
    const made = sheet({ locale: 'ar', session, paragraphs });
    expect(made.dir).toBe('rtl');
    const days = [...made.querySelectorAll('h2')].map((one) => one.textContent);
    expect(days).toEqual(['الأربعاء 24 شباط/فبراير 2021', 'الخميس 25 شباط/فبراير 2021']);
    expect([...made.querySelectorAll('li')].map((one) => one.value)).toEqual([1, 2, 3]);
  });

  it('is a file of its own, in which a name is a name', () => {
    const file = htmlFile({ locale: 'en', session, paragraphs });
    expect(file).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(file).toContain('&lt;i&gt;X&lt;/i&gt;');
    expect(file).not.toContain('<i>');
  });

  it('is plain text to copy', () => {
    const text = plainText({ locale: 'en', session, paragraphs }).replace(/[\u200e\u200f\u2066-\u2069]/g, '');
    expect(text).toContain('1. 10.05\u00a0a.m.  The meeting was called to order at 10.05\u00a0a.m.');
  });
});

describe('earlier paragraphs', () => {
  const told = (...numbers: number[]) =>
    numbers.map((number) => paragraph({ what: 'recording_started' }, number));
  const numbers = (all: readonly ParagraphView[]) => all.map(({ number }) => number);

  it('are kept when they are no longer live', () => {
    expect(numbers(earlierThan(told(1, 2), told(3, 4), told(4, 5)))).toEqual([1, 2, 3]);
  });
  it('are let go of where some between them and the live ones were missed', () => {
    expect(numbers(earlierThan(told(1, 2), told(3, 4), told(9, 10)))).toEqual([]);
  });
  it('give way to the live ones of the same numbers', () => {
    expect(numbers(earlierThan(told(1, 2), told(2, 3), told(2, 3)))).toEqual([1]);
  });
});

it('has the words in a part of their own', () => {
  expect(readLocale(`${import.meta.dirname}/../src/locales`, 'en')).toContain('fact-meeting-opened');
});
