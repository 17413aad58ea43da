//! What a client holds: the entities of each scope by their names, kept as the protocol says.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Entities by `type/id`, by scope.
pub type Held = BTreeMap<String, BTreeMap<String, Value>>;

/// A client's store.
#[derive(Debug, Clone, Default)]
pub struct Store {
    pub held: Held,
    /// `seq` of the last message with the scope `everyone`.
    pub seq: u64,
    /// `view` of the last `welcome`.
    pub view: String,
}

impl Store {
    /// What to send as `resume`.
    pub fn resume(&self) -> Value {
        json!({"seq": self.seq, "view": self.view})
    }

    /// Takes in a message from the server. Those that carry no state change nothing.
    pub fn take(&mut self, message: &Value) {
        let scope = || message["scope"].as_str().unwrap().to_owned();
        match message["type"].as_str().unwrap() {
            "welcome" => {
                if !message["resumed"].as_bool().unwrap() {
                    self.held.clear();
                }
                self.view = message["view"].as_str().unwrap().to_owned();
            }
            "snapshot" => {
                let entities = message["entities"].as_array().unwrap().iter().map(named);
                self.held.insert(scope(), entities.collect());
                self.came_to(message);
            }
            "changes" => {
                let held = self.held.get_mut(&scope()).expect("changes only of a scope that has a snapshot");
                held.extend(message["set"].as_array().unwrap().iter().map(named));
                for gone in message["removed"].as_array().unwrap() {
                    held.remove(&name(gone));
                }
                self.came_to(message);
            }
            _other => {}
        }
    }

    fn came_to(&mut self, message: &Value) {
        if message["scope"] == "everyone" {
            let seq = message["seq"].as_u64().unwrap();
            assert!(seq >= self.seq, "{seq} after {}", self.seq);
            self.seq = seq;
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

fn named(entity: &Value) -> (String, Value) {
    (name(entity), entity.clone())
}

fn name(entity: &Value) -> String {
    format!("{}/{}", entity["type"].as_str().unwrap(), entity["id"].as_str().unwrap())
}
