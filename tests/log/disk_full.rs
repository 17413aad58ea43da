//! A disk without room: writes fail, the log goes on.

use futures_util::future::join_all;
use plenary::log::{AppendError, Log, LogFault, NewEntry, Settings, Sqlite};

use crate::engine::{entry, open, stream, texts, within};

const LITTLE: Settings = Settings { bytes_max: Some(200_000) };

#[tokio::test]
async fn what_does_not_fit_fails_and_what_fits_is_stored() {
    let folder = tempfile::tempdir().unwrap();
    let log = Sqlite::open_with(folder.path(), LITTLE).unwrap();
    let (small, large) = (entry("a"), NewEntry { body: vec![0; 500_000].into(), ..entry("") });
    let full = Err(AppendError::Fault(LogFault::Full));

    let appends = (0..20).map(|n| {
        let (log, fits) = (&log, n % 2 == 0);
        let entries = vec![small.clone(), if fits { small.clone() } else { large.clone() }];
        async move { (fits, log.append(&stream(&format!("session/{n}")), 0, entries).await) }
    });
    for (fits, outcome) in within(join_all(appends)).await {
        assert_eq!(outcome, if fits { Ok(2) } else { full.clone() });
    }
    assert_eq!(log.put_blob("large", large.body.clone()).await, Err(LogFault::Full));

    assert_eq!(log.append(&stream("session/0"), 2, vec![small]).await, Ok(3));
    assert_eq!(texts(&log, &stream("session/0")).await, ["a", "a", "a"]);
    assert_eq!(log.last(&stream("session/1")).await.unwrap(), 0);
    assert_eq!(log.blob("large").await.unwrap(), None);
}

#[tokio::test]
async fn a_log_filled_to_the_brim_is_still_read_and_goes_on_with_more_room() {
    let folder = tempfile::tempdir().unwrap();
    let log = Sqlite::open_with(folder.path(), LITTLE).unwrap();
    let opening = stream("opening");
    let mut last = 0;
    let fault = loop {
        match log.append(&opening, last, vec![entry(&"x".repeat(1_000))]).await {
            Ok(stored) => last = stored,
            Err(fault) => break fault,
        }
    };
    assert_eq!(fault.to_string(), "the disk is full: make room where the data folder lies, then try again");
    assert!(last > 20, "only {last} entries fitted");
    assert_eq!(log.read(&opening, 0, 1_000).await.unwrap().len() as u64, last);
    log.close().await;

    let roomy = open(folder.path());
    assert_eq!(roomy.append(&opening, last, vec![entry("a")]).await, Ok(last + 1));
}
