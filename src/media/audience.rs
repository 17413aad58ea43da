//! The listeners of one session on one thread, and who of them gets what: worked out when something has changed, not
//! for each frame.

use std::collections::HashMap;
use std::sync::Arc;

use crate::meeting::ids::{ChannelId, PersonId};
use crate::meeting::plan::{Carries, Hearing, Plan};

/// A listener; `S` is the way to them.
#[derive(Debug, Clone)]
pub struct Ear<S> {
    /// Who listens.
    pub person: PersonId,
    /// What they hear.
    pub hearing: Hearing,
    /// Whether they want the original beside the interpretation.
    pub original: bool,
    /// The way to them.
    pub sink: S,
}

/// Who gets one stream, in no order: the person, so that nobody hears themselves, and the way to them.
pub type Rows<S> = Vec<(PersonId, S)>;

/// Who gets what.
#[derive(Debug, PartialEq, Eq)]
pub struct Seating<S> {
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
    ears: HashMap<u64, Ear<S>>,
    seating: Option<Arc<Seating<S>>>,
}

impl<S> Default for Audience<S> {
    fn default() -> Self {
        Self { plan: Arc::default(), ears: HashMap::new(), seating: None }
    }
}

impl<S: Clone> Audience<S> {
    /// Takes a plan over.
    pub fn follow(&mut self, plan: Arc<Plan>) {
        (self.plan, self.seating) = (plan, None);
    }

    /// A connection listens.
    pub fn enter(&mut self, connection: u64, ear: Ear<S>) {
        self.ears.insert(connection, ear);
        self.seating = None;
    }

    /// A connection listens no more.
    pub fn leave(&mut self, connection: u64) -> Option<Ear<S>> {
        self.seating = None;
        self.ears.remove(&connection)
    }

    /// A person hears something else, on all their connections.
    pub fn turn(&mut self, person: &PersonId, hearing: &Hearing) {
        for ear in self.ears.values_mut().filter(|ear| ear.person == *person) {
            ear.hearing = hearing.clone();
        }
        self.seating = None;
    }

    /// A connection wants the original beside the interpretation, or not.
    pub fn want_original(&mut self, connection: u64, wanted: bool) {
        if let Some(ear) = self.ears.get_mut(&connection) {
            ear.original = wanted;
            self.seating = None;
        }
    }

    /// How many listen.
    pub fn len(&self) -> usize {
        self.ears.len()
    }

    /// Who gets what now.
    pub fn seating(&mut self) -> Arc<Seating<S>> {
        let Self { plan, ears, seating } = self;
        Arc::clone(seating.get_or_insert_with(|| Arc::new(seat(plan, ears))))
    }
}

fn seat<S: Clone>(plan: &Plan, ears: &HashMap<u64, Ear<S>>) -> Seating<S> {
    let (mut floor, mut channels, mut monitors) = (Vec::new(), HashMap::new(), HashMap::new());
    for ear in ears.values() {
        let channel = &ear.hearing.channel;
        let place = || (ear.person.clone(), ear.sink.clone());
        match plan.channels.get(channel) {
            Some(Carries::Floor) => floor.push(place()),
            Some(Carries::Interpretation(_)) => {
                channels.entry(channel.clone()).or_insert_with(Vec::new).push(place());
                if ear.original {
                    floor.push(place());
                }
            }
            // A channel that the plan does not know is silent too.
            Some(Carries::Silence) | None => {}
        }
        if let Some(mate) = &ear.hearing.monitor {
            monitors.entry(mate.clone()).or_insert_with(Vec::new).push(place());
        }
    }
    Seating { floor, channels, monitors }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ear(person: &str, channel: &str, monitor: Option<&str>) -> Ear<u8> {
        let hearing =
            Hearing { channel: channel.parse().unwrap(), monitor: monitor.map(|mate| mate.parse().unwrap()) };
        Ear { person: person.parse().unwrap(), hearing, original: false, sink: 0 }
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
        audience.enter(1, ear("iraq", "floor", None));
        audience.enter(2, ear("egypt", "en", None));
        audience.enter(3, ear("france", "fr", None));
        audience.enter(4, ear("omar", "ar", Some("amal")));
        let seating = audience.seating();
        assert!(seating.floor.is_empty() && seating.channels.is_empty(), "without a plan all is silent");
        assert_eq!(names(&seating.monitors[&amal]), ["omar"]);

        audience.follow(Arc::new(plan.clone()));
        let seating = audience.seating();
        assert_eq!((names(&seating.floor), names(&seating.channels[&en])), (vec!["iraq"], vec!["egypt"]));
        assert_eq!((seating.channels.len(), seating.monitors.len()), (1, 1));
        audience.want_original(2, true);
        assert_eq!(names(&audience.seating().floor), ["egypt", "iraq"]);

        plan.channels.insert(ar, Carries::Floor);
        audience.follow(Arc::new(plan));
        assert!(audience.leave(1).is_some_and(|ear| ear.person.as_str() == "iraq"));
        audience.turn(&"egypt".parse().unwrap(), &ear("egypt", "fr", None).hearing);
        assert_eq!((names(&audience.seating().floor), audience.len()), (vec!["omar"], 3));
    }
}
