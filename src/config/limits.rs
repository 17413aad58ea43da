//! Bounds of a conference file: what is longer, larger or more than this is a fault.

use crate::meeting::hall::chat::BOOTH_ROOM_PREFIX;
use crate::terms::ids::{ID_BYTES_MAX, Millis};
pub use crate::terms::limits::{TURN_MS_MAX, TURN_MS_MIN};

/// Size of the file, in bytes.
pub const FILE_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// Faults told in one reading; the last one says how many more there are.
pub const FAULTS_MAX: usize = 1_000;
/// Working languages.
pub const LANGUAGES_MAX: usize = 16;
/// Days of the conference.
pub const DAYS_MAX: usize = 31;
/// Sessions of the programme.
pub const SESSIONS_MAX: usize = crate::terms::limits::SESSIONS_MAX as usize;
/// Agenda items of one session.
pub const AGENDA_ITEMS_MAX: usize = 50;
/// Channels, the floor included.
pub const CHANNELS_MAX: usize = 32;
/// Booths.
pub const BOOTHS_MAX: usize = 32;
/// Outputs of one booth: A and B.
pub const BOOTH_OUTPUTS_MAX: usize = 2;
/// Longest id of a booth, in bytes: its chat room's is `booth-` and this.
pub const BOOTH_ID_BYTES_MAX: usize = ID_BYTES_MAX - BOOTH_ROOM_PREFIX.len();
/// Lists of speakers.
pub const LISTS_MAX: usize = 50;
/// Agenda items that go on over several sittings.
pub const ITEMS_MAX: usize = 50;
/// Requests of one delegation waiting on one list.
pub const REQUESTS_PER_DELEGATION_MAX: u16 = 100;
/// Speaking times by the count of a delegation's replies.
pub const TURNS_BY_REPLY_MAX: usize = 20;
/// Regions.
pub const REGIONS_MAX: usize = 100;
/// Types of stakeholder.
pub const STAKEHOLDERS_MAX: usize = 100;
/// Delegations.
pub const DELEGATIONS_MAX: usize = 2_000;
/// People.
pub const PEOPLE_MAX: usize = 10_000;
/// People whose links the demonstration prints.
pub const DEMO_LINKS_MAX: usize = 100;
/// Text on a name plate, in characters.
pub const PLATE_CHARS_MAX: usize = 60;
/// Any name, in characters.
pub const NAME_CHARS_MAX: usize = 200;
/// A title, a function or an agenda item, in characters.
pub const TITLE_CHARS_MAX: usize = 400;
/// The notice on screen, in characters.
pub const NOTICE_CHARS_MAX: usize = 1_000;
/// Objectives of the Global Compact for Migration (A/RES/73/195), numbered from 1.
pub const OBJECTIVE_MAX: u8 = 23;
/// Shortest time of grace, or between amber and the limit.
pub const GRACE_MS_MIN: Millis = 5_000;
/// Longest such time.
pub const GRACE_MS_MAX: Millis = 5 * 60_000;
