//! Families: the features' own commands, and their own events, are each one flat set of objects told apart by `type`. A
//! feature enters a family with one line.

/// A family of objects told apart by `type`.
pub trait ReadByType: serde::de::DeserializeOwned {
    /// Reads one whose tag is known beforehand, straight into the feature's type. As `deserialize`, which has to look for
    /// the tag first.
    ///
    /// # Errors
    /// If no feature has that tag, or the feature's type cannot be read.
    fn read_as<'de, D: serde::Deserializer<'de>>(tag: &str, deserializer: D) -> Result<Self, D::Error>;
}

/// A family and its members, each a feature's type. Reads the type that the field `type` names, so that an error speaks of
/// that type's fields. With `pub dyn Trait` at its end, `member` gives a
/// member as what all members are; with `pub mut dyn Trait`, `member_mut` gives it to be changed.
macro_rules! family {
    (
        $(#[$of_family:meta])*
        pub enum $family:ident as $one:literal {
            $($(#[$of_member:meta])* $member:ident($feature:ty)),+ $(,)?
        } $as:vis mut dyn $trait:path
    ) => {
        $crate::terms::family::family! {
            $(#[$of_family])*
            pub enum $family as $one { $($(#[$of_member])* $member($feature)),+ } $as dyn $trait
        }

        impl $family {
            /// The feature's own, to be changed.
            $as fn member_mut(&mut self) -> &mut dyn $trait {
                match self {
                    $(Self::$member(member) => member),+
                }
            }
        }
    };
    (
        $(#[$of_family:meta])*
        pub enum $family:ident as $one:literal {
            $($(#[$of_member:meta])* $member:ident($feature:ty)),+ $(,)?
        } $as:vis dyn $trait:path
    ) => {
        $crate::terms::family::family! {
            $(#[$of_family])*
            pub enum $family as $one { $($(#[$of_member])* $member($feature)),+ }
        }

        impl $family {
            /// The feature's own.
            $as fn member(&self) -> &dyn $trait {
                match self {
                    $(Self::$member(member) => member),+
                }
            }
        }
    };
    (
        $(#[$of_family:meta])*
        pub enum $family:ident as $one:literal {
            $($(#[$of_member:meta])* $member:ident($feature:ty)),+ $(,)?
        }
    ) => {
        $(#[$of_family])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
        #[serde(untagged)]
        pub enum $family {
            $($(#[$of_member])* $member($feature)),+
        }

        impl $family {
            /// Its tag: the `type` under which it is stored and sent. It is all that a log of the server may tell of it:
            /// texts may be confidential.
            pub fn tag(&self) -> &'static str {
                match self {
                    $(Self::$member(member) => member.into()),+
                }
            }

            /// Whether one of its members has the tag.
            #[allow(dead_code)] // where a family is told from another by its tags
            pub fn has(tag: &str) -> bool {
                use strum::VariantNames as _;
                [$(<$feature>::VARIANTS),+].iter().any(|tags| tags.contains(&tag))
            }
        }

        impl<'de> serde::Deserialize<'de> for $family {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::Error as _;
                use strum::VariantNames as _;
                let value = serde_json::Value::deserialize(deserializer)?;
                let Some(tag) = value.get("type").and_then(|tag| tag.as_str()).map(str::to_owned) else {
                    return Err(D::Error::missing_field("type"));
                };
                $(if <$feature>::VARIANTS.contains(&tag.as_str()) {
                    return serde_json::from_value(value).map(Self::$member).map_err(D::Error::custom);
                })+
                Err(D::Error::custom(format_args!(concat!("unknown ", $one, " `{}`"), tag.escape_debug())))
            }
        }

        impl $crate::terms::family::ReadByType for $family {
            fn read_as<'de, D: serde::Deserializer<'de>>(
                tag: &str,
                deserializer: D,
            ) -> Result<Self, D::Error> {
                use serde::de::{Deserialize as _, Error as _};
                use strum::VariantNames as _;
                $(if <$feature>::VARIANTS.contains(&tag) {
                    return <$feature>::deserialize(deserializer).map(Self::$member);
                })+
                Err(D::Error::custom(format_args!(concat!("unknown ", $one, " `{}`"), tag.escape_debug())))
            }
        }
    };
}

pub(crate) use family;
