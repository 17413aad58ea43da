//! What of an entry is kept apart is erased for good, and the entry stays.

use bytes::Bytes;
use plenary::log::{Log, LogFault, NewEntry, Part, SUBJECT_BYTES_MAX};

use crate::engine::{Engine, entry, open, stream, texts, within};

fn part(subject: &str, text: &str) -> Part {
    Part { subject: subject.to_owned(), body: Bytes::copy_from_slice(text.as_bytes()) }
}

fn with(text: &str, parts: &[Part]) -> NewEntry {
    NewEntry { parts: parts.to_vec(), ..entry(text) }
}

/// The parts of each entry of a stream.
async fn parts(log: &dyn Log, name: &str) -> Vec<Vec<Part>> {
    let entries = log.read(&stream(name), 0, usize::MAX).await.unwrap();
    entries.into_iter().map(|entry| entry.parts).collect()
}

pub async fn parts_come_with_their_entries_until_they_are_erased(Engine { log, .. }: Engine) {
    let (ana, ben) = (part("person/ana", "Ana"), part("person/ben", "Ben"));
    // In the order of the subjects, however they were given.
    log.append(&stream("a"), 0, vec![with("1", &[ben.clone(), ana.clone()]), entry("2")]).await.unwrap();
    log.append(&stream("a"), 2, vec![with("3", std::slice::from_ref(&ana))]).await.unwrap();
    log.append(&stream("b"), 0, vec![with("4", std::slice::from_ref(&ana))]).await.unwrap();
    assert_eq!(parts(&*log, "a").await, [vec![ana.clone(), ben.clone()], vec![], vec![ana.clone()]]);
    let later = log.read(&stream("a"), 1, 10).await.unwrap();
    assert_eq!(later.into_iter().map(|entry| entry.parts).collect::<Vec<_>>(), [vec![], vec![ana.clone()]]);

    let erased = log.erase(&stream("a"), vec!["person/ana".to_owned(), "person/none".to_owned()]).await;
    assert_eq!(erased.unwrap(), 2);
    assert_eq!(parts(&*log, "a").await, [vec![ben], vec![], vec![]]);
    assert_eq!(parts(&*log, "b").await, [vec![ana]], "another stream keeps its own");
    assert_eq!(texts(&*log, &stream("a")).await, ["1", "2", "3"], "the entries stay");
    assert_eq!(log.erase(&stream("a"), vec!["person/ana".to_owned()]).await.unwrap(), 0, "it is done once");
}

pub async fn parts_count_as_their_entry_does(Engine { log, .. }: Engine) {
    let large = with("", &[part("a", &"x".repeat(600_000)), part("b", &"x".repeat(600_000))]);
    let long = with("", &[part(&"s".repeat(SUBJECT_BYTES_MAX + 1), "")]);
    for refused in [large, long] {
        let refused = log.append(&stream("a"), 0, vec![refused]).await.unwrap_err();
        assert!(matches!(refused, plenary::log::AppendError::Fault(LogFault::TooLarge { .. })), "{refused}");
    }
    assert_eq!(log.last(&stream("a")).await.unwrap(), 0);
}

/// Neither the database nor its write-ahead log has it any more, and what comes back has not either.
#[tokio::test]
async fn what_was_erased_stands_in_no_file() {
    const SECRET: &str = "my telephone number is 0961 555 010";
    let folder = tempfile::tempdir().unwrap();
    let log = open(folder.path());
    let many: Vec<NewEntry> = (0..50).map(|_| with("said", &[part("message/m1", SECRET)])).collect();
    log.append(&stream("a"), 0, many).await.unwrap();
    let holds = || {
        let mut files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
        files.any(|file| {
            let bytes = std::fs::read(&file).unwrap();
            bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes())
        })
    };
    assert!(holds(), "it is found where it is");
    assert_eq!(log.erase(&stream("a"), vec!["message/m1".to_owned()]).await.unwrap(), 50);
    assert!(!holds(), "it is erased while the server runs");
    within(log.close()).await;
    assert!(!holds());
    let log = open(folder.path());
    assert!(parts(&log, "a").await.iter().all(Vec::is_empty));
    assert_eq!(log.last(&stream("a")).await.unwrap(), 50);
}
