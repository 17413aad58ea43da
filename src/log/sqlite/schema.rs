//! The database file: what it must be to be opened, its tables, and how older formats become the present one.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};

use super::super::{Holder, OpenFault};
use super::Settings;

/// Marks the file as ours: "Plen" in ASCII. Never changes.
const APPLICATION_ID: i64 = 0x506c_656e;

/// Each step from one format to the next; the number of steps done is the format of the file. Steps are added at
/// the end and never altered, since databases in use have been through them.
const MIGRATIONS: &[&str] = &[
    // 1: entries by stream and number, blobs by name.
    "CREATE TABLE entry (
         stream TEXT NOT NULL,
         seq    INTEGER NOT NULL CHECK (seq > 0),
         at_ms  INTEGER NOT NULL,
         kind   TEXT NOT NULL,
         body   BLOB NOT NULL,
         PRIMARY KEY (stream, seq)
     ) STRICT, WITHOUT ROWID;
     CREATE TABLE blob (
         name  TEXT NOT NULL PRIMARY KEY,
         bytes BLOB NOT NULL
     ) STRICT;",
    // 2: what of an entry can be erased, by whose it is.
    "CREATE TABLE part (
         stream  TEXT NOT NULL,
         subject TEXT NOT NULL,
         seq     INTEGER NOT NULL,
         body    BLOB NOT NULL,
         PRIMARY KEY (stream, seq, subject)
     ) STRICT, WITHOUT ROWID;
     CREATE INDEX part_of_subject ON part (stream, subject);",
];

/// Largest file that is looked through before it is used, in bytes: it takes some milliseconds.
const CHECKED_BYTES_MAX: i64 = 8 << 20;

/// How long to wait for another program that reads the file, such as a backup.
const BUSY_TIMEOUT: Duration = Duration::from_secs(2);

/// Why a file was refused, before its path is known.
enum Unfit {
    Foreign,
    Corrupt(String),
    Newer {
        found: i64,
        known: i64,
    },
    /// Without a write-ahead log, readers would hold up the writer.
    NoWal,
    Failed(rusqlite::Error),
}

impl From<rusqlite::Error> for Unfit {
    fn from(error: rusqlite::Error) -> Self {
        Self::Failed(error)
    }
}

/// Opens the file for the writer, making it if it is missing, and brings it to the present format.
pub(super) fn open(file: &Path, settings: Settings) -> Result<Connection, OpenFault> {
    prepare(file, settings).map_err(|unfit| unfit.at(file))
}

/// Opens the file for reading only.
pub(super) fn open_reader(file: &Path) -> rusqlite::Result<Connection> {
    let connection = reading(file)?;
    keep_plans(&connection)?;
    Ok(connection)
}

fn reading(file: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    Ok(connection)
}

/// Copies the file as it stands at one moment.
pub(super) fn copy(file: &Path, into: &Path) -> Result<(), OpenFault> {
    let copied = || -> Result<(), Unfit> {
        let connection = reading(file)?;
        recognise(&connection)?;
        connection.execute("VACUUM INTO ?1", [into.to_string_lossy()])?;
        Ok(())
    };
    copied().map_err(|unfit| unfit.at(file))
}

/// Reads all of a file that is not used, and tells what is wrong with it.
pub(super) fn check_whole(file: &Path) -> Result<(), OpenFault> {
    let checked = || -> Result<(), Unfit> {
        let connection = reading(file)?;
        // It may be a stranger's: nothing that its tables bring along is run.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        if recognise(&connection)? == 0 {
            return Err(Unfit::Foreign);
        }
        let own = "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')";
        if connection.query_row(own, [], |row| row.get::<_, i64>(0))? > 0 {
            return Err(Unfit::Foreign);
        }
        verdict(&connection, "PRAGMA quick_check(1)")?.map_or(Ok(()), |detail| Err(Unfit::Corrupt(detail)))
    };
    checked().map_err(|unfit| unfit.at(file))
}

/// A statement that is kept stays prepared whatever is bound to it. SQLite as rusqlite builds it (with `STAT4`) plans one of
/// the cache anew at every use where an index gives its order behind a bound value, as for the last number of a stream
/// (rusqlite 0.43.0, `findings/a-kept-statement-is-planned-anew.sh`).
fn keep_plans(connection: &Connection) -> rusqlite::Result<()> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).map(drop)
}

fn prepare(file: &Path, settings: Settings) -> Result<Connection, Unfit> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(file, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    keep_plans(&connection)?;
    // Look before touching anything: the file of another program stays as it is.
    let format = recognise(&connection)?;
    check_pages(&connection)?;
    let journal: String =
        connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if journal != "wal" {
        return Err(Unfit::NoWal);
    }
    // Every commit reaches the disk before it is acknowledged; on macOS only with its own full barrier.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    // What is erased is overwritten, not only let go of.
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    migrate(&mut connection, format)?;
    limit(&connection, settings)?;
    Ok(connection)
}

/// The format of the file: 0 for an empty one.
fn recognise(connection: &Connection) -> Result<usize, Unfit> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = pragma("application_id")?;
    let format = pragma("user_version")?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    match application {
        0 if tables == 0 && format == 0 => Ok(0),
        APPLICATION_ID => usize::try_from(format)
            .ok()
            .filter(|format| *format <= MIGRATIONS.len())
            .ok_or(Unfit::Newer { found: format, known: MIGRATIONS.len() as i64 }),
        _ => Err(Unfit::Foreign),
    }
}

/// Looks through a file at once where it is small, before anything is written. A large one would keep a server from being
/// ready the longer the more was ever said: what the sessions need of it is read when they are opened, and damage is met
/// then; the rest is looked through later.
fn check_pages(connection: &Connection) -> Result<(), Unfit> {
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let bytes = number("page_count")?.saturating_mul(number("page_size")?);
    if bytes > CHECKED_BYTES_MAX {
        return Ok(());
    }
    verdict(connection, "PRAGMA quick_check(1)")?.map_or(Ok(()), |detail| Err(Unfit::Corrupt(detail)))
}

/// Reads all entries, and tells the first damage found.
pub(super) fn first_damage(connection: &Connection) -> rusqlite::Result<Option<String>> {
    verdict(connection, "PRAGMA quick_check(entry)")
}

/// What a check has found; none where all is well.
fn verdict(connection: &Connection, check: &str) -> rusqlite::Result<Option<String>> {
    let verdict: String = connection.query_row(check, [], |row| row.get(0))?;
    // It is of several lines, and goes into a sentence.
    Ok((verdict != "ok").then(|| verdict.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// All steps that are missing, or none.
fn migrate(connection: &mut Connection, format: usize) -> rusqlite::Result<()> {
    if format == MIGRATIONS.len() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for step in MIGRATIONS.iter().skip(format) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
    transaction.commit()
}

fn limit(connection: &Connection, settings: Settings) -> rusqlite::Result<()> {
    let Some(bytes_max) = settings.bytes_max else { return Ok(()) };
    let page_bytes: i64 = connection.pragma_query_value(None, "page_size", |row| row.get(0))?;
    let pages_max = (i64::try_from(bytes_max).unwrap_or(i64::MAX) / page_bytes.max(1)).max(1);
    connection.pragma_update_and_check(None, "max_page_count", pages_max, |_| Ok(()))
}

impl Unfit {
    fn at(self, file: &Path) -> OpenFault {
        let path = file.to_owned();
        match self {
            Self::Foreign => OpenFault::Foreign { path },
            Self::Corrupt(detail) => OpenFault::Corrupt { path, detail },
            Self::Newer { found, known } => OpenFault::Newer { path, found, known },
            Self::NoWal => {
                OpenFault::Storage { path, reason: "its disk allows no write-ahead log".to_owned() }
            }
            Self::Failed(error) => failed(&error, path),
        }
    }
}

fn failed(error: &rusqlite::Error, path: PathBuf) -> OpenFault {
    let code = error.sqlite_error_code();
    let is = |codes: &[ErrorCode]| code.is_some_and(|code| codes.contains(&code));
    let reason = error.to_string();
    if is(&[ErrorCode::DiskFull]) {
        OpenFault::Full { path }
    } else if is(&[ErrorCode::NotADatabase]) {
        OpenFault::NotADatabase { path }
    } else if is(&[ErrorCode::DatabaseCorrupt]) {
        OpenFault::Corrupt { path, detail: reason }
    } else if is(&[ErrorCode::ReadOnly, ErrorCode::CannotOpen, ErrorCode::PermissionDenied]) {
        OpenFault::NotWritable { path, reason }
    } else if is(&[ErrorCode::DatabaseBusy, ErrorCode::DatabaseLocked]) {
        let folder = path.parent().unwrap_or(&path).to_owned();
        OpenFault::Locked { path: folder, holder: Holder::Unknown }
    } else {
        OpenFault::Storage { path, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::StatementStatus;

    #[test]
    fn a_statement_that_is_kept_is_planned_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("log");
        let writer = open(&file, Settings::default()).unwrap_or_else(|fault| panic!("{fault}"));
        let reader = open_reader(&file).expect("it opens");
        for connection in [writer, reader] {
            let sql = "SELECT coalesce(max(seq), 0) FROM entry WHERE stream = ?1";
            for stream in ["a", "b", "c"] {
                let mut statement = connection.prepare_cached(sql).expect("a statement");
                assert_eq!(statement.query_row([stream], |row| row.get(0)), Ok(0));
                assert_eq!(statement.get_status(StatementStatus::RePrepare), 0, "{stream}");
            }
        }
    }
}
