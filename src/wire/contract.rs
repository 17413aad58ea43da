//! Keeps `proto/` true: types, schema and the tables of the prose are made in memory from the code and compared with what
//! is committed.
//!
//! `UPDATE_PROTO=1 cargo test contract` writes them. Examples and prose are written by hand and checked.

mod agreement;
pub(crate) mod bounds;
mod examples;
pub(crate) mod prose;
mod schema;
mod scopes;
mod typescript;

use std::path::{Path, PathBuf};

/// A file or folder of `proto/`.
pub(crate) fn proto(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("proto").join(name)
}

/// Compares a made file with the committed one, or writes it when asked to.
fn keep(file: &str, made: &str) {
    let path = proto(file);
    if std::env::var_os("UPDATE_PROTO").is_some() {
        std::fs::write(&path, made).expect("proto/ can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "proto/{file} differs from the code; run `UPDATE_PROTO=1 cargo test contract`"
    );
}
