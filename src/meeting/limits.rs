//! Bounds on everything that a command can bring into a meeting.

use super::ids::Millis;

/// Longest chat message, in characters.
pub const MESSAGE_CHARS_MAX: u32 = 2_000;
/// Longest reason, in characters.
pub const REASON_CHARS_MAX: u32 = 300;
/// Longest "on behalf of", in characters.
pub const ON_BEHALF_CHARS_MAX: u32 = 200;
/// Most requests waiting on one list.
pub const QUEUE_MAX: u32 = 500;
/// Most requests that one session can ever hold.
pub const REQUESTS_MAX: u32 = 20_000;
/// Most time that one extension can give.
pub const EXTENSION_MS_MAX: Millis = 30 * 60_000;
/// Messages of a room that a view holds; older ones are in the log.
pub const MESSAGES_SHOWN: usize = 200;
/// How long a handover waits for an answer.
pub const HANDOVER_WAITS_MS: Millis = 30_000;
/// Longest countdown of a handover.
pub const HANDOVER_IN_MS_MAX: Millis = 60_000;
/// How long a booth waits before it asks for a slower pace again.
pub const SLOW_DOWN_EVERY_MS: Millis = 20_000;
/// Most points of order that one session can ever hold.
pub const POINTS_MAX: u32 = 2_000;
/// Longest question from the audience, in characters.
pub const QUESTION_CHARS_MAX: u32 = 500;
/// Most questions that a person may have waiting or visible at once.
pub const QUESTIONS_OPEN_MAX: u32 = 3;
/// Most questions that one session can ever hold.
pub const QUESTIONS_MAX: u32 = 2_000;
/// Shortest time of a timer on stage.
pub const TIMER_MS_MIN: Millis = 10_000;
/// Longest time of a timer on stage.
pub const TIMER_MS_MAX: Millis = 60 * 60_000;
/// How long the desk may undo its last act.
pub const UNDO_WITHIN_MS: Millis = 10_000;
