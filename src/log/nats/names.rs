//! What things are called on the servers. Names of streams have no capitals and neither has a conference, so what is ours
//! in between has: a conference `a` with a stream `b-c` is not taken for a conference `a-b` with a stream `c`.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::super::{Digest, Stream};
use crate::terms::ids::ConferenceId;

/// The names of one conference's log.
#[derive(Debug, Clone)]
pub(super) struct Names {
    conference: ConferenceId,
}

impl Names {
    pub(super) fn of(conference: ConferenceId) -> Self {
        Self { conference }
    }

    pub(super) fn conference(&self) -> &ConferenceId {
        &self.conference
    }

    /// The JetStream stream of a stream of the log. Dots and slashes may not stand in it.
    pub(super) fn log(&self, stream: &Stream) -> String {
        format!("{}{}", self.log_prefix(), token(stream))
    }

    fn log_prefix(&self) -> String {
        format!("plenary-{}-LOG-", self.conference)
    }

    /// The stream of the log that a JetStream stream is.
    pub(super) fn named(&self, log: &str) -> Option<Stream> {
        Stream::new(&log.strip_prefix(&self.log_prefix())?.replace('X', "/")).ok()
    }

    pub(super) fn log_subject(&self, stream: &Stream) -> String {
        self.subject(&format!("log.{}", stream.as_str().replace('/', ".")))
    }

    /// What every stream of the log has as its subject.
    pub(super) fn log_subjects(&self) -> String {
        self.subject("log.>")
    }

    /// Where it is told that a stream has become longer.
    pub(super) fn end(&self, stream: &Stream) -> String {
        self.subject(&format!("end.{}", token(stream)))
    }

    pub(super) fn ends(&self) -> String {
        self.subject("end.*")
    }

    /// The stream whose end is told.
    pub(super) fn ended(&self, subject: &str) -> Option<Stream> {
        Stream::new(&subject.rsplit('.').next()?.replace('X', "/")).ok()
    }

    pub(super) fn parts(&self) -> String {
        format!("plenary-{}-PARTS", self.conference)
    }

    pub(super) fn part_subjects(&self) -> String {
        self.subject("part.>")
    }

    /// Where the parts of one subject in one append begin.
    pub(super) fn part(&self, stream: &Stream, subject: &str, append: &str) -> String {
        self.subject(&format!("part.{}.{}.{append}", token(stream), encoded(subject)))
    }

    /// All pieces of the parts of one subject in a stream.
    pub(super) fn parts_of(&self, stream: &Stream, subject: &str) -> String {
        self.subject(&format!("part.{}.{}.*.*", token(stream), encoded(subject)))
    }

    /// Where the entries of one append begin that are too large for its message.
    pub(super) fn rest(&self, stream: &Stream, append: &str) -> String {
        self.subject(&format!("part.{}.rest.{append}", token(stream)))
    }

    pub(super) fn blobs(&self) -> String {
        format!("plenary-{}-BLOBS", self.conference)
    }

    pub(super) fn blob_subjects(&self) -> String {
        self.subject("blob.>")
    }

    pub(super) fn blob(&self, name: &str) -> String {
        self.subject(&format!("blob.name.{}", encoded(name)))
    }

    pub(super) fn named_blobs(&self) -> String {
        self.subject("blob.name.*")
    }

    /// The name of a blob, from its subject.
    pub(super) fn blob_name(&self, subject: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(subject.rsplit('.').next()?.strip_prefix('S')?).ok()?;
        String::from_utf8(bytes).ok()
    }

    pub(super) fn content(&self, blob: &Digest) -> String {
        self.subject(&format!("blob.sha256.{blob}"))
    }

    pub(super) fn contents(&self) -> String {
        self.subject("blob.sha256.*")
    }

    /// Where the pieces of one upload begin.
    pub(super) fn upload(&self, upload: &str) -> String {
        self.subject(&format!("blob.piece.{upload}"))
    }

    /// The first piece of every upload.
    pub(super) fn uploads(&self) -> String {
        self.subject("blob.piece.*.0")
    }

    /// Where nodes are asked what they miss of the log.
    pub(super) fn repairs(&self) -> String {
        self.subject("repairs")
    }

    pub(super) fn beats(&self) -> String {
        self.subject("beats")
    }

    fn subject(&self, rest: &str) -> String {
        format!("plenary.{}.{rest}", self.conference)
    }
}

fn token(stream: &Stream) -> String {
    stream.as_str().replace('/', "X")
}

/// Any text, as one part of a subject that is never empty.
fn encoded(text: &str) -> String {
    format!("S{}", URL_SAFE_NO_PAD.encode(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let names = Names::of("a-b".parse().unwrap());
        let stream = Stream::new("session/opening_1").unwrap();
        assert_eq!(names.log(&stream), "plenary-a-b-LOG-sessionXopening_1");
        assert_eq!(names.log_subject(&stream), "plenary.a-b.log.session.opening_1");
        assert_eq!(names.named(&names.log(&stream)), Some(stream.clone()));
        assert_eq!(names.ended(&names.end(&stream)), Some(stream));
        assert_eq!(names.named(&Names::of("a".parse().unwrap()).log(&Stream::new("b").unwrap())), None);
        assert_eq!(names.blob_name(&names.blob("server.key/1")).as_deref(), Some("server.key/1"));
    }
}
