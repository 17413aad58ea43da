//! What of an event is somebody's own, so that it can be erased while the event stays.
//!
//! An event says itself where such things stand in it. They are stored apart from it, by whose they are; what stands in
//! the event is what is read once they are erased.

use super::ids::{Language, MessageId, PersonId, Wording};

/// Whose something is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject(String);

impl Subject {
    /// A person's.
    pub fn person(id: &PersonId) -> Self {
        Self(format!("person/{id}"))
    }

    /// What a message said.
    pub fn message(id: &MessageId) -> Self {
        Self(format!("message/{id}"))
    }

    /// Its name in the log.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A place in an event where something personal stands.
#[derive(Debug)]
pub enum Place<'a> {
    /// A text; none is left of it.
    Text(&'a mut String),
    /// Words in several languages, of which none are left.
    Words(&'a mut Wording),
    /// A name; that it was erased is left of it.
    Name(&'a mut Wording),
    /// A name in one language; likewise.
    NameIn(&'a Language, &'a mut String),
}

impl Place<'_> {
    /// Takes out what stands there, and leaves what is to be read once it is erased.
    pub fn take(self) -> serde_json::Value {
        match self {
            Self::Text(text) => std::mem::take(text).into(),
            Self::Words(words) => serde_json::to_value(std::mem::take(words)).unwrap_or_default(),
            Self::Name(name) => {
                let erased = name.0.keys().map(|language| (language.clone(), erased(language).to_owned()));
                let erased = Wording(erased.collect());
                serde_json::to_value(std::mem::replace(name, erased)).unwrap_or_default()
            }
            Self::NameIn(language, name) => std::mem::replace(name, erased(language).to_owned()).into(),
        }
    }

    /// Puts back what was taken out there. What is of another kind is left alone: it never stood there.
    pub fn put(self, value: serde_json::Value) {
        match self {
            Self::Text(text) | Self::NameIn(_, text) => {
                if let serde_json::Value::String(value) = value {
                    *text = value;
                }
            }
            Self::Words(words) | Self::Name(words) => {
                if let Ok(value) = serde_json::from_value(value) {
                    *words = value;
                }
            }
        }
    }
}

/// What stands in the place of a name that was erased, wherever it was told: in the proceedings, beside a message.
fn erased(language: &Language) -> &'static str {
    match language.as_str() {
        "ar" => "[حُذف الاسم]",
        "fr" => "[nom effacé]",
        "es" => "[nombre suprimido]",
        "ru" => "[имя удалено]",
        "zh" => "[姓名已删除]",
        _other => "[name erased]",
    }
}

/// Shows a person's details: name and function.
pub fn details(
    person: &PersonId,
    name: &mut Wording,
    function: &mut Wording,
    show: &mut dyn FnMut(&Subject, Place<'_>),
) {
    let subject = Subject::person(person);
    show(&subject, Place::Name(name));
    show(&subject, Place::Words(function));
}

/// What an event holds of somebody's own.
pub trait Personal {
    /// Shows each place, with whose it is; always in the same order.
    fn personal(&mut self, show: &mut dyn FnMut(&Subject, Place<'_>)) {
        let _nothing = show;
    }
}
