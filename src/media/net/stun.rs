//! Reads of a STUN check the one thing that tells whom it is for.

/// Every STUN message has it (RFC 8489 section 5).
const MAGIC: [u8; 4] = [0x21, 0x12, 0xa4, 0x42];
const HEADER_BYTES: usize = 20;
const USERNAME: u16 = 6;

/// Our user fragment in the USERNAME of a binding request (`ours:theirs`), or nothing if the datagram is none.
pub fn user_fragment(datagram: &[u8]) -> Option<&str> {
    let (header, mut rest) = datagram.split_at_checked(HEADER_BYTES)?;
    if header.get(..2)? != [0, 1] || header.get(4..8)? != MAGIC {
        return None;
    }
    loop {
        let (attribute, after) = rest.split_at_checked(4)?;
        let [t1, t2, l1, l2] = *attribute else { return None };
        let length = usize::from(u16::from_be_bytes([l1, l2]));
        if u16::from_be_bytes([t1, t2]) == USERNAME {
            return std::str::from_utf8(after.get(..length)?).ok()?.split(':').next();
        }
        rest = after.get(length.next_multiple_of(4)..)?;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn request(attributes: &[(u16, &[u8])]) -> Vec<u8> {
        let mut bytes = vec![0, 1, 0, 0];
        bytes.extend(MAGIC);
        bytes.extend([9; 12]);
        for (kind, value) in attributes {
            bytes.extend(kind.to_be_bytes());
            bytes.extend(u16::try_from(value.len()).unwrap().to_be_bytes());
            bytes.extend(*value);
            bytes.resize(bytes.len().next_multiple_of(4), 0);
        }
        bytes
    }

    #[test]
    fn the_user_fragment_is_found_behind_other_attributes() {
        let datagram = request(&[(0x8022, b"agent"), (0x24, &[1, 2, 3, 4]), (USERNAME, b"bfrag:other")]);
        assert_eq!(user_fragment(&datagram), Some("bfrag"));
        assert_eq!(user_fragment(&request(&[(0x24, &[1, 2, 3, 4])])), None);
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
