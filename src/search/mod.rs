//! Finding passages by their words: an index of all that can be found of a session, over folded text.
//!
//! The index is an output that can be thrown away: it lies in memory, is made anew with each start, and what it holds is
//! what a state holds that its room has read from the log, on whatever the log is kept. It follows no stream by itself: it
//! is brought from the state that it knows to the one that is there, by what differs between the two, before it is asked.
//! So whoever searches finds what was acknowledged to them, and nothing that was erased is on a disk.
//!
//! Rights are not here. A passage says the scope in which it stands, a reader the scopes that they follow, both from the
//! view; what was found is looked up once more in the state that is there before anybody is told of it.

mod excerpt;
mod fault;
mod index;
mod searched;
mod words;

pub use excerpt::{Excerpt, MarkedWord, excerpt};
pub use fault::SearchFault;
pub use index::{Found, Index, Page};
pub use searched::{PassageOf, Searched};
pub use words::{NoQuery, QUERY_WORDS_MAX, Query};
