//! Sound as the gateway has it: paths offered over the session's socket, a socket for sound alone, streams for the
//! public, and the media plane kept true to the meeting.

mod offers;
mod playback;
mod public;
mod reports;
mod session;
mod socket;
mod watch;

pub use offers::Offers;
pub use playback::{Parts as PlayerParts, Player};
pub use public::{Public, listen};
pub use reports::{Pages, hear, hear_recorder};
pub use session::{Follower, SessionSound};
pub use socket::SoundSocket;
pub use watch::tell_watchers;
