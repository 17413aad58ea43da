/** The programme as one's own lobby shows it: with what one is in each session. */
import type {
  AgendaItemView,
  ConferenceAnnouncementView,
  ConferenceView,
  DocumentView,
  Entity,
  HeldDocumentView,
  IssuedMessageView,
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
  /** Documents that one may read, in their order. */
  documents: readonly OwnDocument[];
  /** Whether there is an outcome document to be read or written. */
  outcome: boolean;
  /** Key messages that were issued, by their numbers among those of their voice. */
  issued: readonly IssuedMessageView[];
}

/** A document; with when all read it, where all do not yet. */
export type OwnDocument = Omit<DocumentView, 'public'> &
  Partial<Pick<DocumentView, 'public'> & Pick<HeldDocumentView, 'release'>>;

/** Puts together what a lobby holds; null while it is not all there. */
export function programmeOf(entities: Iterable<Entity>): OwnProgramme | null {
  let conference: ConferenceView | undefined;
  let person: ParticipantView | undefined;
  let announced: ConferenceAnnouncementView | null = null;
  const sessions: ProgrammeSessionView[] = [];
  const items: AgendaItemView[] = [];
  const documents: OwnDocument[] = [];
  let outcome = false;
  const issued: IssuedMessageView[] = [];
  for (const entity of entities) {
    if (entity.type === 'conference') conference = entity;
    else if (entity.type === 'participant') person = entity;
    else if (entity.type === 'programme_session') sessions.push(entity);
    else if (entity.type === 'agenda_item') items.push(entity);
    else if (entity.type === 'conference_announcement') announced = entity;
    else if (entity.type === 'document' || entity.type === 'held_document') documents.push(entity);
    else if (entity.type === 'outcome' || entity.type === 'shown_outcome') outcome = true;
    else if (entity.type === 'issued_message') issued.push(entity);
  }
  if (!conference || !person) return null;
  const roles = new Map(person.sessions.map((one) => [one.session, one.roles]));
  const own = sessions.map((one) => ({ ...one, roles: roles.get(one.id) ?? [] }));
  own.sort((a, b) => a.starts_at_ms - b.starts_at_ms || (a.id < b.id ? -1 : 1));
  items.sort((a, b) => (a.id < b.id ? -1 : 1));
  documents.sort((a, b) => a.place - b.place);
  issued.sort((a, b) => a.number - b.number);
  const { time_zone } = conference;
  return { conference, person, time_zone, sessions: own, items, announced, documents, outcome, issued };
}

/** Whether one is of the secretariat of every session: whoever is speaks to the whole conference. */
export function servesAll({ sessions }: Pick<OwnProgramme, 'sessions'>): boolean {
  return sessions.length > 0 && sessions.every(({ roles }) => roles.includes('secretariat'));
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
