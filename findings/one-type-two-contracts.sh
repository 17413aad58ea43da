#!/usr/bin/env bash
# ts-rs 12.0.1 and schemars 1.2.3 describe one serde type (serde 1.0.229) as two contracts.
#
# Guess: both read the same serde attributes, so the TypeScript and the JSON Schema that are made of one struct say the
# same of every field.
# Seen, of `plain: Option<u8>` and of `left_out: Option<u8>` with `default, skip_serializing_if`:
#   serde writes     plain always, null where there is none; left_out never as null
#   ts-rs            plain: number | null;  left_out?: number | null
#   schemars         neither is required, both may be null
#   for_serialize()  plain is required and may be null; left_out is not required and may be null
# So a reader that is made from the schema must expect that `plain` is missing, one made from the types that it never is;
# and both expect a null that is never written.
#
# For a conference: clients of other houses (a rapporteur's tool, a hall's display) are written from the schema or the types.
# Plenary makes its schema for what it writes, takes null out of fields that are left out, and a test compares the two
# texts field by field (src/wire/contract).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'TOML'
[package]
name = "look"
version = "0.0.0"
edition = "2024"

[dependencies]
schemars = "=1.2.3"
serde = { version = "=1.0.229", features = ["derive"] }
serde_json = "1"
ts-rs = "=12.0.1"
TOML
cat >src/main.rs <<'RS'
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};
use ts_rs::TS;

#[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema, ts_rs::TS)]
struct Turn {
    plain: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    left_out: Option<u8>,
}

/// Which fields a schema requires, and the types of the two.
fn told(settings: SchemaSettings) -> (Value, Value, Value) {
    let schema = settings.into_generator().into_root_schema_for::<Turn>().to_value();
    let kind = |field: &str| schema["properties"][field]["type"].clone();
    (schema.get("required").cloned().unwrap_or(json!([])), kind("plain"), kind("left_out"))
}

fn main() {
    let written = serde_json::to_value(Turn { plain: None, left_out: None }).unwrap();
    let types = Turn::inline(&Default::default());
    let (read, wrote) = (told(SchemaSettings::draft2020_12()), told(SchemaSettings::draft2020_12().for_serialize()));
    println!("serde writes {written}\nts-rs: {types}\nschemars: {read:?}\nschemars, for_serialize: {wrote:?}");
    let nullable = json!(["integer", "null"]);
    assert_eq!(written, json!({"plain": null}));
    assert_eq!(types.replace(['\n', ' '], ""), "{plain:number|null,left_out?:number|null,}");
    assert_eq!(read, (json!([]), nullable.clone(), nullable.clone()));
    assert_eq!(wrote, (json!(["plain"]), nullable.clone(), nullable));
}
RS
cargo run --quiet
