//! The sound of pre-recorded statements, and the files of texts and documents: blobs beside the log, each named by what it holds and kept as long as a session
//! refers to it.
//!
//! Which clips are referred to, nobody counts along: the meetings are asked when one has let a clip go. So a count can
//! never be wrong, whatever was undone, reopened or lost in a crash.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::TryStreamExt as _;
use tokio::sync::{OnceCell, RwLock};

use super::fault::RoomFault;
use super::{Answer, Publication, Registry, Room, stored};
use crate::log::{Digest, Incoming as Part, Log, Pieces, Stream};
use crate::meeting::command::Housekeeping;
use crate::meeting::event::Recorded;
use crate::meeting::statements;
use crate::terms::clip::named_by;
use crate::terms::ids::{ClipId, SessionId};

/// Begins the names under which earlier versions kept clips in the database.
const IN_DATABASE: &str = "clip/";
/// Begins the names of streams of sessions.
const SESSION: &str = "session/";
/// Entries that are read at once of a stream without a room.
const READ_MAX: usize = 1_024;

/// Clips that are looked at together when they are swept.
const REMOVED_AT_ONCE: usize = 64;

/// A clip that is being taken in. Dropped before it is handed in, it leaves nothing behind.
pub struct Incoming(Box<dyn Part>);

impl Incoming {
    /// Takes the next piece of its bytes in.
    ///
    /// # Errors
    /// If the storage fails.
    pub async fn write(&mut self, piece: bytes::Bytes) -> Result<(), RoomFault> {
        Ok(self.0.write(piece).await?)
    }

    /// The name of what has been taken in so far.
    pub fn name(&self) -> ClipId {
        named_by(self.0.digest().sha256())
    }
}

/// All of something that is kept beside a log, named by what it holds; none if it is not there.
///
/// # Errors
/// If the log is closed or its storage fails.
pub async fn read_whole(log: &Arc<dyn Log>, clip: &ClipId) -> Result<Option<Vec<u8>>, RoomFault> {
    let Some(digest) = digest(clip) else { return Ok(None) };
    let blobs = log.blobs();
    let Some(length) = blobs.length(&digest).await? else { return Ok(None) };
    let Some(pieces) = blobs.read(&digest, 0..length).await? else { return Ok(None) };
    let pieces: Vec<bytes::Bytes> = pieces.try_collect().await?;
    Ok(Some(pieces.concat()))
}

/// Where the sound is kept. Clones are the same.
#[derive(Clone)]
pub struct Clips(Arc<Shared>);

struct Shared {
    log: Arc<dyn Log>,
    rooms: Registry,
    /// Held by whoever keeps a clip until it is decided whether a meeting refers to it, and alone by whoever removes.
    deciding: RwLock<()>,
    /// Clips that may be referred to though no meeting says so: it is not known whether that was stored.
    in_doubt: Mutex<BTreeSet<ClipId>>,
    /// Clips of sessions that the conference file does not name any more: it may name them again.
    without_room: OnceCell<BTreeSet<ClipId>>,
    /// Held while a clip goes from the database to its file.
    moving: tokio::sync::Mutex<()>,
}

impl Clips {
    /// Those of a log, for the meetings of these rooms.
    pub fn of(log: Arc<dyn Log>, rooms: Registry) -> Self {
        Self(Arc::new(Shared {
            log,
            rooms,
            deciding: RwLock::default(),
            in_doubt: Mutex::default(),
            without_room: OnceCell::new(),
            moving: tokio::sync::Mutex::default(),
        }))
    }

    /// All of something that is kept; none if it is not there.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn whole(&self, clip: &ClipId) -> Result<Option<Vec<u8>>, RoomFault> {
        read_whole(&self.0.log, clip).await
    }

    /// Begins to take a clip in, Opus in Ogg.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn begin(&self) -> Result<Incoming, RoomFault> {
        Ok(Incoming(self.0.log.blobs().begin().await?))
    }

    /// Keeps a clip and hands it in. What the meeting does not take leaves nothing behind. It is done to its end though
    /// nobody waits for the answer any more.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn hand_in(
        &self,
        room: &Room,
        sound: Incoming,
        given: impl FnOnce(ClipId) -> Housekeeping,
    ) -> Result<Answer, RoomFault> {
        let (given, room) = (given(sound.name()), room.clone());
        self.keep_if(sound, async move { room.hand_in(given).await }).await
    }

    /// Keeps what was taken in if it is decided that something refers to it; else nothing is left behind. It is done to its
    /// end though nobody waits for the answer any more.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn keep_if(
        &self,
        part: Incoming,
        decided: impl Future<Output = Answer> + Send + 'static,
    ) -> Result<Answer, RoomFault> {
        let clips = self.clone();
        let kept = tokio::spawn(async move { clips.keep_and_decide(part, decided).await });
        kept.await.unwrap_or(Ok(Answer::NotStored))
    }

    async fn keep_and_decide(
        &self,
        part: Incoming,
        decided: impl Future<Output = Answer> + Send,
    ) -> Result<Answer, RoomFault> {
        let clip = part.name();
        let answer = {
            let _decided = self.0.deciding.read().await;
            part.0.keep().await?;
            let answer = decided.await;
            if answer == Answer::NotStored {
                self.0.in_doubt.lock().unwrap_or_else(PoisonError::into_inner).insert(clip.clone());
            }
            answer
        };
        if matches!(answer, Answer::Refused(_) | Answer::Busy) {
            self.let_go(vec![clip]).await;
        }
        Ok(answer)
    }

    /// How many bytes a clip has; none if it is not there.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn length(&self, clip: &ClipId) -> Result<Option<u64>, RoomFault> {
        let Some(digest) = digest(clip) else { return Ok(None) };
        let blobs = self.0.log.blobs();
        match blobs.length(&digest).await? {
            None if self.move_out(clip).await? => Ok(blobs.length(&digest).await?),
            length => Ok(length),
        }
    }

    /// A part of a clip, in pieces as they are read; none if it is not there.
    ///
    /// # Errors
    /// If the log is closed or its storage fails.
    pub async fn read(&self, clip: &ClipId, part: Range<u64>) -> Result<Option<Pieces>, RoomFault> {
        let Some(digest) = digest(clip) else { return Ok(None) };
        let blobs = self.0.log.blobs();
        match blobs.read(&digest, part.clone()).await? {
            None if self.move_out(clip).await? => Ok(blobs.read(&digest, part).await?),
            pieces => Ok(pieces),
        }
    }

    /// Takes in what a session has published: a clip that it refers to no more is removed, unless another refers to it.
    pub fn follow(&self, publication: &Publication) {
        let gone = statements::let_go(&publication.before, publication.events(), &publication.after);
        if !gone.is_empty() {
            let clips = self.clone();
            tokio::spawn(async move { clips.let_go(gone).await });
        }
    }

    /// Puts the folder in order after a start, beside all else: what was being taken in when the last server ended, and
    /// clips that nothing refers to, are removed; what an earlier version kept in the database goes to its file.
    pub async fn sweep(&self) {
        match self.try_sweep().await {
            Ok((0, 0)) => {}
            Ok((parts, moved)) => tracing::info!(parts, moved, "the folder of blobs was put in order"),
            Err(fault) => told(&fault),
        }
    }

    /// How many parts were swept, and how many clips were moved.
    async fn try_sweep(&self) -> Result<(usize, usize), RoomFault> {
        let log = &self.0.log;
        let parts = log.blobs().sweep_parts().await?;
        let mut moved = 0;
        for name in log.blob_names(IN_DATABASE).await? {
            let clip = name.strip_prefix(IN_DATABASE).and_then(|clip| clip.parse().ok());
            if let Some(clip) = clip
                && self.move_out(&clip).await?
            {
                moved += 1;
            }
        }
        let all = log.blobs().all().await?;
        // A few at a time: whoever hands in waits meanwhile.
        for some in all.chunks(REMOVED_AT_ONCE) {
            self.try_let_go(some.iter().map(|digest| named_by(digest.sha256())).collect()).await?;
        }
        Ok((parts, moved))
    }

    /// Moves a clip that an earlier version kept in the database to its file. Tells whether its file is there then.
    async fn move_out(&self, clip: &ClipId) -> Result<bool, RoomFault> {
        let Some(digest) = digest(clip) else { return Ok(false) };
        let (log, blobs, name) = (&self.0.log, self.0.log.blobs(), format!("{IN_DATABASE}{clip}"));
        let _alone = self.0.moving.lock().await;
        let is_there = blobs.length(&digest).await?.is_some();
        let Some(bytes) = log.blob(&name).await? else { return Ok(is_there) };
        if !is_there {
            let mut part = blobs.begin().await?;
            part.write(bytes).await?;
            if part.digest() != digest {
                tracing::warn!(%clip, "a clip in the database is not what it was: it stays there");
                return Ok(false);
            }
            part.keep().await?;
        }
        log.remove_blob(&name).await?;
        Ok(true)
    }

    /// Removes those of these clips that no meeting refers to.
    async fn let_go(&self, clips: Vec<ClipId>) {
        if let Err(fault) = self.try_let_go(clips).await {
            told(&fault);
        }
    }

    async fn try_let_go(&self, clips: Vec<ClipId>) -> Result<(), RoomFault> {
        let without_room = self.0.without_room.get_or_try_init(|| self.of_sessions_without_room()).await?;
        let _alone = self.0.deciding.write().await;
        let mut kept = self.0.in_doubt.lock().unwrap_or_else(PoisonError::into_inner).clone();
        for room in self.0.rooms.all() {
            // Of a room that has ended nobody knows: the server stops, and all that is left is looked at anew.
            let Some(meeting) = room.look().await else { return Ok(()) };
            kept.extend(meeting.clips());
        }
        // Of documents all is kept, also what was replaced.
        let conference = self.0.rooms.conference();
        kept.extend(conference.documents.contents().chain(conference.outcome.contents()).cloned());
        let blobs = self.0.log.blobs();
        for clip in clips.iter().filter(|clip| !kept.contains(clip) && !without_room.contains(clip)) {
            if let Some(digest) = digest(clip) {
                blobs.remove(&digest).await?;
                tracing::debug!(%clip, "a clip that nothing refers to was removed");
            }
        }
        Ok(())
    }

    /// All clips that were ever handed in to sessions without a room, for nobody knows what they refer to now.
    async fn of_sessions_without_room(&self) -> Result<BTreeSet<ClipId>, RoomFault> {
        let mut clips = BTreeSet::new();
        for stream in self.0.log.streams().await? {
            let session = stream.as_str().strip_prefix(SESSION).and_then(|id| id.parse::<SessionId>().ok());
            if session.is_some_and(|session| self.0.rooms.room(&session).is_none()) {
                self.handed_in_to(&stream, &mut clips).await?;
            }
        }
        Ok(clips)
    }

    async fn handed_in_to(&self, stream: &Stream, clips: &mut BTreeSet<ClipId>) -> Result<(), RoomFault> {
        let mut after = 0;
        loop {
            let entries = self.0.log.read(stream, after, READ_MAX).await?;
            let Some(last) = entries.last() else { return Ok(()) };
            after = last.seq;
            for entry in entries.iter().filter(|entry| statements::brings_in(&entry.kind)) {
                let recorded: Recorded = stored::decode(&self.0.log, entry).await?;
                clips.extend(statements::received(&recorded.event).cloned());
            }
        }
    }
}

/// The blob that a clip is.
fn digest(clip: &ClipId) -> Option<Digest> {
    clip.as_str().parse().ok()
}

/// What is left behind is swept at the next start.
fn told(fault: &RoomFault) {
    if !matches!(fault, RoomFault::Log(crate::log::LogFault::Closed)) {
        tracing::warn!(%fault, "clips that nothing refers to could not be removed");
    }
}
