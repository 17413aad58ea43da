/** Asking the browser for a microphone, and why there may be none. */

/** `headset`: nothing is done to the sound (booths, speakers); `loudspeaker`: with echo cancellation. */
export type Profile = 'headset' | 'loudspeaker';

/**
 * Why there is no microphone. `denied`: the person or the browser forbids it; `missing`: there is none; `insecure`: a
 * browser gives none to a page that came without HTTPS; `failed`: another program holds it, or it is broken.
 */
export type Failure = 'denied' | 'missing' | 'insecure' | 'failed';

/**
 * What to ask for. Interpreters work from this sound: a voice that was made pleasant for telephones has lost what they
 * need (ISO 24019), so nothing is done to it, but where the loudspeakers' own sound would come back.
 */
export function wanted(profile: Profile, device: string): MediaTrackConstraints {
  return {
    echoCancellation: profile === 'loudspeaker',
    noiseSuppression: false,
    autoGainControl: false,
    channelCount: 1,
    sampleRate: 48_000,
    ...(device === '' ? {} : { deviceId: { exact: device } }),
  };
}

/** The sound of a device, '' for the default; of the default, too, where the chosen one is gone. Or why there is none. */
export async function captured(profile: Profile, device: string): Promise<MediaStream | Failure> {
  if (navigator.mediaDevices === undefined) return isSecureContext ? 'missing' : 'insecure';
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: wanted(profile, device) });
  } catch (fault) {
    const name = fault instanceof DOMException ? fault.name : '';
    if (device !== '' && (name === 'OverconstrainedError' || name === 'NotFoundError')) {
      return captured(profile, '');
    }
    return failureOf(name);
  }
}

/** What an error of `getUserMedia` means. */
export function failureOf(name: string): Failure {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError') return 'missing';
  return 'failed';
}
