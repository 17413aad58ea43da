//! A listener's side: the slots of its offer, and what goes into them.

use str0m::rtp::RtpPacket;
use str0m::rtp::rtcp::ReceiverReport;

use super::agreed::Stream;
use super::frame::Frame;
use super::keys::{Promised, cryptography};
use super::limits::SLOTS;
use super::mapping::Mapping;
use super::peer::Part;
use super::reception::{Reception, Reported};
use super::srtp::{Head, Sender};

/// The slots, in the order of the offer.
pub struct Slots {
    /// Nothing where a section cannot be sent to.
    slots: [Option<Slot>; SLOTS],
    sealing: Sealing,
}

/// With what packets are sealed.
#[expect(
    clippy::large_enum_variant,
    reason = "all but new listeners have keys, which each packet would fetch"
)]
enum Sealing {
    /// With nothing yet: the handshake has not ended.
    Promised(Promised),
    /// With the keys that it ended with.
    With(Sender),
    /// With nothing: there is no such way of encryption here.
    Never,
}

struct Slot {
    payload_type: u8,
    mapping: Mapping,
    reception: Reception,
}

impl Slots {
    /// Slots that are silent until the handshake has ended with keys.
    pub fn new(streams: Vec<Option<Stream>>, keys: Promised) -> Self {
        let slot = |Stream { ssrc, payload_type }| {
            let (mapping, reception) = (Mapping::new(ssrc), Reception::default());
            Slot { payload_type, mapping, reception }
        };
        let mut streams = streams.into_iter().map(|stream| stream.map(slot));
        let slots = std::array::from_fn(|_| streams.next().flatten());
        Self { slots, sealing: Sealing::Promised(keys) }
    }

    /// Appends the packet of a frame in a slot. False if it has no place there: what was appended is nothing to send.
    pub fn seal(&mut self, slot: u8, frame: &Frame, to: &mut Vec<u8>) -> bool {
        self.is_ready();
        let Sealing::With(sender) = &mut self.sealing else { return false };
        let Some(Slot { payload_type, mapping, .. }) =
            self.slots.get_mut(usize::from(slot)).and_then(Option::as_mut)
        else {
            return false;
        };
        let Some(place) = mapping.place(frame) else { return false };
        let sealed = sender.seal(Head { payload_type: *payload_type, place }, &frame.payload, to);
        if let Err(fault) = &sealed {
            tracing::error!(%fault, "a packet of sound was not sent");
        }
        sealed.is_ok()
    }
}

impl Part for Slots {
    /// What a listener reports of its reception.
    type Heard = Reported;

    fn packet(&mut self, _packet: RtpPacket) -> Option<Reported> {
        None
    }

    fn report(&mut self, report: &ReceiverReport) -> Option<Reported> {
        let mut sum = Reported::default();
        for of in report.reports.iter() {
            let slots = &mut self.slots;
            let slot = slots.iter_mut().flatten().find(|slot| slot.mapping.ssrc() == *of.ssrc);
            if let Some(slot) = slot {
                sum += slot.reception.take(of.max_seq, of.packets_lost);
            }
        }
        Some(sum)
    }

    /// Takes the keys as soon as they are there: they are then nowhere else.
    fn is_ready(&mut self) -> bool {
        if let Sealing::Promised(promised) = &self.sealing
            && let Some(keys) = promised.take()
        {
            self.sealing = match Sender::new(&keys, &cryptography()) {
                Some(sender) => Sealing::With(sender),
                None => Sealing::Never,
            };
        }
        matches!(self.sealing, Sealing::With(_))
    }
}
