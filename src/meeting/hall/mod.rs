//! What goes on in the hall beside the procedure: the chat, questions, the stage of a panel, shows of hands, the run sheet, captions.

pub mod captions;
pub mod chat;
pub mod panel;
pub mod polls;
pub mod questions;
pub mod run_sheet;
