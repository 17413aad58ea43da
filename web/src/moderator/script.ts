/** What the moderator reads out with the next act, in whatever language. Pure; the words are Fluent's. */
import type { Wording } from '$protocol';
import { type Locale, tIn, wordedFor } from '../i18n/i18n.svelte.ts';
import { lengthInWords } from '../i18n/times.ts';
import type { Called } from '../panel/called.ts';
import type { MainAct } from './main_act.ts';

/** Whom a script can name. */
export interface Spoken {
  title: Wording;
  /** Who has the floor on stage now, if anybody has. */
  called: Called | null;
}

function thanks(language: Locale, { called }: Spoken): string[] {
  const { person } = called ?? {};
  if (!person || person.moderates) return [];
  return [tIn(language, 'script-stage-thank', { person: wordedFor(language, person.name) })];
}

/** The sentences of an act. Empty where there is nothing to read out. */
export function scriptOf(language: Locale, act: MainAct, spoken: Spoken): string {
  const said = (...sentences: string[]): string => [...thanks(language, spoken), ...sentences].join(' ');
  switch (act.kind) {
    case 'open':
      return tIn(language, 'script-open', { title: wordedFor(language, spoken.title) });
    case 'resume':
      return tIn(language, 'script-resume');
    case 'answer':
      return said(tIn(language, 'script-stage-answer', { person: wordedFor(language, act.person.name) }));
    case 'begin': {
      const { item, person } = act;
      if (person && !person.moderates)
        return said(
          tIn(language, 'script-stage-give', {
            person: wordedFor(language, person.name),
            function: wordedFor(language, person.function) || 'none',
            time: lengthInWords(language, item.planned_ms),
          }),
        );
      const title = wordedFor(language, item.title) || 'none';
      return said(tIn(language, 'script-stage-item', { kind: item.kind, title }));
    }
    case 'close':
      return said(tIn(language, 'script-stage-close'));
    case 'end_turn':
    case 'give_back':
    case 'point':
    case 'over':
    case 'cancelled':
      return '';
  }
}
