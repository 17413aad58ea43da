//! Why each command can be refused: one table, beside that of who may do what. Tests keep it from both sides: no command
//! is ever refused for a reason that its row does not name, and each reason of each row is met by a story.
//!
//! Any command is refused besides with `not_allowed` and `not_in_session`, which no row repeats.

use super::command::Command;
use super::refusal::Code;
use super::{
    chat, floor, interpretation, microphones, motions, panel, points_of_order, polls, prerecorded, programme,
    questions, recording, run_sheet, speakers, texts, undo,
};

use Code as C;

/// Any command can be refused with these: who gives it may not, or is not of the session.
pub const OF_ANY: &[Code] = &[C::NotAllowed, C::NotInSession];

/// Why a command can be refused, beside [`OF_ANY`].
pub fn refusals(command: &Command) -> &'static [Code] {
    match command {
        Command::Programme(command) => of_programme(command),
        Command::Speakers(command) => of_speakers(command),
        Command::Texts(command) => match command {
            texts::Command::GiveText { .. } => {
                &[C::Unknown, C::WrongRequestState, C::NotYourSeat, C::TooLong, C::Empty, C::ShareFull]
            }
            texts::Command::TakeBackText { .. } => &[C::Unknown, C::WrongRequestState, C::NotYourSeat],
        },
        Command::Prerecorded(command) => of_prerecorded(command),
        Command::Floor(command) => of_floor(command),
        Command::PointsOfOrder(command) => of_points_of_order(command),
        Command::Motions(command) => of_motions(command),
        Command::Undo(undo::Command::UndoAct { .. }) => &[C::NothingToUndo, C::UndoBarred],
        Command::Microphones(command) => of_microphones(command),
        Command::Interpretation(command) => of_interpretation(command),
        Command::Recording(command) => match command {
            recording::Command::StartRecording {} => &[C::WrongPhase],
            recording::Command::StopRecording {} => &[],
            recording::Command::ConsentToRecording { .. } => &[C::NoBooth],
        },
        Command::Chat(command) => of_chat(command),
        Command::Questions(command) => of_questions(command),
        Command::Panel(command) => match command {
            panel::Command::StartTimer { .. } | panel::Command::GiveFloorOnStage { .. } => {
                &[C::WrongPhase, C::Unknown, C::OutOfRange]
            }
            panel::Command::StopTimer {} => &[],
        },
        Command::Polls(command) => of_polls(command),
        Command::RunSheet(command) => of_run_sheet(command),
    }
}

/// Whether a command that finds all as it wishes it is done all the same, and changes nothing. Others are refused then, for
/// one of the reasons of their row, or always change something.
pub fn is_done_when_all_is_so(command: &Command) -> bool {
    match command {
        Command::Speakers(command) => matches!(command, speakers::Command::NameSpeaker { .. }),
        Command::Floor(command) => {
            matches!(command, floor::Command::NameTurnSpeaker { .. } | floor::Command::SpeakForTurn { .. })
        }
        Command::Microphones(_) | Command::Recording(_) => true,
        Command::Interpretation(command) => !matches!(
            command,
            interpretation::Command::RequestHandover { .. }
                | interpretation::Command::CancelHandover { .. }
                | interpretation::Command::AskToSlowDown {}
        ),
        Command::Questions(command) => matches!(
            command,
            questions::Command::OpenQuestions {}
                | questions::Command::CloseQuestions {}
                | questions::Command::VoteForQuestion { .. }
                | questions::Command::TakeVoteBack { .. }
                | questions::Command::PinQuestion { .. }
                | questions::Command::UnpinQuestion { .. }
        ),
        Command::Panel(command) => matches!(command, panel::Command::StopTimer {}),
        Command::Programme(_)
        | Command::Texts(_)
        | Command::Prerecorded(_)
        | Command::PointsOfOrder(_)
        | Command::Motions(_)
        | Command::Undo(_)
        | Command::Chat(_)
        | Command::Polls(_)
        | Command::RunSheet(_) => false,
    }
}

/// The rows of the session.
fn of_programme(command: &programme::Command) -> &'static [Code] {
    match command {
        programme::Command::SuspendSession { .. } => &[C::WrongPhase, C::TooLong, C::OutOfRange],
        programme::Command::ReopenSession { .. } => &[C::WrongPhase, C::StaleSession, C::TooLong, C::Empty],
        programme::Command::OpenSession { .. } => &[C::WrongPhase, C::SessionCancelled, C::OtherDay],
        programme::Command::ResumeSession {} | programme::Command::CloseSession {} => &[C::WrongPhase],
    }
}

/// The rows of the lists of speakers.
fn of_speakers(command: &speakers::Command) -> &'static [Code] {
    match command {
        speakers::Command::OpenList { .. } | speakers::Command::CloseList { .. } => {
            &[C::WrongPhase, C::Unknown, C::MotionsList, C::ListUnchanged]
        }
        speakers::Command::TakeUpList { .. } => &[C::WrongPhase, C::Unknown, C::MotionsList, C::Unchanged],
        speakers::Command::RequestFloor { .. } => &[
            C::WrongPhase,
            C::NoSeat,
            C::Unknown,
            C::ListClosed,
            C::AlreadyOnList,
            C::ReplyLimit,
            C::NotRepliable,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Full,
            C::ShareFull,
        ],
        speakers::Command::AddRequest { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::MotionsList,
            C::AlreadyOnList,
            C::ReplyLimit,
            C::NotRepliable,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Full,
            C::ShareFull,
        ],
        speakers::Command::WithdrawRequest { .. } => {
            &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::NotYourSeat]
        }
        speakers::Command::DeclineRequest { .. } => {
            &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::TooLong, C::Empty]
        }
        speakers::Command::CallRequest { .. }
        | speakers::Command::PassOver { .. }
        | speakers::Command::SendToWritten { .. } => &[C::WrongPhase, C::Unknown, C::WrongRequestState],
        speakers::Command::MoveRequest { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::WrongRequestState,
            C::StaleList,
            C::OutOfRange,
            C::TooLong,
            C::Empty,
        ],
        speakers::Command::NameSpeaker { .. } => {
            &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::NotYourSeat, C::OtherSeat]
        }
        speakers::Command::ProposeOrder { .. } => &[C::WrongPhase, C::Unknown],
        speakers::Command::ApplyOrder { .. } => &[C::WrongPhase, C::Unknown, C::NoProposal, C::StaleList],
        speakers::Command::DismissOrder { .. } => &[C::WrongPhase, C::Unknown, C::NoProposal],
        speakers::Command::SetSpeakingTime { .. } => &[C::WrongPhase, C::Unknown, C::OutOfRange],
        speakers::Command::GrantExtraTime { .. } => {
            &[C::WrongPhase, C::Unknown, C::WrongRequestState, C::OutOfRange]
        }
    }
}

/// The rows of pre-recorded statements.
fn of_prerecorded(command: &prerecorded::Command) -> &'static [Code] {
    match command {
        prerecorded::Command::TakeBackPrerecorded { .. } => {
            &[C::Unknown, C::WrongRequestState, C::NotYourSeat, C::NotPrerecorded]
        }
        prerecorded::Command::PlayPrerecorded { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::WrongRequestState,
            C::NotPrerecorded,
            C::FloorChanged,
            C::PointHeard,
            C::AppealOpen,
            C::MotionOpen,
            C::MotionNotTakenUp,
            C::DebateOver,
        ],
        prerecorded::Command::StopPrerecorded { .. } => &[C::TurnOver, C::NotPrerecorded],
    }
}

/// The rows of the floor.
fn of_floor(command: &floor::Command) -> &'static [Code] {
    match command {
        floor::Command::GiveFloor { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::WrongRequestState,
            C::FloorChanged,
            C::PointHeard,
            C::AppealOpen,
            C::MotionOpen,
            C::MotionNotTakenUp,
            C::DebateOver,
        ],
        floor::Command::FinishTurn { .. } => &[C::TurnOver, C::NotYourSeat],
        floor::Command::StopTurn { .. } => &[C::TurnOver],
        floor::Command::ExtendTurn { .. } => &[C::TurnOver, C::OutOfRange],
        floor::Command::HaltTurn { .. } => &[C::WrongPhase, C::TurnOver, C::TurnHalted, C::TooLong],
        floor::Command::ResumeTurn { .. } => {
            &[C::WrongPhase, C::TurnOver, C::TurnRuns, C::PointHeard, C::AppealOpen]
        }
        floor::Command::NameTurnSpeaker { .. } => {
            &[C::TurnOver, C::OtherSeat, C::AlreadyLive, C::PrerecordedPlays]
        }
        floor::Command::SpeakForTurn { .. } => {
            &[C::TurnOver, C::NotYourSeat, C::AlreadyLive, C::PrerecordedPlays]
        }
    }
}

/// The rows of points of order.
fn of_points_of_order(command: &points_of_order::Command) -> &'static [Code] {
    match command {
        points_of_order::Command::RaisePointOfOrder {} => {
            &[C::WrongPhase, C::NoSeat, C::PointRaised, C::Full, C::ShareFull]
        }
        points_of_order::Command::WithdrawPointOfOrder { .. } => &[C::Unknown, C::PointOver, C::NotYourSeat],
        points_of_order::Command::RecognisePointOfOrder { .. } => {
            &[C::WrongPhase, C::Unknown, C::PointOver, C::PointHeard, C::AppealOpen]
        }
        points_of_order::Command::RuleOnPointOfOrder { .. } => {
            &[C::Unknown, C::PointOver, C::PointHeard, C::AppealOpen, C::TooLong]
        }
        points_of_order::Command::AppealRuling { .. } => {
            &[C::WrongPhase, C::NoVotes, C::NoSeat, C::MembersOnly, C::Unknown, C::NoRuling, C::AppealOpen]
        }
        points_of_order::Command::DecideAppeal { .. } => &[C::NoAppeal, C::TooManyVotes],
    }
}

/// The rows of motions.
fn of_motions(command: &motions::Command) -> &'static [Code] {
    match command {
        motions::Command::MoveMotion { .. } => &[
            C::WrongPhase,
            C::NoVotes,
            C::NoSeat,
            C::MembersOnly,
            C::Unknown,
            C::MotionWaits,
            C::Full,
            C::ShareFull,
        ],
        motions::Command::WithdrawMotion { .. } => &[C::Unknown, C::MotionOver, C::NotYourSeat],
        motions::Command::TakeUpMotion { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::MotionOver,
            C::Unchanged,
            C::MotionPrecedes,
            C::FloorTaken,
            C::PointHeard,
            C::AppealOpen,
        ],
        motions::Command::RuleOutMotion { .. } => &[C::Unknown, C::MotionOver, C::TooLong],
        motions::Command::SpeakOnMotion { .. } => &[
            C::WrongPhase,
            C::NoVotes,
            C::NoSeat,
            C::NotYourSeat,
            C::Unknown,
            C::MotionOver,
            C::NotDebated,
            C::MembersOnly,
            C::AlreadyOnList,
            C::SideFull,
            C::Full,
            C::ShareFull,
        ],
        motions::Command::DecideMotion { .. } => &[
            C::WrongPhase,
            C::NoVotes,
            C::TooManyVotes,
            C::Unknown,
            C::MotionOver,
            C::MotionPrecedes,
            C::MotionNotTakenUp,
            C::FloorTaken,
            C::PointHeard,
            C::AppealOpen,
        ],
        motions::Command::CarryByConsent { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::MotionOver,
            C::MotionPrecedes,
            C::MotionNotTakenUp,
            C::FloorTaken,
            C::PointHeard,
            C::AppealOpen,
        ],
    }
}

/// The rows of microphones.
fn of_microphones(command: &microphones::Command) -> &'static [Code] {
    match command {
        microphones::Command::AgreeToMicrophone { .. }
        | microphones::Command::MuteMicrophone {}
        | microphones::Command::UnmuteMicrophone {}
        | microphones::Command::ReportMicrophone { .. } => &[C::NoSeat],
        microphones::Command::OpenMicrophone { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::Absent,
            C::NotYourMicrophone,
            C::MicrophonesByTurn,
            C::NotAgreed,
            C::ClosedByDesk,
            C::AlreadyLive,
        ],
        microphones::Command::CloseMicrophone { .. } => &[C::Unknown, C::NotYourMicrophone],
    }
}

/// The rows of what to hear and of the booths.
fn of_interpretation(command: &interpretation::Command) -> &'static [Code] {
    match command {
        interpretation::Command::ChooseChannel { .. } => &[C::Unknown, C::HearsSource],
        interpretation::Command::GoOnAir { .. } => &[
            C::WrongPhase,
            C::NoBooth,
            C::BoothOnAir,
            C::Absent,
            C::AlreadyLive,
            C::Unknown,
            C::ChannelTaken,
            C::OwnOutput,
            C::RelayCycle,
        ],
        interpretation::Command::ChooseOutput { .. } => {
            &[C::NoBooth, C::Unknown, C::BoothOnAir, C::ChannelTaken, C::OwnOutput, C::RelayCycle]
        }
        interpretation::Command::ChooseSource { .. } => {
            &[C::NoBooth, C::NoRelay, C::OwnOutput, C::RelayCycle]
        }
        interpretation::Command::PreselectRelay { .. } => {
            &[C::NoBooth, C::Unknown, C::OwnOutput, C::RelayCycle]
        }
        interpretation::Command::RequestHandover { .. } => &[
            C::NoBooth,
            C::Unknown,
            C::OutOfRange,
            C::HandoverPending,
            C::NotOnAir,
            C::Absent,
            C::AlreadyLive,
        ],
        interpretation::Command::AcceptHandover { .. } => {
            &[C::HandoverOver, C::NotYourHandover, C::Absent, C::AlreadyLive]
        }
        interpretation::Command::CancelHandover { .. } => &[C::HandoverOver, C::NotYourHandover],
        interpretation::Command::AskToSlowDown {} => &[C::NoBooth, C::FloorSilent, C::TooSoon],
        interpretation::Command::GoOffAir {} | interpretation::Command::ReportFloorSound { .. } => {
            &[C::NoBooth]
        }
    }
}

/// The rows of the chat.
fn of_chat(command: &chat::Command) -> &'static [Code] {
    match command {
        chat::Command::SendMessage { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::RoomClosed,
            C::Muted,
            C::SlowDown,
            C::MessageGone,
            C::TooLong,
            C::Empty,
            C::Full,
            C::ShareFull,
        ],
        chat::Command::EditMessage { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::NotYourMessage,
            C::MessageGone,
            C::RoomClosed,
            C::Muted,
            C::TooLateToEdit,
            C::EditNeedsApproval,
            C::Unchanged,
            C::TooLong,
            C::Empty,
        ],
        chat::Command::DeleteMessage { .. } => {
            &[C::Unknown, C::NotYourMessage, C::MessageGone, C::TooLong, C::Empty]
        }
        chat::Command::PinMessage { .. } => &[C::Unknown, C::MessageGone, C::Unchanged, C::Full],
        chat::Command::UnpinMessage { .. }
        | chat::Command::SetPreModeration { .. }
        | chat::Command::CloseRoom { .. }
        | chat::Command::ReopenRoom { .. }
        | chat::Command::UnmutePerson { .. }
        | chat::Command::TakeDownAnnouncement { .. } => &[C::Unknown, C::Unchanged],
        chat::Command::SetSlowMode { .. } => &[C::Unknown, C::OutOfRange, C::Unchanged],
        chat::Command::ApproveMessage { .. } => &[C::Unknown, C::MessageGone],
        chat::Command::DeclineMessage { .. } => &[C::Unknown, C::MessageGone, C::TooLong, C::Empty],
        chat::Command::MutePerson { .. } => {
            &[C::Unknown, C::DeskNotMuted, C::Unchanged, C::TooLong, C::Empty]
        }
        chat::Command::Announce { .. } => &[C::Unknown, C::TooLong, C::Empty],
    }
}

/// The rows of questions from the audience.
fn of_questions(command: &questions::Command) -> &'static [Code] {
    match command {
        questions::Command::OpenQuestions {} | questions::Command::CloseQuestions {} => &[C::WrongPhase],
        questions::Command::AskQuestion { .. } => &[
            C::WrongPhase,
            C::QuestionsClosed,
            C::Unknown,
            C::TooManyQuestions,
            C::TooLong,
            C::Empty,
            C::Full,
            C::ShareFull,
        ],
        questions::Command::WithdrawQuestion { .. } => {
            &[C::WrongPhase, C::Unknown, C::NotYourQuestion, C::WrongQuestionState]
        }
        questions::Command::PromoteQuestion { .. } => &[
            C::WrongPhase,
            C::Unknown,
            C::WrongQuestionState,
            C::AuthorUnnamed,
            C::AuthorWithoutSeat,
            C::AlreadyOnList,
            C::NoQuestionsList,
            C::Full,
            C::ShareFull,
        ],
        questions::Command::VoteForQuestion { .. } => {
            &[C::WrongPhase, C::Unknown, C::WrongQuestionState, C::OwnQuestion]
        }
        questions::Command::DeclineQuestion { .. } => {
            &[C::WrongPhase, C::Unknown, C::WrongQuestionState, C::TooLong, C::Empty]
        }
        questions::Command::TakeVoteBack { .. }
        | questions::Command::ShowQuestion { .. }
        | questions::Command::AnswerQuestion { .. }
        | questions::Command::ArchiveQuestion { .. }
        | questions::Command::PinQuestion { .. } => &[C::WrongPhase, C::Unknown, C::WrongQuestionState],
        questions::Command::UnpinQuestion { .. } => &[C::WrongPhase, C::Unknown],
    }
}

/// The rows of shows of hands and polls.
fn of_polls(command: &polls::Command) -> &'static [Code] {
    match command {
        polls::Command::AskForHands { .. } => &[
            C::PollsOff,
            C::WrongPhase,
            C::PollOpen,
            C::Unknown,
            C::OutOfRange,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Empty,
            C::Full,
        ],
        polls::Command::OpenPoll { .. } => &[
            C::PollsOff,
            C::WrongPhase,
            C::PollOpen,
            C::Unknown,
            C::OutOfRange,
            C::OptionTwice,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Empty,
            C::Full,
        ],
        polls::Command::CastBallot { .. } => &[
            C::PollsOff,
            C::WrongPhase,
            C::Unknown,
            C::PollOver,
            C::NotEntitled,
            C::Unchanged,
            C::BallotThere,
            C::OutOfRange,
            C::Empty,
        ],
        polls::Command::TakeBallotBack { .. } => {
            &[C::PollsOff, C::WrongPhase, C::Unknown, C::PollOver, C::NotEntitled, C::Unchanged]
        }
        polls::Command::ClosePoll { .. } | polls::Command::PublishPoll { .. } => {
            &[C::PollsOff, C::Unknown, C::WrongPollState]
        }
        polls::Command::WithdrawPoll { .. } => &[C::PollsOff, C::Unknown],
    }
}

/// The rows of the run sheet.
fn of_run_sheet(command: &run_sheet::Command) -> &'static [Code] {
    match command {
        run_sheet::Command::AddItem { .. } => &[
            C::WrongPhase,
            C::StaleSheet,
            C::Unknown,
            C::OutOfRange,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
            C::Full,
        ],
        run_sheet::Command::ChangeItem { .. } => &[
            C::WrongPhase,
            C::StaleSheet,
            C::Unknown,
            C::Unchanged,
            C::OutOfRange,
            C::TooLong,
            C::NotOneLine,
            C::TurnsText,
        ],
        run_sheet::Command::MoveItem { .. } => {
            &[C::WrongPhase, C::StaleSheet, C::Unknown, C::Unchanged, C::OutOfRange]
        }
        run_sheet::Command::RemoveItem { .. } | run_sheet::Command::StartItem { .. } => {
            &[C::WrongPhase, C::StaleSheet, C::Unknown, C::ItemUnderWay]
        }
        run_sheet::Command::FinishItem { .. } => {
            &[C::WrongPhase, C::StaleSheet, C::Unknown, C::ItemNotUnderWay]
        }
    }
}
