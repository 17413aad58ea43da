//! Makes `proto/protocol.ts`: every named type that a message is made of, with what its fields and values mean, and beside
//! each enumeration and each family the list of its values or tags, so that no client writes one down.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};

use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};

use super::keep;
use super::schema::{meanings, schema, values};
use crate::meeting::view::{PastKind, PublicCaptions, PublicNow};
use crate::wire::client::{ClientMessage, SoundMessage};
use crate::wire::http::{
    ChatPage, ConferenceSearchPage, Enter, Entered, Exports, GivenFile, HandedIn, IssuedLink, IssuedLinks,
    KeepVersion, KeptVersion, LinkOf, Links, LinksOf, Lobby, OutcomeText, PastPage, Problem, ProceedingsPage,
    PublicProgramme, Recordings, RevokedLinks, SearchPage,
};
use crate::wire::server::ServerMessage;

/// Every named type that a message is made of, by name.
struct Declarations {
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, String>,
    /// Types of the schema by name: they know what each value of an enumeration means, which `ts-rs` leaves out.
    definitions: Value,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) || T::output_path().is_none() {
            return;
        }
        // Sequence numbers and times stay below 2^53, so plain numbers hold them.
        let config = Config::default().with_large_int("number");
        let name = T::ident(&config);
        let docs = with_meanings(&T::docs().unwrap_or_default(), &meanings(&self.definitions[&name]));
        let text = format!("{docs}export {}\n", T::decl(&config));
        let clash = self.by_name.insert(name.clone(), text);
        assert!(clash.is_none(), "two types would both be called {name}");
        T::visit_dependencies(self);
    }
}

/// A type's comment, and in it what each of its values means.
fn with_meanings(docs: &str, meanings: &[(String, String)]) -> String {
    let Some((head, end)) = docs.rsplit_once(" */").filter(|_| !meanings.is_empty()) else {
        return docs.to_owned();
    };
    let lines: String = meanings
        .iter()
        .map(|(tag, meaning)| format!(" * - `{tag}`: {}\n", meaning.replace('\n', "\n *   ")))
        .collect();
    format!("{head} *\n{lines} */{end}")
}

/// The declarations of all types by name.
pub(super) fn declarations() -> BTreeMap<String, String> {
    let definitions = schema()["$defs"].take();
    let mut declarations = Declarations { seen: HashSet::new(), by_name: BTreeMap::new(), definitions };
    declarations.visit::<ClientMessage>();
    declarations.visit::<SoundMessage>();
    declarations.visit::<ServerMessage>();
    declarations.visit::<Enter>();
    declarations.visit::<Entered>();
    declarations.visit::<Lobby>();
    declarations.visit::<PublicProgramme>();
    declarations.visit::<PublicNow>();
    declarations.visit::<PublicCaptions>();
    declarations.visit::<ChatPage>();
    declarations.visit::<ProceedingsPage>();
    declarations.visit::<PastKind>();
    declarations.visit::<PastPage>();
    declarations.visit::<SearchPage>();
    declarations.visit::<ConferenceSearchPage>();
    declarations.visit::<KeepVersion>();
    declarations.visit::<KeptVersion>();
    declarations.visit::<OutcomeText>();
    declarations.visit::<LinkOf>();
    declarations.visit::<Links>();
    declarations.visit::<LinksOf>();
    declarations.visit::<IssuedLinks>();
    declarations.visit::<IssuedLink>();
    declarations.visit::<RevokedLinks>();
    declarations.visit::<Exports>();
    declarations.visit::<Recordings>();
    declarations.visit::<HandedIn>();
    declarations.visit::<GivenFile>();
    declarations.visit::<Problem>();
    declarations.by_name
}

/// The list of all that an enumeration or a family has, as a constant: for a type `ItemKind` it is `EVERY_ITEM_KIND`.
fn every(name: &str, definition: &Value) -> Option<String> {
    let values = values(definition);
    if values.is_empty() {
        return None;
    }
    let mut constant = "EVERY".to_owned();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    Some(format!(
        "/**\n * All that `{name}` can be, in their order.\n */\nexport const {constant} = {values:?} as const;\n"
    ))
}

#[test]
fn contract_typescript_is_as_committed() {
    let head =
        "// Made from the Rust types by `UPDATE_PROTO=1 cargo test contract`. Not to be edited by hand.\n\n";
    let definitions = schema()["$defs"].take();
    let with_list = |(name, text): (String, String)| [Some(text), every(&name, &definitions[&name])];
    let body: Vec<String> = declarations().into_iter().flat_map(with_list).flatten().collect();
    keep("protocol.ts", &format!("{head}{}", body.join("\n")));
}
