//! Makes `proto/schema.json`: what the code writes, and so what a client reads and should write.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde_json::{Map, Value};

use super::keep;
use crate::meeting::view::{PastKind, PublicCaptions, PublicNow};
use crate::wire::client::{ClientMessage, SoundMessage};
use crate::wire::http::{
    ChatPage, ConferenceSearchPage, Enter, Entered, Exports, GivenFile, HandedIn, IssuedLink, IssuedLinks,
    KeepVersion, KeptVersion, LinkOf, Links, LinksOf, Lobby, OutcomeText, PastPage, Problem, ProceedingsPage,
    PublicProgramme, Recordings, RevokedLinks, SearchPage,
};
use crate::wire::server::ServerMessage;

/// The whole schema. A field that may be null is always written, and a field that may be left out is never null: so
/// the schema asks for it, though the server also reads the one as the other.
pub(super) fn schema() -> Value {
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
        public_captions: PublicCaptions,
        chat_page: ChatPage,
        proceedings_page: ProceedingsPage,
        past_kind: PastKind,
        past_page: PastPage,
        search_page: SearchPage,
        conference_search_page: ConferenceSearchPage,
        keep_version: KeepVersion,
        kept_version: KeptVersion,
        outcome_text: OutcomeText,
        link_of: LinkOf,
        links: Links,
        links_of: LinksOf,
        issued_links: IssuedLinks,
        issued_link: IssuedLink,
        revoked_links: RevokedLinks,
        exports: Exports,
        recordings: Recordings,
        handed_in: HandedIn,
        given_file: GivenFile,
        problem: Problem,
    }
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings.with_transform(RecursiveTransform(left_out_not_null));
    settings.into_generator().into_root_schema_for::<Protocol>().to_value()
}

/// Takes null from what a field may hold that may be left out.
fn left_out_not_null(schema: &mut Schema) {
    let required = schema.get("required").and_then(Value::as_array).cloned().unwrap_or_default();
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (name, property) in properties {
        if let (false, Value::Object(property)) = (required.contains(&name.as_str().into()), property) {
            not_null(property);
        }
    }
}

fn not_null(property: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = property.get_mut("type") {
        types.retain(|of| of != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            property.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = property.get_mut("anyOf") {
        choices.retain(|choice| choice["type"] != "null");
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            property.remove("anyOf");
            property.extend(only);
        }
    }
}

/// What the values of an enumeration, or the messages of a family, mean: tag and meaning, in their order.
pub(super) fn meanings(definition: &Value) -> Vec<(String, String)> {
    let variants = definition["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
    let told = variants.iter().filter_map(|variant| {
        let tag = variant["const"].as_str().or_else(|| tag(variant))?;
        Some((tag.to_owned(), variant["description"].as_str()?.to_owned()))
    });
    told.collect()
}

/// The values of an enumeration, or the tags of a family, in their order; none of what is neither.
pub(super) fn values(definition: &Value) -> Vec<&str> {
    let array = |name: &str| definition[name].as_array().map(Vec::as_slice).unwrap_or_default();
    let bare = array("enum").iter().map(Value::as_str);
    let told = array("oneOf").iter().map(|variant| variant["const"].as_str().or_else(|| tag(variant)));
    bare.chain(told).collect::<Option<_>>().unwrap_or_default()
}

/// The tag of one message of a family: the one field that has one value only.
pub(super) fn tag(object: &Value) -> Option<&str> {
    object["properties"].as_object()?.values().find_map(|property| property["const"].as_str())
}

#[test]
fn contract_schema_is_as_committed() {
    let made = serde_json::to_string_pretty(&schema()).expect("a schema is JSON");
    keep("schema.json", &(made + "\n"));
}
