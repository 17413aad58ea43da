//! Where a session's microphones go, worked out once for each plan: a person's lane of the floor and channels.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Instant;

use super::frame::Frame;
use super::lanes::Lanes;
use crate::meeting::sound::plan::{Carries, Plan};
use crate::terms::ids::{ChannelId, NodeId, PersonId, SessionId};

/// A frame with where it goes: what the sound thread tells the listeners' threads.
#[derive(Debug)]
pub struct Routed {
    /// The session.
    pub session: SessionId,
    /// Whose microphone it is; they never hear it.
    pub person: PersonId,
    /// The lane of the floor, from 0.
    pub lane: Option<u8>,
    /// The channels that the person interprets into.
    pub channels: Arc<[ChannelId]>,
    /// The sound.
    pub frame: Frame,
}

/// The routes of one session.
#[derive(Debug, Default)]
pub struct Routes {
    lanes: Lanes,
    interpreters: HashMap<PersonId, Arc<[ChannelId]>>,
    floor_channels: Vec<ChannelId>,
    nodes: BTreeMap<PersonId, NodeId>,
}

/// Where a frame comes from.
#[derive(Debug, Clone, Copy)]
pub enum From<'a> {
    /// A microphone of this server, which is the only one.
    Here,
    /// A microphone of this node, one of several.
    Own(&'a NodeId),
    /// Another node.
    Other(&'a NodeId),
}

impl Routes {
    /// Takes a plan over.
    pub fn follow(&mut self, plan: &Plan, now: Instant) {
        self.lanes.follow(plan, now);
        let mut interpreters: HashMap<PersonId, Vec<ChannelId>> = HashMap::new();
        self.floor_channels.clear();
        for (channel, carries) in &plan.channels {
            match carries {
                Carries::Floor => self.floor_channels.push(channel.clone()),
                Carries::Interpretation(person) => {
                    interpreters.entry(person.clone()).or_default().push(channel.clone());
                }
                Carries::Silence => {}
            }
        }
        let shared = |(person, channels): (PersonId, Vec<ChannelId>)| (person, channels.into());
        self.interpreters = interpreters.into_iter().map(shared).collect();
        self.nodes.clone_from(&plan.nodes);
    }

    /// Whether what comes from there is the person's microphone. One that the meeting has not heard of yet is at the node
    /// that it comes to, and nobody else is told.
    fn is_theirs(&self, person: &PersonId, from: From<'_>) -> bool {
        match from {
            From::Here => true,
            From::Own(node) => self.nodes.get(person).is_none_or(|at| at == node),
            From::Other(node) => self.nodes.get(person) == Some(node),
        }
    }

    /// Where a frame goes, or nothing if the plan does not know this person, or their microphone is elsewhere.
    pub fn route(
        &mut self,
        session: &SessionId,
        person: &PersonId,
        from: From<'_>,
        frame: Frame,
    ) -> Option<Routed> {
        if !self.is_theirs(person, from) {
            return None;
        }
        let lane = self.lanes.hear(person, frame.level_dbov, frame.at);
        let channels = self.interpreters.get(person);
        if lane.is_none() && channels.is_none() {
            return None;
        }
        let (session, person) = (session.clone(), person.clone());
        let lane = lane.and_then(|lane| u8::try_from(lane).ok());
        Some(Routed { session, person, lane, channels: channels.cloned().unwrap_or_default(), frame })
    }

    /// Channels whose single stream this frame is part of: the person's own, and those that carry the floor if the
    /// person leads it.
    pub fn tapped<'a>(&'a self, routed: &'a Routed) -> impl Iterator<Item = &'a ChannelId> {
        let leads = routed.lane.is_some() && self.lanes.is_leading(&routed.person);
        let floor = self.floor_channels.iter().filter(move |_| leads);
        routed.channels.iter().chain(floor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame() -> Frame {
        let payload = vec![1].into();
        Frame { source: 1, sequence: 1, timestamp: 1, at: Instant::now(), level_dbov: Some(-20), payload }
    }

    #[test]
    fn whoever_is_not_in_the_plan_is_heard_nowhere() {
        let session: SessionId = "opening".parse().unwrap();
        let [iraq, amal, egypt] = ["iraq", "amal", "egypt"].map(|name| name.parse::<PersonId>().unwrap());
        let [floor, english] = ["floor", "en"].map(|name| name.parse::<ChannelId>().unwrap());
        let mut plan = Plan { turn: Some(iraq.clone()), floor: vec![iraq.clone()], ..Plan::default() };
        plan.channels.insert(floor.clone(), Carries::Floor);
        plan.channels.insert(english.clone(), Carries::Interpretation(amal.clone()));
        let mut routes = Routes::default();
        assert!(routes.route(&session, &iraq, From::Here, frame()).is_none(), "no plan, no sound");
        routes.follow(&plan, Instant::now());

        let routed = routes.route(&session, &iraq, From::Here, frame()).unwrap();
        assert_eq!((routed.lane, routed.channels.len()), (Some(0), 0));
        assert_eq!(routes.tapped(&routed).collect::<Vec<_>>(), [&floor]);
        let routed = routes.route(&session, &amal, From::Here, frame()).unwrap();
        assert_eq!((routed.lane, &routed.channels[..]), (None, std::slice::from_ref(&english)));
        assert_eq!(routes.tapped(&routed).collect::<Vec<_>>(), [&english]);
        assert!(routes.route(&session, &egypt, From::Here, frame()).is_none());

        routes.follow(&Plan::default(), Instant::now());
        assert!(
            routes.route(&session, &iraq, From::Here, frame()).is_none(),
            "out of the plan, out of the room"
        );
    }
    #[test]
    fn of_several_nodes_the_one_is_believed_at_which_the_microphone_is() {
        let session: SessionId = "opening".parse().unwrap();
        let iraq: PersonId = "iraq".parse().unwrap();
        let [own, other, third] = ["own", "other", "third"].map(|name| name.parse::<NodeId>().unwrap());
        let mut plan = Plan { turn: Some(iraq.clone()), floor: vec![iraq.clone()], ..Plan::default() };
        let mut routes = Routes::default();
        let mut heard = |plan: &Plan| {
            routes.follow(plan, Instant::now());
            [From::Own(&own), From::Other(&other), From::Other(&third)]
                .map(|from| routes.route(&session, &iraq, from, frame()).is_some())
        };
        assert_eq!(heard(&plan), [true, false, false], "the meeting has not heard of it yet");
        for (at, expected) in [(&own, [true, false, false]), (&other, [false, true, false])] {
            plan.nodes.insert(iraq.clone(), at.clone());
            assert_eq!(heard(&plan), expected);
        }
    }
}
