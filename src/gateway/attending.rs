//! What a connection to a session is for: its commands, its paths for sound, and that its person is there.

use std::sync::Arc;
use std::time::Instant;

use tracing::{Instrument as _, field};
use uuid::Uuid;

use super::client::{Client, WayOut as _};
use super::conference::CarriedOut;
use super::connection::{NotTaken, Purpose};
use super::frame;
use super::sound::Offers;
use crate::alarm::Pulse;
use crate::attended::Attended;
use crate::conference;
use crate::identity::Identity;
use crate::meeting::refusal::Code;
use crate::meters::meters;
use crate::room::{Answer, Clock, Registry, Room};
use crate::terms::ids::{PersonId, Seq};
use crate::traces::TRACED;
use crate::wire::client::ClientMessage;
use crate::wire::command::Command;
use crate::wire::key::Key;
use crate::wire::server::{Reason, ServerMessage, WireRefusal};

/// A connection that attends a session.
pub struct Attending {
    /// The room of the session.
    pub room: Room,
    /// Shows that the task lives that carries the session's changes.
    pub pulse: Pulse,
    /// The connection's paths for sound.
    pub offers: Offers,
    /// Told of those who connect.
    pub attended: Attended,
    /// The rooms of all sessions, for what concerns the whole conference.
    pub rooms: Registry,
    /// Whoever carries out what the conference decides.
    pub conference: CarriedOut,
    /// Links and cookies.
    pub identity: Arc<Identity>,
    /// Tells the time.
    pub clock: Clock,
}

impl Purpose for Attending {
    async fn joined(&self, client: &Client) {
        // Whoever played the person for a demonstration must have left before the first command is read.
        self.attended.enter(self.room.session(), &client.person);
        self.attended.vacated(self.room.session(), &client.person).await;
        self.room.connected(client.person.clone()).await;
    }

    async fn attend(&mut self, client: &Client, message: ClientMessage) -> Result<(), NotTaken> {
        match message {
            ClientMessage::Command { key, command: Command::Draft(_) } => Err((Some(key), not_here())),
            ClientMessage::Command { key, command: Command::Conference(command) } => {
                let kind = command.tag();
                let decided = self.of_conference(client.person.clone(), key.id(), command);
                answer(client, key, (kind, &self.pulse), decided).await
            }
            ClientMessage::Command { key, command: Command::Meeting(command) } => {
                let kind = command.tag();
                let decided = self.room.command(client.person.clone(), key.id(), command);
                answer(client, key, (kind, &self.pulse), decided).await
            }
            ClientMessage::OfferSound { purpose, sdp } => {
                let taken = self.offers.offer(purpose, sdp, &self.identity, self.clock.now_ms()).await;
                taken.map_err(|refusal| (None, Reason::Wire(refusal)))
            }
            ClientMessage::EndSound { purpose } => {
                self.offers.end(purpose);
                Ok(())
            }
            ClientMessage::HearOriginal { wanted } => {
                self.offers.original(wanted);
                Ok(())
            }
            ClientMessage::WatchSound { wanted } => {
                self.offers.watch(wanted).map_err(|refusal| (None, Reason::Meeting(refusal)))
            }
            ClientMessage::TellMicrophone { device, coughs } => {
                self.offers.tell(&device, coughs).map_err(|refusal| (None, Reason::Meeting(refusal)))
            }
            // The connection answers these itself.
            ClientMessage::Join { .. } | ClientMessage::Ping { .. } => Ok(()),
        }
    }

    /// Its paths end now, not when the client has heard out the last words.
    fn ends(&mut self) {
        self.offers.close();
    }

    async fn left(&self, client: &Client) {
        self.attended.leave(self.room.session(), &client.person);
        self.room.disconnected(client.person.clone()).await;
    }
}

/// The draft is written over its own socket.
fn not_here() -> Reason {
    let detail = "send `write_draft` over /as/<link>/draft/ws".to_owned();
    Reason::Wire(WireRefusal::Malformed { detail })
}

/// What became of a command, in one word of the protocol.
fn answer_of(came: &Result<Seq, Reason>) -> &'static str {
    match came {
        Ok(_) => "done",
        Err(Reason::Meeting(refusal)) => Code::from(refusal).into(),
        Err(Reason::Wire(refusal)) => refusal.into(),
    }
}

impl Attending {
    /// What the conference decides, once this session and the lobby have it.
    async fn of_conference(
        &self,
        person: PersonId,
        key: Uuid,
        command: conference::command::Command,
    ) -> Answer {
        let answer = self.rooms.command_from(person, key, command, self.room.session()).await;
        let seq = self.rooms.conference().seq;
        if matches!(answer, Answer::Done(_)) && !self.conference.caught_up(seq).await {
            return Answer::NotStored;
        }
        answer
    }
}

/// Has a command decided where somebody would see what it does, counts it, and tells its client what came of it: whoever was
/// told finds it counted.
pub(super) async fn answer(
    client: &Client,
    key: Key,
    (kind, pulse): (&'static str, &Pulse),
    decided: impl Future<Output = Answer>,
) -> Result<(), NotTaken> {
    let read = Instant::now();
    let span = tracing::debug_span!(target: TRACED, "command", kind, answer = field::Empty);
    // What nobody would see is not acknowledged.
    let came = match if pulse.lives() { decided.instrument(span.clone()).await } else { Answer::Busy } {
        Answer::Done(seq) => Ok(seq),
        Answer::Refused(refusal) => Err(Reason::Meeting(refusal)),
        Answer::NotStored => Err(Reason::Wire(WireRefusal::NotStored {})),
        Answer::Busy => Err(Reason::Wire(WireRefusal::Busy {})),
    };
    meters().command(kind, answer_of(&came), read.elapsed());
    span.record("answer", answer_of(&came));
    drop(span);
    match came {
        Ok(seq) => {
            client.outlet.send(&frame::text(&ServerMessage::Ack { key, seq }));
            Ok(())
        }
        Err(reason) => Err((Some(key), reason)),
    }
}
