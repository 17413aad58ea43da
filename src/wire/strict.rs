//! Reads JSON as the protocol writes it, and no other way. serde takes more than is meant: a list for an object, its
//! fields in order; an object for a word, as its name; and of a field that comes twice, in places, the last. What may be
//! read otherwise than its sender meant it is refused instead.

use std::fmt;

use serde::de::{DeserializeOwned, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::{Error, Map, Number, Value};

/// Reads a message, or a body.
///
/// # Errors
/// If it is no JSON, another type, has a field twice at any depth, or a list or an object where another is meant.
pub fn read<T: DeserializeOwned + Serialize>(json: &[u8]) -> Result<T, Error> {
    let Whole(sent) = serde_json::from_slice(json)?;
    let read = T::deserialize(&sent)?;
    // What was understood is written back: a list as a list, an object as an object.
    if !is_formed(&sent, &serde_json::to_value(&read)?) {
        return Err(Error::custom("a list or an object stands where something else is meant"));
    }
    Ok(read)
}

/// Whether lists and objects were sent where lists and objects were read. What is left out of the one or the other is
/// nothing or as good as nothing: an unknown field is refused by its type.
fn is_formed(sent: &Value, read: &Value) -> bool {
    match (sent, read) {
        (Value::Array(sent), Value::Array(read)) => {
            sent.iter().zip(read).all(|(sent, read)| is_formed(sent, read))
        }
        (Value::Object(sent), Value::Object(read)) => {
            sent.iter().all(|(name, sent)| read.get(name).is_none_or(|read| is_formed(sent, read)))
        }
        (sent, read) => {
            let is_form = |value: &Value| value.is_array() || value.is_object();
            !is_form(sent) && !is_form(read)
        }
    }
}

/// JSON in which no field comes twice.
struct Whole(Value);

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue).map(Self)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sent: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(Whole(value)) = sent.next_element()? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut sent: A) -> Result<Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = sent.next_key::<String>()? {
            if fields.contains_key(&name) {
                return Err(A::Error::custom(format_args!(
                    "the field `{}` comes twice",
                    name.escape_debug()
                )));
            }
            let Whole(value) = sent.next_value()?;
            fields.insert(name, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::client::{ClientMessage, SoundMessage};
    use crate::wire::http::Enter;

    const KEY: &str = "5f0c6f9a-6d6a-4a57-9c0e-0e7b1f6d2a11";

    fn refused<T: DeserializeOwned + Serialize>(json: &str) -> String {
        let loose = serde_json::from_str::<T>(json);
        assert!(loose.is_ok(), "serde alone takes it, else nothing is shown: {json}");
        let read = read::<T>(json.as_bytes());
        read.err().unwrap_or_else(|| panic!("{json} is read")).to_string()
    }

    #[test]
    fn a_list_is_not_taken_for_an_object_at_any_depth() {
        let pinned = r#"{"type":"propose_order","list":"a","policy":["alphabetical",null]}"#;
        for list in [
            r#"["ping",1]"#.to_owned(),
            format!(r#"["command","{KEY}",{{"type":"open_session"}}]"#),
            r#"{"type":"join","resume":[7,"1/0.1.0"]}"#.to_owned(),
            format!(r#"{{"type":"command","key":"{KEY}","command":{pinned}}}"#),
        ] {
            assert!(refused::<ClientMessage>(&list).contains("a list or an object"), "{list}");
        }
        assert!(refused::<Enter>(r#"["secret"]"#).contains("a list or an object"));
        assert!(refused::<SoundMessage>(r#"["hear",true,false]"#).contains("a list or an object"));
    }

    #[test]
    fn an_object_is_not_taken_for_a_word() {
        let offer = r#"{"type":"offer_sound","purpose":{"listen":null},"sdp":""}"#;
        assert!(refused::<ClientMessage>(offer).contains("a list or an object"));
    }

    #[test]
    fn a_field_does_not_come_twice_at_any_depth() {
        let twice = |command: &str| format!(r#"{{"type":"command","key":"{KEY}","command":{command}}}"#);
        for json in [
            twice(r#"{"type":"open_list","list":"a","list":"b"}"#),
            twice(r#"{"type":"open_session","type":"open_session"}"#),
            twice(
                r#"{"type":"seat_person","person":"a","delegation":"b","name":{"en":"A","en":"B"},
                    "position":"head","rank":null,"language":"en"}"#,
            ),
        ] {
            assert!(refused::<ClientMessage>(&json).contains("comes twice"), "{json}");
        }
    }

    #[test]
    fn what_the_protocol_writes_is_read() {
        let ballot = format!(
            r#"{{"type":"command","key":"{KEY}","command":{{"type":"cast_ballot","poll":"v1","choices":[0,2],"change":true}}}}"#
        );
        for json in [&ballot, r#"{"type":"join"}"#, r#"{"type":"ping","sent_ms":-3}"#] {
            let strict = read::<ClientMessage>(json.as_bytes());
            assert_eq!(strict.ok(), serde_json::from_str(json).ok(), "{json}");
        }
    }
}
