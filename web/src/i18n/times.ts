/** Dates and times as meetings write them: the host's time, UTC, and the reader's own. */
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

/** Whether the browser knows an IANA time zone. */
function knows(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(tag: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${JSON.stringify(options)}`;
  const made =
    formats.get(key) ??
    new Intl.DateTimeFormat(tag, {
      calendar: 'gregory',
      numberingSystem: 'latn',
      timeZone: knows(zone) ? zone : 'UTC',
      ...options,
    });
  formats.set(key, made);
  return made;
}

function parts(tag: string, zone: string, at_ms: number, options: Intl.DateTimeFormatOptions): Parts {
  const all = format(tag, zone, options).formatToParts(at_ms);
  return Object.fromEntries(all.map((part) => [part.type, part.value]));
}

/** A moment's day in a zone, "Wednesday 24 February 2021"; in Arabic with both names of the month. */
export function day(locale: Locale, zone: string, at_ms: number): string {
  const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const { weekday, day: date, month, year } = parts(TAGS[locale], zone, at_ms, long);
  if (locale !== 'ar') return `${weekday} ${date} ${month} ${year}`;
  const number = Number(parts('en', zone, at_ms, { month: 'numeric' }).month);
  return `${weekday} ${date} ${LEVANTINE_MONTHS[number - 1] ?? ''}/${month} ${year}`;
}

const MINUTES_MAX = 500;

/** Keeps what is told of a minute in a zone: a room of messages, or a clock, asks for the same few hundreds of times. */
function byMinute(tell: (zone: string, at_ms: number) => string): (zone: string, at_ms: number) => string {
  const minutes = new Map<string, string>();
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

/** The reader's own time zone. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

/** Whether two zones show the same time at a moment. */
export function agree(zone: string, other: string, at_ms: number): boolean {
  return dayKey(zone, at_ms) === dayKey(other, at_ms) && timeOfDay(zone, at_ms) === timeOfDay(other, at_ms);
}

/** A length of time as a clock shows it, "3:00" or "1:05:00"; its sign is the caller's. */
export function duration(length_ms: number): string {
  const seconds = Math.floor(Math.abs(length_ms) / 1000);
  const two = (number: number) => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
