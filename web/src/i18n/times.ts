/** Dates and times as meetings write them: the host's time, UTC, and the reader's own. */
import type { HostClock, UtcOffset } from '$protocol';
import { type Locale, TAGS } from './i18n.svelte.ts';

/** Names of the months as the Arab East uses them, January first; the Gregorian name follows after a slash. */
const LEVANTINE_MONTHS = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
] as const;

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** The host's clocks as the server tells them, by zone: what a browser believes of the host's zone is asked nowhere. */
const hosts = new Map<string, readonly UtcOffset[]>();

/** Learns what the host's clocks show. */
export function learnHost({ time_zone, utc_offsets }: HostClock): void {
  if (utc_offsets.length === 0 || JSON.stringify(hosts.get(time_zone)) === JSON.stringify(utc_offsets))
    return;
  hosts.set(time_zone, utc_offsets);
  for (const minutes of kept) minutes.clear();
}

/** A zone that the browser is to write a moment in, and the moment there: the host's is UTC, by as much later. */
function written(zone: string, at_ms: number): [string, number] {
  const offsets = hosts.get(zone);
  if (offsets === undefined) return [zone, at_ms];
  const offset = offsets.findLast(({ from_ms }) => from_ms <= at_ms) ?? offsets[0];
  return ['UTC', at_ms + (offset?.offset_ms ?? 0)];
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(tag, {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: zone,
      ...options,
    });
  formats.set(key, made);
  return made;
}

function parts(tag: string, zone: string, at_ms: number, options: Intl.DateTimeFormatOptions): Parts {
  const [known, there_ms] = written(zone, at_ms);
  const all = format(tag, known, options).formatToParts(there_ms);
  return Object.fromEntries(all.map((part) => [part.type, part.value]));
}

/** A moment's day in a zone, "Wednesday 24 February 2021"; in Arabic with both names of the month. */
export function day(locale: Locale, zone: string, at_ms: number): string {
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day: date, month, year } = parts(TAGS[locale], zone, at_ms, long);
  const number = Number(parts('en', zone, at_ms, { month: 'numeric' }).month);
  const eastern = locale === 'ar' ? `${LEVANTINE_MONTHS[number - 1]}/` : '';
  // In French the first of a month alone is an ordinal.
  const ordinal = locale === 'fr' && date === '1' ? 'er' : '';
  return `${weekday} ${date}${ordinal} ${eastern}${month} ${year}`;
}

/** A moment's date in a zone for a place that is narrow, "24 Feb". */
export function dateShort(locale: Locale, zone: string, at_ms: number): string {
  const month = locale === 'ar' ? 'numeric' : 'short';
  const { day: date, month: of } = parts(TAGS[locale], zone, at_ms, { day: 'numeric', month });
  return locale === 'ar' ? `${date}/${of}` : `${date} ${of}`;
}

const MINUTES_MAX = 500;
/** What is kept of minutes, to be forgotten when the host's clocks turn out to show something else. */
const kept: Map<string, string>[] = [];

/** Keeps what is told of a minute in a zone: a room of messages, or a clock, asks for the same few hundreds of times. */
function byMinute(tell: (zone: string, at_ms: number) => string): (zone: string, at_ms: number) => string {
  const minutes = new Map<string, string>();
  kept.push(minutes);
  return (zone, at_ms) => {
    const minute = `${zone} ${Math.floor(at_ms / 60_000)}`;
    const known = minutes.get(minute);
    if (known !== undefined) return known;
    if (minutes.size >= MINUTES_MAX) minutes.clear();
    const told = tell(zone, at_ms);
    minutes.set(minute, told);
    return told;
  };
}

/** A moment's time of day in a zone, "10:45", by the 24-hour clock. */
export const timeOfDay = byMinute(timeTold);

function timeTold(zone: string, at_ms: number): string {
  const { hour, minute } = parts('en-GB', zone, at_ms, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${hour}:${minute}`;
}

/** When something begins, ends or is due, as seen at a moment: its time of day, with the day where that is another. */
export function until(locale: Locale, zone: string, ends_at_ms: number, seen_ms: number): string {
  const time = timeOfDay(zone, ends_at_ms);
  if (dayKey(zone, ends_at_ms) === dayKey(zone, seen_ms)) return time;
  return `${time}${locale === 'ar' ? '،' : ','} ${day(locale, zone, ends_at_ms)}`;
}

/** A moment's time of day as summary records write it: "10.05 a.m.", "1 p.m.", "noon"; "13 heures", "10 h 5"; "10/05". */
export function timeInRecord(locale: Locale, zone: string, at_ms: number): string {
  const [hour = 0, minute = 0] = timeOfDay(zone, at_ms).split(':').map(Number);
  const two = String(minute).padStart(2, '0');
  switch (locale) {
    case 'ar':
      return minute === 0 ? `${hour}` : `${hour}/${two}`;
    case 'fr':
      if (minute > 0) return `${hour}\u00a0h\u00a0${minute}`;
      return `${hour}\u00a0${hour > 1 ? 'heures' : 'heure'}`;
    case 'en': {
      if (minute === 0 && hour % 12 === 0) return hour === 0 ? 'midnight' : 'noon';
      const twelve = hour % 12 || 12;
      return `${twelve}${minute === 0 ? '' : `.${two}`}\u00a0${hour < 12 ? 'a.m.' : 'p.m.'}`;
    }
  }
}

/** A length of time in words, "3 minutes 12 seconds", with the language's own plurals. */
export function lengthInWords(locale: Locale, length_ms: number): string {
  const seconds = Math.round(Math.abs(length_ms) / 1000);
  const unit = (number: number, name: 'minute' | 'second') =>
    new Intl.NumberFormat(TAGS[locale], { style: 'unit', unit: name, unitDisplay: 'long' }).format(number);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (minutes === 0) return unit(rest, 'second');
  if (rest === 0) return unit(minutes, 'minute');
  const both = [unit(minutes, 'minute'), unit(rest, 'second')];
  return locale === 'en'
    ? both.join(' ')
    : new Intl.ListFormat(TAGS[locale], { type: 'conjunction' }).format(both);
}

/** A day's name for comparing, the same for all moments of one day in a zone. */
export const dayKey = byMinute(dayTold);

function dayTold(zone: string, at_ms: number): string {
  const {
    year,
    month,
    day: date,
  } = parts('en', zone, at_ms, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${year}-${month}-${date}`;
}

/** The city of an IANA zone, "Beirut"; UTC stays UTC. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** Whether the browser knows a zone by its name; what it shows of the host's is the server's word all the same. */
export function knowsZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** How far a zone's clocks are from UTC at a moment, "UTC+2" or "UTC+5:30". */
export function offsetOf(zone: string, at_ms: number): string {
  const [there, here] = [zone, 'UTC'].map((of) =>
    Date.parse(`${dayKey(of, at_ms)}T${timeOfDay(of, at_ms)}Z`),
  );
  const minutes = ((there ?? 0) - (here ?? 0)) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The reader's own time zone; none where the browser names none. */
export function ownZone(): string | null {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || null;
}

/** Whether two zones show the same time at a moment. One is always as the other: at the host's the server's word holds. */
export function agree(zone: string, other: string, at_ms: number): boolean {
  if (zone === other) return true;
  return dayKey(zone, at_ms) === dayKey(other, at_ms) && timeOfDay(zone, at_ms) === timeOfDay(other, at_ms);
}

/** A length of time as a clock shows it, "3:00" or "1:05:00"; its sign is the caller's. */
export function duration(length_ms: number): string {
  const seconds = Math.floor(Math.abs(length_ms) / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
