//! The listeners of one session on one thread, and who of them gets what: worked out when something has changed, not
//! for each frame.

use std::collections::HashMap;
use std::sync::Arc;

use crate::meeting::sound::plan::{Carries, Hearing, Plan};
use crate::terms::ids::{ChannelId, PersonId};

/// A listener; `S` is the path to them.
#[derive(Debug, Clone)]
pub struct Listener<S> {
    /// Who listens.
    pub person: PersonId,
    /// What they hear.
    pub hearing: Hearing,
    /// Whether they want the original beside the interpretation.
    pub original: bool,
    /// The path to them.
    pub sink: S,
}

/// Who gets one stream, in no order: the person, so that nobody hears themselves, and the way to them.
pub type Rows<S> = Vec<(PersonId, S)>;

/// Who gets what.
#[derive(Debug, PartialEq, Eq)]
pub struct Recipients<S> {
    /// The floor's lanes.
    pub floor: Rows<S>,
    /// A channel's interpretation.
    pub channels: HashMap<ChannelId, Rows<S>>,
    /// A booth mate's microphone.
    pub monitors: HashMap<PersonId, Rows<S>>,
}

/// The listeners of a session.
#[derive(Debug)]
pub struct Audience<S> {
    plan: Arc<Plan>,
    /// By connection.
    listeners: HashMap<u64, Listener<S>>,
    recipients: Option<Arc<Recipients<S>>>,
}

impl<S> Default for Audience<S> {
    fn default() -> Self {
        Self { plan: Arc::default(), listeners: HashMap::new(), recipients: None }
    }
}

impl<S: Clone> Audience<S> {
    /// Takes a plan over.
    pub fn follow(&mut self, plan: Arc<Plan>) {
        (self.plan, self.recipients) = (plan, None);
    }

    /// How many paths are of a kind.
    pub fn count(&self, of: impl Fn(&S) -> bool) -> usize {
        self.listeners.values().filter(|listener| of(&listener.sink)).count()
    }

    /// A connection listens.
    pub fn enter(&mut self, connection: u64, listener: Listener<S>) {
        self.listeners.insert(connection, listener);
        self.recipients = None;
    }

    /// A connection listens no more.
    pub fn leave(&mut self, connection: u64) -> Option<Listener<S>> {
        self.recipients = None;
        self.listeners.remove(&connection)
    }

    /// A person hears something else, on all their connections.
    pub fn turn(&mut self, person: &PersonId, hearing: &Hearing) {
        for listener in self.listeners.values_mut().filter(|listener| listener.person == *person) {
            listener.hearing = hearing.clone();
        }
        self.recipients = None;
    }

    /// A connection wants the original beside the interpretation, or not.
    pub fn want_original(&mut self, connection: u64, wanted: bool) {
        if let Some(listener) = self.listeners.get_mut(&connection) {
            listener.original = wanted;
            self.recipients = None;
        }
    }

    /// How many listen.
    pub fn len(&self) -> usize {
        self.listeners.len()
    }

    /// Who gets what now.
    pub fn recipients(&mut self) -> Arc<Recipients<S>> {
        let Self { plan, listeners, recipients } = self;
        Arc::clone(recipients.get_or_insert_with(|| Arc::new(recipients_of(plan, listeners))))
    }
}

fn recipients_of<S: Clone>(plan: &Plan, listeners: &HashMap<u64, Listener<S>>) -> Recipients<S> {
    let (mut floor, mut channels, mut monitors) = (Vec::new(), HashMap::new(), HashMap::new());
    for listener in listeners.values() {
        let channel = &listener.hearing.channel;
        let place = || (listener.person.clone(), listener.sink.clone());
        match plan.channels.get(channel) {
            Some(Carries::Floor) => floor.push(place()),
            Some(Carries::Interpretation(_)) => {
                channels.entry(channel.clone()).or_insert_with(Vec::new).push(place());
                if listener.original {
                    floor.push(place());
                }
            }
            // A channel that the plan does not know is silent too.
            Some(Carries::Silence) | None => {}
        }
        if let Some(mate) = &listener.hearing.monitor {
            monitors.entry(mate.clone()).or_insert_with(Vec::new).push(place());
        }
    }
    Recipients { floor, channels, monitors }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listener(person: &str, channel: &str, monitor: Option<&str>) -> Listener<u8> {
        let hearing =
            Hearing { channel: channel.parse().unwrap(), monitor: monitor.map(|mate| mate.parse().unwrap()) };
        Listener { person: person.parse().unwrap(), hearing, original: false, sink: 0 }
    }

    fn names(rows: &Rows<u8>) -> Vec<&str> {
        let mut names: Vec<&str> = rows.iter().map(|(person, _)| person.as_str()).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn listeners_get_what_their_channel_carries() {
        let [floor, en, fr, ar] =
            ["floor", "en", "fr", "ar"].map(|channel| channel.parse::<ChannelId>().unwrap());
        let amal: PersonId = "amal".parse().unwrap();
        let mut plan = Plan::default();
        plan.channels.insert(floor, Carries::Floor);
        plan.channels.insert(en.clone(), Carries::Interpretation(amal.clone()));
        plan.channels.insert(fr, Carries::Silence);
        let mut audience = Audience::default();
        audience.enter(1, listener("iraq", "floor", None));
        audience.enter(2, listener("egypt", "en", None));
        audience.enter(3, listener("france", "fr", None));
        audience.enter(4, listener("omar", "ar", Some("amal")));
        let recipients = audience.recipients();
        assert!(
            recipients.floor.is_empty() && recipients.channels.is_empty(),
            "without a plan all is silent"
        );
        assert_eq!(names(&recipients.monitors[&amal]), ["omar"]);

        audience.follow(Arc::new(plan.clone()));
        let recipients = audience.recipients();
        assert_eq!(
            (names(&recipients.floor), names(&recipients.channels[&en])),
            (vec!["iraq"], vec!["egypt"])
        );
        assert_eq!((recipients.channels.len(), recipients.monitors.len()), (1, 1));
        audience.want_original(2, true);
        assert_eq!(names(&audience.recipients().floor), ["egypt", "iraq"]);

        plan.channels.insert(ar, Carries::Floor);
        audience.follow(Arc::new(plan));
        assert!(audience.leave(1).is_some_and(|listener| listener.person.as_str() == "iraq"));
        audience.turn(&"egypt".parse().unwrap(), &listener("egypt", "fr", None).hearing);
        assert_eq!((names(&audience.recipients().floor), audience.len()), (vec!["omar"], 3));
    }
}
