//! Who may do what in the conference: the secretariat of a session changes what that session alone has; what several
//! sessions share is changed by whoever serves all of them. So nobody who serves a side event rules over the plenary.

use super::Conference;
use super::plan::Participant;
use crate::terms::ids::{PersonId, SessionId};
use crate::terms::people::Role;

/// Roles that may change what the conference has of a session.
pub const SERVING: &[Role] = &[Role::Secretariat];

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
    actor.roles.in_session(session).iter().any(|role| SERVING.contains(role))
}
