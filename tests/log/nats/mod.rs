//! The engine on NATS JetStream: what it does where its servers fail.

mod apart;
mod failing;
mod fit;
pub mod server;
mod three;
mod unanswered;
mod wire;
