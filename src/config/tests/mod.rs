//! Tests of the conference file: what is read, every kind of fault, and that no text can bring the reader down.

mod any_text;
mod changes;
mod fault_kinds;
mod faults_of_interpretation;
mod faults_of_people;
mod faults_of_programme;
mod files;
mod installers;
mod merging;
mod reading;
mod sample;
mod settings;
mod writing;
mod written_guide;

use super::Fault;
use crate::conference::ConferencePlan;

/// A small conference without a fault, in two languages.
const SMALL: &str = include_str!("small.toml");

/// The sample conference that comes with the product.
const SAMPLE: &str = include_str!("../../../conferences/gcm-arab-2021/conference.toml");

/// The small conference with one text in it replaced by another; the text must be there once.
fn small_with(old: &str, new: &str) -> String {
    assert_eq!(SMALL.matches(old).count(), 1, "`{old}` is not in the small conference exactly once");
    SMALL.replacen(old, new, 1)
}

fn faults_of(text: &str) -> Vec<Fault> {
    ConferencePlan::from_text("small.toml", text).expect_err("a fault was to be found")
}

/// One change of the small conference and the one fault it is to bring.
struct Case {
    old: &'static str,
    new: &'static str,
    /// Text at whose first occurrence in the changed file the fault is placed.
    at: &'static str,
    field: &'static str,
    wrong: &'static str,
    remedy: &'static str,
}

fn check(cases: &[Case]) {
    for case in cases {
        let text = small_with(case.old, case.new);
        let faults = faults_of(&text);
        let [fault] = faults.as_slice() else { panic!("{} → {}: {faults:#?}", case.old, case.new) };
        let byte = text.find(case.at).expect("the place is in the changed file");
        let before = text.get(..byte).expect("a boundary");
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
        let place = fault.place.expect("a place");
        assert_eq!((place.line, place.column, fault.field.as_str()), (line, column, case.field), "{fault}");
        assert!(fault.wrong.contains(case.wrong), "wanted `{}` in: {fault}", case.wrong);
        assert!(fault.remedy.contains(case.remedy), "wanted `{}` in: {fault}", case.remedy);
        assert_eq!(fault.file, "small.toml");
    }
}
