//! One who follows a room: builds the view up from what each event touches, as clients are sent it.

use std::collections::BTreeMap;
use std::sync::Arc;

use plenary::log::Log;
use plenary::meeting::Meeting;
use plenary::meeting::view::{self, Entity, EntityRef, Parcel, Scope};
use plenary::room::{Publication, Step};
use tokio::sync::mpsc;

use crate::oracle;
use crate::store::Store;

/// A page for each scope that somebody follows, kept true by what is sent.
pub struct Follower {
    meeting: Meeting,
    pages: BTreeMap<Scope, Store<Entity>>,
    /// Whether it looks at what is shown at all.
    sees: bool,
    /// After how many publications the whole view is looked at.
    every: u64,
    /// Who is told of each publication besides.
    told: Option<mpsc::Sender<Publication>>,
    /// Where all is to stand that is published.
    log: Option<Arc<dyn Log>>,
}

fn named(entity: Entity) -> (String, Entity) {
    let name: EntityRef = serde_json::from_value(serde_json::to_value(&entity).unwrap()).unwrap();
    (name_of(&name), entity)
}

fn name_of(name: &EntityRef) -> String {
    format!("{}/{}", name.kind, name.id)
}

fn page(meeting: &Meeting, scope: &Scope) -> Store<Entity> {
    let mut page = Store::default();
    page.snapshot(&scope.to_string(), meeting.seq, view::snapshot(meeting, scope).into_iter().map(named));
    page
}

impl Follower {
    /// Begins with the meeting as it stands.
    pub fn new(meeting: Meeting) -> Self {
        let scopes = meeting.roster.people().flat_map(|person| view::scopes(&meeting, person));
        let pages = scopes.map(|scope| (scope.clone(), page(&meeting, &scope))).collect();
        Self { meeting, pages, sees: true, every: 1, told: None, log: None }
    }

    /// Follows the meeting, and not what is shown of it.
    pub fn unseeing(meeting: Meeting) -> Self {
        Self { meeting, pages: BTreeMap::new(), sees: false, every: u64::MAX, told: None, log: None }
    }

    /// Passes each publication on.
    pub fn telling(mut self, told: mpsc::Sender<Publication>) -> Self {
        self.told = Some(told);
        self
    }

    /// Looks whether what is published is stored.
    pub fn held_against(mut self, log: Arc<dyn Log>) -> Self {
        self.log = Some(log);
        self
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
            for Step { recorded, after: stepped } in publication.steps.iter() {
                assert_eq!(recorded.seq, self.meeting.seq + 1, "without gap or double");
                let mut after = self.meeting.clone();
                after.evolve(recorded);
                assert_eq!(after, *stepped, "each step is what its event makes");
                if self.sees {
                    let touched = view::touched(&self.meeting, &recorded.event, &after);
                    self.take(view::parcels(&self.meeting, &touched, &after, |_| true), after.seq);
                }
                // The room's own, which is equal: what two states share costs nothing to compare.
                self.meeting = stepped.clone();
            }
            assert_eq!(publication.after, self.meeting);
            if let Some(log) = &self.log {
                let stored = log.last(&oracle::stream()).await.unwrap();
                assert!(stored >= self.meeting.seq, "{} is published and {stored} stored", self.meeting.seq);
            }
            if let Some(told) = &self.told {
                // At the end nobody may listen any more.
                drop(told.send(publication).await);
            }
            taken += 1;
            if taken % self.every == 0 {
                self.assert_true();
            }
        }
        self.assert_true();
        self.meeting
    }

    fn take(&mut self, parcels: Vec<Parcel>, seq: u64) {
        for Parcel { scope, set, removed } in parcels {
            let meeting = &self.meeting;
            let page = self.pages.entry(scope.clone()).or_insert_with(|| page(meeting, &scope));
            page.changes(&scope.to_string(), seq, set.into_iter().map(named), removed.iter().map(name_of));
        }
    }

    /// What was built up is the view made afresh; and the lists are sound.
    fn assert_true(&self) {
        for (scope, built) in &self.pages {
            assert_eq!(built.held, page(&self.meeting, scope).held, "{scope} at {}", self.meeting.seq);
        }
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
