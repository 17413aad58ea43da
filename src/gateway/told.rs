//! Keeps what `proto/README.md` says of rates and limits true to the code that holds to them.

use super::rate::{
    Allowance, GIVING_PAPERS, HANDING_IN, JOINS, LINKING, MESSAGES, OFFERS, READING, SEARCHING, SOUND_TEXTS,
    WARN_LEFT,
};
use super::{audience, bodies, connection, door, fanout, outlet, places, uploads};
use crate::media::limits as media;
use crate::terms::limits as meeting;
use crate::wire::contract::bounds::grouped;
use crate::wire::{CLIENT_MESSAGE_BYTES_MAX, SOUND_MESSAGE_BYTES_MAX};

/// An allowance as the table tells it.
fn told(Allowance { at_once, every_ms }: Allowance) -> String {
    let more = match every_ms {
        500 => "two more each second".to_owned(),
        1_000 => "one more each second".to_owned(),
        2_000 => "one more every two seconds".to_owned(),
        60_000 => "one more each minute".to_owned(),
        every_ms => format!("{} more each second", 1_000 / every_ms),
    };
    format!("{at_once} at once, {more}")
}

/// Rows of the table, by how they begin, and what each says.
fn rows() -> Vec<(&'static str, String)> {
    let grouped = |number: usize| grouped(number);
    vec![
        (
            "messages of one person to one session",
            format!("{}; a warning when {WARN_LEFT} are left", told(MESSAGES)),
        ),
        ("joins of one person", told(JOINS)),
        ("a message", format!("{} bytes", grouped(CLIENT_MESSAGE_BYTES_MAX))),
        ("connections of one person to one session", fanout::PER_PERSON_MAX.to_string()),
        (
            "a session description",
            format!("{} bytes and {} lines", grouped(media::SDP_BYTES_MAX), grouped(media::SDP_LINES_MAX)),
        ),
        ("offers of sound", told(OFFERS)),
        ("WebSockets of sound", told(JOINS)),
        ("texts on them", told(SOUND_TEXTS)),
        (
            "frames from one WebSocket of sound",
            format!("more than {} bytes", grouped(SOUND_MESSAGE_BYTES_MAX)),
        ),
        ("requests for the floor of one delegation", meeting::REQUESTS_OF_DELEGATION_MAX.to_string()),
        ("points of order of one delegation", meeting::POINTS_OF_DELEGATION_MAX.to_string()),
        ("motions of one delegation", meeting::MOTIONS_OF_DELEGATION_MAX.to_string()),
        ("questions of one person", meeting::QUESTIONS_OF_PERSON_MAX.to_string()),
        ("rooms of two people", meeting::DIRECT_ROOMS_OPENED_MAX.to_string()),
        ("refusals in a row", connection::REFUSALS_MAX.to_string()),
        ("changes kept for those who resume", format!("{} KiB", audience::KEPT_BYTES_MAX >> 10)),
        ("what may wait for a slow client", format!("{} MiB", outlet::QUEUE_BYTES_MAX >> 20)),
        ("connections that have shown no link", format!("at most {};", grouped(places::STRANGERS_MAX))),
        ("connections of one link", format!("{};", places::OF_LINK_MAX)),
        (
            "head of an HTTP call",
            format!("{} KiB, within {} seconds", door::HEAD_BYTES_MAX >> 10, door::HEAD_WITHIN.as_secs()),
        ),
        (
            "body of an HTTP call",
            format!(
                "{} bytes, within {} seconds",
                grouped(bodies::WORDS.bytes_max),
                bodies::WORDS.within.as_secs()
            ),
        ),
        ("calls for the past", told(READING)),
        ("searches by one person", told(SEARCHING)),
        ("links made and revoked", told(LINKING)),
        ("statements handed in by one delegation", uploads::OF_ONE.to_string()),
        ("statements handed in by one person", told(HANDING_IN)),
        ("files of documents given by one person", told(GIVING_PAPERS)),
    ]
}

#[test]
fn contract_prose_tells_the_rates_and_limits_of_the_code() {
    let prose = std::fs::read_to_string(crate::wire::contract::proto("README.md")).unwrap();
    let (_, table) = prose.split_once("\n## Rates and limits\n").expect("the section is there");
    let (table, _) = table.split_once("\n## ").expect("another section follows");
    let wrong: Vec<_> = rows()
        .into_iter()
        .filter(|(what, limit)| {
            let cells = table.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
            let mut of = cells
                .filter(|(begins, _)| begins.starts_with(what) && (*what != "a message" || begins == what));
            !of.any(|(_, cell)| cell.starts_with(limit.as_str()) || cell.contains(&format!(" {limit}")))
        })
        .collect();
    assert!(wrong.is_empty(), "proto/README.md says otherwise than the code: {wrong:?}");
}
