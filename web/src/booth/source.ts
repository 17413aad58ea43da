/** What the booth works from, the floor or relay from a channel, and what it may feed. */
import type { BoothView, ChannelId, Command, OutputView, PersonId, RelayView } from '$protocol';

/** What the key between floor and relay does: it turns to the other, or says that no relay is chosen yet. */
export function toggled(booth: BoothView): Command | 'no_relay' | 'relay_refused' {
  if (booth.source === 'relay') return { type: 'choose_source', source: 'floor' };
  if (booth.relay === null) return 'no_relay';
  const relay = relayOf(booth, booth.relay);
  return relay && relay.refused !== null ? 'relay_refused' : { type: 'choose_source', source: 'relay' };
}

/** What stands about a channel on the selector of relays. */
export function relayOf(booth: BoothView, channel: ChannelId): RelayView | undefined {
  return booth.relays.find((one) => one.channel === channel);
}

/** Who of another booth is on air for an output's channel, if anybody is: then this booth cannot be. */
export function strangerOn(booth: BoothView, { taken_by }: OutputView): PersonId | null {
  return booth.interpreters.some(({ person }) => person === taken_by) ? null : taken_by;
}
