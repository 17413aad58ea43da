//! Data folders from before the conference had a log of its own: what their sessions have changed, it begins with.

use plenary::conference::command::{Housekeeping, Taken};
use plenary::conference::inherit::inherited;
use plenary::meeting::Meeting;
use plenary::meeting::command::Actor;
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::follow::{Change, Following};
use plenary::meeting::procedure::{programme, schedule, seats};
use plenary::terms::ids::{PersonId, SessionId};
use plenary::terms::people::{Person, Position, Role};

use crate::harness::{MINUTE_MS, OPENING_MS, Story, id, plan, small, take_in};

/// A session as a server of before has left it, after these events.
fn left(session: &str, events: &[Event]) -> (SessionId, Meeting) {
    let charter = Box::new(plan(&small()).charter(&id(session)).unwrap());
    let convened = Event::Programme(programme::Event::SessionConvened { charter });
    let mut meeting = Meeting::default();
    for event in [convened].iter().chain(events) {
        let (seq, event) = (meeting.seq + 1, event.clone());
        meeting.evolve(&Recorded {
            seq,
            at_ms: 0,
            actor: Actor::Server,
            conference_seq: None,
            key: None,
            event,
        });
    }
    (id(session), meeting)
}

fn seated(person: &str) -> Event {
    let person = Person {
        captions: None,
        id: id(person),
        name: serde_json::from_str("{\"en\": \"Ms. Nora\"}").unwrap(),
        function: serde_json::from_str("{}").unwrap(),
        delegation: Some(id("cedar")),
        booth: None,
        roles: vec![Role::Delegate],
        language: id("en"),
        rank: None,
        gender: None,
        position: Some(Position::Adviser),
    };
    Event::Seats(seats::Event::PersonSeated { person: Box::new(person) })
}

fn renamed(person: &str) -> Event {
    let (person, language, name) = (id(person), id("en"), "Mr. Robert".to_owned());
    Event::Seats(seats::Event::NameCorrected { person, language, name, version: None })
}

fn withdrawn(person: &str) -> Event {
    Event::Seats(seats::Event::PersonWithdrawn { person: id(person) })
}

/// The conference begins with what the sessions have changed, and they follow it from there.
fn taken_over(sessions: &[(SessionId, Meeting)]) -> Story {
    let file = plan(&small());
    let events = inherited(&file, sessions);
    let taken = Taken { plan: file.clone(), file, inherited: events };
    let mut story = Story::default().server(Housekeeping::Convene(Box::new(taken)));
    for (session, meeting) in sessions {
        let charter = Box::new(story.conference.charter(session).unwrap());
        let mut meeting = meeting.clone();
        let (conference_seq, change) = (story.conference.seq, Change::Charter(charter));
        take_in(&mut meeting, Following { conference_seq, actor: Actor::Server, change });
        story.logs.remove(session);
        story.pasts.insert(session.clone(), meeting.clone());
        story.sittings.insert(session.clone(), meeting);
    }
    story.assert_in_step();
    story
}

#[test]
fn seats_and_names_are_as_the_sessions_had_them() {
    let everywhere = [seated("nora"), renamed("olive-1"), withdrawn("palm-1")];
    let sessions = [left("opening", &everywhere), left("closing", &everywhere)];
    let story = taken_over(&sessions);
    for (session, before) in &sessions {
        assert_eq!(*story.sittings[session].roster, *before.roster, "{session}");
    }
    assert!(story.conference.register.withdrawn.contains(&id::<PersonId>("palm-1")));
    let nora = story.conference.live.as_ref().unwrap().participant(&id("nora")).unwrap().clone();
    assert_eq!(nora.roles.in_all_sessions, [Role::Delegate], "she is of the sessions to come too");
}

#[test]
fn whoever_was_changed_in_one_session_alone_stays_in_the_other() {
    let sessions = [left("opening", &[]), left("closing", &[seated("nora"), withdrawn("palm-1")])];
    let story = taken_over(&sessions);
    assert!(!story.takes_part("nora", "opening") && story.takes_part("nora", "closing"));
    assert!(story.takes_part("palm-1", "opening") && !story.takes_part("palm-1", "closing"));
    assert!(story.conference.register.withdrawn.is_empty());
}

#[test]
fn times_titles_and_delays_are_as_the_sessions_had_them() {
    let moved = schedule::Event::SessionRescheduled {
        starts_at_ms: OPENING_MS + 15 * MINUTE_MS,
        ends_at_ms: OPENING_MS + 60 * MINUTE_MS,
        reason: "late".to_owned(),
        version: None,
    };
    let titled = schedule::Event::TitleCorrected {
        language: id("en"),
        title: "The opening".to_owned(),
        version: None,
    };
    let delayed = schedule::Event::SessionDelayed { reason: "a fault".to_owned(), version: None };
    let opening = left("opening", &[Event::Schedule(moved), Event::Schedule(titled)]);
    let closing = left("closing", &[Event::Schedule(delayed)]);
    let story = taken_over(&[opening.clone(), closing.clone()]);
    for (session, before) in [opening, closing] {
        assert_eq!(story.sittings[&session].planned, before.planned, "{session}");
    }
    assert!(story.conference.programme.session(&id("closing")).delayed);
}

#[test]
fn sessions_that_changed_nothing_leave_the_file_as_it_is() {
    let file = plan(&small());
    assert_eq!(inherited(&file, &[left("opening", &[]), (id("closing"), Meeting::default())]), []);
}
