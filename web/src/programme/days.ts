/** The programme by days of the host. */
import type { ProgrammeSessionView } from '$protocol';
import { dayKey } from '../i18n/times.ts';

/** A session as any programme lists it, whoever reads it. */
export type ProgrammeSession = Pick<
  ProgrammeSessionView,
  'id' | 'title' | 'kind' | 'starts_at_ms' | 'ends_at_ms' | 'objectives' | 'phase' | 'rescheduled'
>;

/** A day of the programme and its sessions in order of time. */
export interface ProgrammeDay<S extends ProgrammeSession> {
  /** Name of the day for comparing. */
  key: string;
  /** Its sessions; at least one. */
  sessions: S[];
}

/** Groups sessions, which the server gives in order of time, by the host's days. */
export function daysOf<S extends ProgrammeSession>(programme: {
  time_zone: string;
  sessions: readonly S[];
}): ProgrammeDay<S>[] {
  const days = new Map<string, S[]>();
  for (const session of programme.sessions) {
    const key = dayKey(programme.time_zone, session.starts_at_ms);
    days.set(key, [...(days.get(key) ?? []), session]);
  }
  return [...days].map(([key, sessions]) => ({ key, sessions }));
}
