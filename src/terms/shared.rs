//! Storing what is shared: an `Arc` stands in the log as what it holds. An event and the state that it makes share it, so
//! that to take an event in copies nothing.

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(crate) fn serialize<T: Serialize, S: Serializer>(of: &Arc<T>, serializer: S) -> Result<S::Ok, S::Error> {
    of.as_ref().serialize(serializer)
}

pub(crate) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Arc<T>, D::Error> {
    T::deserialize(deserializer).map(Arc::new)
}
