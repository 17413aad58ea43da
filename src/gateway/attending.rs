//! What a connection to a session is for: its commands, its paths for sound, and that its person is there.

use std::sync::Arc;
use std::time::Instant;

use super::client::{Client, WayOut as _};
use super::conference::CarriedOut;
use super::connection::{NotTaken, Purpose};
use super::frame;
use super::sound::Offers;
use crate::alarm::Pulse;
use crate::attended::Attended;
use crate::identity::Identity;
use crate::meeting::refusal::Code;
use crate::meters::meters;
use crate::room::{Answer, Clock, Registry, Room};
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
            ClientMessage::Command { key, command } => {
                let (kind, read) = (command.tag(), Instant::now());
                // What nobody would see is not acknowledged.
                let answered = if self.pulse.lives() {
                    self.command(client, key, command).await
                } else {
                    Err((Some(key), Reason::Wire(WireRefusal::Busy {})))
                };
                meters().command(kind, answer_of(&answered), read.elapsed());
                answered
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

/// What became of a command, in one word of the protocol.
fn answer_of(answered: &Result<(), NotTaken>) -> &'static str {
    match answered {
        Ok(()) => "done",
        Err((_, Reason::Meeting(refusal))) => Code::from(refusal).into(),
        Err((_, Reason::Wire(refusal))) => refusal.into(),
    }
}

impl Attending {
    async fn command(&self, client: &Client, key: Key, command: Command) -> Result<(), NotTaken> {
        let person = client.person.clone();
        let answer = match command {
            Command::Conference(command) => {
                let session = self.room.session();
                let answer = self.rooms.command(person, key.id(), command, session).await;
                let seq = self.rooms.conference().seq;
                if matches!(answer, Answer::Done(_)) && !self.conference.caught_up(seq).await {
                    Answer::NotStored
                } else {
                    answer
                }
            }
            Command::Meeting(command) => self.room.command(person, key.id(), command).await,
        };
        let reason = match answer {
            Answer::Done(seq) => {
                client.outlet.send(&frame::text(&ServerMessage::Ack { key, seq }));
                return Ok(());
            }
            Answer::Refused(refusal) => Reason::Meeting(refusal),
            Answer::NotStored => Reason::Wire(WireRefusal::NotStored {}),
            Answer::Busy => Reason::Wire(WireRefusal::Busy {}),
        };
        Err((Some(key), reason))
    }
}
