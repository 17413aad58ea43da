//! The programme: which sessions there are, when, and under which title. What happens in a session is its sitting's; how
//! far that has come is kept here as it was last reported, for the programme depends on it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::command::{Report, Taken};
use super::plan::{ConferencePlan, Participant, SessionEntry};
use super::{Conference, access, event, register};
use crate::meeting::charter::SessionPlan;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::procedure::schedule::{Rescheduled, Times};
use crate::meeting::refusal::{self, Field, Refusal};
use crate::terms::ids::{Language, Millis, Moment, PersonId, SessionId, Wording};
use crate::terms::people::Role;
use crate::terms::personal::{Personal, Place, Subject};
use crate::terms::{limits, text};

/// What a participant may ask of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
#[strum(serialize_all = "snake_case")]
#[cfg_attr(test, ts(rename = "ScheduleCommand"), schemars(rename = "ScheduleCommand"))]
pub enum Command {
    /// Change the planned beginning and end of a session. The beginning only before it is opened, the end until it is
    /// closed. It ends a delay whose length was to be announced, and takes a cancellation back.
    RescheduleSession {
        /// Which session.
        session: SessionId,
        /// Planned beginning; as it is where only the end changes.
        starts_at_ms: Moment,
        /// Planned end, 5 minutes to 24 hours after it.
        ends_at_ms: Moment,
        /// Why, for all to read. At most 300 characters; may be empty.
        reason: String,
        /// Version of the session's schedule that the sender saw; another version refuses the change. Null: whatever
        /// it is.
        version: Option<u32>,
    },
    /// Tell all that a session does not begin as planned, and that the time will be announced.
    DelaySession {
        /// Which session.
        session: SessionId,
        /// Why, for all to read. At most 300 characters; may be empty.
        reason: String,
        /// As in `reschedule_session`.
        version: Option<u32>,
    },
    /// Correct the title of a session, in one language.
    CorrectTitle {
        /// Which session.
        session: SessionId,
        /// In which of the conference's languages.
        language: Language,
        /// The title, 1 to 400 characters.
        title: String,
        /// As in `reschedule_session`.
        version: Option<u32>,
    },
    /// Tell all that a session does not take place. Only before it is opened.
    CancelSession {
        /// Which session.
        session: SessionId,
        /// Why, for all to read. At most 300 characters; may be empty.
        reason: String,
        /// As in `reschedule_session`.
        version: Option<u32>,
    },
    /// Add a session to the programme. It has the kind, the lists, the rules and the people of another one, and its own title
    /// for an agenda.
    AddSession {
        /// A new id, made by the client.
        session: SessionId,
        /// Which session it is like. The sender serves it.
        like: SessionId,
        /// Title in one or more of the conference's languages, each 1 to 400 characters.
        title: Wording,
        /// Planned beginning.
        starts_at_ms: Moment,
        /// Planned end, 5 minutes to 24 hours after it.
        ends_at_ms: Moment,
    },
}

/// What happened to the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::VariantNames, strum::IntoStaticStr)]
#[serde(tag = "type", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// The conference was convened.
    ConferenceConvened {
        /// By this conference file.
        file: Box<ConferencePlan>,
        /// What is in force; none where that is the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<Box<ConferencePlan>>,
    },
    /// A conference file that has changed was taken in.
    FileTaken {
        /// The file.
        file: Box<ConferencePlan>,
        /// What is in force from now on; none where that is the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        plan: Option<Box<ConferencePlan>>,
    },
    /// Planned beginning and end of a session were set.
    SessionRescheduled {
        /// Which.
        session: SessionId,
        /// Beginning.
        starts_at_ms: Moment,
        /// End.
        ends_at_ms: Moment,
        /// Why; may be empty.
        reason: String,
    },
    /// A session does not begin as planned; when is to be announced.
    SessionDelayed {
        /// Which.
        session: SessionId,
        /// Why; may be empty.
        reason: String,
    },
    /// A title was corrected.
    TitleCorrected {
        /// Of which session.
        session: SessionId,
        /// In which language.
        language: Language,
        /// The title.
        title: String,
    },
    /// A session does not take place.
    SessionCancelled {
        /// Which.
        session: SessionId,
        /// Why; may be empty.
        reason: String,
    },
    /// A session was added.
    SessionAdded {
        /// The session and its lists.
        entry: Box<SessionEntry>,
        /// Roles in it of those who have not the ones that they have everywhere.
        roles: Vec<(PersonId, Vec<Role>)>,
    },
    /// A sitting has come so far.
    SittingProceeded {
        /// Of which session.
        session: SessionId,
        /// The phase it is in.
        phase: Phase,
    },
}

/// How the sessions stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    sessions: imbl::OrdMap<SessionId, Standing>,
}

/// How a session stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// The phase that its sitting last reported.
    pub phase: Phase,
    /// Its times by the conference file, or as it was added.
    pub was: Option<Times>,
    /// Whether it is delayed and its time is to be announced.
    pub delayed: bool,
    /// Whether it does not take place.
    pub cancelled: bool,
    /// Why its time is another, it is delayed or does not take place; may be empty.
    pub reason: String,
    /// How often its time and title were changed.
    pub version: u32,
}

impl Standing {
    /// Whether it sits, or is to: it is neither over nor cancelled.
    pub(super) fn may_sit(&self) -> bool {
        self.phase != Phase::Closed && !self.cancelled
    }
}

impl State {
    /// How a session stands.
    pub fn session(&self, session: &SessionId) -> Standing {
        self.sessions.get(session).cloned().unwrap_or_default()
    }

    fn change(&mut self, session: &SessionId, change: impl FnOnce(&mut Standing)) {
        change(self.sessions.entry(session.clone()).or_default());
    }
}

/// The conference is convened, or takes in a file that has changed; nothing happens where all is so already.
pub(super) fn convene(conference: &Conference, taken: &Taken) -> Vec<event::Event> {
    let file = Box::new(taken.file.clone());
    let plan = (taken.plan != taken.file).then(|| Box::new(taken.plan.clone()));
    let same =
        conference.file.as_deref() == Some(&taken.file) && conference.live.as_deref() == Some(&taken.plan);
    let event = match &conference.live {
        None => {
            let convened = event::Event::Programme(Event::ConferenceConvened { file, plan });
            return std::iter::once(convened).chain(taken.inherited.iter().cloned()).collect();
        }
        Some(_) if same => return Vec::new(),
        Some(_) => Event::FileTaken { file, plan },
    };
    vec![event::Event::Programme(event)]
}

/// A sitting has come further.
pub(super) fn report(conference: &Conference, Report { session, phase }: &Report) -> Vec<event::Event> {
    let known = conference.sessions().any(|known| known == session);
    if !known || conference.programme.session(session).phase == *phase {
        return Vec::new();
    }
    let proceeded = Event::SittingProceeded { session: session.clone(), phase: *phase };
    vec![event::Event::Programme(proceeded)]
}

pub(super) fn decide(
    conference: &Conference,
    actor: &PersonId,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::RescheduleSession { session, starts_at_ms, ends_at_ms, reason, version } => {
            let (plan, standing) = changeable(conference, actor, session, *version)?;
            let times = Times { starts_at_ms: *starts_at_ms, ends_at_ms: *ends_at_ms };
            reschedule(conference, plan, &standing, times, reason)?
        }
        Command::DelaySession { session, reason, version } => {
            let (_, standing) = changeable(conference, actor, session, *version)?;
            require(&standing, &[Phase::Scheduled])?;
            let reason = reason_given(reason)?;
            let same = standing.delayed && !standing.cancelled && standing.reason == reason;
            (!same).then(|| Event::SessionDelayed { session: session.clone(), reason })
        }
        Command::CorrectTitle { session, language, title, version } => {
            let (plan, _) = changeable(conference, actor, session, *version)?;
            let language = register::working(conference, language)?;
            let title =
                refusal::worded(text::Kind::Line, Field::Title, title, limits::SESSION_TITLE_CHARS_MAX)?;
            let same = plan.title.0.get(&language) == Some(&title);
            (!same).then(|| Event::TitleCorrected { session: session.clone(), language, title })
        }
        Command::CancelSession { session, reason, version } => {
            let (_, standing) = changeable(conference, actor, session, *version)?;
            require(&standing, &[Phase::Scheduled])?;
            let reason = reason_given(reason)?;
            let same = standing.cancelled && standing.reason == reason;
            (!same).then(|| Event::SessionCancelled { session: session.clone(), reason })
        }
        Command::AddSession { session, like, title, starts_at_ms, ends_at_ms } => {
            let times = Times { starts_at_ms: *starts_at_ms, ends_at_ms: *ends_at_ms };
            Some(add(conference, actor, (session, like), title, times)?)
        }
    };
    Ok(event.into_iter().map(event::Event::Programme).collect())
}

/// A session as the sender saw it, if they serve it.
fn changeable<'a>(
    conference: &'a Conference,
    actor: &PersonId,
    session: &SessionId,
    seen: Option<u32>,
) -> Result<(&'a SessionPlan, Standing), Refusal> {
    let plan = served(conference, actor, session)?;
    let standing = conference.programme.session(session);
    let version = standing.version;
    if seen.is_some_and(|seen| seen != version) {
        return Err(Refusal::StaleSchedule { version });
    }
    if version >= limits::SCHEDULE_CHANGES_MAX {
        return Err(Refusal::Full { max: limits::SCHEDULE_CHANGES_MAX });
    }
    Ok((&plan.plan, standing))
}

fn served<'a>(
    conference: &'a Conference,
    actor: &PersonId,
    session: &SessionId,
) -> Result<&'a SessionEntry, Refusal> {
    let entries = conference.live.iter().flat_map(|plan| &plan.sessions);
    let mut entry = entries.filter(|entry| entry.plan.id == *session);
    let entry = entry.next().ok_or(Refusal::Unknown { field: Field::Session })?;
    if !access::serves(conference, actor, session) {
        return Err(Refusal::NotAllowed {});
    }
    Ok(entry)
}

fn require(standing: &Standing, phases: &[Phase]) -> Result<(), Refusal> {
    if phases.contains(&standing.phase) { Ok(()) } else { Err(Refusal::WrongPhase { phase: standing.phase }) }
}

fn reason_given(reason: &str) -> Result<String, Refusal> {
    refusal::text(text::Kind::Lines, Field::Reason, reason, limits::REASON_CHARS_MAX)
}

fn reschedule(
    conference: &Conference,
    plan: &SessionPlan,
    standing: &Standing,
    times: Times,
    reason: &str,
) -> Result<Option<Event>, Refusal> {
    let before = plan.times();
    require(standing, &[Phase::Scheduled, Phase::Open, Phase::Suspended])?;
    if times.starts_at_ms != before.starts_at_ms {
        require(standing, &[Phase::Scheduled])?;
    }
    within_bounds(standing.was.unwrap_or(before), times)?;
    let reason = reason_given(reason)?;
    let holds = times == before && !standing.delayed && !standing.cancelled;
    // Where all is as in the file, there is nothing that a reason could explain.
    let explained = standing.was.is_none_or(|was| was == times) || standing.reason == reason;
    if holds && explained {
        return Ok(None);
    }
    if !holds {
        free(conference, &plan.id, times)?;
    }
    let Times { starts_at_ms, ends_at_ms } = times;
    Ok(Some(Event::SessionRescheduled { session: plan.id.clone(), starts_at_ms, ends_at_ms, reason }))
}

/// The clock is not asked: a conference of another date is rehearsed with its own file.
fn within_bounds(was: Times, times: Times) -> Result<(), Refusal> {
    let by = limits::SESSION_MOVED_BY_MS_MAX;
    let (earliest_ms, latest_ms) = (was.starts_at_ms.saturating_sub(by), was.starts_at_ms.saturating_add(by));
    if !(earliest_ms..=latest_ms).contains(&times.starts_at_ms) {
        return Err(Refusal::SessionTooFar { earliest_ms, latest_ms });
    }
    let (min_ms, max_ms): (Millis, Millis) = (limits::SESSION_MS_MIN, limits::SESSION_MS_MAX);
    let length_ms = times.ends_at_ms.saturating_sub(times.starts_at_ms);
    if !(min_ms..=max_ms).contains(&length_ms) {
        return Err(Refusal::SessionLength { min_ms, max_ms });
    }
    Ok(())
}

/// Sessions follow one another. One that is over, that does not take place, or whose time is to be announced, is in
/// nobody's way.
fn free(conference: &Conference, session: &SessionId, times: Times) -> Result<(), Refusal> {
    let holds_time = |other: &&SessionPlan| {
        let standing = conference.programme.session(&other.id);
        other.id != *session && standing.may_sit() && !standing.delayed
    };
    let others = conference.live.iter().flat_map(|plan| plan.programme()).filter(holds_time);
    let mut over =
        others.filter(|other| times.starts_at_ms < other.ends_at_ms && other.starts_at_ms < times.ends_at_ms);
    over.next().map_or(Ok(()), |other| {
        Err(Refusal::SessionsOverlap {
            session: other.id.clone(),
            title: other.title.clone(),
            starts_at_ms: other.starts_at_ms,
            ends_at_ms: other.ends_at_ms,
        })
    })
}

fn add(
    conference: &Conference,
    actor: &PersonId,
    (session, like): (&SessionId, &SessionId),
    title: &Wording,
    times: Times,
) -> Result<Event, Refusal> {
    let like = served(conference, actor, like)?;
    if conference.sessions().any(|known| known == session)
        || conference.programme.sessions.contains_key(session)
    {
        return Err(Refusal::SessionKnown { session: session.clone() });
    }
    let max = limits::SESSIONS_MAX;
    if conference.sessions().count() >= max as usize {
        return Err(Refusal::Full { max });
    }
    let languages = conference.languages();
    let kind = text::Kind::Line;
    let title = refusal::worded_in(languages, kind, Field::Title, title, limits::SESSION_TITLE_CHARS_MAX)?;
    within_bounds(like.plan.times(), times)?;
    free(conference, session, times)?;
    let plan = SessionPlan {
        id: session.clone(),
        title: title.clone(),
        starts_at_ms: times.starts_at_ms,
        ends_at_ms: times.ends_at_ms,
        agenda: vec![title],
        // What it discusses nobody has said yet.
        objectives: Vec::new(),
        run_sheet: Vec::new(),
        ..like.plan.clone()
    };
    let entry = Box::new(SessionEntry { plan, lists: like.lists.clone() });
    let people = conference.live.iter().flat_map(|plan| &plan.people);
    let own = |person: &Participant| {
        let roles = person.roles.by_session.get(&like.plan.id)?;
        Some((person.id.clone(), roles.clone()))
    };
    Ok(Event::SessionAdded { entry, roles: people.filter_map(own).collect() })
}

impl Event {
    /// Whether it changes which sessions there are, and which lists they have.
    pub(super) fn plans(&self) -> bool {
        match self {
            Self::ConferenceConvened { .. } | Self::FileTaken { .. } | Self::SessionAdded { .. } => true,
            Self::SessionRescheduled { .. }
            | Self::SessionDelayed { .. }
            | Self::TitleCorrected { .. }
            | Self::SessionCancelled { .. }
            | Self::SittingProceeded { .. } => false,
        }
    }
}

impl Conference {
    pub(super) fn evolve_programme(&mut self, event: &Event) {
        self.proceed(event);
        if event.plans() {
            self.plan_lists();
        }
    }

    fn proceed(&mut self, event: &Event) {
        match event {
            Event::ConferenceConvened { file, plan } | Event::FileTaken { file, plan } => {
                self.take_file(file, plan.as_deref().unwrap_or(file));
            }
            Event::SessionRescheduled { session, starts_at_ms, ends_at_ms, reason } => {
                self.change_session(session, |plan| {
                    (plan.starts_at_ms, plan.ends_at_ms) = (*starts_at_ms, *ends_at_ms);
                });
                self.change_plan(|plan| plan.sessions.sort_by_key(|entry| entry.plan.starts_at_ms));
                self.programme.change(session, |standing| {
                    (standing.delayed, standing.cancelled) = (false, false);
                    standing.reason.clone_from(reason);
                    standing.version += 1;
                });
            }
            Event::SessionDelayed { session, reason } => self.programme.change(session, |standing| {
                (standing.delayed, standing.cancelled) = (true, false);
                standing.reason.clone_from(reason);
                standing.version += 1;
            }),
            Event::SessionCancelled { session, reason } => self.programme.change(session, |standing| {
                (standing.delayed, standing.cancelled) = (false, true);
                standing.reason.clone_from(reason);
                standing.version += 1;
            }),
            Event::TitleCorrected { session, language, title } => {
                self.change_session(session, |plan| {
                    drop(plan.title.0.insert(language.clone(), title.clone()))
                });
                self.programme.change(session, |standing| standing.version += 1);
            }
            Event::SessionAdded { entry, roles } => self.add_session(entry, roles),
            Event::SittingProceeded { session, phase } => self.programme.change(session, |standing| {
                // What happened between two reports is not told: one that was opened may be suspended by now.
                let has_begun = standing.phase == Phase::Scheduled && *phase != Phase::Scheduled;
                standing.phase = *phase;
                // A session that has begun is delayed no more, and one that is over has no end to explain.
                if has_begun || *phase == Phase::Closed {
                    (standing.delayed, standing.cancelled) = (false, false);
                    standing.reason.clear();
                }
            }),
        }
    }

    /// What of a session's time is not as in the conference file; none if all is.
    pub fn rescheduled(&self, plan: &SessionPlan) -> Option<Rescheduled> {
        let Standing { was, delayed, cancelled, reason, .. } = self.programme.session(&plan.id);
        let now = plan.times();
        Rescheduled::of(was.unwrap_or(now), now, delayed, cancelled, reason)
    }

    /// The file is taken in, and a plan is in force. What differs from the plan before counts as changed.
    fn take_file(&mut self, file: &ConferencePlan, plan: &ConferencePlan) {
        let before = self.live.replace(Arc::new(plan.clone()));
        self.file = Some(Arc::new(file.clone()));
        for session in plan.programme() {
            let by_file = file.programme().find(|known| known.id == session.id);
            let was = by_file.map(SessionPlan::times);
            let known =
                before.as_ref().and_then(|plan| plan.programme().find(|known| known.id == session.id));
            let changed =
                known.is_some_and(|known| known.title != session.title || known.times() != session.times());
            self.programme.change(&session.id, |standing| {
                standing.was = was.or(standing.was).or(Some(session.times()));
                standing.version += u32::from(changed);
            });
        }
        for person in &plan.people {
            let known = before.as_ref().and_then(|plan| plan.participant(&person.id));
            let roles = &person.roles;
            if known.is_some_and(|known| Participant { roles: roles.clone(), ..known.clone() } != *person) {
                self.register.count(&person.id);
            }
            // The file may bring back whom it names itself.
            self.register.withdrawn.remove(&person.id);
        }
        let gone = before.iter().flat_map(|plan| &plan.people).chain(&file.people);
        let gone = gone.filter(|person| plan.participant(&person.id).is_none());
        self.register.withdrawn.extend(gone.map(|person| person.id.clone()));
    }

    fn change_session(&mut self, session: &SessionId, change: impl FnOnce(&mut SessionPlan)) {
        self.change_plan(|plan| {
            if let Some(entry) = plan.sessions.iter_mut().find(|entry| entry.plan.id == *session) {
                change(&mut entry.plan);
            }
        });
    }

    fn add_session(&mut self, entry: &SessionEntry, roles: &[(PersonId, Vec<Role>)]) {
        let session = entry.plan.id.clone();
        self.programme.change(&session, |standing| standing.was = Some(entry.plan.times()));
        self.change_plan(|plan| {
            plan.sessions.push(entry.clone());
            plan.sessions.sort_by_key(|entry| entry.plan.starts_at_ms);
            for (id, own) in roles {
                if let Some(person) = plan.people.iter_mut().find(|person| person.id == *id) {
                    person.roles.by_session.insert(session.clone(), own.clone());
                }
            }
        });
    }
}

impl Personal for Event {
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        if let Self::ConferenceConvened { file, plan } | Self::FileTaken { file, plan } = self {
            let plans = std::iter::once(file).chain(plan);
            plans.flat_map(|plan| &mut plan.people).for_each(|person| person.personal(show));
        }
    }
}

pub(super) fn broken_invariant(conference: &Conference) -> Option<String> {
    let plan = conference.live.as_deref()?;
    let starts: Vec<Moment> = plan.programme().map(|session| session.starts_at_ms).collect();
    if !starts.is_sorted() {
        return Some("the sessions are not in the order of their beginning".to_owned());
    }
    let sound = |session: &SessionPlan| {
        let standing = conference.programme.session(&session.id);
        !(standing.delayed && standing.cancelled)
            && (standing.phase == Phase::Scheduled || !(standing.delayed || standing.cancelled))
    };
    (!plan.programme().all(sound)).then(|| "a session that has begun is delayed or cancelled".to_owned())
}
