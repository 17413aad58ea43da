/** The sessions of a day, all attended at once by the secretariat, and how the links of their people stand. */
import { SvelteMap } from 'svelte/reactivity';
import type { LinkStanding } from '$protocol';
import { readLinks } from '../api.ts';
import { dayKey } from '../i18n/times.ts';
import { Live } from '../live.svelte.ts';
import { daysOf, type ProgrammeDay } from '../programme/days.ts';
import type { OwnProgramme, OwnSession } from '../programme/own.ts';
import { type Standing, standingOf } from '../programme/schedule.ts';

/** How often it is asked how the links stand, in milliseconds. */
const LINKS_EVERY_MS = 10_000;

/** Sessions whose secretariat a person is, by days of the host. */
export function ownDays({
  time_zone,
  sessions,
}: Pick<OwnProgramme, 'time_zone' | 'sessions'>): ProgrammeDay<OwnSession>[] {
  return daysOf({ time_zone, sessions: sessions.filter(({ roles }) => roles.includes('secretariat')) });
}

/** The day to look after: the one with a session under way, else today's, else the next with something to come, else the last. */
export function dayInHand(
  days: readonly ProgrammeDay<OwnSession>[],
  zone: string,
  now_ms: number,
): string | null {
  const phases = (...wanted: Standing[]) =>
    days.find(({ sessions }) => sessions.some((one) => wanted.includes(standingOf(one))))?.key;
  const today = dayKey(zone, now_ms);
  const isToday = days.find(({ key }) => key === today)?.key;
  return phases('open', 'suspended') ?? isToday ?? phases('scheduled') ?? days.at(-1)?.key ?? null;
}

/** The time after all sessions of a day, of which there is at least one, and as long as the last of them. */
export function after(
  day: readonly Pick<OwnSession, 'starts_at_ms' | 'ends_at_ms'>[],
): Pick<OwnSession, 'starts_at_ms' | 'ends_at_ms'> {
  const starts_at_ms = Math.max(0, ...day.map(({ ends_at_ms }) => ends_at_ms));
  const last = day.at(-1);
  const length_ms = last ? last.ends_at_ms - last.starts_at_ms : 0;
  return { starts_at_ms, ends_at_ms: starts_at_ms + length_ms };
}

/** What of a day is followed while its page is open. */
export class DayWatch {
  /** The sessions attended, by their ids in order of time. Reactive. */
  readonly lives = new SvelteMap<string, Live>();
  readonly #link: string;
  readonly #links = new SvelteMap<string, LinkStanding>();
  #known = $state(false);
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(link: string) {
    this.#link = link;
    this.#timer = setInterval(this.#refresh, LINKS_EVERY_MS);
  }

  /** Attends these sessions and leaves all others. */
  attend(sessions: readonly string[]): void {
    for (const [id, live] of this.lives) {
      if (sessions.includes(id)) continue;
      live.leave();
      this.lives.delete(id);
    }
    for (const id of sessions) {
      if (!this.lives.has(id)) this.lives.set(id, new Live(this.#link, id, () => {}));
    }
    void this.readLinks();
  }

  /** How somebody's links stand: none in force, or when one was first opened. Undefined until it is known. Reactive. */
  standing(person: string): LinkStanding | null | undefined {
    return this.#links.get(person) ?? (this.#known ? null : undefined);
  }

  /** Asks how the links stand now. */
  async readLinks(): Promise<void> {
    const read = await Promise.all([...this.lives.keys()].map((session) => readLinks(this.#link, session)));
    const answered = read.flatMap((outcome) => (outcome.ok ? [outcome.value.links] : []));
    // What was not read stays as it was known.
    if (answered.length < read.length || read.length === 0) return;
    const now = new Map(answered.flat().map((one) => [one.person, one]));
    for (const person of this.#links.keys()) if (!now.has(person)) this.#links.delete(person);
    for (const [person, one] of now) this.#links.set(person, one);
    this.#known = true;
  }

  /** Leaves all. */
  stop(): void {
    clearInterval(this.#timer);
    for (const live of this.lives.values()) live.leave();
  }

  readonly #refresh = (): void => {
    if (document.visibilityState === 'visible') void this.readLinks();
  };
}
