/** Key messages as the desk holds them: whose they are, what they lack, and the fields with which they are gathered and changed. Pure. */
import type {
  Category,
  CoverageView,
  DelegationId,
  KeyMessageContent,
  KeyMessageView,
  Language,
  Principle,
  SaidIn,
  SessionId,
  Voice,
  Wording,
} from '$protocol';
import type { Told } from './statements.ts';

/** Longest texts of a key message, in characters, as the protocol names them. */
export const TEXT_MAX = 1_000;
export const PASSAGE_MAX = 1_000;
export const ORIGIN_MAX = 200;

/** The guiding principles of the Compact, in its order (A/RES/73/195, annex, paragraph 15). */
export const PRINCIPLES: readonly Principle[] = [
  'people_centred',
  'international_cooperation',
  'national_sovereignty',
  'rule_of_law',
  'sustainable_development',
  'human_rights',
  'gender_responsive',
  'child_sensitive',
  'whole_of_government',
  'whole_of_society',
];

/** The fields of the dialog. */
export type Fields = {
  texts: Record<string, string>;
  /** Empty where no delegation voiced it. */
  delegation: DelegationId | '';
  voice: Voice;
  origin: string;
  source: SaidIn | null;
  passage: string;
  objectives: number[];
  principles: Principle[];
  /** Version of the message that one began to change; null until one does. */
  begun: number | null;
};

/** The fields as a message stands. */
export function fieldsOf({ content }: KeyMessageView): Fields {
  const { voice, delegation, origin, source, passage, text, objectives, principles } = content;
  return {
    texts: { ...text },
    delegation: delegation ?? '',
    voice,
    origin,
    source,
    passage,
    objectives: [...objectives],
    principles: [...principles],
    begun: null,
  };
}

/** The fields of a new message: of a statement with its delegation and the passage that is selected, or of no statement. */
export function newFields(
  said: { session: SessionId; told: Pick<Told, 'turn' | 'seat'>; passage: string } | null,
): Fields {
  return {
    texts: {},
    delegation: said?.told.seat.delegation ?? '',
    voice: 'member_states',
    origin: '',
    source: said && { session: said.session, turn: said.told.turn },
    passage: (said?.passage ?? '').slice(0, PASSAGE_MAX),
    objectives: [],
    principles: [],
    begun: null,
  };
}

/** What the fields say; null while there is no text. */
export function contentOf(fields: Fields): KeyMessageContent | null {
  const given = Object.entries(fields.texts).map(([tag, text]) => [tag, text.trim()] as const);
  const text: Wording = Object.fromEntries(given.filter(([, one]) => one !== ''));
  if (Object.keys(text).length === 0) return null;
  return {
    voice: fields.voice,
    delegation: fields.delegation === '' ? null : fields.delegation,
    origin: fields.source === null ? fields.origin.trim() : '',
    source: fields.source && { ...fields.source },
    passage: fields.passage.trim(),
    text,
    objectives: fields.objectives.toSorted((a, b) => a - b),
    principles: PRINCIPLES.filter((one) => fields.principles.includes(one)),
  };
}

/** Whose message it is, by the category of the seat that voiced it. */
export function voiceOf(category: Category): Voice {
  return category === 'member_state' ? 'member_states' : 'stakeholders';
}

/** Languages of the conference that a message is not worded in. */
export function lacking(
  { text }: Pick<KeyMessageContent, 'text'>,
  languages: readonly Language[],
): Language[] {
  return languages.filter((language) => !text[language]);
}

/** The messages of a voice, in their order. */
export function ofVoice(messages: readonly KeyMessageView[], voice: Voice): KeyMessageView[] {
  return messages.filter(({ content }) => content.voice === voice);
}

/** Place among all of the message of the same voice that stands before or behind one; null where there is none. */
export function placeBeside(
  messages: readonly KeyMessageView[],
  message: KeyMessageView,
  step: -1 | 1,
): number | null {
  const own = ofVoice(messages, message.content.voice);
  const at = own.findIndex(({ id }) => id === message.id);
  return at < 0 ? null : (own[at + step]?.place ?? null);
}

/** A round table's objectives, under the title of its session. */
export interface Cluster {
  /** Which session; none for the objectives that no session names. */
  session: SessionId | null;
  title: Wording;
  objectives: CoverageView[];
}

/** The objectives by the sessions that have them on their programme, each once, and at the end those that none has. */
export function clustersOf(
  objectives: readonly CoverageView[],
  sessions: readonly { id: SessionId; title: Wording; objectives: readonly number[] }[],
): Cluster[] {
  const placed = new Set<number>();
  const clusters: Cluster[] = [];
  for (const { id, title, objectives: numbers } of sessions) {
    const own = objectives.filter(({ number }) => numbers.includes(number) && !placed.has(number));
    for (const { number } of own) placed.add(number);
    if (own.length > 0) clusters.push({ session: id, title, objectives: own });
  }
  const others = objectives.filter(({ number }) => !placed.has(number));
  return others.length === 0 ? clusters : [...clusters, { session: null, title: {}, objectives: others }];
}

/** Whether no message bears on an objective. */
export function isSilentOn({ member_states, stakeholders }: CoverageView): boolean {
  return member_states + stakeholders === 0;
}
