//! WebSocket frames as far as a light client needs them: whole frames in, short masked texts out.

/// Pong, as RFC 6455 section 5.5.3 numbers it, with the bit of a last frame.
const PONG: u8 = 0x8a;
/// Text, as section 5.6 numbers it, with the bit of a last frame.
const TEXT: u8 = 0x81;
/// Opcode of a ping.
const PING: u8 = 0x9;

/// A frame from the server.
#[derive(Debug, PartialEq, Eq)]
pub struct Received<'a> {
    /// What kind of frame, as RFC 6455 numbers it.
    pub opcode: u8,
    /// What it carries.
    pub payload: &'a [u8],
    /// The whole frame as it came.
    pub whole: &'a [u8],
}

impl Received<'_> {
    /// Whether it asks for a pong.
    pub fn is_ping(&self) -> bool {
        self.opcode == PING
    }
}

/// Takes the first frame off the bytes; none if it has not come whole.
pub fn next<'a>(bytes: &mut &'a [u8]) -> Option<Received<'a>> {
    let (&first, &second) = (bytes.first()?, bytes.get(1)?);
    let (head, length) = match second & 0x7f {
        126 => (4, u64::from(u16::from_be_bytes(bytes.get(2..4)?.try_into().ok()?))),
        127 => (10, u64::from_be_bytes(bytes.get(2..10)?.try_into().ok()?)),
        short => (2, u64::from(short)),
    };
    let whole = bytes.get(..head + usize::try_from(length).ok()?)?;
    let payload = whole.get(head..)?;
    *bytes = bytes.get(whole.len()..)?;
    Some(Received { opcode: first & 0x0f, payload, whole })
}

/// A text frame as a client sends it. Its mask is zero, which is a mask like any other and costs nothing.
pub fn text(text: &str) -> Vec<u8> {
    masked(TEXT, text.as_bytes())
}

/// The answer to a ping.
pub fn pong() -> Vec<u8> {
    masked(PONG, &[])
}

fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first];
    match u16::try_from(payload.len()) {
        Ok(length) if length < 126 => frame.push(0x80 | length.to_be_bytes()[1]),
        Ok(length) => {
            frame.push(0x80 | 126);
            frame.extend(length.to_be_bytes());
        }
        Err(_long) => {
            frame.push(0x80 | 127);
            frame.extend((payload.len() as u64).to_be_bytes());
        }
    }
    frame.extend([0; 4]);
    frame.extend(payload);
    frame
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_taken_whole_and_in_order() {
        let long = [b'x'; 300];
        let mut sent = vec![0x81, 2, b'h', b'i', 0x89, 0, 0x81, 126, 1, 44];
        sent.extend(long);
        let whole = sent.clone();
        let mut bytes = &whole[..];
        assert_eq!(next(&mut bytes).map(|frame| frame.payload), Some(&b"hi"[..]));
        assert!(next(&mut bytes).is_some_and(|frame| frame.is_ping()));
        assert_eq!(next(&mut bytes).map(|frame| frame.payload.len()), Some(300));
        assert_eq!(next(&mut bytes), None);
        let mut part = &whole[6..100];
        assert_eq!(next(&mut part), None, "not whole yet");
        assert_eq!(part.len(), 94, "and nothing is taken");
    }

    #[test]
    fn a_masked_text_says_its_length() {
        assert_eq!(text("hi"), [0x81, 0x82, 0, 0, 0, 0, b'h', b'i']);
        assert_eq!(text(&"x".repeat(200))[..4], [0x81, 0x80 | 126, 0, 200]);
    }
}
