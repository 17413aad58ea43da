//! The key of a command.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize};
use uuid::Uuid;

/// A UUID as its client has spelt it, with or without hyphens, in capitals or braces: a client looks for its answer by the
/// very text that it sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Key {
    spelt: Box<str>,
    #[serde(skip)]
    id: Uuid,
}

impl Key {
    /// The UUID, however spelt.
    pub fn id(&self) -> Uuid {
        self.id
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let spelt = Cow::<str>::deserialize(from)?;
        let id = Uuid::try_parse(&spelt)
            .map_err(|error| serde::de::Error::custom(format!("a key is a UUID: {error}")))?;
        Ok(Self { spelt: spelt.into(), id })
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Key {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Uuid::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Uuid::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_answered_as_it_was_spelt_and_is_the_same_however_spelt() {
        let spellings = [
            "0f5c2b1e-6a0d-4c38-9d5b-3a1f7e2c9b40",
            "0F5C2B1E-6A0D-4C38-9D5B-3A1F7E2C9B40",
            "0f5c2b1e6a0d4c389d5b3a1f7e2c9b40",
            "{0f5c2b1e-6a0d-4c38-9d5b-3a1f7e2c9b40}",
            "urn:uuid:0f5c2b1e-6a0d-4c38-9d5b-3a1f7e2c9b40",
        ];
        for spelt in spellings {
            let json = format!("\"{spelt}\"");
            let key: Key = serde_json::from_str(&json).unwrap();
            assert_eq!(key.id().to_string(), spellings[0]);
            assert_eq!(serde_json::to_string(&key).unwrap(), json);
        }
        for no_key in ["\"\"", "\"0f5c2b1e\"", "7", "null"] {
            assert!(serde_json::from_str::<Key>(no_key).is_err(), "{no_key}");
        }
    }
}
