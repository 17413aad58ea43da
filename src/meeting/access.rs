//! Who may do what: one table, read top to bottom. Whose seat or turn it is, each feature checks itself.

use Role::{
    Captioner, Chair, Delegate, Interpreter, Moderator, Observer, Panellist, Rapporteur, Secretariat,
    Technician,
};

use super::command::Command;
use crate::meeting::charter::MicrophonePolicy;
use crate::meeting::hall::{captions, chat, panel, polls, questions, run_sheet};
use crate::meeting::procedure::{floor, motions, points_of_order, programme, speakers};
use crate::meeting::record::notes;
use crate::meeting::sound::{help, interpretation, microphones, recording};
use crate::meeting::statements::{prerecorded, texts};
use crate::meeting::undo;
use crate::terms::people::{Person, Role};

/// Everybody but a screen.
const ALL: &[Role] = &[
    Chair,
    Moderator,
    Secretariat,
    Rapporteur,
    Delegate,
    Panellist,
    Observer,
    Interpreter,
    Technician,
    Captioner,
];
/// Those who conduct the meeting.
const PRESIDING: &[Role] = &[Chair, Moderator, Secretariat];
/// Those who may speak for a seat.
const SPEAKING: &[Role] = &[Delegate, Panellist];
/// Those who give texts of statements: of their own, and who serves the meeting of everybody's.
const GIVING_TEXTS: &[Role] = &[Delegate, Panellist, Secretariat];
/// Those whose own microphone may be live on the floor.
const ON_FLOOR: &[Role] = &[Chair, Moderator, Delegate, Panellist];
/// Those whose own microphone may be live at all, on the floor or on a channel.
const HEARD: &[Role] = &[Chair, Moderator, Delegate, Panellist, Interpreter];
/// Those who open and close microphones of the floor: their own, or others'.
const OPENING: &[Role] = &[Chair, Moderator, Secretariat, Delegate, Panellist];
/// Those who name the speaker of a delegation: its own people, or the desk.
const NAMING: &[Role] = &[Chair, Moderator, Secretariat, Delegate, Panellist];
/// Those who move and speak on motions: a delegation, or the chair that proposes.
const MOVING: &[Role] = &[Chair, Moderator, Secretariat, Delegate, Panellist];
/// Those who change who sits in a delegation, and make and revoke the links of its people.
const SEATING: &[Role] = &[Secretariat];
/// Those who change a session's time and title: the programme is the whole conference's, and not the chair's of one
/// session.
const SCHEDULING: &[Role] = &[Secretariat];
/// Those who have sound recorded.
const RECORDING: &[Role] = &[Chair, Secretariat];
/// Those who call a technician: whose trouble is the whole room's.
const CALLING: &[Role] = &[Chair, Moderator, Secretariat, Interpreter, Captioner];
/// Those who watch the sound, and come when somebody calls.
const TENDING: &[Role] = &[Technician];
/// Those who keep the record.
const KEEPING_RECORD: &[Role] = &[Secretariat, Rapporteur];
/// Those who take the record's documents home.
const TAKING_HOME: &[Role] = &[Chair, Secretariat, Rapporteur];
/// Those who write captions.
const CAPTIONING: &[Role] = &[Captioner];
/// Those who work in a booth.
const INTERPRETING: &[Role] = &[Interpreter];

/// Roles that may give a command. The command's tag is the name of the right.
pub fn roles(command: &Command) -> &'static [Role] {
    match command {
        Command::Programme(command) => match command {
            programme::Command::OpenSession { .. }
            | programme::Command::SuspendSession { .. }
            | programme::Command::ResumeSession {}
            | programme::Command::CloseSession {}
            | programme::Command::ReopenSession { .. } => PRESIDING,
        },
        Command::Speakers(command) => of_speakers(command),
        Command::Texts(texts::Command::GiveText { .. } | texts::Command::TakeBackText { .. }) => GIVING_TEXTS,
        Command::Prerecorded(command) => match command {
            prerecorded::Command::TakeBackPrerecorded { .. } => SPEAKING,
            prerecorded::Command::PlayPrerecorded { .. } | prerecorded::Command::StopPrerecorded { .. } => {
                PRESIDING
            }
        },
        Command::Floor(command) => of_floor(command),
        Command::PointsOfOrder(command) => match command {
            points_of_order::Command::RaisePointOfOrder {}
            | points_of_order::Command::WithdrawPointOfOrder { .. }
            | points_of_order::Command::AppealRuling { .. } => SPEAKING,
            points_of_order::Command::RecognisePointOfOrder { .. }
            | points_of_order::Command::RuleOnPointOfOrder { .. }
            | points_of_order::Command::DecideAppeal { .. } => PRESIDING,
        },
        Command::Motions(command) => of_motions(command),
        Command::Undo(undo::Command::UndoAct { .. }) => PRESIDING,
        Command::Microphones(command) => match command {
            microphones::Command::AgreeToMicrophone { .. } => ON_FLOOR,
            microphones::Command::OpenMicrophone { .. } | microphones::Command::CloseMicrophone { .. } => {
                OPENING
            }
            microphones::Command::MuteMicrophone {}
            | microphones::Command::UnmuteMicrophone {}
            | microphones::Command::ReportMicrophone { .. } => HEARD,
        },
        Command::Interpretation(command) => of_interpretation(command),
        Command::Recording(command) => of_recording(command),
        Command::Help(command) => match command {
            help::Command::CallForHelp { .. } | help::Command::WithdrawCall {} => CALLING,
            help::Command::AnswerCall { .. } | help::Command::SettleCall { .. } => TENDING,
        },
        Command::Chat(command) => of_chat(command),
        Command::Questions(command) => of_questions(command),
        Command::Panel(
            panel::Command::StartTimer { .. }
            | panel::Command::StopTimer {}
            | panel::Command::GiveFloorOnStage { .. },
        ) => PRESIDING,
        Command::Polls(command) => of_polls(command),
        Command::RunSheet(command) => of_run_sheet(command),
        Command::Captions(
            captions::Command::TakeCaptions { .. }
            | captions::Command::LeaveCaptions {}
            | captions::Command::Caption { .. }
            | captions::Command::CorrectCaption { .. },
        ) => CAPTIONING,
        Command::Notes(
            notes::Command::MarkMoment { .. }
            | notes::Command::NoteAtMark { .. }
            | notes::Command::RemoveMark { .. }
            | notes::Command::WriteSummary { .. },
        ) => KEEPING_RECORD,
    }
}

/// The rows of the lists of speakers.
fn of_speakers(command: &speakers::Command) -> &'static [Role] {
    match command {
        speakers::Command::OpenList { .. }
        | speakers::Command::CloseList { .. }
        | speakers::Command::TakeUpList { .. }
        | speakers::Command::AddRequest { .. }
        | speakers::Command::DeclineRequest { .. }
        | speakers::Command::CallRequest { .. }
        | speakers::Command::PassOver { .. }
        | speakers::Command::SendToWritten { .. }
        | speakers::Command::MoveRequest { .. }
        | speakers::Command::ProposeOrder { .. }
        | speakers::Command::ApplyOrder { .. }
        | speakers::Command::DismissOrder { .. }
        | speakers::Command::SetSpeakingTime { .. }
        | speakers::Command::GrantExtraTime { .. } => PRESIDING,
        speakers::Command::NameSpeaker { .. } => NAMING,
        speakers::Command::RequestFloor { .. } | speakers::Command::WithdrawRequest { .. } => SPEAKING,
    }
}

/// The rows of the floor.
fn of_floor(command: &floor::Command) -> &'static [Role] {
    match command {
        floor::Command::GiveFloor { .. }
        | floor::Command::StopTurn { .. }
        | floor::Command::ExtendTurn { .. }
        | floor::Command::HaltTurn { .. }
        | floor::Command::NameTurnSpeaker { .. }
        | floor::Command::ResumeTurn { .. } => PRESIDING,
        floor::Command::FinishTurn { .. } | floor::Command::SpeakForTurn { .. } => SPEAKING,
    }
}

/// The rows of what to hear and of the booths.
fn of_interpretation(command: &interpretation::Command) -> &'static [Role] {
    match command {
        interpretation::Command::ChooseChannel { .. } => ALL,
        interpretation::Command::GoOnAir { .. }
        | interpretation::Command::GoOffAir {}
        | interpretation::Command::ChooseOutput { .. }
        | interpretation::Command::ChooseSource { .. }
        | interpretation::Command::PreselectRelay { .. }
        | interpretation::Command::RequestHandover { .. }
        | interpretation::Command::AcceptHandover { .. }
        | interpretation::Command::CancelHandover { .. }
        | interpretation::Command::AskToSlowDown {}
        | interpretation::Command::ReportFloorSound { .. } => INTERPRETING,
    }
}

/// The rows of recording.
fn of_recording(command: &recording::Command) -> &'static [Role] {
    match command {
        recording::Command::StartRecording {} | recording::Command::StopRecording {} => RECORDING,
        recording::Command::ConsentToRecording { .. } => INTERPRETING,
    }
}

/// The rows of motions.
fn of_motions(command: &motions::Command) -> &'static [Role] {
    match command {
        motions::Command::MoveMotion { .. }
        | motions::Command::WithdrawMotion { .. }
        | motions::Command::SpeakOnMotion { .. } => MOVING,
        motions::Command::TakeUpMotion { .. }
        | motions::Command::RuleOutMotion { .. }
        | motions::Command::DecideMotion { .. }
        | motions::Command::CarryByConsent { .. } => PRESIDING,
    }
}

/// The rows of the chat.
fn of_chat(command: &chat::Command) -> &'static [Role] {
    match command {
        chat::Command::SendMessage { .. }
        | chat::Command::EditMessage { .. }
        | chat::Command::DeleteMessage { .. } => ALL,
        chat::Command::PinMessage { .. }
        | chat::Command::UnpinMessage { .. }
        | chat::Command::SetSlowMode { .. }
        | chat::Command::SetPreModeration { .. }
        | chat::Command::ApproveMessage { .. }
        | chat::Command::DeclineMessage { .. }
        | chat::Command::CloseRoom { .. }
        | chat::Command::ReopenRoom { .. }
        | chat::Command::MutePerson { .. }
        | chat::Command::UnmutePerson { .. }
        | chat::Command::Announce { .. }
        | chat::Command::TakeDownAnnouncement { .. } => PRESIDING,
    }
}

/// The rows of questions from the audience.
fn of_questions(command: &questions::Command) -> &'static [Role] {
    match command {
        questions::Command::AskQuestion { .. }
        | questions::Command::WithdrawQuestion { .. }
        | questions::Command::VoteForQuestion { .. }
        | questions::Command::TakeVoteBack { .. } => ALL,
        questions::Command::OpenQuestions {}
        | questions::Command::CloseQuestions {}
        | questions::Command::ShowQuestion { .. }
        | questions::Command::DeclineQuestion { .. }
        | questions::Command::AnswerQuestion { .. }
        | questions::Command::ArchiveQuestion { .. }
        | questions::Command::PinQuestion { .. }
        | questions::Command::UnpinQuestion { .. }
        | questions::Command::PromoteQuestion { .. } => PRESIDING,
    }
}

/// The rows of shows of hands and polls. Whether a ballot is theirs to cast, the poll says.
fn of_polls(command: &polls::Command) -> &'static [Role] {
    match command {
        polls::Command::CastBallot { .. } | polls::Command::TakeBallotBack { .. } => ALL,
        polls::Command::AskForHands { .. }
        | polls::Command::OpenPoll { .. }
        | polls::Command::ClosePoll { .. }
        | polls::Command::PublishPoll { .. }
        | polls::Command::WithdrawPoll { .. } => PRESIDING,
    }
}

/// The rows of the run sheet.
fn of_run_sheet(command: &run_sheet::Command) -> &'static [Role] {
    match command {
        run_sheet::Command::AddItem { .. }
        | run_sheet::Command::ChangeItem { .. }
        | run_sheet::Command::MoveItem { .. }
        | run_sheet::Command::RemoveItem { .. }
        | run_sheet::Command::StartItem { .. }
        | run_sheet::Command::FinishItem { .. } => PRESIDING,
    }
}

/// Whether a person may give a command at all.
pub fn may(person: &Person, command: &Command) -> bool {
    let allowed = roles(command);
    person.roles.iter().any(|role| allowed.contains(role))
}

/// Whether a person is one of those who conduct the meeting.
pub fn presides(person: &Person) -> bool {
    person.roles.iter().any(|role| PRESIDING.contains(role))
}

/// Whether a person is one of those who keep the record.
pub fn keeps_record(person: &Person) -> bool {
    person.roles.iter().any(|role| KEEPING_RECORD.contains(role))
}

/// Whether a person looks after the sound of all, and is told how it comes in.
pub fn tends(person: &Person) -> bool {
    person.roles.iter().any(|role| TENDING.contains(role))
}

/// Whether the documents of the record are a person's to take home.
pub fn takes_record_home(person: &Person) -> bool {
    person.roles.iter().any(|role| TAKING_HOME.contains(role))
}

/// Whether a person gives the texts of statements of all delegations.
pub fn gives_texts_of_others(person: &Person) -> bool {
    person.roles.contains(&Role::Secretariat)
}

/// Whether a person may speak for their seat.
pub fn may_speak(person: &Person) -> bool {
    person.delegation.is_some() && person.roles.iter().any(|role| SPEAKING.contains(role))
}

/// Whether a person's microphone can ever be live on the floor. A delegate's needs a seat.
pub fn may_be_live_on_floor(person: &Person) -> bool {
    person
        .roles
        .iter()
        .any(|role| ON_FLOOR.contains(role) && (*role != Delegate || person.delegation.is_some()))
}

/// Whether a person may open their own microphone on the podium.
pub fn may_open(person: &Person, policy: MicrophonePolicy) -> bool {
    let has = |roles: &[Role]| person.roles.iter().any(|role| roles.contains(role));
    match policy {
        MicrophonePolicy::ByTurn => has(&[Chair, Moderator]),
        MicrophonePolicy::OpenStage => has(&[Chair, Moderator, Panellist]),
    }
}

/// What a page shows controls for. The table above decides; this names its groups for a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS, schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Conduct the meeting: the session, the lists, the floor.
    Preside,
    /// Ask for the floor and speak for a seat.
    Speak,
    /// Work in a booth.
    Interpret,
    /// Have sound recorded.
    Record,
    /// Call a technician.
    CallForHelp,
    /// Watch the sound of all, and answer calls for help.
    Tend,
    /// Change who sits in the delegations.
    Seat,
    /// Change the session's time and title.
    Schedule,
    /// Give the texts of statements of all delegations.
    GiveTexts,
    /// Keep the record: mark moments, write what was said, gather key messages.
    KeepRecord,
    /// Write captions.
    Caption,
    /// Write in the chat and choose a channel.
    TakePart,
}

/// Rights of a person. A seat is needed to speak, a booth to interpret, a language to write captions.
pub fn rights(person: &Person) -> Vec<Right> {
    let has = |roles: &[Role]| person.roles.iter().any(|role| roles.contains(role));
    let rights = [
        (Right::Preside, has(PRESIDING)),
        (Right::Speak, may_speak(person)),
        (Right::Interpret, has(INTERPRETING) && person.booth.is_some()),
        (Right::Record, has(RECORDING)),
        (Right::CallForHelp, has(CALLING)),
        (Right::Tend, has(TENDING)),
        (Right::Seat, has(SEATING)),
        (Right::Schedule, has(SCHEDULING)),
        (Right::GiveTexts, gives_texts_of_others(person)),
        (Right::KeepRecord, has(KEEPING_RECORD)),
        (Right::Caption, person.captions_in().is_some()),
        (Right::TakePart, has(ALL)),
    ];
    rights.into_iter().filter(|(_, has)| *has).map(|(right, _)| right).collect()
}
