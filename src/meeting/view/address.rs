//! How the desk addresses people: what the lines that the chair reads out need to know, and nobody else is told.
//!
//! Seen: `address` by `desk`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::meeting::Meeting;
use crate::terms::ids::PersonId;
use crate::terms::people::Gender;

/// The gender of those who gave it, for the words with which the chair addresses them. There is one, with the id
/// `address`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct AddressView {
    /// Always `address`.
    pub id: String,
    /// By person; whoever gave none is addressed by a neutral form.
    pub genders: BTreeMap<PersonId, Gender>,
}

pub(in crate::meeting) fn address(meeting: &Meeting) -> AddressView {
    let given = meeting.roster.people().filter_map(|person| Some((person.id.clone(), person.gender?)));
    AddressView { id: "address".to_owned(), genders: given.collect() }
}
