//! The one who has the floor: a microphone that sends at the pace of speech.

use std::time::{Duration, Instant};

use super::packet::{self, PER_SECOND, SAMPLES};
use super::peer::Peer;

/// A microphone.
pub struct Mouth {
    /// Its way to the server.
    pub peer: Peer,
    began: Instant,
    /// Packets ever sent.
    number: u64,
    speech: Option<Speech>,
}

/// A stretch of speech.
#[derive(Debug, Clone, Copy)]
struct Speech {
    began: Instant,
    /// Time of its first packet, in samples.
    time: u32,
    said: u64,
    /// Packets to be sent.
    length: u64,
}

impl Speech {
    fn due(&self) -> Instant {
        // A speech of years does not happen.
        let said = u32::try_from(self.said).unwrap_or(u32::MAX);
        self.began + Duration::from_secs(1) / PER_SECOND * said
    }
}

impl Mouth {
    /// A microphone that is silent.
    pub fn new(peer: Peer) -> Self {
        Self { peer, began: Instant::now(), number: 0, speech: None }
    }

    /// Begins to speak, for so many packets.
    pub fn begin(&mut self, length: u64) {
        let now = Instant::now();
        let passed = now.duration_since(self.began).as_millis() * u128::from(PER_SECOND) / 1_000;
        let time = u32::try_from(passed).unwrap_or(u32::MAX).wrapping_mul(SAMPLES);
        self.speech = Some(Speech { began: now, time, said: 0, length });
    }

    /// Ends the speech, and tells how many packets it had.
    pub fn end(&mut self) -> u64 {
        self.speech.take().map_or(0, |speech| speech.said)
    }

    /// Whether all was said.
    pub fn is_done(&self) -> bool {
        self.speech.is_none_or(|speech| speech.said >= speech.length)
    }

    /// When the next packet is to be sent, if one is.
    pub fn due(&self) -> Option<Instant> {
        self.speech.filter(|speech| speech.said < speech.length).map(|speech| speech.due())
    }

    /// Sends what is due.
    ///
    /// # Errors
    /// If it cannot be sent.
    pub fn speak(&mut self) -> anyhow::Result<()> {
        while let Some(speech) = &mut self.speech
            && speech.said < speech.length
            && speech.due() <= Instant::now()
        {
            let time = speech.time.wrapping_add(SAMPLES.wrapping_mul(speech.said as u32));
            speech.said += 1;
            self.number += 1;
            self.peer.speak(self.number, time, packet::sent_at(packet::now_ns()?))?;
        }
        Ok(())
    }
}
