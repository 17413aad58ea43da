/** What stands in the way of being understood everywhere, before the floor is given. Warnings only: the chair decides. */
import type { BoothId, ChannelId, ReadinessView } from '$protocol';

/** How long before the end of the booths' time the chair is warned, in milliseconds. */
export const SOON_MS = 15 * 60_000;

/** Something the chair should know before giving the floor. */
export type Warning =
  /** Nobody is in the booth that would feed a channel. */
  | { kind: 'nobody'; booth: BoothId; channel: ChannelId }
  /** Who is in the booth has no microphone that could be heard. */
  | { kind: 'no_microphone'; booth: BoothId; channel: ChannelId }
  /** No booth feeds a channel. */
  | { kind: 'no_booth'; channel: ChannelId }
  /** Whoever is on air for a channel would not understand the next speaker. */
  | { kind: 'no_source'; channel: ChannelId; booth: BoothId | null }
  /** A booth says that it cannot hear the floor. */
  | { kind: 'floor_unheard'; booth: BoothId }
  /** The interpreters leave soon, and without them the meeting stops. */
  | { kind: 'booths_end'; minutes: number }
  | { kind: 'booths_ended' };

/** What there is to warn of at a moment of the server's clock, the gravest first. */
export function warningsOf(readiness: ReadinessView, now_ms: number): Warning[] {
  const unheard = readiness.floor_unheard.map((booth): Warning => ({ kind: 'floor_unheard', booth }));
  const unstaffed = readiness.staff.flatMap(({ staff, channel, booth }): Warning[] => {
    if (staff === 'on_air' || staff === 'ready') return [];
    return staff === 'no_booth' || booth === null
      ? [{ kind: 'no_booth', channel }]
      : [{ kind: staff, booth, channel }];
  });
  const deaf = readiness.gaps.flatMap(({ gap, channel, booth }): Warning[] =>
    gap === 'no_source' ? [{ kind: gap, channel, booth }] : [],
  );
  return [...unheard, ...unstaffed, ...deaf, ...ending(readiness.booths_until_ms, now_ms)];
}

function ending(until_ms: number | null, now_ms: number): Warning[] {
  if (until_ms === null || until_ms - now_ms > SOON_MS) return [];
  const minutes = Math.ceil((until_ms - now_ms) / 60_000);
  return [minutes > 0 ? { kind: 'booths_end', minutes } : { kind: 'booths_ended' }];
}

/** Names a warning among others: the same one is told once, whatever the minute. */
export function keyOf(warning: Warning): string {
  switch (warning.kind) {
    case 'nobody':
    case 'no_microphone':
    case 'no_booth':
    case 'no_source':
      return `${warning.kind} ${warning.channel}`;
    case 'floor_unheard':
      return `${warning.kind} ${warning.booth}`;
    case 'booths_end':
    case 'booths_ended':
      return warning.kind;
  }
}
