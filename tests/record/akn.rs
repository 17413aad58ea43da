//! What the schema of Akoma Ntoso does not ask: that speakers exist, times rise and have zones, languages are the conference's, ids
//! follow the naming, and as many spoke as by the log.

use std::collections::BTreeSet;

use plenary::record::{Format, Kind};
use plenary::words::Locale;

use crate::held::{held, text};
use crate::xml::Element;

#[test]
fn a_debate_keeps_what_its_schema_does_not_ask() {
    let held = held();
    for locale in Locale::ALL {
        for (session, _, _) in &held.meetings {
            let root = Element::read(&text(&held.document(Kind::Log, Some(session), locale), Format::Akn));
            every_speaker_resolves(&root);
            times_rise(&root);
            languages(&root, &held.plan.languages.iter().map(|language| language.as_str()).collect());
            ids(&root);
            assert_eq!(speeches_of_seats(&root), held.turns(session), "{session}");
        }
    }
}

/// Speeches in turns: those on a panel's stage are no turns, and name no delegation in their text.
fn speeches_of_seats(root: &Element) -> usize {
    let seats: BTreeSet<String> =
        root.all("TLCOrganization").iter().map(|seat| seat.get("showAs").unwrap().to_owned()).collect();
    let of_seat = |speech: &&&Element| {
        let from = speech.child("from").unwrap().own.as_str();
        seats.iter().any(|seat| from == seat || from.ends_with(&format!("({seat})")))
    };
    root.all("speech").iter().filter(of_seat).count()
}

fn every_speaker_resolves(root: &Element) {
    let mut known = BTreeSet::new();
    root.each(&mut |element| {
        known.extend(element.get("eId").map(str::to_owned));
    });
    let mut asked = 0;
    root.each(&mut |element| {
        for reference in ["by", "source"].iter().filter_map(|name| element.get(name)) {
            let id = reference.strip_prefix('#').expect("it is one of the document's own");
            assert!(known.contains(id), "{reference} is nobody");
            asked += 1;
        }
    });
    assert!(asked >= 2);
    for speech in root.all("speech") {
        assert!(!speech.child("from").unwrap().own.is_empty(), "a speech by nobody");
    }
}

/// A moment with its zone, as seconds since 1970.
fn moment(text: &str) -> i64 {
    let zoned = text.len() == 25 && (text.contains("+02:00") || text.contains("+03:00"));
    assert!(zoned, "{text} has no zone, or another than the host's");
    text.parse::<jiff::Timestamp>().unwrap().as_second()
}

fn times_rise(root: &Element) {
    let mut last = 0;
    let mut seen = 0;
    root.each(&mut |element| {
        for at in ["time", "startTime"].iter().filter_map(|name| element.get(name)) {
            let at = moment(at);
            assert!(at >= last, "time goes back");
            last = at;
            seen += 1;
        }
        if let (Some(start), Some(end)) = (element.get("startTime"), element.get("endTime")) {
            assert!(moment(end) >= moment(start), "it ends before it begins");
        }
    });
    assert!(seen > 5, "{seen} times");
}

fn languages(root: &Element, of_conference: &BTreeSet<&str>) {
    let known = |language: &str| {
        let two =
            [("ara", "ar"), ("eng", "en"), ("fra", "fr")].into_iter().find(|(three, _)| *three == language);
        of_conference.contains(two.map_or(language, |(_, two)| two))
    };
    let mut told = 0;
    root.each(&mut |element| {
        for language in ["language", "xml:lang"].iter().filter_map(|name| element.get(name)) {
            assert!(known(language), "{language} is no language of the conference");
            told += 1;
        }
    });
    assert!(told >= 1);
}

fn ids(root: &Element) {
    let mut seen = BTreeSet::new();
    root.each(&mut |element| {
        let Some(id) = element.get("eId") else { return };
        assert!(seen.insert(id.to_owned()), "{id} is there twice");
        if element.name.starts_with("TLC") {
            assert!(!id.contains(' '));
            return;
        }
        for part in id.split("__") {
            let (name, number) = part.rsplit_once('_').unwrap_or_else(|| panic!("{id}"));
            assert!(name.chars().all(|c| c.is_ascii_lowercase()), "{id}");
            assert!(number.parse::<u32>().is_ok(), "{id}");
        }
    });
}

#[test]
fn the_report_and_the_outcome_keep_the_naming() {
    for locale in Locale::ALL {
        for (kind, class) in [(Kind::Report, "debateReport"), (Kind::Outcome, "statement")] {
            let root = Element::read(&text(&held().document(kind, None, locale), Format::Akn));
            assert_eq!(root.children[0].name, class);
            ids(&root);
            every_speaker_resolves(&root);
            languages(&root, &["ar", "en", "fr"].into());
        }
    }
}
