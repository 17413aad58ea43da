//! What the media threads need of the system: the UDP socket, queues that wake, and WebRTC over TCP.

mod datagram;
mod mailbox;
mod stun;
mod tcp;
mod udp;
mod waiter;

pub use datagram::{Datagram, Path};
pub use mailbox::{Inbox, Mailbox, mailbox};
pub use stun::user_fragment;
pub use tcp::carry;
pub use udp::{Intake, Outgoing, bind};
pub use waiter::Waiter;
