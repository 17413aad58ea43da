#!/usr/bin/env bash
# rusqlite 0.43.0 with SQLite bundled: a statement that `prepare_cached` keeps is planned anew at every use, where an index
# gives its order behind a bound value: the last number of a stream, a page of a stream.
#
# Guess: `prepare_cached` prepares a statement once; binding other values costs nothing.
# Seen: of ten uses with ten values nine prepare the statement again (SQLITE_STMTSTATUS_REPREPARE is 9), for what goes back
# into the cache has its bindings cleared, and the bundled SQLite, built with SQLITE_ENABLE_STAT4, has noted that the plan may
# depend on them. A statement that the caller holds on to with `prepare` is planned once (0), and so is one without an
# order. SQLITE_DBCONFIG_ENABLE_QPSG ends it (0).
#
# For a conference: each command that is stored asks for the last number of its stream, and was planned anew for it: a
# twentieth of what the command cost the server. Plenary's log sets QPSG (src/log/sqlite/schema.rs, with a test).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset CARGO_TARGET_DIR RUSTC_WORKSPACE_WRAPPER
cargo init --quiet --vcs none --name planned
cargo add --quiet rusqlite@=0.43.0 --features bundled
cat >src/main.rs <<'RS'
use rusqlite::config::DbConfig;
use rusqlite::{Connection, StatementStatus, version};

const LAST: &str = "SELECT max(seq) FROM entry WHERE stream = ?1";
const COUNT: &str = "SELECT count(*) FROM entry WHERE stream = ?1";

/// How often a statement is planned again in ten uses: one that is taken from the cache, and one that is held.
fn planned_again(sql: &str, keeps_plans: bool) -> rusqlite::Result<(i32, i32)> {
    let connection = Connection::open_in_memory()?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, keeps_plans)?;
    connection.execute_batch("CREATE TABLE entry (stream TEXT, seq INTEGER, PRIMARY KEY (stream, seq)) WITHOUT ROWID")?;
    let mut held = connection.prepare(sql)?;
    let mut cached = 0;
    for number in 0..10 {
        let value = [format!("session-{number}")];
        held.exists(value.clone())?;
        let mut kept = connection.prepare_cached(sql)?;
        kept.exists(value)?;
        cached = kept.get_status(StatementStatus::RePrepare);
    }
    Ok((cached, held.get_status(StatementStatus::RePrepare)))
}

fn main() -> rusqlite::Result<()> {
    let (last, count) = (planned_again(LAST, false)?, planned_again(COUNT, false)?);
    let with_qpsg = planned_again(LAST, true)?;
    println!("SQLite {}, planned again of ten uses (cached, held): {last:?} {LAST}; {count:?} {COUNT}", version());
    println!("with QPSG: {with_qpsg:?} {LAST}");
    assert_eq!((last, count, with_qpsg), ((9, 0), (0, 0), (0, 0)), "this has changed");
    Ok(())
}
RS
cargo run --quiet
