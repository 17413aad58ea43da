//! A changed conference file meets what the secretariat has changed meanwhile: field by field, against the version of the
//! file that was last taken in.
//!
//! The three plans are compared as trees of what serde writes, so a new field of a plan needs nothing here. Entries with
//! an id are compared one by one, wordings by language, and any other list as a whole.

mod tree;
mod words;

use std::fmt;

use jiff::tz::TimeZone;
use serde_json::Value;

use super::plan::ConferencePlan;
use tree::Tree;

/// Whose value is taken where the file and the secretariat have changed the same field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// The secretariat's.
    Live,
    /// The file's.
    File,
}

/// What is to be in force once the file is taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The plan. What was changed on both sides need not fit together: `ConferencePlan::check` tells.
    pub plan: ConferencePlan,
    /// The file as it counts as taken in: where what is in force stays though the file has changed it too, it is as it was,
    /// so that the next start tells of it again, and may still take the file's.
    pub file: ConferencePlan,
    /// Fields that both have changed, each otherwise.
    pub conflicts: Vec<Conflict>,
    /// What the plan in force changes by this.
    pub changed: Vec<Changed>,
}

/// A field, or a whole entry, that the file and the secretariat have changed otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// Where: `people[id=amina-1].name.en`.
    pub place: String,
    /// What the file has there; none where it has it no longer.
    pub file: Option<String>,
    /// What is in force there; none where the secretariat has taken it out.
    pub live: Option<String>,
    /// Which of the two is taken.
    pub taken: Prefer,
}

/// A field, or a whole entry, that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Where: `people[id=amina-1].rank`.
    pub place: String,
    /// What was there, if anything.
    pub before: Option<String>,
    /// What is there now, if anything.
    pub after: Option<String>,
}

/// Merges a changed file into what is in force. `base` is the version of the file last taken in, `file` the file as it is
/// now, `live` what is in force.
///
/// The order of entries is the file's, with what it does not have behind; where the file has the order it had, that of
/// what is in force.
///
/// # Errors
/// None that a plan is known to bring: what was read of three plans field by field reads as one.
pub fn merged(
    base: &ConferencePlan,
    file: &ConferencePlan,
    live: &ConferencePlan,
    prefer: Prefer,
) -> Result<Merged, serde_json::Error> {
    let [base, file_tree, live_tree] = [Tree::of(base)?, Tree::of(file)?, Tree::of(live)?];
    let zone = TimeZone::get(&file.time_zone).unwrap_or(TimeZone::UTC);
    let (path, not_taken) = (Vec::new(), Vec::new());
    let (conflicts, changed) = (Vec::new(), Vec::new());
    let mut merge = Merge { prefer, zone, path, not_taken, conflicts, changed };
    let root = merge.value([Some(&base.root), Some(&file_tree.root), Some(&live_tree.root)]);
    let order = |section: &str| {
        let file_moved = base.order(section) != file_tree.order(section);
        let (first, then) = if file_moved { (&file_tree, &live_tree) } else { (&live_tree, &file_tree) };
        first.order(section).iter().chain(then.order(section)).cloned().collect()
    };
    let mut plan = tree::plan(root.unwrap_or_default(), order)?;
    plan.put_in_order();
    let mut taken = file_tree.root.clone();
    merge.not_taken.iter().for_each(|path| tree::put_back(&mut taken, &base.root, path));
    let listed =
        |section: &str| file_tree.order(section).iter().chain(base.order(section)).cloned().collect();
    let mut file = tree::plan(taken, listed)?;
    file.put_in_order();
    Ok(Merged { plan, file, conflicts: merge.conflicts, changed: merge.changed })
}

/// Where two plans differ, told from the first to the second.
///
/// # Errors
/// As [`merged`].
pub fn differences(
    before: &ConferencePlan,
    after: &ConferencePlan,
) -> Result<Vec<Changed>, serde_json::Error> {
    merged(before, after, before, Prefer::Live).map(|merged| merged.changed)
}

/// What the file, as last taken in and as it is now, and the secretariat have in one place.
type Sides<'v> = [Option<&'v Value>; 3];

struct Merge {
    prefer: Prefer,
    zone: TimeZone,
    path: Vec<String>,
    /// Places where the file's value is not taken.
    not_taken: Vec<Vec<String>>,
    conflicts: Vec<Conflict>,
    changed: Vec<Changed>,
}

impl Merge {
    /// What is to stand in a place; none if nothing is.
    fn value(&mut self, [base, file, live]: Sides<'_>) -> Option<Value> {
        if file == live || file == base {
            return live.cloned();
        }
        if let (Some(Value::Object(of_file)), Some(Value::Object(of_live))) = (file, live) {
            let base = base.and_then(Value::as_object);
            let mut keys: Vec<&String> = of_live.keys().chain(of_file.keys()).collect();
            keys.sort();
            keys.dedup();
            let field = |key: &String| {
                self.path.push(key.clone());
                let sides = [base.and_then(|base| base.get(key)), of_file.get(key), of_live.get(key)];
                let taken = self.value(sides.map(|side| side.filter(|value| !value.is_null())));
                self.path.pop();
                Some((key.clone(), taken?))
            };
            return Some(Value::Object(keys.into_iter().filter_map(field).collect()));
        }
        if live != base {
            self.conflict(file, live);
        }
        if live == base || self.prefer == Prefer::File { self.change(live, file) } else { live.cloned() }
    }

    fn conflict(&mut self, file: Option<&Value>, live: Option<&Value>) {
        let (place, taken) = (words::place(&self.path), self.prefer);
        if taken == Prefer::Live {
            self.not_taken.push(self.path.clone());
        }
        self.conflicts.push(Conflict { place, file: self.words(file), live: self.words(live), taken });
    }

    fn change(&mut self, before: Option<&Value>, after: Option<&Value>) -> Option<Value> {
        let place = words::place(&self.path);
        self.changed.push(Changed { place, before: self.words(before), after: self.words(after) });
        after.cloned()
    }

    fn words(&self, value: Option<&Value>) -> Option<String> {
        let key = self.path.last().map_or("", String::as_str);
        value.map(|value| words::value(key, value, &self.zone))
    }
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        match &self.file {
            Some(file) => write!(f, "the file now says “{file}”")?,
            None => f.write_str("the file no longer has it")?,
        }
        match &self.live {
            Some(live) => write!(f, " and the secretariat has set “{live}”: ")?,
            None => f.write_str(" and the secretariat has taken it out: ")?,
        }
        f.write_str(match self.taken {
            Prefer::Live => "what the secretariat did stays; to take the file's, start with --take-file",
            Prefer::File => "the file's is taken, as --take-file asks",
        })
    }
}

impl fmt::Display for Changed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let none = || "none".to_owned();
        let (before, after) =
            (self.before.clone().unwrap_or_else(none), self.after.clone().unwrap_or_else(none));
        match (self.place.ends_with(']'), &self.before, &self.after) {
            (true, None, _) => write!(f, "{}: added: {after}", self.place),
            (true, _, None) => write!(f, "{}: taken out: {before}", self.place),
            (_, _, _) => write!(f, "{}: {before} → {after}", self.place),
        }
    }
}
