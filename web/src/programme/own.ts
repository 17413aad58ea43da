/** The programme as one's own lobby shows it: with what one is in each session. */
import type {
  AgendaItemView,
  ConferenceAnnouncementView,
  ConferenceView,
  Entity,
  Lobby,
  ParticipantView,
  ProgrammeSessionView,
  Role,
  ServerMessage,
} from '$protocol';
import { learnHost } from '../i18n/times.ts';
import { offer } from '../ui/language.ts';

/** A session of the programme, and one's own roles in it; none: one may not enter. */
export type OwnSession = ProgrammeSessionView & { roles: readonly Role[] };

/** The conference as one person's lobby shows it. */
export interface OwnProgramme {
  conference: ConferenceView;
  /** Who one is. */
  person: ParticipantView;
  /** IANA name of the host's time zone. */
  time_zone: string;
  /** In order of time. */
  sessions: readonly OwnSession[];
  /** Agenda items that go on over several sittings, by their ids. */
  items: readonly AgendaItemView[];
  /** What is announced to all at present. */
  announced: ConferenceAnnouncementView | null;
}

/** Puts together what a lobby holds; null while it is not all there. */
export function programmeOf(entities: Iterable<Entity>): OwnProgramme | null {
  let conference: ConferenceView | undefined;
  let person: ParticipantView | undefined;
  let announced: ConferenceAnnouncementView | null = null;
  const sessions: ProgrammeSessionView[] = [];
  const items: AgendaItemView[] = [];
  for (const entity of entities) {
    if (entity.type === 'conference') conference = entity;
    else if (entity.type === 'participant') person = entity;
    else if (entity.type === 'programme_session') sessions.push(entity);
    else if (entity.type === 'agenda_item') items.push(entity);
    else if (entity.type === 'conference_announcement') announced = entity;
  }
  if (!conference || !person) return null;
  const roles = new Map(person.sessions.map((one) => [one.session, one.roles]));
  const own = sessions.map((one) => ({ ...one, roles: roles.get(one.id) ?? [] }));
  own.sort((a, b) => a.starts_at_ms - b.starts_at_ms || (a.id < b.id ? -1 : 1));
  items.sort((a, b) => (a.id < b.id ? -1 : 1));
  const { time_zone } = conference;
  return { conference, person, time_zone, sessions: own, items, announced };
}

/** The card of whoever asked for the lobby. */
export function cardIn({ messages }: Lobby): ParticipantView | undefined {
  const entities = messages.flatMap((one) => (one.type === 'snapshot' ? one.entities : []));
  return entities.find((one) => one.type === 'participant');
}

/** Learns what is to be known before anybody shows a message of the lobby: the host's clock, and the conference's languages. */
export async function learnFrom(message: ServerMessage): Promise<void> {
  if (message.type === 'welcome') learnHost(message.host_clock);
  const told = message.type === 'snapshot' ? message.entities : message.type === 'changes' ? message.set : [];
  for (const entity of told) if (entity.type === 'conference') await offer(entity.languages);
}
