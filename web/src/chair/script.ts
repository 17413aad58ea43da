/** What the chair reads out at the moment: sentences by the state of the meeting, in whatever language. Pure; the words are Fluent's. */
import type {
  Category,
  DelegationView,
  Gender,
  ListView,
  MotionView,
  RequestView,
  Ruling,
  SpeakerView,
  StageView,
  Wording,
} from '$protocol';
import { type Locale, tIn, wordedFor } from '../i18n/i18n.svelte.ts';
import type { MainAct } from './main_button.ts';

/** Somebody who is addressed: a delegation, and who speaks for it where that is known. */
export interface Addressed {
  delegation: DelegationView | undefined;
  speaker: SpeakerView | null;
  gender: Gender | null;
}

/** One sentence: a message of Fluent, and whom or what it is about. */
export type Sentence =
  | { key: 'script-open'; title: Wording }
  | {
      key:
        | 'script-resume'
        | 'script-rule'
        | 'script-nobody'
        | 'script-close-list'
        | 'script-suspend'
        | 'script-adjourn'
        | 'script-panel';
    }
  | {
      key:
        | 'script-give'
        | 'script-reply'
        | 'script-wait'
        | 'script-thank'
        | 'script-give-back'
        | 'script-recognise'
        | 'script-point-thank'
        | 'script-appeal'
        | 'script-play';
      who: Addressed;
    }
  | { key: 'script-motion-moved'; who: Addressed; motion: MotionView }
  | {
      key: 'script-motion-proposed' | 'script-motion-debate' | 'script-motion-vote' | 'script-motion-consent';
      motion: MotionView;
    }
  | { key: 'script-take-up'; list: ListView }
  | { key: 'script-ruling'; ruling: Ruling }
  | { key: 'script-panellist'; name: Wording; function: Wording };

/** Whom a script can name. */
export interface Names {
  /** Who speaks for a delegation: whoever is named, where one is. */
  of: (delegation: string, speaker: SpeakerView | null) => Addressed;
  title: Wording;
  /** Whether a request is one of a right of reply. */
  replies: (request: RequestView) => boolean;
  /** Who is heard on a point of order. */
  heard: SpeakerView | null;
  /** Whether a motion is debated and voted on. */
  votes: boolean;
}

/** What is read out with the chair's next act. */
export function scriptOf(act: MainAct, names: Names): Sentence[] {
  switch (act.kind) {
    case 'open_session':
      return [{ key: 'script-open', title: names.title }];
    case 'resume_session':
      return [{ key: 'script-resume' }];
    case 'give_floor':
      return [...thanks(act.after, names), given(act.request, names)];
    case 'end_statement':
      return [...thanks(act.turn, names), ...(act.absent ? [] : [{ key: 'script-nobody' } as const])];
    case 'wait':
      return [{ key: 'script-wait', who: names.of(act.request.delegation, null) }];
    case 'take_up_list':
      return [{ key: 'script-take-up', list: act.list }];
    case 'close_session':
      return [{ key: 'script-nobody' }];
    case 'recognise':
      return [{ key: 'script-recognise', who: names.of(act.point.delegation, null) }];
    case 'rule':
      return [
        { key: 'script-point-thank', who: names.of(act.point.delegation, names.heard) },
        { key: 'script-rule' },
      ];
    case 'decide_appeal': {
      const { appeal, delegation } = act.point;
      return [{ key: 'script-appeal', who: names.of(appeal?.delegation ?? delegation, null) }];
    }
    case 'give_back':
      return [{ key: 'script-give-back', who: names.of(act.turn.delegation, act.turn.speaker) }];
    case 'end_turn':
      return thanks(act.turn, names);
    case 'take_up':
      return [moved(act.motion, names), ...(names.votes ? [debated(act.motion)] : [])];
    case 'vote':
      return [{ key: 'script-motion-vote', motion: act.motion }];
    case 'consent':
      return [moved(act.motion, names), { key: 'script-motion-consent', motion: act.motion }];
    case 'session_closed':
    case 'session_cancelled':
      return [];
  }
}

/** The sentence that gives a request the floor: a right of reply has its own. */
export function given(request: RequestView, names: Names): Sentence {
  const who = names.of(request.delegation, request.speaker);
  return { key: names.replies(request) ? 'script-reply' : 'script-give', who };
}

/** What follows a ruling: the floor goes back to whoever keeps it. */
export function afterRuling(act: MainAct, names: Names): Sentence[] {
  if (act.kind !== 'rule' || !act.turn) return [];
  return [{ key: 'script-give-back', who: names.of(act.turn.delegation, act.turn.speaker) }];
}

/** What is read out where the recording of the next is played rather than the floor given; none where that is not to be done. */
export function playScript(act: MainAct, names: Names): Sentence[] {
  if (act.kind !== 'give_floor' && act.kind !== 'wait') return [];
  const { delegation } = names.of(act.request.delegation, null);
  // Of the delegation: whoever speaks in it is not in the room.
  const heard: Sentence = { key: 'script-play', who: { delegation, speaker: null, gender: null } };
  return [...thanks(act.kind === 'give_floor' ? act.after : null, names), heard];
}

/** What is read out with each ruling that the chair may give. */
export const rulingScript = (ruling: Ruling): Sentence[] => [{ key: 'script-ruling', ruling }];

function thanks(turn: { delegation: string; speaker: SpeakerView | null } | null, names: Names): Sentence[] {
  return turn ? [{ key: 'script-thank', who: names.of(turn.delegation, turn.speaker) }] : [];
}

function moved(motion: MotionView, names: Names): Sentence {
  if (motion.delegation === null) return { key: 'script-motion-proposed', motion };
  return { key: 'script-motion-moved', who: names.of(motion.delegation, null), motion };
}

const debated = (motion: MotionView): Sentence => ({ key: 'script-motion-debate', motion });

/** Lines that no act of the main button stands for. */
export function otherLines(open: boolean, stage: StageView | undefined): Sentence[][] {
  const panel: Sentence[] = (stage?.people ?? []).map(({ name, function: of }) => ({
    key: 'script-panellist',
    name,
    function: of,
  }));
  const lines: Sentence[][] = [
    [{ key: 'script-close-list' }],
    [{ key: 'script-suspend' }],
    [{ key: 'script-adjourn' }],
  ];
  return [
    ...(panel.length > 0 ? [[{ key: 'script-panel' } as Sentence, ...panel]] : []),
    ...(open ? lines : []),
  ];
}

/** Sentences in a language, whose script must have been loaded. */
export function read(locale: Locale, sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => readOne(locale, sentence)).join(' ');
}

function readOne(locale: Locale, sentence: Sentence): string {
  switch (sentence.key) {
    case 'script-open':
      return tIn(locale, sentence.key, { title: wordedFor(locale, sentence.title) });
    case 'script-give':
    case 'script-reply':
    case 'script-wait':
    case 'script-thank':
    case 'script-give-back':
    case 'script-recognise':
    case 'script-point-thank':
    case 'script-appeal':
    case 'script-play':
      return tIn(locale, sentence.key, forms(locale, sentence.who));
    case 'script-motion-moved':
      return tIn(locale, sentence.key, { ...forms(locale, sentence.who), motion: sentence.motion.kind });
    case 'script-motion-proposed':
    case 'script-motion-debate':
    case 'script-motion-vote':
    case 'script-motion-consent':
      return tIn(locale, sentence.key, { motion: sentence.motion.kind });
    case 'script-take-up':
      return tIn(locale, sentence.key, {
        kind: sentence.list.kind,
        list: wordedFor(locale, sentence.list.name),
      });
    case 'script-ruling':
      return tIn(locale, sentence.key, { ruling: sentence.ruling });
    case 'script-panellist':
      return tIn(locale, sentence.key, {
        person: wordedFor(locale, sentence.name),
        function: wordedFor(locale, sentence.function) || 'none',
      });
    default:
      return tIn(locale, sentence.key);
  }
}

/** How somebody is addressed. The name of a person, with their courtesy title, is as the conference gives it. */
function forms(locale: Locale, { delegation, speaker, gender }: Addressed) {
  const name = delegation ? wordedFor(locale, delegation.formal) : '';
  return {
    kind: delegation ? kindOf(delegation.category) : 'organisation',
    gender: gender ?? 'other',
    // Where a language joins the name to the word before, it comes joined.
    name: locale === 'fr' ? ofFrench(name) : name,
    plain: name,
    person: (speaker && wordedFor(locale, speaker.name)) || 'none',
  };
}

function kindOf(category: Category): 'state' | 'observer_state' | 'organisation' {
  if (category === 'member_state') return 'state';
  return category === 'observer_state' ? 'observer_state' : 'organisation';
}

/** A French name after "de", which runs together with its article. */
export function ofFrench(name: string): string {
  if (/^le /i.test(name)) return `du ${name.slice(3)}`;
  if (/^les /i.test(name)) return `des ${name.slice(4)}`;
  if (/^(la |l[’'])/i.test(name)) return `de ${name}`;
  return /^[aeiouyàâéèêëîïôûh]/i.test(name) ? `d’${name}` : `de ${name}`;
}
