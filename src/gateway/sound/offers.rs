//! Paths over WebRTC as a page offers them over the socket of its session.

use std::sync::Arc;

use super::reports::Pages;
use super::session::SessionSound;
use crate::gateway::client::{Client, WayOut as _};
use crate::gateway::frame;
use crate::gateway::rate::Pace;
use crate::identity::Identity;
use crate::media::Purpose;
use crate::meeting::refusal::Refusal;
use crate::terms::ids::Moment;
use crate::wire::client::SoundPurpose;
use crate::wire::server::{ServerMessage, WireRefusal};

/// The offers of one connection. When it is dropped, its paths end.
pub struct Offers {
    sound: Arc<SessionSound>,
    pages: Arc<Pages>,
    client: Client,
    /// How fast the person may offer, over all their connections.
    pace: Arc<Pace>,
    /// Whether anything was ever asked of the media plane.
    used: bool,
}

impl Offers {
    /// None yet.
    pub fn new(sound: Arc<SessionSound>, pages: Arc<Pages>, client: Client, pace: Arc<Pace>) -> Self {
        Self { sound, pages, client, pace, used: false }
    }

    /// Takes up an offered path and answers. Offers are answered in their order, for the answers bear no number.
    ///
    /// # Errors
    /// `sound_refused`, with what is wrong with the offer or what to do.
    pub async fn offer(
        &mut self,
        purpose: SoundPurpose,
        sdp: String,
        identity: &Identity,
        now_ms: Moment,
    ) -> Result<(), WireRefusal> {
        let refused = |detail| WireRefusal::SoundRefused { purpose, detail };
        self.pace
            .offer(now_ms)
            .map_err(|wait_ms| refused(format!("too many offers; wait {wait_ms} ms before the next")))?;
        self.begin();
        let Client { id, person, link, outlet, .. } = &self.client;
        let sdp = self.sound.offer(*id, person, media(purpose), sdp).await.map_err(refused)?;
        // A link revoked before this was revoked for this path too; of one revoked from here on all paths are cut.
        if identity.person(link).is_none() {
            self.sound.end(*id, None);
            return Err(refused("your link was revoked; ask the secretariat for a new one".to_owned()));
        }
        outlet.send(&frame::text(&ServerMessage::SoundAnswer { purpose, sdp }));
        Ok(())
    }

    /// Ends a path.
    pub fn end(&self, purpose: SoundPurpose) {
        self.sound.end(self.client.id, Some(media(purpose)));
    }

    /// Whether the page wants the floor beside an interpretation.
    pub fn original(&mut self, wanted: bool) {
        self.begin();
        self.sound.original(self.client.id, wanted);
    }

    /// Begins or ends to tell the client how the sound of all comes in.
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn watch(&mut self, wanted: bool) -> Result<(), Refusal> {
        self.begin();
        self.sound.watch(&self.client, wanted)
    }

    /// What the page tells of its microphone.
    ///
    /// # Errors
    /// `not_allowed`.
    pub fn tell(&mut self, device: &str, coughs: bool) -> Result<(), Refusal> {
        self.begin();
        self.sound.tell(&self.client, device, coughs)
    }

    /// Ends all paths: the connection is gone.
    pub fn close(&mut self) {
        if std::mem::take(&mut self.used) {
            self.pages.leave(self.client.id);
            self.sound.forget(self.client.id);
            self.sound.end(self.client.id, None);
        }
    }

    fn begin(&mut self) {
        if !self.used {
            self.used = true;
            self.pages.enter(self.client.id, &self.client.outlet);
        }
    }
}

impl Drop for Offers {
    fn drop(&mut self) {
        self.close();
    }
}

fn media(purpose: SoundPurpose) -> Purpose {
    match purpose {
        SoundPurpose::Publish => Purpose::Publish,
        SoundPurpose::Listen => Purpose::Listen,
    }
}

/// A purpose as the wire has it.
pub fn wire(purpose: Purpose) -> SoundPurpose {
    match purpose {
        Purpose::Publish => SoundPurpose::Publish,
        Purpose::Listen => SoundPurpose::Listen,
    }
}
