/** What a refusal says on screen: what was refused, and what the person can do. */
import type { Reason } from '$protocol';
import { clock } from '../clock.svelte.ts';
import type { Unmet } from '../commands.svelte.ts';
import { type Argument, t, worded } from '../i18n/i18n.svelte.ts';
import type { Messages } from '../i18n/keys.gen.ts';
import { duration } from '../i18n/times.ts';

type Dashed<S extends string> = S extends `${infer Head}_${infer Rest}` ? `${Head}-${Dashed<Rest>}` : S;
/** The message of a code, by its name: that of `list_closed` is `refusal-list-closed`. */
type Key = `refusal-${Dashed<Unmet['code']>}`;

/** The sentence for a refusal, in the language shown. What only one screen meets has its words among those of that screen. */
export function refusalWords(reason: Unmet): string {
  const key = `refusal-${reason.code.replaceAll('_', '-')}` as Key;
  return t(key, told(reason));
}

/** What the words are told of a refusal: its fields, where they are not for people as they are. */
function told(reason: Unmet): Messages[Key] {
  switch (reason.code) {
    case 'list_unchanged':
      return { open: String(reason.open) };
    case 'sessions_overlap':
      return { title: worded(reason.title) };
    case 'slow_down':
      return { seconds: secondsUntil(reason.retry_at_ms) };
    case 'out_of_range':
      return { ...reason, ...bounds(reason) };
    default:
      return reason as Messages[Key];
  }
}

/** Seconds from now until a moment of the server's clock, at least one. */
function secondsUntil(moment_ms: number): number {
  return Math.max(1, Math.ceil((moment_ms - clock.read()) / 1000));
}

/** The bounds of a field as people read them: a length of time as a clock shows it. */
function bounds({
  field,
  min,
  max,
}: Extract<Reason, { code: 'out_of_range' }>): Record<'min' | 'max', Argument> {
  return field.endsWith('_ms') ? { min: duration(min), max: duration(max) } : { min, max };
}
