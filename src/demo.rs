//! The demonstration on the command line: its options, and what it prints.

use plenary::conference::ConferencePlan;
use plenary::config::Moved;
use plenary::identity::Issued;
use plenary::terms::ids::{Moment, PersonId};
use plenary::terms::people::Role;

use crate::links;

/// Options of a demonstration.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// Leaves the simulated people out.
    #[arg(long)]
    pub no_robots: bool,
    /// Leaves the programme on the days that the conference file names.
    #[arg(long)]
    pub keep_days: bool,
}

impl Demo {
    /// Moves the programme to today, unless it is to be left where it is.
    pub fn move_programme(&self, conference: &mut ConferencePlan, now_ms: Moment) -> Option<Moved> {
        if self.keep_days { None } else { conference.begin_on_day_of(now_ms) }
    }
}

/// Prints the links, with who one is behind each and what to try there.
pub fn print(conference: &ConferencePlan, moved: Option<Moved>, issued: &[Issued], base: &str) {
    println!("\n{}\n", conference.title());
    if let Some(Moved { from, to }) = moved {
        println!(
            "The file has the programme from {from} on. For this demonstration it begins today, {to}, each session at its \
             hour; --keep-days leaves it where it is.\n"
        );
    }
    for one in issued {
        println!("  {}", conference.describe(&one.person));
        println!("    {}", links::address(base, one));
        if let Some(words) = to_try(conference, &one.person) {
            println!("    try: {words}");
        }
    }
    println!("  everybody, as the way in\n    {base}/");
    if conference.public_listening {
        println!("  the public, without a personal link\n    {base}/public/");
    }
    println!("\nOpen a link in a browser; each tab may hold another person. Ctrl-C stops.\n");
}

/// What whoever opens somebody's link may begin with.
fn to_try(conference: &ConferencePlan, person: &PersonId) -> Option<&'static str> {
    let roles = &conference.participant(person)?.roles;
    let first = roles.in_all_sessions.iter().chain(roles.by_session.values().flatten()).next()?;
    Some(match first {
        Role::Chair => {
            "open the session and its list, give the floor to the next, undo it within ten seconds"
        }
        Role::Moderator => {
            "open the session, begin the next item of the run sheet, take a question to the stage"
        }
        Role::Secretariat => {
            "delay or move a session, put a delegation on a list, add somebody and make their link"
        }
        Role::Rapporteur => "mark a moment, write what was said, gather a key message from a statement",
        Role::Delegate => "ask for the floor, agree that your microphone is opened, speak against the clock",
        Role::Panellist => "open your microphone on the stage, answer a question",
        Role::Observer => "choose a channel, follow the list, write in the chat",
        Role::Interpreter => "hear the floor, go on air, hand over to a colleague; every act has a key",
        Role::Technician => {
            "watch every microphone come in, and answer a call for help from a booth or the chair"
        }
        Role::Captioner => {
            "write what is said, a line at a time, and read it in the room, on the podium and in public"
        }
        Role::Display => "leave it on a large screen: it needs no hand",
    })
}
