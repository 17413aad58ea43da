//! Who waits where in the queue of a list and until when, worked out once for all who look.

use std::collections::BTreeMap;

use super::ExpectationView;
use crate::meeting::Meeting;
use crate::meeting::ids::{DelegationId, RequestId};
use crate::meeting::speakers::forecast::{self, Expectation};
use crate::meeting::speakers::{Entry, List};

/// The queue of a list at one moment.
#[derive(Debug)]
pub(super) struct Queue<'a> {
    waits: BTreeMap<&'a RequestId, Wait>,
    first: BTreeMap<&'a DelegationId, &'a Entry>,
}

/// A request's wait.
#[derive(Debug)]
pub(super) struct Wait {
    /// Place in the queue, 1 for the head.
    pub(super) place: u16,
    expected: Option<Expectation>,
}

impl Wait {
    /// When the wait may be over, as the wire words it.
    pub(super) fn expectation(&self) -> Option<ExpectationView> {
        let Expectation { earliest_ms, latest_ms } = self.expected?;
        Some(ExpectationView { earliest_ms, latest_ms })
    }
}

impl<'a> Queue<'a> {
    pub(super) fn of(meeting: &'a Meeting, list: &'a List) -> Self {
        let mut queue = Self { waits: BTreeMap::new(), first: BTreeMap::new() };
        for (place, (entry, expected)) in (1..).zip(forecast::expectations(meeting, list)) {
            queue.waits.insert(&entry.request.id, Wait { place, expected });
            queue.first.entry(&entry.request.delegation).or_insert(entry);
        }
        queue
    }

    /// The wait of a request, if it waits here.
    pub(super) fn wait(&self, request: &RequestId) -> Option<&Wait> {
        self.waits.get(request)
    }

    /// The foremost request of a delegation that waits here.
    pub(super) fn first_of(&self, delegation: &DelegationId) -> Option<&'a Entry> {
        self.first.get(delegation).copied()
    }
}
