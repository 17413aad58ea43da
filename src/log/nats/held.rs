//! What this node knows of a stream: its end, and where in it entries stand.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::super::{LogFault, Stream};
use super::api::Stored;
use super::kept::{Kept, KeptAppend};

/// How many appends lie before one, by the number of its last entry.
pub(super) const AFTER: &str = "Plenary-After";
/// How many entries an append has.
pub(super) const COUNT: &str = "Plenary-Count";
/// Which append it is: no other has the same id.
pub(super) const APPEND: &str = "Plenary-Append";
/// Which append was the last when it was made.
pub(super) const PREVIOUS: &str = "Plenary-Previous";
/// How the message is to be read.
pub(super) const FORMAT: &str = "Plenary-Format";
/// In how many messages its entries are kept, where they are too large for its own.
pub(super) const REST: &str = "Plenary-Rest";

/// The format that is written, and the newest that is read.
pub(super) const FORMAT_KNOWN: u64 = 1;

/// How many places are remembered.
const MARKS_MAX: usize = 256;

/// The end of an append: what came before is the beginning of the stream.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Mark {
    /// Number of its last entry.
    pub(super) entry: u64,
    /// Number of its message.
    pub(super) message: u64,
    /// Its id.
    pub(super) append: String,
}

impl Mark {
    /// Whether a message comes right after this append, as far as both can say.
    pub(super) fn is_followed_by(&self, next: &Stored) -> bool {
        next.headers.number(AFTER) == self.entry
            && next.headers.get(PREVIOUS).unwrap_or_default() == self.append
    }
}

impl Stored {
    /// The end of this append.
    ///
    /// # Errors
    /// If a newer version wrote it.
    pub(super) fn mark(&self, stream: &Stream) -> Result<Mark, LogFault> {
        let found = self.headers.number(FORMAT);
        if found > FORMAT_KNOWN {
            return Err(LogFault::Newer { stream: stream.clone(), found, known: FORMAT_KNOWN });
        }
        Ok(Mark {
            entry: self.headers.number(AFTER).saturating_add(self.headers.number(COUNT)),
            message: self.message,
            append: self.headers.get(APPEND).unwrap_or_default().to_owned(),
        })
    }
}

/// A stream of the log, at this node.
pub(super) struct Held {
    pub(super) stream: Stream,
    /// Held by the append that is under way: there is one at a time.
    pub(super) writing: tokio::sync::Mutex<()>,
    known: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    /// The furthest end that was ever seen.
    end: Mark,
    marks: BTreeMap<u64, Mark>,
    /// Whether the stream is on the servers for certain.
    made: bool,
    /// Whether what was seen is not there.
    shortened: Option<Loss>,
    /// The newest appends.
    kept: Kept,
    /// The connection over which the end was last found where it was.
    compared: Option<Connection>,
}

/// How it was found that a stream is not what it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loss {
    /// The furthest append that was seen is not where it was: it may be put back there.
    Missing,
    /// It goes on otherwise than from what was seen.
    Otherwise,
}

/// A connection of the client: its server's id, and the client's there.
pub(super) type Connection = (String, u64);

impl Held {
    pub(super) fn new(stream: Stream) -> Self {
        Self { stream, writing: tokio::sync::Mutex::default(), known: Mutex::default() }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The furthest end that was seen.
    ///
    /// # Errors
    /// [`LogFault::Shortened`] while the stream is found cut back.
    pub(super) fn end(&self) -> Result<Mark, LogFault> {
        let known = self.known();
        if known.shortened.is_some() { Err(self.shortened_fault()) } else { Ok(known.end.clone()) }
    }

    /// The furthest end that was seen, though it may not be there any more.
    pub(super) fn furthest(&self) -> Mark {
        self.known().end.clone()
    }

    /// Keeps an append that was read or stored, unless something was erased since.
    pub(super) fn keep(&self, append: KeptAppend, erasures: u64) {
        self.known().kept.keep(append, erasures);
    }

    /// How often something was erased of the stream here: to be asked before what is kept is read.
    pub(super) fn erasures(&self) -> u64 {
        self.known().kept.erasures()
    }

    /// Lets go of what subjects have in what is kept.
    pub(super) fn erase_kept(&self, subjects: &[String]) {
        self.known().kept.erase(subjects);
    }

    /// The appends from one end to another, where all of them are kept.
    pub(super) fn kept(&self, from: &Mark, to: &Mark) -> Option<Vec<KeptAppend>> {
        self.known().kept.between(from, to)
    }

    /// Remembers an end, if it is further than what was seen.
    pub(super) fn saw_end(&self, mark: &Mark) {
        let mut known = self.known();
        if mark.message > known.end.message {
            known.end = mark.clone();
        }
        drop(known);
        self.saw(mark);
    }

    /// Remembers where an append ends.
    pub(super) fn saw(&self, mark: &Mark) {
        let mut known = self.known();
        known.marks.insert(mark.entry, mark.clone());
        if known.marks.len() > MARKS_MAX {
            known.marks.pop_first();
        }
    }

    /// The last known append that ends at or before an entry, and the first that ends after it.
    pub(super) fn around(&self, entry: u64) -> (Mark, Option<Mark>) {
        let known = self.known();
        let before = known.marks.range(..=entry).next_back().map(|(_, mark)| mark.clone());
        let after = known.marks.range(entry.saturating_add(1)..).next().map(|(_, mark)| mark.clone());
        (before.unwrap_or_default(), after)
    }

    /// The append whose message has this number, if it is known.
    pub(super) fn marked(&self, entry: u64, message: u64) -> Option<Mark> {
        if message == 0 {
            return Some(Mark::default());
        }
        self.known().marks.get(&entry).filter(|mark| mark.message == message).cloned()
    }

    /// Whether the end was found where it was since the client is connected so.
    pub(super) fn is_compared(&self, connection: &Connection) -> bool {
        self.known().compared.as_ref() == Some(connection)
    }

    pub(super) fn was_compared(&self, connection: Connection) {
        self.known().compared = Some(connection);
    }

    pub(super) fn is_made(&self) -> bool {
        self.known().made
    }

    pub(super) fn was_made(&self) {
        self.known().made = true;
    }

    /// From now on the stream is not read or written: the furthest append that was seen is not where it was. It may be put
    /// back there.
    pub(super) fn is_shortened(&self) -> LogFault {
        self.known().shortened.get_or_insert(Loss::Missing);
        self.shortened_fault()
    }

    /// From now on the stream is not read or written: it goes on otherwise than from what was seen, which no append that is
    /// put back can mend.
    pub(super) fn went_otherwise(&self) -> LogFault {
        self.known().shortened = Some(Loss::Otherwise);
        self.shortened_fault()
    }

    /// Whether it was found that something is missing that may be put back.
    pub(super) fn is_missing(&self) -> bool {
        self.known().shortened == Some(Loss::Missing)
    }

    /// What was missing is where it was.
    pub(super) fn is_whole_again(&self) {
        let mut known = self.known();
        if known.shortened == Some(Loss::Missing) {
            known.shortened = None;
        }
    }

    fn shortened_fault(&self) -> LogFault {
        LogFault::Shortened { stream: self.stream.clone() }
    }
}
