//! Plenary runs a multilateral conference in the browser. A map of it, in reading order:
//!
//! 1. [`meeting`]: the rules. Commands become events, events become state; who may do and see what.
//! 2. [`log`]: durable ordered events and blobs.
//! 3. [`room`]: one task for each session decides, stores, and then publishes.
//! 4. [`wire`]: the messages of the protocol.
//! 5. [`identity`]: personal links and cookies.
//! 6. [`media`]: sound from microphones to listeners.
//! 7. [`gateway`]: HTTP and WebSocket; one task for each session carries its changes to the clients.
//! 8. [`robots`]: the simulated people of a demonstration.
//! 9. [`config`]: the conference file and the server's settings.
//!
//! [`alarm`] says what happens when something that carries a session fails; [`attended`], whose seats real people have taken
//! from the simulated ones.

pub mod alarm;
pub mod attended;
pub mod conference;
pub mod config;
pub mod gateway;
pub mod identity;
pub mod log;
pub mod media;
pub mod meeting;
pub mod robots;
pub mod room;
pub mod wire;
