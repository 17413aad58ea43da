//! The engine on NATS JetStream: what it does where its servers fail.

pub mod server;
