//! What waits for one client, in order and within a bound.
//!
//! What a view begins with does not count against the bound: it is as large as the meeting is, and goes out at the
//! client's pace. What changes meanwhile does. Past the bound it is dropped, and nothing more is queued until the client,
//! once it has taken the rest, resynchronises.

use std::collections::VecDeque;
use std::io;
use std::time::Instant;

use bytes::Bytes;

/// Most frames of sound that may wait for one client: five streams of 20 ms for so long, and pings.
const FRESH_FRAMES_MAX: usize = 64;

/// Where frames go.
pub trait Sink {
    /// Takes as many bytes as it can.
    ///
    /// # Errors
    /// `WouldBlock` if it takes none now; anything else, and it takes none any more.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Passes on what it has taken and holds itself.
    ///
    /// # Errors
    /// As [`Sink::write`].
    fn flush(&mut self) -> io::Result<()>;
}

/// Frames that wait.
#[derive(Debug)]
pub struct Queue {
    frames: VecDeque<Waiting>,
    /// The first of them is written in part: it must be finished, or the client could not read what follows.
    in_hand: bool,
    /// Bytes that count against the bound.
    bytes: usize,
    bytes_max: usize,
    /// Something was dropped; nothing is queued until the client resynchronises.
    lagging: bool,
    /// Nothing more is to be sent after what waits.
    ending: bool,
}

/// A frame that waits, or what of it does.
#[derive(Debug)]
struct Waiting {
    bytes: Bytes,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Part of what a view begins with.
    Greeting,
    /// Anything that must come, or the client resynchronises.
    Change,
    /// Sound: from then on it is too late to begin with it.
    Fresh(Instant),
}

impl Waiting {
    fn counts(&self) -> usize {
        match self.kind {
            Kind::Greeting => 0,
            Kind::Change | Kind::Fresh(_) => self.bytes.len(),
        }
    }

    fn is_stale(&self) -> bool {
        matches!(self.kind, Kind::Fresh(until) if Instant::now() > until)
    }
}

impl Queue {
    /// An empty queue for so many bytes beside the greeting.
    pub fn new(bytes_max: usize) -> Self {
        Self { frames: VecDeque::new(), in_hand: false, bytes: 0, bytes_max, lagging: false, ending: false }
    }

    /// Queues a frame. True if it is the only one and may be written at once.
    pub fn push(&mut self, frame: Bytes) -> bool {
        if self.is_shut() {
            return false;
        }
        if self.bytes + frame.len() > self.bytes_max && !self.frames.is_empty() {
            self.drop_changes();
            self.lagging = true;
            return false;
        }
        self.enqueue(frame, Kind::Change)
    }

    /// Queues a frame of what a view begins with. True as for [`Queue::push`].
    pub fn greet(&mut self, frame: Bytes) -> bool {
        !self.is_shut() && self.enqueue(frame, Kind::Greeting)
    }

    /// Queues a frame of sound that is worth nothing after a moment, unless many wait. True as for [`Queue::push`].
    pub fn push_fresh(&mut self, frame: Bytes, until: Instant) -> bool {
        self.forget_stale();
        !self.is_shut() && self.frames.len() < FRESH_FRAMES_MAX && self.enqueue(frame, Kind::Fresh(until))
    }

    /// Queues the last frame.
    pub fn end(&mut self, frame: Bytes) {
        if !self.ending {
            // However much waits, and for one who lags too.
            self.enqueue(frame, Kind::Greeting);
            self.ending = true;
        }
    }

    /// The client resynchronises: what waits is of the view before, and goes but for what is in hand.
    pub fn resynchronise(&mut self) {
        self.frames.truncate(usize::from(self.in_hand));
        self.count();
        self.lagging = false;
    }

    /// Nothing waits any more, for there is nowhere to write to.
    pub fn clear(&mut self) {
        self.frames.clear();
        (self.in_hand, self.bytes) = (false, 0);
    }

    /// Whether something was dropped, and the client has not resynchronised.
    pub fn is_lagging(&self) -> bool {
        self.lagging
    }

    /// Whether the last frame was queued.
    pub fn is_ending(&self) -> bool {
        self.ending
    }

    /// How many frames wait, and how many bytes that count against the bound.
    pub fn waits(&self) -> (usize, usize) {
        (self.frames.len(), self.bytes)
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.frames.is_empty()
    }

    fn is_shut(&self) -> bool {
        self.lagging || self.ending
    }

    fn enqueue(&mut self, bytes: Bytes, kind: Kind) -> bool {
        let waiting = Waiting { bytes, kind };
        self.bytes += waiting.counts();
        self.frames.push_back(waiting);
        self.frames.len() == 1
    }

    /// Drops all but the greeting, which is whole in itself, and what is in hand.
    fn drop_changes(&mut self) {
        let mut in_hand = self.in_hand;
        self.frames.retain(|waiting| std::mem::take(&mut in_hand) || waiting.kind == Kind::Greeting);
        self.count();
    }

    fn count(&mut self) {
        self.bytes = self.frames.iter().map(Waiting::counts).sum();
    }

    /// Writes until nothing waits.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn write(&mut self, sink: &mut impl Sink) -> io::Result<()> {
        sink.flush()?;
        while let Some(first) = self.frames.front_mut() {
            if !self.in_hand && first.is_stale() {
                self.bytes = self.bytes.saturating_sub(first.counts());
                self.frames.pop_front();
                continue;
            }
            let counted = first.counts();
            let written = sink.write(&first.bytes)?;
            self.in_hand = written < first.bytes.len();
            drop(first.bytes.split_to(written));
            self.bytes = self.bytes.saturating_sub(counted - first.counts());
            if !self.in_hand {
                self.frames.pop_front();
            }
            sink.flush()?;
        }
        Ok(())
    }

    /// Drops sound that is late, but not what is in hand.
    fn forget_stale(&mut self) {
        let next = usize::from(self.in_hand);
        while self.frames.get(next).is_some_and(Waiting::is_stale) {
            let gone = self.frames.remove(next);
            self.bytes = self.bytes.saturating_sub(gone.map_or(0, |gone| gone.counts()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Takes so many bytes, and then none.
    struct Narrow {
        taken: Vec<u8>,
        room: usize,
    }

    impl Sink for Narrow {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let taken = bytes.len().min(self.room);
            if taken == 0 {
                return Err(io::ErrorKind::WouldBlock.into());
            }
            self.room -= taken;
            self.taken.extend(&bytes[..taken]);
            Ok(taken)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn narrow() -> Narrow {
        Narrow { taken: Vec::new(), room: 0 }
    }

    /// Lets so many bytes through.
    fn pass(queue: &mut Queue, sink: &mut Narrow, bytes: usize) {
        sink.room = bytes;
        let blocked = queue.write(sink).is_err();
        assert_eq!(blocked, !queue.is_empty());
    }

    #[test]
    fn a_greeting_of_any_size_goes_out_whole_and_what_follows_it_is_bounded() {
        let (mut queue, mut sink) = (Queue::new(100), narrow());
        assert!(queue.greet(Bytes::from(vec![b'g'; 1_000])));
        queue.greet(Bytes::from(vec![b'h'; 1_000]));
        pass(&mut queue, &mut sink, 10);
        queue.push(Bytes::from(vec![b'c'; 100]));
        assert!(!queue.is_lagging(), "a hundred bytes of changes wait");
        queue.push(Bytes::from_static(b"d"));
        assert!(queue.is_lagging(), "one more does not");
        queue.push(Bytes::from_static(b"e"));
        pass(&mut queue, &mut sink, usize::MAX);
        let expected = [[b'g'; 1_000], [b'h'; 1_000]].concat();
        assert_eq!(sink.taken, expected, "the greeting is whole, and nothing else came");
        queue.resynchronise();
        queue.push(Bytes::from_static(b"f"));
        pass(&mut queue, &mut sink, usize::MAX);
        assert_eq!(sink.taken, [expected, vec![b'f']].concat());
    }

    #[test]
    fn what_is_in_hand_is_finished_before_a_client_begins_anew() {
        let (mut queue, mut sink) = (Queue::new(100), narrow());
        queue.push(Bytes::from_static(b"first"));
        queue.push(Bytes::from_static(b"second"));
        pass(&mut queue, &mut sink, 2);
        queue.resynchronise();
        queue.greet(Bytes::from_static(b" anew"));
        pass(&mut queue, &mut sink, usize::MAX);
        assert_eq!(sink.taken, b"first anew");
    }

    #[test]
    fn the_last_frame_comes_after_all_that_waits_and_nothing_after_it() {
        let (mut queue, mut sink) = (Queue::new(4), narrow());
        queue.push(Bytes::from_static(b"over"));
        queue.push(Bytes::from_static(b"flow"));
        assert!(queue.is_lagging());
        queue.end(Bytes::from_static(b"bye"));
        queue.push(Bytes::from_static(b"more"));
        queue.end(Bytes::from_static(b"twice"));
        pass(&mut queue, &mut sink, usize::MAX);
        assert_eq!(sink.taken, b"bye");
    }
}
