//! The schema is as strict as the code, and the TypeScript says the same as the schema of every field.

use std::collections::BTreeMap;

use serde_json::Value;

use super::examples::{Family, examples, families, named};
use super::schema::{schema, tag};
use super::typescript::declarations;

/// What is said of a field: whether it may be left out, and whether it may be null.
type Said = (bool, bool);
/// By `Type.field`, or `Type(tag).field` where a type has several shapes.
type Fields = BTreeMap<String, Said>;

fn name(of: &str, tag: Option<&str>, field: &str) -> String {
    tag.map_or_else(|| format!("{of}.{field}"), |tag| format!("{of}({tag}).{field}"))
}

fn said_by_schema() -> Fields {
    let schema = schema();
    let mut fields = Fields::new();
    for (of, definition) in schema["$defs"].as_object().expect("types") {
        let shapes = ["oneOf", "anyOf"].iter().filter_map(|several| definition[several].as_array()).flatten();
        for shape in shapes.chain([definition]) {
            let Some(properties) = shape["properties"].as_object() else { continue };
            let required = shape["required"].as_array().cloned().unwrap_or_default();
            for (field, property) in properties {
                let mut types = property["type"].as_array().into_iter().flatten();
                let mut choices = property["anyOf"].as_array().into_iter().flatten();
                let nullable = types.any(|of| of == "null") || choices.any(|choice| choice["type"] == "null");
                let left_out = !required.contains(&field.as_str().into());
                fields.insert(name(of, tag(shape), field), (left_out, nullable));
            }
        }
    }
    fields
}

/// Splits at a separator that stands in no brackets.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut depth, mut from, mut parts) = (0_i32, 0, vec![]);
    for (at, c) in text.char_indices() {
        depth += i32::from("{[(<".contains(c)) - i32::from("}])>".contains(c));
        if c == separator && depth == 0 {
            parts.push(text[from..at].trim());
            from = at + c.len_utf8();
        }
    }
    parts.push(text[from..].trim());
    parts.retain(|part| !part.is_empty());
    parts
}

fn without_comments(mut text: &str) -> String {
    let mut bare = String::new();
    while let Some((before, comment)) = text.split_once("/**") {
        bare.push_str(before);
        text = comment.split_once("*/").expect("a comment ends").1;
    }
    bare + text
}

fn said_by_typescript() -> Fields {
    let mut fields = Fields::new();
    for (of, declaration) in declarations() {
        let declaration = without_comments(&declaration);
        let (_, body) = declaration.split_once('=').expect("a type is declared");
        let alternatives = split(body.trim().trim_end_matches(';'), '|');
        let shapes = alternatives.into_iter().flat_map(|alternative| split(alternative, '&'));
        for shape in shapes.filter_map(|shape| shape.strip_prefix('{')?.strip_suffix('}')) {
            let shape: Vec<(&str, &str)> =
                split(shape, ',').into_iter().filter_map(|field| field.split_once(": ")).collect();
            let literal = |(_, of): &(&str, &str)| {
                of.strip_prefix('"').and_then(|of| of.strip_suffix('"')).map(str::to_owned)
            };
            let tag = shape.iter().find_map(literal);
            for (field, holds) in shape {
                let left_out = field.ends_with('?');
                let field = field.trim_end_matches('?').trim_matches('"');
                let nullable = split(holds, '|').contains(&"null");
                fields.insert(name(&of, tag.as_deref(), field), (left_out, nullable));
            }
        }
    }
    fields
}

#[test]
fn contract_schema_and_typescript_say_the_same_of_every_field() {
    let (schema, typescript) = (said_by_schema(), said_by_typescript());
    assert!(schema.len() > 500, "only {} fields were found", schema.len());
    let of = |fields: &Fields, name: &str| fields.get(name).copied();
    let names: std::collections::BTreeSet<&String> = schema.keys().chain(typescript.keys()).collect();
    // The whole of the schema is no message.
    let names = names.into_iter().filter(|name| !name.starts_with("Protocol."));
    let differ: Vec<String> = names
        .filter(|name| of(&schema, name) != of(&typescript, name))
        .map(|name| format!("{name}: {:?} and {:?}", of(&schema, name), of(&typescript, name)))
        .collect();
    assert!(differ.is_empty(), "schema and TypeScript differ in (left out, null): {differ:#?}");
    let nullable_and_left_out: Vec<_> = schema.iter().filter(|(_, said)| **said == (true, true)).collect();
    assert!(nullable_and_left_out.is_empty(), "left out or null? {nullable_and_left_out:?}");
}

/// Places of all fields in a value, as JSON pointers.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                let at = format!("{at}/{}", field.replace('~', "~0").replace('/', "~1"));
                places(value, &at, found);
                found.push(at);
            }
        }
        Value::Array(values) => {
            values
                .iter()
                .enumerate()
                .for_each(|(number, value)| places(value, &format!("{at}/{number}"), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A value without one of its fields.
fn without(value: &Value, place: &str) -> Value {
    let mut value = value.clone();
    let (parent, field) = place.rsplit_once('/').expect("a place");
    let parent = value.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
    parent.remove(&field.replace("~1", "/").replace("~0", "~"));
    value
}

fn with(value: &Value, place: &str, other: Value) -> Value {
    let mut value = value.clone();
    *value.pointer_mut(place).expect("a field") = other;
    value
}

/// An example spoilt in each of its fields: left out, null, a text that is no id, a number below all.
fn spoilt(value: &Value) -> Vec<(String, Value)> {
    let mut found = vec![];
    places(value, "", &mut found);
    let each = found.iter().flat_map(|place| {
        let left_out = (format!("{place} left out"), without(value, place));
        let null = (format!("{place} null"), with(value, place, Value::Null));
        let other = match value.pointer(place) {
            Some(Value::String(_)) => Some(Value::from("Neither an id: nor a tag")),
            Some(Value::Number(_)) => Some(Value::from(-1)),
            _ => None,
        };
        let other = other.map(|other| (format!("{place} {other}"), with(value, place, other)));
        [Some(left_out), Some(null), other].into_iter().flatten()
    });
    each.collect()
}

/// Whether the code takes a message and would have written it just so.
fn is_written_so(family: &Family, tag: &str, value: &Value) -> bool {
    (family.again)(tag, value).0.is_ok_and(|again| again == *value)
}

#[test]
fn contract_schema_takes_of_a_spoilt_example_what_the_code_would_write_and_nothing_else() {
    let (families, schema) = (families(), schema());
    let mut validators = BTreeMap::new();
    let (mut taken, mut refused) = (0, 0);
    for (stem, value) in &examples() {
        let (family, tag) = named(&families, stem);
        let (_, of_type) = (family.again)(tag, value);
        let validator = validators.entry(of_type).or_insert_with(|| {
            let root = serde_json::json!({ "$ref": format!("#/$defs/{of_type}"), "$defs": schema["$defs"] });
            let options = jsonschema::options().should_validate_formats(true);
            options.build(&root).expect("a schema of proto/schema.json")
        });
        for (how, spoilt) in spoilt(value) {
            let written_so = is_written_so(family, tag, &spoilt);
            assert_eq!(validator.is_valid(&spoilt), written_so, "{stem}.json with {how}: by schema and code");
            if written_so { taken += 1 } else { refused += 1 }
        }
    }
    assert!(taken > 100 && refused > 1_000, "{taken} were taken and {refused} refused: nothing was proved");
}
