/** Words about sound that its parts and the screens share. */

/** The transport of a path of sound: WebRTC over UDP or TCP, the page's own WebSocket, or a stream (listening only). */
export type Transport = 'udp' | 'tcp' | 'ws' | 'ogg';

/** How a path stands: not wanted, being sought, carrying sound, or none to be had (sought again by itself). */
export type PathState = 'off' | 'connecting' | 'on' | 'none';

/** A level in dBFS: 0 is full scale, `-Infinity` is digital silence. */
export type Dbfs = number;
