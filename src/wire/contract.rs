//! Keeps `proto/` true: types and schema are made in memory from the code and compared with what is committed.
//!
//! `UPDATE_PROTO=1 cargo test contract` writes them. Examples and prose are written by hand and checked.

mod examples;
mod prose;

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use ts_rs::{Config, TS, TypeVisitor};

use super::client::{ClientMessage, SoundMessage};
use super::http::{
    ChatPage, Enter, Entered, HandedIn, IssuedLink, LinkOf, Lobby, Problem, ProceedingsPage, PublicProgramme,
    RevokedLinks,
};
use super::server::ServerMessage;
use crate::meeting::view::PublicNow;

/// A file or folder of `proto/`.
fn proto(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("proto").join(name)
}

/// Compares a made file with the committed one, or writes it when asked to.
fn keep(file: &str, made: &str) {
    let path = proto(file);
    if std::env::var_os("UPDATE_PROTO").is_some() {
        std::fs::write(&path, made).expect("proto/ can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "proto/{file} differs from the code; run `UPDATE_PROTO=1 cargo test contract`"
    );
}

/// Every named type that a message is made of, by name.
#[derive(Default)]
struct Declarations {
    seen: HashSet<TypeId>,
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) || T::output_path().is_none() {
            return;
        }
        // Sequence numbers and times stay below 2^53, so plain numbers hold them.
        let config = Config::default().with_large_int("number");
        let docs = T::docs().unwrap_or_default();
        let text = format!("{docs}export {}\n", T::decl(&config));
        let clash = self.by_name.insert(T::ident(&config), text.clone());
        assert!(clash.is_none(), "two types would both be called {}", T::ident(&config));
        T::visit_dependencies(self);
    }
}

#[test]
fn contract_typescript_is_as_committed() {
    let mut declarations = Declarations::default();
    declarations.visit::<ClientMessage>();
    declarations.visit::<SoundMessage>();
    declarations.visit::<ServerMessage>();
    declarations.visit::<Enter>();
    declarations.visit::<Entered>();
    declarations.visit::<Lobby>();
    declarations.visit::<PublicProgramme>();
    declarations.visit::<PublicNow>();
    declarations.visit::<ChatPage>();
    declarations.visit::<ProceedingsPage>();
    declarations.visit::<LinkOf>();
    declarations.visit::<IssuedLink>();
    declarations.visit::<RevokedLinks>();
    declarations.visit::<HandedIn>();
    declarations.visit::<Problem>();
    let head =
        "// Made from the Rust types by `UPDATE_PROTO=1 cargo test contract`. Not to be edited by hand.\n\n";
    let body: Vec<String> = declarations.by_name.into_values().collect();
    keep("protocol.ts", &format!("{head}{}", body.join("\n")));
}

#[test]
fn contract_schema_is_as_committed() {
    #[derive(schemars::JsonSchema)]
    #[allow(dead_code)] // only its shape is used
    struct Protocol {
        client_message: ClientMessage,
        sound_message: SoundMessage,
        server_message: ServerMessage,
        enter: Enter,
        entered: Entered,
        lobby: Lobby,
        public_programme: PublicProgramme,
        public_now: PublicNow,
        chat_page: ChatPage,
        proceedings_page: ProceedingsPage,
        link_of: LinkOf,
        issued_link: IssuedLink,
        revoked_links: RevokedLinks,
        handed_in: HandedIn,
        problem: Problem,
    }
    let schema = schemars::schema_for!(Protocol);
    let made = serde_json::to_string_pretty(&schema).expect("a schema is JSON");
    keep("schema.json", &(made + "\n"));
}
