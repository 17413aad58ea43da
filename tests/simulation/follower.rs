//! One who follows a room: builds the view up from what each event touches, as clients are sent it.

use std::collections::{BTreeMap, HashSet};

use plenary::meeting::Meeting;
use plenary::meeting::view::{self, Entity, Key, Scope};
use plenary::room::Publication;
use tokio::sync::mpsc;

/// The view as built up.
pub struct Follower {
    meeting: Meeting,
    held: BTreeMap<Key, Entity>,
    /// After how many publications the whole view is looked at.
    every: u64,
}

impl Follower {
    /// Begins with the meeting as it stands.
    pub fn new(meeting: Meeting) -> Self {
        let scopes = scopes(&meeting);
        let keys = scopes.iter().flat_map(|scope| view::keys(&meeting, scope));
        let held = keys.filter_map(|key| Some((key.clone(), view::render(&meeting, &key)?))).collect();
        Self { meeting, held, every: 1 }
    }

    /// Looks at the whole view only after each so many publications, and at the end.
    pub fn looking_every(mut self, publications: u64) -> Self {
        self.every = publications;
        self
    }

    /// Follows until the room ends; tells where it came to.
    pub async fn follow(mut self, mut published: mpsc::Receiver<Publication>) -> Meeting {
        let mut taken = 0;
        while let Some(publication) = published.recv().await {
            assert_eq!(publication.before, self.meeting, "publications join up");
            for recorded in publication.events.iter() {
                assert_eq!(recorded.seq, self.meeting.seq + 1, "without gap or double");
                let mut after = self.meeting.clone();
                after.evolve(recorded);
                for key in view::touched(&self.meeting, &recorded.event, &after) {
                    match view::render(&after, &key) {
                        Some(entity) => drop(self.held.insert(key, entity)),
                        None => drop(self.held.remove(&key)),
                    }
                }
                self.meeting = after;
            }
            assert_eq!(publication.after, self.meeting);
            taken += 1;
            if taken % self.every == 0 {
                self.assert_true();
            }
        }
        self.assert_true();
        self.meeting
    }

    /// What was built up is the view made afresh; and the lists are sound.
    fn assert_true(&self) {
        let fresh = Self::new(self.meeting.clone());
        assert_eq!(self.held, fresh.held, "at {}", self.meeting.seq);
        assert_eq!(self.meeting.broken_invariant(), None, "at {}", self.meeting.seq);
        for list in self.meeting.speakers.lists.values() {
            let mut seats = BTreeMap::<_, u16>::new();
            for request in &list.queue {
                let entry = self.meeting.speakers.request(request).expect("a queued request is known");
                assert!(entry.state.is_waiting(), "{entry:?} stands in the queue");
                *seats.entry(entry.request.delegation.clone()).or_default() += 1;
            }
            let most = list.plan.requests_per_delegation_max;
            assert!(seats.values().all(|requests| *requests <= most), "{seats:?}");
        }
    }
}

/// All scopes that somebody follows.
fn scopes(meeting: &Meeting) -> HashSet<Scope> {
    meeting.roster.people().flat_map(|person| view::scopes(meeting, person)).collect()
}
