//! Who somebody is: personal links and the cookies they are exchanged for.
//!
//! A link carries a random secret behind `#`, which browsers never send, so it stands in no log. Only the hash
//! of the secret is stored. The page sends the secret once, in a body, and gets a cookie signed with a key that
//! is kept in the log's blobs, so cookies outlive a restart and serve every node of a cluster. A revoked link
//! ends its cookies too. The stream of links is followed, so a link that another node issues or revokes is in force here or
//! not as soon as it is there.

mod cookie;
mod fault;
mod link;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::{Mutex, oneshot, watch};

pub use cookie::{COOKIE_NAME, COOKIE_SECONDS};
pub use fault::IdentityFault;
pub use link::{LinkId, Secret};

use link::{Event, Hash, Link};

use crate::log::{AppendError, Log, NewEntry, Stream, Tail};
use crate::terms::ids::{Moment, PersonId};

/// Entries read at once.
const READ_MAX: usize = 4_096;
/// Links issued with one append.
const ISSUE_MAX: usize = 1_000;
/// Name of the blob that holds the key of the cookies.
const KEY_BLOB: &str = "identity/cookie-key";
/// Length of that key, as SHA-256 likes it.
const KEY_BYTES: usize = 32;
/// How long it takes until links that could not be read are read again.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// All links of a conference, and the key of its cookies.
pub struct Identity {
    log: Arc<dyn Log>,
    stream: Stream,
    key: Bytes,
    known: RwLock<Known>,
    /// One writer at a time, so that a lost race can only come from another node.
    writing: Mutex<()>,
    /// That links were opened, while it is not stored yet.
    opened: watch::Sender<Vec<Event>>,
    /// Counts revocations, so that those who hold connections look whether theirs still stands.
    revocations: watch::Sender<u64>,
    /// Ends the task that follows the stream, when this is dropped.
    _followed: oneshot::Sender<()>,
}

#[derive(Default)]
struct Known {
    seq: u64,
    links: HashMap<LinkId, Link>,
    by_hash: HashMap<Hash, LinkId>,
}

impl Known {
    /// Takes in what was stored, once: whoever stores and whoever follows may both have read it. True if it revokes a link.
    fn take(&mut self, seq: u64, event: Event) -> bool {
        if seq <= self.seq {
            return false;
        }
        self.seq = seq;
        let revokes = matches!(event, Event::LinkRevoked { .. });
        match event {
            Event::LinkIssued { link, person, hash } => {
                self.by_hash.insert(hash, link.clone());
                self.links.insert(link, Link { person, revoked: false, opened_at_ms: None });
            }
            Event::LinkRevoked { link } => {
                if let Some(link) = self.links.get_mut(&link) {
                    link.revoked = true;
                }
            }
            Event::LinkOpened { link, at_ms } => {
                if let Some(link) = self.links.get_mut(&link) {
                    link.opened_at_ms.get_or_insert(at_ms);
                }
            }
        }
        revokes
    }
}

/// A link that was just issued. The secret is known here and never again.
#[derive(Debug)]
pub struct Issued {
    /// Which link.
    pub link: LinkId,
    /// Whose.
    pub person: PersonId,
    /// What stands behind `#`.
    pub secret: Secret,
}

/// What is known of a person's links in force.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinksInForce {
    /// How many there are, at least one.
    pub links: u32,
    /// When one was first opened; none while none was.
    pub opened_at_ms: Option<Moment>,
}

impl Identity {
    /// Reads all links from the log and follows them from there, and makes the key of the cookies where there is none yet.
    ///
    /// # Errors
    /// If the log fails or holds what is not understood, or the system gives no random bytes.
    pub async fn open(log: Arc<dyn Log>) -> Result<Arc<Self>, IdentityFault> {
        let fresh = link::random::<KEY_BYTES>()?;
        let key = log.put_blob_if_absent(KEY_BLOB, Bytes::copy_from_slice(&fresh)).await?;
        let stream = Stream::new("links")?;
        let tail = log.tail(&stream)?;
        let (revocations, _) = watch::channel(0);
        let known = RwLock::default();
        let (writing, opened) = (Mutex::default(), watch::Sender::new(Vec::new()));
        let (_followed, dropped) = oneshot::channel();
        let identity = Arc::new(Self { log, stream, key, known, writing, opened, revocations, _followed });
        identity.catch_up().await?;
        tokio::spawn(follow(Arc::downgrade(&identity), tail, dropped));
        Ok(identity)
    }

    /// Issues a link to each person.
    ///
    /// # Errors
    /// If the log cannot store them, or the system gives no random bytes.
    pub async fn issue(&self, people: &[PersonId], now_ms: Moment) -> Result<Vec<Issued>, IdentityFault> {
        let mut issued = Vec::with_capacity(people.len());
        for some in people.chunks(ISSUE_MAX) {
            let mut events = Vec::with_capacity(some.len());
            for person in some {
                let (link, secret) = (LinkId::random()?, Secret::random()?);
                let (person, hash) = (person.clone(), secret.hash());
                events.push(Event::LinkIssued { link: link.clone(), person: person.clone(), hash });
                issued.push(Issued { link, person, secret });
            }
            self.store(&events, now_ms).await?;
        }
        Ok(issued)
    }

    /// Revokes a link and the cookies it was exchanged for. True if it was in force.
    ///
    /// # Errors
    /// If the log cannot store it.
    pub async fn revoke(&self, link: &LinkId, now_ms: Moment) -> Result<bool, IdentityFault> {
        if self.person(link).is_none() {
            return Ok(false);
        }
        self.store(&[Event::LinkRevoked { link: link.clone() }], now_ms).await?;
        Ok(true)
    }

    /// Links in force, with their people.
    pub fn links(&self) -> Vec<(LinkId, PersonId)> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let in_force = known.links.iter().filter(|(_, link)| !link.revoked);
        let mut links: Vec<_> = in_force.map(|(id, link)| (id.clone(), link.person.clone())).collect();
        links.sort_by(|(a, of_a), (b, of_b)| (of_a, a).cmp(&(of_b, b)));
        links
    }

    /// Whose link it is, if it is in force.
    pub fn person(&self, link: &LinkId) -> Option<PersonId> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.links.get(link).filter(|link| !link.revoked).map(|link| link.person.clone())
    }

    /// What is known of the links in force of each person who has one.
    pub fn in_force(&self) -> BTreeMap<PersonId, LinksInForce> {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        let mut in_force: BTreeMap<PersonId, LinksInForce> = BTreeMap::new();
        for link in known.links.values().filter(|link| !link.revoked) {
            let standing = in_force.entry(link.person.clone()).or_default();
            standing.links += 1;
            standing.opened_at_ms = standing.opened_at_ms.max(link.opened_at_ms);
        }
        in_force
    }

    /// Exchanges a secret for its link and a cookie's value; none if there is no such link in force. That it was opened
    /// is noted behind whoever enters, with all others who enter meanwhile.
    pub fn enter(self: &Arc<Self>, secret: &str, now_ms: Moment) -> Option<(LinkId, String)> {
        let hash = Secret::given(secret).hash();
        let (link, is_first) = {
            let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
            let link = known.by_hash.get(&hash)?;
            let found = known.links.get(link).filter(|link| !link.revoked)?;
            (link.clone(), found.opened_at_ms.is_none())
        };
        if is_first {
            self.note_opened(link.clone(), now_ms);
        }
        let value = cookie::sign(&self.key, &link, now_ms);
        Some((link, value))
    }

    fn note_opened(self: &Arc<Self>, link: LinkId, at_ms: Moment) {
        let mut is_first = false;
        self.opened.send_modify(|opened| {
            opened.push(Event::LinkOpened { link, at_ms });
            is_first = opened.len() == 1;
        });
        if !is_first {
            // Whoever came first stores what has gathered since.
            return;
        }
        let identity = self.clone();
        tokio::spawn(async move {
            let mut all_stored = false;
            while !all_stored {
                let gathered: Vec<Event> = identity.opened.borrow().iter().take(ISSUE_MAX).cloned().collect();
                if let Err(fault) = identity.store(&gathered, at_ms).await {
                    // They enter all the same; the secretariat sees them come.
                    tracing::warn!(%fault, links = gathered.len(), "that links were opened was not stored");
                }
                identity.opened.send_modify(|opened| {
                    opened.drain(..gathered.len());
                    all_stored = opened.is_empty();
                });
            }
        });
    }

    /// Waits until every link that was opened is stored as such: nobody may enter any more, and the log is still open.
    pub async fn settle(&self) {
        // It fails where the sender is gone, which is this.
        drop(self.opened.subscribe().wait_for(Vec::is_empty).await);
    }

    /// The person a cookie stands for, if it is ours, for this link, not too old, and the link is in force.
    pub fn recognise(&self, link: &LinkId, cookie: &str, now_ms: Moment) -> Option<PersonId> {
        cookie::verify(&self.key, link, cookie, now_ms).then(|| self.person(link)).flatten()
    }

    /// Changes whenever a link was revoked.
    pub fn revocations(&self) -> watch::Receiver<u64> {
        self.revocations.subscribe()
    }

    async fn store(&self, events: &[Event], at_ms: Moment) -> Result<(), IdentityFault> {
        let _one_at_a_time = self.writing.lock().await;
        loop {
            let mut entries = Vec::with_capacity(events.len());
            for event in events {
                let body = serde_json::to_vec(event).map_err(|reason| IdentityFault::Json { reason })?;
                entries.push(NewEntry {
                    at_ms,
                    kind: event.tag().to_owned(),
                    body: Bytes::from(body),
                    parts: Vec::new(),
                });
            }
            let expected = self.seq();
            match self.log.append(&self.stream, expected, entries).await {
                Ok(_last) => return self.catch_up().await,
                Err(AppendError::Raced { .. }) => self.catch_up().await?,
                Err(AppendError::Fault(fault)) => return Err(fault.into()),
            }
        }
    }

    async fn catch_up(&self) -> Result<(), IdentityFault> {
        loop {
            let after = self.seq();
            let entries = self.log.read(&self.stream, after, READ_MAX).await?;
            if entries.is_empty() {
                return Ok(());
            }
            let mut read = Vec::with_capacity(entries.len());
            for entry in &entries {
                let event =
                    serde_json::from_slice(&entry.body).map_err(|reason| IdentityFault::Json { reason })?;
                read.push((entry.seq, event));
            }
            let mut revoked = 0;
            {
                let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
                read.into_iter().for_each(|(seq, event)| revoked += u64::from(known.take(seq, event)));
            }
            if revoked > 0 {
                self.revocations.send_modify(|count| *count += revoked);
            }
        }
    }

    fn seq(&self) -> u64 {
        self.known.read().unwrap_or_else(PoisonError::into_inner).seq
    }
}

/// Takes in what other nodes store of links, until whoever follows is dropped.
async fn follow(identity: Weak<Identity>, mut tail: Tail, mut dropped: oneshot::Receiver<()>) {
    while let Some(after) = identity.upgrade().map(|identity| identity.seq()) {
        tokio::select! {
            () = tail.beyond(after) => {}
            _ = &mut dropped => return,
        }
        let Some(here) = identity.upgrade() else { return };
        if let Err(fault) = here.catch_up().await {
            drop(here);
            tracing::error!(%fault, "links cannot be read: what other nodes issue or revoke is not known here yet");
            tokio::time::sleep(AGAIN_AFTER).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::log::Memory;

    #[tokio::test]
    async fn a_server_that_stops_has_stored_which_links_were_opened() {
        let log: Arc<dyn Log> = Arc::new(Memory::new());
        let identity = Identity::open(log.clone()).await.expect("an empty log");
        let people = ["amal", "basel"].map(|person| person.parse().expect("an id"));
        for Issued { secret, .. } in identity.issue(&people, 1).await.expect("two links") {
            identity.enter(secret.reveal(), 7).expect("a link in force");
        }
        identity.settle().await;
        log.close().await;
        let opened: Vec<_> =
            identity.in_force().into_values().map(|standing| standing.opened_at_ms).collect();
        assert_eq!(opened, [Some(7), Some(7)]);
    }
    #[tokio::test]
    async fn a_link_that_another_node_issues_or_revokes_is_in_force_here_or_not() {
        let log: Arc<dyn Log> = Arc::new(Memory::new());
        let [here, there] = [
            Identity::open(log.clone()).await.expect("it opens"),
            Identity::open(log).await.expect("it opens"),
        ];
        let mut revocations = there.revocations();
        let issued = here.issue(&["amal".parse().expect("an id")], 1).await.expect("a link").remove(0);
        let in_force = async {
            while there.enter(issued.secret.reveal(), 7).is_none() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), in_force).await.expect("in time");
        let mut here_too = here.revocations();
        assert!(here.revoke(&issued.link, 8).await.expect("it is stored"));
        revocations.changed().await.expect("it lives");
        assert!(there.enter(issued.secret.reveal(), 9).is_none());
        here_too.changed().await.expect("it lives");
        assert_eq!((*revocations.borrow(), *here_too.borrow()), (1, 1), "told once at each");
    }
}
