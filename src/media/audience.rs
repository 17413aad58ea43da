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

/// Who gets one stream: their connections, and the ways to them, as these lie in memory.
pub type Rows<S> = Vec<(u64, S)>;

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
    /// The connections of each of them.
    connections: HashMap<PersonId, Vec<u64>>,
    recipients: Option<Arc<Recipients<S>>>,
}

impl<S> Default for Audience<S> {
    fn default() -> Self {
        let (plan, listeners, connections) = (Arc::default(), HashMap::new(), HashMap::new());
        Self { plan, listeners, connections, recipients: None }
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
        self.leave(connection);
        self.connections.entry(listener.person.clone()).or_default().push(connection);
        self.listeners.insert(connection, listener);
    }

    /// A connection listens no more.
    pub fn leave(&mut self, connection: u64) -> Option<Listener<S>> {
        self.recipients = None;
        let left = self.listeners.remove(&connection)?;
        if let Some(connections) = self.connections.get_mut(&left.person) {
            connections.retain(|other| *other != connection);
            if connections.is_empty() {
                self.connections.remove(&left.person);
            }
        }
        Some(left)
    }

    /// The connections on which a person listens.
    pub fn connections(&self, person: &PersonId) -> &[u64] {
        self.connections.get(person).map_or(&[], Vec::as_slice)
    }

    /// A person hears something else, on all their connections.
    pub fn turn(&mut self, person: &PersonId, hearing: &Hearing) {
        for connection in self.connections.get(person).into_iter().flatten() {
            if let Some(listener) = self.listeners.get_mut(connection) {
                listener.hearing = hearing.clone();
                self.recipients = None;
            }
        }
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

    /// Who gets what now; `place` tells where a way lies.
    pub fn recipients(&mut self, place: impl Fn(&S) -> usize) -> Arc<Recipients<S>> {
        let Self { plan, listeners, recipients, .. } = self;
        Arc::clone(recipients.get_or_insert_with(|| Arc::new(recipients_of(plan, listeners, place))))
    }
}

fn recipients_of<S: Clone>(
    plan: &Plan,
    listeners: &HashMap<u64, Listener<S>>,
    place: impl Fn(&S) -> usize,
) -> Recipients<S> {
    let (mut floor, mut channels, mut monitors) = (Vec::new(), HashMap::new(), HashMap::new());
    // Going through them in the order of the ways, memory is read ahead of whoever goes.
    let mut in_order: Vec<_> = listeners.iter().collect();
    in_order.sort_unstable_by_key(|(_, listener)| place(&listener.sink));
    for (connection, listener) in in_order {
        let channel = &listener.hearing.channel;
        let row = || (*connection, listener.sink.clone());
        match plan.channels.get(channel) {
            Some(Carries::Floor) => floor.push(row()),
            Some(Carries::Interpretation(_)) => {
                channels.entry(channel.clone()).or_insert_with(Vec::new).push(row());
                if listener.original {
                    floor.push(row());
                }
            }
            // A channel that the plan does not know is silent too.
            Some(Carries::Silence) | None => {}
        }
        if let Some(mate) = &listener.hearing.monitor {
            monitors.entry(mate.clone()).or_insert_with(Vec::new).push(row());
        }
    }
    Recipients { floor, channels, monitors }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who listens on a connection, of which the way is so many.
    fn listener(person: &str, channel: &str, monitor: Option<&str>, sink: u8) -> Listener<u8> {
        let hearing =
            Hearing { channel: channel.parse().unwrap(), monitor: monitor.map(|mate| mate.parse().unwrap()) };
        Listener { person: person.parse().unwrap(), hearing, original: false, sink }
    }

    const WAY: fn(&u8) -> usize = |way| usize::from(*way);

    fn person(name: &str) -> PersonId {
        name.parse().unwrap()
    }

    #[test]
    fn listeners_get_what_their_channel_carries() {
        let [floor, en, fr, ar] =
            ["floor", "en", "fr", "ar"].map(|channel| channel.parse::<ChannelId>().unwrap());
        let amal = person("amal");
        let mut plan = Plan::default();
        plan.channels.insert(floor, Carries::Floor);
        plan.channels.insert(en.clone(), Carries::Interpretation(amal.clone()));
        plan.channels.insert(fr, Carries::Silence);
        let mut audience = Audience::default();
        audience.enter(1, listener("iraq", "floor", None, 10));
        audience.enter(2, listener("egypt", "en", None, 20));
        audience.enter(3, listener("france", "fr", None, 30));
        audience.enter(4, listener("omar", "ar", Some("amal"), 40));
        let recipients = audience.recipients(WAY);
        assert!(
            recipients.floor.is_empty() && recipients.channels.is_empty(),
            "without a plan all is silent"
        );
        assert_eq!(recipients.monitors[&amal], [(4, 40)]);

        audience.follow(Arc::new(plan.clone()));
        let recipients = audience.recipients(WAY);
        assert_eq!((&recipients.floor[..], &recipients.channels[&en][..]), (&[(1, 10)][..], &[(2, 20)][..]));
        assert_eq!((recipients.channels.len(), recipients.monitors.len()), (1, 1));
        audience.want_original(2, true);
        assert_eq!(audience.recipients(WAY).floor, [(1, 10), (2, 20)]);

        plan.channels.insert(ar, Carries::Floor);
        audience.follow(Arc::new(plan));
        assert!(audience.leave(1).is_some_and(|listener| listener.person.as_str() == "iraq"));
        audience.turn(&person("egypt"), &listener("egypt", "fr", None, 20).hearing);
        assert_eq!((&audience.recipients(WAY).floor[..], audience.len()), (&[(4, 40)][..], 3));
    }

    #[test]
    fn a_person_hears_and_is_found_on_each_connection_until_it_leaves() {
        let mut audience = Audience::default();
        let mut plan = Plan::default();
        plan.channels.insert("floor".parse().unwrap(), Carries::Floor);
        plan.channels.insert("fr".parse().unwrap(), Carries::Silence);
        audience.follow(Arc::new(plan));
        // Ways that were left are taken up again: they are not in the order of coming.
        for (connection, name, way) in [(1, "iraq", 30), (2, "egypt", 20), (3, "iraq", 10)] {
            audience.enter(connection, listener(name, "floor", None, way));
        }
        assert_eq!(audience.recipients(WAY).floor, [(3, 10), (2, 20), (1, 30)], "as the ways lie");
        assert_eq!(audience.connections(&person("iraq")), [1, 3]);
        // The page offers a new path on its connection.
        audience.enter(3, listener("iraq", "floor", None, 40));
        assert_eq!(audience.connections(&person("iraq")), [1, 3]);
        assert_eq!(audience.recipients(WAY).floor, [(2, 20), (1, 30), (3, 40)]);
        audience.turn(&person("iraq"), &listener("iraq", "fr", None, 0).hearing);
        assert_eq!(audience.recipients(WAY).floor, [(2, 20)], "on both");
        audience.leave(1);
        assert_eq!(audience.connections(&person("iraq")), [3]);
        audience.leave(3);
        assert!(audience.connections(&person("iraq")).is_empty() && audience.leave(3).is_none());
        assert_eq!((audience.recipients(WAY).floor.as_slice(), audience.len()), (&[(2, 20)][..], 1));
    }
}
