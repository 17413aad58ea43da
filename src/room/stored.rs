//! How events stand in the log. A contract: what was stored once must be read forever.
//!
//! An entry's body is `{"v":1,"actor":…,"key":…,"event":{"type":…}}`. When the shape of an event changes, the
//! version goes up and [`upcast`] learns to lift the older one. A body too large for an entry stands in a blob,
//! and the entry names it: `{"v":1,"blob":"entry/…"}`.
//!
//! What of an event is personal stands apart, by whose it is, in the parts of its entry; the body has in its place what is
//! read once that is erased.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use bytes::Bytes;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::fault::RoomFault;
use crate::log::{Entry, Log, NewEntry, Part};
use crate::meeting::command::Actor;
use crate::meeting::event::Recorded;
use crate::terms::family::ReadByType;
use crate::terms::ids::Seq;
use crate::terms::personal::{Personal, Subject};

/// Version that this code writes.
const VERSION: u32 = 1;
/// Larger bodies stand in a blob. Below every engine's largest entry.
const INLINE_BYTES_MAX: usize = 512 * 1024;

#[derive(Serialize)]
struct BodyRef<'a, E> {
    v: u32,
    actor: &'a Actor,
    #[serde(skip_serializing_if = "Option::is_none")]
    conference_seq: Option<Seq>,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Uuid>,
    event: &'a E,
}

#[derive(Deserialize)]
struct Body<E> {
    actor: Actor,
    #[serde(default)]
    conference_seq: Option<Seq>,
    #[serde(default)]
    key: Option<Uuid>,
    event: E,
}

#[derive(Serialize, Deserialize)]
struct InBlob {
    v: u32,
    blob: String,
}

/// An event as an entry to append, under its tag.
///
/// # Errors
/// If the event is too large for an entry and its blob cannot be stored.
pub async fn encode<E: Serialize + Clone + Personal>(
    log: &Arc<dyn Log>,
    recorded: &Recorded<E>,
    tag: &str,
) -> Result<NewEntry, RoomFault> {
    let Recorded { actor, conference_seq, key, event, .. } = recorded;
    let mut event = event.clone();
    let parts = take_parts(&mut event).map_err(|reason| RoomFault::Encode { reason })?;
    let body = BodyRef { v: VERSION, actor, conference_seq: *conference_seq, key: *key, event: &event };
    let mut body = serde_json::to_vec(&body).map_err(|reason| RoomFault::Encode { reason })?;
    if body.len() > INLINE_BYTES_MAX {
        let blob = format!("entry/{:x}", Hex(&Sha256::digest(&body)));
        log.put_blob(&blob, Bytes::from(body)).await?;
        body = serde_json::to_vec(&InBlob { v: VERSION, blob })
            .map_err(|reason| RoomFault::Encode { reason })?;
    }
    Ok(NewEntry { at_ms: recorded.at_ms, kind: tag.to_owned(), body: Bytes::from(body), parts })
}

/// An entry as the event it holds.
///
/// # Errors
/// If the entry is not of a version this program knows, or its blob is gone.
pub async fn decode<E: ReadByType + Personal>(
    log: &Arc<dyn Log>,
    entry: &Entry,
) -> Result<Recorded<E>, RoomFault> {
    let mut recorded = match decode_inline(entry) {
        Some(recorded) => recorded,
        None => decode_any(log, entry).await?,
    };
    put_parts(&mut recorded.event, entry)?;
    Ok(recorded)
}

/// Takes what is personal out of an event: a list of values for each whose it is, in the order in which they stand.
fn take_parts(event: &mut impl Personal) -> serde_json::Result<Vec<Part>> {
    let mut taken: BTreeMap<Subject, Vec<serde_json::Value>> = BTreeMap::new();
    event.personal(&mut |subject, place| taken.entry(subject.clone()).or_default().push(place.take()));
    let parts = taken.into_iter().map(|(subject, values)| {
        let body = serde_json::to_vec(&values)?.into();
        Ok(Part { subject: subject.as_str().to_owned(), body })
    });
    parts.collect()
}

/// Puts back what is not erased. An entry from before there were parts holds all in itself.
fn put_parts(event: &mut impl Personal, entry: &Entry) -> Result<(), RoomFault> {
    if entry.parts.is_empty() {
        return Ok(());
    }
    let mut held: BTreeMap<&str, std::vec::IntoIter<serde_json::Value>> = BTreeMap::new();
    for part in &entry.parts {
        let values: Vec<serde_json::Value> = serde_json::from_slice(&part.body)
            .map_err(|reason| RoomFault::Decode { seq: entry.seq, kind: entry.kind.clone(), reason })?;
        held.insert(&part.subject, values.into_iter());
    }
    event.personal(&mut |subject, place| {
        if let Some(value) = held.get_mut(subject.as_str()).and_then(Iterator::next) {
            place.put(value);
        }
    });
    Ok(())
}

/// An entry of the present version that stands in the log itself, as nearly all do: read in one pass, straight into its
/// types. None if it is any other, or not what its kind says.
fn decode_inline<E: ReadByType>(entry: &Entry) -> Option<Recorded<E>> {
    let mut reader = serde_json::Deserializer::from_slice(&entry.body);
    let Body { actor, conference_seq, key, event } =
        InlineBody(&entry.kind, PhantomData).deserialize(&mut reader).ok()?;
    reader.end().ok()?;
    Some(Recorded { seq: entry.seq, at_ms: entry.at_ms, actor, conference_seq, key, event })
}

/// An entry of whichever version, wherever it stands.
async fn decode_any<E: ReadByType>(log: &Arc<dyn Log>, entry: &Entry) -> Result<Recorded<E>, RoomFault> {
    let seq = entry.seq;
    let undecoded = |reason| RoomFault::Decode { seq, kind: entry.kind.clone(), reason };
    let mut value: serde_json::Value = serde_json::from_slice(&entry.body).map_err(undecoded)?;
    if let Ok(in_blob) = serde_json::from_value::<InBlob>(value.clone()) {
        let body = log.blob(&in_blob.blob).await?;
        let body = body.ok_or(RoomFault::BlobGone { seq, blob: in_blob.blob })?;
        value = serde_json::from_slice(&body).map_err(undecoded)?;
    }
    let version = value.get("v").and_then(serde_json::Value::as_u64).unwrap_or(0);
    let Body { actor, conference_seq, key, event } =
        serde_json::from_value(upcast(seq, version, value)?).map_err(undecoded)?;
    Ok(Recorded { seq, at_ms: entry.at_ms, actor, conference_seq, key, event })
}

/// Lifts a body of an older version to the present one, step by step.
fn upcast(seq: u64, version: u64, body: serde_json::Value) -> Result<serde_json::Value, RoomFault> {
    match version {
        1 => Ok(body),
        version => Err(RoomFault::UnknownVersion { seq, version }),
    }
}

/// Reads the body of an entry of this kind and of the present version.
struct InlineBody<'a, E>(&'a str, PhantomData<E>);

impl<'de, E: ReadByType> DeserializeSeed<'de> for InlineBody<'_, E> {
    type Value = Body<E>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Body<E>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

/// Fields of a body.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
enum BodyField {
    V,
    Actor,
    ConferenceSeq,
    Key,
    Event,
    Blob,
    #[serde(other)]
    Other,
}

impl<'de, E: ReadByType> Visitor<'de> for InlineBody<'_, E> {
    type Value = Body<E>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the body of an event, version {VERSION}")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Body<E>, A::Error> {
        let (mut version, mut actor, mut conference_seq) = (None, None, None);
        let (mut key, mut event) = (None, None);
        while let Some(field) = map.next_key::<BodyField>()? {
            match field {
                BodyField::V => version = Some(map.next_value::<u32>()?),
                BodyField::Actor => actor = Some(map.next_value()?),
                BodyField::ConferenceSeq => conference_seq = map.next_value()?,
                BodyField::Key => key = map.next_value()?,
                BodyField::Event => event = Some(map.next_value_seed(EventOfKind(self.0, PhantomData))?),
                BodyField::Blob => return Err(A::Error::custom("it stands in a blob")),
                BodyField::Other => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match (version, actor, event) {
            (Some(VERSION), Some(actor), Some(event)) => Ok(Body { actor, conference_seq, key, event }),
            (Some(VERSION), _, _) => Err(A::Error::custom("a field is missing")),
            (_, _, _) => Err(A::Error::custom("it is of another version")),
        }
    }
}

/// Reads an event of this kind.
struct EventOfKind<'a, E>(&'a str, PhantomData<E>);

impl<'de, E: ReadByType> DeserializeSeed<'de> for EventOfKind<'_, E> {
    type Value = E;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<E, D::Error> {
        E::read_as(self.0, deserializer)
    }
}

/// Bytes in hexadecimal.
struct Hex<'a>(&'a [u8]);

impl fmt::LowerHex for Hex<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
