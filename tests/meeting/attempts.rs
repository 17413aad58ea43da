//! What may be tried of a meeting, sensible and not, as chance has it.

use plenary::meeting::charter::{Charter, MicrophonePolicy, Region, SessionKind};
use plenary::meeting::command::{Command, Housekeeping, Intent};
use plenary::meeting::follow::Change;
use plenary::meeting::hall::chat;
use plenary::meeting::procedure::points_of_order::{self, Ruling};
use plenary::meeting::procedure::presence::Presence;
use plenary::meeting::procedure::rules::{Profile, Rules, TimeMode};
use plenary::meeting::procedure::speakers::{self, ListKind};
use plenary::meeting::procedure::{floor, motions, schedule, seats};
use plenary::meeting::sound::interpretation::{Pending, Unstaffed};
use plenary::meeting::sound::microphones::Reported;
use plenary::meeting::statements::prerecorded::{self, HandedIn};
use plenary::meeting::statements::texts;
use plenary::meeting::{Meeting, access};
use plenary::terms::ids::{Millis, PersonId, RequestId};
use plenary::terms::people::{Category, Gender, Person, Position, Rank, Role};
use proptest::prelude::*;

use crate::list_attempts::{self, ListAct, attempts_at_lists};
use crate::panel_attempts::{self, OnPanel, attempts_on_panel};
use crate::poll_attempts::{self, Ask, attempts_to_ask};
use crate::sample::{MINUTE_MS, PEOPLE, START_MS, charter, delegation, id, list, person, wording};
use crate::sound_attempts::{self, Sound, attempts_at_sound, is_concerned, pending};
use crate::words::*;

/// Something that may be tried. Numbers name a request, a turn, a list by its place among those there are.
#[derive(Debug, Clone)]
pub enum Step {
    Wait(Millis),
    Presence(usize, bool, usize),
    /// Whether sound comes from a person's microphone.
    Microphone(usize, bool, usize),
    /// The recorder reports that so many channels are recorded as silence.
    RecordsSilence(usize),
    /// The timer of a list's inscription window.
    Inscription(usize),
    /// The timer of a handover: of the one under way, or a stale one.
    Handover(bool),
    Convene(usize),
    /// The conference changes a seat.
    Seat(usize, usize),
    /// The conference changes the session's time or title.
    Schedule(usize, usize),
    /// What is announced to the whole conference is another, or nothing.
    Announcement(usize),
    ReachLimit(bool),
    Cut(bool),
    /// A statement is handed in: for which request that waits, by whom, how long.
    HandIn(usize, usize, Millis),
    /// A text of one is handed in as a file: likewise.
    HandInText(usize, usize),
    /// The end of the statement that is played, or of a stale one.
    EndPrerecorded(bool),
    ReachPointLimit(bool),
    ClosePoll(bool),
    /// By somebody who may, or by anybody.
    Try(usize, bool, Attempt),
}

#[derive(Debug, Clone)]
pub enum Attempt {
    OpenSession,
    Suspend,
    Resume,
    Close,
    Reopen(bool),
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
    Lists(ListAct),
    Give(usize, bool),
    Finish(bool),
    Stop(bool),
    Extend(bool, Millis),
    Halt(bool),
    GoOn(bool),
    Raise,
    WithdrawPoint(usize),
    Recognise(usize),
    Rule(usize, usize),
    Appeal(usize),
    DecideAppeal(usize, [u16; 3]),
    Motion(usize, usize, [u16; 3]),
    Undo(bool),
    Choose(usize),
    Sound(Sound),
    Write(usize, usize),
    /// Which act, on which message or room.
    Order(usize, usize, usize),
    Panel(OnPanel),
    Ask(Ask),
    /// Who speaks in the turn.
    OfTurn(usize),
}

fn attempts() -> impl Strategy<Value = Attempt> {
    use Attempt as A;
    let n = || 0..12_usize;
    let fresh = || prop::bool::weighted(0.85);
    prop_oneof![
        2 => Just(A::OpenSession),
        1 => Just(A::Suspend),
        2 => Just(A::Resume),
        1 => prop::bool::weighted(0.3).prop_map(|ends| if ends { A::Close } else { A::Resume }),
        2 => fresh().prop_map(A::Reopen),
        2 => n().prop_map(A::OpenList),
        1 => n().prop_map(A::CloseList),
        14 => (n(), n()).prop_map(|(list, language)| A::Request(list, language)),
        6 => (n(), n()).prop_map(|(list, delegation)| A::Add(list, delegation)),
        2 => n().prop_map(A::Withdraw),
        2 => n().prop_map(A::Decline),
        3 => n().prop_map(A::Call),
        3 => n().prop_map(A::PassOver),
        2 => n().prop_map(A::ToWritten),
        4 => (n(), 0..6_u16, fresh()).prop_map(|(which, to, fresh)| A::Move(which, to, fresh)),
        20 => attempts_at_lists().prop_map(A::Lists),
        8 => (n(), fresh()).prop_map(|(which, fresh)| A::Give(which, fresh)),
        2 => fresh().prop_map(A::Finish),
        1 => fresh().prop_map(A::Stop),
        2 => (fresh(), -1..200_000_i64).prop_map(|(fresh, by_ms)| A::Extend(fresh, by_ms)),
        2 => fresh().prop_map(A::Halt),
        3 => fresh().prop_map(A::GoOn),
        4 => Just(A::Raise),
        1 => n().prop_map(A::WithdrawPoint),
        5 => n().prop_map(A::Recognise),
        4 => (n(), n()).prop_map(|(which, how)| A::Rule(which, how)),
        3 => n().prop_map(A::Appeal),
        3 => (n(), [0..3_u16, 0..3_u16, 0..3_u16]).prop_map(|(which, votes)| A::DecideAppeal(which, votes)),
        16 => (0..10_usize, n(), [0..3_u16, 0..3_u16, 0..3_u16]).prop_map(|(act, which, votes)| A::Motion(act, which, votes)),
        6 => fresh().prop_map(A::Undo),
        2 => n().prop_map(A::Choose),
        6 => (n(), n()).prop_map(|(words, room)| A::Write(words, room)),
        10 => (0..16_usize, 0..40_usize, n()).prop_map(|(act, which, room)| A::Order(act, which, room)),
        30 => attempts_on_panel().prop_map(A::Panel),
        26 => attempts_to_ask().prop_map(A::Ask),
        2 => n().prop_map(A::OfTurn),
    ]
}

pub fn steps() -> impl Strategy<Value = Step> {
    let people = || 0..PEOPLE.len() + 1;
    let fitting = || prop::bool::weighted(0.9);
    prop_oneof![
        3 => prop_oneof![0..400_000_i64, -60_000..0_i64].prop_map(Step::Wait),
        4 => (people(), prop::bool::weighted(0.7), 0..2_usize)
            .prop_map(|(who, comes, node)| Step::Presence(who, comes, node)),
        3 => (people(), prop::bool::weighted(0.7), 0..2_usize)
            .prop_map(|(who, comes, node)| Step::Microphone(who, comes, node)),
        1 => (0..4_usize).prop_map(Step::RecordsSilence),
        2 => (0..12_usize).prop_map(Step::Inscription),
        3 => prop::bool::weighted(0.8).prop_map(Step::Handover),
        1 => (0..3_usize).prop_map(Step::Convene),
        2 => (0..12_usize, 0..12_usize).prop_map(|(what, who)| Step::Seat(what, who)),
        2 => (0..12_usize, 0..12_usize).prop_map(|(what, when)| Step::Schedule(what, when)),
        1 => (0..3_usize).prop_map(Step::Announcement),
        2 => prop::bool::weighted(0.8).prop_map(Step::ReachLimit),
        2 => prop::bool::weighted(0.8).prop_map(Step::Cut),
        3 => (0..12_usize, 0..PEOPLE.len(), 500..200_000_i64)
            .prop_map(|(which, who, length)| Step::HandIn(which, who, length)),
        3 => (0..12_usize, 0..PEOPLE.len()).prop_map(|(which, who)| Step::HandInText(which, who)),
        2 => prop::bool::weighted(0.8).prop_map(Step::EndPrerecorded),
        2 => prop::bool::weighted(0.8).prop_map(Step::ReachPointLimit),
        2 => prop::bool::weighted(0.8).prop_map(Step::ClosePoll),
        24 => (people(), fitting(), attempts()).prop_map(|(who, fits, attempt)| Step::Try(who, fits, attempt)),
        20 => (people(), fitting(), attempts_at_sound().prop_map(Attempt::Sound))
            .prop_map(|(who, fits, attempt)| Step::Try(who, fits, attempt)),
    ]
}

/// Lists that are named, the main one most often; the last there is not.
const LISTS: [&str; 9] = ["main", "main", "main", "main", "main", "reply", "reply", "questions", "none"];

/// Rooms that are written in, the main one most often; the last there is not.
const ROOMS: [&str; 14] = [
    "line-booth-arabic",
    "line-technicians",
    "main",
    "main",
    "booth-arabic",
    "interpreters",
    "technicians",
    "delegation-egypt",
    "secretariat-egypt",
    "desk",
    "direct-alice.bob",
    "direct-clara.ivan",
    "booth-french",
    "none",
];

/// An act on a message, a room or a person. What is written says in which room, whatever becomes of it.
fn keep_order(meeting: &Meeting, act: usize, which: usize, room: &str) -> Command {
    let rooms = meeting.chat.rooms.values();
    let messages: Vec<String> = rooms
        .flat_map(|state| {
            let posted = state.posted.iter().map(|posted| posted.message.id.to_string());
            posted.chain(state.held.keys().map(ToString::to_string)).collect::<Vec<_>>()
        })
        .collect();
    let message = which.checked_rem(messages.len()).map_or("m999999", |place| messages[place].as_str());
    let of = meeting.chat.posted(&id(message)).map_or(room.to_owned(), |(room, ..)| room.id().to_string());
    let person = ["olga", "alice", "ivan", "clara", "nobody"][which % 5];
    match act {
        0 => reply_in(&of, &format!("in the room {of}"), message),
        1 => edit_message(message, &format!("in the room {of} ")),
        2 | 3 => delete_message(message, "off topic"),
        4 => pin_message(message),
        5 => unpin_message(message),
        6 => set_slow_mode(room, [0, 30_000, 1][which % 3]),
        7 => set_pre_moderation("main", which.is_multiple_of(2)),
        8 => set_pre_moderation(room, which.is_multiple_of(2)),
        9 => approve_message(message),
        10 => decline_message(message, "off topic"),
        11 => close_room(room),
        12 => reopen_room(room),
        13 if which.is_multiple_of(2) => mute_person(person, "off topic"),
        13 => unmute_person(person),
        14 => announce(&[("en", "Lunch is served"), ("ar", "الغداء")]),
        _ => {
            let known: Vec<_> = meeting.chat.all_announcements().map(|one| one.id.to_string()).collect();
            take_down(known.get(which % known.len().max(1)).map_or("n999999", String::as_str))
        }
    }
}

/// A change of a seat that the conference has made: of somebody of a delegation, of one who was added, or of nobody.
fn seat_changes(what: usize, who: usize) -> Change {
    let name = ["alice", "adam", "bob", "badr", "carol", "nora", "omar", "nobody"][who % 8];
    let (id_of, version) = (id(name), None);
    Change::Seat(match what % 4 {
        0 => {
            // Whoever is known the conference seats no second time; what it says of somebody of the charter counts for nothing.
            let other = ["egypt", "lebanon", "tunisia", "none"][who % 4];
            let (name, seat) = [("nora", "egypt"), ("omar", "lebanon"), ("bob", other)][who % 3];
            let person = person(name, &[Role::Delegate], Some(seat), "en");
            seats::Event::PersonSeated { person: Box::new(person) }
        }
        1 => {
            let position = [Position::Head, Position::Expert][who % 2];
            seats::Event::SeatChanged { person: id_of, position, rank: None, version }
        }
        2 => {
            let (language, name) = (id("en"), ["Mr. X", "Ms. Y"][who % 2].to_owned());
            seats::Event::NameCorrected { person: id_of, language, name, version }
        }
        _ => seats::Event::PersonWithdrawn { person: id_of },
    })
}

/// Who speaks in a turn is named.
fn of_turn(meeting: &Meeting, who: usize) -> Command {
    let person = ["alice", "adam", "bob", "badr", "carol", "nora", "omar", "clara", "nobody"][who % 9];
    let turn = meeting.floor.turn().map_or("t999999".to_owned(), |turn| turn.to_string());
    name_turn_speaker(&turn, person)
}

/// A change of the session's time or title that the conference has made, also to what it is.
fn schedule_changes(what: usize, when: usize) -> Change {
    let starts_at_ms = START_MS + [0, 0, 30, -10][when % 4] * MINUTE_MS;
    let (reason, version) = (["", "late"][when % 2].to_owned(), None);
    Change::Schedule(match what % 6 {
        0..=2 => {
            let ends_at_ms = starts_at_ms + [45, 60, 10][what % 3] * MINUTE_MS;
            schedule::Event::SessionRescheduled { starts_at_ms, ends_at_ms, reason, version }
        }
        3 => schedule::Event::SessionDelayed { reason, version },
        4 => schedule::Event::SessionCancelled { reason, version },
        _ => {
            let (language, title) = (id(["ar", "en"][when % 2]), ["Opening", "Closing"][what % 2].to_owned());
            schedule::Event::TitleCorrected { language, title, version }
        }
    })
}

/// The sample, and two revisions of it.
fn charter_in_version(version: usize) -> Charter {
    let mut charter = charter();
    if version == 0 {
        charter.session.kind = SessionKind::RoundTable;
    }
    if version == 1 {
        charter.direct_messages = false;
        charter.delegations.retain(|seat| seat.id.as_str() != "tunisia");
        charter.delegations.push(delegation("league", Category::Igo));
        charter.people.retain(|person| person.id.as_str() != "carol");
        charter.channels.pop();
        charter.lists.pop();
        charter.lists.push(list("questions", ListKind::Questions, 30_000, 1));
    }
    if version == 1 {
        // The Arabic booth no longer works both ways, and a booth is gone.
        charter.booths.retain(|booth| booth.id.as_str() != "french");
        charter.booths[0].outputs.pop();
        charter.people.retain(|person| person.id.as_str() != "fay");
    }
    if version == 2 {
        charter.lists[0].opens_at_ms = Some(START_MS + 60_000);
        charter.lists[0].closes_at_ms = Some(START_MS + 600_000);
        charter.delegations[0].region = Some("nile".to_owned());
        charter.regions.push(Region { id: "nile".to_owned(), name: wording("Nile") });
        charter.lists[0].requests_per_delegation_max = 3;
        charter.session.kind = SessionKind::Panel;
        charter.people.retain(|person| person.id.as_str() != "paul");
        charter.session.microphones = Some(MicrophonePolicy::OpenStage);
        let (profile, time_mode) = (Profile::GeneralAssembly, TimeMode::AutomaticCut);
        charter.session.rules = Some(Rules { profile, time_mode, ..Rules::default() });
        charter.channels[2].unstaffed = Unstaffed::Silence;
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
    if version != 1 {
        for (person, (rank, gender)) in charter.people.iter_mut().skip(4).zip([
            (Some(Rank::Minister), Some(Gender::Female)),
            (Some(Rank::HeadOfDelegation), None),
            (Some(Rank::HeadOfState), Some(Gender::Male)),
        ]) {
            (person.rank, person.gender) = (rank, gender);
        }
    }
    charter
}

/// Where somebody comes or is heard.
const NODES: [Option<&str>; 2] = [None, Some("b")];

pub fn who(number: usize) -> &'static str {
    PEOPLE.get(number).map_or("stranger", |(name, ..)| name)
}

pub fn intent(meeting: &Meeting, step: &Step) -> Option<Intent> {
    Some(match step {
        Step::Wait(_) => return None,
        Step::Presence(number, comes, node) => {
            let (person, node) = (id(who(*number)), NODES[*node].map(id));
            let presence =
                if *comes { Presence::Arrive(person, node) } else { Presence::Leave(person, node) };
            Intent::Server(Housekeeping::Presence(presence))
        }
        Step::Convene(version) => Intent::Server(convene(charter_in_version(*version))),
        Step::Seat(what, who) => Intent::Server(follow(seat_changes(*what, *who))),
        Step::Schedule(what, when) => Intent::Server(follow(schedule_changes(*what, *when))),
        Step::Announcement(which) => {
            let announcement = [None, Some(("c1", "Lunch is served")), Some(("c2", "Coffee"))][which % 3];
            Intent::Server(follow(stands_in_conference(announcement)))
        }
        Step::RecordsSilence(channels) => {
            Intent::Server(records_silence(&["floor", "ar", "gone"][..*channels]))
        }
        Step::Microphone(number, connected, node) => {
            let (person, node) = (id(who(*number)), NODES[*node].map(id));
            let reported = Reported { person, connected: *connected, node };
            Intent::Server(Housekeeping::Microphone(reported))
        }
        Step::Inscription(n) => Intent::Server(inscription(LISTS[n % LISTS.len()])),
        Step::Handover(fresh) => {
            let pending = pending(meeting).filter(|_| *fresh);
            let of = |pending: &Pending| pending.handover.id.clone();
            Intent::Server(match pending {
                Some(pending) if pending.accepted_at_ms.is_some() => {
                    Housekeeping::CompleteHandover(of(pending))
                }
                Some(pending) => Housekeeping::ExpireHandover(of(pending)),
                None => expire_handover("h999999"),
            })
        }
        Step::ReachLimit(fresh) => Intent::Server(reach_limit(&turn(meeting, *fresh))),
        Step::HandIn(n, number, length_ms) => {
            let (person, request) = handing_in(meeting, *n, *number);
            let statement = statement("c1", *length_ms);
            Intent::Server(Housekeeping::Prerecorded(HandedIn { person, request, statement }))
        }
        Step::HandInText(n, number) => {
            let (person, request) = handing_in(meeting, *n, *number);
            let content = if n % 2 == 0 { "f1" } else { "f2" };
            let text = format!("confidential: {request}");
            Intent::Server(hand_in_text(person.as_str(), request.as_str(), &text, content))
        }
        Step::EndPrerecorded(fresh) => Intent::Server(end_prerecorded(&turn(meeting, *fresh))),
        Step::Cut(fresh) => Intent::Server(Housekeeping::CutTurn(id(&turn(meeting, *fresh)))),
        Step::ReachPointLimit(fresh) => {
            let heard = meeting.points.heard.as_ref().filter(|_| *fresh).map(|heard| heard.point.clone());
            Intent::Server(Housekeeping::ReachPointLimit(heard.unwrap_or_else(|| id("p999999"))))
        }
        Step::ClosePoll(fresh) => {
            let open = meeting.polls.open.clone().filter(|_| *fresh);
            Intent::Server(Housekeeping::ClosePoll(open.unwrap_or_else(|| id("v999999"))))
        }
        Step::Try(number, fitting, attempt) => {
            let command = command(meeting, attempt);
            let able = if *fitting { who_may(meeting, &command, *number) } else { None };
            let able = author_of(meeting, &command).filter(|_| *fitting && number % 2 == 0).or(able);
            Intent::Participant(able.unwrap_or_else(|| id(who(*number))), command)
        }
    })
}

/// Who hands something in for a statement, mostly of the delegation, and for which request.
fn handing_in(meeting: &Meeting, which: usize, number: usize) -> (PersonId, RequestId) {
    let entries = meeting.speakers.requests.iter();
    let waiting: Vec<RequestId> =
        entries.filter(|(_, entry)| entry.state.is_waiting()).map(|(id, _)| id.clone()).collect();
    let request = which.checked_rem(waiting.len()).map_or(id("r999999"), |place| waiting[place].clone());
    let seat = meeting.speakers.request(&request).map(|entry| entry.request.delegation.clone());
    let mut people = meeting.roster.people();
    let own = people.find(|person| which > 2 && person.delegation == seat && seat.is_some());
    (own.map_or(id(who(number)), |person| person.id.clone()), request)
}

/// Who wrote the message that somebody is to edit or delete.
fn author_of(meeting: &Meeting, command: &Command) -> Option<PersonId> {
    let Command::Chat(
        chat::Command::EditMessage { message, .. } | chat::Command::DeleteMessage { message, .. },
    ) = command
    else {
        return None;
    };
    let posted = meeting.chat.posted(message).map(|(.., posted)| &posted.message.author);
    let author = posted.or(meeting.chat.held(message).map(|(_, held)| &held.message.author));
    author.map(|author| author.person.clone())
}

/// One of those who may give a command, and where it concerns a request or a turn, from its seat.
fn who_may(meeting: &Meeting, command: &Command, number: usize) -> Option<PersonId> {
    let seat = match command {
        Command::Speakers(
            speakers::Command::WithdrawRequest { request } | speakers::Command::NameSpeaker { request, .. },
        )
        | Command::Texts(
            texts::Command::GiveText { request, .. } | texts::Command::TakeBackText { request, .. },
        )
        | Command::Prerecorded(prerecorded::Command::TakeBackPrerecorded { request }) => {
            meeting.speakers.request(request).map(|entry| &entry.request.delegation)
        }
        Command::Floor(floor::Command::FinishTurn { .. } | floor::Command::SpeakForTurn { .. }) => {
            meeting.floor.current.as_ref().map(|current| &current.turn.delegation)
        }
        Command::PointsOfOrder(points_of_order::Command::WithdrawPointOfOrder { point }) => {
            meeting.points.entry(point).map(|entry| &entry.point.delegation)
        }
        Command::Motions(motions::Command::WithdrawMotion { motion }) => {
            meeting.motions.entry(motion).and_then(|entry| entry.motion.delegation.as_ref())
        }
        Command::Speakers(_)
        | Command::Prerecorded(_)
        | Command::Motions(_)
        | Command::Floor(_)
        | Command::PointsOfOrder(_)
        | Command::Undo(_)
        | Command::Programme(_)
        | Command::Microphones(_)
        | Command::Interpretation(_)
        | Command::Recording(_)
        | Command::Help(_)
        | Command::Chat(_)
        | Command::Questions(_)
        | Command::Panel(_)
        | Command::Polls(_)
        | Command::RunSheet(_)
        | Command::Captions(_)
        | Command::Notes(_) => None,
    };
    let asker = panel_attempts::asker(meeting, command);
    let fits = |person: &&Person| {
        asker.as_ref().is_none_or(|asker| person.id == *asker)
            && access::may(person, command)
            && seat.is_none_or(|seat| person.delegation.as_ref() == Some(seat))
            && is_concerned(meeting, person, command)
    };
    let able: Vec<&Person> = meeting.roster.people().filter(fits).collect();
    able.get(number.checked_rem(able.len())?).map(|person| person.id.clone())
}

fn command(meeting: &Meeting, attempt: &Attempt) -> Command {
    let list = |n: &usize| LISTS[n % LISTS.len()];
    // Mostly one that waits; sometimes one of the past, or none that there is.
    let request = |n: &usize| {
        let entries = meeting.speakers.requests.iter();
        let ids: Vec<_> =
            entries.filter(|(_, entry)| *n > 9 || entry.state.is_waiting()).map(|(id, _)| id).collect();
        let place = n.checked_rem(ids.len()).filter(|_| *n != 9);
        place.map_or("r999999".to_owned(), |place| ids[place].to_string())
    };
    match attempt {
        Attempt::OpenSession => open_session(),
        Attempt::Suspend => suspend_session("technical stop"),
        Attempt::Resume => resume_session(),
        Attempt::Close => close_session(),
        Attempt::Reopen(fresh) => reopen(meeting, *fresh),
        Attempt::OpenList(n) => open_list(list(n)),
        Attempt::CloseList(n) => close_list(list(n)),
        Attempt::Request(n, language) => {
            request_floor_in(list(n), ["ar", "en", "fr", "ar", "en", "fr", "zz"][language % 7], "group")
        }
        Attempt::Add(n, of) => {
            add_request(list(n), ["egypt", "lebanon", "tunisia", "league", "nobody"][of % 5])
        }
        Attempt::Withdraw(n) => withdraw(&request(n)),
        Attempt::Decline(n) => decline_it(meeting, &request(n)),
        Attempt::Call(n) => call(&request(n)),
        Attempt::PassOver(n) => pass_over(&request(n)),
        Attempt::ToWritten(n) => to_written(&request(n)),
        Attempt::Move(n, to_place, fresh) => {
            let entry = meeting.speakers.request(&id(&request(n)));
            let list = entry.and_then(|entry| meeting.speakers.list(&entry.request.list));
            let version = list.map_or(0, |list| list.version) + u32::from(!fresh);
            move_to(&request(n), *to_place, version, "moved: balance")
        }
        Attempt::Lists(attempt) => list_attempts::command(meeting, attempt, &request, &list),
        Attempt::Give(n, fresh) => {
            let seen = meeting.floor.turn().map(|turn| turn.to_string()).filter(|_| *fresh);
            give_floor(&request(n), seen.as_deref())
        }
        Attempt::Finish(fresh) => finish_turn(&turn(meeting, *fresh)),
        Attempt::Stop(fresh) => stop_turn(&turn(meeting, *fresh)),
        Attempt::Extend(fresh, by_ms) => extend_turn(&turn(meeting, *fresh), *by_ms),
        Attempt::Halt(fresh) => halt_turn(&turn(meeting, *fresh), "no sound"),
        Attempt::GoOn(fresh) => resume_turn(&turn(meeting, *fresh)),
        Attempt::Raise => raise_point(),
        Attempt::WithdrawPoint(n) => withdraw_point(&point(meeting, *n)),
        Attempt::Recognise(n) => recognise(&point(meeting, *n)),
        Attempt::Rule(n, how) => {
            let ruling = [Ruling::Upheld, Ruling::Rejected, Ruling::Noted][how % 3];
            rule_on(&point(meeting, *n), ruling, "in order")
        }
        Attempt::Appeal(n) => appeal_ruling(&ruled(meeting, *n)),
        Attempt::DecideAppeal(n, votes) => decide_appeal(&ruled(meeting, *n), *votes),
        Attempt::Motion(act, which, votes) => motion_act(meeting, *act, *which, *votes),
        Attempt::Undo(fresh) => {
            let last = meeting.undo.last.as_ref().filter(|_| *fresh).map(|act| act.seq);
            undo_act(last.unwrap_or(999_999))
        }
        Attempt::Panel(attempt) => panel_attempts::command(meeting, attempt),
        Attempt::Ask(attempt) => poll_attempts::command(meeting, attempt),
        Attempt::OfTurn(who) => of_turn(meeting, *who),
        Attempt::Choose(n) => choose_channel(["floor", "ar", "en", "fr", "none"][n % 5]),
        Attempt::Sound(attempt) => sound_attempts::command(meeting, attempt),
        Attempt::Write(n, room) => {
            let text = ["in the room of ", "in the room of ", " ", "\u{7}"][n % 4];
            send_message_in(ROOMS[room % ROOMS.len()], &text.replace("of ", ROOMS[room % ROOMS.len()]))
        }
        Attempt::Order(act, which, room) => keep_order(meeting, *act, *which, ROOMS[room % ROOMS.len()]),
    }
}

fn reopen(meeting: &Meeting, fresh: bool) -> Command {
    reopen_session(meeting.programme.since_ms + i64::from(!fresh), "closed by mistake")
}

/// Declined with a reason that names whose it was, so that it is known wherever it is seen.
fn decline_it(meeting: &Meeting, request: &str) -> Command {
    let seat = meeting.speakers.request(&id(request)).map(|entry| entry.request.delegation.to_string());
    decline(request, &format!("declined: {}", seat.unwrap_or("nobody".to_owned())))
}

pub fn turn(meeting: &Meeting, fresh: bool) -> String {
    meeting.floor.turn().filter(|_| fresh).map_or("t999999".to_owned(), |turn| turn.to_string())
}

/// Mostly a point of order that waits; sometimes one of the past, or none that there is.
fn point(meeting: &Meeting, n: usize) -> String {
    let entries = meeting.points.entries.iter().filter(|entry| n > 9 || entry.standing.waits());
    let ids: Vec<_> = entries.map(|entry| entry.point.id.to_string()).collect();
    let place = n.checked_rem(ids.len()).filter(|_| n != 9);
    place.map_or("p999999".to_owned(), |place| ids[place].clone())
}

/// An act on a motion: mostly on the one that goes before the others, sometimes on another, or none that there is.
fn motion_act(meeting: &Meeting, act: usize, which: usize, votes: [u16; 3]) -> Command {
    use motions::{Kind, Side};
    let waiting = meeting.motions.waiting();
    let first = waiting.get(if which > 7 { which % 3 } else { 0 });
    let any = first.copied().or_else(|| meeting.motions.entries.get(which)).filter(|_| which != 11);
    let motion = any.map_or("mo999999".to_owned(), |entry| entry.motion.id.to_string());
    let kinds = [Kind::SuspendMeeting, Kind::AdjournDebate, Kind::CloseDebate, Kind::AdjournMeeting];
    match act {
        0 | 1 => {
            let kind = kinds[if which >= 10 { 3 } else { which % 3 }];
            move_motion(kind, Some(["main", "main", "reply", "none"][which % 4]))
        }
        2 | 3 => take_up(&motion),
        4 => withdraw_motion(&motion),
        5 => rule_out(&motion, "out of order"),
        6 | 7 => {
            let side = [Side::InFavour, Side::Against, Side::Mover][which % 3];
            speak_on(&motion, side, [None, Some("lebanon"), Some("nobody")][which / 4])
        }
        8 => decide_motion(&motion, votes),
        _ => carry_by_consent(&motion),
    }
}

/// Mostly the point of order that was ruled on last.
fn ruled(meeting: &Meeting, n: usize) -> String {
    let ruled = meeting.points.ruled.as_ref().filter(|_| n < 10);
    ruled.map_or_else(|| point(meeting, n), ToString::to_string)
}
