/** Which poll the hall is shown: the open one; then what comes of it, until the floor goes on to somebody else. Pure but for what it has followed. */
import type { PollView } from '$protocol';

export class HallPolls {
  /** The number of the newest poll followed: one before it is past, also when the newer was withdrawn. */
  #newest = 0;
  #phase = '';
  /** Who spoke when the poll came to where it is. */
  #holder: string | null = null;
  #over = false;

  /** The poll to be shown, given the newest there is and who speaks: a turn, or somebody on stage. */
  shown(poll: PollView | undefined, holder: string | null): PollView | null {
    if (poll === undefined || poll.number < this.#newest) return null;
    const phase = `${poll.id} ${poll.standing}`;
    if (phase !== this.#phase) {
      // What closed before this page was opened is past as soon as anybody speaks.
      this.#holder = this.#phase === '' ? null : holder;
      this.#newest = poll.number;
      this.#phase = phase;
      this.#over = false;
    }
    if (poll.standing === 'open') return poll;
    if (holder !== null && holder !== this.#holder) this.#over = true;
    return this.#over ? null : poll;
  }
}
