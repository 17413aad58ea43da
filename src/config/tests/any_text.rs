//! No text brings the reader down, and a reading that refuses says why.

use proptest::prelude::*;

use super::{SAMPLE, SMALL};
use crate::conference::ConferencePlan;

fn reads_or_says_why(text: &str) {
    if let Err(faults) = ConferencePlan::from_text("any.toml", text) {
        assert!(!faults.is_empty());
        assert!(
            faults.iter().all(|fault| !fault.wrong.is_empty() && !fault.remedy.is_empty()),
            "{faults:#?}"
        );
    }
}

/// A value as a person might put it in a wrong place.
fn any_value() -> impl Strategy<Value = String> {
    let fixed =
        ["{}", "[]", "[[]]", "true", "-1", "1e9", "\"\"", "\"\\u0000\"", "\"ar\"", "{ ar = 1 }", "nan"];
    let times =
        ["2021-02-24", "10:00:00", "2021-02-30T10:00:00", "2021-02-24T10:00:60", "9999-12-31T23:59:59"];
    let long = [
        "99999999999999999999999999",
        "0xFFFFFFFFFFFFFFFF",
        "[1, [2, [3, { a = [] }]]]",
        "\"9223372036854775807 h\"",
    ];
    prop::sample::select([&fixed[..], &times[..], &long[..]].concat()).prop_map(str::to_owned)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        reads_or_says_why(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_value_replaced_by_any_other_never_panics(at in any::<prop::sample::Index>(), value in any_value()) {
        let mut lines: Vec<String> = SMALL.lines().map(str::to_owned).collect();
        let with_value: Vec<usize> = (0..lines.len()).filter(|n| lines[*n].contains(" = ")).collect();
        let line = &mut lines[with_value[at.index(with_value.len())]];
        let key = line.split(" = ").next().unwrap_or_default().to_owned();
        *line = format!("{key} = {value}");
        reads_or_says_why(&lines.join("\n"));
    }

    #[test]
    fn a_file_with_lines_dropped_and_doubled_never_panics(picks in prop::collection::vec(any::<prop::sample::Index>(), 0..130)) {
        let lines: Vec<&str> = SMALL.lines().collect();
        let mut chosen: Vec<usize> = picks.iter().map(|pick| pick.index(lines.len())).collect();
        chosen.sort_unstable();
        let text: Vec<&str> = chosen.iter().map(|n| lines[*n]).collect();
        reads_or_says_why(&text.join("\n"));
    }
}

proptest! {
    // The sample is large; each case reads the whole of it.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_sample_with_some_of_it_overwritten_never_panics(
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        put in "[\\[\\]{}=\"a-z0-9 .,\\n-]{0,20}",
    ) {
        let chars: Vec<char> = SAMPLE.chars().collect();
        let start = at.index(chars.len());
        let end = (start + length).min(chars.len());
        let text: String = chars[..start].iter().copied().chain(put.chars()).chain(chars[end..].iter().copied()).collect();
        reads_or_says_why(&text);
    }
}
