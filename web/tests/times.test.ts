import { describe, expect, it } from 'vitest';
import { agree, day, dayKey, duration, timeOfDay } from '../src/i18n/times.ts';

const OPENING = Date.UTC(2021, 1, 24, 8, 0);
const month = (index: number) => day('ar', 'UTC', Date.UTC(2021, index, 15));

describe('dates', () => {
  it('carry both names of the month in Arabic, in European digits', () => {
    expect(day('ar', 'Asia/Beirut', OPENING)).toBe('الأربعاء 24 شباط/فبراير 2021');
  });

  it('name every month in both ways', () => {
    expect(month(0)).toContain('كانون الثاني/يناير');
    expect(month(4)).toContain('أيار/مايو');
    expect(month(7)).toContain('آب/أغسطس');
    expect(month(11)).toContain('كانون الأول/ديسمبر');
  });

  it('are written out in English and French', () => {
    expect(day('en', 'Asia/Beirut', OPENING)).toBe('Wednesday 24 February 2021');
    expect(day('fr', 'Asia/Beirut', OPENING)).toBe('mercredi 24 février 2021');
  });

  it('are those of the zone, not of the reader', () => {
    const late = Date.UTC(2021, 1, 24, 23, 0);
    expect(dayKey('Asia/Beirut', late)).toBe('2021-02-25');
    expect(dayKey('UTC', late)).toBe('2021-02-24');
  });
});

describe('times of day', () => {
  it('follow the zone by the 24-hour clock', () => {
    expect(timeOfDay('Asia/Beirut', OPENING)).toBe('10:00');
    expect(timeOfDay('UTC', OPENING)).toBe('08:00');
    expect(timeOfDay('UTC', Date.UTC(2021, 1, 24))).toBe('00:00');
  });

  it('fall back to UTC in a zone the browser does not know', () => {
    expect(timeOfDay('Moon/Tranquility', OPENING)).toBe('08:00');
  });

  it('agree between zones that show the same', () => {
    expect(agree('Asia/Beirut', 'Africa/Cairo', OPENING)).toBe(true);
    expect(agree('Asia/Beirut', 'Europe/Paris', OPENING)).toBe(false);
  });
});

describe('lengths of time', () => {
  it.each([
    [0, '0:00'],
    [65_000, '1:05'],
    [180_000, '3:00'],
    [3_900_000, '1:05:00'],
    [-12_000, '0:12'],
  ])('%d ms are %s', (length_ms, words) => {
    expect(duration(length_ms)).toBe(words);
  });
});
