//! Plenary runs a multilateral conference in the browser. Modules in reading order:

pub mod meeting;

pub mod log;
