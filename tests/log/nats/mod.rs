//! The engine on NATS JetStream: what it does where its servers fail.

mod apart;
pub mod server;
mod unanswered;
mod wire;
