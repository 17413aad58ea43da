//! How the sound follows what else happens in the meeting.

use super::interpretation;
use crate::meeting::Meeting;
use crate::meeting::charter::Charter;
use crate::meeting::procedure::{floor, points_of_order, presence, programme};
use crate::terms::ids::Moment;

impl Meeting {
    /// Booths and microphones go on with a charter that has changed, as far as those who work there are still in it.
    pub(in crate::meeting) fn sound_follows_charter(&mut self, before: Option<&Charter>) {
        let Some(charter) = self.charter.clone() else { return };
        let booths = before.map(|before| before.booths.as_slice()).unwrap_or_default();
        self.interpretation.plan(booths, &charter, &self.roster);
        self.microphones.plan(&charter, &self.roster);
        self.recording.plan(&charter, &self.roster);
        self.help.plan(&self.roster);
        self.interpretation.listeners = interpretation::listeners::counted(self);
    }

    /// A microphone on the podium is open only while the session is.
    pub(in crate::meeting) fn podium_follows_session(&mut self, event: &programme::Event) {
        match event {
            programme::Event::SessionSuspended { .. }
            | programme::Event::SessionClosed { .. }
            | programme::Event::SessionAdjourned {} => self.microphones.close_podium(),
            programme::Event::SessionConvened { .. }
            | programme::Event::CharterRevised { .. }
            | programme::Event::SessionOpened {}
            | programme::Event::SessionReopened { .. }
            | programme::Event::SessionResumed {} => {}
        }
    }

    /// Whoever comes listens to their channel; whoever leaves closes their microphone on the podium.
    pub(in crate::meeting) fn sound_follows_presence(&mut self, event: &presence::Event) {
        match event {
            presence::Event::PersonArrived { person, .. } => {
                interpretation::listeners::count(self, person, 1)
            }
            presence::Event::PersonLeft { person, .. } => {
                interpretation::listeners::count(self, person, -1);
                self.microphones.leave(person);
            }
        }
    }

    /// A turn begins with an open microphone; a change of pace is asked of one turn.
    pub(in crate::meeting) fn sound_follows_floor(&mut self, event: &floor::Event, at_ms: Moment) {
        match event {
            floor::Event::FloorGiven { .. } | floor::Event::TurnEnded { .. } => {
                self.microphones.begin_turn(at_ms);
                self.interpretation.slow_down_at_ms = None;
                self.points.floor_goes_on();
            }
            floor::Event::TurnSpeakerChanged { .. } => {
                let before = self.floor.current.as_ref().and_then(|current| current.turn.speaker.clone());
                self.microphones.change_speaker(before.as_ref(), at_ms);
            }
            floor::Event::TurnResumed { .. } => self.points.floor_goes_on(),
            floor::Event::TurnSuspended { .. }
            | floor::Event::TurnExtended { .. }
            | floor::Event::TurnLimitReached { .. } => {}
        }
    }

    /// Whoever is heard on a point of order begins with an open microphone, and so does the turn that goes on after it.
    pub(in crate::meeting) fn sound_follows_points(&mut self, event: &points_of_order::Event, at_ms: Moment) {
        use points_of_order::Event as E;
        match event {
            E::PointRecognised { .. } => {
                self.microphones.begin_turn(at_ms);
                self.interpretation.slow_down_at_ms = None;
            }
            E::PointWithdrawn { .. } | E::PointRuled { .. } | E::PointLapsed { .. } => {
                if self.points.heard.is_none() {
                    self.microphones.begin_turn(at_ms);
                }
            }
            E::PointRaised { .. }
            | E::PointLimitReached { .. }
            | E::RulingAppealed { .. }
            | E::AppealDecided { .. } => {}
        }
    }
}
