//! Lists of speakers: requests for the floor, their states and their order.

mod commands;
pub(in crate::meeting) mod decide;
mod events;
pub mod folder;
pub(in crate::meeting) mod forecast;
pub(in crate::meeting) mod invariant;
mod moves;
pub mod order;
mod state;
pub(in crate::meeting) mod view;
pub(in crate::meeting) mod window;

use serde::{Deserialize, Serialize};

use crate::terms::ids::{DelegationId, Language, ListId, Millis, Moment, PersonId, RequestId, Wording};
use crate::terms::people::Category;

pub use folder::{Folder, LaidDown, Whereabouts};
pub use moves::{Move, Moved, Moves};
pub use order::{Lot, Policy, Proposal};
pub use state::{Entry, List, Openness, RequestBefore, Retimed, State, Times, Window};

/// What a list of speakers is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// Statements on an agenda item.
    Statements,
    /// Rights of reply, normally at the end of the day.
    RightOfReply,
    /// Questions.
    Questions,
    /// Speakers on motions; the session's rules give it, no conference file.
    Motions,
}

/// How a debate was ended by a motion. Reopening its list takes it up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DebateEnd {
    /// Adjourned: those who wait keep their places.
    Adjourned,
    /// Closed: those who waited were filed in writing.
    Closed,
}

/// Replies that a delegation may have in all, where the conference file does not say (domain, 2).
pub const REPLIES_PER_DELEGATION_MAX: u16 = 2;

/// A list of speakers as planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
pub struct ListPlan {
    /// Which list.
    pub id: ListId,
    /// Its name in each language.
    pub name: Wording,
    /// Its kind.
    pub kind: ListKind,
    /// Speaking time where the category has none of its own.
    pub turn_ms: Millis,
    /// Speaking time by category. WHO's virtual practice: States 3 min, IGO and UN 2, non-State actors 1.
    #[serde(default)]
    pub turn_ms_by_category: Vec<(Category, Millis)>,
    /// Speaking time of a statement on behalf of others also, where it is another. WHO's virtual practice: 4 min.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turn_ms_on_behalf: Option<Millis>,
    /// Requests a delegation may have waiting on this list at once; one unless configured.
    pub requests_per_delegation_max: u16,
    /// Replies that a delegation may have in all on a list of rights of reply; two unless configured (domain, 2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replies_per_delegation_max: Option<u16>,
    /// Speaking time of a delegation's first reply, its second and so on, the last for all after it; empty where every
    /// reply has the list's own time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turn_ms_by_reply: Vec<Millis>,
    /// When inscription opens by itself; none where the desk alone opens the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at_ms: Option<Moment>,
    /// When inscription closes by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes_at_ms: Option<Moment>,
}

impl ListPlan {
    /// Speaking time of a category on this list.
    pub fn turn_ms_of(&self, category: Category) -> Millis {
        let own = self.turn_ms_by_category.iter().find(|(of, _)| *of == category);
        own.map_or(self.turn_ms, |(_, turn_ms)| *turn_ms)
    }

    /// Speaking time of a statement by one of a category that has replied `replies` times on this list.
    pub fn turn_ms_for(&self, category: Category, replies: usize, on_behalf: bool) -> Millis {
        let by_reply = self.turn_ms_by_reply.get(replies).or(self.turn_ms_by_reply.last()).copied();
        let of_group = self.turn_ms_on_behalf.filter(|_| on_behalf);
        by_reply.or(of_group).unwrap_or_else(|| self.turn_ms_of(category))
    }

    /// Most replies of one delegation; none on a list of another kind.
    pub fn replies_max(&self) -> Option<u16> {
        (self.kind == ListKind::RightOfReply)
            .then(|| self.replies_per_delegation_max.unwrap_or(REPLIES_PER_DELEGATION_MAX))
    }
}

/// A request for the floor, as made. The delegation asks and is given the floor, not the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which request.
    pub id: RequestId,
    /// On which list.
    pub list: ListId,
    /// Which delegation.
    pub delegation: DelegationId,
    /// Who is to speak for it; none while it has not said.
    pub speaker: Option<PersonId>,
    /// Language of the statement.
    pub language: Language,
    /// On whose behalf also; may be empty.
    pub on_behalf_of: String,
    /// Speaking time.
    pub turn_ms: Millis,
    /// Whether it is inscribed for a list that is not live yet.
    pub inscribed: bool,
    /// The statement that it replies to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<RequestId>,
}

/// How far a request has come: inscribed → queued → called → on_floor ⇄ suspended → finished, or an end before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, strum::Display)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum RequestState {
    /// Made before the session opened.
    Inscribed,
    /// Waiting in the list.
    Queued,
    /// Called to stand by.
    Called,
    /// Has the floor.
    OnFloor,
    /// Had the floor when the meeting was suspended; keeps it with the time left.
    Suspended,
    /// Has spoken.
    Finished,
    /// Taken back by its delegation.
    Withdrawn,
    /// Declined by the chair.
    Declined,
    /// Still waiting when the session closed.
    Lapsed,
    /// Filed in writing.
    ToWritten,
    /// Went on to another sitting of the agenda item, with its list.
    CarriedOver,
}

impl RequestState {
    /// Whether it stands in the order of its list.
    pub fn is_waiting(self) -> bool {
        matches!(self, Self::Inscribed | Self::Queued | Self::Called)
    }
}

/// What a participant may ask of the lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "SpeakersCommand"), schemars(rename = "SpeakersCommand"))]
pub enum Command {
    /// Open or reopen a list of speakers.
    OpenList {
        /// Which list.
        list: ListId,
    },
    /// Declare a list closed: it takes no more requests from delegations.
    CloseList {
        /// Which list.
        list: ListId,
    },
    /// Take up a list: the meeting works through it from now on. Who has the floor keeps it.
    TakeUpList {
        /// Which list.
        list: ListId,
    },
    /// Ask for the floor for one's own delegation.
    RequestFloor {
        /// On which list.
        list: ListId,
        /// Language of the statement.
        language: Language,
        /// On whose behalf also, in the delegation's own words: at most 200 characters, may be empty.
        on_behalf_of: String,
        /// On a list of rights of reply: another delegation's statement that was heard, and is replied to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        reply_to: Option<RequestId>,
    },
    /// Put a delegation on a list, also when it is closed.
    AddRequest {
        /// On which list.
        list: ListId,
        /// Which delegation.
        delegation: DelegationId,
        /// Language of the statement.
        language: Language,
        /// On whose behalf also: at most 200 characters, may be empty.
        on_behalf_of: String,
        /// On a list of rights of reply: another delegation's statement that was heard, and is replied to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        reply_to: Option<RequestId>,
    },
    /// Take one's own delegation's request back.
    WithdrawRequest {
        /// Which request.
        request: RequestId,
    },
    /// Decline a request.
    DeclineRequest {
        /// Which request.
        request: RequestId,
        /// Why, 1 to 300 characters; the delegation reads it.
        reason: String,
    },
    /// Call a delegation to stand by: it is the next to have the floor.
    CallRequest {
        /// Which request.
        request: RequestId,
    },
    /// Pass over a request: it goes back to the end of its list.
    PassOver {
        /// Which request.
        request: RequestId,
    },
    /// File a statement in writing instead of hearing it.
    SendToWritten {
        /// Which request.
        request: RequestId,
    },
    /// Move a waiting request to another place in its list.
    MoveRequest {
        /// Which request.
        request: RequestId,
        /// New place, 1 for the head of the list.
        to_place: u16,
        /// Why, 1 to 300 characters, for the log of the list.
        reason: String,
        /// Version of the list that the mover saw; another version refuses the move.
        list_version: u32,
    },
    /// Name who speaks for a delegation, in the place of whoever was to.
    NameSpeaker {
        /// Which request.
        request: RequestId,
        /// Who: one of the delegation who may speak for it.
        person: PersonId,
    },
    /// Work out an order of a list, for the desk to see before anything changes.
    ProposeOrder {
        /// Which list.
        list: ListId,
        /// By what.
        policy: Policy,
    },
    /// Put a list into the order that was proposed.
    ApplyOrder {
        /// Which list.
        list: ListId,
        /// Version of the list that the order was proposed for; another version refuses it.
        list_version: u32,
    },
    /// Let go of the order that was proposed.
    DismissOrder {
        /// Which list.
        list: ListId,
    },
    /// Change the speaking time of those who wait on a list and of those who come.
    SetSpeakingTime {
        /// Which list.
        list: ListId,
        /// Whose; without one nobody has more than this, and who has less keeps it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        category: Option<Category>,
        /// The time: 10 s to 2 h.
        turn_ms: Millis,
    },
    /// Give a waiting request more time than others have, such as to a speaker with a disability.
    GrantExtraTime {
        /// Which request.
        request: RequestId,
        /// How much more, in all: 10 s to 10 min.
        extra_ms: Millis,
    },
}

/// What happened to a list or to a request on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// A list was opened or reopened.
    ListOpened {
        /// Which list.
        list: ListId,
    },
    /// A list was declared closed.
    ListClosed {
        /// Which list.
        list: ListId,
    },
    /// The desk took up a list: the meeting works through it.
    ListTakenUp {
        /// Which list.
        list: ListId,
    },
    /// A delegation asked for the floor, or was put on a list.
    FloorRequested {
        /// The request as made.
        request: Request,
    },
    /// An inscribed request took its place in the live list.
    RequestQueued {
        /// Which request.
        request: RequestId,
    },
    /// A request was taken back.
    RequestWithdrawn {
        /// Which request.
        request: RequestId,
    },
    /// A request was declined.
    RequestDeclined {
        /// Which request.
        request: RequestId,
        /// Why.
        reason: String,
    },
    /// A request was still waiting when the session closed.
    RequestLapsed {
        /// Which request.
        request: RequestId,
    },
    /// A statement was filed in writing.
    RequestSentToWritten {
        /// Which request.
        request: RequestId,
    },
    /// A delegation was called to stand by.
    RequestCalled {
        /// Which request.
        request: RequestId,
    },
    /// A request was passed over and went to the end of its list.
    RequestPassedOver {
        /// Which request.
        request: RequestId,
    },
    /// A request was moved by hand.
    RequestMoved {
        /// Which request.
        request: RequestId,
        /// Place it had, 1 for the head.
        from_place: u16,
        /// Place it has now.
        to_place: u16,
        /// Why.
        reason: String,
    },
    /// Another person is to speak for a delegation.
    SpeakerNamed {
        /// Which request.
        request: RequestId,
        /// Who.
        speaker: PersonId,
    },
    /// An order of a list was worked out.
    OrderProposed {
        /// Which list.
        list: ListId,
        /// The order, and why.
        proposal: Proposal,
    },
    /// A list was put into the order that was proposed.
    OrderApplied {
        /// Which list.
        list: ListId,
        /// The order, and why.
        proposal: Proposal,
    },
    /// The order that was proposed was let go.
    OrderDismissed {
        /// Which list.
        list: ListId,
    },
    /// The speaking time of a list changed, for those who wait and those who come.
    SpeakingTimeSet {
        /// Which list.
        list: ListId,
        /// Whose; none for a bound on everybody's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        category: Option<Category>,
        /// The time.
        turn_ms: Millis,
    },
    /// A list opened by its inscription window, if it was not open yet.
    InscriptionOpened {
        /// Which list.
        list: ListId,
        /// When it was to.
        planned_ms: Moment,
    },
    /// A list closed by its inscription window, if it was not closed yet.
    InscriptionClosed {
        /// Which list.
        list: ListId,
        /// When it was to.
        planned_ms: Moment,
    },
    /// The debate was adjourned by a motion; its list was closed.
    DebateAdjourned {
        /// Which list.
        list: ListId,
    },
    /// The debate was closed by a motion, with its list.
    DebateClosed {
        /// Which list.
        list: ListId,
    },
    /// The list of an agenda item was laid down, with what is in it, for another sitting to take up.
    ListLaidDown {
        /// Which list.
        list: ListId,
    },
    /// The list of an agenda item came here from another sitting.
    ListReceived {
        /// Which list.
        list: ListId,
        /// What is in it.
        folder: Box<Folder>,
        /// How many of the lists that this sitting laid down the conference had taken by then.
        taken: u32,
    },
    /// The list of an agenda item is where this sitting is not.
    ListPlaced {
        /// Which list.
        list: ListId,
        /// Where it is.
        place: Whereabouts,
        /// How many of the lists that this sitting laid down the conference had taken by then.
        taken: u32,
    },
    /// A request was given more time than others have.
    ExtraTimeGranted {
        /// Which request.
        request: RequestId,
        /// How much more, in all.
        extra_ms: Millis,
    },
}

impl Event {
    /// The one request that it concerns, if it is one.
    pub fn request(&self) -> Option<&RequestId> {
        match self {
            Self::FloorRequested { request } => Some(&request.id),
            Self::RequestQueued { request }
            | Self::RequestWithdrawn { request }
            | Self::RequestDeclined { request, .. }
            | Self::RequestLapsed { request }
            | Self::RequestSentToWritten { request }
            | Self::RequestCalled { request }
            | Self::RequestPassedOver { request }
            | Self::RequestMoved { request, .. }
            | Self::SpeakerNamed { request, .. }
            | Self::ExtraTimeGranted { request, .. } => Some(request),
            Self::ListOpened { .. }
            | Self::ListClosed { .. }
            | Self::ListTakenUp { .. }
            | Self::OrderProposed { .. }
            | Self::OrderApplied { .. }
            | Self::OrderDismissed { .. }
            | Self::SpeakingTimeSet { .. }
            | Self::InscriptionOpened { .. }
            | Self::DebateAdjourned { .. }
            | Self::DebateClosed { .. }
            | Self::ListLaidDown { .. }
            | Self::ListReceived { .. }
            | Self::ListPlaced { .. }
            | Self::InscriptionClosed { .. } => None,
        }
    }
}

impl Event {
    /// The list that it is about, where it is about a whole list.
    pub(in crate::meeting) fn list(&self) -> Option<&ListId> {
        match self {
            Self::ListOpened { list }
            | Self::ListClosed { list }
            | Self::ListTakenUp { list }
            | Self::OrderProposed { list, .. }
            | Self::OrderApplied { list, .. }
            | Self::OrderDismissed { list }
            | Self::SpeakingTimeSet { list, .. }
            | Self::InscriptionOpened { list, .. }
            | Self::InscriptionClosed { list, .. }
            | Self::DebateAdjourned { list }
            | Self::DebateClosed { list }
            | Self::ListLaidDown { list }
            | Self::ListReceived { list, .. }
            | Self::ListPlaced { list, .. } => Some(list),
            Self::FloorRequested { .. }
            | Self::RequestQueued { .. }
            | Self::RequestWithdrawn { .. }
            | Self::RequestDeclined { .. }
            | Self::RequestLapsed { .. }
            | Self::RequestSentToWritten { .. }
            | Self::RequestCalled { .. }
            | Self::RequestPassedOver { .. }
            | Self::RequestMoved { .. }
            | Self::SpeakerNamed { .. }
            | Self::ExtraTimeGranted { .. } => None,
        }
    }
}
