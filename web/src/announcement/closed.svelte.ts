/** Which announcements a reader has closed, of the session's desk and of the conference. */
import type { AnnouncementView } from '$protocol';
import { recall, remember } from '../preferences.ts';

/** What of an announcement tells whether it is closed. */
type Closable = Pick<AnnouncementView, 'id' | 'of_conference'>;

/** The announcements that the reader of a page has closed. One that another takes the place of is forgotten. */
export class ClosedAnnouncements {
  readonly #link: string;
  /** By where it is remembered: what was announced to the conference is closed in the lobby and in every session at once. */
  readonly #session: string | null;
  #byDesk = $state<string | null>(null);
  #ofConference = $state<string | null>(null);

  /** `session` is null in the lobby. */
  constructor(link: string, session: string | null) {
    this.#link = link;
    this.#session = session;
    this.#ofConference = recall(this.#name(true), link);
    if (session !== null) this.#byDesk = recall(this.#name(false), link);
  }

  #name(ofConference: boolean): string {
    return ofConference ? 'announcement-closed' : `announcement-closed.${this.#session}`;
  }

  /** Reactive. */
  has({ id, of_conference = false }: Closable): boolean {
    return id === (of_conference ? this.#ofConference : this.#byDesk);
  }

  close({ id, of_conference = false }: Closable): void {
    if (of_conference) this.#ofConference = id;
    else this.#byDesk = id;
    remember(this.#name(of_conference), id, this.#link);
  }
}
