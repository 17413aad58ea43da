//! Whatever is asked of a meeting, in whatever order and by whatever clock, it stays sound, replays and tells
//! everybody what they may see and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use plenary::meeting::Meeting;
use plenary::meeting::command::Actor;
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::hall::chat::Addressee;
use plenary::meeting::procedure::programme::Phase;
use plenary::meeting::procedure::speakers::{self, RequestState};
use plenary::meeting::sound::interpretation::Output;
use plenary::meeting::sound::plan::{self, Carries};
use plenary::meeting::view::{self, Change, Entity, EntityRef, Key, Live, Parcel, Scope, TextView, View};
use plenary::terms::ids::{BoothId, ChannelId, PersonId, RoomId};
use plenary::terms::people::Role;
use proptest::prelude::*;

use crate::attempts::{Attempt, Step, intent, steps};
use crate::courses::courses;
use crate::harness::{Story, name_of};
use crate::passages::{assert_reworded, reword};
use crate::sample::{PEOPLE, id};
use crate::store::Store;
use crate::undo_tried::try_undo;

type Page = Store<Rc<Entity>>;

fn name(of: &EntityRef) -> String {
    format!("{}/{}", of.kind, of.id)
}

/// All that a scope shows, by name.
fn afresh(meeting: &Meeting, scope: &Scope) -> BTreeMap<String, Rc<Entity>> {
    let view = View::of(meeting);
    let seen = view::keys(meeting, scope).into_iter();
    seen.filter_map(|key| Some((name(&key.entity_ref()), Rc::new(view.render(&key)?)))).collect()
}

/// Pages, kept true by nothing but what is sent: one for each scope, which follows no other, and one of each person.
#[derive(Default)]
struct Audience {
    scopes: BTreeMap<Scope, Page>,
    people: BTreeMap<PersonId, Page>,
}

/// Entities that may go over from one scope to another. A new one needs a story in `moves`.
const MOVERS: [&str; 3] = ["official", "text", "ballot"];

/// What happened between two states, to be sent at once.
struct Gathering<'a> {
    before: &'a Meeting,
    events: &'a [Recorded],
    after: &'a Meeting,
}

impl Gathering<'_> {
    /// With the charter roles may change, and everybody begins anew.
    fn revises(&self) -> bool {
        self.events.iter().any(|one| one.event.tag() == "charter_revised")
    }

    fn touched(&self) -> BTreeSet<Key> {
        let (mut at, mut touched) = (self.before.clone(), BTreeSet::new());
        for recorded in self.events {
            let mut next = at.clone();
            next.evolve(recorded);
            touched.extend(view::touched(&at, &recorded.event, &next));
            at = next;
        }
        touched
    }

    fn tags(&self) -> Vec<&'static str> {
        self.events.iter().map(|one| one.event.tag()).collect()
    }
}

impl Audience {
    /// Takes over what is sent, compares, and tells whose view changed.
    fn follow(&mut self, gathering: &Gathering<'_>) -> BTreeSet<Scope> {
        let Gathering { before, after, .. } = *gathering;
        let touched = gathering.touched();
        for key in touched.iter().filter(|key| key.scope(before) != key.scope(after)) {
            let kind = key.entity_ref().kind;
            assert!(MOVERS.contains(&kind.as_str()), "{kind} goes over by {:?}", gathering.tags());
        }
        let all = all_scopes(before, after);
        for scope in &all {
            self.scopes.entry(scope.clone()).or_insert_with(|| begun(before, scope));
        }
        let follows = follows(after);
        if !gathering.revises() {
            self.meet(gathering, &follows);
        }
        let parcels = view::parcels(before, &touched, after, |_| true);
        for Parcel { scope, set, removed } in &parcels {
            let set: Vec<_> = set.iter().map(|one| (name(&name_of(one)), Rc::new(one.clone()))).collect();
            let follow = |person: &PersonId| follows.get(person).is_some_and(|scopes| scopes.contains(scope));
            let people = self.people.iter_mut().filter(|(person, _)| follow(person) && !gathering.revises());
            for page in self.scopes.get_mut(scope).into_iter().chain(people.map(|(_, page)| page)) {
                page.changes(&scope.to_string(), after.seq, set.clone(), removed.iter().map(name));
            }
        }
        for scope in &all {
            let built = &self.scopes[scope].held[&scope.to_string()];
            assert_eq!(*built, afresh(after, scope), "the view of {scope} after {:?}", gathering.tags());
        }
        if gathering.revises() {
            self.people.clear();
            self.meet(gathering, &follows);
        }
        self.compare(gathering, &follows);
        parcels.into_iter().map(|parcel| parcel.scope).collect()
    }

    /// Whoever is new is given snapshots; nobody who was there may come to follow other scopes.
    fn meet(&mut self, gathering: &Gathering<'_>, follows: &Follows) {
        for (person, scopes) in follows {
            let was = gathering.before.roster.person(person).filter(|_| !gathering.revises());
            let was = was.map(|was| view::scopes(gathering.before, was));
            assert!(
                was.is_none_or(|was| was == *scopes),
                "{person} follows other scopes: {:?}",
                gathering.tags()
            );
            let pages = &self.scopes;
            self.people.entry(person.clone()).or_insert_with(|| {
                let mut page = Page::default();
                for scope in scopes {
                    let scope_name = scope.to_string();
                    let held = pages[scope].held[&scope_name].clone();
                    page.snapshot(&scope_name, gathering.before.seq, held);
                }
                page
            });
        }
    }

    /// One who follows several scopes holds what each of them shows.
    fn compare(&self, gathering: &Gathering<'_>, follows: &Follows) {
        for (person, scopes) in follows {
            let held = &self.people[person].held;
            assert_eq!(held.len(), scopes.len(), "{person}");
            for scope in scopes {
                let scope_name = scope.to_string();
                let shown = &self.scopes[scope].held[&scope_name];
                let tags = gathering.tags();
                assert_eq!(held[&scope_name], *shown, "the page of {person}, {scope}, after {tags:?}");
            }
        }
    }
}

/// The page of a scope, given a snapshot of the meeting as it stands.
fn begun(meeting: &Meeting, scope: &Scope) -> Page {
    let mut page = Page::default();
    page.snapshot(&scope.to_string(), meeting.seq, afresh(meeting, scope));
    page
}

/// The people of a meeting with the scopes that they follow.
type Follows = BTreeMap<PersonId, Vec<Scope>>;

fn follows(meeting: &Meeting) -> Follows {
    meeting.roster.people().map(|person| (person.id.clone(), view::scopes(meeting, person))).collect()
}

fn all_scopes(before: &Meeting, after: &Meeting) -> Vec<Scope> {
    let people = [before, after].into_iter().flat_map(|meeting| meeting.roster.people());
    let seats = [before, after].into_iter().flat_map(|meeting| meeting.roster.delegations());
    let seats =
        seats.flat_map(|seat| [Scope::Delegation(seat.id.clone()), Scope::Secretariat(seat.id.clone())]);
    let own = people.map(|person| Scope::Person(person.id.clone()));
    let booths = ["arabic", "english", "french"].map(|booth| Scope::Booth(id(booth)));
    let lines = [Addressee::Booths, Addressee::Technicians].into_iter();
    let lines = lines.chain(["arabic", "english", "french"].map(|booth| Addressee::Booth(id(booth))));
    let booths = booths.into_iter().chain(lines.map(Scope::Line));
    let shared =
        [Scope::Everyone, Scope::Desk, Scope::Booths, Scope::Interpreters, Scope::Technicians, Scope::Record];
    shared.into_iter().chain(booths).chain(seats).chain(own).collect()
}

/// The rule of the view, said again in other words: who may see what.
fn assert_no_leak(meeting: &Meeting, scope: &Scope) {
    let shown = view::snapshot(meeting, scope);
    let text = serde_json::to_string(&shown).unwrap();
    let desk = *scope == Scope::Desk;
    assert!(desk || !text.contains("moved: "), "{scope} sees why a list was changed by hand");
    let own =
        if let Scope::Delegation(seat) = scope { format!("declined: {seat}\"") } else { "none".to_owned() };
    assert_eq!(
        text.matches("declined: ").count(),
        text.matches(&own).count(),
        "{scope} sees why another was declined"
    );
    let texts = shown.iter().filter(|entity| matches!(entity, Entity::Text(_))).count();
    assert_eq!(text.matches("confidential: ").count(), texts, "{scope} sees a text elsewhere");
    assert_nobody_is_told_who_asked(&shown, scope);
    assert_unnamed_authors_are_not_told(meeting, &shown, scope);
    assert_ballots_are_kept(meeting, &shown, scope);
    for entity in shown {
        let fits = match (&entity, scope) {
            (Entity::You(you), Scope::Person(person)) => you.id == *person,
            (Entity::Standing(_) | Entity::Placard(_), Scope::Delegation(_))
            | (
                Entity::Point(_) | Entity::Motion(_) | Entity::Motions(_) | Entity::Paragraph(_),
                Scope::Everyone,
            )
            | (
                Entity::Move(_)
                | Entity::Undo(_)
                | Entity::Occupant(_)
                | Entity::Proposal(_)
                | Entity::Preparation(_)
                | Entity::Forecast(_)
                | Entity::Address(_)
                | Entity::Equity(_),
                Scope::Desk,
            ) => true,
            (Entity::Team(team), Scope::Delegation(seat)) => team.id == *seat,
            (Entity::Prerecorded(_), Scope::Booths) => true,
            (Entity::Text(text), Scope::Everyone | Scope::Booths) => is_due(meeting, text, scope),
            (Entity::Official(official), Scope::Everyone | Scope::Booths) => {
                let unseen = [Role::Interpreter, Role::Technician, Role::Captioner];
                let unseen = official.roles.iter().all(|role| unseen.contains(role));
                unseen == (*scope == Scope::Booths)
            }
            (Entity::Request(request), Scope::Everyone) => {
                !["withdrawn", "declined", "lapsed"].contains(&request.state.to_string().as_str())
            }
            (
                Entity::Session(_)
                | Entity::Floor(_)
                | Entity::List(_)
                | Entity::InHand(_)
                | Entity::Delegation(_)
                | Entity::Attendance(_)
                | Entity::Channel(_),
                Scope::Everyone,
            ) => true,
            (Entity::Microphone(microphone), Scope::Everyone) => {
                plan::plan(meeting).floor.contains(&microphone.id) != microphone.muted
            }
            (Entity::HelpCall(_), Scope::Technicians)
            | (Entity::Mark(_) | Entity::Summary(_) | Entity::Unheard(_), Scope::Record) => true,
            (Entity::Recording(recording), Scope::Booths) => !recording.silent.is_empty(),
            (Entity::Booth(_) | Entity::Listeners(_) | Entity::Captioner(_), Scope::Booths)
            | (Entity::Readiness(_) | Entity::Pace(_), Scope::Desk) => true,
            (entity, scope) => panel_fits(entity, scope) || chat_fits(entity, scope),
        };
        assert!(fits, "{scope} sees {entity:?}");
    }
}

/// Whether an entity of the stage, of questions, polls or the run sheet belongs to a scope.
fn panel_fits(entity: &Entity, scope: &Scope) -> bool {
    matches!(
        (entity, scope),
        (Entity::Poll(_) | Entity::Tally(_), Scope::Everyone)
            | (Entity::Unpublished(_) | Entity::RunSheet(_), Scope::Desk)
            | (Entity::Ballot(_), Scope::Everyone | Scope::Desk)
            | (Entity::OwnBallot(_), Scope::Person(_) | Scope::Delegation(_))
            | (Entity::Cue(_), Scope::Person(_))
            | (Entity::Captions(_) | Entity::Caption(_), Scope::Everyone)
            | (Entity::Questions(_) | Entity::Question(_) | Entity::Stage(_), Scope::Everyone)
            | (Entity::Moderation(_) | Entity::SpeakingTimes(_), Scope::Desk)
            | (Entity::OwnQuestion(_) | Entity::Votes(_), Scope::Person(_))
    )
}

/// Whether an entity of the chat belongs to a scope.
fn chat_fits(entity: &Entity, scope: &Scope) -> bool {
    match (entity, scope) {
        (Entity::Message(message), _) => {
            let room = message.room.as_str();
            let texts = [&message.text].into_iter().chain(message.reply.as_ref().map(|reply| &reply.excerpt));
            let told = format!("in the room {room}");
            let own = texts.into_iter().all(|text| text.is_empty() || *text == told);
            let tombstone = message.deleted.is_none() || message.text.is_empty();
            own && tombstone && is_room_of(room, scope)
        }
        (Entity::HeldMessage(message), Scope::Desk) => {
            message.declined.is_none()
                && DESK_ROOMS.iter().any(|kept| message.room.as_str().starts_with(kept))
        }
        (Entity::HeldMessage(message), Scope::Person(person)) => message.author.person == *person,
        (Entity::Room(room), _) => {
            DESK_ROOMS.iter().any(|kept| room.id.as_str().starts_with(kept))
                && is_room_of(room.id.as_str(), scope)
        }
        (Entity::Muted(_), Scope::Desk) | (Entity::Announcement(_), Scope::Everyone) => true,
        _ => false,
    }
}

/// A text is shown to the booths alone until its statement was heard or filed in writing, then to everybody.
fn is_due(meeting: &Meeting, text: &TextView, scope: &Scope) -> bool {
    let state = meeting.speakers.request(&text.request).unwrap().state;
    let delivered = matches!(state, RequestState::Finished | RequestState::ToWritten);
    delivered == (*scope == Scope::Everyone) && text.text == format!("confidential: {}", text.request)
}

/// What the ids of the rooms begin with that the desk keeps.
const DESK_ROOMS: [&str; 5] = ["main", "technicians", "desk", "secretariat-", "line-"];

/// Whether a chat room belongs to a scope, said again in other words.
fn is_room_of(room: &str, scope: &Scope) -> bool {
    match scope {
        Scope::Everyone => room == "main",
        Scope::Desk => room == "desk",
        Scope::Booths | Scope::Record => false,
        Scope::Booth(booth) => room == format!("booth-{booth}"),
        Scope::Interpreters => room == "interpreters",
        Scope::Technicians => room == "technicians",
        Scope::Line(Addressee::Booths) => room == "line-booths",
        Scope::Line(Addressee::Technicians) => room == "line-technicians",
        Scope::Line(Addressee::Booth(booth)) => room == format!("line-booth-{booth}"),
        Scope::Secretariat(seat) => room == format!("secretariat-{seat}"),
        Scope::Delegation(seat) => room == format!("delegation-{seat}"),
        Scope::Person(person) => {
            room.strip_prefix("direct-").is_some_and(|pair| pair.split('.').any(|one| one == person.as_str()))
        }
    }
}

/// Whoever is shown a message, in a change or a snapshot, is admitted to its room: the table, said again in other words.
fn assert_readers_are_admitted(meeting: &Meeting, changes: &[Change]) {
    for person in meeting.roster.people() {
        let scopes = view::scopes(meeting, person);
        let changed = changes.iter().filter(|change| scopes.contains(&change.scope));
        let snapshots = scopes.iter().flat_map(|scope| view::snapshot(meeting, scope));
        for entity in changed.filter_map(|change| change.entity.clone()).chain(snapshots) {
            let Some((room, author)) = message_of(entity) else { continue };
            let is = |role| person.roles.contains(&role);
            let desk = is(Role::Chair) || is(Role::Moderator) || is(Role::Secretariat);
            let screen = person.roles == [Role::Display];
            let seat = person.delegation.as_ref().map_or("nobody", |seat| seat.as_str());
            let booth = person.booth.as_ref().map_or("nowhere", |booth| booth.as_str());
            let admitted = match room.as_str().split_once('-') {
                None if room.as_str() == "main" => true,
                None if room.as_str() == "desk" => desk,
                None if room.as_str() == "interpreters" => is(Role::Interpreter),
                None => desk || [Role::Interpreter, Role::Captioner, Role::Technician].into_iter().any(is),
                Some(("delegation", of)) => of == seat,
                Some(("secretariat", of)) => of == seat || desk,
                Some(("booth", of)) => is(Role::Technician) || is(Role::Interpreter) && of == booth,
                Some(("line", "technicians")) => desk || is(Role::Technician),
                Some(("line", "booths")) => desk || is(Role::Interpreter),
                Some(("line", of)) => desk || is(Role::Interpreter) && of == format!("booth-{booth}"),
                Some((_, pair)) => {
                    meeting.charter.as_ref().unwrap().direct_messages
                        && pair.split('.').any(|one| one == person.id.as_str())
                }
            };
            let own = author.as_ref() == Some(&person.id);
            assert!(
                own || admitted && !(screen && room.as_str() != "main"),
                "{} is shown a message of {room}",
                person.id
            );
            assert!(author.is_none() || own || desk, "{} is shown a message that waits", person.id);
        }
    }
}

/// The room of a message, and the author where it is one that waits.
fn message_of(entity: Entity) -> Option<(RoomId, Option<PersonId>)> {
    if let Entity::Message(message) = entity {
        return Some((message.room, None));
    }
    if let Entity::HeldMessage(message) = entity {
        return Some((message.room, Some(message.author.person)));
    }
    None
}

/// A slower pace is asked for without a name: the desk and whoever speaks see when, a booth itself when it may again, and
/// nobody sees anything else of it.
fn assert_nobody_is_told_who_asked(shown: &[Entity], scope: &Scope) {
    for entity in shown {
        let text = serde_json::to_string(entity).unwrap();
        if let Entity::You(you) = entity {
            let interprets = you.roles.contains(&Role::Interpreter);
            assert!(you.slow_down_from_ms.is_none() || interprets, "{scope}: {text}");
            assert!(you.slow_down_at_ms.is_none() || you.microphone.live == Live::Floor, "{scope}: {text}");
        } else if let Entity::Pace(pace) = entity {
            let expected = serde_json::json!({"type": "pace", "id": "pace", "asked_at_ms": pace.asked_at_ms});
            assert_eq!(serde_json::to_value(entity).unwrap(), expected);
        } else {
            assert!(!text.contains("slow_down"), "{scope}: {text}");
        }
    }
}

/// What a poll holds back, nobody sees: counts and names until they are due, and never a name where it said none; one's own
/// ballot is seen by those whose it is.
fn assert_ballots_are_kept(meeting: &Meeting, shown: &[Entity], scope: &Scope) {
    use plenary::meeting::hall::polls::{Standing, Voter};
    for entity in shown {
        if let Entity::Tally(view) = entity {
            let entry = meeting.polls.entry(&view.id).unwrap();
            let due = entry.standing == Standing::Published || entry.poll.live;
            assert_eq!(view.counts.is_some(), due, "{scope}: {view:?}");
        } else if let Entity::Ballot(view) = entity {
            let entry = meeting.polls.entry(&view.poll).unwrap();
            let all = entry.standing == Standing::Published || entry.poll.live;
            let due = all || *scope == Scope::Desk && entry.standing == Standing::Closed;
            assert!(entry.poll.named && due, "{scope}: {view:?}");
        } else if let Entity::OwnBallot(view) = entity {
            let voter = if let Scope::Person(person) = scope {
                Voter::Person(person.clone())
            } else if let Scope::Delegation(seat) = scope {
                Voter::Delegation(seat.clone())
            } else {
                panic!("{scope} sees {view:?}")
            };
            assert_eq!(meeting.polls.entry(&view.id).unwrap().ballots[&voter].choices, view.choices);
        } else if let (Entity::Cue(_), Scope::Person(person)) = (entity, scope) {
            assert_eq!(meeting.run_sheet.told().map(|(told, _)| told), Some(person));
        }
    }
}

/// Who asks without a name, only the desk and the author read; what the desk has not let pass, nobody else reads at all;
/// and who voted for what, only the voter.
fn assert_unnamed_authors_are_not_told(meeting: &Meeting, shown: &[Entity], scope: &Scope) {
    for entity in shown {
        if let Entity::Question(view) = entity {
            let entry = meeting.questions.entry(&view.id).unwrap();
            let asker = &entry.question.asker;
            assert!(entry.state.is_shown(), "{scope} sees a question that is {}", entry.state);
            assert_eq!(view.asker.is_none(), entry.question.anonymous);
            let mut told = serde_json::to_value(view).unwrap();
            told["to"] = serde_json::Value::Null;
            let named = told.to_string().contains(&format!("\"{}\"", asker.person))
                || told.to_string().contains(&format!("name of {} ", asker.person));
            assert!(!named || !entry.question.anonymous, "{scope} is told who asked: {told}");
        } else if let Entity::OwnQuestion(view) = entity {
            let author = &meeting.questions.entry(&view.id).unwrap().question.asker.person;
            assert_eq!(*scope, Scope::Person(author.clone()));
        } else if let Entity::Votes(view) = entity {
            let Scope::Person(voter) = scope else { panic!("{scope} sees votes") };
            assert!(view.questions.iter().all(|id| meeting.questions.has_voted(voter, id)));
        } else {
            let text = serde_json::to_string(entity).unwrap();
            assert!(!text.contains("question declined") || *scope == Scope::Desk, "{scope}: {text}");
        }
    }
}

/// The plan holds nobody who is not entitled, said again in other words; and so does what each person hears.
fn assert_plan_is_right(meeting: &Meeting) {
    let plan = plan::plan(meeting);
    let open = meeting.programme.phase == Phase::Open;
    let present = |id: &PersonId| meeting.presence.present.contains_key(id);
    let turn = meeting.floor.current.as_ref();
    let turn = turn.and_then(|current| Some((current.turn.speaker.as_ref()?, &current.clock)));
    // A point of order has the floor, whoever's turn it is.
    let heard = meeting.points.heard.as_ref().map(|heard| (&heard.speaker, &heard.clock));
    let has_floor = heard.or(turn);
    // What was recorded ahead speaks for the delegation, and none of its people does in the turn.
    let recorded = meeting.floor.current.as_ref().filter(|current| current.turn.prerecorded.is_some());
    let voice =
        recorded.filter(|_| heard.is_none()).map(|current| format!("prerecorded.{}", current.turn.id));
    for id in &plan.floor {
        if voice.as_deref() == Some(id.as_str()) {
            assert!(open && recorded.is_some_and(|current| current.clock.running_since_ms.is_some()));
            assert_eq!(plan.turn.as_ref(), Some(id));
            continue;
        }
        let in_turn = voice.is_none()
            && has_floor.is_some_and(|(who, clock)| who == id && clock.running_since_ms.is_some())
            && meeting.microphones.agreed.contains_key(id)
            && meeting.microphones.closed_in_turn.is_none();
        let opened = meeting.microphones.podium.contains_key(id);
        assert!(!meeting.microphones.muted.contains_key(id), "{id} is heard though muted");
        assert!(open && present(id) && (in_turn || opened), "{id} is live on the floor");
        assert_eq!(plan.turn.as_ref() == Some(id), in_turn, "{id} is live in the turn");
    }
    let mut channels: BTreeMap<&PersonId, &ChannelId> = BTreeMap::new();
    for (channel, carries) in &plan.channels {
        let Carries::Interpretation(id) = carries else { continue };
        let person = meeting.roster.person(id).unwrap();
        let booth = &meeting.interpretation.booths[person.booth.as_ref().unwrap()];
        assert!(booth.on_air.as_ref().is_some_and(|on_air| on_air.person == *id), "{id} is not on air");
        assert!(person.roles.contains(&Role::Interpreter) && present(id) && !plan.floor.contains(id));
        assert!(!meeting.microphones.muted.contains_key(id), "{id} is heard though muted");
        assert_eq!(channels.insert(id, channel), None, "{id} is live on two channels");
    }
    for person in meeting.roster.people() {
        let hearing = plan::hearing(meeting, person).unwrap();
        assert!(
            plan.channels.contains_key(&hearing.channel),
            "{} hears a channel that is not there",
            person.id
        );
        let Some(monitor) = hearing.monitor else { continue };
        let mate = meeting.roster.person(&monitor).unwrap();
        assert!(
            mate.booth == person.booth && mate.id != person.id && person.roles.contains(&Role::Interpreter)
        );
    }
    assert_no_relay_comes_back(meeting);
}

/// From a booth on air to the channel that it takes relay from, to the booth that feeds it, and so on, never back.
fn assert_no_relay_comes_back(meeting: &Meeting) {
    let fed = |id: &BoothId| {
        let plan = meeting.charter.as_ref().unwrap().booths.iter().find(|plan| plan.id == *id).unwrap();
        let booth = &meeting.interpretation.booths[id];
        booth.on_air.as_ref().map(|_| plan.outputs[usize::from(booth.output == Output::B)].clone())
    };
    for start in meeting.interpretation.booths.keys().filter(|id| fed(id).is_some()) {
        let mut at = start.clone();
        for _ in 0..meeting.interpretation.booths.len() {
            let Some(relay) = meeting.interpretation.booths[&at].relayed() else { break };
            let next = meeting.interpretation.booths.keys().find(|id| fed(id).as_ref() == Some(relay));
            let Some(next) = next else { break };
            assert_ne!(next, start, "the booth {start} hears itself");
            at = next.clone();
        }
    }
}

/// Rules that hold at the moment of an event, not of a state: a later charter may set another maximum.
fn assert_lawful(before: &Meeting, recorded: &Recorded, after: &Meeting) {
    if let Event::Speakers(speakers::Event::FloorRequested { request }) = &recorded.event {
        let list = before.speakers.list(&request.list).unwrap();
        let of_seat = |id: &&_| before.speakers.request(id).unwrap().request.delegation == request.delegation;
        let waiting = list.queue.iter().filter(of_seat).count();
        assert!(waiting < usize::from(list.plan.requests_per_delegation_max));
        if let Actor::Person(actor) = &recorded.actor
            && before.roster.seat(actor).is_some()
        {
            let on_motion = list.plan.kind == speakers::ListKind::Motions;
            assert!(list.open || on_motion, "a delegate got onto a closed list");
            assert_eq!(before.roster.seat(actor), Some(&request.delegation));
        }
    }
    for (id, list) in &before.speakers.lists {
        let now = after.speakers.list(id);
        assert!(now.is_none_or(|now| now.queue == list.queue || now.version > list.version));
    }
}

/// Lives through the steps, checking everything after each.
fn live(steps: &[Step]) -> Story {
    let mut story = Story::unconvened();
    let mut audience = Audience::default();
    let mut passages = BTreeMap::new();
    for step in steps {
        if let Step::Wait(millis) = step {
            story = story.after(*millis);
        }
        let Some(intent) = intent(&story.meeting, step) else { continue };
        let (before, logged) = (story.meeting.clone(), story.log.len());
        story = story.intend(&intent);
        if story.outcome().is_err() {
            assert_eq!(story.meeting, before);
        }
        let mut at = before;
        for recorded in &story.log[logged..] {
            let mut next = at.clone();
            next.evolve(recorded);
            assert_lawful(&at, recorded, &next);
            let events = std::slice::from_ref(recorded);
            let changed = audience.follow(&Gathering { before: &at, events, after: &next });
            reword(&mut passages, &at, &next);
            changed.iter().for_each(|scope| assert_no_leak(&next, scope));
            if matches!(recorded.event, Event::Chat(_) | Event::Programme(_)) {
                let touched = view::touched(&at, &recorded.event, &next);
                assert_readers_are_admitted(&next, &view::changes(&at, &touched, &next));
            }
            at = next;
        }
        if at.charter.is_some() {
            assert_plan_is_right(&at);
        }
        assert_reworded(&passages, &at);
        try_undo(&story);
        let spoken =
            at.floor.current.as_ref().map_or(0, |current| current.clock.spoken_ms(story.now_ms - 86_400_000));
        assert!(spoken >= 0);
    }
    story
}

fn stored_and_read(recorded: &Recorded) -> Recorded {
    let event = serde_json::from_str(&serde_json::to_string(&recorded.event).unwrap()).unwrap();
    let actor = serde_json::from_str(&serde_json::to_string(&recorded.actor).unwrap()).unwrap();
    Recorded { event, actor, ..recorded.clone() }
}

proptest! {
    #![proptest_config(courses(150))]

    #[test]
    fn whatever_is_tried_the_meeting_stays_sound_and_every_view_is_right(
        tried in prop::collection::vec(steps(), 1..120),
    ) {
        let begin = [Step::Convene(0), Step::Try(0, true, Attempt::OpenList(0)), Step::Try(0, true, Attempt::OpenList(3))];
        let present: Vec<Step> = (0..PEOPLE.len()).map(|who| Step::Presence(who, true, 0)).collect();
        let story = live(&[begin.as_slice(), &present, &tried].concat());
        let mut replayed = Meeting::default();
        for recorded in &story.log {
            replayed.evolve(&stored_and_read(recorded));
        }
        prop_assert_eq!(replayed, story.meeting);
    }

    #[test]
    fn several_events_taken_together_change_the_view_as_one_by_one(
        tried in prop::collection::vec(steps(), 1..60),
    ) {
        let mut story = Story::unconvened();
        let mut audience = Audience::default();
        for step in [Step::Convene(0), Step::Try(0, true, Attempt::OpenList(0))].iter().chain(&tried) {
            let Some(intent) = intent(&story.meeting, step) else { continue };
            let (before, logged) = (story.meeting.clone(), story.log.len());
            story = story.intend(&intent);
            if story.log.len() > logged {
                let events = &story.log[logged..];
                audience.follow(&Gathering { before: &before, events, after: &story.meeting });
            }
        }
    }
}
