import { beforeAll, describe, expect, it } from 'vitest';
import { fieldOf, momentOf } from '../src/chair/moments.ts';
import { loadLocale, needPart, showLocale } from '../src/i18n/i18n.svelte.ts';
import {
  isStruck,
  scheduleKey,
  scheduleNews,
  scheduleWords,
  standingOf,
  type Timed,
  timeBefore,
} from '../src/programme/schedule.ts';
import { refusalWords } from '../src/ui/refusals.ts';

const zone = 'Asia/Beirut';
/** 24 February 2021, 10:00 in Beirut. */
const START = Date.UTC(2021, 1, 24, 8, 0);
const MINUTE = 60_000;
const was = { was_starts_at_ms: START, was_ends_at_ms: START + 45 * MINUTE, delayed: false, reason: '' };
const timed = (change: Partial<Timed> = {}): Timed => ({
  starts_at_ms: START,
  ends_at_ms: START + 45 * MINUTE,
  phase: 'scheduled',
  rescheduled: null,
  ...change,
});
const later = timed({
  starts_at_ms: START + 30 * MINUTE,
  ends_at_ms: START + 75 * MINUTE,
  rescheduled: { ...was, reason: 'late' },
});
/** Without the marks that isolate what was put in. */
const bare = (words: string) => words.replace(/[\u2066-\u2069]/g, '');

beforeAll(async () => {
  await loadLocale('en');
  await needPart('schedule');
  await showLocale('en');
});

describe('what has become of a session’s time', () => {
  it('says nothing where all is as planned', () => {
    expect(scheduleWords(timed(), zone)).toBe('');
    expect(timeBefore(timed(), zone)).toBe('');
  });

  it('says the new beginning, the old one and the reason', () => {
    expect(bare(scheduleWords(later, zone))).toBe('Begins at 10:30 instead of 10:00. Reason: late');
    expect(bare(timeBefore(later, zone))).toBe('was 10:00–10:45');
  });

  it('says the day where it is another', () => {
    const next = timed({ ...later, starts_at_ms: START + 24 * 60 * MINUTE });
    expect(bare(scheduleWords(next, zone))).toContain('Thursday 25 February 2021, 10:00');
    expect(bare(timeBefore(next, zone))).toBe('was Wednesday 24 February 2021, 10:00–10:45');
  });

  it('speaks of the end alone once the session has begun, and of nothing once it is over', () => {
    expect(bare(scheduleWords({ ...later, phase: 'open' }, zone))).toContain(
      'Ends at 11:15 instead of 10:45.',
    );
    expect(scheduleWords({ ...later, phase: 'closed' }, zone)).toBe('');
  });

  it('says that a time is to be announced, and then that it is as planned', () => {
    const delayed = timed({ rescheduled: { ...was, delayed: true } });
    expect(bare(scheduleWords(delayed, zone))).toContain('Delayed');
    expect(timeBefore(delayed, zone)).toBe('');
    expect(bare(scheduleNews(timed(), zone))).toBe('Begins at 10:00, as planned.');
    expect(scheduleKey(delayed)).not.toBe(scheduleKey(timed()));
  });

  it('says that a session does not take place and why, and then that it does', () => {
    const cancelled = timed({ rescheduled: { ...was, cancelled: true, reason: 'strike' } });
    expect(bare(scheduleWords(cancelled, zone))).toBe(
      'Cancelled: planned for 10:00, it does not take place. Reason: strike',
    );
    expect(standingOf(cancelled)).toBe('cancelled');
    expect(isStruck(cancelled)).toBe(true);
    expect(isStruck(timed({ rescheduled: { ...was, delayed: true } }))).toBe(true);
    expect(isStruck(later)).toBe(false);
    expect(timeBefore(cancelled, zone)).toBe('');
    expect(scheduleKey(cancelled)).not.toBe(
      scheduleKey(timed({ rescheduled: { ...was, reason: 'strike' } })),
    );
  });

  it('shows what people wrote isolated, whatever its direction', () => {
    expect(scheduleWords(later, zone)).toContain('\u2068late\u2069');
  });
});

describe('a field of date and time', () => {
  it('shows a moment by the clock of the host', () => {
    expect(fieldOf(zone, START)).toBe('2021-02-24T10:00');
    expect(momentOf(zone, '2021-02-24T10:00')).toBe(START);
  });

  it('finds back every hour of the days on which clocks are changed', () => {
    for (const change of [Date.UTC(2021, 2, 27), Date.UTC(2021, 9, 30)]) {
      for (let hour = 0; hour < 48; hour += 1) {
        const value = fieldOf(zone, change + hour * 60 * MINUTE);
        expect(fieldOf(zone, momentOf(zone, value) ?? 0)).toBe(value);
      }
    }
  });

  it('takes an hour that is skipped an hour on', () => {
    // Clocks in Beirut went from 0:00 to 1:00 on 28 March 2021.
    expect(fieldOf(zone, momentOf(zone, '2021-03-28T00:30') ?? 0)).toBe('2021-03-28T01:30');
  });

  it('names no moment while it is not complete', () => {
    expect(momentOf(zone, '')).toBeNull();
    expect(momentOf(zone, '2021-02-30T')).toBeNull();
  });
});

describe('a refusal', () => {
  it('names the session that is in the way, and what to do', () => {
    const words = refusalWords({
      code: 'sessions_overlap',
      session: 'round-table-1',
      title: { en: 'Round table 1' },
      starts_at_ms: START,
      ends_at_ms: START,
    });
    expect(bare(words)).toContain('“Round table 1”');
    expect(words).toContain('announce its delay');
  });
});
