//! The entities of the lists made from the state, and which of them hang on what.

use std::collections::BTreeMap;

use crate::meeting::procedure::speakers::{Entry, List, RequestState, forecast};
use crate::meeting::view::*;
use crate::meeting::{Meeting, access};
use crate::terms::ids::{DelegationId, ListId, PersonId, RequestId};
use crate::terms::people::Person;

pub(in crate::meeting) fn proposal(meeting: &Meeting, id: &ListId) -> Option<ProposalView> {
    let list = meeting.speakers.list(id)?;
    let proposal = list.proposal.as_ref().filter(|_| !meeting.programme.is_over())?;
    let places = proposal.places.iter().filter_map(|placed| {
        Some(PlaceView {
            request: placed.request.clone(),
            delegation: meeting.speakers.request(&placed.request)?.request.delegation.clone(),
            place_now: meeting.speakers.place(&placed.request),
            why: placed.why.clone(),
        })
    });
    Some(ProposalView {
        id: id.clone(),
        policy: proposal.policy.clone(),
        lot: proposal.lot.clone(),
        list_version: proposal.list_version,
        stale: proposal.list_version != list.version,
        places: places.collect(),
    })
}

pub(in crate::meeting) fn team(meeting: &Meeting, id: &DelegationId) -> Option<TeamView> {
    meeting.roster.delegation(id)?;
    Some(TeamView { id: id.clone(), people: members(meeting, id) })
}

/// Those who may speak for a delegation, the highest level first.
pub(in crate::meeting) fn members(meeting: &Meeting, id: &DelegationId) -> Vec<MemberView> {
    let speaking = meeting.roster.members(id).filter(|person| access::may_speak(person));
    let mut members: Vec<MemberView> = speaking
        .map(|person| MemberView {
            person: person.id.clone(),
            name: person.name.clone(),
            function: person.function.clone(),
            rank: person.rank,
        })
        .collect();
    members.sort_by_key(|member| (member.rank.is_none(), member.rank));
    members
}

/// Speaking times of categories that the desk has set; none where it has not.
pub(in crate::meeting) fn times(list: &List) -> Option<Vec<CategoryTime>> {
    let times = list.times.by_category.iter();
    let times: Vec<CategoryTime> =
        times.map(|(category, turn_ms)| CategoryTime { category: *category, turn_ms: *turn_ms }).collect();
    (!times.is_empty()).then_some(times)
}

/// What concerns the desk of a list whose requests or order changed.
pub(in crate::meeting) fn of_list(list: &ListId) -> impl Iterator<Item = Key> + use<> {
    [Key::Proposal(list.clone()), Key::Forecast(list.clone())].into_iter()
}

/// The outlooks of all lists: they hang on the floor and on the session.
pub(in crate::meeting) fn forecasts(meeting: &Meeting) -> impl Iterator<Item = Key> {
    meeting.speakers.order.iter().cloned().map(Key::Forecast)
}

/// How ready the waiting requests are that a person has to do with: those of their delegation, and those that name them
/// from a seat that they had.
pub(in crate::meeting) fn preparations_of<'a>(
    meeting: &'a Meeting,
    person: &'a PersonId,
) -> impl Iterator<Item = Key> + use<'a> {
    let delegation = meeting.roster.seat(person);
    let concerned = move |id: &RequestId| {
        meeting.speakers.request(id).map(|entry| &entry.request).is_some_and(|request| {
            delegation == Some(&request.delegation) || request.speaker.as_ref() == Some(person)
        })
    };
    meeting.speakers.waiting().filter(concerned).map(Key::Preparation)
}

pub(in crate::meeting) fn preparation(meeting: &Meeting, id: &RequestId) -> Option<PreparationView> {
    let entry = meeting.speakers.request(id).filter(|entry| entry.state.is_waiting())?;
    let delegation = &entry.request.delegation;
    let people = members(meeting, delegation);
    let present = |person: &PersonId| meeting.presence.present.contains_key(person);
    let agrees = |person: &PersonId| meeting.microphones.agreed.contains_key(person);
    let asked = entry.request.speaker.as_ref();
    // As the floor chooses: whoever asked, if present; else a colleague who is ready.
    let colleague = || people.iter().map(|at| &at.person).find(|person| present(person) && agrees(person));
    let speaker = asked.filter(|person| present(person)).or_else(colleague).or(asked).cloned();
    let of_speaker = |is: &dyn Fn(&PersonId) -> bool| speaker.as_ref().is_some_and(is);
    Some(PreparationView {
        id: id.clone(),
        present: meeting.presence.is_seated(delegation),
        absent_since_ms: meeting.presence.absent_since.get(delegation).copied(),
        speaker_present: of_speaker(&present),
        agrees: of_speaker(&agrees),
        connected: of_speaker(&|person| meeting.microphones.connected.contains_key(person)),
        muted: of_speaker(&|person| meeting.microphones.muted.contains_key(person)),
        silent: of_speaker(&|person| meeting.microphones.silent.contains_key(person)),
        speaker,
        language: entry.request.language.clone(),
        texts: meeting.texts.of(id).iter().map(|(_, text)| text.language.clone()).collect(),
        people,
    })
}

pub(in crate::meeting) fn in_hand(meeting: &Meeting) -> InHandView {
    let speakers = &meeting.speakers;
    InHandView {
        id: "in_hand".to_owned(),
        list: speakers.in_hand().map(|list| list.plan.id.clone()),
        next: speakers.next().cloned(),
        others_waiting: speakers.others_waiting().cloned().collect(),
    }
}

pub(in crate::meeting) fn outlook(meeting: &Meeting, id: &ListId) -> Option<ForecastView> {
    let outlook = forecast::outlook(meeting, meeting.speakers.list(id)?)?;
    Some(ForecastView {
        id: id.clone(),
        earliest_ms: outlook.finish.earliest_ms,
        latest_ms: outlook.finish.latest_ms,
        session_ends_at_ms: meeting.ends_at_ms()?,
        session: outlook.session,
        booths_until_ms: outlook.booths.map(|(at_ms, _)| at_ms),
        booths: outlook.booths.map(|(_, kept)| kept),
        cut_ms: outlook.cut_ms,
    })
}

/// Shares by what tells them apart, in its order.
struct Shares<K>(BTreeMap<K, Share>);

impl<K: Ord> Shares<K> {
    fn add(&mut self, key: K, entry: &Entry) {
        let share = self.0.entry(key).or_default();
        share.statements += 1;
        share.spoken_ms += entry.spoken_ms;
    }

    /// One row for each; none where nothing is known that would tell them apart.
    fn rows<R>(self, known: impl Fn(&K) -> bool, row: impl Fn(K, Share) -> R) -> Vec<R> {
        let tells = self.0.keys().any(known);
        self.0.into_iter().filter(|_| tells).map(|(key, share)| row(key, share)).collect()
    }
}

pub(in crate::meeting) fn equity(meeting: &Meeting) -> EquityView {
    let mut total = Share::default();
    let mut categories = Shares(BTreeMap::new());
    let mut regions = Shares(BTreeMap::new());
    let mut languages = Shares(BTreeMap::new());
    let mut genders = Shares(BTreeMap::new());
    let finished = |entry: &&Entry| entry.state == RequestState::Finished;
    for entry in meeting.speakers.requests.values().filter(finished) {
        total.statements += 1;
        total.spoken_ms += entry.spoken_ms;
        if let Some(seat) = meeting.roster.delegation(&entry.request.delegation) {
            categories.add(seat.category, entry);
            regions.add(seat.region.clone(), entry);
        }
        languages.add(entry.request.language.clone(), entry);
        let person: Option<&Person> = entry.spoken_by.as_ref().and_then(|id| meeting.roster.person(id));
        genders.add(person.and_then(|person| person.gender), entry);
    }
    let named = |id: &Option<String>| {
        let regions = meeting.charter.iter().flat_map(|charter| &charter.regions);
        id.as_ref()
            .and_then(|id| regions.into_iter().find(|region| region.id == *id))
            .map(|at| at.name.clone())
    };
    EquityView {
        id: "equity".to_owned(),
        total,
        by_category: categories.rows(|_| true, |category, share| CategoryShare { category, share }),
        by_region: regions.rows(Option::is_some, |id, share| RegionShare { name: named(&id), share }),
        by_language: languages.rows(|_| true, |language, share| LanguageShare { language, share }),
        by_gender: genders.rows(Option::is_some, |gender, share| GenderShare { gender, share }),
    }
}
