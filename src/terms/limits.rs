//! Bounds on everything that a command can bring into a meeting.

use super::ids::Millis;

/// Requests that were heard, and those that were filed in writing, that a view holds of each list; of these and of all that
/// is over, earlier ones are read page by page.
pub const HEARD_SHOWN: usize = 100;
/// Statements that go on with the list of an agenda item from one sitting to the next: the newest. With 500 who wait, a
/// folder stays below the megabyte that an entry of a log may have.
pub const DELIVERED_CARRIED: usize = 500;
/// Requests that were heard, and those that were filed in writing, whose texts a view holds, of each list.
pub const TEXTS_SHOWN: usize = 5;
/// Points of order that a view holds, besides those that wait; and as many motions, and questions that are dealt with.
pub const ENDED_SHOWN: usize = 50;
/// Shows of hands and polls that a view holds.
pub const POLLS_SHOWN: u32 = 20;
/// Moves by hand that a view holds of each list.
pub const MOVES_SHOWN: usize = 50;
/// Moves by hand that can be read at all of each list; older ones are in the log.
pub const MOVES_KEPT: usize = 1_000;
/// Things of one page of what is over.
pub const PAGE_ENDED_MAX: usize = 200;
/// Texts of statements that a delegation may have given for its requests that wait.
pub const TEXTS_OF_DELEGATION_MAX: u32 = 24;
/// Longest chat message, in characters.
pub const MESSAGE_CHARS_MAX: u32 = 2_000;
/// Longest reason, in characters.
pub const REASON_CHARS_MAX: u32 = 300;
/// Longest "on behalf of", in characters.
pub const ON_BEHALF_CHARS_MAX: u32 = 200;
/// Most requests waiting on one list.
pub const QUEUE_MAX: u32 = 500;
/// Most requests that one session can ever hold, without those that were taken back.
pub const REQUESTS_MAX: u32 = 20_000;
/// Most of them of one delegation.
pub const REQUESTS_OF_DELEGATION_MAX: u32 = 500;
/// Most time that one extension can give.
pub const EXTENSION_MS_MAX: Millis = 30 * 60_000;
/// Longest text of a statement, in characters: more than an hour's.
pub const TEXT_CHARS_MAX: u32 = 20_000;
/// Shortest speaking time that can be set.
pub const TURN_MS_MIN: Millis = 10_000;
/// Longest speaking time that can be set.
pub const TURN_MS_MAX: Millis = 2 * 3_600_000;
/// Least extra time of one request.
pub const EXTRA_MS_MIN: Millis = 10_000;
/// Most extra time of one request.
pub const EXTRA_MS_MAX: Millis = 10 * 60_000;
/// Messages of a room that a view holds; older ones are read page by page.
pub const MESSAGES_SHOWN: usize = 200;
/// Messages that can be read at all, of a session's own rooms and again of those between two people, which nobody keeps in
/// order; older ones are in the log.
pub const MESSAGES_KEPT: usize = 20_000;
/// Paragraphs of the proceedings that a view holds; older ones are read page by page.
pub const PARAGRAPHS_SHOWN: usize = 50;
/// Paragraphs of the proceedings that can be read at all; older ones can be made from the log.
pub const PARAGRAPHS_KEPT: usize = 20_000;
/// Paragraphs of one page of the proceedings.
pub const PAGE_PARAGRAPHS_MAX: usize = 500;
/// How long its author may edit a message.
pub const EDIT_WITHIN_MS: Millis = 10 * 60_000;
/// Messages kept at the top of a room.
pub const PINS_MAX: usize = 3;
/// Shortest wait of slow mode, if there is one.
pub const SLOW_MODE_MS_MIN: Millis = 1_000;
/// Longest wait of slow mode.
pub const SLOW_MODE_MS_MAX: Millis = 10 * 60_000;
/// Messages of one person in one room that may wait to be approved.
pub const HELD_PER_PERSON_MAX: usize = 10;
/// Rooms of two people that one session can hold.
pub const DIRECT_ROOMS_MAX: usize = 20_000;
/// Most of them that one person has opened by writing first.
pub const DIRECT_ROOMS_OPENED_MAX: u32 = 200;
/// Longest excerpt of a message that is replied to, in characters.
pub const EXCERPT_CHARS_MAX: usize = 140;
/// Longest announcement, in characters of one language.
pub const ANNOUNCEMENT_CHARS_MAX: u32 = 500;
/// Announcements that a view holds; older ones are in the log.
pub const ANNOUNCEMENTS_KEPT: usize = 20;
/// Messages of one page of the past.
pub const PAGE_MESSAGES_MAX: usize = 200;
/// Passages that one search finds.
pub const FOUND_MAX: usize = 50;
/// Longest search, in characters.
pub const SEARCH_CHARS_MAX: usize = 200;
/// How long a handover waits for an answer.
pub const HANDOVER_WAITS_MS: Millis = 30_000;
/// Longest countdown of a handover.
pub const HANDOVER_IN_MS_MAX: Millis = 60_000;
/// How long a booth waits before it asks for a slower pace again.
pub const SLOW_DOWN_EVERY_MS: Millis = 20_000;
/// Most points of order that one session can ever hold, without those that were withdrawn unheard.
pub const POINTS_MAX: u32 = 2_000;
/// Most of them of one delegation.
pub const POINTS_OF_DELEGATION_MAX: u32 = 100;
/// Most motions that one session can ever hold, without those that were withdrawn before they were taken up.
pub const MOTIONS_MAX: u32 = 2_000;
/// Most of them of one delegation.
pub const MOTIONS_OF_DELEGATION_MAX: u32 = 100;
/// Longest question from the audience, in characters.
pub const QUESTION_CHARS_MAX: u32 = 500;
/// Most questions that a person may have waiting or visible at once.
pub const QUESTIONS_OPEN_MAX: u32 = 3;
/// Most questions that one session can ever hold, without those that were withdrawn before anybody saw them.
pub const QUESTIONS_MAX: u32 = 2_000;
/// Most of them of one person.
pub const QUESTIONS_OF_PERSON_MAX: u32 = 50;
/// Shortest time of a timer on stage.
pub const TIMER_MS_MIN: Millis = 10_000;
/// Longest time of a timer on stage.
pub const TIMER_MS_MAX: Millis = 60 * 60_000;
/// Longest question of a poll, in characters of one language.
pub const POLL_CHARS_MAX: u32 = 300;
/// Longest option of a poll, in characters of one language.
pub const OPTION_CHARS_MAX: u32 = 120;
/// Fewest options of a poll.
pub const OPTIONS_MIN: i64 = 2;
/// Most options of a poll.
pub const OPTIONS_MAX: i64 = 8;
/// Shortest time that a poll is open, if it closes by itself.
pub const POLL_MS_MIN: Millis = 10_000;
/// Longest such time.
pub const POLL_MS_MAX: Millis = 60 * 60_000;
/// Most shows of hands and polls that one session can ever have.
pub const POLLS_MAX: u32 = 200;
/// Most items of a run sheet.
pub const ITEMS_MAX: u32 = 60;
/// Shortest planned time of an item of a run sheet.
pub const ITEM_MS_MIN: Millis = 30_000;
/// Longest planned time of an item of a run sheet.
pub const ITEM_MS_MAX: Millis = 3 * 3_600_000;
/// Longest title of an item of a run sheet, in characters of one language.
pub const ITEM_TITLE_CHARS_MAX: u32 = 200;
/// Longest note of an item of a run sheet, in characters.
pub const ITEM_NOTE_CHARS_MAX: u32 = 500;
/// Documents that a conference can have.
pub const DOCUMENTS_MAX: u32 = 1_000;
/// Files that one document can ever have, in all languages, with those that were replaced.
pub const DOCUMENT_FILES_MAX: u32 = 60;
/// Longest title of a document, in characters of one language.
pub const DOCUMENT_TITLE_CHARS_MAX: u32 = 400;
/// Longest symbol of a document, in characters.
pub const SYMBOL_CHARS_MAX: u32 = 100;
/// Longest name of a file, in characters.
pub const FILE_NAME_CHARS_MAX: u32 = 200;
/// Moments that can ever be marked in one session.
pub const MARKS_MAX: u32 = 2_000;
/// Longest note at a mark, in characters.
pub const MARK_CHARS_MAX: u32 = 500;
/// Longest summary of a statement, in characters of one language: a summary record gives a statement a paragraph or two.
pub const SUMMARY_CHARS_MAX: u32 = 4_000;
/// How often the summary of one statement can be written in one language.
pub const SUMMARY_VERSIONS_MAX: u32 = 1_000;
/// Key messages that a conference can have at once: a regional review has twenty to sixty.
pub const KEY_MESSAGES_MAX: u32 = 500;
/// Key messages that were ever gathered.
pub const KEY_MESSAGES_EVER_MAX: u32 = 5_000;
/// Longest key message, in characters of one language.
pub const KEY_MESSAGE_CHARS_MAX: u32 = 1_000;
/// Longest passage of a statement that a key message rests on, in characters.
pub const PASSAGE_CHARS_MAX: u32 = 1_000;
/// Longest origin of a key message that comes from no statement, in characters.
pub const ORIGIN_CHARS_MAX: u32 = 200;
/// Bytes of one update of the draft of the outcome document: in base64 it fits a message.
pub const UPDATE_BYTES_MAX: u32 = 90_000;
/// Bytes of all updates of the draft. Two days of twenty editors come to some 20 MB: a key pressed is about 40 bytes.
pub const DRAFT_BYTES_MAX: u64 = 64 << 20;
/// Paragraphs of the draft that are read in one language.
pub const DRAFT_PARAGRAPHS_MAX: u32 = 2_000;
/// Versions of the outcome document that are kept.
pub const VERSIONS_MAX: u32 = 200;
/// Longest name of a version, in characters.
pub const VERSION_NAME_CHARS_MAX: u32 = 100;
/// Comments at the outcome document that nobody has seen to.
pub const COMMENTS_MAX: u32 = 500;
/// Comments that there ever were.
pub const COMMENTS_EVER_MAX: u32 = 5_000;
/// Longest comment, and longest remark to a correction, in characters.
pub const COMMENT_CHARS_MAX: u32 = 1_000;
/// Corrections that delegations can ever ask for.
pub const CORRECTIONS_MAX: u32 = 5_000;
/// Corrections that one delegation can ask for.
pub const CORRECTIONS_OF_ONE_MAX: u32 = 100;
/// Longest correction, in characters.
pub const CORRECTION_CHARS_MAX: u32 = 2_000;
/// Lines of captions of each language that a view holds; older ones are in the log.
pub const CAPTIONS_SHOWN: usize = 3;
/// Longest line of captions, in characters: two lines on a small screen.
pub const CAPTION_CHARS_MAX: u32 = 200;
/// Lines of captions that one session can ever have, in all languages: a long day of six, a line every four seconds each.
pub const CAPTIONS_MAX: u32 = 50_000;
/// Lines that are made at most of what a machine understood at once.
pub const CAPTIONS_TRANSCRIBED_MAX: usize = 8;
/// Longest name of a person, in characters of one language.
pub const NAME_CHARS_MAX: u32 = 200;
/// Most people whose seats one conference can ever have changed.
pub const SEATS_CHANGED_MAX: u32 = 2_000;
/// Most changes of one person.
pub const SEAT_CHANGES_MAX: u32 = 1_000;
/// Shortest pre-recorded statement.
pub const PRERECORDED_MS_MIN: Millis = 1_000;
/// Longest pre-recorded statement: three or four minutes are usual, and a turn may be extended.
pub const PRERECORDED_MS_MAX: Millis = 15 * 60_000;
/// Longest title of a session, in characters of one language.
pub const SESSION_TITLE_CHARS_MAX: u32 = 400;
/// Shortest session that can be set while the conference runs.
pub const SESSION_MS_MIN: Millis = 5 * 60_000;
/// Longest session that can be set while the conference runs.
pub const SESSION_MS_MAX: Millis = 24 * 3_600_000;
/// Furthest that a session's beginning is moved from where the conference file has it: a year.
pub const SESSION_MOVED_BY_MS_MAX: Millis = 366 * 24 * 3_600_000;
/// Most sessions of a programme.
pub const SESSIONS_MAX: u32 = 200;
/// Most changes of one session's time and title.
pub const SCHEDULE_CHANGES_MAX: u32 = 1_000;
/// The longest that a suspension may be announced to last: seven days.
pub const SUSPENDED_MS_MAX: Millis = 7 * 24 * 3_600_000;
/// How long the desk may undo its last act.
pub const UNDO_WITHIN_MS: Millis = 10_000;
