//! A hash over the entries of a stream: the same whichever engine keeps it, and however its appends were cut.

use sha2::{Digest as _, Sha256};

use crate::log::{Digest, Entry, Part};

/// The hash of what was added so far.
#[derive(Default)]
pub struct Sum(Sha256);

impl Sum {
    /// Adds an entry: numbers with the highest byte first, and each text and each body behind its length.
    pub fn add(&mut self, entry: &Entry) {
        let Entry { seq, at_ms, kind, body, parts } = entry;
        self.0.update(seq.to_be_bytes());
        self.0.update(at_ms.to_be_bytes());
        self.sized(kind.as_bytes());
        self.sized(body);
        self.0.update((parts.len() as u64).to_be_bytes());
        for Part { subject, body } in parts {
            self.sized(subject.as_bytes());
            self.sized(body);
        }
    }

    /// The hash.
    pub fn digest(self) -> Digest {
        Digest::of_sha256(self.0.finalize().into())
    }

    fn sized(&mut self, bytes: &[u8]) {
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(kind: &str, body: &str, parts: &[(&str, &str)]) -> Digest {
        let part = |(subject, body): &(&str, &str)| Part {
            subject: (*subject).to_owned(),
            body: body.as_bytes().to_vec().into(),
        };
        let mut sum = Sum::default();
        sum.add(&Entry {
            seq: 1,
            at_ms: 1,
            kind: kind.to_owned(),
            body: body.as_bytes().to_vec().into(),
            parts: parts.iter().map(part).collect(),
        });
        sum.digest()
    }

    #[test]
    fn what_differs_in_anything_has_another_sum() {
        let one = sum("a", "bc", &[("d", "e")]);
        assert_eq!(one, sum("a", "bc", &[("d", "e")]));
        for other in [
            sum("ab", "c", &[("d", "e")]),
            sum("a", "bc", &[]),
            sum("a", "bc", &[("de", "")]),
            sum("a", "bc", &[("d", "x")]),
        ] {
            assert_ne!(one, other);
        }
    }
}
