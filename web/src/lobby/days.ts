/** The programme by days of the host. */
import type { Lobby, LobbySession } from '$protocol';
import { dayKey } from '../i18n/times.ts';

/** A day of the programme and its sessions in order of time. */
export interface ProgrammeDay {
  /** Name of the day for comparing. */
  key: string;
  /** Its sessions; at least one. */
  sessions: LobbySession[];
}

/** Groups the sessions, which the server gives in order of time, by the host's days. */
export function daysOf(lobby: Lobby): ProgrammeDay[] {
  const days = new Map<string, LobbySession[]>();
  for (const session of lobby.sessions) {
    const key = dayKey(lobby.time_zone, session.starts_at_ms);
    days.set(key, [...(days.get(key) ?? []), session]);
  }
  return [...days].map(([key, sessions]) => ({ key, sessions }));
}
