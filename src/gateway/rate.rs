//! How fast one person may send and call: token buckets, held for the person, so that whoever connects again finds theirs
//! as they left it. A bucket that is full again is forgotten, for a new one would be the same.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::terms::ids::{Millis, Moment, PersonId, SessionId};

/// Messages a person may send to a session at once.
pub const BURST: u32 = 40;
/// Messages they gain each second.
pub const PER_SECOND: u32 = 10;
/// With so many left, they are warned, once until they have recovered.
pub const WARN_LEFT: u32 = 10;

/// How often something may be done at once, and how long it takes to gain one more.
#[derive(Debug, Clone, Copy)]
pub struct Allowance {
    /// Times at once.
    pub at_once: u32,
    /// How long it takes to gain another, in milliseconds.
    pub every_ms: Millis,
}

/// Messages of a person to a session, pings included.
pub const MESSAGES: Allowance = Allowance { at_once: BURST, every_ms: 1_000 / PER_SECOND as Millis };
/// Joining a session, which costs snapshots of all that the person sees; and as often its sound by WebSocket.
pub const JOINS: Allowance = Allowance { at_once: 20, every_ms: 2_000 };
/// Offers of sound over WebRTC: each costs handshakes.
pub const OFFERS: Allowance = Allowance { at_once: 8, every_ms: 2_000 };
/// Texts on a WebSocket of sound.
pub const SOUND_TEXTS: Allowance = Allowance { at_once: 40, every_ms: 500 };
/// Reading: the past of the chat, the proceedings, and whatever costs more than a look.
pub const READING: Allowance = Allowance { at_once: 40, every_ms: 200 };
/// Searching: each ranks what it finds in a session.
pub const SEARCHING: Allowance = Allowance { at_once: 10, every_ms: 1_000 };
/// Documents of the record: each reads the log of a session, or of all.
pub const EXPORTING: Allowance = Allowance { at_once: 30, every_ms: 2_000 };
/// Making and revoking links.
pub const LINKING: Allowance = Allowance { at_once: 40, every_ms: 200 };
/// Handing in statements, each of which is kept for good.
pub const HANDING_IN: Allowance = Allowance { at_once: 6, every_ms: 60_000 };
/// Giving files of documents, each of which is kept for good.
pub const GIVING_PAPERS: Allowance = Allowance { at_once: 60, every_ms: 2_000 };
/// Buckets remembered before those that are full again are forgotten.
const REMEMBERED: usize = 10_000;

/// What becomes of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It is read.
    Pass,
    /// It is read, and the client is told how many more are.
    Warn(u32),
    /// It is refused; so long to wait.
    Refuse(Millis),
}

/// A bucket that fills by itself. What is in it counts in milliseconds, of which each token takes so many to gain.
#[derive(Debug)]
pub struct Bucket {
    held_ms: Millis,
    at_ms: Moment,
    token_ms: Millis,
    full_ms: Millis,
}

impl Bucket {
    /// A full bucket of `burst` tokens, which gains one every `token_ms`.
    pub fn new(burst: u32, token_ms: Millis, now_ms: Moment) -> Self {
        let full_ms = Millis::from(burst) * token_ms;
        Self { held_ms: full_ms, at_ms: now_ms, token_ms, full_ms }
    }

    fn of(Allowance { at_once, every_ms }: Allowance, now_ms: Moment) -> Self {
        Self::new(at_once, every_ms, now_ms)
    }

    /// Takes a token out of the bucket and tells how many are left.
    ///
    /// # Errors
    /// How long to wait for the next, if there is none.
    pub fn take(&mut self, now_ms: Moment) -> Result<u32, Millis> {
        self.fill(now_ms);
        if self.held_ms < self.token_ms {
            return Err(self.token_ms - self.held_ms);
        }
        self.held_ms -= self.token_ms;
        Ok(u32::try_from(self.held_ms / self.token_ms).unwrap_or(u32::MAX))
    }

    fn fill(&mut self, now_ms: Moment) {
        let gained_ms = (now_ms - self.at_ms).clamp(0, self.full_ms);
        self.held_ms = (self.held_ms + gained_ms).min(self.full_ms);
        self.at_ms = now_ms;
    }

    fn is_full(&mut self, now_ms: Moment) -> bool {
        self.fill(now_ms);
        self.held_ms == self.full_ms
    }
}

/// The bucket of a person's messages, which warns them.
#[derive(Debug)]
struct Rate {
    bucket: Bucket,
    warned: bool,
}

impl Rate {
    fn new(now_ms: Moment) -> Self {
        Self { bucket: Bucket::of(MESSAGES, now_ms), warned: false }
    }

    fn take(&mut self, now_ms: Moment) -> Verdict {
        let left = match self.bucket.take(now_ms) {
            Ok(left) => left,
            Err(wait_ms) => return Verdict::Refuse(wait_ms),
        };
        match (left <= WARN_LEFT, self.warned) {
            (true, false) => {
                self.warned = true;
                Verdict::Warn(left)
            }
            (true, true) => Verdict::Pass,
            (false, _) => {
                self.warned = self.warned && left < BURST / 2;
                Verdict::Pass
            }
        }
    }
}

/// How fast one person may go in one session, over all their connections.
#[derive(Debug)]
pub struct Pace {
    messages: Mutex<Rate>,
    joins: Mutex<Bucket>,
    sound_joins: Mutex<Bucket>,
    offers: Mutex<Bucket>,
    sound_texts: Mutex<Bucket>,
}

impl Pace {
    /// All buckets full.
    pub fn new(now_ms: Moment) -> Self {
        let full = |allowance| Mutex::new(Bucket::of(allowance, now_ms));
        Self {
            messages: Mutex::new(Rate::new(now_ms)),
            joins: full(JOINS),
            sound_joins: full(JOINS),
            offers: full(OFFERS),
            sound_texts: full(SOUND_TEXTS),
        }
    }

    /// One message more.
    pub fn message(&self, now_ms: Moment) -> Verdict {
        locked(&self.messages).take(now_ms)
    }

    /// Joins once more.
    ///
    /// # Errors
    /// How long to wait before, in milliseconds.
    pub fn join(&self, now_ms: Moment) -> Result<(), Millis> {
        locked(&self.joins).take(now_ms).map(drop)
    }

    /// Opens a WebSocket of sound once more.
    ///
    /// # Errors
    /// How long to wait before, in milliseconds.
    pub fn sound_join(&self, now_ms: Moment) -> Result<(), Millis> {
        locked(&self.sound_joins).take(now_ms).map(drop)
    }

    /// Offers sound once more.
    ///
    /// # Errors
    /// How long to wait before, in milliseconds.
    pub fn offer(&self, now_ms: Moment) -> Result<(), Millis> {
        locked(&self.offers).take(now_ms).map(drop)
    }

    /// One text more on a WebSocket of sound.
    ///
    /// # Errors
    /// How long to wait before, in milliseconds.
    pub fn sound_text(&self, now_ms: Moment) -> Result<(), Millis> {
        locked(&self.sound_texts).take(now_ms).map(drop)
    }

    fn is_full(&self, now_ms: Moment) -> bool {
        let full = |bucket: &Mutex<Bucket>| locked(bucket).is_full(now_ms);
        locked(&self.messages).bucket.is_full(now_ms)
            && full(&self.joins)
            && full(&self.sound_joins)
            && full(&self.offers)
            && full(&self.sound_texts)
    }
}

/// A person in a session, or in the lobby, which is none.
type Place = (Option<SessionId>, PersonId);

/// The pace of each person in each session, and in the lobby.
#[derive(Debug, Default)]
pub struct Paces(Mutex<Remembered<Place, Arc<Pace>>>);

impl Paces {
    /// That of a person: the same for all their connections, and for the next as long as it tells from a new one.
    pub fn of(&self, session: Option<&SessionId>, person: &PersonId, now_ms: Moment) -> Arc<Pace> {
        // One that a connection holds is kept, full or not, or two would be in use.
        let kept = |pace: &mut Arc<Pace>| Arc::strong_count(pace) > 1 || !pace.is_full(now_ms);
        let mut paces = locked(&self.0);
        let key = (session.cloned(), person.clone());
        paces.get(key, kept, || Arc::new(Pace::new(now_ms))).clone()
    }
}

/// How fast each person may call for something over HTTP.
#[derive(Debug)]
pub struct Callers(Allowance, Mutex<Remembered<PersonId, Bucket>>);

impl Callers {
    /// Whoever calls, each with this allowance.
    pub fn new(allowance: Allowance) -> Self {
        Self(allowance, Mutex::default())
    }

    /// Whether one more call of a person is answered.
    pub fn admit(&self, person: &PersonId, now_ms: Moment) -> bool {
        let mut callers = locked(&self.1);
        let fresh = || Bucket::of(self.0, now_ms);
        callers.get(person.clone(), |bucket| !bucket.is_full(now_ms), fresh).take(now_ms).is_ok()
    }
}

/// What is remembered of each, as long as it tells anything.
#[derive(Debug)]
struct Remembered<K, V> {
    held: HashMap<K, V>,
    /// With so many, those are forgotten that tell nothing.
    most: usize,
}

impl<K, V> Default for Remembered<K, V> {
    fn default() -> Self {
        Self { held: HashMap::new(), most: REMEMBERED }
    }
}

impl<K: Eq + Hash, V> Remembered<K, V> {
    fn get(&mut self, key: K, mut tells: impl FnMut(&mut V) -> bool, fresh: impl FnOnce() -> V) -> &mut V {
        if self.held.len() >= self.most {
            self.held.retain(|_, value| tells(value));
            // Where all of them tell something, they are not looked at again with each that comes.
            self.most = REMEMBERED.max(2 * self.held.len());
        }
        self.held.entry(key).or_insert_with(fresh)
    }
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_warned_once_before_it_is_refused() {
        let mut rate = Rate::new(0);
        let verdicts: Vec<_> = (0..=BURST).map(|_| rate.take(0)).collect();
        assert_eq!(verdicts.iter().filter(|at| matches!(at, Verdict::Warn(_))).count(), 1);
        let warned = verdicts.iter().position(|at| matches!(at, Verdict::Warn(_))).expect("a warning");
        let refused = verdicts.iter().position(|at| matches!(at, Verdict::Refuse(_))).expect("a refusal");
        assert!(warned < refused);
        assert_eq!(refused, BURST as usize);
    }

    #[test]
    fn the_wait_that_a_refusal_names_is_enough() {
        let mut rate = Rate::new(0);
        while !matches!(rate.take(0), Verdict::Refuse(_)) {}
        let Verdict::Refuse(wait_ms) = rate.take(0) else { panic!("still refused") };
        assert!(matches!(rate.take(wait_ms), Verdict::Pass));
    }

    #[test]
    fn a_clock_set_back_neither_gives_nor_takes() {
        let mut rate = Rate::new(1_000_000);
        assert_eq!(rate.take(0), Verdict::Pass);
        assert_eq!(rate.take(0), Verdict::Pass);
    }

    #[test]
    fn a_bucket_gains_a_token_each_time_and_no_more_than_it_holds() {
        let mut bucket = Bucket::new(2, 2_000, 0);
        assert_eq!([bucket.take(0), bucket.take(0)], [Ok(1), Ok(0)]);
        assert_eq!(bucket.take(0), Err(2_000));
        assert_eq!(bucket.take(1_999), Err(1));
        assert_eq!(bucket.take(2_000), Ok(0));
        assert_eq!(bucket.take(1_000_000), Ok(1));
    }

    fn paces_of(paces: &Paces, person: &str, now_ms: Moment) -> Arc<Pace> {
        paces.of(Some(&"opening".parse().expect("an id")), &person.parse().expect("an id"), now_ms)
    }

    #[test]
    fn whoever_connects_again_finds_the_bucket_as_they_left_it() {
        let paces = Paces::default();
        let first = paces_of(&paces, "olga", 0);
        while !matches!(first.message(0), Verdict::Refuse(_)) {}
        drop(first);
        let again = paces_of(&paces, "olga", 50);
        assert!(matches!(again.message(50), Verdict::Refuse(_)));
        assert_eq!(paces_of(&paces, "alice", 50).message(50), Verdict::Pass);
    }

    #[test]
    fn what_is_full_again_is_forgotten_and_what_is_in_use_is_not() {
        let paces = Paces::default();
        let used = paces_of(&paces, "in-use", 0);
        assert_eq!(used.message(0), Verdict::Pass);
        for number in 0..4 * REMEMBERED {
            let now_ms = Moment::try_from(number).expect("a moment") * 1_000;
            let pace = paces_of(&paces, &format!("person-{number}"), now_ms);
            assert_eq!(pace.message(now_ms), Verdict::Pass);
        }
        assert!(locked(&paces.0).held.len() <= REMEMBERED);
        let end_ms = Moment::try_from(4 * REMEMBERED).expect("a moment") * 1_000;
        assert!(Arc::ptr_eq(&used, &paces_of(&paces, "in-use", end_ms)));
    }

    #[test]
    fn those_who_all_tell_something_are_not_looked_at_with_each_that_comes() {
        let callers = Callers::new(HANDING_IN);
        for number in 0..3 * REMEMBERED {
            assert!(callers.admit(&format!("person-{number}").parse().expect("an id"), 0));
        }
        assert!(locked(&callers.1).most >= 2 * REMEMBERED);
    }
}
