/** What this browser can do, and what the address forces for support. */
import type { Rung } from './paths.ts';
import { playsStream } from './plays_stream.ts';

/** What may be forced by `?sound=`. */
export type Forced = 'udp' | 'tcp' | 'ws' | 'ogg';

const FORCED: readonly Forced[] = ['udp', 'tcp', 'ws', 'ogg'];

/** What the query of an address forces, if anything. */
export function forcedBy(query: string): Forced | null {
  const word = new URLSearchParams(query).get('sound');
  return FORCED.find((one) => one === word) ?? null;
}

/** What the address of this page forced when it was loaded; moving between screens keeps it. */
export const forced = forcedBy(location.search);

/** Kinds of path from best to last, of those that can be used: all that are able, or the forced one alone. */
export function ladderOf(able: ReadonlySet<Rung>, force: Forced | null): Rung[] {
  const only = force === 'udp' || force === 'tcp' ? 'rtc' : force;
  return (['rtc', 'ws', 'ogg'] as const).filter((rung) => able.has(rung) && (only === null || rung === only));
}

/** Kinds of path that this browser can listen by. */
export function listeningRungs(): Set<Rung> {
  const able = new Set<Rung>();
  if (typeof RTCPeerConnection !== 'undefined') able.add('rtc');
  if (typeof AudioDecoder !== 'undefined' && hasWorklets()) able.add('ws');
  if (playsStream()) able.add('ogg');
  return able;
}

/** Kinds of path that this browser can send a microphone by. */
export function sendingRungs(): Set<Rung> {
  const able = new Set<Rung>();
  if (typeof RTCPeerConnection !== 'undefined') able.add('rtc');
  if (typeof AudioEncoder !== 'undefined' && hasWorklets()) able.add('ws');
  return able;
}

function hasWorklets(): boolean {
  return typeof AudioWorkletNode !== 'undefined' && isSecureContext;
}
