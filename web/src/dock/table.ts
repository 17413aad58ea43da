/**
 * The dock in every state, as one table: what its microphone says, both lines of its main button, how that looks, what stands
 * in the third place, and what a press does. A function of what the server says and of how one's own microphone stands.
 */
import type {
  DelegationId,
  ExpectationView,
  HearingView,
  ListId,
  ListKind,
  Phase,
  StandingView,
  TurnId,
  TurnView,
} from '$protocol';
import { type Clocked, remaining, wholeSeconds } from '../clock.svelte.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { duration } from '../i18n/times.ts';
import type { IconName } from '../ui/Icon.svelte';
import type { State as MicrophoneState } from './microphone_face.ts';

/** The states of the dock. Those of the floor are one's own delegation's. */
export type State =
  | 'may_ask'
  | 'declined'
  | 'sending'
  | 'inscribed'
  | 'on_one_list'
  | 'on_two_lists'
  | 'next'
  | 'floor_closed'
  | 'floor_no_sound'
  | 'floor_closed_by_chair'
  | 'floor_muted'
  | 'floor_heard'
  | 'last_seconds'
  | 'over_time'
  | 'played'
  | 'halted_by_point'
  | 'technical_stop'
  | 'point_waits'
  | 'point_heard'
  | 'list_closed'
  | 'list_not_open'
  | 'line_lost'
  | 'suspended'
  | 'carried_over'
  | 'went_on'
  | 'list_elsewhere'
  | 'closed'
  | 'observer'
  | 'audience';

/** How the main button looks: brass asks to be pressed, dashed cannot be. */
export type Look = 'brass' | 'dashed' | 'navy' | 'ivory' | 'white' | 'white_ring' | 'pale';

/** What a press of the main button does. It never withdraws anything. */
export type Press =
  | { do: 'ask'; list: ListId }
  /** Shows one's own requests. */
  | { do: 'requests' }
  | { do: 'open_microphone' }
  | { do: 'unmute' }
  | { do: 'check_sound' }
  | { do: 'finish'; turn: TurnId }
  /** Writes to the Chair. */
  | { do: 'write' }
  | { do: 'read_record' }
  | { do: 'ask_panel' }
  | null;

/** What stands beside the channel. */
export type Third =
  | 'point_of_order'
  | 'appeal'
  | 'finish'
  | 'statement'
  | 'withdraw_point'
  | 'sound'
  | 'questions';

/** What the microphone says. */
export type MicrophoneWord = 'ready' | 'ask' | 'check' | 'closed' | 'muted' | 'live';

/** One of one's own delegation's lists. */
export interface Wanted {
  list: ListId;
  kind: ListKind;
  /** What the list is called in short. */
  name: string;
  standing: StandingView;
}

/** What the dock is drawn from. */
export interface Given {
  phase: Phase;
  /** Whether the line is live. */
  connected: boolean;
  /** Whether something that was pressed has not been answered and shown. */
  sending: boolean;
  /** The server's clock. */
  now_ms: number;
  /** Whether one may ask for the floor at all. */
  speaks: boolean;
  /** Whether one may write in the chat. */
  takes_part: boolean;
  own: DelegationId | null;
  /** How one's own delegation stands on each list, in the order of the lists. */
  lists: readonly Wanted[];
  turn: TurnView | null;
  hearing: HearingView | null;
  /** One's own delegation's point of order that is not dealt with. */
  point: 'raised' | 'heard' | null;
  may_raise: boolean;
  may_appeal: boolean;
  /** One's own microphone; null for those who are never heard. */
  microphone: MicrophoneState | null;
  /** Whether somebody else of one's own delegation is heard. */
  other_heard: boolean;
  /** Whether one's own request has a text or may have one: the statement. */
  has_statement: boolean;
  /** A panel that takes questions: how many of one's own wait. */
  panel: { waiting: number } | null;
  /** How many wait on the first list, and when the last of them may be heard. */
  queue: { waiting: number; last: ExpectationView | null };
  /** When a suspended meeting goes on, as the host's time of day; empty where nobody has said. */
  resumes: string;
}

/** What the dock shows. */
export interface Dock {
  state: State;
  microphone: MicrophoneWord | null;
  first: string;
  second: string;
  look: Look;
  icon: IconName;
  /** What is there, and whether it can be pressed. */
  third: { what: Third; enabled: boolean };
  press: Press;
}

interface Row {
  look: Look;
  icon: IconName;
  first: (given: Given) => string;
  second: (given: Given) => string;
  third?: Third;
  press?: (given: Given) => Press;
}

const REQUESTS = (): Press => ({ do: 'requests' });
const ASK = ({ lists }: Given): Press => {
  const open = lists.find(({ standing }) => standing.state === 'may_ask');
  return open ? { do: 'ask', list: open.list } : null;
};
const FINISH = ({ turn }: Given): Press => (turn ? { do: 'finish', turn: turn.id } : null);
const left = (of: Clocked | null, now_ms: number): string =>
  of ? duration(Math.abs(wholeSeconds(remaining(of, now_ms))) * 1000) : '';

const TABLE: Record<State, Row> = {
  may_ask: {
    look: 'brass',
    icon: 'hand',
    first: () => t('floor-ask'),
    second: (given) => queueWords(given),
    press: ASK,
  },
  declined: {
    look: 'brass',
    icon: 'hand',
    first: () => t('floor-ask-again'),
    second: () => t('floor-declined-short'),
    press: ASK,
  },
  sending: {
    look: 'dashed',
    icon: 'clock',
    first: () => t('floor-sending'),
    second: () => t('floor-sending-detail'),
  },
  inscribed: {
    look: 'navy',
    icon: 'hand',
    first: (given) => t('floor-inscribed-on', { list: waiting(given)[0]?.name ?? '' }),
    second: (given) => otherWords(given) || t('floor-inscribed-detail'),
    press: REQUESTS,
  },
  on_one_list: {
    look: 'navy',
    icon: 'hand',
    first: (given) => placeWords(waiting(given)[0]),
    second: (given) => expectedWords(waiting(given)[0], given.now_ms),
    press: REQUESTS,
  },
  on_two_lists: {
    look: 'navy',
    icon: 'hand',
    first: (given) => placeAndTimeWords(waiting(given)[0], given.now_ms),
    second: (given) => otherWords(given),
    press: REQUESTS,
  },
  next: {
    look: 'ivory',
    icon: 'hand',
    first: () => t('floor-standing-by'),
    second: (given) => otherWords(given) || t('floor-standing-by-wait'),
    press: REQUESTS,
  },
  floor_closed: {
    look: 'brass',
    icon: 'microphoneOff',
    first: () => t('floor-open-microphone'),
    second: () => t('floor-nobody-hears-yet'),
    third: 'finish',
    press: () => ({ do: 'open_microphone' }),
  },
  floor_no_sound: {
    look: 'brass',
    icon: 'warning',
    first: () => t('floor-nobody-hears'),
    second: () => t('floor-no-sound'),
    third: 'finish',
    press: () => ({ do: 'check_sound' }),
  },
  floor_closed_by_chair: {
    look: 'dashed',
    icon: 'microphoneOff',
    first: () => t('floor-nobody-hears'),
    second: () => t('floor-closed-by-chair'),
    third: 'finish',
  },
  floor_muted: {
    look: 'brass',
    icon: 'microphoneOff',
    first: () => t('floor-muted'),
    second: () => t('floor-muted-detail'),
    third: 'finish',
    press: () => ({ do: 'unmute' }),
  },
  floor_heard: {
    look: 'white',
    icon: 'hand',
    first: () => t('floor-speaking'),
    second: () => t('floor-finish-hint'),
    third: 'statement',
    press: FINISH,
  },
  last_seconds: {
    look: 'white_ring',
    icon: 'hand',
    first: ({ turn, now_ms }) => t('floor-last-seconds', { time: left(turn, now_ms) }),
    second: () => t('floor-finish-hint'),
    third: 'statement',
    press: FINISH,
  },
  over_time: {
    look: 'pale',
    icon: 'hand',
    first: ({ turn, now_ms }) => t('floor-over-time', { time: `+${left(turn, now_ms)}` }),
    second: () => t('floor-finish-hint'),
    third: 'statement',
    press: FINISH,
  },
  played: {
    look: 'navy',
    icon: 'sound',
    first: () => t('floor-played'),
    second: () => t('floor-played-detail'),
    third: 'finish',
    press: () => ({ do: 'write' }),
  },
  halted_by_point: {
    look: 'navy',
    icon: 'pause',
    first: () => t('floor-halted'),
    second: ({ turn, now_ms }) => t('floor-halted-detail', { time: left(turn, now_ms) }),
    third: 'statement',
  },
  technical_stop: {
    look: 'navy',
    icon: 'pause',
    first: () => t('floor-halted'),
    second: () => t('floor-technical'),
    third: 'statement',
  },
  point_waits: {
    look: 'ivory',
    icon: 'flag',
    first: () => t('floor-point-raised'),
    second: () => t('floor-point-told'),
    third: 'withdraw_point',
  },
  point_heard: {
    look: 'white',
    icon: 'flag',
    first: () => t('floor-point-heard'),
    second: ({ hearing, now_ms }) => t('floor-point-left', { time: left(hearing, now_ms) }),
    third: 'withdraw_point',
  },
  list_closed: {
    look: 'dashed',
    icon: 'lock',
    first: () => t('floor-list-closed'),
    second: () => t('floor-list-closed-detail'),
  },
  list_not_open: {
    look: 'dashed',
    icon: 'lock',
    first: () => t('floor-list-not-open'),
    second: () => t('floor-list-closed-detail'),
  },
  line_lost: {
    look: 'dashed',
    icon: 'lineLost',
    first: () => t('floor-reconnecting'),
    second: (given) => keptWords(given),
  },
  suspended: {
    look: 'navy',
    icon: 'pause',
    first: (given) => {
      const nearest = waiting(given)[0];
      const halted = given.lists.some(({ standing }) => standing.state === 'suspended');
      return nearest && !halted ? t('floor-kept', { place: placeWords(nearest) }) : t('floor-halted');
    },
    second: ({ resumes }) => (resumes ? t('floor-resumes', { time: resumes }) : t('floor-suspended')),
    press: (given) => (waiting(given).length > 0 ? { do: 'requests' } : null),
  },
  carried_over: {
    look: 'navy',
    icon: 'hand',
    first: () => t('floor-carried-over'),
    second: (given) => t('floor-carried-over-detail', { place: waiting(given)[0]?.standing.place ?? 1 }),
    press: REQUESTS,
  },
  went_on: {
    look: 'navy',
    icon: 'hand',
    first: () => t('floor-carried-over'),
    second: () => t('floor-went-on-detail'),
  },
  list_elsewhere: {
    look: 'dashed',
    icon: 'lock',
    first: () => t('floor-list-elsewhere'),
    second: () => t('floor-list-elsewhere-detail'),
  },
  closed: {
    look: 'navy',
    icon: 'text',
    first: () => t('floor-session-closed'),
    second: () => t('floor-read-record'),
    third: 'sound',
    press: () => ({ do: 'read_record' }),
  },
  observer: {
    look: 'dashed',
    icon: 'info',
    first: () => t('dock-follows'),
    second: ({ takes_part }) => (takes_part ? t('dock-no-floor') : t('dock-read-only')),
    third: 'sound',
  },
  audience: {
    look: 'brass',
    icon: 'ask',
    first: () => t('dock-ask-panel'),
    second: ({ panel }) => t('dock-own-questions', { count: panel?.waiting ?? 0 }),
    third: 'questions',
    press: () => ({ do: 'ask_panel' }),
  },
};

/** The dock as it is drawn. Reactive: it is worded in the language shown. */
export function dockOf(given: Given): Dock {
  const state = stateOf(given);
  const { look, icon, first, second, third = thirdOf(given), press } = TABLE[state];
  return {
    state,
    microphone: wordOf(state, given.microphone),
    first: first(given),
    second: second(given),
    look,
    icon,
    third: { what: third, enabled: isEnabled(third, given) },
    press: press?.(given) ?? null,
  };
}

/** Requests of one's own that wait, the nearest first. */
export function waiting({ lists }: Pick<Given, 'lists'>): Wanted[] {
  const RANK: Partial<Record<StandingView['state'], number>> = {
    stand_by: 0,
    on_list: 1,
    carried_over: 1,
    inscribed: 2,
  };
  const rank = ({ standing }: Wanted): number => RANK[standing.state] ?? 9;
  const at = ({ standing }: Wanted): number => standing.expected?.earliest_ms ?? Number.POSITIVE_INFINITY;
  return lists
    .filter((one) => rank(one) < 9)
    .toSorted((a, b) => rank(a) - rank(b) || (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** Which row of the table holds. What is said first wins over what is said later. */
export function stateOf(given: Given): State {
  const { phase, lists, turn, point } = given;
  const stands = (state: StandingView['state']): boolean =>
    lists.some(({ standing }) => standing.state === state);
  if (!given.connected) return 'line_lost';
  if (given.speaks && stands('carried_over')) return 'carried_over';
  if (phase === 'closed') return given.speaks && stands('went_on') ? 'went_on' : 'closed';
  if (!given.speaks) return given.panel ? 'audience' : 'observer';
  if (given.sending) return 'sending';
  if (point === 'heard')
    return floorState(given, given.hearing) === 'floor_heard'
      ? 'point_heard'
      : floorState(given, given.hearing);
  if (point === 'raised') return 'point_waits';
  if (stands('on_floor')) return turn?.prerecorded_ms === undefined ? floorState(given, turn) : 'played';
  if (stands('suspended')) {
    if (phase === 'suspended') return 'suspended';
    return turn?.halts.includes('technical') && !turn.halts.includes('point_of_order')
      ? 'technical_stop'
      : 'halted_by_point';
  }
  const [nearest, ...others] = waiting(given);
  if (nearest && phase === 'suspended') return 'suspended';
  if (nearest?.standing.state === 'stand_by') return 'next';
  if (nearest?.standing.state === 'inscribed') return 'inscribed';
  if (nearest) return others.length > 0 ? 'on_two_lists' : 'on_one_list';
  return askingState(given);
}

function askingState({ lists, panel, phase }: Given): State {
  const open = lists.find(({ standing }) => standing.state === 'may_ask');
  if (open && open.list === lists[0]?.list)
    return open.standing.last?.state === 'declined' ? 'declined' : 'may_ask';
  if (lists.some(({ standing }) => standing.state === 'went_on')) return 'went_on';
  if (panel) return 'audience';
  if (lists[0]?.standing.state === 'elsewhere') return 'list_elsewhere';
  return phase === 'scheduled' ? 'list_not_open' : 'list_closed';
}

/** One has the floor: whether one is heard, and how much time is left. */
function floorState(
  { microphone, other_heard, now_ms }: Given,
  of: (Clocked & { amber_ms: number }) | null,
): State {
  switch (microphone) {
    case 'open':
    case 'on_air':
      break;
    case 'muted':
      return 'floor_muted';
    case 'silent':
    case 'unheard':
      return 'floor_no_sound';
    case 'closed_by_chair':
      return 'floor_closed_by_chair';
    case null:
      break;
    default:
      if (!other_heard) return 'floor_closed';
  }
  if (of === null) return 'floor_heard';
  const left_ms = remaining(of, now_ms);
  if (left_ms <= 0) return 'over_time';
  return left_ms <= of.amber_ms ? 'last_seconds' : 'floor_heard';
}

/** One word for the microphone. */
function wordOf(state: State, microphone: MicrophoneState | null): MicrophoneWord | null {
  if (microphone === null || state === 'closed') return null;
  if (state === 'line_lost') return 'closed';
  switch (microphone) {
    case 'open':
    case 'on_air':
      return 'live';
    case 'muted':
    case 'muted_ahead':
      return 'muted';
    case 'ready':
      return 'ready';
    case 'not_agreed':
      return state === 'floor_closed' ? 'closed' : 'ask';
    case 'not_ready':
      return state === 'floor_closed' ? 'closed' : 'check';
    case 'silent':
    case 'unheard':
      return state === 'floor_no_sound' ? 'closed' : 'check';
    case 'closed_by_chair':
    case 'take_turn':
    case 'may_open':
      return 'closed';
  }
}

function thirdOf({ may_appeal, speaks, panel }: Given): Third {
  if (!speaks) return panel ? 'questions' : 'sound';
  return may_appeal ? 'appeal' : 'point_of_order';
}

function isEnabled(third: Third, given: Given): boolean {
  switch (third) {
    case 'point_of_order':
      return given.connected && given.may_raise;
    case 'statement':
      return given.has_statement;
    case 'sound':
      return given.phase !== 'closed';
    case 'questions':
      return true;
    case 'appeal':
    case 'finish':
    case 'withdraw_point':
      return given.connected;
  }
}

const MINUTE_MS = 60_000;

/** Minutes until a request may be heard, as `3–5`; empty where the server gives no range. */
function minutes(expected: ExpectationView | null, now_ms: number): string {
  if (!expected) return '';
  const from = Math.max(0, Math.floor((expected.earliest_ms - now_ms) / MINUTE_MS));
  const to = Math.max(1, Math.ceil((expected.latest_ms - now_ms) / MINUTE_MS));
  return from === to ? String(to) : `${from}–${to}`;
}

function placeWords(wanted: Wanted | undefined): string {
  if (!wanted) return '';
  const { name, standing } = wanted;
  if (standing.state === 'inscribed') return t('floor-inscribed-on', { list: name });
  return t('floor-listed', { list: name, place: standing.place ?? 1 });
}

function placeAndTimeWords(wanted: Wanted | undefined, now_ms: number): string {
  const range = minutes(wanted?.standing.expected ?? null, now_ms);
  if (!wanted || range === '') return placeWords(wanted);
  return t('floor-listed-in', { list: wanted.name, place: wanted.standing.place ?? 1, range });
}

function expectedWords(wanted: Wanted | undefined, now_ms: number): string {
  const range = minutes(wanted?.standing.expected ?? null, now_ms);
  return range === '' ? t('floor-listed-wait') : t('floor-listed-detail', { range });
}

function otherWords(given: Given): string {
  return placeWords(waiting(given)[1]);
}

function queueWords({ queue, now_ms, lists }: Given): string {
  if (lists[0]?.standing.last?.state === 'lapsed') return t('floor-lapsed');
  if (queue.waiting === 0) return t('floor-nobody-waits');
  const latest_ms = queue.last?.latest_ms;
  if (latest_ms === undefined) return t('floor-waiting', { count: queue.waiting });
  const minutes = Math.max(1, Math.ceil((latest_ms - now_ms) / MINUTE_MS));
  return t('floor-waiting-about', { count: queue.waiting, minutes });
}

/** What a person without a line is to be told is not lost. */
function keptWords({ lists, speaks }: Given): string {
  const has = (...states: StandingView['state'][]): boolean =>
    lists.some(({ standing }) => states.includes(standing.state));
  if (has('on_floor', 'suspended')) return t('floor-floor-kept');
  if (has('inscribed', 'on_list', 'carried_over', 'went_on', 'stand_by')) return t('floor-place-kept');
  return speaks ? t('floor-wait-for-line') : t('line-by-itself');
}
