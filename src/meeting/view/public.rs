//! What the public sees of a session: people without a personal link, where the conference lets them listen.

use serde::{Deserialize, Serialize};

use super::{CaptionView, CarriesView, View};
use crate::meeting::Meeting;
use crate::meeting::charter::SessionKind;
use crate::meeting::hall::captions::Captions;
use crate::meeting::hall::captions::view::caption;
use crate::meeting::procedure::points_of_order::{Ruling, Standing};
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::schedule::Rescheduled;
use crate::meeting::sound::microphones::Kind;
use crate::meeting::sound::view::render::{channel_sound, head};
use crate::meeting::statements::prerecorded;
use crate::terms::host_clock::HostClock;
use crate::terms::ids::{ChannelId, Language, Moment, SessionId, Wording};

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
    /// What the host's clocks show.
    pub host_clock: HostClock,
    /// Working languages of the conference.
    pub languages: Vec<Language>,
    /// The session: its plan and how far it has come.
    pub session: PublicSession,
    /// Who has the floor, if anybody has; on a stage, whoever was called there.
    pub turn: Option<PublicTurn>,
    /// The chair's last ruling on a point of order; none before there is one.
    #[serde(default)]
    pub ruled: Option<PublicRuling>,
    /// The plate of who is next on the list, while the session is open; none where nobody waits.
    pub next: Option<Wording>,
    /// Channels to listen to, by number.
    pub channels: Vec<PublicChannel>,
    /// Languages in which there are captions at present; their lines are asked for apart.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Language>>"))]
    pub captions: Vec<Language>,
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
    /// Whether it is closed until the next sitting only.
    #[serde(default)]
    pub adjourned: bool,
    /// Since when.
    pub since_ms: Moment,
    /// Why it is suspended; empty otherwise.
    #[serde(default)]
    pub reason: String,
    /// Until when it is suspended, as the chair announced it; none where that is not known, and otherwise.
    #[serde(default)]
    pub until_ms: Option<Moment>,
    /// When the meeting was opened; none before.
    #[serde(default)]
    pub opened_at_ms: Option<Moment>,
}

/// Who has the floor, as the public sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicTurn {
    /// The delegation's name on the plate; on a stage, that of the person.
    pub plate: Wording,
    /// Who speaks for it; empty where that is not known, and on a stage.
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
    /// When its time is over; none while its clock stands, and after that.
    pub until_ms: Option<Moment>,
}

/// A ruling on a point of order, as the public sees it. Pages show it for some seconds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicRuling {
    /// The name on the plate of the delegation that raised the point.
    pub plate: Wording,
    /// How the chair ruled.
    pub ruling: Ruling,
    /// When.
    pub at_ms: Moment,
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

/// The captions of a session, as the public reads them: an aid, and no record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicCaptions {
    /// By language, where there are any.
    pub captions: Vec<PublicCaptionsIn>,
}

/// The captions of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct PublicCaptionsIn {
    /// Which.
    pub language: Language,
    /// The newest lines, the oldest first.
    pub lines: Vec<CaptionView>,
}

/// The captions of a meeting; none where the conference does not let the public listen.
pub fn public_captions(meeting: &Meeting) -> Option<PublicCaptions> {
    meeting.charter.as_ref().filter(|charter| charter.public_listening)?;
    let in_language = |language: &Language, of: &Captions| {
        let lines = of.lines.iter().filter_map(|line| caption(meeting, &line.id));
        PublicCaptionsIn { language: language.clone(), lines: lines.collect() }
    };
    let all = meeting.captions.by_language.iter().filter(|(_, of)| of.are_shown());
    Some(PublicCaptions { captions: all.map(|(language, of)| in_language(language, of)).collect() })
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
        // A meeting knows no zones: the offsets are put in where it is posted.
        host_clock: HostClock { time_zone: charter.time_zone.clone(), utc_offsets: Vec::new() },
        languages: charter.languages.clone(),
        session: PublicSession {
            id: plan.id.clone(),
            title: planned.title.clone(),
            kind: plan.kind,
            starts_at_ms: planned.times.starts_at_ms,
            ends_at_ms: planned.times.ends_at_ms,
            rescheduled: planned.rescheduled.clone(),
            objectives: plan.objectives.clone(),
            phase: meeting.programme.phase,
            adjourned: meeting.programme.adjourned,
            since_ms: meeting.programme.since_ms,
            reason: meeting.programme.reason.clone(),
            until_ms: meeting.programme.until_ms,
            opened_at_ms: meeting.programme.opened_at_ms,
        },
        turn: turn(meeting).or_else(|| on_stage(meeting)),
        ruled: ruled(meeting),
        next: next(meeting),
        channels: channels.collect(),
        captions: shown_captions(meeting),
    })
}

/// Languages in which there are captions.
fn shown_captions(meeting: &Meeting) -> Vec<Language> {
    let all = meeting.captions.by_language.iter().filter(|(_, of)| of.are_shown());
    all.map(|(language, _)| language.clone()).collect()
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
        until_ms: has.clock.limit_at_ms(),
    })
}

/// Who was called on a stage: whoever has a timer there.
fn on_stage(meeting: &Meeting) -> Option<PublicTurn> {
    let timer = meeting.panel.timer.as_ref().filter(|_| meeting.has_stage())?;
    let person = meeting.roster.person(&timer.person)?;
    Some(PublicTurn {
        plate: person.name.clone(),
        name: Wording::default(),
        function: person.function.clone(),
        language: Some(person.language.clone()),
        halted: timer.clock.running_since_ms.is_none(),
        point_of_order: false,
        prerecorded: false,
        until_ms: timer.clock.limit_at_ms(),
    })
}

/// The last ruling; an appeal, once it is decided, is told in the meeting.
fn ruled(meeting: &Meeting) -> Option<PublicRuling> {
    let rulings = meeting.points.entries.iter().filter_map(|entry| match entry.standing {
        Standing::Ruled(ruling) => Some((entry, ruling)),
        Standing::Raised | Standing::Heard | Standing::Withdrawn | Standing::Lapsed => None,
    });
    let (entry, ruling) = rulings.max_by_key(|(entry, _)| entry.since_ms)?;
    let plate = meeting.roster.delegation(&entry.point.delegation)?.plate.clone();
    Some(PublicRuling { plate, ruling, at_ms: entry.since_ms })
}

/// The plate of the delegation that is next.
fn next(meeting: &Meeting) -> Option<Wording> {
    let head = head(meeting).filter(|_| meeting.programme.phase == Phase::Open)?;
    Some(meeting.roster.delegation(&head.request.delegation)?.plate.clone())
}
