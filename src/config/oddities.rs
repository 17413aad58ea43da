//! What is lawful in a conference file, and yet seldom meant.

use crate::conference::plan::ConferencePlan;
use crate::meeting::charter::SessionKind;
use crate::terms::ids::Language;
use crate::terms::people::{Category, Role};

/// Articles that a State's formal name begins with where it is read out, by language.
const ARTICLES: [(&str, &[&str]); 2] = [("en", &["the "]), ("fr", &["le ", "la ", "les ", "l’", "l'"])];

impl ConferencePlan {
    /// Notes on what the file may say, and whoever wrote it perhaps did not mean: one sentence each, with the remedy.
    pub fn oddities(&self) -> Vec<String> {
        let mut notes = self.seats_without_people();
        notes.extend(self.sessions_that_nobody_leads());
        notes.extend(self.booths_without_relief());
        notes.extend(self.names_without_article());
        notes.extend(self.people_without_a_name_or_role());
        notes
    }

    fn seats_without_people(&self) -> Vec<String> {
        let seated = |id| self.people.iter().any(|person| person.delegation.as_ref() == Some(id));
        let empty = self.delegations.iter().filter(|seat| !seated(&seat.id));
        let note = |id| {
            format!(
                "the delegation `{id}` has nobody who speaks for it: add [[people]] with `delegation = \"{id}\"`, or have the secretariat add them"
            )
        };
        empty.map(|seat| note(&seat.id)).collect()
    }

    fn sessions_that_nobody_leads(&self) -> Vec<String> {
        let leads = |plan: &crate::meeting::charter::SessionPlan, role| {
            self.people.iter().any(|person| person.roles.in_session(&plan.id).contains(&role))
        };
        let mut notes = Vec::new();
        for plan in self.programme() {
            let led =
                leads(plan, Role::Chair) || plan.kind == SessionKind::Panel && leads(plan, Role::Moderator);
            if !led {
                notes.push(format!(
                    "the session `{}` has no chair, so only the secretariat can open it: give somebody the role `chair` in it",
                    plan.id
                ));
            }
        }
        notes
    }

    fn booths_without_relief(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for booth in &self.booths {
            let id = &booth.plan.id;
            match self.people.iter().filter(|person| person.booth.as_ref() == Some(id)).count() {
                0 => notes.push(format!(
                    "the booth `{id}` has no interpreter: add [[people]] with `booth = \"{id}\"`"
                )),
                1 => notes.push(format!(
                    "the booth `{id}` has one interpreter, and nobody to hand over to: interpreters relieve each other every 20 to 30 minutes"
                )),
                _more => {}
            }
        }
        notes
    }

    /// The chair reads a formal name out within a sentence.
    fn names_without_article(&self) -> Vec<String> {
        let mut notes = Vec::new();
        let states = |category| matches!(category, Category::MemberState | Category::ObserverState);
        for seat in self.delegations.iter().filter(|seat| states(seat.category)) {
            for (tag, articles) in ARTICLES {
                let Ok(language) = tag.parse::<Language>() else { continue };
                let Some(formal) = seat.formal.0.get(&language) else { continue };
                let bare =
                    formal.contains(' ') && !articles.iter().any(|article| formal.starts_with(article));
                if bare {
                    notes.push(format!(
                        "the delegation `{}` has a formal name without an article in `{tag}`, and the chair reads out “the representative of {formal}”: begin it with “{}”, unless the name has none",
                        seat.id,
                        articles.first().unwrap_or(&"").trim_end()
                    ));
                }
            }
        }
        notes
    }

    /// Somebody added on screen may have a name in one language only, and somebody whose session is gone no role.
    fn people_without_a_name_or_role(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for person in &self.people {
            let id = &person.id;
            let missing = self.languages.iter().filter(|language| !person.name.0.contains_key(language));
            let missing: Vec<&str> = missing.map(Language::as_str).collect();
            if !missing.is_empty() {
                notes.push(format!(
                    "the person `{id}` has no name in {}, and is shown by another: add it to `name`",
                    missing.join(", ")
                ));
            }
            if self.programme().all(|plan| person.roles.in_session(&plan.id).is_empty()) {
                notes.push(format!(
                    "the person `{id}` has no role in any session: give one, or delete the entry"
                ));
            }
        }
        notes
    }
}
