//! What clients hold, by the rules of `proto/README.md` ("The store"). Thousands hold the same, so a message is read once
//! for all who get the same bytes, and what a scope comes to by it is worked out once for all who held the same before.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, VecDeque};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::rc::{Rc, Weak};

use anyhow::{Context as _, bail};
use imbl::{HashMap as Shared, OrdMap};
use serde::Deserialize;
use serde_json::Value;

/// Bytes of messages that are remembered for whoever gets them next.
const REMEMBERED_BYTES: usize = 64 << 20;
/// Scopes that are known before those that nobody holds are forgotten.
const SCOPES_KNOWN: usize = 4_096;
/// Entities that are kept whole, for those who act on them: the others are compared by their hashes.
const WATCHED: [&str; 6] = ["floor", "list", "point", "poll", "session", "you"];
/// The scope that all follow, whose snapshot comes last.
pub const EVERYONE: &str = "everyone";

/// All that a client holds: each scope by its name.
pub type Held = OrdMap<Rc<str>, Rc<Scope>>;

/// Entities of a scope, as a client holds them.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Sum of all hashes: what holds the same has the same.
    digest: u64,
    /// Hash of each, by type and id.
    entities: Shared<Rc<str>, u64>,
    /// Those that are kept whole.
    watched: OrdMap<Rc<str>, Rc<Value>>,
    /// Requests that have the floor.
    on_floor: OrdMap<Rc<str>, ()>,
}

impl Scope {
    /// An entity that is kept whole, by `type/id`.
    pub fn watched(&self, name: &str) -> Option<&Value> {
        self.watched.get(name).map(|entity| &**entity)
    }

    /// All that are kept whole of a type.
    pub fn of_type(&self, kind: &str) -> impl Iterator<Item = &Value> {
        let prefix = format!("{kind}/");
        self.watched.iter().filter(move |(name, _)| name.starts_with(&prefix)).map(|(_, entity)| &**entity)
    }

    /// Names of entities that are not the same in another.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let differs = |(name, hash): &(&Rc<str>, &u64), there: &Self| there.entities.get(*name) != Some(hash);
        let here = self.entities.iter().filter(|one| differs(one, other));
        let there = other.entities.iter().filter(|(name, _)| !self.entities.contains_key(*name));
        here.chain(there).map(|(name, _)| name.to_string()).collect()
    }

    fn set(&mut self, entity: &Entity) {
        self.forget(&entity.name);
        self.entities.insert(entity.name.clone(), entity.hash);
        self.digest = self.digest.wrapping_add(entity.hash);
        if let Some(whole) = &entity.whole {
            self.watched.insert(entity.name.clone(), whole.clone());
        }
        if entity.on_floor {
            self.on_floor.insert(entity.name.clone(), ());
        }
    }

    fn forget(&mut self, name: &Rc<str>) {
        if let Some(hash) = self.entities.remove(name) {
            self.digest = self.digest.wrapping_sub(hash);
        }
        self.watched.remove(name);
        self.on_floor.remove(name);
    }
}

/// A snapshot or changes, read.
#[derive(Debug)]
pub struct Message {
    /// Whose.
    pub scope: Rc<str>,
    /// Place in the session's log.
    pub seq: u64,
    /// Whether it is all of its scope.
    pub is_snapshot: bool,
    /// Sending times that stand in its texts, in microseconds.
    pub sent_us: Vec<u64>,
    bytes: Box<[u8]>,
    set: Vec<Entity>,
    removed: Vec<Rc<str>>,
    /// What scopes came to by it.
    leads: RefCell<Vec<(u64, Rc<Scope>)>>,
}

#[derive(Debug)]
struct Entity {
    name: Rc<str>,
    hash: u64,
    whole: Option<Rc<Value>>,
    on_floor: bool,
}

#[derive(Deserialize)]
struct Wire {
    #[serde(rename = "type")]
    kind: String,
    scope: String,
    seq: u64,
    #[serde(default)]
    entities: Vec<Value>,
    #[serde(default)]
    set: Vec<Value>,
    #[serde(default)]
    removed: Vec<Value>,
}

/// What all clients share of what they have read.
#[derive(Default)]
pub struct Reader {
    messages: RefCell<HashMap<u64, Vec<Rc<Message>>>>,
    /// Keys of them from the oldest, with their sizes.
    order: RefCell<VecDeque<(u64, usize)>>,
    bytes: Cell<usize>,
    scopes: RefCell<HashMap<u64, Weak<Scope>>>,
    /// Views in which two had the floor at once.
    two_on_floor: Cell<u64>,
}

impl Reader {
    /// Reads a snapshot or changes.
    ///
    /// # Errors
    /// If it is neither.
    pub fn read(&self, payload: &[u8]) -> anyhow::Result<Rc<Message>> {
        let key = key(payload);
        let mut messages = self.messages.borrow_mut();
        let same = messages.entry(key).or_default();
        if let Some(known) = same.iter().find(|message| *message.bytes == *payload) {
            return Ok(known.clone());
        }
        let read = Rc::new(read(payload)?);
        same.push(read.clone());
        let mut order = self.order.borrow_mut();
        order.push_back((key, payload.len()));
        self.bytes.set(self.bytes.get() + payload.len());
        while self.bytes.get() > REMEMBERED_BYTES {
            let Some((oldest, bytes)) = order.pop_front() else { break };
            messages.remove(&oldest);
            self.bytes.set(self.bytes.get() - bytes);
        }
        Ok(read)
    }

    /// What a scope comes to by a message.
    pub fn follow(&self, from: Option<&Rc<Scope>>, message: &Message) -> Rc<Scope> {
        let from = from.filter(|_| !message.is_snapshot);
        let before = from.map_or(0, |scope| scope.digest);
        let known = message.leads.borrow().iter().find(|(from, _)| *from == before).map(|(_, to)| to.clone());
        if let Some(known) = known {
            return known;
        }
        let mut scope = from.map_or_else(Scope::default, |from| Scope::clone(from));
        message.removed.iter().for_each(|name| scope.forget(name));
        message.set.iter().for_each(|entity| scope.set(entity));
        let scope = self.known(scope);
        message.leads.borrow_mut().push((before, scope.clone()));
        scope
    }

    /// The same as somebody else's, where somebody holds the same.
    fn known(&self, scope: Scope) -> Rc<Scope> {
        let mut scopes = self.scopes.borrow_mut();
        if let Some(known) = scopes.get(&scope.digest).and_then(Weak::upgrade) {
            return known;
        }
        if scope.on_floor.len() > 1 {
            self.two_on_floor.set(self.two_on_floor.get() + 1);
        }
        if scopes.len() > SCOPES_KNOWN {
            scopes.retain(|_, scope| scope.strong_count() > 0);
        }
        let scope = Rc::new(scope);
        scopes.insert(scope.digest, Rc::downgrade(&scope));
        scope
    }

    /// Views in which two requests had the floor at once: there may be none.
    pub fn two_on_floor(&self) -> u64 {
        self.two_on_floor.get()
    }
}

/// Like messages have like ends and beginnings; those that have the same are compared whole.
fn key(payload: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    payload.len().hash(&mut hasher);
    payload.get(..payload.len().min(96)).hash(&mut hasher);
    payload.get(payload.len().saturating_sub(64)..).hash(&mut hasher);
    hasher.finish()
}

fn read(payload: &[u8]) -> anyhow::Result<Message> {
    let wire: Wire = serde_json::from_slice(payload).context("a message is not understood")?;
    let is_snapshot = match &*wire.kind {
        "snapshot" => true,
        "changes" => false,
        other => bail!("{other} carries no state"),
    };
    let mut sent_us = Vec::new();
    let mut set = Vec::new();
    for entity in wire.entities.into_iter().chain(wire.set) {
        let text = entity.get("text").and_then(Value::as_str);
        sent_us.extend(text.and_then(sent));
        set.push(read_entity(entity)?);
    }
    let removed = wire.removed.iter().map(name).collect::<anyhow::Result<_>>()?;
    Ok(Message {
        scope: wire.scope.into(),
        seq: wire.seq,
        is_snapshot,
        sent_us,
        bytes: payload.into(),
        set,
        removed,
        leads: RefCell::default(),
    })
}

/// The sending time of a text `load:<microseconds> …`.
fn sent(text: &str) -> Option<u64> {
    text.strip_prefix("load:")?.split(' ').next()?.parse().ok()
}

fn read_entity(entity: Value) -> anyhow::Result<Entity> {
    let name = name(&entity)?;
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    // Keys of objects stand in the order of their names.
    entity.to_string().hash(&mut hasher);
    let kind = entity.get("type").and_then(Value::as_str).unwrap_or_default();
    let on_floor = kind == "request" && entity.get("state").and_then(Value::as_str) == Some("on_floor");
    let whole = WATCHED.contains(&kind).then(|| Rc::new(entity));
    Ok(Entity { name, hash: hasher.finish(), whole, on_floor })
}

fn name(entity: &Value) -> anyhow::Result<Rc<str>> {
    let field = |field| entity.get(field).and_then(Value::as_str).context("an entity has type and id");
    Ok(format!("{}/{}", field("type")?, field("id")?).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes(seq: u64, set: &str, removed: &str) -> String {
        format!(
            "{{\"type\":\"changes\",\"scope\":\"everyone\",\"seq\":{seq},\"set\":[{set}],\"removed\":[{removed}]}}"
        )
    }

    fn request(id: &str, state: &str) -> String {
        format!("{{\"type\":\"request\",\"id\":\"{id}\",\"state\":\"{state}\"}}")
    }

    #[test]
    fn who_held_the_same_holds_the_same_and_who_missed_something_is_found_out() {
        let reader = Reader::default();
        let first = reader
            .read(br#"{"type":"snapshot","scope":"everyone","seq":1,"entities":[{"type":"message","id":"m1","text":"load:7 Hello"}]}"#)
            .unwrap();
        assert_eq!((first.seq, first.is_snapshot, first.sent_us.as_slice()), (1, true, &[7_u64][..]));
        let one = reader.follow(None, &first);
        let next = changes(2, &request("r1", "queued"), r#"{"type":"message","id":"m1"}"#);
        let next = reader.read(next.as_bytes()).unwrap();
        let here = reader.follow(Some(&one), &next);
        assert!(Rc::ptr_eq(&here, &reader.follow(Some(&one), &next)), "worked out once");
        assert_eq!(here.differences(&here), Vec::<String>::new());
        let mut missed = one.differences(&here);
        missed.sort();
        assert_eq!(missed, ["message/m1", "request/r1"]);
    }

    #[test]
    fn two_who_have_the_floor_are_seen() {
        let reader = Reader::default();
        let both = format!("{},{}", request("r1", "on_floor"), request("r2", "queued"));
        let scope = reader.follow(None, &reader.read(changes(1, &both, "").as_bytes()).unwrap());
        assert_eq!(reader.two_on_floor(), 0);
        let also = reader.read(changes(2, &request("r2", "on_floor"), "").as_bytes()).unwrap();
        let scope = reader.follow(Some(&scope), &also);
        assert_eq!(reader.two_on_floor(), 1);
        let gone = reader.read(changes(3, "", r#"{"type":"request","id":"r1"}"#).as_bytes()).unwrap();
        reader.follow(Some(&scope), &gone);
        assert_eq!(reader.two_on_floor(), 1);
    }

    #[test]
    fn what_carries_no_state_is_refused() {
        assert!(Reader::default().read(br#"{"type":"pong","scope":"x","seq":1}"#).is_err());
        assert!(Reader::default().read(b"{").is_err());
    }
}
