/** A microphone on its way by WebRTC. */
import { forced } from './ability.ts';
import type { News } from './climber.ts';
import { openRtc } from './rtc.ts';
import { OPUS_SENT, withOpus } from './sdp.ts';
import type { SendingPath } from './sound_socket.ts';

/** What the page does for it. */
export interface PublishNeeds {
  news: News;
  /** Gets the server's answer; null where there is none. */
  answer(offer: string): Promise<string | null>;
  /** The path is closed. */
  closed(): void;
}

/** Sends a track. Whether it is sent at all changes without another negotiation. */
export function publishByRtc(track: MediaStreamTrack, send: boolean, needs: PublishNeeds): SendingPath {
  let sender: RTCRtpSender | null = null;
  const path = openRtc({
    ...needs,
    furnish(peer) {
      const encoding = {
        active: send,
        maxBitrate: OPUS_SENT.maxaveragebitrate,
        priority: 'high',
        networkPriority: 'high',
      } as const;
      sender = peer.addTransceiver(track, { direction: 'sendonly', sendEncodings: [encoding] }).sender;
    },
    rewrite: (answer) => withOpus(answer, OPUS_SENT),
    only: forced === 'udp' || forced === 'tcp' ? forced : undefined,
  });
  return {
    ...path,
    send(wanted) {
      if (sender) setActive(sender, wanted);
    },
  };
}

/** Starts or stops the encoder; the connection stays as it is. */
function setActive(sender: RTCRtpSender, active: boolean): void {
  const parameters = sender.getParameters();
  const [encoding] = parameters.encodings;
  if (!encoding || encoding.active === active) return;
  encoding.active = active;
  sender
    .setParameters(parameters)
    .catch((fault) => console.warn('sound: the encoder stays as it was', fault));
}
