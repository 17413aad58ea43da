//! Who may do what in the conference: the secretariat of a session changes what that session alone has; what several
//! sessions share is changed by whoever serves all of them. So nobody who serves a side event rules over the plenary.

use super::Conference;
use crate::meeting::ids::{PersonId, SessionId};
use crate::meeting::people::Role;

/// Roles that may change what the conference has of a session.
pub const SERVING: &[Role] = &[Role::Secretariat];

/// Whether somebody is of the secretariat of a session.
pub fn serves(conference: &Conference, actor: &PersonId, session: &SessionId) -> bool {
    conference.roles(actor, session).any(|role| SERVING.contains(&role))
}

/// Whether somebody is of the secretariat of any session.
pub fn serves_any(conference: &Conference, actor: &PersonId) -> bool {
    conference.sessions().any(|session| serves(conference, actor, session))
}

/// Whether somebody serves every session in which another takes part. Links of that other are then theirs to make and to
/// revoke: a link opens every session in which its holder has a role, so the secretariat of one session makes nobody the
/// chair of another.
pub fn serves_all_of(conference: &Conference, actor: &PersonId, person: &PersonId) -> bool {
    let mut theirs =
        conference.sessions().filter(|session| conference.takes_part(person, session)).peekable();
    theirs.peek().is_some() && theirs.all(|session| serves(conference, actor, session))
}
