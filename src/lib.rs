//! Plenary runs a multilateral conference in the browser. Modules in reading order:

pub mod config;
pub mod meeting;
