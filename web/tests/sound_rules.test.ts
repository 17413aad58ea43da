import { describe, expect, it, vi } from 'vitest';
import type { ClientMessage, YourMicrophone } from '$protocol';
import { captured, failureOf, wanted } from '../src/sound/capture.ts';
import { FRAME_SAMPLES, PACKET_MAX, readFrame, writeFrame } from '../src/sound/frames.ts';
import {
  dbfs,
  gainOf,
  LIMITER,
  LoudnessWindow,
  laneGain,
  meanPower,
  meterPart,
  volumeOf,
  withoutMakeup,
} from '../src/sound/gains.ts';
import { isNear } from '../src/sound/near.ts';
import { numberIn, oneOf, onOff } from '../src/sound/remembered.svelte.ts';
import { transportOf } from '../src/sound/rtc.ts';
import { OPUS_SENT, withCandidates, withOpus } from '../src/sound/sdp.ts';
import { Signals } from '../src/sound/signals.ts';

const frame = {
  slot: 3,
  source: 0xfffe,
  sequence: 0xffff_fffe,
  timestamp: 0x8000_0001,
  packet: new Uint8Array([0xf8, 0xff, 0xfe]),
};

describe('a frame of sound', () => {
  it('is read as it was written, with all its bits', () => {
    expect(readFrame(writeFrame(frame))).toEqual(frame);
  });

  it('has the head of the protocol: slot, zero, source, sequence, timestamp, most significant byte first', () => {
    const bytes = [
      ...new Uint8Array(writeFrame({ ...frame, source: 0x0102, sequence: 0x03040506, timestamp: 7 })),
    ];
    expect(bytes).toEqual([3, 0, 1, 2, 3, 4, 5, 6, 0, 0, 0, 7, 0xf8, 0xff, 0xfe]);
  });

  it('begins anew beyond its bits', () => {
    const later = { ...frame, sequence: 2 ** 32 + 5, timestamp: 2 ** 32 + FRAME_SAMPLES };
    expect(readFrame(writeFrame(later))).toMatchObject({ sequence: 5, timestamp: FRAME_SAMPLES });
  });

  it('is none without a packet, with too long a one, for a slot that is not, or with a byte that must be zero', () => {
    const bytes = () => new Uint8Array(writeFrame(frame));
    expect(readFrame(bytes().buffer.slice(0, 12))).toBeNull();
    expect(readFrame(new ArrayBuffer(12 + PACKET_MAX + 1))).toBeNull();
    expect(readFrame(bytes().with(0, 5).buffer)).toBeNull();
    expect(readFrame(bytes().with(1, 1).buffer)).toBeNull();
  });

  it('is not written without a packet or with too long a one', () => {
    expect(() => writeFrame({ ...frame, packet: new Uint8Array() })).toThrow(RangeError);
    expect(() => writeFrame({ ...frame, packet: new Uint8Array(PACKET_MAX + 1) })).toThrow(RangeError);
  });
});

describe('gains', () => {
  it('give the floor whole where the channel carries it, and else the volume of the original', () => {
    expect(laneGain('floor', 0)).toBe(1);
    expect(laneGain('interpretation', 0.2)).toBe(0.2);
    expect(laneGain('silence', 0)).toBe(0);
    expect(laneGain(undefined, 0)).toBe(1);
  });

  it('keep a volume within its bounds', () => {
    expect([-1, 0.3, 2, Number.NaN].map(volumeOf)).toEqual([0, 0.3, 1, 1]);
    expect([0, 1].map(gainOf)).toEqual([0, 1]);
  });

  it('take back the make-up gain of the compressor: at -12 dB and 20:1 it is 6.84 dB', () => {
    expect(20 * Math.log10(withoutMakeup(LIMITER.threshold, LIMITER.ratio))).toBeCloseTo(-6.84, 2);
    expect(withoutMakeup(0, 20)).toBe(1);
  });

  it('measure in dBFS: a full sine is -3, nothing is minus infinity', () => {
    const sine = Float32Array.from({ length: 48_000 }, (_, n) => Math.sin((2 * Math.PI * 440 * n) / 48_000));
    expect(dbfs(meanPower(sine))).toBeCloseTo(-3.01, 2);
    expect(dbfs(meanPower(new Float32Array(10)))).toBe(Number.NEGATIVE_INFINITY);
    expect([Number.NEGATIVE_INFINITY, -60, -30, 0, 6].map(meterPart)).toEqual([0, 0, 0.5, 1, 1]);
  });
});

describe('the warning of loudness', () => {
  const powerOf = (level_dbfs: number) => 10 ** (level_dbfs / 10);
  const hear = (window: LoudnessWindow, level_dbfs: number, seconds: number) => {
    for (let n = 0; n < seconds * 5; n += 1) window.push(powerOf(level_dbfs), 200);
  };

  it('comes when it was loud for a while, not for a moment', () => {
    const window = new LoudnessWindow();
    hear(window, -3, 5);
    expect(window.loud).toBe(false);
    hear(window, -3, 20);
    expect(window.loud).toBe(true);
  });

  it('does not come at the level of speech', () => {
    const window = new LoudnessWindow();
    hear(window, -20, 120);
    expect(window.loud).toBe(false);
  });

  it('goes once it is clearly lower, not at the first lull', () => {
    const window = new LoudnessWindow();
    hear(window, -6, 60);
    hear(window, -60, 1);
    expect(window.loud).toBe(true);
    hear(window, -60, 60);
    expect(window.loud).toBe(false);
  });
});

const ANSWER = [
  'v=0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111 63',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;useinbandfec=0',
  'a=rtpmap:63 red/48000/2',
  'a=fmtp:63 111/111',
  'a=candidate:1 1 udp 2130706431 192.0.2.1 7000 typ host',
  'a=candidate:2 1 TCP 1671430143 192.0.2.1 7000 typ host tcptype passive',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  '',
].join('\r\n');

describe('an answer', () => {
  it('is given the parameters of Opus in each section, and keeps the others', () => {
    const lines = withOpus(ANSWER, OPUS_SENT).split('\r\n');
    expect(lines.filter((line) => line.startsWith('a=fmtp:111'))).toEqual([
      'a=fmtp:111 minptime=10;useinbandfec=1;maxaveragebitrate=64000;usedtx=0;stereo=0',
      'a=fmtp:111 maxaveragebitrate=64000;useinbandfec=1;usedtx=0;stereo=0',
    ]);
    expect(lines).toContain('a=fmtp:63 111/111');
    expect(lines).toHaveLength(ANSWER.split('\r\n').length + 1);
  });

  it('is left as it is without Opus', () => {
    expect(withOpus('v=0\r\nm=video 9 X 96\r\n', OPUS_SENT)).toBe('v=0\r\nm=video 9 X 96\r\n');
  });

  it('keeps the candidates of one protocol, and every other line', () => {
    const tcp = withCandidates(ANSWER, 'tcp');
    expect(tcp).not.toContain('a=candidate:1');
    expect(tcp).toContain('a=candidate:2 1 TCP');
    expect(tcp.split('\r\n')).toHaveLength(ANSWER.split('\r\n').length - 1);
    expect(withCandidates(ANSWER, 'udp')).not.toContain('a=candidate:2');
  });
});

describe('the transport of a connection', () => {
  const stats = (protocol: string) =>
    new Map<string, unknown>([
      ['T', { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' }],
      ['P1', { id: 'P1', type: 'candidate-pair', localCandidateId: 'A', remoteCandidateId: 'B' }],
      ['P2', { id: 'P2', type: 'candidate-pair', localCandidateId: 'C', remoteCandidateId: 'D' }],
      ['A', { id: 'A', type: 'local-candidate', protocol: 'udp' }],
      ['C', { id: 'C', type: 'local-candidate', protocol }],
    ]);

  it('is that of the selected pair of candidates', () => {
    expect(transportOf(stats('tcp'))).toBe('tcp');
    expect(transportOf(stats('udp'))).toBe('udp');
  });

  it('is that of the nominated pair where a browser names no selected one', () => {
    const nominated = new Map<string, unknown>([
      ['P', { id: 'P', type: 'candidate-pair', nominated: true, state: 'succeeded', localCandidateId: 'A' }],
      ['A', { id: 'A', type: 'local-candidate', protocol: 'tcp' }],
    ]);
    expect(transportOf(nominated)).toBe('tcp');
  });
});

describe('offers on the line', () => {
  const bench = (live = true) => {
    const sent: ClientMessage[] = [];
    const signals = new Signals((message) => {
      if (live) sent.push(message);
      return live;
    });
    return { sent, signals };
  };

  it('are answered in their order', async () => {
    const { sent, signals } = bench();
    const listen = signals.offer('listen', 'L');
    const publish = signals.offer('publish', 'P');
    signals.take({ purpose: 'listen', sdp: 'to L' });
    signals.take({ purpose: 'publish', sdp: 'to P' });
    expect(await listen).toBe('to L');
    expect(await publish).toBe('to P');
    expect(sent.map((message) => 'sdp' in message && message.sdp)).toEqual(['L', 'P']);
  });

  it('are refused one by one, and all of them when the line goes', async () => {
    const { signals } = bench();
    const [first, second, third] = [1, 2, 3].map((n) => signals.offer('listen', String(n)));
    signals.take({ purpose: 'listen', sdp: null });
    expect(await first).toBeNull();
    signals.lost();
    expect(await Promise.all([second, third])).toEqual([null, null]);
    // An answer that nobody waits for is none.
    signals.take({ purpose: 'listen', sdp: 'late' });
  });

  it('are none without a line', async () => {
    const { signals } = bench(false);
    expect(await signals.offer('listen', 'L')).toBeNull();
  });
});

describe('a microphone', () => {
  const own: YourMicrophone = {
    may_publish: true,
    may_open: false,
    agrees: true,
    connected: false,
    muted: false,
    silent: false,
    live: 'off',
    channel: null,
    closed_by_chair: false,
  };
  const standing = (state: 'stand_by' | 'on_list') => [
    { id: 'main', state, place: 1, request: null, turn: null, expected: null, last: null },
  ];

  it('is sent when it may be opened any moment: next on the list, live, in a booth or at the desk', () => {
    expect(isNear(own, standing('on_list'), ['delegate'])).toBe(false);
    expect(isNear(own, standing('stand_by'), ['delegate'])).toBe(true);
    expect(isNear({ ...own, live: 'floor' }, [], ['delegate'])).toBe(true);
    expect(isNear({ ...own, may_open: true }, [], ['chair'])).toBe(true);
    expect(isNear(own, [], ['interpreter'])).toBe(true);
  });

  it('is not sent by those who did not agree, may not, or whom the server says nothing of', () => {
    expect(isNear({ ...own, agrees: false }, standing('stand_by'), ['delegate'])).toBe(false);
    expect(isNear({ ...own, may_publish: false }, standing('stand_by'), ['interpreter'])).toBe(false);
    expect(isNear(undefined, standing('stand_by'), ['interpreter'])).toBe(false);
  });

  it('is asked for untouched, but against the echo of loudspeakers', () => {
    expect(wanted('headset', '')).toMatchObject({
      echoCancellation: false,
      noiseSuppression: false,
      autoGainControl: false,
    });
    expect(wanted('headset', '')).not.toHaveProperty('deviceId');
    expect(wanted('loudspeaker', 'usb')).toMatchObject({
      echoCancellation: true,
      deviceId: { exact: 'usb' },
    });
  });

  it('that is gone gives way to the default', async () => {
    const stream = {} as MediaStream;
    const getUserMedia = vi.fn(async ({ audio }: { audio: MediaTrackConstraints }) => {
      if (audio.deviceId) throw new DOMException('gone', 'OverconstrainedError');
      return stream;
    });
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
    expect(await captured('headset', 'usb')).toBe(stream);
    vi.unstubAllGlobals();
  });

  it('that cannot be had has a reason', () => {
    expect(failureOf('NotAllowedError')).toBe('denied');
    expect(failureOf('NotFoundError')).toBe('missing');
    expect(failureOf('NotReadableError')).toBe('failed');
  });
});

describe('what is remembered', () => {
  it('is read within its bounds, and else is as at first', () => {
    const volume = numberIn(0, 1, 0.5);
    expect([null, '', 'loud', '0.25', '7', '-1'].map((text) => volume.read(text))).toEqual([
      0.5, 0.5, 0.5, 0.25, 1, 0,
    ]);
    expect([null, 'on', 'off', 'maybe'].map((text) => onOff(true).read(text))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(oneOf(['a', 'b'], 'a').read('c')).toBe('a');
    expect(volume.read(volume.write(0.75))).toBe(0.75);
  });
});
