//! Who writes captions, and what is written.

use std::collections::BTreeMap;

use super::{Command, Event, Transcribed};
use crate::meeting::command::Context;
use crate::meeting::procedure::programme::Phase;
use crate::meeting::refusal::{self, Field, Refusal};
use crate::meeting::sound::interpretation::ChannelPlan;
use crate::meeting::sound::plan::{self, Carries};
use crate::meeting::{Meeting, event};
use crate::terms::ids::{CaptionId, ChannelId, Language, PersonId, Seq};
use crate::terms::limits;
use crate::terms::people::Person;
use crate::terms::text::{self, Kind};

/// Phases in which captions are written: before the opening too, when sound and captions are tried.
const PHASES: [Phase; 3] = [Phase::Scheduled, Phase::Open, Phase::Suspended];

pub(super) fn decide(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    command: &Command,
) -> Result<Vec<event::Event>, Refusal> {
    let language = actor.captions_in().ok_or(Refusal::NoCaptions {})?;
    let happened = match command {
        Command::TakeCaptions { from } => {
            take(meeting, actor, language, from.as_ref())?.into_iter().collect()
        }
        Command::LeaveCaptions {} => {
            let own = on(meeting, language) == Some(&actor.id);
            own.then(|| Event::CaptionsEnded { language: language.clone() }).into_iter().collect()
        }
        Command::Caption { text } => write(meeting, context, actor, language, text)?,
        Command::CorrectCaption { caption, text } => {
            correct(meeting, actor, language, (caption, text))?.into_iter().collect()
        }
    };
    Ok(of_meeting(happened))
}

fn of_meeting(events: Vec<Event>) -> Vec<event::Event> {
    events.into_iter().map(event::Event::Captions).collect()
}

/// Who is on in a language.
fn on<'a>(meeting: &'a Meeting, language: &Language) -> Option<&'a PersonId> {
    Some(&meeting.captions.of(language)?.on.as_ref()?.person)
}

/// Nothing where the actor is on already. `from` is whom they take over from.
fn take(
    meeting: &Meeting,
    actor: &Person,
    language: &Language,
    from: Option<&PersonId>,
) -> Result<Option<Event>, Refusal> {
    meeting.programme.require(&PHASES)?;
    if !meeting.presence.present.contains_key(&actor.id) {
        return Err(Refusal::Absent { person: actor.id.clone() });
    }
    match on(meeting, language) {
        Some(person) if *person == actor.id => return Ok(None),
        Some(person) if Some(person) != from => {
            return Err(Refusal::CaptionsTaken { person: person.clone() });
        }
        Some(_) | None => {}
    }
    Ok(Some(Event::CaptionsTaken { language: language.clone(), person: actor.id.clone() }))
}

fn write(
    meeting: &Meeting,
    context: &Context,
    actor: &Person,
    language: &Language,
    text: &str,
) -> Result<Vec<Event>, Refusal> {
    let taken = take(meeting, actor, language, None)?;
    let text = refusal::worded(Kind::Line, Field::Text, text, limits::CAPTION_CHARS_MAX)?;
    refusal::room_for_one(meeting.captions.written() as usize, limits::CAPTIONS_MAX)?;
    let seq = context.next_seq + Seq::from(taken.is_some());
    let (by, language) = (Some(actor.id.clone()), language.clone());
    let line = Event::Captioned {
        caption: CaptionId::numbered("caption", seq),
        language,
        by,
        spoken_ms: None,
        text,
    };
    Ok(taken.into_iter().chain([line]).collect())
}

fn correct(
    meeting: &Meeting,
    actor: &Person,
    language: &Language,
    (caption, text): (&CaptionId, &str),
) -> Result<Option<Event>, Refusal> {
    match on(meeting, language) {
        Some(person) if *person != actor.id => {
            return Err(Refusal::CaptionsTaken { person: person.clone() });
        }
        Some(_) | None => {}
    }
    let line = meeting.captions.line(caption).filter(|(of, _)| *of == language);
    let (_, line) = line.ok_or(Refusal::Unknown { field: Field::Caption })?;
    let text = refusal::text(Kind::Line, Field::Text, text, limits::CAPTION_CHARS_MAX)?;
    let (caption, language) = (caption.clone(), language.clone());
    Ok((text != line.text).then_some(Event::CaptionCorrected { caption, language, text }))
}

/// What a machine understood becomes lines, where nobody is on in the language: what people write goes before it.
pub(in crate::meeting) fn transcribed(
    meeting: &Meeting,
    context: &Context,
    heard: &Transcribed,
) -> Vec<event::Event> {
    let language = &heard.language;
    let goes_on = meeting.programme.require(&PHASES).is_ok();
    if !goes_on || !meeting.languages().contains(language) || on(meeting, language).is_some() {
        return Vec::new();
    }
    let room = limits::CAPTIONS_MAX.saturating_sub(meeting.captions.written()) as usize;
    let lines = lines_of(&heard.text).into_iter().take(room.min(limits::CAPTIONS_TRANSCRIBED_MAX));
    let captioned = (context.next_seq..).zip(lines).map(|(seq, text)| Event::Captioned {
        caption: CaptionId::numbered("caption", seq),
        language: language.clone(),
        by: None,
        spoken_ms: Some(heard.spoken_ms),
        text,
    });
    of_meeting(captioned.collect())
}

/// Channels of whose sound a machine may write captions now, by the language that is spoken there. The floor's, in the channel of the
/// language that is spoken, while the session is open; an interpretation only while its interpreter consents to be recorded, for
/// what a service is given is as good as recorded. None of a language in which somebody writes them.
pub fn transcribable(meeting: &Meeting) -> BTreeMap<ChannelId, Language> {
    let open = meeting.programme.phase == Phase::Open;
    let plan = plan::plan(meeting);
    let spoken = plan::spoken(meeting);
    let may = |channel: &ChannelPlan| {
        let language = channel.language.as_ref().filter(|language| on(meeting, language).is_none())?;
        let may = match plan.channels.get(&channel.id)? {
            Carries::Floor => spoken == Some(language),
            Carries::Interpretation(person) => meeting.recording.consents.contains(person),
            Carries::Silence => false,
        };
        may.then(|| (channel.id.clone(), language.clone()))
    };
    let channels = meeting.charter.iter().flat_map(|charter| &charter.channels).filter(|_| open);
    channels.filter_map(may).collect()
}

/// A text of any length and kind as lines of captions, parted between words where they can be.
fn lines_of(text: &str) -> Vec<String> {
    let max = limits::CAPTION_CHARS_MAX as usize;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut long = 0;
    for word in text.split_whitespace().flat_map(|word| pieces(word, max)) {
        let chars = word.chars().count();
        if long > 0 && long + 1 + chars > max {
            lines.push(std::mem::take(&mut line));
            long = 0;
        }
        if long > 0 {
            line.push(' ');
            long += 1;
        }
        line.push_str(&word);
        long += chars;
    }
    lines.push(line);
    // What turns the direction of others is not taken from people, and is left out of what a machine says.
    lines
        .iter()
        .filter_map(|line| text::read(Kind::Lines, line, max).ok())
        .filter(|line| !line.is_empty())
        .collect()
}

/// A word longer than a line, in pieces that are not.
fn pieces(word: &str, max: usize) -> Vec<String> {
    let chars: Vec<char> = word.chars().collect();
    chars.chunks(max.max(1)).map(|piece| piece.iter().collect()).collect()
}

/// What follows in the captions when the session is over.
pub(in crate::meeting) fn ended_with_session(meeting: &Meeting) -> impl Iterator<Item = event::Event> {
    let shown = meeting.captions.by_language.iter().filter(|(_, of)| of.are_shown());
    shown.map(|(language, _)| event::Event::Captions(Event::CaptionsEnded { language: language.clone() }))
}

impl Meeting {
    /// What follows in the captions when a person has left.
    pub(in crate::meeting) fn leaves_captions(&self, person: &Person) -> Option<event::Event> {
        let language = person.captions_in().filter(|language| on(self, language) == Some(&person.id))?;
        Some(event::Event::Captions(Event::CaptionsEnded { language: language.clone() }))
    }
}
