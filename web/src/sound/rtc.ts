/** A path by WebRTC, for listening or for the microphone: one offer, one answer, and a watch on the connection. */
import type { News, Path } from './climber.ts';
import { withCandidates } from './sdp.ts';
import type { Transport } from './words.ts';

/** A connection that may still come back by itself is given up after this long, in milliseconds. */
const DISCONNECTED_MS = 3_000;

/** What a path by WebRTC needs. */
export interface RtcNeeds {
  news: News;
  /** Adds the tracks or slots. */
  furnish(peer: RTCPeerConnection): void;
  /** Gets the server's answer; null where there is none. */
  answer(offer: string): Promise<string | null>;
  /** Changes the answer before it is taken. */
  rewrite?(answer: string): string;
  /** Only this protocol, for support. */
  only?: 'udp' | 'tcp' | undefined;
  /** The path is closed. */
  closed?(): void;
}

/** Opens a path. */
export function openRtc(needs: RtcNeeds): Path {
  const peer = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  let grace: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(grace);
    peer.onconnectionstatechange = null;
    peer.close();
    needs.closed?.();
  };
  peer.onconnectionstatechange = () => {
    clearTimeout(grace);
    switch (peer.connectionState) {
      case 'connected':
        void tellWay(peer, needs.news);
        watchWay(peer, needs.news);
        return;
      case 'disconnected':
        grace = setTimeout(() => needs.news.lost(), DISCONNECTED_MS);
        return;
      case 'failed':
      case 'closed':
        needs.news.lost();
        return;
      case 'new':
      case 'connecting':
        return;
    }
  };
  // A description that cannot be taken is a path that cannot be had: the next one is tried.
  negotiate(peer, needs).catch((fault) => {
    console.warn('sound: no path by WebRTC', fault);
    needs.news.lost();
  });
  return { close };
}

async function negotiate(peer: RTCPeerConnection, needs: RtcNeeds): Promise<void> {
  needs.furnish(peer);
  await peer.setLocalDescription(await peer.createOffer());
  // The server's addresses are all in its answer and it learns ours from our checks: nothing is waited for.
  const sdp = await needs.answer(peer.localDescription?.sdp ?? '');
  if (peer.signalingState === 'closed') return;
  if (sdp === null) {
    needs.news.lost();
    return;
  }
  const answer = needs.rewrite?.(sdp) ?? sdp;
  await peer.setRemoteDescription({
    type: 'answer',
    sdp: needs.only ? withCandidates(answer, needs.only) : answer,
  });
}

/** ICE may find a better pair, or another when the network changes. */
function watchWay(peer: RTCPeerConnection, news: News): void {
  const ice = (peer.getSenders()[0]?.transport ?? peer.getReceivers()[0]?.transport)?.iceTransport;
  if (ice) ice.onselectedcandidatepairchange = () => void tellWay(peer, news);
}

async function tellWay(peer: RTCPeerConnection, news: News): Promise<void> {
  const transport = transportOf(await peer.getStats());
  if (peer.connectionState === 'connected') news.up(transport);
}

/** The transport of the selected pair of candidates; UDP where a browser does not tell, for ICE prefers it. */
export function transportOf(stats: ReadonlyMap<string, unknown>): Transport {
  const all = [...stats.values()] as (RTCStats & Record<string, unknown>)[];
  const selected = all.find(({ type }) => type === 'transport')?.selectedCandidatePairId;
  const pair =
    all.find(({ id }) => selected !== undefined && id === selected) ??
    all.find((one) => one.type === 'candidate-pair' && one.nominated && one.state === 'succeeded');
  const candidates = all.filter(({ id }) => id === pair?.localCandidateId || id === pair?.remoteCandidateId);
  return candidates.some(({ protocol }) => protocol === 'tcp') ? 'tcp' : 'udp';
}
