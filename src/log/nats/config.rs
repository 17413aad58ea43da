//! How the streams on the servers are to be.

use serde_json::{Value, json};

use super::super::LogFault;

/// A JetStream stream as it is to be. One that is otherwise is not changed: somebody has made it so.
#[derive(Debug, Clone)]
pub(super) struct Config {
    pub(super) name: String,
    pub(super) subject: String,
    pub(super) replicas: usize,
    /// Whether single messages are taken away again.
    pub(super) erasable: bool,
    /// Whether a message takes the place of the one of the same subject.
    pub(super) one_a_subject: bool,
}

impl Config {
    /// As JetStream has it. Nothing is ever let go of by age, number or size; and what is read is what the leader has.
    pub(super) fn json(&self) -> Value {
        json!({
            "name": self.name,
            "subjects": [self.subject],
            "storage": "file",
            "retention": "limits",
            "discard": "new",
            "num_replicas": self.replicas,
            "max_consumers": -1,
            "max_msgs": -1,
            "max_bytes": -1,
            "max_age": 0,
            "max_msg_size": -1,
            "max_msgs_per_subject": if self.one_a_subject { 1 } else { -1 },
            "deny_delete": !self.erasable,
            "deny_purge": !self.erasable,
            "allow_direct": false,
            "allow_rollup_hdrs": false,
        })
    }

    /// What is wrong with a stream that was found, if anything is.
    pub(super) fn difference(&self, found: &Value) -> Option<LogFault> {
        let wanted = self.json();
        // What is false or nothing, the server leaves out.
        let plain = |value: Option<&Value>| match value {
            None | Some(Value::Null) => Value::from(false),
            Some(value) => value.clone(),
        };
        let same = |one: &Value, other: &Value| {
            one == other || (one == &Value::from(0) && other == &Value::from(false))
        };
        let (setting, wanted) = wanted
            .as_object()?
            .iter()
            .find(|(setting, wanted)| !same(wanted, &plain(found.get(setting.as_str()))))?;
        let reason = format!(
            "the stream {} has {setting} {} where it is to be {wanted}: give it back the settings that it was made \
             with, or name the replicas that it has",
            self.name,
            plain(found.get(setting.as_str())),
        );
        Some(LogFault::Storage { reason })
    }
}
