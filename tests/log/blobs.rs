//! Blobs.

use std::collections::BTreeSet;

use bytes::Bytes;
use futures_util::future::join_all;
use plenary::log::{BLOB_BYTES_MAX, LogFault};

use crate::engine::Engine;

pub async fn a_blob_is_what_was_put_last(Engine { log, .. }: Engine) {
    assert_eq!(log.blob("documents/note.pdf").await.unwrap(), None);

    log.put_blob("documents/note.pdf", Bytes::from_static(b"draft")).await.unwrap();
    log.put_blob("documents/empty", Bytes::new()).await.unwrap();
    log.put_blob("documents/note.pdf", Bytes::from_static(b"final")).await.unwrap();

    assert_eq!(log.blob("documents/note.pdf").await.unwrap(), Some(Bytes::from_static(b"final")));
    assert_eq!(log.blob("documents/empty").await.unwrap(), Some(Bytes::new()));
    assert_eq!(log.blob("documents/note").await.unwrap(), None);
}

pub async fn of_many_makers_of_one_blob_the_first_wins(Engine { log, .. }: Engine) {
    let makers = (0..16_u8).map(|maker| {
        let log = log.clone();
        tokio::spawn(async move { log.put_blob_if_absent("server/key", vec![maker].into()).await.unwrap() })
    });
    let got: BTreeSet<Bytes> = join_all(makers).await.into_iter().map(Result::unwrap).collect();

    let stored = log.blob("server/key").await.unwrap().unwrap();
    assert_eq!(got, BTreeSet::from([stored]));
}

pub async fn a_bad_name_or_size_is_refused(Engine { log, .. }: Engine) {
    for name in ["", "../key", "Key", "a//b", "a/"] {
        let put = log.put_blob(name, Bytes::new()).await;
        // Dots are welcome in a blob's name, and mean nothing: no engine makes a path of it.
        assert_eq!(matches!(put, Err(LogFault::Name(_))), name != "../key", "{name:?}: {put:?}");
        assert_eq!(log.blob(name).await.is_err(), name != "../key", "{name:?}");
    }
    let huge = Bytes::from(vec![0; BLOB_BYTES_MAX + 1]);
    let refused = log.put_blob_if_absent("huge", huge).await.unwrap_err();
    assert!(matches!(refused, LogFault::TooLarge { .. }), "{refused}");
    assert_eq!(log.blob("huge").await.unwrap(), None);
}

pub async fn names_are_told_by_how_they_begin_and_what_is_removed_is_gone(Engine { log, .. }: Engine) {
    for name in ["clip/b", "clip/a", "clips", "entry/a"] {
        log.put_blob(name, Bytes::from_static(b"a")).await.unwrap();
    }
    assert_eq!(log.blob_names("clip/").await.unwrap(), ["clip/a", "clip/b"]);
    log.remove_blob("clip/a").await.unwrap();
    log.remove_blob("clip/a").await.unwrap();
    assert_eq!((log.blob("clip/a").await.unwrap(), log.blob_names("").await.unwrap().len()), (None, 3));
    assert!(matches!(log.remove_blob("../a").await, Ok(())), "a name like any other, of nothing");
    assert!(matches!(log.remove_blob("A").await, Err(LogFault::Name(_))));
}
