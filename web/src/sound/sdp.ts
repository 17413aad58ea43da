/** The session descriptions: what the client writes into a server's answer before it takes it. */

/** What the encoder is to do, in the words of RFC 7587; an encoder follows the description of the other side. */
export const OPUS_SENT = {
  /** Bits a second: full band speech with room to spare. */
  maxaveragebitrate: 64_000,
  /** A packet carries a rough copy of the one before. */
  useinbandfec: 1,
  /** Silence is sent as sound: a microphone in which nobody speaks is still connected. */
  usedtx: 0,
  stereo: 0,
} as const;

type Parameters = Readonly<Record<string, number>>;

/** Sets parameters of Opus in every section of a description, and keeps those that are not named. */
export function withOpus(sdp: string, parameters: Parameters): string {
  return sdp
    .split(/^(?=m=)/m)
    .map((section) => sectionWithOpus(section, parameters))
    .join('');
}

/** Leaves only candidates of one protocol, to force a path for support. */
export function withCandidates(sdp: string, protocol: 'udp' | 'tcp'): string {
  return sdp.replace(/^a=candidate:\S+ \d+ (\S+) .*(?:\r?\n|$)/gm, (line, found: string) =>
    found.toLowerCase() === protocol ? line : '',
  );
}

function sectionWithOpus(section: string, parameters: Parameters): string {
  const map = /^a=rtpmap:(\d+) opus\/48000\/2$/im;
  const type = map.exec(section)?.[1];
  if (type === undefined) return section;
  const line = new RegExp(`^a=fmtp:${type} (.*)$`, 'm');
  const before = line.exec(section)?.[1];
  const written = `a=fmtp:${type} ${merged(before ?? '', parameters)}`;
  return before === undefined
    ? section.replace(map, (found) => `${found}\r\n${written}`)
    : section.replace(line, written);
}

function merged(before: string, parameters: Parameters): string {
  const pairs = new Map<string, string>();
  for (const pair of before.split(';')) {
    const [name = '', value = ''] = pair.trim().split('=');
    if (name) pairs.set(name, value);
  }
  for (const [name, value] of Object.entries(parameters)) pairs.set(name, String(value));
  return [...pairs].map(([name, value]) => `${name}=${value}`).join(';');
}
