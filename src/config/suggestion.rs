//! Remedies that name what was probably meant, or what there is to choose from.

/// Choices listed before the rest is left out.
const CHOICES_TOLD_MAX: usize = 12;

/// A sentence that helps somebody who wrote `given` where one of `choices` was wanted.
pub(super) fn one_of<'c>(given: &str, what: &str, choices: impl Iterator<Item = &'c str>) -> String {
    let choices: Vec<&str> = choices.collect();
    let mut sentence =
        nearest(given, &choices).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    sentence.push_str(&listed(what, &choices));
    sentence
}

fn nearest<'c>(given: &str, choices: &[&'c str]) -> Option<&'c str> {
    // A long text is no slip of the pen, and comparing it would take long.
    if given.len() > 100 {
        return None;
    }
    // One slip in three characters; two letters, such as a language, are too short to guess from.
    let slips_max = given.chars().count() / 3;
    choices
        .iter()
        .map(|choice| (strsim::damerau_levenshtein(given, choice), *choice))
        .filter(|(slips, _)| *slips <= slips_max)
        .min()
        .map(|(_, choice)| choice)
}

fn listed(what: &str, choices: &[&str]) -> String {
    if choices.is_empty() {
        return format!("the file has no {what} yet: add one first");
    }
    let told: Vec<&str> = choices.iter().take(CHOICES_TOLD_MAX).copied().collect();
    let more = choices.len() - told.len();
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("{what}: {}{rest}", told.join(", "))
}
