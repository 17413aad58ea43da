//! Reads of a STUN check the one thing that tells whom it is for.

use str0m::ice::StunMessage;

/// First bytes up to this are those of STUN (RFC 7983 section 7).
const FIRST_MAX: u8 = 3;

/// Our user fragment in the USERNAME of a binding request (`ours:theirs`), or nothing if the datagram is none.
pub fn user_fragment(datagram: &[u8]) -> Option<&str> {
    // Most of what comes is something else, and is not looked at any closer.
    datagram.first().filter(|first| **first <= FIRST_MAX)?;
    let message = StunMessage::parse(datagram).ok().filter(StunMessage::is_binding_request)?;
    message.username()?.split(':').next()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const USERNAME: u16 = 6;

    /// A request with these attributes, and the others without which it is none.
    fn request(attributes: &[(u16, &[u8])]) -> Vec<u8> {
        let mut bytes = vec![0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42];
        bytes.extend([9; 12]);
        let priority_and_integrity: [(u16, &[u8]); 2] = [(0x24, &[1, 2, 3, 4]), (8, &[0; 20])];
        for (kind, value) in attributes.iter().chain(&priority_and_integrity) {
            bytes.extend(kind.to_be_bytes());
            bytes.extend(u16::try_from(value.len()).unwrap().to_be_bytes());
            bytes.extend(*value);
            bytes.resize(bytes.len().next_multiple_of(4), 0);
        }
        let length = u16::try_from(bytes.len() - 20).unwrap().to_be_bytes();
        bytes[2..4].copy_from_slice(&length);
        bytes
    }

    #[test]
    fn the_user_fragment_is_found_behind_other_attributes() {
        let datagram = request(&[(0x8022, b"agent"), (USERNAME, b"bfrag:other")]);
        assert_eq!(user_fragment(&datagram), Some("bfrag"));
        assert_eq!(user_fragment(&request(&[])), None);
        assert_eq!(user_fragment(&datagram[..datagram.len() - 4]), None);
        let mut response = datagram;
        response[0] = 1;
        assert_eq!(user_fragment(&response), None, "we ask nothing, so no answer is for us");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(
            tail in prop::collection::vec(any::<u8>(), 0..100), cut in 0_usize..140
        ) {
            let mut datagram = request(&[(USERNAME, b"afrag:b")]);
            datagram.truncate(cut);
            datagram.extend(tail);
            user_fragment(&datagram);
        }
    }
}
