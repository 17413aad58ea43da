//! Who waits where in the queue of a list and until when, worked out once for all who look.

use std::collections::BTreeMap;

use crate::meeting::Meeting;
use crate::meeting::procedure::speakers::forecast::{self, Expectation};
use crate::meeting::procedure::speakers::{Entry, List};
use crate::meeting::view::ExpectationView;
use crate::terms::ids::{DelegationId, RequestId};

/// The queue of a list at one moment.
#[derive(Debug)]
pub(in crate::meeting) struct Queue<'a> {
    waits: BTreeMap<&'a RequestId, Wait>,
    first: BTreeMap<&'a DelegationId, &'a Entry>,
}

/// A request's wait.
#[derive(Debug)]
pub(in crate::meeting) struct Wait {
    /// Place in the queue, 1 for the head.
    pub(in crate::meeting) place: u16,
    expected: Option<Expectation>,
}

impl Wait {
    /// When the wait may be over, as the wire words it.
    pub(in crate::meeting) fn expectation(&self) -> Option<ExpectationView> {
        let Expectation { earliest_ms, latest_ms } = self.expected?;
        Some(ExpectationView { earliest_ms, latest_ms })
    }
}

impl<'a> Queue<'a> {
    pub(in crate::meeting) fn of(meeting: &'a Meeting, list: &'a List) -> Self {
        let mut queue = Self { waits: BTreeMap::new(), first: BTreeMap::new() };
        for (place, (entry, expected)) in (1..).zip(forecast::expectations(meeting, list)) {
            queue.waits.insert(&entry.request.id, Wait { place, expected });
            queue.first.entry(&entry.request.delegation).or_insert(entry);
        }
        queue
    }

    /// The wait of a request, if it waits here.
    pub(in crate::meeting) fn wait(&self, request: &RequestId) -> Option<&Wait> {
        self.waits.get(request)
    }

    /// The foremost request of a delegation that waits here.
    pub(in crate::meeting) fn first_of(&self, delegation: &DelegationId) -> Option<&'a Entry> {
        self.first.get(delegation).copied()
    }
}
