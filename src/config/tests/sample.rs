//! The sample conference: without a fault, complete, and as the Conference was.

use std::collections::BTreeSet;

use super::SAMPLE;
use crate::conference::ConferencePlan;
use crate::meeting::charter::SessionKind;
use crate::terms::ids::{Language, Wording};
use crate::terms::people::{Category, Role};

fn sample() -> ConferencePlan {
    match ConferencePlan::from_text("conference.toml", SAMPLE) {
        Ok(conference) => conference,
        Err(faults) => panic!("{}", crate::config::report(&faults)),
    }
}

fn in_language<'w>(wording: &'w Wording, language: &str) -> &'w str {
    let language: Language = language.parse().expect("a language");
    wording.0.get(&language).map(String::as_str).expect("a wording")
}

#[test]
fn has_the_programme_of_two_days() {
    let sample = sample();
    let programme: Vec<(&str, SessionKind)> =
        sample.programme().map(|plan| (plan.id.as_str(), plan.kind)).collect();
    assert_eq!(
        programme,
        [
            ("opening", SessionKind::Plenary),
            ("voluntary-national-reports", SessionKind::Plenary),
            ("round-table-1", SessionKind::RoundTable),
            ("round-table-2", SessionKind::RoundTable),
            ("round-table-3", SessionKind::RoundTable),
            ("round-table-4", SessionKind::RoundTable),
            ("stakeholder-consultation", SessionKind::Panel),
            ("key-messages", SessionKind::Plenary),
        ]
    );
    // 24 February 2021, 10:00 in Beirut.
    assert_eq!(sample.programme().next().map(|plan| plan.starts_at_ms), Some(1_614_153_600_000));
}

#[test]
fn discusses_each_of_the_23_objectives_in_one_round_table() {
    let sample = sample();
    let mut discussed: Vec<u8> = sample.programme().flat_map(|plan| plan.objectives.clone()).collect();
    discussed.sort_unstable();
    assert_eq!(discussed, (1..=23).collect::<Vec<u8>>());
    assert_eq!(sample.objectives.len(), 23);
    assert_eq!(sample.stakeholders.len(), 11);
}

#[test]
fn names_the_22_members_as_they_are_listed_in_each_language() {
    let sample = sample();
    let states = |language: &str| -> Vec<String> {
        let states = sample.delegations.iter().filter(|seat| seat.category == Category::MemberState);
        let mut states: Vec<(String, String)> = states
            .map(|seat| {
                (
                    in_language(&seat.sort_key, language).to_owned(),
                    in_language(&seat.plate, language).to_owned(),
                )
            })
            .collect();
        states.sort();
        states.into_iter().map(|(_, plate)| plate).collect()
    };
    assert_eq!(
        states("ar").join("، "),
        "الأردن، الإمارات العربية المتحدة، البحرين، تونس، الجزائر، جزر القمر، الجمهورية العربية السورية، جيبوتي، دولة فلسطين، السودان، الصومال، العراق، عُمان، قطر، الكويت، لبنان، ليبيا، مصر، المغرب، المملكة العربية السعودية، موريتانيا، اليمن"
    );
    assert_eq!(
        states("en").join(", "),
        "Algeria, Bahrain, Comoros, Djibouti, Egypt, Iraq, Jordan, Kuwait, Lebanon, Libya, Mauritania, Morocco, Oman, Qatar, Saudi Arabia, Somalia, State of Palestine, Sudan, Syrian Arab Republic, Tunisia, United Arab Emirates, Yemen"
    );
    assert_eq!(
        states("fr").join(", "),
        "Algérie, Arabie saoudite, Bahreïn, Comores, Djibouti, Égypte, Émirats arabes unis, État de Palestine, Iraq, Jordanie, Koweït, Liban, Libye, Maroc, Mauritanie, Oman, Qatar, République arabe syrienne, Somalie, Soudan, Tunisie, Yémen"
    );
}

#[test]
fn every_session_can_be_held() {
    let sample = sample();
    for plan in sample.programme() {
        let charter = sample.charter(&plan.id).expect("a charter");
        let count = |role| charter.people.iter().filter(|person| person.roles.contains(&role)).count();
        assert_eq!(count(Role::Chair), 1, "{}", plan.id);
        assert_eq!(
            (count(Role::Secretariat), count(Role::Rapporteur), count(Role::Interpreter)),
            (3, 1, 7),
            "{}",
            plan.id
        );
        let moderated = matches!(plan.kind, SessionKind::RoundTable | SessionKind::Panel);
        assert_eq!(count(Role::Moderator), usize::from(moderated), "{}", plan.id);
        let seats: BTreeSet<_> =
            charter.people.iter().filter_map(|person| person.delegation.clone()).collect();
        assert_eq!(seats.len(), charter.delegations.len(), "every seat of {} has somebody in it", plan.id);
        assert_eq!(charter.lists.first().map(|list| list.id.as_str()), Some("statements"));
    }
}

#[test]
fn links_of_the_demonstration_cover_the_languages_and_the_booths() {
    let sample = sample();
    let linked: Vec<_> =
        sample.people.iter().filter(|person| sample.demo_links.contains(&person.id)).collect();
    let languages: BTreeSet<&str> = linked.iter().map(|person| person.language.as_str()).collect();
    let booths: BTreeSet<_> = linked.iter().filter_map(|person| person.booth.clone()).collect();
    assert_eq!(languages, BTreeSet::from(["ar", "en", "fr"]));
    assert_eq!(booths.len(), sample.booths.len());
    assert_eq!(linked.iter().filter(|person| person.delegation.is_some()).count(), 4);
}
