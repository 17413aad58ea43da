//! The server as its users meet it: the built program, started on a small conference, spoken to over real sockets.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod announcements;
mod backup;
mod bad_input;
mod before;
mod captions;
mod chat;
mod client;
mod clips;
mod compression;
mod documents;
mod doors;
mod entering;
mod erasing;
mod exports;
mod failures;
mod faults;
mod floor;
mod handshake;
mod host_clock;
mod hostile;
mod http;
mod items;
mod keeping_up;
mod kill;
mod lobby;
mod logging;
mod metrics;
mod migrating;
#[path = "../log/nats/server.rs"]
#[expect(dead_code, reason = "the log's own tests need more of it")]
mod nats;
mod nodes;
mod on_nats;
mod origins;
mod outages;
mod outcome;
mod pages;
#[path = "../media/path.rs"]
mod path;
mod polls;
mod prerecorded;
mod process;
mod programme;
mod public_page;
mod public_record;
mod public_sound;
mod raw;
mod refusals;
mod revoking;
mod scanning;
mod schedule;
mod search;
mod seats;
mod sound;
mod sound_client;
mod sound_limits;
mod sound_offers;
mod stand_in;
mod standstill;
mod stopping;
#[path = "../store/mod.rs"]
mod store;
mod tending;
mod texts;
mod tls;
mod traces;
mod weight;
#[path = "../log/nats/wire.rs"]
#[expect(dead_code, reason = "the log's own tests need more of it")]
mod wire;
mod within;
