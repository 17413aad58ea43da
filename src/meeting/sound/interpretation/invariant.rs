//! What always holds of channels and booths.

use std::collections::BTreeSet;

use super::relay::{self, At};
use super::{Pending, Source, heard, listeners};
use crate::meeting::Meeting;
use crate::terms::ids::PersonId;
use crate::terms::people::Person;

pub(in crate::meeting) fn broken_invariant(meeting: &Meeting) -> Option<String> {
    let channels = meeting.charter.as_ref().is_some_and(|charter| !charter.channels.is_empty());
    let deaf = meeting.roster.people().find(|person| channels && heard(meeting, person).is_none());
    let deaf = deaf.map(|person| format!("{} hears no channel", person.id));
    let counted = listeners::counted(meeting) == meeting.interpretation.listeners;
    deaf.or_else(|| broken_booths(meeting))
        .or_else(|| Meeting::first_broken(&[(counted, "the counts of listeners differ from a recount")]))
}

/// The same of the booths alone, of which there are few.
pub(in crate::meeting) fn broken_booths(meeting: &Meeting) -> Option<String> {
    let fed: Vec<_> = relay::booths(meeting).filter_map(|at| at.on_air()).map(|(_, fed)| fed).collect();
    let distinct: BTreeSet<_> = fed.iter().collect();
    let booths = meeting.charter.as_ref().map_or(0, |charter| charter.booths.len());
    let broken = relay::booths(meeting).find_map(|at| broken_booth(meeting, at));
    broken.or_else(|| {
        Meeting::first_broken(&[
            (distinct.len() == fed.len(), "two are on air for one channel"),
            (booths == meeting.interpretation.booths.len(), "the booths are not those of the charter"),
        ])
    })
}

fn broken_booth(meeting: &Meeting, at: At<'_>) -> Option<String> {
    let works = |id: &PersonId| {
        let known = meeting.roster.person(id);
        known.is_some_and(|person: &Person| person.works_in(&at.plan.id)) && here(meeting, id)
    };
    let on_air = at.booth.on_air.as_ref().map(|on_air| &on_air.person);
    let sound = |pending: &Pending| {
        let handover = &pending.handover;
        on_air == Some(&handover.from) && works(&handover.to) && handover.from != handover.to
    };
    let hears_itself = at.on_air().is_some_and(|(_, fed)| {
        at.booth.relayed().is_some_and(|relay| relay::bar(meeting, &at.plan.id, fed, relay).is_some())
    });
    let broken = Meeting::first_broken(&[
        (on_air.is_none_or(works), "has somebody on air who does not work there or is absent"),
        (at.channel(at.booth.output).is_some(), "has chosen an output that it has not"),
        (at.booth.handover.as_ref().is_none_or(sound), "has a handover that is not between its interpreters"),
        (at.booth.source == Source::Floor || at.booth.relay.is_some(), "takes relay from no channel"),
        (!hears_itself, "hears itself by relay"),
    ]);
    broken.map(|words| format!("the booth {} {words}", at.plan.id))
}

fn here(meeting: &Meeting, person: &PersonId) -> bool {
    meeting.presence.present.contains_key(person)
}
