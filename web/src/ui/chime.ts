/** A chime, for those whom the rules have reminded of the time by ear too. */

/** Two soft notes, in Hz. */
const NOTES = [784, 588];
/** How long each sounds, in seconds. */
const NOTE_S = 0.45;
/** What a context may need to begin and to end, in milliseconds. */
const SPARE_MS = 500;
/** How loud, of full scale. */
const GAIN = 0.12;

/** Sounds it. Without leave to play (nobody has touched the page yet) it is silent; the clock tells the time anyhow. */
export function chime(context: AudioContext = new AudioContext()): void {
  const gain = new GainNode(context, { gain: 0 });
  gain.connect(context.destination);
  const begin = context.currentTime + 0.02;
  for (const [at, frequency] of NOTES.entries()) {
    const [from, to] = [begin + at * NOTE_S, begin + (at + 1) * NOTE_S];
    const note = new OscillatorNode(context, { frequency });
    note.connect(gain);
    note.start(from);
    note.stop(to);
    gain.gain.setValueAtTime(0.0001, from);
    gain.gain.exponentialRampToValueAtTime(GAIN, from + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.0001, to);
  }
  // Not by the end of the last note: without leave to play there is none, and it would sound at some later press.
  setTimeout(() => void context.close(), NOTES.length * NOTE_S * 1_000 + SPARE_MS);
}
