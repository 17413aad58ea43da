//! Whatever is asked of a meeting, in whatever order and by whatever clock, it stays sound, replays and tells
//! everybody what they may see and nothing else.

use std::collections::BTreeMap;

use plenary::meeting::Meeting;
use plenary::meeting::charter::Charter;
use plenary::meeting::command::{Actor, Command, Housekeeping, Intent};
use plenary::meeting::event::{Event, Recorded};
use plenary::meeting::ids::Millis;
use plenary::meeting::people::{Category, Presence, Role};
use plenary::meeting::speakers::{self, ListKind};
use plenary::meeting::view::{self, Change, Entity, Scope};
use proptest::prelude::*;

use crate::harness::{Story, name_of};
use crate::sample::{PEOPLE, charter, delegation, id, list, person};
use crate::words::*;

/// Something that may be tried. Numbers name a request, a turn, a list by its place among those there are.
#[derive(Debug, Clone)]
enum Step {
    Wait(Millis),
    Presence(usize, bool),
    Convene(usize),
    ReachLimit(bool),
    Try(usize, Attempt),
}

#[derive(Debug, Clone)]
enum Attempt {
    OpenSession,
    Suspend,
    Resume,
    Close,
    OpenList(usize),
    CloseList(usize),
    Request(usize, usize),
    Add(usize, usize),
    Withdraw(usize),
    Decline(usize),
    Call(usize),
    PassOver(usize),
    ToWritten(usize),
    Move(usize, u16, bool),
    Give(usize, bool),
    Finish(bool),
    Stop(bool),
    Extend(bool, Millis),
    Choose(usize),
    Write(usize),
}

fn attempts() -> impl Strategy<Value = Attempt> {
    use Attempt as A;
    let n = || 0..12_usize;
    prop_oneof![
        3 => Just(A::OpenSession),
        1 => Just(A::Suspend),
        2 => Just(A::Resume),
        1 => prop::bool::weighted(0.2).prop_map(|ends| if ends { A::Close } else { A::Resume }),
        4 => n().prop_map(A::OpenList),
        1 => n().prop_map(A::CloseList),
        14 => (n(), n()).prop_map(|(list, language)| A::Request(list, language)),
        6 => (n(), n()).prop_map(|(list, delegation)| A::Add(list, delegation)),
        2 => n().prop_map(A::Withdraw),
        2 => n().prop_map(A::Decline),
        3 => n().prop_map(A::Call),
        3 => n().prop_map(A::PassOver),
        2 => n().prop_map(A::ToWritten),
        4 => (n(), 0..6_u16, prop::bool::weighted(0.8)).prop_map(|(which, to, fresh)| A::Move(which, to, fresh)),
        8 => (n(), prop::bool::weighted(0.8)).prop_map(|(which, fresh)| A::Give(which, fresh)),
        2 => any::<bool>().prop_map(A::Finish),
        2 => any::<bool>().prop_map(A::Stop),
        2 => (any::<bool>(), -1..200_000_i64).prop_map(|(fresh, by_ms)| A::Extend(fresh, by_ms)),
        2 => n().prop_map(A::Choose),
        2 => n().prop_map(A::Write),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    let people = || 0..PEOPLE.len() + 1;
    // Half of all commands come from the chair, the moderator and the secretariat, so that something happens.
    let actor = prop_oneof![0..3_usize, people()];
    prop_oneof![
        3 => prop_oneof![0..400_000_i64, -60_000..0_i64].prop_map(Step::Wait),
        3 => (people(), any::<bool>()).prop_map(|(who, comes)| Step::Presence(who, comes)),
        1 => (0..3_usize).prop_map(Step::Convene),
        2 => any::<bool>().prop_map(Step::ReachLimit),
        24 => (actor, attempts()).prop_map(|(who, attempt)| Step::Try(who, attempt)),
    ]
}

/// The sample, and two revisions of it.
fn charter_in_version(version: usize) -> Charter {
    let mut charter = charter();
    if version == 1 {
        charter.delegations.retain(|seat| seat.id.as_str() != "tunisia");
        charter.delegations.push(delegation("league", Category::Igo));
        charter.people.retain(|person| person.id.as_str() != "carol");
        charter.channels.pop();
        charter.lists.pop();
        charter.lists.push(list("questions", ListKind::Questions, 30_000, 1));
    }
    if version == 2 {
        charter.lists[0].requests_per_delegation_max = 3;
    }
    let replaced: &[(&str, &[Role], Option<&str>, &str)] = match version {
        1 => &[
            ("bob", &[Role::Delegate], Some("egypt"), "fr"),
            ("ivan", &[Role::Moderator, Role::Interpreter], None, "ar"),
            ("clara", &[Role::Interpreter], None, "en"),
        ],
        2 => &[("adam", &[Role::Display], Some("egypt"), "en"), ("rita", &[Role::Technician], None, "ar")],
        _ => &[],
    };
    for (name, roles, seat, language) in replaced {
        let place = charter.people.iter().position(|person| person.id.as_str() == *name).unwrap();
        charter.people[place] = person(name, roles, *seat, language);
    }
    charter
}

fn who(number: usize) -> &'static str {
    PEOPLE.get(number).map_or("stranger", |(name, ..)| name)
}

fn intent(meeting: &Meeting, step: &Step) -> Option<Intent> {
    Some(match step {
        Step::Wait(_) => return None,
        Step::Presence(number, comes) => {
            let person = id(who(*number));
            let presence = if *comes { Presence::Arrive(person) } else { Presence::Leave(person) };
            Intent::Server(Housekeeping::Presence(presence))
        }
        Step::Convene(version) => {
            Intent::Server(Housekeeping::Convene(Box::new(charter_in_version(*version))))
        }
        Step::ReachLimit(fresh) => Intent::Server(reach_limit(&turn(meeting, *fresh))),
        Step::Try(number, attempt) => Intent::Participant(id(who(*number)), command(meeting, attempt)),
    })
}

fn command(meeting: &Meeting, attempt: &Attempt) -> Command {
    let list = |n: &usize| ["main", "main", "main", "reply", "reply", "questions", "none"][n % 7];
    let request = |n: &usize| {
        let ids: Vec<_> = meeting.speakers.requests.keys().collect();
        ids.get(n % (ids.len() + 1)).map_or("r999999".to_owned(), ToString::to_string)
    };
    match attempt {
        Attempt::OpenSession => open_session(),
        Attempt::Suspend => suspend_session("technical stop"),
        Attempt::Resume => resume_session(),
        Attempt::Close => close_session(),
        Attempt::OpenList(n) => open_list(list(n)),
        Attempt::CloseList(n) => close_list(list(n)),
        Attempt::Request(n, language) => {
            request_floor_in(list(n), ["ar", "en", "fr", "zz"][language % 4], "group")
        }
        Attempt::Add(n, of) => {
            add_request(list(n), ["egypt", "lebanon", "tunisia", "league", "nobody"][of % 5])
        }
        Attempt::Withdraw(n) => withdraw(&request(n)),
        Attempt::Decline(n) => {
            let seat =
                meeting.speakers.request(&id(&request(n))).map(|entry| entry.request.delegation.clone());
            let seat = seat.map_or("nobody".to_owned(), |seat| seat.to_string());
            decline(&request(n), &format!("declined: {seat}"))
        }
        Attempt::Call(n) => call(&request(n)),
        Attempt::PassOver(n) => pass_over(&request(n)),
        Attempt::ToWritten(n) => to_written(&request(n)),
        Attempt::Move(n, to_place, fresh) => {
            let entry = meeting.speakers.request(&id(&request(n)));
            let list = entry.and_then(|entry| meeting.speakers.list(&entry.request.list));
            let version = list.map_or(0, |list| list.version) + u32::from(!fresh);
            move_to(&request(n), *to_place, version, "moved: balance")
        }
        Attempt::Give(n, fresh) => {
            let seen = meeting.floor.turn().map(|turn| turn.to_string()).filter(|_| *fresh);
            give_floor(&request(n), seen.as_deref())
        }
        Attempt::Finish(fresh) => finish_turn(&turn(meeting, *fresh)),
        Attempt::Stop(fresh) => stop_turn(&turn(meeting, *fresh)),
        Attempt::Extend(fresh, by_ms) => extend_turn(&turn(meeting, *fresh), *by_ms),
        Attempt::Choose(n) => choose_channel(["floor", "ar", "en", "fr", "none"][n % 5]),
        Attempt::Write(n) => send_message(["Good morning", " ", "\u{7}"][n % 3]),
    }
}

fn turn(meeting: &Meeting, fresh: bool) -> String {
    meeting.floor.turn().filter(|_| fresh).map_or("t999999".to_owned(), |turn| turn.to_string())
}

/// What a page keeps: entities by their name on the wire.
type Store = BTreeMap<(String, String), Entity>;

fn key_of(entity: &Entity) -> (String, String) {
    let name = name_of(entity);
    (name.kind, name.id)
}

fn take_over(store: &mut Store, change: &Change) {
    let name = change.key.entity_ref();
    match &change.entity {
        Some(entity) => {
            assert_eq!(name_of(entity), name, "an entity bears the name of its key");
            store.insert((name.kind, name.id), entity.clone());
        }
        None => drop(store.remove(&(name.kind, name.id))),
    }
}

fn afresh(meeting: &Meeting, scope: &Scope) -> Store {
    view::snapshot(meeting, scope).into_iter().map(|entity| (key_of(&entity), entity)).collect()
}

/// Everybody's view, built up from the changes alone; and that of one page that follows several scopes.
#[derive(Default)]
struct Audience {
    scopes: BTreeMap<Scope, Store>,
    secretariat: Store,
}

impl Audience {
    fn follow(&mut self, before: &Meeting, event: &Event, after: &Meeting) {
        let changes = view::changes(before, &view::touched(before, event, after), after);
        let sam = after.roster.person(&id("sam")).map(view::scopes).unwrap_or_default();
        for change in &changes {
            take_over(self.scopes.entry(change.scope.clone()).or_default(), change);
            if sam.contains(&change.scope) {
                take_over(&mut self.secretariat, change);
            }
        }
        for scope in all_scopes(before, after) {
            let built = self.scopes.entry(scope.clone()).or_default();
            assert_eq!(*built, afresh(after, &scope), "the view of {scope} after {}", event.tag());
        }
        let whole: Store = sam.iter().flat_map(|scope| afresh(after, scope)).collect();
        assert_eq!(self.secretariat, whole, "the page of the secretariat after {}", event.tag());
    }
}

fn all_scopes(before: &Meeting, after: &Meeting) -> Vec<Scope> {
    let people = [before, after].into_iter().flat_map(|meeting| meeting.roster.people());
    let seats = [before, after].into_iter().flat_map(|meeting| meeting.roster.delegations());
    let seats = seats.map(|seat| Scope::Delegation(seat.id.clone()));
    let own = people.map(|person| Scope::Person(person.id.clone()));
    [Scope::Everyone, Scope::Desk, Scope::Booths].into_iter().chain(seats).chain(own).collect()
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
    for entity in shown {
        let fits = match (&entity, scope) {
            (Entity::You(you), Scope::Person(person)) => you.id == *person,
            (Entity::Standing(_), Scope::Delegation(_)) | (Entity::Move(_), Scope::Desk) => true,
            (Entity::Official(official), Scope::Everyone | Scope::Booths) => {
                let unseen =
                    official.roles.iter().all(|role| matches!(role, Role::Interpreter | Role::Technician));
                unseen == (*scope == Scope::Booths)
            }
            (Entity::Request(request), Scope::Everyone) => {
                !["withdrawn", "declined", "lapsed"].contains(&request.state.to_string().as_str())
            }
            (
                Entity::Session(_)
                | Entity::Floor(_)
                | Entity::List(_)
                | Entity::Delegation(_)
                | Entity::Attendance(_)
                | Entity::Channel(_)
                | Entity::Message(_),
                Scope::Everyone,
            ) => true,
            _ => false,
        };
        assert!(fits, "{scope} sees {entity:?}");
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
            assert!(list.open, "a delegate got onto a closed list");
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
            audience.follow(&at, &recorded.event, &next);
            at = next;
        }
        all_scopes(&at, &at).iter().for_each(|scope| assert_no_leak(&at, scope));
        let spoken =
            at.floor.current.as_ref().map_or(0, |current| current.spoken_ms(story.now_ms - 86_400_000));
        assert!(spoken >= 0);
    }
    story
}

fn stored_and_read(recorded: &Recorded) -> Recorded {
    let event = serde_json::from_str(&serde_json::to_string(&recorded.event).unwrap()).unwrap();
    let actor = serde_json::from_str(&serde_json::to_string(&recorded.actor).unwrap()).unwrap();
    Recorded { event, actor, ..recorded.clone() }
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn whatever_is_tried_the_meeting_stays_sound_and_every_view_is_right(
        tried in prop::collection::vec(steps(), 1..80),
    ) {
        let begin = [Step::Convene(0), Step::Try(0, Attempt::OpenList(0)), Step::Try(0, Attempt::OpenList(3))];
        let story = live(&[begin.as_slice(), &tried].concat());
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
        let mut built: BTreeMap<Scope, Store> = BTreeMap::new();
        for step in [Step::Convene(0), Step::Try(0, Attempt::OpenList(0))].iter().chain(&tried) {
            let Some(intent) = intent(&story.meeting, step) else { continue };
            let (before, logged) = (story.meeting.clone(), story.log.len());
            story = story.intend(&intent);
            let mut at = before.clone();
            let mut touched = std::collections::BTreeSet::new();
            for recorded in &story.log[logged..] {
                let mut next = at.clone();
                next.evolve(recorded);
                touched.extend(view::touched(&at, &recorded.event, &next));
                at = next;
            }
            for change in view::changes(&before, &touched, &at) {
                take_over(built.entry(change.scope.clone()).or_default(), &change);
            }
            for scope in all_scopes(&before, &at) {
                prop_assert_eq!(built.entry(scope.clone()).or_default(), &afresh(&at, &scope));
            }
        }
    }
}
