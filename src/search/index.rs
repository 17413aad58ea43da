//! The index of one session, or of the conference: full-text search of SQLite over folded words, in memory.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::{Connection, params};

use super::searched::PassageOf as _;
use super::words::bare;
use super::{Query, SearchFault, Searched};
use crate::terms::folding::{fold, words};
use crate::terms::limits::FOUND_MAX;

/// Of the passages that somebody may find, the newest so many are ranked: a word that is everywhere is not looked up
/// everywhere.
const RANKED_MAX: usize = 500;

/// What SQLite keeps of a passage: its words, once as they are and once without article. No text, only where words stand.
/// Marks are parts of words, as they are in [`words`]; the letters are folded already.
const TABLE: &str = "
    PRAGMA journal_mode = OFF;
    CREATE VIRTUAL TABLE found USING fts5(
        words, bare, content = '', contentless_delete = 1, prefix = '2 3',
        tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\"
    );
    INSERT INTO found (found, rank) VALUES ('automerge', 0);";
/// By itself FTS5 puts together what was written piece by piece with every sixty-fourth change, and whoever searches then waits
/// for it. A little with each change comes to the same.
const MERGE: &str = "INSERT INTO found (found, rank) VALUES ('merge', ?1)";
/// Pages that are put together for each passage that changed, and most of them at once: many passages come in one change.
const MERGED: (u32, u32) = (4, 400);

/// A passage that was found, as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<S: Searched> {
    /// Its key.
    pub key: S::Key,
    /// The passage.
    pub passage: S::Passage,
}

/// What one search tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What fits best first, of what fits alike the newest; at most [`FOUND_MAX`].
    pub found: Vec<T>,
    /// Whether there is more.
    pub more: bool,
}

/// An index of all passages of one session, or of the conference.
pub struct Index<S: Searched>(Mutex<Option<Held<S>>>);

impl<S: Searched> Default for Index<S> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<S: Searched> Index<S> {
    /// Brings the index up to a state; of an earlier one it knows more already. It takes as long as there is to be taken in:
    /// not on a thread that carries others.
    ///
    /// # Errors
    /// [`SearchFault`]; the index is made anew with the next try.
    pub fn take(&self, now: &S) -> Result<(), SearchFault> {
        Self::taken(&mut self.held(), now).map(|_held| ())
    }

    /// Finds passages that hold all of the words, in the scopes that somebody follows, as they stand in a state.
    ///
    /// # Errors
    /// As [`Index::take`].
    pub fn find(
        &self,
        now: &S,
        query: &Query,
        follows: &BTreeSet<S::Scope>,
        among: impl Fn(&S::Key) -> bool,
    ) -> Result<Page<Found<S>>, SearchFault> {
        let keys = Self::taken(&mut self.held(), now)?.find(query, follows, among)?;
        let stands = keys.into_iter().filter_map(|key| {
            let passage = now.passage(&key)?;
            // The state has the last word: an index may be of a later one.
            let fit = query.fit(&fold(passage.text())).filter(|_| follows.contains(passage.scope()))?;
            Some((fit, Found { key, passage }))
        });
        let mut ranked: Vec<_> = stands.collect();
        // What fits alike stays the newest first.
        ranked.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let more = ranked.len() > FOUND_MAX;
        Ok(Page { found: ranked.into_iter().take(FOUND_MAX).map(|(_, found)| found).collect(), more })
    }

    fn held(&self) -> MutexGuard<'_, Option<Held<S>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn taken<'a>(held: &'a mut Option<Held<S>>, now: &S) -> Result<&'a Held<S>, SearchFault> {
        // Half of a change may have been taken in where one fails: then all of it is made anew.
        let mut index = match held.take() {
            Some(index) => index,
            None => Held::new()?,
        };
        index.take(now)?;
        Ok(held.insert(index))
    }
}

struct Held<S: Searched> {
    table: Connection,
    /// What is in the table.
    of: Option<S>,
    /// The passages by their rows, the newer the greater.
    rows: HashMap<i64, (S::Key, S::Scope)>,
    places: BTreeMap<S::Key, i64>,
    last: i64,
}

impl<S: Searched> Held<S> {
    fn new() -> Result<Self, SearchFault> {
        let table = Connection::open_in_memory()?;
        table.execute_batch(TABLE)?;
        Ok(Self { table, of: None, rows: HashMap::new(), places: BTreeMap::new(), last: 0 })
    }

    fn take(&mut self, now: &S) -> Result<(), SearchFault> {
        if self.of.as_ref().is_some_and(|of| !now.is_after(of)) {
            return Ok(());
        }
        let keys = S::reworded(self.of.as_ref(), now);
        let standing = keys.iter().filter_map(|key| now.passage(key).map(|passage| (key, passage)));
        let mut standing: Vec<(&S::Key, S::Passage)> = standing.collect();
        standing.sort_by_key(|(_, passage)| passage.at_ms());
        let change = self.table.unchecked_transaction()?;
        {
            let mut remove = change.prepare_cached("DELETE FROM found WHERE rowid = ?1")?;
            for key in &keys {
                if let Some(row) = self.places.remove(key) {
                    self.rows.remove(&row);
                    remove.execute([row])?;
                }
            }
            let mut add =
                change.prepare_cached("INSERT INTO found (rowid, words, bare) VALUES (?1, ?2, ?3)")?;
            for (key, passage) in standing {
                self.last += 1;
                let (all, without) = written(passage.text());
                add.execute(params![self.last, all, without])?;
                self.rows.insert(self.last, (key.clone(), passage.scope().clone()));
                self.places.insert(key.clone(), self.last);
            }
        }
        let ((each, most), changed) = (MERGED, u32::try_from(keys.len()).unwrap_or(u32::MAX));
        change.prepare_cached(MERGE)?.execute([changed.saturating_mul(each).min(most)])?;
        change.commit()?;
        self.of = Some(now.clone());
        Ok(())
    }

    /// Keys of what may fit, the newest first. Of what somebody may not find nothing is told, not even how much it is.
    ///
    /// It is not ranked here: for that FTS5 counts, with each search, in how many passages each word stands, and of two
    /// letters that begin a word that is most of them.
    fn find(
        &self,
        query: &Query,
        follows: &BTreeSet<S::Scope>,
        among: impl Fn(&S::Key) -> bool,
    ) -> Result<Vec<S::Key>, SearchFault> {
        let select = "SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rowid DESC";
        let mut select = self.table.prepare_cached(select)?;
        let mut rows = select.query([query.expression()])?;
        let mut newest = Vec::new();
        while newest.len() < RANKED_MAX
            && let Some(row) = rows.next()?
        {
            let Some((key, scope)) = self.rows.get(&row.get(0)?) else { continue };
            if follows.contains(scope) && among(key) {
                newest.push(key.clone());
            }
        }
        Ok(newest)
    }
}

/// The words of a text as they are kept, and those without article.
fn written(text: &str) -> (String, String) {
    let folded = fold(text);
    let (mut all, mut without) = (Vec::new(), Vec::new());
    for (_, word) in words(&folded) {
        all.push(word);
        without.extend(bare(word));
    }
    (all.join(" "), without.join(" "))
}
