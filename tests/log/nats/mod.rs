//! The engine on NATS JetStream: what it does where its servers fail.

mod apart;
mod failing;
mod fence;
mod fit;
mod races;
mod repairing;
pub mod server;
mod three;
mod unanswered;
mod wire;
