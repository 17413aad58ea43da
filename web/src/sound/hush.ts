/** Why nobody hears a microphone that is live. */
import type { MicrophoneView } from '$protocol';

/** `muted`: by its owner; `silent`: its device gives no sound; `unconnected`: nothing arrives. */
export type Hush = 'muted' | 'silent' | 'unconnected';

/** Why a microphone is not heard; null where it is. */
export function hushOf({
  connected,
  muted,
  silent,
}: Pick<MicrophoneView, 'connected' | 'muted' | 'silent'>): Hush | null {
  if (muted) return 'muted';
  if (!connected) return 'unconnected';
  return silent ? 'silent' : null;
}
