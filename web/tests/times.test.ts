import { describe, expect, it } from 'vitest';
import { fieldOf, momentOf } from '../src/chair/moments.ts';
import { agree, day, dayKey, duration, learnHost, timeOfDay, until } from '../src/i18n/times.ts';

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
    expect(day('fr', 'UTC', Date.UTC(2021, 1, 1))).toBe('lundi 1er février 2021');
    expect(day('en', 'UTC', Date.UTC(2021, 1, 1))).toBe('Monday 1 February 2021');
  });

  it('are those of the zone, not of the reader', () => {
    const late = Date.UTC(2021, 1, 24, 23, 0);
    expect(dayKey('Asia/Beirut', late)).toBe('2021-02-25');
    expect(dayKey('UTC', late)).toBe('2021-02-24');
  });
});

describe('the end of something', () => {
  const tomorrow = OPENING + 24 * 3_600_000;

  it('is a time of day, with the day where that is another', () => {
    expect(until('en', 'Asia/Beirut', OPENING + 900_000, OPENING)).toBe('10:15');
    expect(until('en', 'Asia/Beirut', tomorrow, OPENING)).toBe('10:00, Thursday 25 February 2021');
    expect(until('ar', 'Asia/Beirut', tomorrow, OPENING)).toBe('10:00، الخميس 25 شباط/فبراير 2021');
  });
});

describe('times of day', () => {
  it('follow the zone by the 24-hour clock', () => {
    expect(timeOfDay('Asia/Beirut', OPENING)).toBe('10:00');
    expect(timeOfDay('UTC', OPENING)).toBe('08:00');
    expect(timeOfDay('UTC', Date.UTC(2021, 1, 24))).toBe('00:00');
  });

  it('are the host’s by what the server says, whatever the browser believes of the zone', () => {
    const HOUR = 3_600_000;
    const clock = (time_zone: string, ...hours: number[]) =>
      learnHost({
        time_zone,
        utc_offsets: hours.map((by, at) => ({
          from_ms: OPENING + (at - 1) * 24 * HOUR,
          offset_ms: by * HOUR,
        })),
      });
    // A zone that no browser knows, and one of which it has another rule; both change their clocks at the opening.
    for (const zone of ['Moon/Tranquility', 'Africa/Nairobi']) {
      clock(zone, 4, -5);
      expect(timeOfDay(zone, OPENING)).toBe('03:00');
      expect(timeOfDay(zone, OPENING - 1)).toBe('11:59');
      expect(timeOfDay(zone, OPENING - 240 * HOUR)).toBe('12:00');
      expect(dayKey(zone, OPENING + 20 * HOUR)).toBe('2021-02-24');
      expect(day('en', zone, OPENING + 21 * HOUR)).toBe('Thursday 25 February 2021');
      expect(agree(zone, zone, OPENING)).toBe(true);
      // What is typed is the host's too.
      expect(momentOf(zone, '2021-02-24T13:00')).toBe(OPENING + 10 * HOUR);
      expect(fieldOf(zone, OPENING)).toBe('2021-02-24T03:00');
    }
    clock('Africa/Nairobi', 1);
    expect(timeOfDay('Africa/Nairobi', OPENING)).toBe('09:00');
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
