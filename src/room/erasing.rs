//! Erasing the details of somebody who was withdrawn, from all logs, while the server does not run.

use std::sync::Arc;

use super::aggregate::Aggregate as _;
use super::fault::RoomFault;
use super::stored;
use crate::conference::Conference;
use crate::conference::register::NotErasable;
use crate::log::{AppendError, Log, LogFault, Stream};
use crate::meeting::command::Actor;
use crate::meeting::event::Recorded;
use crate::terms::ids::{Moment, PersonId};
use crate::terms::personal::Subject;

/// Why nothing, or not all, was erased.
#[derive(Debug, thiserror::Error)]
pub enum EraseFault {
    /// It may not be.
    #[error(transparent)]
    NotErasable(#[from] NotErasable),
    /// The log cannot be read or written.
    #[error(transparent)]
    Log(#[from] RoomFault),
}

/// Erases a person's details: tells it in the conference's log first, then takes what is theirs out of each stream. Done
/// again, it goes on where it was cut off. Tells how many entries they stood in, and in how many of the streams.
///
/// # Errors
/// [`EraseFault`].
pub async fn erase(
    log: &Arc<dyn Log>,
    person: &PersonId,
    now_ms: Moment,
) -> Result<(u64, usize), EraseFault> {
    let conference = super::stored_conference(log).await?;
    if let Some(event) = conference.erase(person)? {
        let seq = conference.seq + 1;
        let recorded =
            Recorded { seq, at_ms: now_ms, actor: Actor::Server, conference_seq: None, key: None, event };
        let entry = stored::encode(log, &recorded, recorded.event.tag()).await?;
        let stream = Stream::new(&Conference::stream(&())).map_err(RoomFault::from)?;
        log.append(&stream, conference.seq, vec![entry]).await.map_err(|error| match error {
            AppendError::Raced { .. } => RoomFault::Log(LogFault::Storage {
                reason: "another server uses this data folder: stop it first".to_owned(),
            }),
            AppendError::Fault(fault) => RoomFault::Log(fault),
        })?;
    }
    let subject = Subject::person(person).as_str().to_owned();
    let (mut entries, mut streams) = (0, 0);
    for stream in log.streams().await.map_err(RoomFault::Log)? {
        let erased = log.erase(&stream, vec![subject.clone()]).await.map_err(RoomFault::Log)?;
        (entries, streams) = (entries + erased, streams + usize::from(erased > 0));
    }
    Ok((entries, streams))
}
