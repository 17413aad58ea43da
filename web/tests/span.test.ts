import { beforeAll, describe, expect, it } from 'vitest';
import { showLocale, t } from '../src/i18n/i18n.svelte.ts';
import { dayKey } from '../src/i18n/times.ts';
import { clockBeside, hostClock, onDate, spanWords } from '../src/programme/span.ts';

const HOST = 'Asia/Beirut';
const MINUTE = 60_000;
/** 24 February 2021 in Beirut, for so many minutes. */
const session = (hour: number, minute: number, length: number) => {
  const starts_at_ms = Date.UTC(2021, 1, 24, hour - 2, minute);
  return { starts_at_ms, ends_at_ms: starts_at_ms + length * MINUTE };
};
const own = (zone: string, of: { starts_at_ms: number; ends_at_ms: number }) => {
  const words = spanWords({ zone, under: dayKey(HOST, of.starts_at_ms) }, of, (span) =>
    t('lobby-own-time', span),
  );
  return words.replace(/[\u2066-\u2069]/g, '');
};

beforeAll(() => showLocale('en').then(() => undefined));

describe('your time, under the date of the host', () => {
  it('is the bare time where the date is the same', () => {
    expect(own('Europe/Paris', session(10, 0, 45))).toBe('09:00–09:45 your time');
  });

  it('says the day where the date is another', () => {
    expect(own('Pacific/Honolulu', session(10, 0, 45))).toBe('22:00–22:45 your time (the day before)');
    expect(own('Pacific/Auckland', session(14, 15, 90))).toBe('01:15–02:45 your time (the next day)');
  });

  it('says it of each end where midnight lies between', () => {
    expect(own('Pacific/Honolulu', session(10, 45, 90))).toBe('22:45 (the day before)–00:15 your time');
    expect(own('Pacific/Auckland', session(12, 0, 90))).toBe('23:00–00:30 (the next day) your time');
    expect(own(HOST, session(23, 30, 60))).toBe('23:30–00:30 (the next day) your time');
  });

  it('says the date where it is further', () => {
    const early = { starts_at_ms: Date.UTC(2021, 1, 23, 10, 30), ends_at_ms: Date.UTC(2021, 1, 23, 11, 0) };
    const under = dayKey('Pacific/Kiritimati', early.starts_at_ms);
    const words = spanWords({ zone: 'Etc/GMT+12', under }, early, ({ from, to }) => `${from}–${to}`);
    expect(words.replace(/[\u2066-\u2069]/g, '')).toBe('22:30–23:00 (Monday 22 February 2021)');
  });

  it.each([
    ['fr', 'la veille'],
    ['ar', 'اليوم السابق'],
  ] as const)('says it in %s', async (locale, day) => {
    await showLocale(locale);
    expect(own('Pacific/Honolulu', session(10, 0, 45))).toContain(`(${day})`);
    await showLocale('en');
  });
});

describe('a clock beside the host’s', () => {
  it('says the day where it is another', () => {
    const at_ms = Date.UTC(2021, 1, 24, 23, 30);
    const bare = (words: string) => words.replace(/[\u2066-\u2069]/g, '');
    expect(bare(clockBeside(HOST, 'UTC', 'clock-utc', at_ms))).toBe('23:30 UTC (the day before)');
    expect(bare(clockBeside(HOST, HOST, 'clock-own', at_ms))).toBe('01:30 yours');
  });
});

describe('the host’s clock', () => {
  const at_ms = Date.UTC(2021, 1, 24, 23, 30);
  const bare = (words: string) => words.replace(/[\u2066-\u2069]/g, '');

  it('says the host’s date where the reader’s is another, and else the hour alone', () => {
    expect(bare(hostClock(HOST, at_ms, 'America/New_York'))).toBe('01:30 (25 Feb)');
    expect(hostClock(HOST, at_ms, 'Asia/Qatar')).toBe('01:30');
    expect(hostClock(HOST, at_ms, null)).toBe('01:30');
  });

  it('tells another hour with its date where that is not today at the host’s', () => {
    expect(onDate(HOST, at_ms, at_ms + 60 * MINUTE)).toBe('01:30');
    expect(bare(onDate(HOST, at_ms, at_ms - 120 * MINUTE))).toBe('01:30 (25 Feb)');
  });
});
