//! A client's store, kept by the rules of `proto/README.md` ("The store") and by nothing else: entities by type and id, each
//! with the scope that owns it. Whatever is to be true of clients is asked of this one.

#![allow(dead_code, reason = "each program of tests asks what it needs")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Scopes that all follow: of a session, and of the lobby. What stands in one comes last.
const OF_ALL: [&str; 3] = ["everyone", "conference", "draft"];

/// Entities by `type/id`, by the scope that owns them. No name stands in two scopes.
pub type Held<E = Value> = BTreeMap<String, BTreeMap<String, E>>;

/// A client's store.
#[derive(Debug, Clone)]
pub struct Store<E = Value> {
    pub held: Held<E>,
    owners: BTreeMap<String, String>,
    /// A view that resynchronises and is not whole yet.
    begun: Option<Box<Self>>,
    /// `seq` of the last message with the scope that all follow.
    pub seq: u64,
    /// `view` of the last `welcome`.
    pub view: String,
}

impl<E> Default for Store<E> {
    fn default() -> Self {
        Self { held: Held::new(), owners: BTreeMap::new(), begun: None, seq: 0, view: String::new() }
    }
}

impl<E> Store<E> {
    /// Takes in a `welcome`.
    pub fn welcome(&mut self, view: &str, resumed: bool) {
        // Nothing gathered is of use any more.
        self.begun = None;
        if resumed {
            return;
        }
        let begun = Self { view: view.to_owned(), ..Self::default() };
        if self.seq == 0 {
            *self = begun;
        } else {
            self.begun = Some(Box::new(begun));
        }
    }

    /// Takes in a `snapshot`, with the names of its entities.
    pub fn snapshot(&mut self, scope: &str, seq: u64, entities: impl IntoIterator<Item = (String, E)>) {
        if let Some(mut begun) = self.begun.take() {
            begun.snapshot(scope, seq, entities);
            // That of all is the last: the view is whole.
            if OF_ALL.contains(&scope) {
                *self = *begun;
            } else {
                self.begun = Some(begun);
            }
            return;
        }
        for name in self.held.insert(scope.to_owned(), BTreeMap::new()).unwrap_or_default().keys() {
            self.owners.remove(name);
        }
        entities.into_iter().for_each(|(name, entity)| self.set(scope, name, entity));
        self.came_to(scope, seq);
    }

    /// Takes in `changes`, with the names of its entities.
    pub fn changes(
        &mut self,
        scope: &str,
        seq: u64,
        set: impl IntoIterator<Item = (String, E)>,
        removed: impl IntoIterator<Item = String>,
    ) {
        if let Some(begun) = &mut self.begun {
            return begun.changes(scope, seq, set, removed);
        }
        assert!(self.held.contains_key(scope), "changes only of a scope that has a snapshot: {scope}");
        for name in removed {
            if self.owners.get(&name).is_some_and(|owner| owner == scope) {
                self.drop(&name);
            }
        }
        set.into_iter().for_each(|(name, entity)| self.set(scope, name, entity));
        self.came_to(scope, seq);
    }

    fn set(&mut self, scope: &str, name: String, entity: E) {
        self.drop(&name);
        self.owners.insert(name.clone(), scope.to_owned());
        self.held.entry(scope.to_owned()).or_default().insert(name, entity);
    }

    fn drop(&mut self, name: &str) {
        let owner = self.owners.remove(name);
        if let Some(held) = owner.and_then(|owner| self.held.get_mut(&owner)) {
            held.remove(name);
        }
    }

    fn came_to(&mut self, scope: &str, seq: u64) {
        if OF_ALL.contains(&scope) {
            assert!(seq >= self.seq, "{seq} after {}", self.seq);
            self.seq = seq;
        }
    }

    /// An entity that is held, whichever scope owns it.
    pub fn any(&self, name: &str) -> Option<&E> {
        self.held.get(self.owners.get(name)?)?.get(name)
    }
}

impl Store {
    /// What to send as `resume`.
    pub fn resume(&self) -> Value {
        json!({"seq": self.seq, "view": self.view})
    }

    /// Takes in a message from the server. Those that carry no state change nothing.
    pub fn take(&mut self, message: &Value) {
        let seq = || message["seq"].as_u64().unwrap();
        let scope = || message["scope"].as_str().unwrap();
        let of = |field: &str| message[field].as_array().unwrap().clone();
        match message["type"].as_str().unwrap() {
            "welcome" => {
                self.welcome(message["view"].as_str().unwrap(), message["resumed"].as_bool().unwrap());
            }
            "snapshot" => self.snapshot(scope(), seq(), of("entities").into_iter().map(named)),
            "changes" => {
                let removed = of("removed");
                self.changes(scope(), seq(), of("set").into_iter().map(named), removed.iter().map(name));
            }
            _other => {}
        }
    }

    /// An entity that everyone sees.
    pub fn get(&self, name: &str) -> &Value {
        self.find(name).unwrap_or_else(|| panic!("{name} is held: {:#?}", self.held))
    }

    /// An entity that everyone sees, if there is one.
    pub fn find(&self, name: &str) -> Option<&Value> {
        self.held.get("everyone")?.get(name)
    }

    /// Texts of the chat in the order in which they were written.
    pub fn texts(&self) -> Vec<String> {
        let mut messages: Vec<(u64, String)> = Vec::new();
        for message in self.held.get("everyone").into_iter().flatten().map(|(_, entity)| entity) {
            if message["type"] == "message" {
                let number = message["id"].as_str().unwrap()[1..].parse().unwrap();
                messages.push((number, message["text"].as_str().unwrap().to_owned()));
            }
        }
        messages.sort();
        messages.into_iter().map(|(_, text)| text).collect()
    }
}

/// An entity with its name.
pub fn named(entity: Value) -> (String, Value) {
    (name(&entity), entity)
}

fn name(entity: &Value) -> String {
    format!("{}/{}", entity["type"].as_str().unwrap(), entity["id"].as_str().unwrap())
}
