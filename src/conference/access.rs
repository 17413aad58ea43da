//! Who may do what in the conference: the secretariat of a session changes what that session alone has; what several
//! sessions share is changed by whoever serves all of them. So nobody who serves a side event rules over the plenary. With the
//! record it is likewise: its rapporteurs and its secretariat keep that of a session.

use super::Conference;
use super::command::Command;
use super::plan::Participant;
use super::{documents, key_messages, outcome};
use crate::terms::ids::{PersonId, SessionId};
use crate::terms::people::Role;

/// Roles that may change what the conference has of a session.
pub const SERVING: &[Role] = &[Role::Secretariat];

/// Roles that keep the record: they gather key messages.
pub const KEEPING_RECORD: &[Role] = &[Role::Rapporteur, Role::Secretariat];

/// Roles that read documents before all others: the desk, the booths, captioners and those who keep the record prepare with them.
pub const PREPARING: &[Role] =
    &[Role::Chair, Role::Moderator, Role::Secretariat, Role::Rapporteur, Role::Interpreter, Role::Captioner];

/// Roles of those who may speak for a delegation: whose seat it is, is asked besides. The chair and a panellist may have one too.
pub const SEATED: &[Role] = &[Role::Delegate, Role::Chair, Role::Moderator, Role::Panellist];

/// Whether somebody reads documents before all others, in any session.
pub fn prepares(conference: &Conference, actor: &PersonId) -> bool {
    conference.participant(actor).is_some_and(|actor| has_anywhere(conference, actor, PREPARING))
}

/// Roles that may give a command, in one session at least. What it is about, each feature asks besides.
pub fn roles(command: &Command) -> &'static [Role] {
    match command {
        Command::Register(_) | Command::Programme(_) | Command::Lists(_) | Command::Announcements(_) => {
            SERVING
        }
        Command::Documents(
            documents::Command::AddDocument { .. }
            | documents::Command::ChangeDocument { .. }
            | documents::Command::ReleaseDocument { .. }
            | documents::Command::WithdrawDocument { .. },
        ) => SERVING,
        Command::KeyMessages(command) => match command {
            key_messages::Command::GatherKeyMessage { .. }
            | key_messages::Command::ChangeKeyMessage { .. }
            | key_messages::Command::MoveKeyMessage { .. }
            | key_messages::Command::RemoveKeyMessage { .. } => KEEPING_RECORD,
            key_messages::Command::IssueKeyMessages { .. }
            | key_messages::Command::TakeBackKeyMessages {} => SERVING,
        },
        Command::Outcome(command) => match command {
            outcome::Command::CommentOnParagraph { .. }
            | outcome::Command::SettleComment { .. }
            | outcome::Command::AnswerCorrection { .. } => KEEPING_RECORD,
            outcome::Command::AskForCorrection { .. } | outcome::Command::WithdrawCorrection { .. } => SEATED,
            outcome::Command::SetOriginal { .. }
            | outcome::Command::OpenCorrections { .. }
            | outcome::Command::CloseCorrections {}
            | outcome::Command::IssueOutcome { .. }
            | outcome::Command::TakeBackOutcome {} => SERVING,
        },
    }
}

/// Whether somebody may give a command at all.
pub fn may(conference: &Conference, actor: &PersonId, command: &Command) -> bool {
    conference.participant(actor).is_some_and(|actor| has_anywhere(conference, actor, roles(command)))
}

/// Whether somebody keeps the record of a session.
pub fn keeps_record(conference: &Conference, actor: &PersonId, session: &SessionId) -> bool {
    conference.participant(actor).is_some_and(|actor| has(actor, session, KEEPING_RECORD))
}

/// Whether somebody keeps the record of any session.
pub fn keeps_any_record(conference: &Conference, actor: &PersonId) -> bool {
    conference.participant(actor).is_some_and(|actor| has_anywhere(conference, actor, KEEPING_RECORD))
}

/// All who keep the record of any session.
pub fn record_keepers(conference: &Conference) -> impl Iterator<Item = &Participant> {
    let people = conference.live.iter().flat_map(|plan| &plan.people);
    people.filter(|person| has_anywhere(conference, person, KEEPING_RECORD))
}

/// Whether somebody keeps the record of all sessions.
pub fn keeps_all_record(conference: &Conference, actor: &PersonId) -> bool {
    let Some(actor) = conference.participant(actor) else { return false };
    let mut sessions = conference.sessions().peekable();
    sessions.peek().is_some() && sessions.all(|session| has(actor, session, KEEPING_RECORD))
}

/// Whether somebody is of the secretariat of a session.
pub fn serves(conference: &Conference, actor: &PersonId, session: &SessionId) -> bool {
    serves_each(conference, actor, [session])
}

/// Whether somebody is of the secretariat of each of these sessions.
pub fn serves_each<'a>(
    conference: &Conference,
    actor: &PersonId,
    sessions: impl IntoIterator<Item = &'a SessionId>,
) -> bool {
    let actor = conference.participant(actor);
    actor.is_some_and(|actor| sessions.into_iter().all(|session| serves_in(actor, session)))
}

/// The sessions of whose secretariat somebody is.
pub fn served_by<'a>(conference: &'a Conference, actor: &PersonId) -> impl Iterator<Item = &'a SessionId> {
    let actor = conference.participant(actor);
    let sessions =
        actor.into_iter().flat_map(|actor| conference.sessions().map(move |session| (actor, session)));
    sessions.filter(|(actor, session)| serves_in(actor, session)).map(|(_, session)| session)
}

/// Whether somebody is of the secretariat of any session.
pub fn serves_any(conference: &Conference, actor: &PersonId) -> bool {
    served_by(conference, actor).next().is_some()
}

/// Whether somebody is of the secretariat of all sessions.
pub fn serves_all(conference: &Conference, actor: &PersonId) -> bool {
    serves_any(conference, actor) && serves_each(conference, actor, conference.sessions())
}

/// Whether somebody serves every session in which another takes part. Links of that other are then theirs to make and to
/// revoke: a link opens every session in which its holder has a role, so the secretariat of one session makes nobody the
/// chair of another.
pub fn serves_all_of(conference: &Conference, actor: &PersonId, person: &PersonId) -> bool {
    let (Some(actor), Some(person)) = (conference.participant(actor), conference.participant(person)) else {
        return false;
    };
    let mut theirs =
        conference.sessions().filter(|session| !person.roles.in_session(session).is_empty()).peekable();
    theirs.peek().is_some() && theirs.all(|session| serves_in(actor, session))
}

fn serves_in(actor: &Participant, session: &SessionId) -> bool {
    has(actor, session, SERVING)
}

/// Whether somebody has one of these roles in any session.
fn has_anywhere(conference: &Conference, actor: &Participant, roles: &[Role]) -> bool {
    conference.sessions().any(|session| has(actor, session, roles))
}

fn has(actor: &Participant, session: &SessionId, roles: &[Role]) -> bool {
    actor.roles.in_session(session).iter().any(|role| roles.contains(role))
}
