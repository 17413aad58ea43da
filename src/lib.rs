//! Plenary runs a multilateral conference in the browser. A map of it, in reading order:
//!
//! 1. [`terms`]: the words that all parts speak.
//! 2. [`meeting`]: the rules of a sitting. Commands become events, events become state; who may do and see what.
//!    [`conference`]: what outlives a sitting. [`draft`]: the text of the outcome document while it is written.
//! 3. [`log`]: durable ordered events and blobs.
//! 4. [`room`]: one task for each session decides, stores, and then publishes.
//! 5. [`wire`]: the messages of the protocol.
//! 6. [`identity`]: personal links and cookies.
//! 7. [`media`]: sound from microphones to listeners.
//! 8. [`gateway`]: HTTP and WebSocket; one task for each session carries its changes to the clients.
//! 9. [`search`]: passages found by their words.
//! 10. [`robots`]: the simulated people of a demonstration.
//! 11. [`config`]: the conference file and the server's settings.
//! 12. [`backup`]: a data folder as one file, and back. [`transfer`]: a whole log, copied into another.
//!
//! 13. [`papers`]: what is in a file that was handed in.
//!
//! [`meters`] counts what the process does; [`traces`] tells where the time of a command or a call went; [`alarm`] says what happens when something that carries a session fails; [`attended`], whose seats real people have taken
//! from the simulated ones.

pub mod alarm;
pub mod attended;
pub mod backup;
mod broadcast;
pub mod conference;
pub mod config;
pub mod draft;
pub mod gateway;
pub mod identity;
pub mod log;
pub mod media;
pub mod meeting;
pub mod meters;
pub mod papers;
pub mod record;
pub mod robots;
pub mod room;
pub mod search;
pub mod terms;
pub mod traces;
pub mod transcription;
pub mod transfer;
pub mod wire;
pub mod words;
