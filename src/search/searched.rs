//! What has passages to be found: a session, and the conference. Whatever else has some says so here, and is searched by the
//! same index.

use std::fmt::Debug;

use crate::conference::passages::{self, Library};
use crate::conference::view as of_conference;
use crate::meeting::Meeting;
use crate::meeting::view::{self, Key, Passage, Scope};
use crate::terms::ids::Moment;

/// Something whose passages are found by their words.
pub trait Searched: Clone + Send + 'static {
    /// Names a passage.
    type Key: Ord + Clone + Debug + Send;
    /// A part of the view that one audience shares.
    type Scope: Ord + Clone + Send;
    /// A passage.
    type Passage: PassageOf<Self::Scope>;

    /// Whether it tells of later than another state of the same.
    fn is_after(&self, other: &Self) -> bool;

    /// Keys of the passages that may differ since an earlier state; of all where there is none.
    fn reworded(before: Option<&Self>, after: &Self) -> Vec<Self::Key>;

    /// A passage as it stands; none where there is nothing to find.
    fn passage(&self, key: &Self::Key) -> Option<Self::Passage>;
}

/// What an index asks of a passage.
pub trait PassageOf<S> {
    /// Who may find it: those who follow this scope.
    fn scope(&self) -> &S;
    /// Its text, as it was written.
    fn text(&self) -> &str;
    /// When it came to be.
    fn at_ms(&self) -> Moment;
}

impl Searched for Meeting {
    type Key = Key;
    type Scope = Scope;
    type Passage = Passage;

    fn is_after(&self, other: &Self) -> bool {
        self.seq > other.seq
    }

    fn reworded(before: Option<&Self>, after: &Self) -> Vec<Key> {
        view::reworded(before, after)
    }

    fn passage(&self, key: &Key) -> Option<Passage> {
        view::passage(self, key)
    }
}

impl PassageOf<Scope> for Passage {
    fn scope(&self) -> &Scope {
        &self.scope
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn at_ms(&self) -> Moment {
        self.at_ms()
    }
}

impl Searched for Library {
    type Key = passages::Key;
    type Scope = of_conference::Scope;
    type Passage = passages::Passage;

    fn is_after(&self, other: &Self) -> bool {
        self.stand() > other.stand()
    }

    fn reworded(before: Option<&Self>, after: &Self) -> Vec<passages::Key> {
        passages::reworded(before, after)
    }

    fn passage(&self, key: &passages::Key) -> Option<passages::Passage> {
        passages::passage(self, key)
    }
}

impl PassageOf<of_conference::Scope> for passages::Passage {
    fn scope(&self) -> &of_conference::Scope {
        &self.scope
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn at_ms(&self) -> Moment {
        self.place.at_ms()
    }
}
