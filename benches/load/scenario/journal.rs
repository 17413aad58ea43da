//! What was promised, held against the log: each command that was acknowledged stands there, once.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use plenary::log::{Log, Stream};
use serde::Deserialize;
use serde_json::Value;

use super::client;

/// Entries read at once.
const PAGE: usize = 2_000;

/// What of it is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    /// Commands that were acknowledged.
    pub acknowledged: u64,
    /// Those of them that are not in the log, by their types.
    pub lost: BTreeMap<String, u64>,
    /// Commands that were done more than once, acknowledged or not.
    pub twice: u64,
    /// Entries of the log.
    pub entries: u64,
}

impl Kept {
    /// How many that were acknowledged are not in the log.
    pub fn lost(&self) -> u64 {
        self.lost.values().sum()
    }
}

/// What is read of an entry.
#[derive(Deserialize)]
struct Body {
    key: Option<String>,
    /// A key is its sender's own: others may use the same. None in an entry that is so large that it stands beside the log.
    #[serde(default)]
    actor: Value,
}

/// Reads the log of a session.
///
/// # Errors
/// If it cannot be read.
pub async fn kept(
    log: &dyn Log,
    session: &str,
    acknowledged: &BTreeMap<u64, String>,
) -> anyhow::Result<Kept> {
    let stream = Stream::new(&format!("session/{session}")).context("the session has a log")?;
    let mut found: Found = BTreeMap::new();
    let (mut after, mut entries) = (0, 0);
    loop {
        let page = log.read(&stream, after, PAGE).await.context("the log cannot be read")?;
        let Some(last) = page.last() else { break };
        after = last.seq;
        for entry in &page {
            entries += 1;
            let body: Body = serde_json::from_slice(&entry.body).context("an entry is not understood")?;
            if let Some(key) = body.key.as_deref().and_then(client::number) {
                found.entry((key, body.actor.to_string())).or_default().stands_at(entry.seq);
            }
        }
    }
    Ok(counted(acknowledged, &found, entries))
}

/// Commands by their keys and whose they are.
type Found = BTreeMap<(u64, String), Times>;

/// How often a command was done: the events of one doing follow one another.
#[derive(Debug, Default, Clone, Copy)]
struct Times {
    times: u32,
    last: u64,
}

impl Times {
    fn stands_at(&mut self, seq: u64) {
        if self.times == 0 || seq != self.last + 1 {
            self.times += 1;
        }
        self.last = seq;
    }
}

fn counted(acknowledged: &BTreeMap<u64, String>, found: &Found, entries: u64) -> Kept {
    let mut lost: BTreeMap<String, u64> = BTreeMap::new();
    let there: BTreeSet<u64> = found.keys().map(|(key, _)| *key).collect();
    for (_, kind) in acknowledged.iter().filter(|(key, _)| !there.contains(key)) {
        *lost.entry(kind.clone()).or_default() += 1;
    }
    let twice = found.values().filter(|times| times.times > 1).count() as u64;
    Kept { acknowledged: acknowledged.len() as u64, lost, twice, entries }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lost_and_what_was_done_twice_is_counted() {
        let mut found: Found = BTreeMap::new();
        for (key, whose, seq) in
            [(1, "a", 1), (1, "a", 2), (2, "a", 3), (3, "a", 4), (2, "a", 5), (1, "b", 6)]
        {
            found.entry((key, whose.to_owned())).or_default().stands_at(seq);
        }
        let acknowledged = [1, 2, 4].map(|key| (key, "send_message".to_owned()));
        let kept = counted(&BTreeMap::from(acknowledged), &found, 6);
        let lost = BTreeMap::from([("send_message".to_owned(), 1)]);
        assert_eq!(kept, Kept { acknowledged: 3, lost, twice: 1, entries: 6 });
    }
}
