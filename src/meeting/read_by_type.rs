//! Reading families: the features' own commands, and their own events, are each one flat set of objects told apart
//! by `type`.

/// A family of objects told apart by `type`.
pub trait ReadByType: serde::de::DeserializeOwned {
    /// Reads one whose tag is known beforehand, straight into the feature's type. As `deserialize`, which has to look for
    /// the tag first.
    ///
    /// # Errors
    /// If no feature has that tag, or the feature's type cannot be read.
    fn read_as<'de, D: serde::Deserializer<'de>>(tag: &str, deserializer: D) -> Result<Self, D::Error>;
}

/// Reads the feature's type that the field `type` names, so that an error speaks of that type's fields.
macro_rules! read_by_type {
    ($family:ident, $one:literal, $($variant:ident: $feature:ty),+ $(,)?) => {
        impl<'de> serde::Deserialize<'de> for $family {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error as _;
                use strum::VariantNames as _;
                let value = serde_json::Value::deserialize(deserializer)?;
                let Some(tag) = value.get("type").and_then(|tag| tag.as_str()).map(str::to_owned) else {
                    return Err(D::Error::missing_field("type"));
                };
                $(if <$feature>::VARIANTS.contains(&tag.as_str()) {
                    return serde_json::from_value(value).map(Self::$variant).map_err(D::Error::custom);
                })+
                Err(D::Error::custom(format_args!(concat!("unknown ", $one, " `{}`"), tag.escape_debug())))
            }
        }

        impl $crate::meeting::read_by_type::ReadByType for $family {
            fn read_as<'de, D: serde::Deserializer<'de>>(
                tag: &str,
                deserializer: D,
            ) -> Result<Self, D::Error> {
                use serde::de::{Deserialize as _, Error as _};
                use strum::VariantNames as _;
                $(if <$feature>::VARIANTS.contains(&tag) {
                    return <$feature>::deserialize(deserializer).map(Self::$variant);
                })+
                Err(D::Error::custom(format_args!(concat!("unknown ", $one, " `{}`"), tag.escape_debug())))
            }
        }
    };
}

pub(crate) use read_by_type;
