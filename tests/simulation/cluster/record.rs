//! What must be true of the log at every place in it, told from its events in other words than the rules' own.

use std::collections::{BTreeMap, BTreeSet};

use plenary::meeting::Meeting;
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::procedure::floor;
use plenary::meeting::sound::interpretation::Output;
use plenary::meeting::sound::microphones;
use plenary::terms::ids::{ChannelId, NodeId, PersonId, TurnId};
use plenary::terms::nodes::At;

/// Nothing happened before what it follows from, no two turns were live, no two microphones on a channel, and none at two
/// nodes. Tells how many turns there were, and how often a microphone went over to another node.
pub fn assert_sound(events: &[Recorded], seed: u64) -> (usize, usize) {
    for pair in events.windows(2) {
        assert!(pair[0].at_ms <= pair[1].at_ms, "seed {seed}: {:?} before {:?}", pair[1], pair[0]);
    }
    let (mut turn, mut reached): (Option<TurnId>, Option<TurnId>) = (None, None);
    let mut heard_at: BTreeMap<PersonId, At> = BTreeMap::new();
    let (mut turns, mut moved) = (0, 0);
    let mut meeting = Meeting::default();
    for recorded in events {
        let at = recorded.seq;
        if let Event::Floor(floor::Event::FloorGiven { turn: given }) = &recorded.event {
            assert_eq!(turn, None, "seed {seed}, {at}: two turns");
            turn = Some(given.id.clone());
            turns += 1;
        } else if let Event::Floor(floor::Event::TurnEnded { turn: ended, .. }) = &recorded.event {
            assert_eq!(turn.take().as_ref(), Some(ended), "seed {seed}, {at}: it was another's turn");
        } else if let Event::Floor(floor::Event::TurnLimitReached { turn: now }) = &recorded.event {
            assert_eq!(turn.as_ref(), Some(now), "seed {seed}, {at}: the limit of another turn");
            assert_ne!(reached.replace(now.clone()).as_ref(), Some(now), "seed {seed}, {at}: reached twice");
        } else if let Event::Floor(floor::Event::TurnExtended { .. }) = &recorded.event {
            reached = None;
        } else if let Event::Microphones(microphones::Event::MicrophoneConnected { person, node }) =
            &recorded.event
        {
            let before = heard_at.insert(person.clone(), node.clone());
            assert_ne!(before.as_ref(), Some(node), "seed {seed}, {at}: {person} was connected there");
            moved += usize::from(before.is_some());
        } else if let Event::Microphones(microphones::Event::MicrophoneLost { person, node }) =
            &recorded.event
        {
            let before = heard_at.remove(person);
            assert_eq!(before.as_ref(), Some(node), "seed {seed}, {at}: {person} was not connected there");
        }
        meeting.evolve(recorded);
        if recorded.event.tag() == "act_undone" {
            // The turn before goes on, or the one that was given is none.
            (turn, reached) = (meeting.floor.turn(), None);
        }
        assert_one_voice(&meeting, at, seed);
    }
    (turns, moved)
}

/// Each channel has one interpreter on air at most, nobody is on air twice, and each microphone that is heard is at one node.
fn assert_one_voice(meeting: &Meeting, at: u64, seed: u64) {
    let (mut channels, mut people): (BTreeSet<&ChannelId>, BTreeSet<&PersonId>) = Default::default();
    for plan in meeting.charter.iter().flat_map(|charter| &charter.booths) {
        let booth = meeting.interpretation.booths.get(&plan.id);
        let Some((booth, on_air)) = booth.and_then(|booth| Some((booth, booth.on_air.as_ref()?))) else {
            continue;
        };
        let output = match booth.output {
            Output::A => 0,
            Output::B => 1,
        };
        assert!(channels.insert(&plan.outputs[output]), "seed {seed}, {at}: two voices on a channel");
        assert!(people.insert(&on_air.person), "seed {seed}, {at}: {} is on air twice", on_air.person);
    }
    for person in meeting.microphones.connected.keys() {
        let nodes = meeting.microphones.at.nodes().filter(|node| meeting.microphones.at.is_at(person, node));
        assert_eq!(nodes.count(), 1, "seed {seed}, {at}: {person} is heard at one node");
    }
}

/// How many people left a node that lived to the end, at which none of their connections had ever ended.
pub fn thrown_out(events: &[Recorded], living: &[(NodeId, BTreeSet<&'static str>)]) -> usize {
    let mut meeting = Meeting::default();
    let mut thrown_out = 0;
    for event in events {
        let before = meeting.presence.at.clone();
        meeting.evolve(event);
        for (node, have_disconnected) in living {
            let at = Some(node.clone());
            let gone = before.at(&at).filter(|person| !meeting.presence.at.is_at(person, &at));
            thrown_out += gone.filter(|person| !have_disconnected.contains(person.as_str())).count();
        }
    }
    thrown_out
}
