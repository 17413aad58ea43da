//! What the public sees of a session: people without a personal link, where the conference lets them listen.

use serde::{Deserialize, Serialize};

use super::render_sound::channel_sound;
use super::{CarriesView, View};
use crate::meeting::ids::{ChannelId, Language, Moment, SessionId, Wording};
use crate::meeting::microphones::Kind;
use crate::meeting::programme::{Phase, SessionKind};
use crate::meeting::schedule::Rescheduled;
use crate::meeting::{Meeting, prerecorded};

/// A session as the public sees it. It holds no time of asking, so it stays the same until the session changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicNow {
    /// Name of the conference.
    pub conference_name: Wording,
    /// What is to be said of it on screen; may be empty.
    pub notice: Wording,
    /// IANA name of the host's time zone.
    pub time_zone: String,
    /// The session: its plan and how far it has come.
    pub session: PublicSession,
    /// Who has the floor, if anybody has.
    pub turn: Option<PublicTurn>,
    /// Channels to listen to, by number.
    pub channels: Vec<PublicChannel>,
}

/// A session of the programme that the public may follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicSession {
    /// Which session.
    pub id: SessionId,
    /// Title.
    pub title: Wording,
    /// Kind of meeting.
    pub kind: SessionKind,
    /// Planned beginning.
    pub starts_at_ms: Moment,
    /// Planned end.
    pub ends_at_ms: Moment,
    /// What of that is not as in the conference file; none if all is.
    pub rescheduled: Option<Rescheduled>,
    /// Numbers of the objectives under discussion.
    pub objectives: Vec<u8>,
    /// Phase it is in.
    pub phase: Phase,
    /// Since when.
    pub since_ms: Moment,
}

/// Who has the floor, as the public sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicTurn {
    /// The delegation's name on the plate.
    pub plate: Wording,
    /// Who speaks for it; empty where that is not known.
    pub name: Wording,
    /// Their function; may be empty.
    pub function: Wording,
    /// Language spoken, where known.
    pub language: Option<Language>,
    /// Whether the turn is halted: it keeps the floor and does not speak.
    pub halted: bool,
    /// Whether it is heard on a point of order.
    pub point_of_order: bool,
    /// Whether a pre-recorded statement is played.
    pub prerecorded: bool,
}

/// A channel that the public may listen to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicChannel {
    /// Which channel; its sound is at `/listen/<session>/<id>.ogg`.
    pub id: ChannelId,
    /// Number on the selector; 0 is the floor.
    pub number: u8,
    /// Its language; none for the floor.
    pub language: Option<Language>,
    /// Its name.
    pub name: Wording,
    /// What it carries at present, which whoever listens hears anyway.
    pub carries: CarriesView,
}

/// What the public sees of a meeting; none where the conference does not let the public listen.
pub fn public(meeting: &Meeting) -> Option<PublicNow> {
    let charter = meeting.charter.as_ref().filter(|charter| charter.public_listening)?;
    let (plan, planned) = (&charter.session, meeting.planned.as_ref()?);
    let view = View::of(meeting);
    let channels = charter.channels.iter().map(|channel| PublicChannel {
        id: channel.id.clone(),
        number: channel.number,
        language: channel.language.clone(),
        name: channel.name.clone(),
        carries: channel_sound(&view, channel).0,
    });
    Some(PublicNow {
        conference_name: charter.conference_name.clone(),
        notice: charter.notice.clone(),
        time_zone: charter.time_zone.clone(),
        session: PublicSession {
            id: plan.id.clone(),
            title: planned.title.clone(),
            kind: plan.kind,
            starts_at_ms: planned.times.starts_at_ms,
            ends_at_ms: planned.times.ends_at_ms,
            rescheduled: planned.rescheduled.clone(),
            objectives: plan.objectives.clone(),
            phase: meeting.programme.phase,
            since_ms: meeting.programme.since_ms,
        },
        turn: turn(meeting),
        channels: channels.collect(),
    })
}

/// Who has the floor, in a turn or on a point of order.
fn turn(meeting: &Meeting) -> Option<PublicTurn> {
    let has = meeting.has_floor()?;
    let seat = meeting.roster.delegation(has.delegation);
    let speaker = has.person.and_then(|id| meeting.roster.person(id));
    Some(PublicTurn {
        plate: seat.map(|seat| seat.plate.clone()).unwrap_or_default(),
        name: speaker.map(|person| person.name.clone()).unwrap_or_default(),
        function: speaker.map(|person| person.function.clone()).unwrap_or_default(),
        language: has.language.cloned(),
        halted: has.clock.running_since_ms.is_none(),
        point_of_order: has.kind == Kind::PointOfOrder,
        prerecorded: has.kind == Kind::Turn && prerecorded::is_in_turn(meeting),
    })
}
