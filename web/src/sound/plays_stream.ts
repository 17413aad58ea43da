/** Whether this browser plays the stream. */
export function playsStream(): boolean {
  return new Audio().canPlayType('audio/ogg; codecs=opus') !== '';
}
