//! A listener's side: the slots of its offer, and what goes into them.

use str0m::rtp::RtpPacket;

use super::agreed::Stream;
use super::frame::Frame;
use super::keys::{Promised, cryptography};
use super::limits::SLOTS;
use super::mapping::Mapping;
use super::peer::Part;
use super::srtp::{Head, Sender};

/// The slots, in the order of the offer.
pub struct Slots {
    /// Nothing where a section cannot be sent to.
    slots: Vec<Option<Slot>>,
    keys: Promised,
    sender: Option<Sender>,
}

struct Slot {
    stream: Stream,
    mapping: Mapping,
}

impl Slots {
    /// Slots that are silent until the handshake has ended with keys.
    pub fn new(streams: Vec<Option<Stream>>, keys: Promised) -> Self {
        let slot = |stream| Slot { stream, mapping: Mapping::default() };
        let slots = streams.into_iter().take(SLOTS).map(|stream| stream.map(slot)).collect();
        Self { slots, keys, sender: None }
    }

    /// The packet of a frame in a slot, or nothing if it has no place there.
    pub fn seal(&mut self, slot: u8, frame: &Frame) -> Option<Vec<u8>> {
        if self.sender.is_none() {
            self.sender = self.keys.get().and_then(|keys| Sender::new(keys, &cryptography()));
        }
        let sender = self.sender.as_mut()?;
        let Slot { stream, mapping } = self.slots.get_mut(usize::from(slot))?.as_mut()?;
        let place = mapping.place(frame)?;
        let head = Head { ssrc: stream.ssrc, payload_type: stream.payload_type, place };
        match sender.seal(&head, &frame.payload) {
            Ok(packet) => Some(packet),
            Err(error) => {
                tracing::debug!(%error, "a packet of sound could not be encrypted");
                None
            }
        }
    }
}

impl Part for Slots {
    type Heard = ();

    fn packet(&mut self, _packet: RtpPacket) -> Option<()> {
        None
    }
}
