/** The words with which a summary begins: a draft made of the facts, in the manner of a summary record. It is no record until somebody saves it. */
import type { Language, Statement, Wording } from '$protocol';
import { isLocale, type Locale, loadWith, tIn, wordedFor } from '../i18n/i18n.svelte.ts';
import { timeInRecord } from '../i18n/times.ts';

/** What a draft is made of. */
export type Facts = Pick<Statement, 'kind' | 'seat' | 'speaker' | 'on_behalf_of' | 'reply_to'> & {
  at_ms: number;
};

/** Loads the words of drafts in the languages of a session, as far as the page is complete in them. */
export async function loadDraftWords(languages: readonly Language[]): Promise<void> {
  await Promise.all(languages.filter(isLocale).map((language) => loadWith(language, 'rapporteur')));
}

/** The draft of a summary in a language whose words are loaded; empty in a language that the page has no words in. */
export function draftWords(language: Language, facts: Facts, session: Wording, zone: string): string {
  return isLocale(language) ? stripped(wordsIn(language, facts, session, zone)) : '';
}

function wordsIn(locale: Locale, facts: Facts, session: Wording, zone: string): string {
  const { kind, seat, speaker, on_behalf_of, reply_to, at_ms } = facts;
  const country = wordedFor(locale, seat.name);
  const name = speaker && wordedFor(locale, speaker.name);
  const who = name ? tIn(locale, 'rapporteur-draft-speaker', { name, seat: country }) : country;
  const clauses = [
    ...(on_behalf_of ? [tIn(locale, 'rapporteur-draft-behalf', { group: on_behalf_of })] : []),
    ...(reply_to ? [tIn(locale, 'rapporteur-draft-reply', { seat: wordedFor(locale, reply_to.name) })] : []),
  ];
  return tIn(locale, 'rapporteur-draft', {
    kind,
    who,
    clauses: clauses.join(''),
    time: timeInRecord(locale, zone, at_ms),
    session: wordedFor(locale, session),
  });
}

/** What isolates parts of a line on screen has no place in a text that people go on writing. */
function stripped(text: string): string {
  return text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');
}
