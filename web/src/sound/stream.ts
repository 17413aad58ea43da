/** The stream of a channel in an audio element: the last path, with some seconds of delay, for listening only. */
import type { News, Path } from './climber.ts';
import type { Ears } from './ears.ts';
import { SLOTS } from './frames.ts';

/** A path that listens to one channel at a time. */
export interface StreamPath extends Path {
  tune(channel: string | null): void;
}

/** Path of the stream of a channel of a session. */
export function streamPath(session: string, channel: string): string {
  return `/listen/${encodeURIComponent(session)}/${encodeURIComponent(channel)}.ogg`;
}

/** Listens to the stream of a channel of a session. */
export function listenByStream(session: string, channel: string | null, ears: Ears, news: News): StreamPath {
  const element = new Audio();
  const source = new MediaElementAudioSourceNode(ears.context, { mediaElement: element });
  source.connect(ears.slot(SLOTS.interpretation));
  element.onplaying = () => news.up('ogg');
  element.onerror = element.onended = () => news.lost();
  const tune = (to: string | null) => {
    if (to === null) return;
    element.src = streamPath(session, to);
    element.play().catch((fault: DOMException) => {
      // Another channel was chosen before this one began.
      if (fault.name !== 'AbortError') news.lost();
    });
  };
  tune(channel);
  return {
    tune,
    close() {
      element.onplaying = element.onerror = element.onended = null;
      element.removeAttribute('src');
      element.load();
      source.disconnect();
    },
  };
}
