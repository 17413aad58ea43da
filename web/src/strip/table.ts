/** The strip of notices: which kinds there are, which takes the strip before which, and how long each stays. */
import type { IconName } from '../ui/Icon.svelte';

/** 1 takes the strip at once; 7 waits behind all others. */
export type Rank = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What a kind is. */
export interface Row {
  rank: Rank;
  icon: IconName;
  /** How long it stays, in milliseconds; null: while it is so. */
  stays_ms: number | null;
  /** Whether its reader may close it. */
  closes: boolean;
  /** Whether it is answered within the strip. */
  asks?: boolean;
  /** The part of the room in which more of it is seen. */
  shows?: Part;
}

/** Parts of the room that a notice leads to. */
export type Part = 'list' | 'polls' | 'questions';

const TABLE = {
  line: { rank: 1, icon: 'lineLost', stays_ms: null, closes: false },
  unheard: { rank: 1, icon: 'warning', stays_ms: null, closes: false },
  consent: { rank: 2, icon: 'microphone', stays_ms: null, closes: false, asks: true },
  from_chair: { rank: 2, icon: 'say', stays_ms: null, closes: false, asks: true },
  // What one's own last act came to, such as a refusal.
  told: { rank: 2, icon: 'info', stays_ms: null, closes: true },
  point: { rank: 3, icon: 'flag', stays_ms: null, closes: false },
  ruling: { rank: 3, icon: 'gavel', stays_ms: 20_000, closes: false },
  motions: { rank: 3, icon: 'gavel', stays_ms: null, closes: false },
  resumed: { rank: 3, icon: 'clock', stays_ms: 20_000, closes: false },
  cue: { rank: 4, icon: 'clock', stays_ms: null, closes: false },
  time: { rank: 4, icon: 'clock', stays_ms: null, closes: true, shows: 'list' },
  moved: { rank: 4, icon: 'hand', stays_ms: null, closes: true, shows: 'list' },
  declined: { rank: 4, icon: 'hand', stays_ms: null, closes: true, shows: 'list' },
  list: { rank: 4, icon: 'lock', stays_ms: null, closes: true, shows: 'list' },
  announcement: { rank: 5, icon: 'say', stays_ms: null, closes: true },
  poll: { rank: 6, icon: 'poll', stays_ms: null, closes: false, shows: 'polls' },
  question: { rank: 6, icon: 'ask', stays_ms: null, closes: false, shows: 'questions' },
  recording: { rank: 7, icon: 'recording', stays_ms: 10_000, closes: false },
} as const satisfies Record<string, Row>;

/** Kinds of notices. */
export type Kind = keyof typeof TABLE;
/** Every kind. */
export const KINDS: Record<Kind, Row> = TABLE;

/** One notice. */
export interface Notice {
  /** Tells it from all others; one that changes its words keeps it. */
  id: string;
  kind: Kind;
  /** When it came, on one clock for all. */
  at_ms: number;
  /** What it is, in a word or two; may be empty. */
  head: string;
  words: string;
  /** The language of its words, where that is not the page's. */
  lang?: string | undefined;
}

/** In the order in which they take the strip: by rank, of equal rank the newest first. */
export function inOrder(notices: readonly Notice[]): Notice[] {
  const rank = ({ kind }: Notice): number => KINDS[kind].rank;
  return notices.toSorted((a, b) => rank(a) - rank(b) || b.at_ms - a.at_ms);
}

/** How it is told: those of procedure, questions and the line at once. */
export function roleOf({ kind }: Notice): 'alert' | 'status' {
  return KINDS[kind].rank <= 3 ? 'alert' : 'status';
}
