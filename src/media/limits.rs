//! The bounds of the media plane, in one place.

use std::time::Duration;

/// Most paths (publishing and listening, WebRTC and WebSocket) that the server keeps at once.
pub const PATHS_MAX: usize = 20_000;
/// Most threads that serve listeners: each has a letter, with which the user fragments of its peers begin.
pub const LISTENER_THREADS_MAX: usize = 25;
/// Longest SDP offer in bytes; a browser's with five sections has about 12,000.
pub const SDP_BYTES_MAX: usize = 16 * 1024;
/// Most lines of an SDP offer.
pub const SDP_LINES_MAX: usize = 2_000;
/// Slots of a listener: interpretation, three lanes of the floor, monitor.
pub const SLOTS: usize = 5;
/// Longest datagram taken in, in bytes; also the longest frame over ICE-TCP. WebRTC sends up to about 1,250.
pub const DATAGRAM_BYTES_MAX: usize = 2_048;
/// Addresses that lead to one peer; of more, the oldest is forgotten.
pub const WAYS_MAX: usize = 8;
/// Datagrams of handshakes, checks and reports that wait for a thread which is busy with sound.
pub const LATER_MAX: usize = 8_192;
/// Frames and datagrams that may wait in front of a thread; more are dropped.
pub const WAITING_MAX: usize = 16_384;
/// Most TCP connections at once that carry WebRTC.
pub const TCP_MAX: usize = 8_192;
/// Bytes that may wait for one TCP connection; what comes beyond is dropped.
pub const TCP_QUEUE_BYTES_MAX: usize = 65_536;
/// Frames of one microphone in a second, on average; Opus frames of 20 ms make 50.
pub const FRAMES_PER_SECOND_MAX: u32 = 120;
/// Frames that a tap keeps for a reader who is late: five seconds.
pub const TAP_FRAMES: usize = 256;

/// After this time without a frame a microphone is lost.
pub const MICROPHONE_SILENT_MAX: Duration = Duration::from_secs(2);
/// A WebSocket microphone that is silent so long is forgotten; it begins anew with its next frame.
pub const SOCKET_SILENT_MAX: Duration = Duration::from_secs(10);
/// Time that a path may take from its offer until it is connected.
pub const CONNECT_MAX: Duration = Duration::from_secs(20);
/// Time that a TCP connection may take until a peer has taken it.
pub const TCP_UNTAKEN_MAX: Duration = Duration::from_secs(10);
