// Made from the Rust types by `UPDATE_PROTO=1 cargo test contract`. Not to be edited by hand.

/**
 * An act of the desk that can be undone.
 */
export type ActView = { 
/**
 * Its name, for undoing it.
 */
act: number, 
/**
 * Tag of the event that tells best what was done.
 */
what: string, 
/**
 * The delegation that it was about, if any.
 */
delegation: DelegationId | null, 
/**
 * Who did it.
 */
by: Wording, 
/**
 * Until when it can be undone, by the server's clock.
 */
until_ms: number, };

/**
 * The gender of those who gave it, for the words with which the chair addresses them. There is one, with the id
 * `address`.
 */
export type AddressView = { 
/**
 * Always `address`.
 */
id: string, 
/**
 * By person; whoever gave none is addressed by a neutral form.
 */
genders: { [key in PersonId]: Gender }, };

/**
 * What a participant may ask of agenda items and their lists.
 *
 * - `hand_on_list`: Hand the list of an agenda item on to another sitting of the item. A sitting that has it lays it down.
 * - `close_agenda_item`: Close an agenda item: those who still wait on its lists lapse, and the lists end.
 */
export type AgendaCommand = { "type": "hand_on_list", 
/**
 * Which list.
 */
list: ListId, 
/**
 * To which session.
 */
session: SessionId, } | { "type": "close_agenda_item", 
/**
 * Which item.
 */
item: AgendaItemId, };

/**
 * All that `AgendaCommand` can be, in their order.
 */
export const EVERY_AGENDA_COMMAND = ["hand_on_list", "close_agenda_item"] as const;

/**
 * An item of the conference's agenda.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type AgendaItemId = string;

/**
 * An agenda item that goes on over several sittings, and where its lists of speakers are.
 */
export type AgendaItemView = { 
/**
 * Which item.
 */
id: AgendaItemId, 
/**
 * Title.
 */
title: Wording, 
/**
 * Whether it is closed.
 */
closed: boolean, 
/**
 * Its lists, in the order of the conference file.
 */
lists: Array<ItemListView>, };

/**
 * What a participant may announce to the conference.
 *
 * - `announce_to_conference`: Show a notice in all sessions that are neither closed nor cancelled and in the lobby, in the place of the conference's
 *   one before.
 * - `take_down_conference_announcement`: Take the conference's notice down, everywhere.
 */
export type AnnouncementCommand = { "type": "announce_to_conference", 
/**
 * The text in one or more of the conference's languages, each 1 to 500 characters.
 */
text: Wording, } | { "type": "take_down_conference_announcement", 
/**
 * Which.
 */
announcement: AnnouncementId, };

/**
 * All that `AnnouncementCommand` can be, in their order.
 */
export const EVERY_ANNOUNCEMENT_COMMAND = ["announce_to_conference", "take_down_conference_announcement"] as const;

/**
 * An announcement of the desk.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type AnnouncementId = string;

/**
 * An announcement to everybody, of the desk or of the conference.
 */
export type AnnouncementView = { 
/**
 * Which.
 */
id: AnnouncementId, 
/**
 * The text in each language in which it was given.
 */
text: Wording, 
/**
 * By whom, as they were known then.
 */
by: Author, 
/**
 * Since when it is shown.
 */
at_ms: number, 
/**
 * When it was taken down or replaced; none while it is shown.
 */
ended_at_ms: number | null, 
/**
 * Whether it was made to the whole conference: the desk of the session does not take it down, nor does its own take
 * the place of it.
 */
of_conference?: boolean, };

/**
 * An appeal against a ruling.
 */
export type AppealView = { 
/**
 * Which delegation appealed.
 */
delegation: DelegationId, 
/**
 * The vote, once it was taken.
 */
vote: VoteView | null, };

/**
 * Who asks, as known when they asked, so that a later change of the roster does not rewrite it.
 */
export type Asker = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their name in each language.
 */
name: Wording, 
/**
 * Their delegation, if any.
 */
delegation?: DelegationId, 
/**
 * Their first role.
 */
role: Role, };

/**
 * How many attend. There is one, with the id `attendance`.
 */
export type AttendanceView = { 
/**
 * Always `attendance`.
 */
id: string, 
/**
 * People present.
 */
people: number, 
/**
 * Delegations present.
 */
delegations: number, 
/**
 * Delegations that have a seat.
 */
seats: number, 
/**
 * People present without a delegation, by role.
 */
by_role: Array<RoleCount>, 
/**
 * How many members must be present, where the rules of the session ask for a quorum.
 */
quorum?: Quorum, };

/**
 * The writer of a message as known when it was written, so that a later change of the roster does not rewrite it.
 */
export type Author = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their name in each language.
 */
name: Wording, 
/**
 * Their delegation, if any.
 */
delegation?: DelegationId, 
/**
 * Their first role.
 */
role: Role, };

/**
 * A ballot by name: who answered what.
 */
export type BallotView = { 
/**
 * The poll and whose it is.
 */
id: string, 
/**
 * In which poll.
 */
poll: PollId, 
/**
 * Whose.
 */
voter: Voter, 
/**
 * The name of that delegation or person.
 */
name: Wording, 
/**
 * The choices, by their numbers from 0.
 */
choices: Array<number>, };

/**
 * An interpreters' booth. A booth is not a channel: it feeds channels through its outputs.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type BoothId = string;

/**
 * How long a booth has been silent while the floor spoke.
 */
export type BoothSignal = { 
/**
 * Which booth. It is named only while it is silent so: somebody is on air in it and says nothing for three seconds at least,
 * while somebody speaks on the floor.
 */
booth: BoothId, 
/**
 * For how long, in milliseconds.
 */
silent_ms: number, };

/**
 * A booth and its desks. The id is the booth's.
 */
export type BoothView = { 
/**
 * Which booth.
 */
id: BoothId, 
/**
 * Its name.
 */
name: Wording, 
/**
 * Its own language.
 */
language: Language, 
/**
 * Its outputs, A first.
 */
outputs: Array<OutputView>, 
/**
 * The output chosen.
 */
output: Output, 
/**
 * Those who work in it.
 */
interpreters: Array<InterpreterView>, 
/**
 * Who of them is on air.
 */
on_air: OnAirView | null, 
/**
 * What it hears.
 */
source: Source, 
/**
 * The channel preselected for relay.
 */
relay: ChannelId | null, 
/**
 * Channels that it could take relay from.
 */
relays: Array<RelayView>, 
/**
 * The handover under way.
 */
handover: HandoverView | null, 
/**
 * Since when it has not heard the floor.
 */
floor_unheard_since_ms: number | null, 
/**
 * When its time ends, if it does.
 */
until_ms: number | null, };

/**
 * A line of captions.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type CaptionId = string;

/**
 * How captions of a channel are made by a machine.
 */
export type CaptionSignal = { 
/**
 * Of which channel.
 */
channel: ChannelId, 
/**
 * How the service answers.
 */
state: CaptionState, 
/**
 * Where it answers badly, for how long, in milliseconds.
 */
badly_ms: number | null, };

/**
 * How a service that turns speech into text answers for a channel.
 *
 * - `not_asked`: It was not asked yet: nobody has spoken there.
 * - `well`: As it should.
 * - `slowly`: So slowly that some of what is said is left out.
 * - `badly`: Not at all, or with an error.
 */
export type CaptionState = "not_asked" | "well" | "slowly" | "badly";

/**
 * All that `CaptionState` can be, in their order.
 */
export const EVERY_CAPTION_STATE = ["not_asked", "well", "slowly", "badly"] as const;

/**
 * A line of captions. A view holds the newest of each language; what is corrected to nothing goes.
 */
export type CaptionView = { 
/**
 * Which.
 */
id: CaptionId, 
/**
 * In which language.
 */
language: Language, 
/**
 * When it was written: sort by it, then by the number in the id.
 */
at_ms: number, 
/**
 * What is said.
 */
text: string, 
/**
 * Whether a machine wrote it.
 */
machine: boolean, 
/**
 * Whether it was put right.
 */
corrected: boolean, };

/**
 * Who writes the captions of a language. The id is that of the language; their name, `official` tells.
 */
export type CaptionerView = { 
/**
 * The language.
 */
id: Language, 
/**
 * Who.
 */
person: PersonId, 
/**
 * Since when.
 */
since_ms: number, };

/**
 * What a participant may ask of the captions.
 *
 * - `take_captions`: Be the one who writes the captions of one's language.
 * - `leave_captions`: Write them no longer. The lines that are shown go.
 * - `caption`: Write a line. It brings whoever sends it on, if nobody is.
 * - `correct_caption`: Put a line right that is still shown.
 */
export type CaptionsCommand = { "type": "take_captions", 
/**
 * From whom one takes over: whom one sees on. Null: from nobody.
 */
from: PersonId | null, } | { "type": "leave_captions", } | { "type": "caption", 
/**
 * What is said, one line of at most 200 characters.
 */
text: string, } | { "type": "correct_caption", 
/**
 * Which.
 */
caption: CaptionId, 
/**
 * What is in its place, at most 200 characters; empty to take it away.
 */
text: string, };

/**
 * All that `CaptionsCommand` can be, in their order.
 */
export const EVERY_CAPTIONS_COMMAND = ["take_captions", "leave_captions", "caption", "correct_caption"] as const;

/**
 * That there are captions in a language. The id is that of the language.
 */
export type CaptionsView = { 
/**
 * The language.
 */
id: Language, 
/**
 * Whether a machine writes them: nobody is on.
 */
machine: boolean, };

/**
 * What a channel carries at present, which is what those hear who chose it.
 *
 * - `floor`: The floor: it is the floor's own channel, its language is spoken there (though an interpreter be on air for it), or
 *   nobody is on air and the conference file has it so.
 * - `interpretation`: The interpreter who is on air for it.
 * - `silence`: Nothing: nobody is on air for it.
 */
export type CarriesView = "floor" | "interpretation" | "silence";

/**
 * All that `CarriesView` can be, in their order.
 */
export const EVERY_CARRIES_VIEW = ["floor", "interpretation", "silence"] as const;

/**
 * Accreditation category of a seat: the legal one, which decides who may speak and in which order.
 *
 * - `member_state`: A Member State.
 * - `observer_state`: An observer State.
 * - `igo`: An intergovernmental organization.
 * - `un_entity`: An entity of the United Nations.
 * - `nhri`: A national human rights institution.
 * - `ngo`: A non-governmental organization or another stakeholder.
 */
export type Category = "member_state" | "observer_state" | "igo" | "un_entity" | "nhri" | "ngo";

/**
 * All that `Category` can be, in their order.
 */
export const EVERY_CATEGORY = ["member_state", "observer_state", "igo", "un_entity", "nhri", "ngo"] as const;

/**
 * What a category spoke.
 */
export type CategoryShare = { 
/**
 * Which category.
 */
category: Category, 
/**
 * How much.
 */
share: Share, };

/**
 * A speaking time that the desk has set for a category.
 */
export type CategoryTime = { 
/**
 * Which category.
 */
category: Category, 
/**
 * Its time.
 */
turn_ms: number, };

/**
 * An interpretation channel; channel number 0 is the floor.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type ChannelId = string;

/**
 * A channel to listen to.
 */
export type ChannelView = { 
/**
 * Which channel.
 */
id: ChannelId, 
/**
 * Number on the selector; 0 is the floor.
 */
number: number, 
/**
 * Its language; none for the floor.
 */
language: Language | null, 
/**
 * Its name.
 */
name: Wording, 
/**
 * What it carries at present.
 */
carries: CarriesView, 
/**
 * What it is worth as a source at present.
 */
quality: Quality, 
/**
 * Whether it is recorded at present.
 */
recorded: boolean, };

/**
 * What a participant may ask of the chat.
 *
 * - `send_message`: Write in a room.
 * - `edit_message`: Write one's own message anew, within ten minutes.
 * - `delete_message`: Take a message out of everybody's view: one's own, or by the desk anybody's in a room that the desk reads.
 * - `pin_message`: Keep a message at the top of its room.
 * - `unpin_message`: Keep it there no longer.
 * - `set_slow_mode`: Set how long each person waits between two messages in a room.
 * - `set_pre_moderation`: Set whether messages in a room are shown only once the desk approves them.
 * - `approve_message`: Show a message that waits.
 * - `decline_message`: Do not show a message that waits. Its author reads why.
 * - `close_room`: Let nobody but the desk write in a room.
 * - `reopen_room`: Let all whom it admits write in it again.
 * - `mute_person`: Let a person write among their own and to the secretariat only.
 * - `unmute_person`: Let a person write everywhere again.
 * - `announce`: Show a notice to everybody in the session, in the place of the desk's one before.
 * - `take_down_announcement`: Take the desk's notice down.
 */
export type ChatCommand = { "type": "send_message", 
/**
 * In which room: `main`, another of those that one's own card names, or that of oneself and another person.
 */
room: RoomId, 
/**
 * The text, 1 to 2,000 characters.
 */
text: string, 
/**
 * Language it is written in, where the writer's page knows it.
 */
language: Language | null, 
/**
 * The message of the same room that it replies to.
 */
reply_to?: MessageId, } | { "type": "edit_message", 
/**
 * Which message.
 */
message: MessageId, 
/**
 * The new text, 1 to 2,000 characters.
 */
text: string, } | { "type": "delete_message", 
/**
 * Which message.
 */
message: MessageId, 
/**
 * Why, to 300 characters; the desk gives a reason.
 */
reason: string, } | { "type": "pin_message", 
/**
 * Which message.
 */
message: MessageId, } | { "type": "unpin_message", 
/**
 * Which message.
 */
message: MessageId, } | { "type": "set_slow_mode", 
/**
 * Which room.
 */
room: RoomId, 
/**
 * How long: 1,000 to 600,000, or 0 for no wait.
 */
wait_ms: number, } | { "type": "set_pre_moderation", 
/**
 * Which room.
 */
room: RoomId, 
/**
 * Whether they are.
 */
on: boolean, } | { "type": "approve_message", 
/**
 * Which message.
 */
message: MessageId, } | { "type": "decline_message", 
/**
 * Which message.
 */
message: MessageId, 
/**
 * Why, 1 to 300 characters.
 */
reason: string, } | { "type": "close_room", 
/**
 * Which room.
 */
room: RoomId, } | { "type": "reopen_room", 
/**
 * Which room.
 */
room: RoomId, } | { "type": "mute_person", 
/**
 * Whom.
 */
person: PersonId, 
/**
 * Why, 1 to 300 characters. The person reads it.
 */
reason: string, } | { "type": "unmute_person", 
/**
 * Whom.
 */
person: PersonId, } | { "type": "announce", 
/**
 * The text in one or more of the session's languages, each 1 to 500 characters.
 */
text: Wording, } | { "type": "take_down_announcement", 
/**
 * Which.
 */
announcement: AnnouncementId, };

/**
 * All that `ChatCommand` can be, in their order.
 */
export const EVERY_CHAT_COMMAND = ["send_message", "edit_message", "delete_message", "pin_message", "unpin_message", "set_slow_mode", "set_pre_moderation", "approve_message", "decline_message", "close_room", "reopen_room", "mute_person", "unmute_person", "announce", "take_down_announcement"] as const;

/**
 * Answer of `GET /as/<link id>/api/chat/<session>/<room>`.
 */
export type ChatPage = { 
/**
 * Messages, the oldest first.
 */
messages: Array<MessageView>, 
/**
 * Whether there are older ones.
 */
more: boolean, };

/**
 * A message from a client: one JSON object in one text frame.
 *
 * - `join`: Joins the session of the connection, or the lobby. The first message, and sent once.
 * - `command`: Asks for something to be done.
 * - `offer_sound`: Offers a path for sound over WebRTC. Answered in order, each by `sound_answer` or refused with `sound_refused`.
 * - `end_sound`: Ends a path of this connection for sound, if there is one. Not answered.
 * - `hear_original`: Says whether this connection wants the floor's sound beside an interpretation. Not answered.
 * - `watch_sound`: Asks for `sound_signals`, or for them no more: for those who look after the sound (`tend` among the `rights` of `you`).
 *   Not answered, unless it is refused.
 * - `tell_microphone`: Tells what this page's microphone is called and whether the key for coughing is held, for those alone who look after the
 *   sound. Not answered, unless it is refused.
 * - `ping`: Asks for a `pong`: to learn the server's clock and that the connection lives.
 */
export type ClientMessage = { "type": "join", 
/**
 * What the client still holds from an earlier connection; none for a first one.
 */
resume: Resume | null, } | { "type": "command", 
/**
 * Made by the client, a new one for each command. A command sent again under its key is done once.
 */
key: string, 
/**
 * What is to be done.
 */
command: Command, } | { "type": "offer_sound", 
/**
 * What the path is for. A second offer takes the place of the first for the same purpose.
 */
purpose: SoundPurpose, 
/**
 * The session description (RFC 8866) that the browser made, at most 16,384 bytes.
 */
sdp: string, } | { "type": "end_sound", 
/**
 * Which.
 */
purpose: SoundPurpose, } | { "type": "hear_original", 
/**
 * Whether it does; at first it does not.
 */
wanted: boolean, } | { "type": "watch_sound", 
/**
 * Whether they are wanted; at first they are not.
 */
wanted: boolean, } | { "type": "tell_microphone", 
/**
 * What the browser calls the device, cut after 100 characters; empty where it is not known.
 */
device: string, 
/**
 * Whether the key for coughing is held.
 */
coughs: boolean, } | { "type": "ping", 
/**
 * Any number the client likes to see again, such as its own clock.
 */
sent_ms: number, };

/**
 * All that `ClientMessage` can be, in their order.
 */
export const EVERY_CLIENT_MESSAGE = ["join", "command", "offer_sound", "end_sound", "hear_original", "watch_sound", "tell_microphone", "ping"] as const;

/**
 * Why a poll closed.
 *
 * - `desk`: The desk closed it.
 * - `time`: Its time was over.
 * - `session`: The session closed.
 */
export type ClosedBy = "desk" | "time" | "session";

/**
 * All that `ClosedBy` can be, in their order.
 */
export const EVERY_CLOSED_BY = ["desk", "time", "session"] as const;

/**
 * What a client asks for.
 */
export type Command = ConferenceCommand | DraftCommand | MeetingCommand;

/**
 * A comment at a paragraph of the outcome document.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type CommentId = string;

/**
 * What is announced to the whole conference, while it stands; there is at most one. In a session it is an `announcement`
 * with the same id.
 */
export type ConferenceAnnouncementView = { 
/**
 * Which.
 */
id: AnnouncementId, 
/**
 * The text in each language in which it was given.
 */
text: Wording, 
/**
 * By whom, as they were known then.
 */
by: Author, 
/**
 * Since when it is shown.
 */
at_ms: number, };

/**
 * What a participant asks for.
 */
export type ConferenceCommand = RegisterCommand | ScheduleCommand | AgendaCommand | AnnouncementCommand | DocumentsCommand | KeyMessagesCommand | OutcomeCommand;

/**
 * One thing of the conference that a page can show.
 *
 * - `conference`: The conference.
 * - `programme_session`: A session of the programme.
 * - `agenda_item`: An agenda item that goes on over several sittings.
 * - `conference_announcement`: What is announced to all.
 * - `participant`: Who one is.
 * - `document`: A document that all read.
 * - `held_document`: A document that all do not read yet.
 * - `key_message`: A key message, for those who keep the record.
 * - `key_messages`: How the gathering of key messages stands.
 * - `issued_message`: A key message that was issued.
 * - `outcome`: How the outcome document stands.
 * - `outcome_version`: A version of the outcome document.
 * - `outcome_comment`: A comment at a paragraph of the outcome document.
 * - `outcome_correction`: A correction that a delegation has asked for.
 * - `shown_outcome`: The version of the outcome document that all may read.
 */
export type ConferenceEntity = { "type": "conference" } & ConferenceView | { "type": "programme_session" } & ProgrammeSessionView | { "type": "agenda_item" } & AgendaItemView | { "type": "conference_announcement" } & ConferenceAnnouncementView | { "type": "participant" } & ParticipantView | { "type": "document" } & DocumentView | { "type": "held_document" } & HeldDocumentView | { "type": "key_message" } & KeyMessageView | { "type": "key_messages" } & KeyMessagesView | { "type": "issued_message" } & IssuedMessageView | { "type": "outcome" } & OutcomeView | { "type": "outcome_version" } & OutcomeVersionView | { "type": "outcome_comment" } & OutcomeCommentView | { "type": "outcome_correction" } & OutcomeCorrectionView | { "type": "shown_outcome" } & ShownOutcomeView;

/**
 * All that `ConferenceEntity` can be, in their order.
 */
export const EVERY_CONFERENCE_ENTITY = ["conference", "programme_session", "agenda_item", "conference_announcement", "participant", "document", "held_document", "key_message", "key_messages", "issued_message", "outcome", "outcome_version", "outcome_comment", "outcome_correction", "shown_outcome"] as const;

/**
 * A passage beside the sessions that was found.
 */
export type ConferenceFinding = { 
/**
 * Where it stands.
 */
place: ConferencePlace, 
/**
 * The part of it that holds the words, as it was written; `…` stands where the text goes on.
 */
excerpt: string, 
/**
 * Where the words stand in it.
 */
marks: Array<MarkedWord>, };

/**
 * A conference.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type ConferenceId = string;

/**
 * Where a passage stands.
 *
 * - `document`: A document.
 * - `key_message`: A key message.
 */
export type ConferencePlace = { "kind": "document", 
/**
 * Which.
 */
document: DocumentId, 
/**
 * In which language.
 */
language: Language, 
/**
 * Its title.
 */
title: Wording, 
/**
 * When this file of it came; null where no file is in that language.
 */
at_ms: number | null, } | { "kind": "key_message", 
/**
 * Which.
 */
message: KeyMessageId, 
/**
 * In which language.
 */
language: Language, 
/**
 * Whose it is.
 */
voice: Voice, 
/**
 * When it was gathered or changed last.
 */
at_ms: number, };

/**
 * All that `ConferencePlace` can be, in their order.
 */
export const EVERY_CONFERENCE_PLACE = ["document", "key_message"] as const;

/**
 * Answer of `GET /as/<link id>/api/search`: what is found in all of the conference.
 */
export type ConferenceSearchPage = { 
/**
 * Documents and key messages, what fits best first; of a document the best place alone.
 */
found: Array<ConferenceFinding>, 
/**
 * Whether there is more than this.
 */
more: boolean, 
/**
 * What is found in sessions, in the order of the programme; those in which nothing is are left out.
 */
sessions: Array<SessionFindings>, };

/**
 * The conference. There is one, with the id `conference`.
 */
export type ConferenceView = { 
/**
 * Always `conference`.
 */
id: string, 
/**
 * Which conference.
 */
conference: ConferenceId, 
/**
 * Its name.
 */
name: Wording, 
/**
 * What is to be said of it on screen; may be empty.
 */
notice: Wording, 
/**
 * IANA name of the host's time zone.
 */
time_zone: string, 
/**
 * Working languages.
 */
languages: Array<Language>, };

/**
 * A correction that a delegation asks for.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type CorrectionId = string;

/**
 * What a delegation was answered.
 */
export type CorrectionReply = { 
/**
 * Who answered.
 */
by: PersonId, 
/**
 * Whether it is taken over.
 */
accepted: boolean, 
/**
 * What is said of it; may be empty.
 */
remark: string, };

/**
 * How much was said on an objective.
 */
export type CoverageView = { 
/**
 * Its number.
 */
number: number, 
/**
 * Its short title.
 */
title: Wording, 
/**
 * Messages of Member States that bear on it.
 */
member_states: number, 
/**
 * Messages of others.
 */
stakeholders: number, };

/**
 * That one is next on the run sheet. There is one, with the id `cue`, while that is so.
 */
export type CueView = { 
/**
 * Always `cue`.
 */
id: string, 
/**
 * Title of the item; may be empty.
 */
title: Wording, 
/**
 * How long it is to take.
 */
planned_ms: number, };

/**
 * How a debate was ended by a motion. Reopening its list takes it up again.
 *
 * - `adjourned`: Adjourned: those who wait keep their places.
 * - `closed`: Closed: those who waited were filed in writing.
 */
export type DebateEnd = "adjourned" | "closed";

/**
 * All that `DebateEnd` can be, in their order.
 */
export const EVERY_DEBATE_END = ["adjourned", "closed"] as const;

/**
 * How a message was declined.
 */
export type Declined = { 
/**
 * When.
 */
at_ms: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A delegation: one seat, one name plate, one or more people.
 */
export type Delegation = { 
/**
 * Which delegation.
 */
id: DelegationId, 
/**
 * Full official name.
 */
formal: Wording, 
/**
 * Name in running text and lists.
 */
short: Wording, 
/**
 * Name on the plate.
 */
plate: Wording, 
/**
 * What a list is sorted by in each language (Arabic leaves out the article ال).
 */
sort_key: Wording, 
/**
 * Accreditation category.
 */
category: Category, 
/**
 * Type of stakeholder, by its id in the conference file; none for States.
 */
stakeholder?: string, 
/**
 * Region, by its id in the conference file.
 */
region?: string, 
/**
 * Whether an observer State has the right to raise procedural motions and to appeal, as the State of Palestine does
 * (A/RES/ES-10/23, annex, (h)).
 */
procedural_motions?: boolean, };

/**
 * A delegation: a seat of the meeting. The delegation has the floor, not the person.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type DelegationId = string;

/**
 * A delegation: its names and whether it is present.
 */
export type DelegationView = { 
/**
 * Which delegation.
 */
id: DelegationId, 
/**
 * Full official name.
 */
formal: Wording, 
/**
 * Name in running text and lists.
 */
short: Wording, 
/**
 * Name on the plate.
 */
plate: Wording, 
/**
 * What lists are sorted by.
 */
sort_key: Wording, 
/**
 * Accreditation category.
 */
category: Category, 
/**
 * How many of its people are present.
 */
present: number, 
/**
 * Since when nobody of it is present, if somebody was.
 */
absent_since_ms: number | null, 
/**
 * Whether the rules of the session let it move, speak on motions and appeal.
 */
moves: boolean, };

/**
 * How a message was deleted. Everybody who read it sees that it was, and nobody what it said.
 */
export type DeletedView = { 
/**
 * When.
 */
at_ms: number, 
/**
 * By whom, as they were known then.
 */
by: Author, 
/**
 * Whether by the desk, rather than by its author.
 */
by_desk: boolean, 
/**
 * Why; may be empty where its author deleted it.
 */
reason: string, };

/**
 * A document of the conference.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type DocumentId = string;

/**
 * What a document belongs to.
 *
 * - `conference`: The conference.
 * - `session`: A session.
 * - `item`: An agenda item.
 */
export type DocumentOf = { "of": "conference", } | { "of": "session", 
/**
 * Which.
 */
session: SessionId, } | { "of": "item", 
/**
 * Which.
 */
item: AgendaItemId, };

/**
 * All that `DocumentOf` can be, in their order.
 */
export const EVERY_DOCUMENT_OF = ["conference", "session", "item"] as const;

/**
 * A document that all read.
 */
export type DocumentView = { 
/**
 * Which.
 */
id: DocumentId, 
/**
 * Its place among all, from 1: sort by it.
 */
place: number, 
/**
 * What it belongs to.
 */
of: DocumentOf, 
/**
 * Its title.
 */
title: Wording, 
/**
 * Its symbol; may be empty.
 */
symbol: string, 
/**
 * The official language.
 */
official: Language | null, 
/**
 * Whether the public reads it too.
 */
public: boolean, 
/**
 * Its newest file in each language.
 */
files: { [key in Language]: FileView }, };

/**
 * What a participant may ask of the documents. Files come by HTTP.
 *
 * - `add_document`: Enter a document, without files yet.
 * - `change_document`: Change title and symbol, or which language is the official.
 * - `release_document`: Release a document, hold it back, or put it under embargo.
 * - `withdraw_document`: Withdraw a document: nobody reads it any more.
 */
export type DocumentsCommand = { "type": "add_document", 
/**
 * A new id, made by the client.
 */
document: DocumentId, 
/**
 * What it belongs to.
 */
of: DocumentOf, 
/**
 * Its title in one or more of the conference's languages, each 1 to 400 characters.
 */
title: Wording, 
/**
 * Its symbol, such as E/ESCWA/…, at most 100 characters; may be empty.
 */
symbol: string, } | { "type": "change_document", 
/**
 * Which.
 */
document: DocumentId, 
/**
 * Its title.
 */
title: Wording, 
/**
 * Its symbol.
 */
symbol: string, 
/**
 * The official language; null for none.
 */
official: Language | null, } | { "type": "release_document", 
/**
 * Which.
 */
document: DocumentId, 
/**
 * When all read it.
 */
release: Release, } | { "type": "withdraw_document", 
/**
 * Which.
 */
document: DocumentId, };

/**
 * All that `DocumentsCommand` can be, in their order.
 */
export const EVERY_DOCUMENTS_COMMAND = ["add_document", "change_document", "release_document", "withdraw_document"] as const;

/**
 * What may be asked of the draft.
 *
 * - `write_draft`: Take in what somebody has written.
 */
export type DraftCommand = { "type": "write_draft", 
/**
 * An update of Yjs (first encoding, base64), at most 90,000 bytes before base64, that fits what is stored: of each of its
 * clients it begins where that client's updates end, or before.
 */
update: DraftUpdate, };

/**
 * All that `DraftCommand` can be, in their order.
 */
export const EVERY_DRAFT_COMMAND = ["write_draft"] as const;

/**
 * One thing of the draft that a page can show.
 *
 * - `draft_text`: What is to be taken into the text.
 */
export type DraftEntity = { "type": "draft_text" } & DraftTextView;

/**
 * All that `DraftEntity` can be, in their order.
 */
export const EVERY_DRAFT_ENTITY = ["draft_text"] as const;

/**
 * What is to be taken into the text that one has: in a snapshot all of it, in changes what was written since. There is one, with
 * the id `draft`. To take an update in twice, or in another order, comes to the same.
 */
export type DraftTextView = { 
/**
 * Always `draft`.
 */
id: string, 
/**
 * What was written, in its order.
 */
updates: Array<DraftUpdateView>, };

/**
 * An update of Yjs in its first encoding; on the wire and in the log as base64.
 */
export type DraftUpdate = string;

/**
 * Something that was written.
 */
export type DraftUpdateView = { 
/**
 * By whom; null where it was put together of what several wrote.
 */
by: PersonId | null, 
/**
 * An update of Yjs (first encoding, base64).
 */
update: DraftUpdate, };

/**
 * How a motion ended on which nothing was decided.
 *
 * - `withdrawn`: Withdrawn.
 * - `ruled_out`: Out of order.
 * - `lapsed`: The meeting rose before.
 */
export type Dropped = "withdrawn" | "ruled_out" | "lapsed";

/**
 * All that `Dropped` can be, in their order.
 */
export const EVERY_DROPPED = ["withdrawn", "ruled_out", "lapsed"] as const;

/**
 * How a turn ended.
 *
 * - `finished`: The speaker had finished.
 * - `stopped`: The chair took the floor back.
 * - `next_given`: The chair gave the floor to the next.
 * - `session_closed`: The session was closed.
 * - `cut`: Time and grace were over, and the rules cut.
 */
export type Ending = "finished" | "stopped" | "next_given" | "session_closed" | "cut";

/**
 * All that `Ending` can be, in their order.
 */
export const EVERY_ENDING = ["finished", "stopped", "next_given", "session_closed", "cut"] as const;

/**
 * Body of `POST /api/enter`: exchanges the secret of a personal link for a cookie.
 */
export type Enter = { 
/**
 * What stands behind `#` in the link.
 */
secret: string, };

/**
 * Answer of `POST /api/enter`. The cookie it sets is valid below `home` only, so one browser can hold several
 * people's places in several tabs.
 */
export type Entered = { 
/**
 * Where the person's pages are: `/as/<link id>/`.
 */
home: string, };

/**
 * Who may answer.
 *
 * - `delegations`: Delegations: one ballot for each seat, by anybody who may speak for it.
 * - `everyone`: Everybody in the session, one ballot each.
 */
export type Entitled = "delegations" | "everyone";

/**
 * All that `Entitled` can be, in their order.
 */
export const EVERY_ENTITLED = ["delegations", "everyone"] as const;

/**
 * One thing that a page can show. `type` and `id` together name it; a later one with the same name replaces it.
 */
export type Entity = MeetingEntity | ConferenceEntity | DraftEntity;

/**
 * Names an entity.
 */
export type EntityRef = { 
/**
 * Its type.
 */
type: string, 
/**
 * Its id among those of its type.
 */
id: string, };

/**
 * Speaking time of statements that were heard. There is one, with the id `equity`.
 */
export type EquityView = { 
/**
 * Always `equity`.
 */
id: string, 
/**
 * Of all.
 */
total: Share, 
/**
 * By accreditation category.
 */
by_category: Array<CategoryShare>, 
/**
 * By region; empty where the conference names none.
 */
by_region: Array<RegionShare>, 
/**
 * By language spoken.
 */
by_language: Array<LanguageShare>, 
/**
 * By gender of who spoke; empty where nobody gave it.
 */
by_gender: Array<GenderShare>, };

/**
 * A range of time in which a request may expect the floor: an honest range, not a promise.
 */
export type ExpectationView = { 
/**
 * If all before are brief.
 */
earliest_ms: number, 
/**
 * If all before take their whole time.
 */
latest_ms: number, };

/**
 * A document of the record, and whether one can have it, at
 * `/as/<link id>/api/export/<session>/<what>.<language>.<format>`.
 */
export type ExportOffer = { 
/**
 * What it is, as addresses name it: `log`, `speakers`, `attendance`, `chat`, `report`, `participants`, `key-messages`,
 * `outcome`.
 */
what: string, 
/**
 * Whether it is of this session, rather than of the conference.
 */
of_session: boolean, 
/**
 * Formats that it is written in, as addresses name them.
 */
formats: Array<string>, 
/**
 * Why one cannot have it; none where one can.
 */
refused: ExportRefused | null, };

/**
 * Why a document of the record cannot be had.
 *
 * - `not_allowed`: It is for the chair, the secretariat and the rapporteur of the session.
 * - `nothing_yet`: Nothing of it has been written yet.
 */
export type ExportRefused = "not_allowed" | "nothing_yet";

/**
 * All that `ExportRefused` can be, in their order.
 */
export const EVERY_EXPORT_REFUSED = ["not_allowed", "nothing_yet"] as const;

/**
 * Answer of `GET /as/<link id>/api/export/<session>`: which documents of the record there are for whoever asks.
 */
export type Exports = { 
/**
 * Languages that they are written in.
 */
languages: Array<Language>, 
/**
 * The documents, those of the session first.
 */
documents: Array<ExportOffer>, };

/**
 * What a paragraph tells.
 *
 * - `meeting_opened`: The meeting was called to order.
 * - `meeting_rescheduled`: Its time was changed.
 * - `meeting_delayed`: It did not begin as planned, and the time was to be announced.
 * - `meeting_cancelled`: The meeting does not take place.
 * - `meeting_suspended`: The meeting was suspended.
 * - `meeting_resumed`: The meeting resumed.
 * - `meeting_closed`: The meeting rose.
 * - `meeting_adjourned`: The meeting was adjourned: those who waited keep their places for the next sitting.
 * - `meeting_reopened`: A session that was closed or adjourned was taken up again.
 * - `list_opened`: A list of speakers was opened.
 * - `list_closed`: A list of speakers was declared closed.
 * - `speaking_time_set`: The speaking time of a list was changed.
 * - `statement`: A delegation took the floor.
 * - `speaker_changed`: Another person went on with a statement.
 * - `technical_stop`: A statement was interrupted for a technical reason.
 * - `statement_resumed`: A statement went on.
 * - `passed_over`: A delegation was passed over when its turn came.
 * - `filed_in_writing`: A statement was filed in writing.
 * - `point_raised`: A delegation rose to a point of order.
 * - `point_heard`: It was heard.
 * - `point_ruled`: The chair ruled on it.
 * - `point_withdrawn`: It was withdrawn.
 * - `point_lapsed`: The meeting rose before it was dealt with.
 * - `ruling_appealed`: A delegation appealed against the ruling.
 * - `appeal_decided`: The appeal was put to the vote.
 * - `motion_moved`: A delegation moved, or the chair proposed.
 * - `motion_decided`: A motion was decided on.
 * - `motion_dropped`: A motion was dealt with otherwise.
 * - `announced`: The desk announced something.
 * - `questions_opened`: Questions were taken from the audience.
 * - `questions_closed`: They were taken no more.
 * - `question_promoted`: A member of the audience was put on the list to ask in person.
 * - `question_answered`: A question from the audience was answered.
 * - `on_stage`: Somebody on the stage of a panel spoke, by a timer.
 * - `recording_started`: Sound was recorded from then on.
 * - `recording_stopped`: Sound was recorded no longer.
 */
export type Fact = { "what": "meeting_opened", 
/**
 * Who presides, where known.
 */
chair: Named | null, 
/**
 * Who leads the panel, if there is one.
 */
moderator: Named | null, 
/**
 * Who sits on the stage of the panel.
 */
panellists: Array<Named>, } | { "what": "meeting_rescheduled", 
/**
 * Planned beginning.
 */
starts_at_ms: number, 
/**
 * Planned end.
 */
ends_at_ms: number, 
/**
 * Beginning as it was planned before.
 */
was_starts_at_ms: number, 
/**
 * End as it was planned before.
 */
was_ends_at_ms: number, 
/**
 * Why; may be empty.
 */
reason: string, } | { "what": "meeting_delayed", 
/**
 * Beginning as it was planned.
 */
was_starts_at_ms: number, 
/**
 * Why; may be empty.
 */
reason: string, } | { "what": "meeting_cancelled", 
/**
 * When it was to begin.
 */
was_starts_at_ms: number, 
/**
 * Why; may be empty.
 */
reason: string, } | { "what": "meeting_suspended", 
/**
 * Why; may be empty.
 */
reason: string, 
/**
 * Until when, if that was announced.
 */
until_ms?: number, } | { "what": "meeting_resumed", } | { "what": "meeting_closed", } | { "what": "meeting_adjourned", } | { "what": "meeting_reopened", 
/**
 * Why.
 */
reason: string, } | { "what": "list_opened", 
/**
 * Its name.
 */
list: Wording, 
/**
 * Whether it had been declared closed before.
 */
again: boolean, } | { "what": "list_closed", 
/**
 * Its name.
 */
list: Wording, } | { "what": "speaking_time_set", 
/**
 * Its name.
 */
list: Wording, 
/**
 * Whose; none for everybody's.
 */
category: Category | null, 
/**
 * The time.
 */
turn_ms: number, } | { "what": "statement" } & Statement | { "what": "speaker_changed", 
/**
 * Whose statement.
 */
seat: Seat, 
/**
 * Who went on.
 */
speaker: Named, 
/**
 * Who had spoken, where known.
 */
instead_of: Named | null, } | { "what": "technical_stop", 
/**
 * Whose statement.
 */
seat: Seat, 
/**
 * Why; may be empty.
 */
reason: string, } | { "what": "statement_resumed", 
/**
 * Whose.
 */
seat: Seat, 
/**
 * Who speaks, where known.
 */
speaker: Named | null, } | { "what": "passed_over", 
/**
 * Which.
 */
seat: Seat, 
/**
 * Whether nobody of it was there.
 */
absent: boolean, } | { "what": "filed_in_writing", 
/**
 * Whose.
 */
seat: Seat, } | { "what": "point_raised", 
/**
 * Which.
 */
seat: Seat, 
/**
 * Who did for it, where known.
 */
by: Named | null, } | { "what": "point_heard", 
/**
 * Which delegation.
 */
seat: Seat, 
/**
 * Who spoke to it, where known.
 */
speaker: Named | null, } | { "what": "point_ruled", 
/**
 * On whose.
 */
seat: Seat, 
/**
 * How.
 */
ruling: Ruling, 
/**
 * In words; may be empty.
 */
reason: string, } | { "what": "point_withdrawn", 
/**
 * By which delegation.
 */
seat: Seat, } | { "what": "point_lapsed", 
/**
 * Whose.
 */
seat: Seat, } | { "what": "ruling_appealed", 
/**
 * Which.
 */
seat: Seat, 
/**
 * On whose point of order the ruling was.
 */
of: Seat, } | { "what": "appeal_decided", 
/**
 * Whose appeal, where known.
 */
seat: Seat | null, 
/**
 * Whether the ruling stands.
 */
stands: boolean, 
/**
 * Votes for the appeal.
 */
in_favour: number, 
/**
 * Votes against it.
 */
against: number, 
/**
 * Abstentions.
 */
abstaining: number, } | { "what": "motion_moved", 
/**
 * What.
 */
motion: Moved, 
/**
 * Who moved for the delegation, where known.
 */
by: Named | null, } | { "what": "motion_decided", 
/**
 * Which.
 */
motion: Moved, 
/**
 * Whether it was carried.
 */
carried: boolean, 
/**
 * The vote; none where it was carried by consent.
 */
vote: Tally | null, } | { "what": "motion_dropped", 
/**
 * Which.
 */
motion: Moved, 
/**
 * How.
 */
how: Dropped, 
/**
 * Why the chair ruled it out; may be empty.
 */
reason: string, } | { "what": "announced", 
/**
 * Which announcement.
 */
announcement: AnnouncementId, 
/**
 * Who did.
 */
by: Wording, 
/**
 * The text.
 */
text: Wording, 
/**
 * When the desk took it down; none while it stands, and where only another took its place on the screens.
 */
withdrawn_at_ms: number | null, } | { "what": "questions_opened", } | { "what": "questions_closed", } | { "what": "question_promoted", 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * Its text; none once the desk has put it away.
 */
text: string | null, 
/**
 * Who asks.
 */
asker: Wording, 
/**
 * Their delegation.
 */
seat: Seat | null, } | { "what": "question_answered", 
/**
 * Which question.
 */
question: QuestionId, 
/**
 * Its text; none once the desk has put it away.
 */
text: string | null, 
/**
 * Who asked; none where they are not to be named.
 */
asker: Wording | null, 
/**
 * Their delegation; none where they are not to be named.
 */
seat: Seat | null, 
/**
 * The panellist it was addressed to; none for the whole panel.
 */
to: Wording | null, } | { "what": "on_stage", 
/**
 * Who.
 */
speaker: Named, 
/**
 * How long they were to speak.
 */
limit_ms: number, 
/**
 * How long they did; none while they do.
 */
spoken_ms: number | null, } | { "what": "recording_started", } | { "what": "recording_stopped", };

/**
 * All that `Fact` can be, in their order.
 */
export const EVERY_FACT = ["meeting_opened", "meeting_rescheduled", "meeting_delayed", "meeting_cancelled", "meeting_suspended", "meeting_resumed", "meeting_closed", "meeting_adjourned", "meeting_reopened", "list_opened", "list_closed", "speaking_time_set", "statement", "speaker_changed", "technical_stop", "statement_resumed", "passed_over", "filed_in_writing", "point_raised", "point_heard", "point_ruled", "point_withdrawn", "point_lapsed", "ruling_appealed", "appeal_decided", "motion_moved", "motion_decided", "motion_dropped", "announced", "questions_opened", "questions_closed", "question_promoted", "question_answered", "on_stage", "recording_started", "recording_stopped"] as const;

/**
 * Why a connection ends.
 *
 * - `server_stops`: The server stops or restarts.
 * - `link_revoked`: The person's link was revoked.
 * - `replaced`: The person has opened too many connections; this was the oldest.
 * - `not_heard`: Nothing was heard from the client for too long.
 * - `protocol_error`: The client did not speak the protocol.
 */
export type Farewell = "server_stops" | "link_revoked" | "replaced" | "not_heard" | "protocol_error";

/**
 * All that `Farewell` can be, in their order.
 */
export const EVERY_FAREWELL = ["server_stops", "link_revoked", "replaced", "not_heard", "protocol_error"] as const;

/**
 * A field of a command, as the wire names it.
 */
export type Field = "list" | "request" | "delegation" | "turn" | "point" | "motion" | "channel" | "room" | "language" | "reason" | "text" | "on_behalf_of" | "to_place" | "by_ms" | "person" | "output" | "with" | "in_ms" | "reply_to" | "turn_ms" | "extra_ms" | "message" | "wait_ms" | "announcement" | "question" | "to" | "limit_ms" | "poll" | "options" | "choices" | "choices_max" | "item" | "title" | "note" | "planned_ms" | "name" | "length_ms" | "until_ms" | "session" | "document" | "symbol" | "mark" | "caption" | "objectives" | "origin" | "passage" | "update" | "version" | "comment" | "correction" | "remark";

/**
 * All that `Field` can be, in their order.
 */
export const EVERY_FIELD = ["list", "request", "delegation", "turn", "point", "motion", "channel", "room", "language", "reason", "text", "on_behalf_of", "to_place", "by_ms", "person", "output", "with", "in_ms", "reply_to", "turn_ms", "extra_ms", "message", "wait_ms", "announcement", "question", "to", "limit_ms", "poll", "options", "choices", "choices_max", "item", "title", "note", "planned_ms", "name", "length_ms", "until_ms", "session", "document", "symbol", "mark", "caption", "objectives", "origin", "passage", "update", "version", "comment", "correction", "remark"] as const;

/**
 * What kind of file it is, as its bytes say.
 *
 * - `pdf`: Portable Document Format.
 * - `docx`: Office Open XML, a text.
 * - `text`: Plain text in UTF-8.
 */
export type FileKind = "pdf" | "docx" | "text";

/**
 * All that `FileKind` can be, in their order.
 */
export const EVERY_FILE_KIND = ["pdf", "docx", "text"] as const;

/**
 * A file of a document.
 */
export type FileView = { 
/**
 * What it was called where it came from.
 */
name: string, 
/**
 * Its kind.
 */
kind: FileKind, 
/**
 * How many bytes it has.
 */
bytes: number, 
/**
 * How many words, where that is known.
 */
words: number | null, 
/**
 * Which file it is in that language, from 1: those before it were replaced.
 */
version: number, 
/**
 * When it came.
 */
at_ms: number, };

/**
 * A passage that was found.
 */
export type Finding = { 
/**
 * Where it stands, and whose it is.
 */
place: Place, 
/**
 * The part of it that holds the words, as it was written; `…` stands where the text goes on.
 */
excerpt: string, 
/**
 * Where the words stand in it.
 */
marks: Array<MarkedWord>, };

/**
 * What a participant may ask of the floor.
 *
 * - `give_floor`: Give the floor. A turn in progress ends.
 * - `finish_turn`: End the turn of one's own delegation.
 * - `stop_turn`: Take the floor back.
 * - `extend_turn`: Give a turn more time.
 * - `halt_turn`: Halt a turn with its clock for a technical reason. It keeps the floor and the time left.
 * - `resume_turn`: Give the floor back to a turn that a technical stop or a point of order has halted.
 * - `name_turn_speaker`: Have another of the delegation speak in its turn, in the place of whoever speaks now.
 * - `speak_for_turn`: Speak in the turn of one's own delegation, in the place of whoever speaks now.
 */
export type FloorCommand = { "type": "give_floor", 
/**
 * To which request.
 */
request: RequestId, 
/**
 * The turn that the giver sees in progress, if any; another one refuses the command.
 */
ending: TurnId | null, } | { "type": "finish_turn", 
/**
 * Which turn.
 */
turn: TurnId, } | { "type": "stop_turn", 
/**
 * Which turn.
 */
turn: TurnId, } | { "type": "extend_turn", 
/**
 * Which turn.
 */
turn: TurnId, 
/**
 * How much more, in milliseconds: 1 s to 30 min.
 */
by_ms: number, } | { "type": "halt_turn", 
/**
 * Which turn.
 */
turn: TurnId, 
/**
 * Why, for the record: at most 300 characters; may be empty.
 */
reason: string, } | { "type": "resume_turn", 
/**
 * Which turn.
 */
turn: TurnId, } | { "type": "name_turn_speaker", 
/**
 * Which turn.
 */
turn: TurnId, 
/**
 * Who: one of the delegation who may speak for it.
 */
person: PersonId, } | { "type": "speak_for_turn", 
/**
 * Which turn.
 */
turn: TurnId, };

/**
 * All that `FloorCommand` can be, in their order.
 */
export const EVERY_FLOOR_COMMAND = ["give_floor", "finish_turn", "stop_turn", "extend_turn", "halt_turn", "resume_turn", "name_turn_speaker", "speak_for_turn"] as const;

/**
 * The floor. There is one, with the id `floor`.
 */
export type FloorView = { 
/**
 * Always `floor`.
 */
id: string, 
/**
 * The turn in progress, if any.
 */
turn: TurnView | null, 
/**
 * The point of order that is heard, if any: it has the floor, and the turn is halted.
 */
point: HearingView | null, 
/**
 * Turns given so far.
 */
turns: number, };

/**
 * Whether a list will be over in time. The id is the list's. There is none while nobody waits.
 */
export type ForecastView = { 
/**
 * Which list.
 */
id: ListId, 
/**
 * When the last who waits has spoken, if all are brief.
 */
earliest_ms: number, 
/**
 * If all take their whole time.
 */
latest_ms: number, 
/**
 * Planned end of the session.
 */
session_ends_at_ms: number, 
/**
 * Whether it is kept.
 */
session: Kept, 
/**
 * When the first of the booths leaves, if one does.
 */
booths_until_ms: number | null, 
/**
 * Whether that is kept.
 */
booths: Kept | null, 
/**
 * The longest speaking time that would keep both surely, where that needs a cut and one would do.
 */
cut_ms: number | null, };

/**
 * What is answered, and how.
 *
 * - `hands`: A show of hands: up or not. The one choice is "up".
 * - `hands_for_against`: A show of hands: for, against or abstaining. The choices are these three, in this order.
 * - `options`: A poll with options to choose from.
 */
export type Form = { "kind": "hands", } | { "kind": "hands_for_against", } | { "kind": "options", 
/**
 * The options, 2 to 8, each in the languages of the question.
 */
options: Array<Wording>, 
/**
 * Most that one may choose.
 */
choices_max: number, };

/**
 * All that `Form` can be, in their order.
 */
export const EVERY_FORM = ["hands", "hands_for_against", "options"] as const;

/**
 * What a channel lacks.
 *
 * - `no_interpreter`: Nobody is on air for it.
 * - `no_source`: Whoever is on air does not work from the language and takes no relay that would carry it.
 */
export type Gap = "no_interpreter" | "no_source";

/**
 * All that `Gap` can be, in their order.
 */
export const EVERY_GAP = ["no_interpreter", "no_source"] as const;

/**
 * A channel that would lack interpretation.
 */
export type GapView = { 
/**
 * Which channel.
 */
channel: ChannelId, 
/**
 * The booth that feeds it or could, if there is one.
 */
booth: BoothId | null, 
/**
 * What is missing.
 */
gap: Gap, };

/**
 * Gender of a person, where they gave it for the conference's account of speaking time.
 *
 * - `female`: Female.
 * - `male`: Male.
 * - `other`: Another.
 */
export type Gender = "female" | "male" | "other";

/**
 * All that `Gender` can be, in their order.
 */
export const EVERY_GENDER = ["female", "male", "other"] as const;

/**
 * What people of a gender spoke.
 */
export type GenderShare = { 
/**
 * Which gender; none where it was not given.
 */
gender: Gender | null, 
/**
 * How much.
 */
share: Share, };

/**
 * Answer of `PUT /as/<link>/api/documents/<document>/<language>`.
 */
export type GivenFile = { 
/**
 * What kind of file it is, as its bytes say.
 */
kind: FileKind, 
/**
 * How many words it has, where that is known.
 */
words: number | null, };

/**
 * Why a turn is halted. It may be halted for several reasons at once, and goes on when none is left.
 *
 * - `meeting`: The meeting is suspended.
 * - `point_of_order`: A point of order is heard, or was and the floor has not been given back.
 * - `technical`: A technical stop: sound or a connection fails, and the place is kept.
 */
export type Halt = "meeting" | "point_of_order" | "technical";

/**
 * All that `Halt` can be, in their order.
 */
export const EVERY_HALT = ["meeting", "point_of_order", "technical"] as const;

/**
 * Answer of `PUT /as/<link>/api/prerecorded/<session>/<request>`.
 */
export type HandedIn = { 
/**
 * How long the statement is.
 */
length_ms: number, };

/**
 * A handover between booth mates, from its request to its end.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type HandoverId = string;

/**
 * A handover under way.
 */
export type HandoverView = { 
/**
 * Which handover.
 */
id: HandoverId, 
/**
 * Who is on air.
 */
from: PersonId, 
/**
 * Who is to be.
 */
to: PersonId, 
/**
 * Who of the two asked; the other answers.
 */
asked_by: PersonId, 
/**
 * Time from the acceptance to the swap.
 */
in_ms: number, 
/**
 * When it expires unless it is accepted.
 */
expires_at_ms: number, 
/**
 * When it was accepted.
 */
accepted_at_ms: number | null, 
/**
 * When the two swap, once accepted.
 */
completes_at_ms: number | null, };

/**
 * The point of order that is heard, and its clock.
 */
export type HearingView = { 
/**
 * Which point of order.
 */
point: PointId, 
/**
 * The delegation that is heard.
 */
delegation: DelegationId, 
/**
 * Who speaks for it, where known.
 */
speaker: SpeakerView | null, 
/**
 * Language spoken, where known.
 */
language: Language | null, 
/**
 * Speaking time.
 */
limit_ms: number, 
/**
 * Time spoken before the clock last started.
 */
spent_ms: number, 
/**
 * Since when the clock runs, by the server's clock; none while the meeting is suspended.
 */
running_since_ms: number | null, 
/**
 * Whether the limit has passed.
 */
limit_reached: boolean, 
/**
 * How long before the limit time is nearly over.
 */
amber_ms: number, };

/**
 * A document that all do not read yet, for the staff.
 */
export type HeldDocumentView = { 
/**
 * Which.
 */
id: DocumentId, 
/**
 * Its place among all, from 1: sort by it.
 */
place: number, 
/**
 * What it belongs to.
 */
of: DocumentOf, 
/**
 * Its title.
 */
title: Wording, 
/**
 * Its symbol; may be empty.
 */
symbol: string, 
/**
 * The official language.
 */
official: Language | null, 
/**
 * When all read it.
 */
release: Release, 
/**
 * Its newest file in each language.
 */
files: { [key in Language]: FileView }, };

/**
 * A message that waits to be approved, or was declined: for its author and the desk.
 */
export type HeldMessageView = { 
/**
 * Which message.
 */
id: MessageId, 
/**
 * In which room.
 */
room: RoomId, 
/**
 * When it was written.
 */
at_ms: number, 
/**
 * Who wrote it, as they were known then.
 */
author: Author, 
/**
 * The text.
 */
text: string, 
/**
 * Language it is written in, where known.
 */
language: Language | null, 
/**
 * When and why it was declined, if it was; its author alone keeps it then.
 */
declined: Declined | null, };

/**
 * A call for a technician that is not settled. The id is that of whoever calls; their name and booth, `official` tells.
 */
export type HelpCallView = { 
/**
 * Who calls.
 */
id: PersonId, 
/**
 * What is wrong.
 */
trouble: Trouble, 
/**
 * When they called.
 */
called_at_ms: number, 
/**
 * The technician who is on it, if any.
 */
answered_by: PersonId | null, };

/**
 * What a participant may ask of the calls.
 *
 * - `call_for_help`: Call a technician, or say that something else is wrong than in the call before.
 * - `withdraw_call`: Call no longer.
 * - `answer_call`: Say that one is on it. Another technician may take it over.
 * - `settle_call`: Say that it is settled.
 */
export type HelpCommand = { "type": "call_for_help", 
/**
 * What is wrong.
 */
trouble: Trouble, } | { "type": "withdraw_call", } | { "type": "answer_call", 
/**
 * Who calls.
 */
person: PersonId, } | { "type": "settle_call", 
/**
 * Who called.
 */
person: PersonId, };

/**
 * All that `HelpCommand` can be, in their order.
 */
export const EVERY_HELP_COMMAND = ["call_for_help", "withdraw_call", "answer_call", "settle_call"] as const;

/**
 * The host's clocks: how far they are from UTC, and when.
 *
 * Told to clients, for a browser may not know the host's zone, or know it by a rule that has changed.
 */
export type HostClock = { 
/**
 * IANA name of the host's time zone.
 */
time_zone: string, 
/**
 * Offsets from UTC in order of time, each until the next. The first holds before its beginning too. Never empty.
 */
utc_offsets: Array<UtcOffset>, };

/**
 * The list in hand: the one that the meeting works through. There is one, with the id `in_hand`.
 */
export type InHandView = { 
/**
 * Always `in_hand`.
 */
id: string, 
/**
 * Which list; none where the session has none.
 */
list: ListId | null, 
/**
 * The request that comes next on it; none where nobody waits there, or its debate is over.
 */
next: RequestId | null, 
/**
 * The other lists on which somebody can be heard, in the order of the lists.
 */
others_waiting: Array<ListId>, };

/**
 * What a participant may ask of the channels and booths.
 *
 * - `choose_channel`: Choose what to hear. The choice outlives the connection.
 * - `go_on_air`: Go on air in one's booth.
 * - `go_off_air`: Go off air.
 * - `choose_output`: Choose the output of one's booth: on air it moves the live microphone, else it is the one to begin with.
 * - `choose_source`: Choose what the booth hears.
 * - `preselect_relay`: Choose the channel that the booth takes relay from.
 * - `request_handover`: Ask a booth mate to take over, or to hand over. One of the two is on air.
 * - `accept_handover`: Accept a handover that the other asked for.
 * - `cancel_handover`: Decline a handover or take it back.
 * - `ask_to_slow_down`: Ask whoever speaks to slow down. Neither they nor the desk learn who asked.
 * - `report_floor_sound`: Tell the desk that one's booth cannot hear the floor, or hears it again.
 */
export type InterpretationCommand = { "type": "choose_channel", 
/**
 * Which channel.
 */
channel: ChannelId, } | { "type": "go_on_air", 
/**
 * Through which output.
 */
output: Output, } | { "type": "go_off_air", } | { "type": "choose_output", 
/**
 * Which output.
 */
output: Output, } | { "type": "choose_source", 
/**
 * The floor, or the channel preselected for relay.
 */
source: Source, } | { "type": "preselect_relay", 
/**
 * Which channel.
 */
channel: ChannelId, } | { "type": "request_handover", 
/**
 * The other.
 */
with: PersonId, 
/**
 * Time from the acceptance to the swap, in milliseconds: 0 (at once) to 60,000.
 */
in_ms: number, } | { "type": "accept_handover", 
/**
 * Which handover.
 */
handover: HandoverId, } | { "type": "cancel_handover", 
/**
 * Which handover.
 */
handover: HandoverId, } | { "type": "ask_to_slow_down", } | { "type": "report_floor_sound", 
/**
 * Whether the floor is heard.
 */
heard: boolean, };

/**
 * All that `InterpretationCommand` can be, in their order.
 */
export const EVERY_INTERPRETATION_COMMAND = ["choose_channel", "go_on_air", "go_off_air", "choose_output", "choose_source", "preselect_relay", "request_handover", "accept_handover", "cancel_handover", "ask_to_slow_down", "report_floor_sound"] as const;

/**
 * An interpreter of a booth.
 */
export type InterpreterView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their name.
 */
name: Wording, 
/**
 * Whether they are present.
 */
present: boolean, 
/**
 * Whether anything comes from their microphone, if only silence.
 */
connected: boolean, 
/**
 * Whether they have muted it.
 */
muted: boolean, 
/**
 * Whether its device gives no sound, as their page tells.
 */
silent: boolean, 
/**
 * Whether they consent to being recorded.
 */
consents: boolean, };

/**
 * In which way the messages are before the public. Key messages are not adopted.
 *
 * - `issued`: Issued by those who convene the conference.
 * - `taken_note_of`: The conference took note of them.
 */
export type IssuedAs = "issued" | "taken_note_of";

/**
 * All that `IssuedAs` can be, in their order.
 */
export const EVERY_ISSUED_AS = ["issued", "taken_note_of"] as const;

/**
 * Answer of `POST /as/<link id>/api/links/<session>`: the one time that the secret is shown.
 */
export type IssuedLink = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * What stands behind `#` in the link: `<server>/join#<secret>`.
 */
secret: string, };

/**
 * Answer of `POST /as/<link id>/api/links/<session>/sheet`: the one time that the secrets are shown.
 */
export type IssuedLinks = { 
/**
 * One for each.
 */
links: Array<IssuedLink>, 
/**
 * For whom none was made: they have no seat in the session, or a role where the caller is not of the secretariat.
 */
not_made: Array<PersonId>, };

/**
 * A key message that was issued, for all.
 */
export type IssuedMessageView = { 
/**
 * Which.
 */
id: KeyMessageId, 
/**
 * Its number among those of its voice, from 1.
 */
number: number, 
/**
 * Whose it is.
 */
voice: Voice, 
/**
 * The message in the conference's languages, as far as it is worded.
 */
text: Wording, 
/**
 * Numbers of the objectives that it bears on.
 */
objectives: Array<number>, 
/**
 * How the messages stand.
 */
standing: IssuedAs, };

/**
 * An item of the sheet, as planned.
 */
export type Item = { 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Its title in one working language or several; empty where the kind, or the name of the person, says enough.
 */
title: Wording, 
/**
 * Who speaks, if it is somebody of the session.
 */
person: PersonId | null, 
/**
 * How long it is to take, in milliseconds: 30 s to 3 h.
 */
planned_ms: number, 
/**
 * A note for those who run the session; at most 500 characters, may be empty.
 */
note: string, 
/**
 * Whether the person is told when they are next.
 */
tells: boolean, };

/**
 * An item of a run sheet.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type ItemId = string;

/**
 * What an item of the sheet is.
 *
 * - `introduction`: The introduction.
 * - `speaker`: Somebody speaks: a panellist, most often.
 * - `questions`: Questions and discussion.
 * - `other`: Anything else, such as a film.
 * - `closing`: The closing.
 */
export type ItemKind = "introduction" | "speaker" | "questions" | "other" | "closing";

/**
 * All that `ItemKind` can be, in their order.
 */
export const EVERY_ITEM_KIND = ["introduction", "speaker", "questions", "other", "closing"] as const;

/**
 * A list of speakers of an agenda item, and where it is.
 */
export type ItemListView = { 
/**
 * Which list.
 */
id: ListId, 
/**
 * Its name.
 */
name: Wording, 
/**
 * The sittings that have it, by their beginning.
 */
sittings: Array<SessionId>, 
/**
 * The session that has it at present; none while the conference keeps it, or the item is closed.
 */
at: SessionId | null, 
/**
 * The session that it is on its way to, if it is.
 */
called_for: SessionId | null, 
/**
 * How many wait on it while the conference keeps it; none while a session has it.
 */
kept: number | null, };

/**
 * An item of the run sheet.
 */
export type ItemView = { 
/**
 * Which.
 */
id: ItemId, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Its title in the languages that it was given in; may be empty.
 */
title: Wording, 
/**
 * Who speaks, if it is somebody of the session.
 */
speaker: SpeakerView | null, 
/**
 * Whether a timer can be started for them: they sit on the stage of a panel.
 */
on_stage: boolean, 
/**
 * How long it is to take.
 */
planned_ms: number, 
/**
 * A note; may be empty.
 */
note: string, 
/**
 * Whether the person is told when they are next.
 */
tells: boolean, 
/**
 * How far it has come.
 */
progress: Progress, 
/**
 * Time it took before its clock last started.
 */
spent_ms: number, 
/**
 * Since when its clock runs; none while it is not under way, or the meeting is suspended.
 */
running_since_ms: number | null, };

/**
 * Body of `POST /as/<link id>/api/outcome/versions`: keeps the outcome document's draft as it stands.
 */
export type KeepVersion = { 
/**
 * What the version is to be called; one line of 1 to 100 characters.
 */
name: string, };

/**
 * Whether a bound is kept.
 *
 * - `surely`: Even if everyone takes all their time.
 * - `perhaps`: If everyone is brief.
 * - `no`: Not even then.
 */
export type Kept = "surely" | "perhaps" | "no";

/**
 * All that `Kept` can be, in their order.
 */
export const EVERY_KEPT = ["surely", "perhaps", "no"] as const;

/**
 * Its answer.
 */
export type KeptVersion = { 
/**
 * The version's number.
 */
number: number, };

/**
 * What a message says, and what is known of it.
 */
export type KeyMessageContent = { 
/**
 * Whose it is. Of a seat that is named, its category decides it.
 */
voice: Voice, 
/**
 * The seat that voiced it, if one did.
 */
delegation: DelegationId | null, 
/**
 * Where it comes from, if from no statement: a consultation before the conference, a paper; at most 200 characters.
 */
origin: string, 
/**
 * The statement that it comes from, if from one.
 */
source: SaidIn | null, 
/**
 * The words of the statement that it rests on, in its language; at most 1,000 characters.
 */
passage: string, 
/**
 * The message in one or more of the conference's languages, each 1 to 1,000 characters.
 */
text: Wording, 
/**
 * Numbers of the conference's objectives that it bears on, at most 23, each once.
 */
objectives: Array<number>, 
/**
 * Guiding principles that it bears on, each once.
 */
principles: Array<Principle>, };

/**
 * A key message of the conference.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type KeyMessageId = string;

/**
 * A key message, for those who keep the record.
 */
export type KeyMessageView = { 
/**
 * Which.
 */
id: KeyMessageId, 
/**
 * Its number among those of its voice, from 1.
 */
number: number, 
/**
 * Its place among all, from 1: sort by it.
 */
place: number, 
/**
 * Counts its changes, from 1.
 */
version: number, 
/**
 * Who gathered or changed it last.
 */
by: PersonId, 
/**
 * When.
 */
at_ms: number, 
/**
 * What it says.
 */
content: KeyMessageContent, };

/**
 * What a participant may ask of the key messages.
 *
 * - `gather_key_message`: Gather a key message, after those that are there.
 * - `change_key_message`: Change a key message.
 * - `move_key_message`: Give a key message another place.
 * - `remove_key_message`: Take a key message out.
 * - `issue_key_messages`: Put the key messages before the public, as they are.
 * - `take_back_key_messages`: Take them back from the public, to be changed.
 */
export type KeyMessagesCommand = { "type": "gather_key_message", 
/**
 * What it says.
 */
content: KeyMessageContent, } | { "type": "change_key_message", 
/**
 * Which.
 */
message: KeyMessageId, 
/**
 * What it says now.
 */
content: KeyMessageContent, 
/**
 * Version that the sender saw; another version refuses the change. Null: whatever it is.
 */
version: number | null, } | { "type": "move_key_message", 
/**
 * Which.
 */
message: KeyMessageId, 
/**
 * Its place among all, from 1; beyond the last is the last.
 */
to_place: number, } | { "type": "remove_key_message", 
/**
 * Which.
 */
message: KeyMessageId, } | { "type": "issue_key_messages", 
/**
 * In which way.
 */
standing: IssuedAs, } | { "type": "take_back_key_messages", };

/**
 * All that `KeyMessagesCommand` can be, in their order.
 */
export const EVERY_KEY_MESSAGES_COMMAND = ["gather_key_message", "change_key_message", "move_key_message", "remove_key_message", "issue_key_messages", "take_back_key_messages"] as const;

/**
 * How the gathering stands, for those who keep the record. There is one, with the id `key_messages`.
 */
export type KeyMessagesView = { 
/**
 * Always `key_messages`.
 */
id: string, 
/**
 * How they stand before the public; none while they do not.
 */
standing: IssuedAs | null, 
/**
 * Since when.
 */
issued_at_ms: number | null, 
/**
 * The conference's objectives by number, with how many messages bear on each.
 */
objectives: Array<CoverageView>, 
/**
 * Seats of which there is no message, in the order of the conference file.
 */
silent: Array<DelegationId>, };

/**
 * What kind of microphone is live on the floor.
 *
 * - `turn`: That of the turn.
 * - `point_of_order`: That of the delegation that is heard on a point of order.
 * - `podium`: One on the podium.
 */
export type Kind = "turn" | "point_of_order" | "podium";

/**
 * All that `Kind` can be, in their order.
 */
export const EVERY_KIND = ["turn", "point_of_order", "podium"] as const;

/**
 * A language as a lower-case tag of two or three letters: `ar`, `en`, `fr`.
 */
export type Language = string;

/**
 * What was spoken in a language.
 */
export type LanguageShare = { 
/**
 * Which language.
 */
language: Language, 
/**
 * How much.
 */
share: Share, };

/**
 * Body of `POST /as/<link id>/api/links/<session>` and of the same with `/revoke`.
 */
export type LinkOf = { 
/**
 * Whose link: somebody who has a seat in the session.
 */
person: PersonId, };

/**
 * What is known of somebody's personal links.
 */
export type LinkStanding = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * How many are in force, at least one.
 */
links: number, 
/**
 * When one of them was first opened; none while none was.
 */
opened_at_ms: number | null, };

/**
 * Answer of `GET /as/<link id>/api/links/<session>`: how the links stand of those who have a seat in the session.
 */
export type Links = { 
/**
 * One of each person, in order of their ids; nobody's who has no link in force.
 */
links: Array<LinkStanding>, };

/**
 * Body of `POST /as/<link id>/api/links/<session>/sheet`.
 */
export type LinksOf = { 
/**
 * Whose links, 1 to 200: people who have a seat in the session.
 */
people: Array<PersonId>, };

/**
 * A list of speakers.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type ListId = string;

/**
 * What a list of speakers is for.
 *
 * - `statements`: Statements on an agenda item.
 * - `right_of_reply`: Rights of reply, normally at the end of the day.
 * - `questions`: Questions.
 * - `motions`: Speakers on motions; the session's rules give it, no conference file.
 */
export type ListKind = "statements" | "right_of_reply" | "questions" | "motions";

/**
 * All that `ListKind` can be, in their order.
 */
export const EVERY_LIST_KIND = ["statements", "right_of_reply", "questions", "motions"] as const;

/**
 * A list of speakers.
 */
export type ListView = { 
/**
 * Which list.
 */
id: ListId, 
/**
 * Its name.
 */
name: Wording, 
/**
 * Its kind.
 */
kind: ListKind, 
/**
 * Whether it takes requests from delegations.
 */
open: boolean, 
/**
 * Grows with every change of the queue; to be named in a move.
 */
version: number, 
/**
 * Waiting requests in the order in which they will be heard.
 */
queue: Array<RequestId>, 
/**
 * Requests heard, in the order in which they began: the newest.
 */
heard: Array<RequestId>, 
/**
 * How many were heard before those; absent where none was.
 */
earlier_heard?: number, 
/**
 * How many were filed in writing before those that are shown; absent where none was.
 */
earlier_written?: number, 
/**
 * Place on the selector of lists, from 0.
 */
order: number, 
/**
 * Most speaking time that anybody has since the desk set it; absent while times are as planned.
 */
turn_ms_max?: number, 
/**
 * What most of it anybody had before that was set.
 */
retimed?: Retimed, 
/**
 * Speaking times of categories that the desk has set.
 */
turn_ms_by_category?: Array<CategoryTime>, 
/**
 * When speaking times were set last.
 */
times_set_at_ms?: number, 
/**
 * When it opens by itself, while that is to come.
 */
opens_at_ms?: number, 
/**
 * When it closes by itself, while that is to come.
 */
closes_at_ms?: number, 
/**
 * When it was declared closed last.
 */
closed_at_ms?: number, 
/**
 * When it was opened again after that; absent while it is closed.
 */
reopened_at_ms?: number, 
/**
 * How its debate was ended by a motion; reopening the list takes it up again.
 */
debate_ended?: DebateEnd, 
/**
 * Where it is, where it is the list of an agenda item that goes on over several sittings; absent for one of the session
 * alone.
 */
whereabouts?: Whereabouts, };

/**
 * How many people listen to a channel. The id is the channel's.
 */
export type ListenersView = { 
/**
 * Which channel.
 */
id: ChannelId, 
/**
 * People present who hear it; interpreters at work are not counted.
 */
people: number, };

/**
 * Where a person's own microphone is live.
 *
 * - `off`: Nowhere.
 * - `floor`: On the floor.
 * - `channel`: On a channel, as whoever is on air for it: heard while the channel carries their interpretation (`carries`), and
 *   not while its own language is spoken on the floor.
 */
export type Live = "off" | "floor" | "channel";

/**
 * All that `Live` can be, in their order.
 */
export const EVERY_LIVE = ["off", "floor", "channel"] as const;

/**
 * Answer of `GET /as/<link id>/api/lobby`: what the lobby's WebSocket says to a `join` that resumes nothing. Whoever has taken
 * it in can resume from it there.
 */
export type Lobby = { 
/**
 * `welcome`, then the snapshots of one's scopes, that of `conference` last.
 */
messages: Array<ServerMessage>, };

/**
 * A lot that was drawn: of those who wait, in alphabetical order, the one at the place `seed` modulo their number.
 */
export type Lot = { 
/**
 * The number that chance gave.
 */
seed: number, 
/**
 * The delegation that it fell on.
 */
delegation: DelegationId, };

/**
 * What interpreters are to follow.
 *
 * - `check_against_delivery`: The speaker: what is said may differ from the text.
 * - `read_out_verbatim`: The text, or its translation: it is read out word for word.
 */
export type Mark = "check_against_delivery" | "read_out_verbatim";

/**
 * All that `Mark` can be, in their order.
 */
export const EVERY_MARK = ["check_against_delivery", "read_out_verbatim"] as const;

/**
 * A moment that was marked by those who keep the record.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type MarkId = string;

/**
 * A moment that was marked.
 */
export type MarkView = { 
/**
 * Which.
 */
id: MarkId, 
/**
 * When: sort by it.
 */
at_ms: number, 
/**
 * By whom.
 */
by: PersonId, 
/**
 * Whose turn it was, if anybody's.
 */
turn: TurnId | null, 
/**
 * What is to be remembered of it; may be empty.
 */
note: string, };

/**
 * Where a word that was looked for stands in an excerpt.
 */
export type MarkedWord = { 
/**
 * Its first letter, in UTF-16 units from the beginning.
 */
from: number, 
/**
 * Past its last.
 */
to: number, };

/**
 * What a participant asks for.
 */
export type MeetingCommand = ProgrammeCommand | SpeakersCommand | TextsCommand | PrerecordedCommand | FloorCommand | PointsOfOrderCommand | MotionsCommand | UndoCommand | MicrophonesCommand | InterpretationCommand | RecordingCommand | HelpCommand | ChatCommand | QuestionsCommand | PanelCommand | PollsCommand | RunSheetCommand | CaptionsCommand | NotesCommand;

/**
 * One thing of a session that a page can show. `type` and `id` together name it; a later one with the same name
 * replaces it.
 *
 * - `session`: The session.
 * - `floor`: The floor.
 * - `list`: A list of speakers.
 * - `in_hand`: The list that the meeting works through, and who comes next.
 * - `request`: A request for the floor.
 * - `move`: A move by hand in a list.
 * - `delegation`: A delegation and whether it is present.
 * - `official`: Somebody who conducts the meeting, sits on stage, interprets or watches the sound.
 * - `occupant`: Somebody who sits in a delegation, as the desk sees it.
 * - `attendance`: How many attend.
 * - `channel`: A channel to listen to.
 * - `microphone`: A microphone that is live on the floor.
 * - `booth`: A booth and its desks.
 * - `listeners`: How many people listen to a channel.
 * - `readiness`: What stands in the way of giving the floor.
 * - `pace`: That a slower pace was asked for.
 * - `point`: A point of order.
 * - `motion`: A motion on the course of the meeting.
 * - `motions`: What can be moved, and what is before the meeting.
 * - `paragraph`: A paragraph of the proceedings.
 * - `placard`: What one's own delegation may do with its placard.
 * - `undo`: The desk's last act, if it can be undone.
 * - `stage`: The stage of a panel.
 * - `speaking_times`: How long each on stage has spoken.
 * - `questions`: Whether questions are taken from the audience.
 * - `question`: A question from the audience that all see.
 * - `moderation`: A question as the desk sees it.
 * - `own_question`: One's own question.
 * - `votes`: What one has voted for oneself.
 * - `poll`: A show of hands or a poll.
 * - `tally`: How many have answered a poll, and what.
 * - `unpublished`: The result of a poll that has closed and is not published.
 * - `ballot`: A ballot by name.
 * - `own_ballot`: One's own ballot.
 * - `recording`: That channels are being recorded as silence.
 * - `help_call`: A call for a technician.
 * - `mark`: A moment that was marked, for those who keep the record.
 * - `summary`: What was said in a statement, for those who keep the record.
 * - `unheard`: Delegations that have made no statement, for those who keep the record.
 * - `run_sheet`: The run sheet.
 * - `cue`: That one is next on the run sheet.
 * - `captions`: That there are captions in a language.
 * - `caption`: A line of captions.
 * - `captioner`: Who writes the captions of a language.
 * - `message`: A chat message.
 * - `held_message`: A chat message that waits to be approved, or was declined.
 * - `room`: How a chat room is kept, where other than at first.
 * - `muted`: That somebody is muted in the chat.
 * - `announcement`: An announcement of the desk or of the conference.
 * - `standing`: How one's own delegation stands on a list.
 * - `proposal`: An order that is proposed for a list.
 * - `address`: How the desk addresses people.
 * - `team`: Who may speak for one's own delegation.
 * - `text`: Text of a statement.
 * - `prerecorded`: That a statement was recorded ahead.
 * - `preparation`: How ready a waiting request is.
 * - `forecast`: Whether a list will be over in time.
 * - `equity`: Who spoke how long.
 * - `you`: One's own card.
 */
export type MeetingEntity = { "type": "session" } & SessionView | { "type": "floor" } & FloorView | { "type": "list" } & ListView | { "type": "in_hand" } & InHandView | { "type": "request" } & RequestView | { "type": "move" } & MoveView | { "type": "delegation" } & DelegationView | { "type": "official" } & OfficialView | { "type": "occupant" } & OccupantView | { "type": "attendance" } & AttendanceView | { "type": "channel" } & ChannelView | { "type": "microphone" } & MicrophoneView | { "type": "booth" } & BoothView | { "type": "listeners" } & ListenersView | { "type": "readiness" } & ReadinessView | { "type": "pace" } & PaceView | { "type": "point" } & PointView | { "type": "motion" } & MotionView | { "type": "motions" } & MotionsView | { "type": "paragraph" } & ParagraphView | { "type": "placard" } & PlacardView | { "type": "undo" } & UndoView | { "type": "stage" } & StageView | { "type": "speaking_times" } & SpeakingTimesView | { "type": "questions" } & QuestionsView | { "type": "question" } & QuestionView | { "type": "moderation" } & ModerationView | { "type": "own_question" } & OwnQuestionView | { "type": "votes" } & VotesView | { "type": "poll" } & PollView | { "type": "tally" } & TallyView | { "type": "unpublished" } & UnpublishedView | { "type": "ballot" } & BallotView | { "type": "own_ballot" } & OwnBallotView | { "type": "recording" } & RecordingView | { "type": "help_call" } & HelpCallView | { "type": "mark" } & MarkView | { "type": "summary" } & SummaryView | { "type": "unheard" } & UnheardView | { "type": "run_sheet" } & RunSheetView | { "type": "cue" } & CueView | { "type": "captions" } & CaptionsView | { "type": "caption" } & CaptionView | { "type": "captioner" } & CaptionerView | { "type": "message" } & MessageView | { "type": "held_message" } & HeldMessageView | { "type": "room" } & RoomView | { "type": "muted" } & MutedView | { "type": "announcement" } & AnnouncementView | { "type": "standing" } & StandingView | { "type": "proposal" } & ProposalView | { "type": "address" } & AddressView | { "type": "team" } & TeamView | { "type": "text" } & TextView | { "type": "prerecorded" } & PrerecordedView | { "type": "preparation" } & PreparationView | { "type": "forecast" } & ForecastView | { "type": "equity" } & EquityView | { "type": "you" } & YouView;

/**
 * All that `MeetingEntity` can be, in their order.
 */
export const EVERY_MEETING_ENTITY = ["session", "floor", "list", "in_hand", "request", "move", "delegation", "official", "occupant", "attendance", "channel", "microphone", "booth", "listeners", "readiness", "pace", "point", "motion", "motions", "paragraph", "placard", "undo", "stage", "speaking_times", "questions", "question", "moderation", "own_question", "votes", "poll", "tally", "unpublished", "ballot", "own_ballot", "recording", "help_call", "mark", "summary", "unheard", "run_sheet", "cue", "captions", "caption", "captioner", "message", "held_message", "room", "muted", "announcement", "standing", "proposal", "address", "team", "text", "prerecorded", "preparation", "forecast", "equity", "you"] as const;

/**
 * Somebody who may speak for a delegation.
 */
export type MemberView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Name.
 */
name: Wording, 
/**
 * Function; may be empty.
 */
function: Wording, 
/**
 * Level, where known.
 */
rank: Rank | null, };

/**
 * A chat message.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type MessageId = string;

/**
 * A chat message.
 */
export type MessageView = { 
/**
 * Which message.
 */
id: MessageId, 
/**
 * In which room.
 */
room: RoomId, 
/**
 * Its number in the room, from 1 without a gap: sort by it, and count by it what is unread.
 */
number: number, 
/**
 * When it was shown.
 */
at_ms: number, 
/**
 * Who wrote it, as they were known then.
 */
author: Author, 
/**
 * The text; empty once it was deleted.
 */
text: string, 
/**
 * Language it is written in, where known.
 */
language: Language | null, 
/**
 * What it replies to, if it does.
 */
reply?: ReplyView, 
/**
 * When it was last edited, if it was.
 */
edited_at_ms?: number, 
/**
 * Since when it is kept at the top of the room, if it is.
 */
pinned_at_ms?: number, 
/**
 * How it was deleted, if it was.
 */
deleted?: DeletedView, };

/**
 * Who may open a microphone on the podium beside the chair and the moderator.
 *
 * - `by_turn`: Nobody: a panellist's microphone opens with their turn.
 * - `open_stage`: Panellists, at any time.
 */
export type MicrophonePolicy = "by_turn" | "open_stage";

/**
 * All that `MicrophonePolicy` can be, in their order.
 */
export const EVERY_MICROPHONE_POLICY = ["by_turn", "open_stage"] as const;

/**
 * How one microphone comes in that sends.
 */
export type MicrophoneSignal = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Their name.
 */
name: Wording, 
/**
 * The seat that they have, if any.
 */
delegation: DelegationId | null, 
/**
 * The booth that they interpret in, if any.
 */
booth: BoothId | null, 
/**
 * By which way.
 */
way: SoundWay, 
/**
 * The node at which it is, where that is another.
 */
node: NodeId | null, 
/**
 * The loudest of the last half second, in dBov from -127 (silence) to 0; none where the client does not tell.
 */
level_dbov: number | null, 
/**
 * Frames that came in the last five seconds; Opus frames of 20 ms make 250.
 */
frames: number, 
/**
 * Frames that were missing among them.
 */
lost: number, 
/**
 * How unevenly they come, in milliseconds (the jitter of RFC 3550).
 */
jitter_ms: number, 
/**
 * By how much the slowest of the last five seconds came later than the quickest, in milliseconds.
 */
late_ms: number, 
/**
 * What the device is called, as the client tells; none where it does not.
 */
device: string | null, 
/**
 * Whether the person holds the key for coughing, as their page tells.
 */
coughs: boolean, };

/**
 * A microphone that is live on the floor. The id is the person's; there is none for a microphone that is not live.
 */
export type MicrophoneView = { 
/**
 * Whose.
 */
id: PersonId, 
/**
 * Their name.
 */
name: Wording, 
/**
 * Their delegation, if any.
 */
delegation: DelegationId | null, 
/**
 * That of the turn, or one on the podium.
 */
kind: Kind, 
/**
 * Since when it is live.
 */
since_ms: number, 
/**
 * Whether anything comes from it, if only silence.
 */
connected: boolean, 
/**
 * Whether its owner has muted it: it is live, and heard by nobody.
 */
muted: boolean, 
/**
 * Whether its device gives no sound, as its owner's page tells.
 */
silent: boolean, };

/**
 * What a participant may ask of the microphones of the floor.
 *
 * - `agree_to_microphone`: Agree that one's microphone opens when one's delegation is given the floor, or agree no longer.
 * - `open_microphone`: Open one's own microphone on the podium, or again in one's turn; the desk opens again that of the turn, and on an
 *   open stage that of a panellist who agrees.
 * - `close_microphone`: Close one's own microphone; the desk closes anybody's.
 * - `mute_microphone`: Mute one's own microphone: no device of one's own is heard anywhere until one unmutes it oneself.
 * - `unmute_microphone`: Unmute one's own microphone: it is heard again wherever it is live.
 * - `report_microphone`: Tell whether the device gives sound: not where the system holds it down, or nothing but zeros comes from it.
 */
export type MicrophonesCommand = { "type": "agree_to_microphone", 
/**
 * Whether one agrees.
 */
agrees: boolean, } | { "type": "open_microphone", 
/**
 * Whose; one's own if none.
 */
person: PersonId | null, } | { "type": "close_microphone", 
/**
 * Whose; one's own if none.
 */
person: PersonId | null, } | { "type": "mute_microphone", } | { "type": "unmute_microphone", } | { "type": "report_microphone", 
/**
 * Whether it does.
 */
sounds: boolean, };

/**
 * All that `MicrophonesCommand` can be, in their order.
 */
export const EVERY_MICROPHONES_COMMAND = ["agree_to_microphone", "open_microphone", "close_microphone", "mute_microphone", "unmute_microphone", "report_microphone"] as const;

/**
 * A question as the desk sees it, with who asks.
 */
export type ModerationView = { 
/**
 * Which.
 */
id: QuestionId, 
/**
 * The text.
 */
text: string, 
/**
 * Language it is written in.
 */
language: Language, 
/**
 * Whom it is addressed to, if it is to one.
 */
to: SpeakerView | null, 
/**
 * Who asks.
 */
asker: Asker, 
/**
 * Whether nobody else is to know who asks.
 */
anonymous: boolean, 
/**
 * How far it has come.
 */
state: QuestionState, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * When it was asked.
 */
asked_at_ms: number, 
/**
 * Why it was declined; empty otherwise.
 */
reason: string, 
/**
 * Whether it can be made a request for the floor: somebody asks who has a seat and is to be named, and the session
 * has a list of questions.
 */
may_promote: boolean, 
/**
 * The request for the floor that it was promoted to.
 */
request: RequestId | null, };

/**
 * Something that can be moved.
 */
export type MotionChoice = { 
/**
 * What.
 */
kind: MotionKind, 
/**
 * Whose debate, where it is about one.
 */
list: ListId | null, };

/**
 * A motion on the course of the meeting.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type MotionId = string;

/**
 * What is moved, in the order of precedence (rule 77).
 *
 * - `suspend_meeting`: To suspend the meeting (rule 76). Not debated.
 * - `adjourn_meeting`: To adjourn the meeting (rule 76). Not debated.
 * - `adjourn_debate`: To adjourn the debate on the item (rule 74). Two speak for it and two against.
 * - `close_debate`: To close the debate on the item (rule 75). Two speak against it.
 */
export type MotionKind = "suspend_meeting" | "adjourn_meeting" | "adjourn_debate" | "close_debate";

/**
 * All that `MotionKind` can be, in their order.
 */
export const EVERY_MOTION_KIND = ["suspend_meeting", "adjourn_meeting", "adjourn_debate", "close_debate"] as const;

/**
 * What one's own delegation may say on a motion.
 */
export type MotionSides = { 
/**
 * On which motion.
 */
motion: MotionId, 
/**
 * On which sides it may ask to speak.
 */
sides: Array<Side>, };

/**
 * A delegation that speaks on a motion.
 */
export type MotionSpeaker = { 
/**
 * Its request, on the list of speakers on motions.
 */
request: RequestId, 
/**
 * Which delegation.
 */
delegation: DelegationId, 
/**
 * Whether it has not been given the floor yet.
 */
waits: boolean, };

/**
 * How far a motion has come.
 *
 * - `moved`: Moved; the chair has not taken it up.
 * - `taken_up`: Before the meeting.
 * - `carried`: Carried.
 * - `defeated`: Defeated.
 * - `withdrawn`: Withdrawn.
 * - `ruled_out`: Ruled out of order.
 * - `lapsed`: The session was closed before it was decided on.
 */
export type MotionState = "moved" | "taken_up" | "carried" | "defeated" | "withdrawn" | "ruled_out" | "lapsed";

/**
 * All that `MotionState` can be, in their order.
 */
export const EVERY_MOTION_STATE = ["moved", "taken_up", "carried", "defeated", "withdrawn", "ruled_out", "lapsed"] as const;

/**
 * A motion.
 */
export type MotionView = { 
/**
 * Which.
 */
id: MotionId, 
/**
 * What is moved.
 */
kind: MotionKind, 
/**
 * Whose debate, where it is about one.
 */
list: ListId | null, 
/**
 * The delegation that moved; none where the chair proposed.
 */
delegation: DelegationId | null, 
/**
 * When.
 */
moved_at_ms: number, 
/**
 * How far it has come.
 */
state: MotionState, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * Why it was ruled out; may be empty.
 */
reason: string, 
/**
 * The vote, if one was taken; what is carried without one, is by consent.
 */
vote: Tally | null, 
/**
 * Who speaks on it, and how many may.
 */
sides: Array<SideView>, };

/**
 * What a participant may ask about motions.
 *
 * - `move_motion`: Move for one's own delegation, where the rules know votes; or, from the chair, propose.
 * - `withdraw_motion`: Withdraw what one's own delegation has moved, before it is decided on; from the chair, what the chair proposed.
 * - `take_up_motion`: Put a motion before the meeting: no other business goes on until it is decided on.
 * - `rule_out_motion`: Rule a motion out of order.
 * - `speak_on_motion`: Ask to speak on a motion for one's own delegation; or, from the chair, put a delegation down.
 * - `decide_motion`: Record the vote on a motion. More for it than against carry it.
 * - `carry_by_consent`: Declare a motion carried without a vote, as nobody objects.
 */
export type MotionsCommand = { "type": "move_motion", 
/**
 * What.
 */
kind: MotionKind, 
/**
 * Whose debate, where it is about one.
 */
list?: ListId, } | { "type": "withdraw_motion", 
/**
 * Which.
 */
motion: MotionId, } | { "type": "take_up_motion", 
/**
 * Which.
 */
motion: MotionId, } | { "type": "rule_out_motion", 
/**
 * Which.
 */
motion: MotionId, 
/**
 * Why, for the record: at most 300 characters; may be empty.
 */
reason: string, } | { "type": "speak_on_motion", 
/**
 * Which.
 */
motion: MotionId, 
/**
 * On which side: for it, or against it.
 */
side: Side, 
/**
 * Which delegation; for the desk alone.
 */
delegation?: DelegationId, } | { "type": "decide_motion", 
/**
 * Which.
 */
motion: MotionId, 
/**
 * Votes for it.
 */
in_favour: number, 
/**
 * Votes against it.
 */
against: number, 
/**
 * Abstentions.
 */
abstaining: number, } | { "type": "carry_by_consent", 
/**
 * Which.
 */
motion: MotionId, };

/**
 * All that `MotionsCommand` can be, in their order.
 */
export const EVERY_MOTIONS_COMMAND = ["move_motion", "withdraw_motion", "take_up_motion", "rule_out_motion", "speak_on_motion", "decide_motion", "carry_by_consent"] as const;

/**
 * What can be moved, and what is to be dealt with first. There is one, with the id `motions`.
 */
export type MotionsView = { 
/**
 * Always `motions`.
 */
id: string, 
/**
 * Those that have yet to be decided on, in the order of precedence.
 */
waiting: Array<MotionId>, 
/**
 * The one before the meeting: no other business goes on until it is decided on.
 */
in_hand: MotionId | null, 
/**
 * Who is to speak on it next.
 */
next_speaker: RequestId | null, 
/**
 * Whether a vote may decide; else only consent does.
 */
votes: boolean, 
/**
 * What can be moved now; delegations move only where votes decide.
 */
choices: Array<MotionChoice>, };

/**
 * A move by hand, with its reason.
 */
export type MoveView = { 
/**
 * The list and the number of the move.
 */
id: string, 
/**
 * On which list.
 */
list: ListId, 
/**
 * Which request; none where the whole list was put into an order.
 */
request: RequestId | null, 
/**
 * Whose request; none likewise.
 */
delegation: DelegationId | null, 
/**
 * Place it had; 0 for a whole list.
 */
from_place: number, 
/**
 * Place it was given; 0 for a whole list.
 */
to_place: number, 
/**
 * By what the whole list was put into an order.
 */
policy?: Policy, 
/**
 * The lot that was drawn for that order.
 */
lot?: Lot, 
/**
 * Why; empty for a whole list.
 */
reason: string, 
/**
 * Who moved it.
 */
by: Wording, 
/**
 * When.
 */
at_ms: number, };

/**
 * A motion, as it is told.
 */
export type Moved = { 
/**
 * What was moved.
 */
kind: MotionKind, 
/**
 * By whom; none where the chair proposed.
 */
seat: Seat | null, 
/**
 * The list whose debate it was about; none where it was about the meeting.
 */
list: Wording | null, };

/**
 * Somebody who is muted in the chat.
 */
export type MutedView = { 
/**
 * Which person.
 */
id: PersonId, 
/**
 * Name; empty if they are not in the session any more.
 */
name: Wording, 
/**
 * Their delegation, if any.
 */
delegation: DelegationId | null, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * Why.
 */
reason: string, };

/**
 * That a person may not write to all, since when and why.
 */
export type Muting = { 
/**
 * Since when.
 */
since_ms: number, 
/**
 * Why.
 */
reason: string, };

/**
 * A person as known when the fact came to be.
 */
export type Named = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their name.
 */
name: Wording, 
/**
 * Their function; may be empty.
 */
function: Wording, };

/**
 * A node: one start of the server. One that is started again is another.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type NodeId = string;

/**
 * A node of the server that was heard of late.
 */
export type NodeSignal = { 
/**
 * Which.
 */
node: NodeId, 
/**
 * Whether it is the one that tells this.
 */
own: boolean, 
/**
 * How long ago it was heard, in milliseconds. Each is heard every three seconds; after 15 without, its people leave.
 */
heard_ago_ms: number, 
/**
 * People who are in this session there.
 */
people: number, };

/**
 * What a participant may ask of the notes.
 *
 * - `mark_moment`: Mark this moment, and whose turn it is.
 * - `note_at_mark`: Note something else at a mark.
 * - `remove_mark`: Take a mark away.
 * - `write_summary`: Write what was said in a statement, in the place of what was written of it in that language.
 */
export type NotesCommand = { "type": "mark_moment", 
/**
 * What is to be remembered of it, at most 500 characters; may be empty.
 */
note: string, } | { "type": "note_at_mark", 
/**
 * Which.
 */
mark: MarkId, 
/**
 * What is to be remembered, at most 500 characters; may be empty.
 */
note: string, } | { "type": "remove_mark", 
/**
 * Which.
 */
mark: MarkId, } | { "type": "write_summary", 
/**
 * Which turn.
 */
turn: TurnId, 
/**
 * In which of the session's languages.
 */
language: Language, 
/**
 * What was said, at most 4,000 characters; empty to take it away.
 */
text: string, 
/**
 * Version that the sender saw, 0 where there was none; another version refuses it. Null: whatever it is.
 */
version: number | null, };

/**
 * All that `NotesCommand` can be, in their order.
 */
export const EVERY_NOTES_COMMAND = ["mark_moment", "note_at_mark", "remove_mark", "write_summary"] as const;

/**
 * Somebody who sits in a delegation. The id is the person's.
 */
export type OccupantView = { 
/**
 * Who.
 */
id: PersonId, 
/**
 * In which delegation.
 */
delegation: DelegationId, 
/**
 * Name in each language in which it is given.
 */
name: Wording, 
/**
 * Function; may be empty.
 */
function: Wording, 
/**
 * Position in the delegation, where the secretariat has said so.
 */
position: Position | null, 
/**
 * Level, where known.
 */
rank: Rank | null, 
/**
 * Language of their pages until they choose another.
 */
language: Language, 
/**
 * Whether they are there.
 */
present: boolean, 
/**
 * Grows with every change of their seat; a change made against another one is refused.
 */
version: number, };

/**
 * An official of the session.
 */
export type OfficialView = { 
/**
 * Which person.
 */
id: PersonId, 
/**
 * Name.
 */
name: Wording, 
/**
 * Function; may be empty.
 */
function: Wording, 
/**
 * Delegation, if any.
 */
delegation: DelegationId | null, 
/**
 * Booth, if any.
 */
booth: BoothId | null, 
/**
 * Roles in this session.
 */
roles: Array<Role>, 
/**
 * Whether they are present.
 */
present: boolean, };

/**
 * The interpreter on air in a booth. Whether they are heard, `carries` of the channel says.
 */
export type OnAirView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Through which output.
 */
output: Output, 
/**
 * For which channel.
 */
channel: ChannelId, 
/**
 * Since when.
 */
since_ms: number, };

/**
 * Somebody on the stage.
 */
export type OnStageView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Name.
 */
name: Wording, 
/**
 * Function; may be empty.
 */
function: Wording, 
/**
 * Delegation, if any.
 */
delegation: DelegationId | null, 
/**
 * Whether they lead the panel.
 */
moderates: boolean, 
/**
 * Whether they are present.
 */
present: boolean, 
/**
 * Whether their microphone is live on the floor and not muted.
 */
live: boolean, 
/**
 * Whether their microphone opens when they are called: they are present and agree, and it reaches the server.
 */
ready: boolean, };

/**
 * A paragraph of the outcome document in one language.
 */
export type OutcomeCell = { 
/**
 * Which language.
 */
language: Language, 
/**
 * How it stands to the original.
 */
standing: ParagraphStanding, 
/**
 * Who has asked for the brackets in it, in their order.
 */
brackets: Array<string>, 
/**
 * Its text, brackets included.
 */
parts: Array<OutcomePart>, };

/**
 * How a part of a text differs.
 *
 * - `none`: It is in both.
 * - `added`: It is new.
 * - `removed`: It is gone.
 */
export type OutcomeChange = "none" | "added" | "removed";

/**
 * All that `OutcomeChange` can be, in their order.
 */
export const EVERY_OUTCOME_CHANGE = ["none", "added", "removed"] as const;

/**
 * What a participant may ask of the outcome document. Its text is written with `write_draft`; versions are kept by HTTP.
 *
 * - `set_original`: Say in which language the document is written first: the others are translations of it.
 * - `comment_on_paragraph`: Say something at a paragraph, to those who write.
 * - `settle_comment`: A comment is seen to.
 * - `open_corrections`: Show a version to all in the conference, and let delegations ask for corrections to it until a moment.
 * - `close_corrections`: End that before its moment.
 * - `ask_for_correction`: Ask, for one's delegation, for a correction to the version that is open for them.
 * - `withdraw_correction`: Withdraw what one's delegation has asked for, while it is not answered.
 * - `answer_correction`: Answer a delegation.
 * - `issue_outcome`: Put a version before the public, as it is.
 * - `take_back_outcome`: Take it back from the public, to go on writing.
 */
export type OutcomeCommand = { "type": "set_original", 
/**
 * One of the conference's languages.
 */
language: Language, } | { "type": "comment_on_paragraph", 
/**
 * At which.
 */
paragraph: ParagraphId, 
/**
 * At its text in which language.
 */
language: Language, 
/**
 * What, 1 to 1,000 characters.
 */
text: string, } | { "type": "settle_comment", 
/**
 * Which.
 */
comment: CommentId, } | { "type": "open_corrections", 
/**
 * Which version.
 */
version: number, 
/**
 * Until when; a moment that is past ends it at once.
 */
until_ms: number, } | { "type": "close_corrections", } | { "type": "ask_for_correction", 
/**
 * To which paragraph.
 */
paragraph: ParagraphId, 
/**
 * To its text in which language.
 */
language: Language, 
/**
 * How it should read, or what is wrong with it; 1 to 2,000 characters.
 */
text: string, } | { "type": "withdraw_correction", 
/**
 * Which.
 */
correction: CorrectionId, } | { "type": "answer_correction", 
/**
 * Which.
 */
correction: CorrectionId, 
/**
 * Whether it is taken over.
 */
accepted: boolean, 
/**
 * What is to be said of it, at most 1,000 characters; may be empty.
 */
remark: string, } | { "type": "issue_outcome", 
/**
 * Which version.
 */
version: number, 
/**
 * In which way.
 */
standing: IssuedAs, } | { "type": "take_back_outcome", };

/**
 * All that `OutcomeCommand` can be, in their order.
 */
export const EVERY_OUTCOME_COMMAND = ["set_original", "comment_on_paragraph", "settle_comment", "open_corrections", "close_corrections", "ask_for_correction", "withdraw_correction", "answer_correction", "issue_outcome", "take_back_outcome"] as const;

/**
 * What somebody said at a paragraph, until it is seen to.
 */
export type OutcomeCommentView = { 
/**
 * Which.
 */
id: CommentId, 
/**
 * At which paragraph.
 */
paragraph: ParagraphId, 
/**
 * At its text in which language.
 */
language: Language, 
/**
 * Who.
 */
by: PersonId, 
/**
 * Their name.
 */
author: Wording, 
/**
 * What.
 */
text: string, 
/**
 * When.
 */
at_ms: number, };

/**
 * What a delegation has asked for.
 */
export type OutcomeCorrectionView = { 
/**
 * Which.
 */
id: CorrectionId, 
/**
 * Which delegation.
 */
delegation: DelegationId, 
/**
 * Its name.
 */
name: Wording, 
/**
 * To which version.
 */
version: number, 
/**
 * To which paragraph.
 */
paragraph: ParagraphId, 
/**
 * To its text in which language.
 */
language: Language, 
/**
 * What for.
 */
text: string, 
/**
 * When.
 */
at_ms: number, 
/**
 * What it was answered; null while it was not.
 */
reply: CorrectionReply | null, };

/**
 * A part of a text.
 */
export type OutcomePart = { 
/**
 * The text.
 */
text: string, 
/**
 * How it differs.
 */
change: OutcomeChange, };

/**
 * A paragraph of the outcome document in all languages.
 */
export type OutcomeRow = { 
/**
 * What ties them; may be empty.
 */
paragraph: string, 
/**
 * What it is.
 */
kind: ParagraphKind, 
/**
 * Its number from 1, of a subparagraph that of its letter; null where it has none.
 */
number: number | null, 
/**
 * In each language, in the order of the conference's.
 */
cells: Array<OutcomeCell>, };

/**
 * Answer of `GET /as/<link id>/api/outcome/versions/<version>`; with `?against=<version>` it tells what differs from that one.
 */
export type OutcomeText = { 
/**
 * The version's number.
 */
number: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * When it was kept.
 */
at_ms: number, 
/**
 * The language in which it was written first.
 */
original: Language, 
/**
 * Its paragraphs in their order.
 */
rows: Array<OutcomeRow>, };

/**
 * A version of the outcome document that is kept.
 */
export type OutcomeVersionView = { 
/**
 * `v` and its number.
 */
id: string, 
/**
 * Counts from 1.
 */
number: number, 
/**
 * What it is called.
 */
name: string, 
/**
 * Who kept it.
 */
by: PersonId, 
/**
 * Their name.
 */
author: Wording, 
/**
 * When.
 */
at_ms: number, };

/**
 * How the outcome document stands, for those who write it. There is one, with the id `outcome`.
 */
export type OutcomeView = { 
/**
 * Always `outcome`.
 */
id: string, 
/**
 * The language in which it is written first.
 */
original: Language, 
/**
 * The version that was opened for corrections last; null if none was.
 */
corrections_to: number | null, 
/**
 * Until when they are taken; null while they are not.
 */
corrections_until_ms: number | null, 
/**
 * The version that is before the public; null while none is. While one is, nothing is written.
 */
issued_version: number | null, 
/**
 * In which way; null while it is not.
 */
standing: IssuedAs | null, 
/**
 * Who may write it.
 */
writers: Array<OutcomeWriterView>, };

/**
 * Somebody who may write the outcome document.
 */
export type OutcomeWriterView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their name.
 */
name: Wording, };

/**
 * An output of a booth.
 *
 * - `a`: The first.
 * - `b`: The second, for a booth that works both ways.
 */
export type Output = "a" | "b";

/**
 * All that `Output` can be, in their order.
 */
export const EVERY_OUTPUT = ["a", "b"] as const;

/**
 * An output of a booth.
 */
export type OutputView = { 
/**
 * Which output.
 */
output: Output, 
/**
 * The channel that it feeds.
 */
channel: ChannelId, 
/**
 * Who is on air for that channel, of whichever booth.
 */
taken_by: PersonId | null, };

/**
 * One's own ballot, or that of one's delegation, once it is cast.
 */
export type OwnBallotView = { 
/**
 * In which poll.
 */
id: PollId, 
/**
 * The choices, by their numbers from 0.
 */
choices: Array<number>, 
/**
 * Who cast it.
 */
by: Wording, };

/**
 * One's own question.
 */
export type OwnQuestionView = { 
/**
 * Which.
 */
id: QuestionId, 
/**
 * The text.
 */
text: string, 
/**
 * Language it is written in.
 */
language: Language, 
/**
 * Whom it is addressed to, if it is to one.
 */
to: SpeakerView | null, 
/**
 * Whether only the desk knows who asks.
 */
anonymous: boolean, 
/**
 * How far it has come.
 */
state: QuestionState, 
/**
 * When it was asked.
 */
asked_at_ms: number, 
/**
 * Why it was declined; empty otherwise.
 */
reason: string, };

/**
 * That a slower pace was asked for, and never by whom. There is one, with the id `pace`.
 */
export type PaceView = { 
/**
 * Always `pace`.
 */
id: string, 
/**
 * When it was last asked for in this turn.
 */
asked_at_ms: number | null, };

/**
 * What a participant may ask about the stage.
 *
 * - `start_timer`: Start the timer for somebody on stage, in the place of one that runs.
 * - `stop_timer`: Stop the timer. Its time is added up.
 * - `give_floor_on_stage`: Give somebody on stage the floor, to answer: their timer starts, all see them, and their microphone opens if it is
 *   ready.
 */
export type PanelCommand = { "type": "start_timer", 
/**
 * For whom: a panellist or the moderator.
 */
person: PersonId, 
/**
 * How long they are to speak, in milliseconds: 10 s to 60 min.
 */
limit_ms: number, } | { "type": "stop_timer", } | { "type": "give_floor_on_stage", 
/**
 * Whom: a panellist or the moderator.
 */
person: PersonId, 
/**
 * How long they are to speak, in milliseconds: 10 s to 60 min.
 */
limit_ms: number, };

/**
 * All that `PanelCommand` can be, in their order.
 */
export const EVERY_PANEL_COMMAND = ["start_timer", "stop_timer", "give_floor_on_stage"] as const;

/**
 * A paragraph of the outcome document: what ties it in all languages.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type ParagraphId = string;

/**
 * What a paragraph is.
 *
 * - `title`: The title of the document.
 * - `heading`: A heading.
 * - `plain`: A paragraph without a number, as those at the beginning are.
 * - `numbered`: A paragraph with a number.
 * - `sub`: A subparagraph, with a letter.
 */
export type ParagraphKind = "title" | "heading" | "plain" | "numbered" | "sub";

/**
 * All that `ParagraphKind` can be, in their order.
 */
export const EVERY_PARAGRAPH_KIND = ["title", "heading", "plain", "numbered", "sub"] as const;

/**
 * How a paragraph of a language stands to the original.
 *
 * - `original`: It is the original.
 * - `matches`: It says what the original says, as whoever wrote it has found.
 * - `older`: The original was changed since.
 * - `unchecked`: Nobody has said yet that it says what the original says.
 * - `missing`: It is not there, or says nothing.
 * - `untied`: It is tied to no paragraph of the original.
 */
export type ParagraphStanding = "original" | "matches" | "older" | "unchecked" | "missing" | "untied";

/**
 * All that `ParagraphStanding` can be, in their order.
 */
export const EVERY_PARAGRAPH_STANDING = ["original", "matches", "older", "unchecked", "missing", "untied"] as const;

/**
 * A paragraph of the proceedings.
 */
export type ParagraphView = { 
/**
 * Its name, which it keeps.
 */
id: string, 
/**
 * Its number, from 1 without a gap: sort by it. It changes if an earlier act is undone.
 */
number: number, 
/**
 * When it happened.
 */
at_ms: number, 
/**
 * What happened.
 */
fact: Fact, };

/**
 * Who one is: what the name plate shows, and one's roles in each session.
 */
export type ParticipantView = { 
/**
 * Which person.
 */
id: PersonId, 
/**
 * Name.
 */
name: Wording, 
/**
 * Function; may be empty.
 */
function: Wording, 
/**
 * Seat, if any.
 */
delegation: Delegation | null, 
/**
 * Language of the interface until the person chooses another.
 */
language: Language, 
/**
 * Roles in each session that the person may enter, in order of the sessions' ids; there is at least one.
 */
sessions: Array<RolesView>, };

/**
 * Kinds of things that come to an end, and are then read page by page.
 *
 * - `heard`: Requests of a list that were heard.
 * - `written`: Requests of a list that were filed in writing.
 * - `texts`: Texts of the requests of a list that were heard, then of those that were filed in writing.
 * - `moves`: Moves by hand on a list.
 * - `points`: Points of order.
 * - `motions`: Motions.
 * - `answered`: Questions that were answered.
 * - `questions`: Questions that the desk has dealt with, as it sees them.
 * - `polls`: Shows of hands and polls, with their ballots.
 */
export type PastKind = "heard" | "written" | "texts" | "moves" | "points" | "motions" | "answered" | "questions" | "polls";

/**
 * All that `PastKind` can be, in their order.
 */
export const EVERY_PAST_KIND = ["heard", "written", "texts", "moves", "points", "motions", "answered", "questions", "polls"] as const;

/**
 * Answer of `GET /as/<link id>/api/past/<session>/<kind>`.
 */
export type PastPage = { 
/**
 * Entities of what is over, the oldest first; of one thing there may be several.
 */
entities: Array<MeetingEntity>, 
/**
 * Whether there are earlier things.
 */
more: boolean, };

/**
 * How a request ended.
 */
export type PastRequest = { 
/**
 * Which request.
 */
request: RequestId, 
/**
 * Its end.
 */
state: RequestState, 
/**
 * When.
 */
since_ms: number, 
/**
 * Why it was declined; empty otherwise.
 */
reason: string, };

/**
 * A person, whatever they do in a session.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type PersonId = string;

/**
 * How far a session has come.
 *
 * - `scheduled`: Not yet opened. Delegations may already be inscribed on an open list.
 * - `open`: In session.
 * - `suspended`: Suspended: the floor, the clock and the list keep their place.
 * - `closed`: Over: for good, or adjourned until the next sitting.
 */
export type Phase = "scheduled" | "open" | "suspended" | "closed";

/**
 * All that `Phase` can be, in their order.
 */
export const EVERY_PHASE = ["scheduled", "open", "suspended", "closed"] as const;

/**
 * What a delegation may do with its placard. There is one for each, with the id `placard`.
 */
export type PlacardView = { 
/**
 * Always `placard`.
 */
id: string, 
/**
 * Whether it may raise a point of order.
 */
may_raise: boolean, 
/**
 * Its own point of order that the chair has not ruled on.
 */
point: PointId | null, 
/**
 * The point of order on which it may appeal against the ruling.
 */
may_appeal: PointId | null, 
/**
 * Whether it may move what can be moved.
 */
may_move: boolean, 
/**
 * Its own motions that are not decided on, which it may withdraw.
 */
motions: Array<MotionId>, 
/**
 * On which motion it may ask to speak, and on which sides.
 */
may_speak: MotionSides | null, };

/**
 * Where a passage stands, and whose it is.
 *
 * - `text`: The text of a statement.
 * - `message`: A message of the chat.
 * - `paragraph`: A paragraph of the proceedings. What is found in it are names, reasons and titles; a client words the fact.
 */
export type Place = { "kind": "text", 
/**
 * Of which request.
 */
request: RequestId, 
/**
 * Whose statement.
 */
delegation: DelegationId, 
/**
 * What that delegation is called for short.
 */
short: Wording, 
/**
 * In which language.
 */
language: Language, 
/**
 * When it was given.
 */
at_ms: number, } | { "kind": "message", 
/**
 * Which message.
 */
message: MessageId, 
/**
 * In which room.
 */
room: RoomId, 
/**
 * Who wrote it, as they were known then.
 */
author: Author, 
/**
 * When it was shown.
 */
at_ms: number, } | { "kind": "paragraph", 
/**
 * The paragraph.
 */
paragraph: ParagraphView, };

/**
 * All that `Place` can be, in their order.
 */
export const EVERY_PLACE = ["text", "message", "paragraph"] as const;

/**
 * A request in a proposed order.
 */
export type PlaceView = { 
/**
 * Which request.
 */
request: RequestId, 
/**
 * Whose.
 */
delegation: DelegationId, 
/**
 * Place it has on the list now, 1 for the head; none if it waits no longer.
 */
place_now: number | null, 
/**
 * Why it would stand here.
 */
why: Why, };

/**
 * A point of order.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type PointId = string;

/**
 * How far a point of order has come.
 *
 * - `raised`: Raised; the chair has not recognised it.
 * - `heard`: Heard.
 * - `ruled`: Ruled on.
 * - `withdrawn`: Withdrawn.
 * - `lapsed`: The session was closed before a ruling.
 */
export type PointState = "raised" | "heard" | "ruled" | "withdrawn" | "lapsed";

/**
 * All that `PointState` can be, in their order.
 */
export const EVERY_POINT_STATE = ["raised", "heard", "ruled", "withdrawn", "lapsed"] as const;

/**
 * A point of order.
 */
export type PointView = { 
/**
 * Which.
 */
id: PointId, 
/**
 * The delegation that raised it.
 */
delegation: DelegationId, 
/**
 * When.
 */
raised_at_ms: number, 
/**
 * The turn in progress then, if any.
 */
turn: TurnId | null, 
/**
 * How far it has come.
 */
state: PointState, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * The chair's ruling, if there is one.
 */
ruling: Ruling | null, 
/**
 * The ruling in words; may be empty.
 */
reason: string, 
/**
 * An appeal against the ruling.
 */
appeal: AppealView | null, 
/**
 * Whether an appeal may be made now.
 */
may_be_appealed: boolean, };

/**
 * What a participant may ask about points of order.
 *
 * - `raise_point_of_order`: Raise a point of order for one's own delegation. Needs no open list.
 * - `withdraw_point_of_order`: Withdraw one's own delegation's point of order, also while it is heard.
 * - `recognise_point_of_order`: Recognise the delegation: the turn in progress halts and the point is heard.
 * - `rule_on_point_of_order`: Rule on a point of order, heard or not.
 * - `appeal_ruling`: Appeal against the ruling that was just given, for one's own delegation.
 * - `decide_appeal`: Record the vote on an appeal. The ruling stands unless a majority of those voting is against it.
 */
export type PointsOfOrderCommand = { "type": "raise_point_of_order", } | { "type": "withdraw_point_of_order", 
/**
 * Which.
 */
point: PointId, } | { "type": "recognise_point_of_order", 
/**
 * Which.
 */
point: PointId, } | { "type": "rule_on_point_of_order", 
/**
 * Which.
 */
point: PointId, 
/**
 * How.
 */
ruling: Ruling, 
/**
 * In words, for the record: at most 300 characters; may be empty.
 */
reason: string, } | { "type": "appeal_ruling", 
/**
 * On which point of order.
 */
point: PointId, } | { "type": "decide_appeal", 
/**
 * On which point of order.
 */
point: PointId, 
/**
 * Votes for the appeal: against the ruling.
 */
in_favour: number, 
/**
 * Votes against the appeal.
 */
against: number, 
/**
 * Abstentions.
 */
abstaining: number, };

/**
 * All that `PointsOfOrderCommand` can be, in their order.
 */
export const EVERY_POINTS_OF_ORDER_COMMAND = ["raise_point_of_order", "withdraw_point_of_order", "recognise_point_of_order", "rule_on_point_of_order", "appeal_ruling", "decide_appeal"] as const;

/**
 * By what a list is to be ordered.
 *
 * - `first_come`: The time of asking.
 * - `rank`: The level of who speaks, then geographical balance, then the time of asking.
 * - `category_then_order`: Statements on behalf of others first, then by accreditation category; within each as the list stands.
 * - `alternate_categories`: One of each accreditation category in turn; within each as the list stands.
 * - `alphabetical`: The names of the delegations in the host's first language, beginning with one that is drawn.
 */
export type Policy = { "by": "first_come", } | { "by": "rank", } | { "by": "category_then_order", } | { "by": "alternate_categories", } | { "by": "alphabetical", 
/**
 * The delegation to begin with; without one a lot is drawn among those who wait.
 */
from: DelegationId | null, };

/**
 * All that `Policy` can be, in their order.
 */
export const EVERY_POLICY = ["first_come", "rank", "category_then_order", "alternate_categories", "alphabetical"] as const;

/**
 * A show of hands or a poll.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type PollId = string;

/**
 * A show of hands or a poll.
 */
export type PollView = { 
/**
 * Which.
 */
id: PollId, 
/**
 * Its number, from 1, in the order in which they were opened.
 */
number: number, 
/**
 * The question, in the languages that it was given in.
 */
question: Wording, 
/**
 * What is answered, and how.
 */
form: Form, 
/**
 * Who may answer.
 */
entitled: Entitled, 
/**
 * The right with which one may answer.
 */
right: Right, 
/**
 * How many ballots there can be now: delegations with somebody who may speak, or people.
 */
ballots_max: number, 
/**
 * Whether all see who answered what; else all see the count alone.
 */
named: boolean, 
/**
 * Whether all see the result as it comes; else once it was published.
 */
live: boolean, 
/**
 * How far it has come.
 */
standing: Standing, 
/**
 * When it was opened.
 */
opened_at_ms: number, 
/**
 * How long it is open, if it closes by itself.
 */
limit_ms: number | null, 
/**
 * Time that passed of that before the clock last started.
 */
spent_ms: number, 
/**
 * Since when its clock runs; none while the meeting is suspended, when it has closed, and where it has no limit.
 */
running_since_ms: number | null, 
/**
 * When it closed; none while it is open.
 */
closed_at_ms: number | null, 
/**
 * Why it closed; none while it is open.
 */
closed_by: ClosedBy | null, };

/**
 * What a participant may ask about shows of hands and polls.
 *
 * - `ask_for_hands`: Ask for a show of hands. All see whose hands are up, as they go up.
 * - `open_poll`: Open a poll.
 * - `cast_ballot`: Answer.
 * - `take_ballot_back`: Take one's ballot back, or one's hand down.
 * - `close_poll`: Close a poll, so that nobody answers any more.
 * - `publish_poll`: Show all the result of a closed poll.
 * - `withdraw_poll`: Take a poll back with all its ballots.
 */
export type PollsCommand = { "type": "ask_for_hands", 
/**
 * The question, 1 to 300 characters in each language that it is given in.
 */
question: Wording, 
/**
 * Whether one is for, against or abstains; else a hand is up or not.
 */
for_against: boolean, 
/**
 * Who may answer.
 */
entitled: Entitled, 
/**
 * How long it is open, in milliseconds: 10 s to 60 min; none until the desk closes it.
 */
limit_ms: number | null, } | { "type": "open_poll", 
/**
 * The question, 1 to 300 characters in each language that it is given in.
 */
question: Wording, 
/**
 * The options, 2 to 8, each 1 to 120 characters in each language of the question.
 */
options: Array<Wording>, 
/**
 * Most options that one may choose: 1 to all of them.
 */
choices_max: number, 
/**
 * Who may answer.
 */
entitled: Entitled, 
/**
 * Whether all are to see who answered what.
 */
named: boolean, 
/**
 * Whether all are to see the result as it comes.
 */
live: boolean, 
/**
 * How long it is open, in milliseconds: 10 s to 60 min; none until the desk closes it.
 */
limit_ms: number | null, } | { "type": "cast_ballot", 
/**
 * Which poll.
 */
poll: PollId, 
/**
 * The choices, by their numbers from 0, each once.
 */
choices: Array<number>, 
/**
 * Whether it is to take the place of the ballot that one has cast.
 */
change: boolean, } | { "type": "take_ballot_back", 
/**
 * From which poll.
 */
poll: PollId, } | { "type": "close_poll", 
/**
 * Which.
 */
poll: PollId, } | { "type": "publish_poll", 
/**
 * Which.
 */
poll: PollId, } | { "type": "withdraw_poll", 
/**
 * Which.
 */
poll: PollId, };

/**
 * All that `PollsCommand` can be, in their order.
 */
export const EVERY_POLLS_COMMAND = ["ask_for_hands", "open_poll", "cast_ballot", "take_ballot_back", "close_poll", "publish_poll", "withdraw_poll"] as const;

/**
 * Position of a person in their delegation.
 *
 * - `head`: Heads it.
 * - `representative`: Represents it.
 * - `alternate`: Stands in for a representative.
 * - `adviser`: Advises.
 * - `expert`: Is an expert.
 */
export type Position = "head" | "representative" | "alternate" | "adviser" | "expert";

/**
 * All that `Position` can be, in their order.
 */
export const EVERY_POSITION = ["head", "representative", "alternate", "adviser", "expert"] as const;

/**
 * How ready a waiting request is. The id is the request's.
 */
export type PreparationView = { 
/**
 * Which request.
 */
id: RequestId, 
/**
 * Whether somebody of the delegation is present.
 */
present: boolean, 
/**
 * Since when nobody is, if somebody was.
 */
absent_since_ms: number | null, 
/**
 * Who would speak if the floor were given now, where known.
 */
speaker: PersonId | null, 
/**
 * Whether they are present.
 */
speaker_present: boolean, 
/**
 * Whether they agreed that their microphone opens.
 */
agrees: boolean, 
/**
 * Whether anything comes from it, if only silence.
 */
connected: boolean, 
/**
 * Whether they have muted it.
 */
muted: boolean, 
/**
 * Whether its device gives no sound, as their page tells.
 */
silent: boolean, 
/**
 * Language of the statement.
 */
language: Language, 
/**
 * Languages in which its text was received.
 */
texts: Array<Language>, 
/**
 * Who may speak for the delegation.
 */
people: Array<MemberView>, };

/**
 * What a participant may ask of pre-recorded statements. They are handed in over HTTP.
 *
 * - `take_back_prerecorded`: Take the pre-recorded statement of one's own delegation back.
 * - `play_prerecorded`: Give the floor to a delegation and play the statement that it has recorded. A turn in progress ends.
 * - `stop_prerecorded`: Stop the statement that is played. The turn goes on, with the time left, for whoever speaks for the delegation.
 */
export type PrerecordedCommand = { "type": "take_back_prerecorded", 
/**
 * Of which request; it waits.
 */
request: RequestId, } | { "type": "play_prerecorded", 
/**
 * To which request.
 */
request: RequestId, 
/**
 * The turn that the giver sees in progress, if any; another one refuses the command.
 */
ending: TurnId | null, } | { "type": "stop_prerecorded", 
/**
 * In which turn.
 */
turn: TurnId, };

/**
 * All that `PrerecordedCommand` can be, in their order.
 */
export const EVERY_PRERECORDED_COMMAND = ["take_back_prerecorded", "play_prerecorded", "stop_prerecorded"] as const;

/**
 * That the statement of a request was recorded ahead, before it is heard to its end. The id is the request's.
 */
export type PrerecordedView = { 
/**
 * Of which request.
 */
id: RequestId, 
/**
 * How long it is.
 */
length_ms: number, 
/**
 * When it was received.
 */
at_ms: number, };

/**
 * A guiding principle of the Compact (A/RES/73/195, annex, paragraph 15).
 *
 * - `people_centred`: (a) People-centred.
 * - `international_cooperation`: (b) International cooperation.
 * - `national_sovereignty`: (c) National sovereignty.
 * - `rule_of_law`: (d) Rule of law and due process.
 * - `sustainable_development`: (e) Sustainable development.
 * - `human_rights`: (f) Human rights.
 * - `gender_responsive`: (g) Gender-responsive.
 * - `child_sensitive`: (h) Child-sensitive.
 * - `whole_of_government`: (i) Whole-of-government approach.
 * - `whole_of_society`: (j) Whole-of-society approach.
 */
export type Principle = "people_centred" | "international_cooperation" | "national_sovereignty" | "rule_of_law" | "sustainable_development" | "human_rights" | "gender_responsive" | "child_sensitive" | "whole_of_government" | "whole_of_society";

/**
 * All that `Principle` can be, in their order.
 */
export const EVERY_PRINCIPLE = ["people_centred", "international_cooperation", "national_sovereignty", "rule_of_law", "sustainable_development", "human_rights", "gender_responsive", "child_sensitive", "whole_of_government", "whole_of_society"] as const;

/**
 * Body of every answer that is not a success.
 */
export type Problem = { 
/**
 * Stable code.
 */
code: ProblemCode, 
/**
 * One English sentence with the remedy.
 */
message: string, };

/**
 * Codes of [`Problem`].
 *
 * - `link_unknown`: The link is unknown, or was revoked.
 * - `not_entered`: No valid cookie: the personal link must be opened again.
 * - `wrong_origin`: The page this comes from is not ours.
 * - `session_unknown`: The person has no role in the session, or there is none.
 * - `not_allowed`: The person may not, as the table of rights says.
 * - `channel_unknown`: There is no such channel to listen to in public.
 * - `not_public`: There is nothing that the public may follow there.
 * - `person_unknown`: Nobody of this name has a seat there.
 * - `room_unknown`: There is no such chat room, or the person does not read it.
 * - `not_sound`: What was handed in is not sound as it is asked for, or larger.
 * - `not_paper`: What was given is no document that is taken, or larger.
 * - `not_clean`: The scanner for viruses found something in it.
 * - `document_unknown`: There is no such document, or not for this person.
 * - `text_unknown`: There is no such text of a statement, or not for this person.
 * - `not_taken`: The meeting does not take what was handed in.
 * - `nothing_recorded`: There is no pre-recorded statement there, or not for this person.
 * - `not_found`: There is nothing at the address.
 * - `malformed`: The call is not understood.
 * - `too_fast`: Too many calls.
 * - `unavailable`: The server could not.
 */
export type ProblemCode = "link_unknown" | "not_entered" | "wrong_origin" | "session_unknown" | "not_allowed" | "channel_unknown" | "not_public" | "person_unknown" | "room_unknown" | "not_sound" | "not_paper" | "not_clean" | "document_unknown" | "text_unknown" | "not_taken" | "nothing_recorded" | "not_found" | "malformed" | "too_fast" | "unavailable";

/**
 * All that `ProblemCode` can be, in their order.
 */
export const EVERY_PROBLEM_CODE = ["link_unknown", "not_entered", "wrong_origin", "session_unknown", "not_allowed", "channel_unknown", "not_public", "person_unknown", "room_unknown", "not_sound", "not_paper", "not_clean", "document_unknown", "text_unknown", "not_taken", "nothing_recorded", "not_found", "malformed", "too_fast", "unavailable"] as const;

/**
 * Answer of `GET /as/<link id>/api/proceedings/<session>`.
 */
export type ProceedingsPage = { 
/**
 * Paragraphs, the oldest first.
 */
paragraphs: Array<ParagraphView>, 
/**
 * Whether there are earlier ones.
 */
more: boolean, };

/**
 * Which rules of procedure are followed.
 *
 * - `informal`: None adopted: the chair decides, and nothing is put to the vote. Regional reviews normally work so.
 * - `general_assembly`: Those of the General Assembly (A/520/Rev.20).
 * - `functional_commission`: Those of the functional commissions of the Economic and Social Council (E/5975/Rev.1).
 */
export type Profile = "informal" | "general_assembly" | "functional_commission";

/**
 * All that `Profile` can be, in their order.
 */
export const EVERY_PROFILE = ["informal", "general_assembly", "functional_commission"] as const;

/**
 * What a participant may ask of the session.
 *
 * - `open_session`: Open the session. Requests inscribed beforehand take their places in the list.
 * - `suspend_session`: Suspend the meeting. The turn in progress halts with its clock and keeps its place.
 * - `resume_session`: Resume a suspended session and the turn that halted with it.
 * - `close_session`: Close the session. Requests still waiting lapse; lists close.
 * - `reopen_session`: Reopen a session that is closed or adjourned: the next sitting, or what was closed by mistake. Those who waited
 *   wait again in their order.
 */
export type ProgrammeCommand = { "type": "open_session", 
/**
 * Refused on another day of the host's than the session is planned for: the sender is to be asked first.
 */
on_planned_day?: boolean, } | { "type": "suspend_session", 
/**
 * Why, for all to read and for the record: "consultations". At most 300 characters; may be empty.
 */
reason: string, 
/**
 * Until when, as the chair announces it: a moment from now to seven days ahead; none where that is not known.
 * Nothing happens by itself then.
 */
until_ms?: number, } | { "type": "resume_session", } | { "type": "close_session", } | { "type": "reopen_session", 
/**
 * Since when it is closed, as the sender sees it; another moment refuses it.
 */
closed_at_ms: number, 
/**
 * Why, for the record: 1 to 300 characters.
 */
reason: string, };

/**
 * All that `ProgrammeCommand` can be, in their order.
 */
export const EVERY_PROGRAMME_COMMAND = ["open_session", "suspend_session", "resume_session", "close_session", "reopen_session"] as const;

/**
 * A session as the programme has it.
 */
export type ProgrammeSessionView = { 
/**
 * Which session.
 */
id: SessionId, 
/**
 * Title.
 */
title: Wording, 
/**
 * Kind.
 */
kind: SessionKind, 
/**
 * Planned beginning.
 */
starts_at_ms: number, 
/**
 * Planned end.
 */
ends_at_ms: number, 
/**
 * What of that is not as in the conference file; none if all is.
 */
rescheduled: Rescheduled | null, 
/**
 * Numbers of the objectives under discussion.
 */
objectives: Array<number>, 
/**
 * Phase it is in.
 */
phase: Phase, };

/**
 * How far an item has come.
 *
 * - `planned`: To come.
 * - `current`: Under way.
 * - `done`: Over.
 */
export type Progress = "planned" | "current" | "done";

/**
 * All that `Progress` can be, in their order.
 */
export const EVERY_PROGRESS = ["planned", "current", "done"] as const;

/**
 * An order of a list that is proposed to the desk. The id is the list's.
 */
export type ProposalView = { 
/**
 * Which list.
 */
id: ListId, 
/**
 * By what it is ordered.
 */
policy: Policy, 
/**
 * The lot that was drawn for it, if one was.
 */
lot: Lot | null, 
/**
 * Version of the list that it was worked out for: to be named when it is applied.
 */
list_version: number, 
/**
 * Whether the list has changed since: it can only be proposed again.
 */
stale: boolean, 
/**
 * The requests in that order.
 */
places: Array<PlaceView>, };

/**
 * The captions of a session, as the public reads them: an aid, and no record.
 */
export type PublicCaptions = { 
/**
 * By language, where there are any.
 */
captions: Array<PublicCaptionsIn>, };

/**
 * The captions of one language.
 */
export type PublicCaptionsIn = { 
/**
 * Which.
 */
language: Language, 
/**
 * The newest lines, the oldest first.
 */
lines: Array<CaptionView>, };

/**
 * A channel that the public may listen to.
 */
export type PublicChannel = { 
/**
 * Which channel; its sound is at `/listen/<session>/<id>.ogg`.
 */
id: ChannelId, 
/**
 * Number on the selector; 0 is the floor.
 */
number: number, 
/**
 * Its language; none for the floor.
 */
language: Language | null, 
/**
 * Its name.
 */
name: Wording, 
/**
 * What it carries at present, which whoever listens hears anyway.
 */
carries: CarriesView, };

/**
 * A session as the public sees it. It holds no time of asking, so it stays the same until the session changes.
 */
export type PublicNow = { 
/**
 * Name of the conference.
 */
conference_name: Wording, 
/**
 * What is to be said of it on screen; may be empty.
 */
notice: Wording, 
/**
 * IANA name of the host's time zone.
 */
time_zone: string, 
/**
 * What the host's clocks show.
 */
host_clock: HostClock, 
/**
 * Working languages of the conference.
 */
languages: Array<Language>, 
/**
 * The session: its plan and how far it has come.
 */
session: PublicSession, 
/**
 * Who has the floor, if anybody has; on a stage, whoever was called there.
 */
turn: PublicTurn | null, 
/**
 * The chair's last ruling on a point of order; none before there is one.
 */
ruled: PublicRuling | null, 
/**
 * The plate of who is next on the list, while the session is open; none where nobody waits.
 */
next: Wording | null, 
/**
 * Channels to listen to, by number.
 */
channels: Array<PublicChannel>, 
/**
 * Languages in which there are captions at present; their lines are asked for apart.
 */
captions?: Array<Language>, };

/**
 * Answer of `GET /api/public`. That of `GET /api/public/<session>` is the meeting's own `PublicNow`.
 */
export type PublicProgramme = { 
/**
 * Name of the conference.
 */
conference_name: Wording, 
/**
 * What is to be said of it on screen; may be empty.
 */
notice: Wording, 
/**
 * IANA name of the host's time zone.
 */
time_zone: string, 
/**
 * What the host's clocks show.
 */
host_clock: HostClock, 
/**
 * Working languages.
 */
languages: Array<Language>, 
/**
 * Sessions that the public may follow, in order of time.
 */
sessions: Array<PublicSession>, };

/**
 * A ruling on a point of order, as the public sees it. Pages show it for some seconds.
 */
export type PublicRuling = { 
/**
 * The name on the plate of the delegation that raised the point.
 */
plate: Wording, 
/**
 * How the chair ruled.
 */
ruling: Ruling, 
/**
 * When.
 */
at_ms: number, };

/**
 * A session of the programme that the public may follow.
 */
export type PublicSession = { 
/**
 * Which session.
 */
id: SessionId, 
/**
 * Title.
 */
title: Wording, 
/**
 * Kind of meeting.
 */
kind: SessionKind, 
/**
 * Planned beginning.
 */
starts_at_ms: number, 
/**
 * Planned end.
 */
ends_at_ms: number, 
/**
 * What of that is not as in the conference file; none if all is.
 */
rescheduled: Rescheduled | null, 
/**
 * Numbers of the objectives under discussion.
 */
objectives: Array<number>, 
/**
 * Phase it is in.
 */
phase: Phase, 
/**
 * Whether it is closed until the next sitting only.
 */
adjourned: boolean, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * Why it is suspended; empty otherwise.
 */
reason: string, 
/**
 * Until when it is suspended, as the chair announced it; none where that is not known, and otherwise.
 */
until_ms: number | null, 
/**
 * When the meeting was opened; none before.
 */
opened_at_ms: number | null, };

/**
 * Who has the floor, as the public sees it.
 */
export type PublicTurn = { 
/**
 * The delegation's name on the plate; on a stage, that of the person.
 */
plate: Wording, 
/**
 * Who speaks for it; empty where that is not known, and on a stage.
 */
name: Wording, 
/**
 * Their function; may be empty.
 */
function: Wording, 
/**
 * Language spoken, where known.
 */
language: Language | null, 
/**
 * Whether the turn is halted: it keeps the floor and does not speak.
 */
halted: boolean, 
/**
 * Whether it is heard on a point of order.
 */
point_of_order: boolean, 
/**
 * Whether a pre-recorded statement is played.
 */
prerecorded: boolean, 
/**
 * When its time is over; none while its clock stands, and after that.
 */
until_ms: number | null, };

/**
 * What a channel is worth as a source at present.
 *
 * - `floor`: It passes the floor.
 * - `direct`: Interpreted from the floor: `+` on a relay selector.
 * - `relay`: Interpreted from another channel: `−` on a relay selector.
 * - `silence`: Nothing is on it.
 */
export type Quality = "floor" | "direct" | "relay" | "silence";

/**
 * All that `Quality` can be, in their order.
 */
export const EVERY_QUALITY = ["floor", "direct", "relay", "silence"] as const;

/**
 * A question from the audience.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type QuestionId = string;

/**
 * How far a question has come.
 *
 * - `waiting`: Asked; the desk has not dealt with it.
 * - `visible`: All see it and vote for it.
 * - `answered`: Answered; all see it.
 * - `archived`: Put away; only the desk and its author see it.
 * - `declined`: Declined by the desk, with a reason that its author reads.
 * - `withdrawn`: Taken back by its author.
 */
export type QuestionState = "waiting" | "visible" | "answered" | "archived" | "declined" | "withdrawn";

/**
 * All that `QuestionState` can be, in their order.
 */
export const EVERY_QUESTION_STATE = ["waiting", "visible", "answered", "archived", "declined", "withdrawn"] as const;

/**
 * A question that all see: visible or answered.
 */
export type QuestionView = { 
/**
 * Which.
 */
id: QuestionId, 
/**
 * The text.
 */
text: string, 
/**
 * Language it is written in.
 */
language: Language, 
/**
 * Whom it is addressed to, if it is to one.
 */
to: SpeakerView | null, 
/**
 * Who asks; none if they are not to be named.
 */
asker: Asker | null, 
/**
 * How far it has come.
 */
state: QuestionState, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * When it was asked.
 */
asked_at_ms: number, 
/**
 * Votes for it.
 */
votes: number, 
/**
 * Its place: the lower comes first. By votes, then by time.
 */
order: number, 
/**
 * The request for the floor that it was promoted to.
 */
request: RequestId | null, };

/**
 * What a participant may ask about questions from the audience.
 *
 * - `open_questions`: Take questions from the audience.
 * - `close_questions`: Take no more. Those that were asked keep their place.
 * - `ask_question`: Ask the panel.
 * - `withdraw_question`: Take one's own question back.
 * - `show_question`: Make a question visible to all.
 * - `decline_question`: Decline a question that waits.
 * - `answer_question`: Mark a visible question as answered.
 * - `archive_question`: Put a question away that all see.
 * - `pin_question`: Pin a visible question to the stage, in the place of the one that is pinned.
 * - `unpin_question`: Take the pinned question off the stage.
 * - `promote_question`: Make a visible question of somebody with a seat a request for the floor, on the session's list of questions.
 * - `vote_for_question`: Vote for a visible question of somebody else.
 * - `take_vote_back`: Take one's own vote back.
 */
export type QuestionsCommand = { "type": "open_questions", } | { "type": "close_questions", } | { "type": "ask_question", 
/**
 * The text, 1 to 500 characters.
 */
text: string, 
/**
 * Language it is written in: a working language of the session.
 */
language: Language, 
/**
 * A panellist or the moderator, if it is addressed to one.
 */
to: PersonId | null, 
/**
 * Whether only the desk is to know who asks.
 */
anonymous: boolean, } | { "type": "withdraw_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "show_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "decline_question", 
/**
 * Which.
 */
question: QuestionId, 
/**
 * Why, for its author: 1 to 300 characters.
 */
reason: string, } | { "type": "answer_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "archive_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "pin_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "unpin_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "promote_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "vote_for_question", 
/**
 * Which.
 */
question: QuestionId, } | { "type": "take_vote_back", 
/**
 * From which question.
 */
question: QuestionId, };

/**
 * All that `QuestionsCommand` can be, in their order.
 */
export const EVERY_QUESTIONS_COMMAND = ["open_questions", "close_questions", "ask_question", "withdraw_question", "show_question", "decline_question", "answer_question", "archive_question", "pin_question", "unpin_question", "promote_question", "vote_for_question", "take_vote_back"] as const;

/**
 * Questions from the audience as a whole. There is one, with the id `questions`.
 */
export type QuestionsView = { 
/**
 * Always `questions`.
 */
id: string, 
/**
 * Whether they are taken now.
 */
open: boolean, 
/**
 * The question that is pinned to the stage.
 */
pinned: QuestionId | null, 
/**
 * Most that a person may have waiting or visible at once.
 */
open_max: number, };

/**
 * How many members are there, and how many the rules ask for.
 */
export type Quorum = { 
/**
 * Member States of the session.
 */
members: number, 
/**
 * Those of which somebody is present online. Who sits in the hall without a page is not counted, so the chair is told
 * and nothing is refused.
 */
present: number, 
/**
 * Fewest that must be present for the meeting to be opened and the debate to proceed: one third by rule 67 of the
 * General Assembly (A/520/Rev.20). None where the rules ask for a quorum whose number is not known here.
 */
to_open: number | null, 
/**
 * Fewest that must be present for a decision: a majority (the same rule). None as above.
 */
to_decide: number | null, };

/**
 * Level of a person, as the order of a general debate has it: the highest first.
 *
 * - `head_of_state`: A head of State.
 * - `vice_president`: A vice-president.
 * - `crown_prince`: A crown prince or princess.
 * - `head_of_government`: A head of government.
 * - `minister`: A minister.
 * - `vice_minister`: A vice-minister.
 * - `head_of_delegation`: The head of a delegation without a higher level.
 */
export type Rank = "head_of_state" | "vice_president" | "crown_prince" | "head_of_government" | "minister" | "vice_minister" | "head_of_delegation";

/**
 * All that `Rank` can be, in their order.
 */
export const EVERY_RANK = ["head_of_state", "vice_president", "crown_prince", "head_of_government", "minister", "vice_minister", "head_of_delegation"] as const;

/**
 * What stands in the way of giving the floor to the head of the main list, or else of the turn in progress. There is
 * one, with the id `readiness`.
 */
export type ReadinessView = { 
/**
 * Always `readiness`.
 */
id: string, 
/**
 * The request that it is about, if there is one.
 */
request: RequestId | null, 
/**
 * Its language.
 */
language: Language | null, 
/**
 * Who would interpret it, for each channel that needs interpretation; all channels with a language where it is not
 * known.
 */
staff: Array<StaffView>, 
/**
 * Channels that would lack interpretation from that language.
 */
gaps: Array<GapView>, 
/**
 * Booths that cannot hear the floor.
 */
floor_unheard: Array<BoothId>, 
/**
 * When the time of the first booth ends, if any does.
 */
booths_until_ms: number | null, };

/**
 * Why a message was refused.
 */
export type Reason = Refusal | WireRefusal;

/**
 * That a text of one's own delegation was received.
 */
export type ReceiptView = { 
/**
 * Its language.
 */
language: Language, 
/**
 * What interpreters are to follow.
 */
mark: Mark, 
/**
 * Whether it is the official one of several languages.
 */
official: boolean, 
/**
 * How long it takes to read out at the pace that interpreters can follow, 120 words a minute; null where its words are
 * not known.
 */
reading_ms: number | null, 
/**
 * The file that it came in; null where it came in none.
 */
file: TextFileView | null, 
/**
 * When it was received.
 */
at_ms: number, };

/**
 * The sound of a channel in a recording, at `/as/<link id>/api/recordings/<session>/<name of the recording>/<id>.ogg`.
 */
export type RecordedChannel = { 
/**
 * Which channel.
 */
id: ChannelId, 
/**
 * Its name.
 */
name: Wording, 
/**
 * How large the file is.
 */
bytes: number, 
/**
 * How long the sound is.
 */
length_ms: number, };

/**
 * One recording of a session.
 */
export type RecordedSession = { 
/**
 * Its name in addresses.
 */
name: string, 
/**
 * When it began.
 */
began_ms: number, 
/**
 * What was recorded, by number of the channel.
 */
channels: Array<RecordedChannel>, 
/**
 * Languages in which captions were written in the session; those of this recording are beside it, at
 * `…/captions.<language>.vtt`.
 */
captions?: Array<Language>, };

/**
 * What a participant may ask of the recording.
 *
 * - `start_recording`: Record the floor, and each channel while it may be recorded.
 * - `stop_recording`: Record no longer.
 * - `consent_to_recording`: Consent that one's own interpretation is recorded, or consent no longer.
 */
export type RecordingCommand = { "type": "start_recording", } | { "type": "stop_recording", } | { "type": "consent_to_recording", 
/**
 * Whether one consents.
 */
consents: boolean, };

/**
 * All that `RecordingCommand` can be, in their order.
 */
export const EVERY_RECORDING_COMMAND = ["start_recording", "stop_recording", "consent_to_recording"] as const;

/**
 * That channels which the room hears are being recorded as silence. There is one, with the id `recording`, while that is
 * so.
 */
export type RecordingView = { 
/**
 * Always `recording`.
 */
id: string, 
/**
 * The channels, at least one.
 */
silent: Array<ChannelId>, };

/**
 * Answer of `GET /as/<link id>/api/recordings/<session>`.
 */
export type Recordings = { 
/**
 * The recordings of the session, in order of time. Each was begun and stopped by the desk, or ended with the session.
 */
recordings: Array<RecordedSession>, };

/**
 * A condition under which a command is refused. The state is unchanged. `code` never changes its meaning. As text it is
 * one English sentence with the remedy, for people who read the wire; screens word it from the code.
 *
 * - `not_allowed`: The access table gives this act to none of the person's roles.
 * - `not_in_session`: The person has no role in this session.
 * - `no_seat`: The person has no seat to ask for the floor from.
 * - `not_your_seat`: The request or turn belongs to another delegation.
 * - `wrong_phase`: The session is not in a phase in which this can be done.
 * - `list_closed`: The list takes no requests from delegations.
 * - `list_elsewhere`: The list of an agenda item is with another sitting of the item, or with the conference.
 * - `agenda_item_closed`: The agenda item of the list is closed.
 * - `list_unchanged`: The list is already as asked.
 * - `already_on_list`: The delegation already waits on this list.
 * - `wrong_request_state`: The request is in a state in which this cannot be done.
 * - `stale_list`: The list has changed since the mover saw it.
 * - `stale_seat`: The person's seat has changed since the sender saw it.
 * - `document_known`: There is or was a document with this id.
 * - `no_file`: The document has no file yet.
 * - `stale_summary`: The summary of a statement was written anew since the sender saw it.
 * - `stale_key_message`: The key message has changed since the sender saw it.
 * - `key_messages_issued`: The key messages are before the public.
 * - `no_update`: What was sent as an update of the draft is none.
 * - `draft_gap`: An update of the draft does not follow on what is stored.
 * - `draft_full`: The draft takes no more updates.
 * - `outcome_issued`: The outcome document is before the public.
 * - `no_corrections`: No version is open for corrections.
 * - `correction_answered`: The correction was answered already.
 * - `other_record`: The record of that session, or of all sessions, is kept by others.
 * - `stale_schedule`: The session's time or title has changed since the sender saw it.
 * - `session_length`: The session would be too short or too long, or end before it begins.
 * - `session_too_far`: The beginning is too far from where the conference file has it.
 * - `stale_session`: The session was reopened and closed again since the sender saw it closed.
 * - `other_day`: The session is planned for another day of the host's, and the sender wished to be told.
 * - `sessions_overlap`: Another session of the conference is planned for that time.
 * - `session_known`: There is or was a session with this id.
 * - `session_cancelled`: The session does not take place.
 * - `other_secretariat`: The person takes part in a session that the sender does not serve.
 * - `of_conference`: It is of the whole conference, and the sender does not serve all of its sessions.
 * - `person_known`: There is or was a person with this id.
 * - `floor_changed`: Another turn is in progress than the giver saw.
 * - `turn_over`: The turn is over, or was never given.
 * - `limit_not_reached`: The limit that the timer was set for is not the turn's any more.
 * - `turn_halted`: The turn is halted for that reason already.
 * - `not_prerecorded`: No pre-recorded statement was handed in for the request, or none is played in the turn.
 * - `prerecorded_plays`: A pre-recorded statement is played in the turn.
 * - `turn_runs`: The turn is not halted.
 * - `point_raised`: The delegation has a point of order that the chair has not ruled on.
 * - `point_heard`: A point of order is heard, which no other business waits for.
 * - `point_over`: The point of order has been ruled on, withdrawn, or lapsed.
 * - `no_ruling`: There is no ruling that can be appealed against.
 * - `appeal_open`: An appeal has been made, which is decided before other business.
 * - `no_appeal`: There is no appeal to decide on.
 * - `no_votes`: The session's rules know no votes.
 * - `members_only`: The rules let Member States alone move, speak on motions and appeal.
 * - `too_many_votes`: More votes were counted than delegations may vote.
 * - `motion_waits`: The same has been moved already and has not been decided on.
 * - `motion_precedes`: Another motion goes before this one.
 * - `motion_open`: A motion is before the meeting, which no other business waits for.
 * - `motion_not_taken_up`: The motion has not been put before the meeting.
 * - `motion_over`: The motion has been decided on, withdrawn or ruled out, or has lapsed.
 * - `floor_taken`: A motion interrupts nobody.
 * - `not_debated`: Nobody speaks on that side of the motion.
 * - `side_full`: As many speak on that side as may.
 * - `motions_list`: The list is that of the speakers on motions, which has an order of its own.
 * - `debate_over`: The debate was adjourned or closed by a motion.
 * - `nothing_to_undo`: The act is not the desk's last, is too long ago, or something has happened since to what it changed.
 * - `undo_barred`: Undoing the act would break a rule or a limit of the meeting as it stands.
 * - `microphones_by_turn`: Microphones of panellists open with their turns in this session.
 * - `closed_by_desk`: The desk has closed the microphone; only the desk opens it again.
 * - `not_your_microphone`: Nobody opens the microphone of another, but the desk that of the turn which it closed.
 * - `not_agreed`: Whoever speaks has not agreed that their microphone opens.
 * - `already_live`: The person is live already, on the floor or on a channel; nobody is live twice.
 * - `no_booth`: The person works in no booth of this session.
 * - `hears_source`: An interpreter hears the source of their booth and chooses no channel.
 * - `booth_on_air`: Somebody else of the booth is on air.
 * - `channel_taken`: Somebody of another booth is on air for the channel.
 * - `not_on_air`: This can be done only on air.
 * - `own_output`: A booth takes no relay from the channel that it feeds.
 * - `relay_cycle`: The channel comes, by relay, from the booth itself.
 * - `no_relay`: No channel is preselected for relay.
 * - `no_captions`: The person writes captions in no language of this session.
 * - `captions_taken`: Somebody else writes the captions of the language.
 * - `handover_pending`: A handover is under way in the booth.
 * - `handover_over`: The handover is over, or was never asked for.
 * - `not_your_handover`: The handover is another's to answer.
 * - `handover_not_due`: The time of the handover that the timer was set for has not come.
 * - `absent`: The person is not in the session at present.
 * - `floor_silent`: No microphone of the floor is live.
 * - `too_soon`: The booth has asked a moment ago.
 * - `inscription_not_due`: The list's inscription window brings nothing yet.
 * - `other_seat`: The person does not speak for the delegation.
 * - `no_proposal`: No order of the list is proposed.
 * - `reply_limit`: The delegation has had all its replies.
 * - `not_repliable`: What is replied to is no statement of another delegation that was heard, or the list is not one of replies.
 * - `room_closed`: Only the desk writes in the chat room at present.
 * - `muted`: The person is muted in the chat.
 * - `slow_down`: The room asks for a wait between messages of one person.
 * - `not_your_message`: The message is another's.
 * - `too_late_to_edit`: The time for editing a message is over.
 * - `message_gone`: The message was deleted, or another of the desk has decided on it.
 * - `edit_needs_approval`: In this room the desk approves messages before they are shown.
 * - `unchanged`: It is as asked already.
 * - `desk_not_muted`: Nobody of the desk is muted.
 * - `questions_closed`: No questions are taken from the audience at present.
 * - `wrong_question_state`: The question is in a state in which this cannot be done.
 * - `too_many_questions`: The person has as many questions waiting or visible as they may.
 * - `not_your_question`: The question is somebody else's.
 * - `own_question`: Nobody votes for their own question.
 * - `author_unnamed`: The author of the question is not to be named, which the floor would do.
 * - `author_without_seat`: The author of the question has no seat to be given the floor for.
 * - `no_questions_list`: The session has no list of questions.
 * - `polls_off`: The session has no shows of hands and polls.
 * - `poll_open`: Another show of hands or poll is open.
 * - `poll_over`: The poll has closed.
 * - `wrong_poll_state`: The poll is in a state in which this cannot be done.
 * - `not_entitled`: The poll is answered by others.
 * - `ballot_there`: There is a ballot already, which the command does not mean to change.
 * - `option_twice`: Two options of a poll say the same.
 * - `stale_sheet`: The run sheet has changed since the asker saw it.
 * - `item_under_way`: The item of the run sheet is under way.
 * - `item_not_under_way`: The item of the run sheet is not under way.
 * - `unknown`: A field names something that is not there.
 * - `empty`: A field may not be empty.
 * - `not_one_line`: A field breaks the line and may not.
 * - `turns_text`: A field holds characters that turn the direction of what stands beside it.
 * - `too_long`: A field is longer than it may be.
 * - `out_of_range`: A number is outside its range.
 * - `full`: The list, or the session, holds as many as it may.
 * - `share_full`: One delegation or person has had as many in this session as one may.
 */
export type Refusal = { "code": "not_allowed", } | { "code": "not_in_session", } | { "code": "no_seat", } | { "code": "not_your_seat", } | { "code": "wrong_phase", 
/**
 * The phase it is in.
 */
phase: Phase, } | { "code": "list_closed", } | { "code": "list_elsewhere", 
/**
 * The session that has it; none while no sitting does.
 */
session: SessionId | null, } | { "code": "agenda_item_closed", } | { "code": "list_unchanged", 
/**
 * Whether it is open.
 */
open: boolean, } | { "code": "already_on_list", 
/**
 * Its request.
 */
request: RequestId, } | { "code": "wrong_request_state", 
/**
 * The state it is in.
 */
state: RequestState, } | { "code": "stale_list", 
/**
 * Version it has now.
 */
version: number, 
/**
 * Waiting requests in order.
 */
queue: Array<RequestId>, } | { "code": "stale_seat", 
/**
 * Whose.
 */
person: PersonId, 
/**
 * Version it has now.
 */
version: number, } | { "code": "document_known", 
/**
 * The id.
 */
document: DocumentId, } | { "code": "no_file", } | { "code": "stale_summary", 
/**
 * Of which turn.
 */
turn: TurnId, 
/**
 * In which language.
 */
language: Language, 
/**
 * Version it has now.
 */
version: number, } | { "code": "stale_key_message", 
/**
 * Which.
 */
message: KeyMessageId, 
/**
 * Version it has now.
 */
version: number, } | { "code": "key_messages_issued", } | { "code": "no_update", } | { "code": "draft_gap", } | { "code": "draft_full", } | { "code": "outcome_issued", } | { "code": "no_corrections", } | { "code": "correction_answered", } | { "code": "other_record", } | { "code": "stale_schedule", 
/**
 * Version it has now.
 */
version: number, } | { "code": "session_length", 
/**
 * Shortest.
 */
min_ms: number, 
/**
 * Longest.
 */
max_ms: number, } | { "code": "session_too_far", 
/**
 * Earliest beginning.
 */
earliest_ms: number, 
/**
 * Latest beginning.
 */
latest_ms: number, } | { "code": "stale_session", 
/**
 * Since when it is closed.
 */
since_ms: number, } | { "code": "other_day", 
/**
 * When it is planned to begin.
 */
starts_at_ms: number, } | { "code": "sessions_overlap", 
/**
 * Which.
 */
session: SessionId, 
/**
 * Its title.
 */
title: Wording, 
/**
 * When it begins.
 */
starts_at_ms: number, 
/**
 * When it ends.
 */
ends_at_ms: number, } | { "code": "session_known", 
/**
 * The id.
 */
session: SessionId, } | { "code": "session_cancelled", } | { "code": "other_secretariat", 
/**
 * Who.
 */
person: PersonId, } | { "code": "of_conference", } | { "code": "person_known", 
/**
 * The id.
 */
person: PersonId, } | { "code": "floor_changed", 
/**
 * The turn in progress, if any.
 */
turn: TurnId | null, } | { "code": "turn_over", } | { "code": "limit_not_reached", } | { "code": "turn_halted", } | { "code": "not_prerecorded", } | { "code": "prerecorded_plays", } | { "code": "turn_runs", } | { "code": "point_raised", 
/**
 * Which.
 */
point: PointId, } | { "code": "point_heard", 
/**
 * Which.
 */
point: PointId, } | { "code": "point_over", } | { "code": "no_ruling", } | { "code": "appeal_open", 
/**
 * On which point of order.
 */
point: PointId, } | { "code": "no_appeal", } | { "code": "no_votes", } | { "code": "members_only", } | { "code": "too_many_votes", 
/**
 * Most votes in all: for, against and abstaining.
 */
max: number, } | { "code": "motion_waits", 
/**
 * Which.
 */
motion: MotionId, } | { "code": "motion_precedes", 
/**
 * Which.
 */
motion: MotionId, } | { "code": "motion_open", 
/**
 * Which.
 */
motion: MotionId, } | { "code": "motion_not_taken_up", } | { "code": "motion_over", } | { "code": "floor_taken", 
/**
 * The turn in progress.
 */
turn: TurnId, } | { "code": "not_debated", } | { "code": "side_full", 
/**
 * Most who may.
 */
max: number, } | { "code": "motions_list", } | { "code": "debate_over", 
/**
 * Which list.
 */
list: ListId, } | { "code": "nothing_to_undo", } | { "code": "undo_barred", 
/**
 * Which.
 */
bar: UndoBar, } | { "code": "microphones_by_turn", } | { "code": "closed_by_desk", } | { "code": "not_your_microphone", } | { "code": "not_agreed", } | { "code": "already_live", } | { "code": "no_booth", } | { "code": "hears_source", } | { "code": "booth_on_air", 
/**
 * Who.
 */
person: PersonId, } | { "code": "channel_taken", 
/**
 * Which channel.
 */
channel: ChannelId, 
/**
 * Who.
 */
person: PersonId, } | { "code": "not_on_air", } | { "code": "own_output", 
/**
 * Which channel.
 */
channel: ChannelId, } | { "code": "relay_cycle", 
/**
 * Which channel.
 */
channel: ChannelId, } | { "code": "no_relay", } | { "code": "no_captions", } | { "code": "captions_taken", 
/**
 * Who.
 */
person: PersonId, } | { "code": "handover_pending", 
/**
 * Which handover.
 */
handover: HandoverId, } | { "code": "handover_over", } | { "code": "not_your_handover", } | { "code": "handover_not_due", } | { "code": "absent", 
/**
 * Who.
 */
person: PersonId, } | { "code": "floor_silent", } | { "code": "too_soon", 
/**
 * When it may ask again.
 */
retry_at_ms: number, } | { "code": "inscription_not_due", } | { "code": "other_seat", 
/**
 * Who.
 */
person: PersonId, } | { "code": "no_proposal", } | { "code": "reply_limit", 
/**
 * Most replies of one delegation.
 */
max: number, } | { "code": "not_repliable", } | { "code": "room_closed", } | { "code": "muted", } | { "code": "slow_down", 
/**
 * When the person may write there again.
 */
retry_at_ms: number, } | { "code": "not_your_message", } | { "code": "too_late_to_edit", } | { "code": "message_gone", } | { "code": "edit_needs_approval", } | { "code": "unchanged", } | { "code": "desk_not_muted", } | { "code": "questions_closed", } | { "code": "wrong_question_state", 
/**
 * The state it is in.
 */
state: QuestionState, } | { "code": "too_many_questions", 
/**
 * Most that they may have.
 */
max: number, } | { "code": "not_your_question", } | { "code": "own_question", } | { "code": "author_unnamed", } | { "code": "author_without_seat", } | { "code": "no_questions_list", } | { "code": "polls_off", } | { "code": "poll_open", 
/**
 * Which.
 */
poll: PollId, } | { "code": "poll_over", } | { "code": "wrong_poll_state", 
/**
 * The state it is in.
 */
standing: Standing, } | { "code": "not_entitled", } | { "code": "ballot_there", 
/**
 * Who cast it.
 */
by: PersonId, } | { "code": "option_twice", } | { "code": "stale_sheet", 
/**
 * Version it has now.
 */
version: number, 
/**
 * Its items in order.
 */
items: Array<ItemId>, 
/**
 * The one under way.
 */
current: ItemId | null, } | { "code": "item_under_way", } | { "code": "item_not_under_way", } | { "code": "unknown", 
/**
 * Which field.
 */
field: Field, } | { "code": "empty", 
/**
 * Which field.
 */
field: Field, } | { "code": "not_one_line", 
/**
 * Which field.
 */
field: Field, } | { "code": "turns_text", 
/**
 * Which field.
 */
field: Field, } | { "code": "too_long", 
/**
 * Which field.
 */
field: Field, 
/**
 * Most characters it may have.
 */
max: number, } | { "code": "out_of_range", 
/**
 * Which field.
 */
field: Field, 
/**
 * Least.
 */
min: number, 
/**
 * Most.
 */
max: number, } | { "code": "full", 
/**
 * Most it may hold.
 */
max: number, } | { "code": "share_full", 
/**
 * Most that one may have.
 */
max: number, };

/**
 * All that `Refusal` can be, in their order.
 */
export const EVERY_REFUSAL = ["not_allowed", "not_in_session", "no_seat", "not_your_seat", "wrong_phase", "list_closed", "list_elsewhere", "agenda_item_closed", "list_unchanged", "already_on_list", "wrong_request_state", "stale_list", "stale_seat", "document_known", "no_file", "stale_summary", "stale_key_message", "key_messages_issued", "no_update", "draft_gap", "draft_full", "outcome_issued", "no_corrections", "correction_answered", "other_record", "stale_schedule", "session_length", "session_too_far", "stale_session", "other_day", "sessions_overlap", "session_known", "session_cancelled", "other_secretariat", "of_conference", "person_known", "floor_changed", "turn_over", "limit_not_reached", "turn_halted", "not_prerecorded", "prerecorded_plays", "turn_runs", "point_raised", "point_heard", "point_over", "no_ruling", "appeal_open", "no_appeal", "no_votes", "members_only", "too_many_votes", "motion_waits", "motion_precedes", "motion_open", "motion_not_taken_up", "motion_over", "floor_taken", "not_debated", "side_full", "motions_list", "debate_over", "nothing_to_undo", "undo_barred", "microphones_by_turn", "closed_by_desk", "not_your_microphone", "not_agreed", "already_live", "no_booth", "hears_source", "booth_on_air", "channel_taken", "not_on_air", "own_output", "relay_cycle", "no_relay", "no_captions", "captions_taken", "handover_pending", "handover_over", "not_your_handover", "handover_not_due", "absent", "floor_silent", "too_soon", "inscription_not_due", "other_seat", "no_proposal", "reply_limit", "not_repliable", "room_closed", "muted", "slow_down", "not_your_message", "too_late_to_edit", "message_gone", "edit_needs_approval", "unchanged", "desk_not_muted", "questions_closed", "wrong_question_state", "too_many_questions", "not_your_question", "own_question", "author_unnamed", "author_without_seat", "no_questions_list", "polls_off", "poll_open", "poll_over", "wrong_poll_state", "not_entitled", "ballot_there", "option_twice", "stale_sheet", "item_under_way", "item_not_under_way", "unknown", "empty", "not_one_line", "turns_text", "too_long", "out_of_range", "full", "share_full"] as const;

/**
 * What a region spoke.
 */
export type RegionShare = { 
/**
 * Its name; none for delegations of no region.
 */
name: Wording | null, 
/**
 * How much.
 */
share: Share, };

/**
 * What a participant may ask of the register.
 *
 * - `seat_person`: Add a person to a delegation. They may speak for it in every session that the sender serves.
 * - `change_seat`: Change the position and level of somebody who has a seat.
 * - `correct_name`: Correct the name of somebody who has a seat, in one language.
 * - `withdraw_person`: Withdraw somebody who has a seat from the sessions that the sender serves. Where that is all of theirs, they leave
 *   the conference, and their links stop working.
 */
export type RegisterCommand = { "type": "seat_person", 
/**
 * A new id, made by the client.
 */
person: PersonId, 
/**
 * Which delegation.
 */
delegation: DelegationId, 
/**
 * Name with courtesy title in one or more of the conference's languages, each 1 to 200 characters.
 */
name: Wording, 
/**
 * Position in the delegation.
 */
position: Position, 
/**
 * Level; null for none.
 */
rank: Rank | null, 
/**
 * Language of their pages until they choose another.
 */
language: Language, } | { "type": "change_seat", 
/**
 * Who.
 */
person: PersonId, 
/**
 * Position in the delegation.
 */
position: Position, 
/**
 * Level; null for none.
 */
rank: Rank | null, 
/**
 * Version of the occupant that the sender saw; another version refuses the change. Null: whatever it is.
 */
version: number | null, } | { "type": "correct_name", 
/**
 * Who.
 */
person: PersonId, 
/**
 * In which of the conference's languages.
 */
language: Language, 
/**
 * The name with courtesy title, 1 to 200 characters.
 */
name: string, 
/**
 * As in `change_seat`.
 */
version: number | null, } | { "type": "withdraw_person", 
/**
 * Who.
 */
person: PersonId, };

/**
 * All that `RegisterCommand` can be, in their order.
 */
export const EVERY_REGISTER_COMMAND = ["seat_person", "change_seat", "correct_name", "withdraw_person"] as const;

/**
 * Why a booth may not take relay from a channel.
 *
 * - `own_output`: The booth feeds it itself.
 * - `cycle`: It comes, by relay, from the booth.
 */
export type RelayBar = "own_output" | "cycle";

/**
 * All that `RelayBar` can be, in their order.
 */
export const EVERY_RELAY_BAR = ["own_output", "cycle"] as const;

/**
 * A channel that a booth could take relay from.
 */
export type RelayView = { 
/**
 * Which channel.
 */
channel: ChannelId, 
/**
 * What it is worth at present.
 */
quality: Quality, 
/**
 * Why the booth may not take it, if it may not.
 */
refused: RelayBar | null, };

/**
 * When all read a document.
 *
 * - `held`: Not until somebody releases it: the staff prepares with it.
 * - `embargo`: From a moment on; it is under embargo until then.
 * - `released`: All in the conference read it.
 * - `public`: Everybody reads it, also who has no link, where the conference lets the public follow it.
 */
export type Release = { "release": "held", } | { "release": "embargo", 
/**
 * The moment.
 */
until_ms: number, } | { "release": "released", } | { "release": "public", };

/**
 * All that `Release` can be, in their order.
 */
export const EVERY_RELEASE = ["held", "embargo", "released", "public"] as const;

/**
 * The message that another replies to.
 */
export type ReplyView = { 
/**
 * Which message.
 */
message: MessageId, 
/**
 * Who wrote it; none once it is not kept any more.
 */
author: Author | null, 
/**
 * How it begins, to 140 characters; empty once it was deleted or is not kept any more.
 */
excerpt: string, };

/**
 * A request for the floor.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type RequestId = string;

/**
 * How far a request has come: inscribed → queued → called → on_floor ⇄ suspended → finished, or an end before.
 *
 * - `inscribed`: Made before the session opened.
 * - `queued`: Waiting in the list.
 * - `called`: Called to stand by.
 * - `on_floor`: Has the floor.
 * - `suspended`: Had the floor when the meeting was suspended; keeps it with the time left.
 * - `finished`: Has spoken.
 * - `withdrawn`: Taken back by its delegation.
 * - `declined`: Declined by the chair.
 * - `lapsed`: Still waiting when the session closed.
 * - `to_written`: Filed in writing.
 * - `carried_over`: Went on to another sitting of the agenda item, with its list.
 */
export type RequestState = "inscribed" | "queued" | "called" | "on_floor" | "suspended" | "finished" | "withdrawn" | "declined" | "lapsed" | "to_written" | "carried_over";

/**
 * All that `RequestState` can be, in their order.
 */
export const EVERY_REQUEST_STATE = ["inscribed", "queued", "called", "on_floor", "suspended", "finished", "withdrawn", "declined", "lapsed", "to_written", "carried_over"] as const;

/**
 * A request for the floor, while it waits, is heard, or once it was heard or filed in writing.
 */
export type RequestView = { 
/**
 * Which request.
 */
id: RequestId, 
/**
 * On which list.
 */
list: ListId, 
/**
 * Which delegation.
 */
delegation: DelegationId, 
/**
 * Who is to speak for it, where known.
 */
speaker: SpeakerView | null, 
/**
 * Language of the statement.
 */
language: Language, 
/**
 * On whose behalf also; may be empty.
 */
on_behalf_of: string, 
/**
 * Speaking time.
 */
turn_ms: number, 
/**
 * What it was before the desk changed it last; absent while it is as it was when the request was made.
 */
retimed?: Retimed, 
/**
 * How far it has come.
 */
state: RequestState, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * When it may expect the floor, where that can be said.
 */
expected: ExpectationView | null, 
/**
 * Time it spoke; 0 until it has.
 */
spoken_ms: number, 
/**
 * Level of who is to speak, where known.
 */
rank?: Rank, 
/**
 * Who was to speak at first, where another is to now.
 */
instead_of?: SpeakerView, 
/**
 * Time in `turn_ms` that others do not have.
 */
extra_ms?: number, 
/**
 * The statement of another delegation that it replies to.
 */
reply_to?: RequestId, 
/**
 * The session in which it was heard or filed in writing, where that was an earlier sitting of the agenda item.
 */
sitting?: SessionId, };

/**
 * What the secretariat has changed of a session's time, as everybody sees it.
 */
export type Rescheduled = { 
/**
 * Beginning by the conference file.
 */
was_starts_at_ms: number, 
/**
 * End by the conference file.
 */
was_ends_at_ms: number, 
/**
 * Whether the session is delayed and its time is to be announced.
 */
delayed: boolean, 
/**
 * Whether the session does not take place.
 */
cancelled?: boolean, 
/**
 * Why, until the session has begun, or since its end was changed; may be empty.
 */
reason: string, };

/**
 * What a client still holds.
 */
export type Resume = { 
/**
 * `seq` of the last message that it took in of the scope that all follow: `everyone`, or `conference` in the lobby.
 */
seq: number, 
/**
 * `view` of the `welcome` that began what it holds.
 */
view: string, };

/**
 * What a speaking time was before it was changed last.
 */
export type Retimed = { 
/**
 * What it was.
 */
was_ms: number, 
/**
 * When it was changed.
 */
at_ms: number, };

/**
 * Answer of `POST /as/<link id>/api/links/<session>/revoke`.
 */
export type RevokedLinks = { 
/**
 * How many were in force.
 */
revoked: number, };

/**
 * What a page shows controls for. The table above decides; this names its groups for a screen.
 *
 * - `preside`: Conduct the meeting: the session, the lists, the floor.
 * - `speak`: Ask for the floor and speak for a seat.
 * - `interpret`: Work in a booth.
 * - `record`: Have sound recorded.
 * - `call_for_help`: Call a technician.
 * - `tend`: Watch the sound of all, and answer calls for help.
 * - `seat`: Change who sits in the delegations.
 * - `schedule`: Change the session's time and title.
 * - `give_texts`: Give the texts of statements of all delegations.
 * - `keep_record`: Keep the record: mark moments, write what was said, gather key messages.
 * - `caption`: Write captions.
 * - `take_part`: Write in the chat and choose a channel.
 */
export type Right = "preside" | "speak" | "interpret" | "record" | "call_for_help" | "tend" | "seat" | "schedule" | "give_texts" | "keep_record" | "caption" | "take_part";

/**
 * All that `Right` can be, in their order.
 */
export const EVERY_RIGHT = ["preside", "speak", "interpret", "record", "call_for_help", "tend", "seat", "schedule", "give_texts", "keep_record", "caption", "take_part"] as const;

/**
 * What a person is in one session. One person may have several.
 *
 * - `chair`: Presides: opens, gives the floor, closes.
 * - `moderator`: Leads a panel or a round table; presides where there is no chair.
 * - `secretariat`: Runs the meeting beside the chair.
 * - `rapporteur`: Keeps the record.
 * - `delegate`: Speaks for a delegation.
 * - `panellist`: On the stage of a panel.
 * - `observer`: Follows; has no seat.
 * - `interpreter`: Works in a booth.
 * - `technician`: Watches sound and connections.
 * - `captioner`: Writes captions in one language.
 * - `display`: A screen in the room, not a person: sees what all see and is not counted.
 */
export type Role = "chair" | "moderator" | "secretariat" | "rapporteur" | "delegate" | "panellist" | "observer" | "interpreter" | "technician" | "captioner" | "display";

/**
 * All that `Role` can be, in their order.
 */
export const EVERY_ROLE = ["chair", "moderator", "secretariat", "rapporteur", "delegate", "panellist", "observer", "interpreter", "technician", "captioner", "display"] as const;

/**
 * A role and how many present have it first.
 */
export type RoleCount = { 
/**
 * The role.
 */
role: Role, 
/**
 * How many.
 */
people: number, };

/**
 * What somebody is in a session.
 */
export type RolesView = { 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Roles; at least one.
 */
roles: Array<Role>, };

/**
 * A chat room of the session.
 *
 * 1 to 160 of the characters `a-z`, `0-9`, `-`, `_` and `.`; anything else is refused when it is read.
 */
export type RoomId = string;

/**
 * How the desk keeps a room, where other than at first.
 */
export type RoomView = { 
/**
 * Which room.
 */
id: RoomId, 
/**
 * Whether nobody but the desk writes there.
 */
closed: boolean, 
/**
 * Whether messages wait to be approved by the desk.
 */
pre_moderated: boolean, 
/**
 * How long each person waits between two messages; 0 for no wait.
 */
slow_mode_ms: number, };

/**
 * The rules of a session.
 */
export type Rules = { 
/**
 * Which rules of procedure.
 */
profile: Profile, 
/**
 * Speaking time of a point of order.
 */
point_of_order_ms: number, 
/**
 * What happens when time is over.
 */
time_mode: TimeMode, 
/**
 * How long before the limit a speaker is told that time is nearly over.
 */
amber_ms: number, 
/**
 * Time of grace after the limit before an automatic cut.
 */
grace_ms: number, };

/**
 * What the chair rules.
 *
 * - `upheld`: The point is well taken.
 * - `rejected`: It is not.
 * - `noted`: It is noted, and nothing follows.
 */
export type Ruling = "upheld" | "rejected" | "noted";

/**
 * All that `Ruling` can be, in their order.
 */
export const EVERY_RULING = ["upheld", "rejected", "noted"] as const;

/**
 * What those who run the session may ask of the sheet. Each names the version of the sheet that they see.
 *
 * - `add_item`: Put an item on the sheet.
 * - `change_item`: Change what an item says.
 * - `move_item`: Give an item another place.
 * - `remove_item`: Take an item off the sheet that is not under way.
 * - `start_item`: Begin an item, or go on with one that is done. The one under way is done with it. On a stage all see it, the timer
 *   of its person starts for the time planned, in the place of another, and their microphone opens if it is ready.
 * - `finish_item`: End the item under way without beginning another. On a stage the timer of its person stops.
 */
export type RunSheetCommand = { "type": "add_item", 
/**
 * The item.
 */
item: Item, 
/**
 * Its place, from 1; none for the last.
 */
to_place: number | null, 
/**
 * Version of the sheet that one sees.
 */
version: number, } | { "type": "change_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * As it is to be.
 */
to: Item, 
/**
 * Version of the sheet that one sees.
 */
version: number, } | { "type": "move_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * The place, from 1.
 */
to_place: number, 
/**
 * Version of the sheet that one sees.
 */
version: number, } | { "type": "remove_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * Version of the sheet that one sees.
 */
version: number, } | { "type": "start_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * Version of the sheet that one sees.
 */
version: number, } | { "type": "finish_item", 
/**
 * Which.
 */
item: ItemId, 
/**
 * Version of the sheet that one sees.
 */
version: number, };

/**
 * All that `RunSheetCommand` can be, in their order.
 */
export const EVERY_RUN_SHEET_COMMAND = ["add_item", "change_item", "move_item", "remove_item", "start_item", "finish_item"] as const;

/**
 * The run sheet, for the desk. There is one, with the id `run_sheet`.
 */
export type RunSheetView = { 
/**
 * Always `run_sheet`.
 */
id: string, 
/**
 * Grows with every change; to be named in a command.
 */
version: number, 
/**
 * The items in order.
 */
items: Array<ItemView>, 
/**
 * The item under way.
 */
current: ItemId | null, 
/**
 * The item that is next.
 */
next: ItemId | null, 
/**
 * From when on the rest can begin: when the item under way is due to be over; else since when none is. None while
 * that cannot be said: the meeting is suspended or closed.
 */
rest_from_ms: number | null, 
/**
 * Planned time of all that is to come.
 */
rest_ms: number, 
/**
 * Planned end of the session.
 */
ends_at_ms: number, 
/**
 * When the first of the booths leaves, if the conference file says so.
 */
booths_until_ms: number | null, };

/**
 * The statement that a message comes from.
 */
export type SaidIn = { 
/**
 * In which session.
 */
session: SessionId, 
/**
 * Which turn there.
 */
turn: TurnId, };

/**
 * What a participant may ask of the programme.
 *
 * - `reschedule_session`: Change the planned beginning and end of a session. The beginning only before it is opened, the end until it is
 *   closed. It ends a delay whose length was to be announced, and takes a cancellation back.
 * - `delay_session`: Tell all that a session does not begin as planned, and that the time will be announced.
 * - `correct_title`: Correct the title of a session, in one language.
 * - `cancel_session`: Tell all that a session does not take place. Only before it is opened.
 * - `add_session`: Add a session to the programme. It has the kind, the lists, the rules and the people of another one, and its own title
 *   for an agenda.
 */
export type ScheduleCommand = { "type": "reschedule_session", 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Planned beginning; as it is where only the end changes.
 */
starts_at_ms: number, 
/**
 * Planned end, 5 minutes to 24 hours after it.
 */
ends_at_ms: number, 
/**
 * Why, for all to read. At most 300 characters; may be empty.
 */
reason: string, 
/**
 * Version of the session's schedule that the sender saw; another version refuses the change. Null: whatever
 * it is.
 */
version: number | null, } | { "type": "delay_session", 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Why, for all to read. At most 300 characters; may be empty.
 */
reason: string, 
/**
 * As in `reschedule_session`.
 */
version: number | null, } | { "type": "correct_title", 
/**
 * Which session.
 */
session: SessionId, 
/**
 * In which of the conference's languages.
 */
language: Language, 
/**
 * The title, 1 to 400 characters.
 */
title: string, 
/**
 * As in `reschedule_session`.
 */
version: number | null, } | { "type": "cancel_session", 
/**
 * Which session.
 */
session: SessionId, 
/**
 * Why, for all to read. At most 300 characters; may be empty.
 */
reason: string, 
/**
 * As in `reschedule_session`.
 */
version: number | null, } | { "type": "add_session", 
/**
 * A new id, made by the client.
 */
session: SessionId, 
/**
 * Which session it is like. The sender serves it.
 */
like: SessionId, 
/**
 * Title in one or more of the conference's languages, each 1 to 400 characters.
 */
title: Wording, 
/**
 * Planned beginning.
 */
starts_at_ms: number, 
/**
 * Planned end, 5 minutes to 24 hours after it.
 */
ends_at_ms: number, };

/**
 * All that `ScheduleCommand` can be, in their order.
 */
export const EVERY_SCHEDULE_COMMAND = ["reschedule_session", "delay_session", "correct_title", "cancel_session", "add_session"] as const;

/**
 * Answer of `GET /as/<link id>/api/search/<session>`.
 */
export type SearchPage = { 
/**
 * What fits best first.
 */
found: Array<Finding>, 
/**
 * Whether there is more than this.
 */
more: boolean, };

/**
 * A delegation as known when the fact came to be.
 */
export type Seat = { 
/**
 * Which.
 */
delegation: DelegationId, 
/**
 * Its name in running text.
 */
name: Wording, };

/**
 * A message from the server: one JSON object in one text frame.
 *
 * - `welcome`: Answers `join`, and resynchronises a client on the same connection when it lags too far.
 * - `snapshot`: All entities of a scope.
 * - `changes`: What has changed in a scope.
 * - `ack`: The command was done and is stored. Its effects are in the changes up to `seq`.
 * - `refused`: The message was refused and changed nothing.
 * - `rate_warning`: The client sends faster than it may; soon messages will be refused.
 * - `sound_answer`: Answers `offer_sound`: the path may be taken.
 * - `sound_lost`: The server has given a path for sound up. The client may offer again.
 * - `sound_signals`: How the sound of the session comes in, and which nodes live: twice a second, to whom `watch_sound` has asked for it.
 * - `pong`: Answers `ping`.
 * - `goodbye`: The connection ends.
 */
export type ServerMessage = { "type": "welcome", 
/**
 * Who the client is.
 */
person: PersonId, 
/**
 * The server's clock.
 */
server_ms: number, 
/**
 * Version of the view, to be named in a later `join`.
 */
view: string, 
/**
 * True: what the client holds is continued. False: the view begins anew with snapshots, that of `everyone` last, in the lobby that of
 * `conference`.
 */
resumed: boolean, 
/**
 * The client should send `ping` at least this often.
 */
ping_every_ms: number, 
/**
 * What the host's clocks show.
 */
host_clock: HostClock, } | { "type": "snapshot", 
/**
 * Which: one of the names in the table of scopes of `proto/README.md`, such as `everyone` or `person/<id>`.
 */
scope: string, 
/**
 * Place in the log that it stands for.
 */
seq: number, 
/**
 * The entities.
 */
entities: Array<Entity>, } | { "type": "changes", 
/**
 * As in `snapshot`.
 */
scope: string, 
/**
 * Place in the log that the scope has come to.
 */
seq: number, 
/**
 * Entities that are new or other than before.
 */
set: Array<Entity>, 
/**
 * Entities that are gone from the scope. Only those that it owns are: others have gone over to another.
 */
removed: Array<EntityRef>, } | { "type": "ack", 
/**
 * Key of the command, as its client has spelt it.
 */
key: string, 
/**
 * Place in the session's log of its last event.
 */
seq: number, } | { "type": "refused", 
/**
 * Key of the command, where it could be read.
 */
key: string | null, 
/**
 * Why: `code` is stable, the other fields say what it concerns.
 */
reason: Reason, 
/**
 * The same as one English sentence with the remedy, for people who read the wire.
 */
message: string, } | { "type": "rate_warning", 
/**
 * Messages it may still send at once.
 */
left: number, 
/**
 * Messages it gains each second.
 */
per_second: number, } | { "type": "sound_answer", 
/**
 * As in the offer.
 */
purpose: SoundPurpose, 
/**
 * The session description (RFC 8866) for the browser.
 */
sdp: string, } | { "type": "sound_lost", 
/**
 * Which.
 */
purpose: SoundPurpose, } | { "type": "sound_signals", 
/**
 * The server's clock.
 */
server_ms: number, 
/**
 * The microphones that send, by their people.
 */
microphones: Array<MicrophoneSignal>, 
/**
 * Booths that are silent while the floor speaks.
 */
booths: Array<BoothSignal>, 
/**
 * The channels whose captions a machine makes, where the node that tells this gives their sound to a service.
 */
captions: Array<CaptionSignal>, 
/**
 * The nodes that were heard of late, this one too.
 */
nodes: Array<NodeSignal>, } | { "type": "pong", 
/**
 * The number of the `ping`.
 */
sent_ms: number, 
/**
 * The server's clock.
 */
server_ms: number, } | { "type": "goodbye", 
/**
 * Why.
 */
why: Farewell, 
/**
 * When to come back, in milliseconds from now; none: do not.
 */
retry_after_ms: number | null, };

/**
 * All that `ServerMessage` can be, in their order.
 */
export const EVERY_SERVER_MESSAGE = ["welcome", "snapshot", "changes", "ack", "refused", "rate_warning", "sound_answer", "sound_lost", "sound_signals", "pong", "goodbye"] as const;

/**
 * What is found in one session.
 */
export type SessionFindings = { 
/**
 * Which.
 */
session: SessionId, 
/**
 * Its title.
 */
title: Wording, 
/**
 * What fits best first; at most ten.
 */
found: Array<Finding>, 
/**
 * Whether there is more than this: asked for in the session alone.
 */
more: boolean, };

/**
 * One session of the programme; also the name of its stream in the log.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type SessionId = string;

/**
 * What kind of meeting a session is.
 *
 * - `plenary`: Delegations speak from a list.
 * - `round_table`: Delegations and stakeholders discuss a cluster of objectives.
 * - `panel`: Panellists on stage, led by a moderator.
 */
export type SessionKind = "plenary" | "round_table" | "panel";

/**
 * All that `SessionKind` can be, in their order.
 */
export const EVERY_SESSION_KIND = ["plenary", "round_table", "panel"] as const;

/**
 * The session: its plan and where it stands. There is one, with the id `session`.
 */
export type SessionView = { 
/**
 * Always `session`.
 */
id: string, 
/**
 * Which session of the programme.
 */
session: SessionId, 
/**
 * Which conference.
 */
conference: ConferenceId, 
/**
 * Name of the conference.
 */
conference_name: Wording, 
/**
 * What is to be said of it on screen; may be empty.
 */
notice: Wording, 
/**
 * Title of the session.
 */
title: Wording, 
/**
 * Kind of meeting.
 */
kind: SessionKind, 
/**
 * Phase it is in.
 */
phase: Phase, 
/**
 * Since when.
 */
since_ms: number, 
/**
 * Why it is suspended; empty otherwise.
 */
reason: string, 
/**
 * Until when it is suspended, as the chair announced it; none where that is not known, and otherwise.
 */
until_ms: number | null, 
/**
 * When the meeting was opened: what is in session is so since then, whatever suspensions there were. None before.
 */
opened_at_ms: number | null, 
/**
 * Whether it is closed until the next sitting only: those who wait keep their places.
 */
adjourned: boolean, 
/**
 * Planned beginning.
 */
starts_at_ms: number, 
/**
 * Planned end.
 */
ends_at_ms: number, 
/**
 * What of that is not as in the conference file; none if all is.
 */
rescheduled: Rescheduled | null, 
/**
 * Version of time and title, for changing them.
 */
schedule_version: number, 
/**
 * IANA name of the host's time zone.
 */
time_zone: string, 
/**
 * Agenda items in order.
 */
agenda: Array<Wording>, 
/**
 * Numbers of the objectives under discussion.
 */
objectives: Array<number>, 
/**
 * Working languages.
 */
languages: Array<Language>, 
/**
 * Since when sound is recorded; none while it is not.
 */
recording_since_ms: number | null, 
/**
 * Who may open a microphone on the podium beside the chair and the moderator.
 */
microphones: MicrophonePolicy, 
/**
 * The rules that it follows.
 */
rules: Rules, 
/**
 * Whether everybody may hear what is recorded once the session is over: whoever consents to be recorded is to know.
 */
public_recordings: boolean, 
/**
 * Whether two people may write to each other in the chat.
 */
direct_messages: boolean, 
/**
 * Whether there are shows of hands and polls.
 */
polls: boolean, };

/**
 * Statements and the time they took.
 */
export type Share = { 
/**
 * How many statements.
 */
statements: number, 
/**
 * How long.
 */
spoken_ms: number, };

/**
 * The version that all in the conference may read, while there is one. There is at most one, with the id `outcome`.
 */
export type ShownOutcomeView = { 
/**
 * Always `outcome`.
 */
id: string, 
/**
 * Which version.
 */
version: number, 
/**
 * In which way it is before the public; null while it is open for corrections.
 */
standing: IssuedAs | null, 
/**
 * Until when delegations may ask for corrections; null where it is before the public.
 */
corrections_until_ms: number | null, };

/**
 * On which side somebody speaks.
 *
 * - `mover`: The delegation that moved.
 * - `in_favour`: For the motion.
 * - `against`: Against it.
 */
export type Side = "mover" | "in_favour" | "against";

/**
 * All that `Side` can be, in their order.
 */
export const EVERY_SIDE = ["mover", "in_favour", "against"] as const;

/**
 * One side of a motion.
 */
export type SideView = { 
/**
 * Which side.
 */
side: Side, 
/**
 * Most who may speak there.
 */
speakers_max: number, 
/**
 * Those who do, as they asked.
 */
speakers: Array<MotionSpeaker>, };

/**
 * The one message on the WebSocket of sound, beside its frames: what the client wants to hear there.
 *
 * - `hear`: Begins or ends to listen.
 */
export type SoundMessage = { "type": "hear", 
/**
 * Whether this connection listens; at first it does not.
 */
listen: boolean, 
/**
 * Whether it wants the floor's sound beside an interpretation.
 */
original: boolean, };

/**
 * All that `SoundMessage` can be, in their order.
 */
export const EVERY_SOUND_MESSAGE = ["hear"] as const;

/**
 * What a path for sound is for.
 *
 * - `publish`: From the person's microphone to the server.
 * - `listen`: From the server to the person's ears.
 */
export type SoundPurpose = "publish" | "listen";

/**
 * All that `SoundPurpose` can be, in their order.
 */
export const EVERY_SOUND_PURPOSE = ["publish", "listen"] as const;

/**
 * How a microphone's sound comes to the server.
 *
 * - `udp`: WebRTC over UDP.
 * - `tcp`: WebRTC over TCP, where UDP is closed.
 * - `web_socket`: The WebSocket of sound, where WebRTC cannot pass.
 * - `server`: It is the server's own: a simulated person of a demonstration.
 * - `node`: From another node, where the microphone is: `node` says which. What is told is how it comes from there.
 */
export type SoundWay = "udp" | "tcp" | "web_socket" | "server" | "node";

/**
 * All that `SoundWay` can be, in their order.
 */
export const EVERY_SOUND_WAY = ["udp", "tcp", "web_socket", "server", "node"] as const;

/**
 * What the interpreters of a booth hear.
 *
 * - `floor`: The floor.
 * - `relay`: The channel preselected for relay.
 */
export type Source = "floor" | "relay";

/**
 * All that `Source` can be, in their order.
 */
export const EVERY_SOURCE = ["floor", "relay"] as const;

/**
 * The person who speaks for a delegation.
 */
export type SpeakerView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Name in each language.
 */
name: Wording, 
/**
 * Function in each language; may be empty.
 */
function: Wording, };

/**
 * What a participant may ask of the lists.
 *
 * - `open_list`: Open or reopen a list of speakers.
 * - `close_list`: Declare a list closed: it takes no more requests from delegations.
 * - `take_up_list`: Take up a list: the meeting works through it from now on. Who has the floor keeps it.
 * - `request_floor`: Ask for the floor for one's own delegation.
 * - `add_request`: Put a delegation on a list, also when it is closed.
 * - `withdraw_request`: Take one's own delegation's request back.
 * - `decline_request`: Decline a request.
 * - `call_request`: Call a delegation to stand by: it is the next to have the floor.
 * - `pass_over`: Pass over a request: it goes back to the end of its list.
 * - `send_to_written`: File a statement in writing instead of hearing it.
 * - `move_request`: Move a waiting request to another place in its list.
 * - `name_speaker`: Name who speaks for a delegation, in the place of whoever was to.
 * - `propose_order`: Work out an order of a list, for the desk to see before anything changes.
 * - `apply_order`: Put a list into the order that was proposed.
 * - `dismiss_order`: Let go of the order that was proposed.
 * - `set_speaking_time`: Change the speaking time of those who wait on a list and of those who come.
 * - `grant_extra_time`: Give a waiting request more time than others have, such as to a speaker with a disability.
 */
export type SpeakersCommand = { "type": "open_list", 
/**
 * Which list.
 */
list: ListId, } | { "type": "close_list", 
/**
 * Which list.
 */
list: ListId, } | { "type": "take_up_list", 
/**
 * Which list.
 */
list: ListId, } | { "type": "request_floor", 
/**
 * On which list.
 */
list: ListId, 
/**
 * Language of the statement.
 */
language: Language, 
/**
 * On whose behalf also, in the delegation's own words: at most 200 characters, may be empty.
 */
on_behalf_of: string, 
/**
 * On a list of rights of reply: another delegation's statement that was heard, and is replied to.
 */
reply_to?: RequestId, } | { "type": "add_request", 
/**
 * On which list.
 */
list: ListId, 
/**
 * Which delegation.
 */
delegation: DelegationId, 
/**
 * Language of the statement.
 */
language: Language, 
/**
 * On whose behalf also: at most 200 characters, may be empty.
 */
on_behalf_of: string, 
/**
 * On a list of rights of reply: another delegation's statement that was heard, and is replied to.
 */
reply_to?: RequestId, } | { "type": "withdraw_request", 
/**
 * Which request.
 */
request: RequestId, } | { "type": "decline_request", 
/**
 * Which request.
 */
request: RequestId, 
/**
 * Why, 1 to 300 characters; the delegation reads it.
 */
reason: string, } | { "type": "call_request", 
/**
 * Which request.
 */
request: RequestId, } | { "type": "pass_over", 
/**
 * Which request.
 */
request: RequestId, } | { "type": "send_to_written", 
/**
 * Which request.
 */
request: RequestId, } | { "type": "move_request", 
/**
 * Which request.
 */
request: RequestId, 
/**
 * New place, 1 for the head of the list.
 */
to_place: number, 
/**
 * Why, 1 to 300 characters, for the log of the list.
 */
reason: string, 
/**
 * Version of the list that the mover saw; another version refuses the move.
 */
list_version: number, } | { "type": "name_speaker", 
/**
 * Which request.
 */
request: RequestId, 
/**
 * Who: one of the delegation who may speak for it.
 */
person: PersonId, } | { "type": "propose_order", 
/**
 * Which list.
 */
list: ListId, 
/**
 * By what.
 */
policy: Policy, } | { "type": "apply_order", 
/**
 * Which list.
 */
list: ListId, 
/**
 * Version of the list that the order was proposed for; another version refuses it.
 */
list_version: number, } | { "type": "dismiss_order", 
/**
 * Which list.
 */
list: ListId, } | { "type": "set_speaking_time", 
/**
 * Which list.
 */
list: ListId, 
/**
 * Whose; without one nobody has more than this, and who has less keeps it.
 */
category?: Category, 
/**
 * The time: 10 s to 2 h.
 */
turn_ms: number, } | { "type": "grant_extra_time", 
/**
 * Which request.
 */
request: RequestId, 
/**
 * How much more, in all: 10 s to 10 min.
 */
extra_ms: number, };

/**
 * All that `SpeakersCommand` can be, in their order.
 */
export const EVERY_SPEAKERS_COMMAND = ["open_list", "close_list", "take_up_list", "request_floor", "add_request", "withdraw_request", "decline_request", "call_request", "pass_over", "send_to_written", "move_request", "name_speaker", "propose_order", "apply_order", "dismiss_order", "set_speaking_time", "grant_extra_time"] as const;

/**
 * How long somebody on stage has spoken.
 */
export type SpeakingTimeView = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * All times together.
 */
spoken_ms: number, 
/**
 * How many there were.
 */
times: number, };

/**
 * How long each on stage has spoken by timers, for the desk. There is one, with the id `speaking_times`.
 */
export type SpeakingTimesView = { 
/**
 * Always `speaking_times`.
 */
id: string, 
/**
 * By person, in the order of the stage. The timer that runs is not counted in.
 */
people: Array<SpeakingTimeView>, };

/**
 * How a channel is staffed. Nobody is counted for two.
 *
 * - `on_air`: Somebody is on air for it, and sound comes from their microphone.
 * - `ready`: Somebody is in the booth with a microphone that is connected, gives sound and is not muted.
 * - `no_microphone`: Somebody is in the booth, and their microphone is not connected, gives no sound, or is muted before they are on
 *   air.
 * - `nobody`: Nobody is in the booth.
 * - `no_booth`: No booth feeds it.
 */
export type Staff = "on_air" | "ready" | "no_microphone" | "nobody" | "no_booth";

/**
 * All that `Staff` can be, in their order.
 */
export const EVERY_STAFF = ["on_air", "ready", "no_microphone", "nobody", "no_booth"] as const;

/**
 * Who interprets on a channel, or would. Booths are ready when each is `on_air` or `ready`.
 */
export type StaffView = { 
/**
 * Which channel.
 */
channel: ChannelId, 
/**
 * The booth: that which feeds it, or whose interpreter is `person`, or the first that could; none where none can.
 */
booth: BoothId | null, 
/**
 * Who is on air for it or would be, if anybody is there.
 */
person: PersonId | null, 
/**
 * How it is staffed.
 */
staff: Staff, };

/**
 * The item under way, as all see it on a stage.
 */
export type StageItemView = { 
/**
 * Which.
 */
id: ItemId, 
/**
 * Its place on the sheet, from 1.
 */
number: number, 
/**
 * How many items there are.
 */
of: number, 
/**
 * What it is.
 */
kind: ItemKind, 
/**
 * Its title in the languages that it was given in; may be empty.
 */
title: Wording, 
/**
 * Whose it is, if it is somebody of the session.
 */
speaker: SpeakerView | null, 
/**
 * How long it is to take.
 */
limit_ms: number, 
/**
 * Time it took before its clock last started.
 */
spent_ms: number, 
/**
 * Since when its clock runs; none while the meeting is suspended.
 */
running_since_ms: number | null, };

/**
 * The stage of a panel or a round table. There is one, with the id `stage`; none in a plenary.
 */
export type StageView = { 
/**
 * Always `stage`.
 */
id: string, 
/**
 * Who sits on it: the moderators, then the panellists in the order of their ids.
 */
people: Array<OnStageView>, 
/**
 * The timer, if there is one.
 */
timer: TimerView | null, 
/**
 * The question that is pinned.
 */
pinned: QuestionId | null, 
/**
 * From when on its clocks show that little time is left, in milliseconds before the limit.
 */
amber_ms: number, 
/**
 * The item of the run sheet that is under way, if one is.
 */
item: StageItemView | null, };

/**
 * How far a poll has come.
 *
 * - `open`: It is answered.
 * - `closed`: It has closed; the desk alone sees the result.
 * - `published`: It has closed, and all see the result.
 */
export type Standing = "open" | "closed" | "published";

/**
 * All that `Standing` can be, in their order.
 */
export const EVERY_STANDING = ["open", "closed", "published"] as const;

/**
 * What a delegation is on a list.
 *
 * - `session_closed`: The session is over.
 * - `list_closed`: The list takes no requests.
 * - `may_ask`: It may ask for the floor.
 * - `inscribed`: It is inscribed for a session that is not open yet.
 * - `on_list`: It waits.
 * - `carried_over`: It waits for the next sitting: the meeting is adjourned and its place is kept.
 * - `went_on`: Its request went on to another sitting with the list, where its place is kept.
 * - `elsewhere`: The list is with another sitting of its agenda item, or the item is closed.
 * - `stand_by`: It is the next, or was called to stand by.
 * - `on_floor`: It has the floor.
 * - `suspended`: It has the floor and the meeting is suspended.
 */
export type StandingState = "session_closed" | "list_closed" | "may_ask" | "inscribed" | "on_list" | "carried_over" | "went_on" | "elsewhere" | "stand_by" | "on_floor" | "suspended";

/**
 * All that `StandingState` can be, in their order.
 */
export const EVERY_STANDING_STATE = ["session_closed", "list_closed", "may_ask", "inscribed", "on_list", "carried_over", "went_on", "elsewhere", "stand_by", "on_floor", "suspended"] as const;

/**
 * How one's own delegation stands on a list: what the floor button says. The id is the list's.
 */
export type StandingView = { 
/**
 * Which list.
 */
id: ListId, 
/**
 * What the delegation is on it.
 */
state: StandingState, 
/**
 * Its request, while it waits or is heard.
 */
request: RequestId | null, 
/**
 * Its place in the queue, 1 for the head, while it waits.
 */
place: number | null, 
/**
 * When it may expect the floor, where that can be said.
 */
expected: ExpectationView | null, 
/**
 * Its turn, while it is heard.
 */
turn: TurnId | null, 
/**
 * How its last request before this one ended.
 */
last: PastRequest | null, 
/**
 * Texts of its statement that were received ahead.
 */
texts?: Array<ReceiptView>, 
/**
 * Its pre-recorded statement, if one was received.
 */
prerecorded?: PrerecordedView, };

/**
 * A statement that was made, or is being made: one turn on the floor.
 */
export type Statement = { 
/**
 * The turn.
 */
turn: TurnId, 
/**
 * What the list was for: a statement, a reply or a question.
 */
kind: ListKind, 
/**
 * Whose statement.
 */
seat: Seat, 
/**
 * Who began it, where known.
 */
speaker: Named | null, 
/**
 * Who was to make it at first, where another did.
 */
instead_of: Named | null, 
/**
 * On whose behalf also, in the delegation's own words; may be empty.
 */
on_behalf_of: string, 
/**
 * Whose statement it replied to.
 */
reply_to: Seat | null, 
/**
 * Language spoken.
 */
language: Language, 
/**
 * Speaking time at the beginning.
 */
limit_ms: number, 
/**
 * Time given besides.
 */
extended_ms: number, 
/**
 * What it was interrupted for.
 */
interrupted: Array<Halt>, 
/**
 * Whether it was recorded ahead and played.
 */
prerecorded?: boolean, 
/**
 * How it ended; none while it lasts.
 */
ending: Ending | null, 
/**
 * How long it lasted, without interruptions; 0 while it lasts.
 */
spoken_ms: number, };

/**
 * What was said in a statement, in one language. The id is that of the turn and the language.
 */
export type SummaryView = { 
/**
 * The turn and the language.
 */
id: string, 
/**
 * Of which turn.
 */
turn: TurnId, 
/**
 * In which language.
 */
language: Language, 
/**
 * What was said.
 */
text: string, 
/**
 * Counts how often it was written, from 1.
 */
version: number, 
/**
 * Who wrote it last.
 */
by: PersonId, 
/**
 * When.
 */
at_ms: number, };

/**
 * Votes on a motion.
 */
export type Tally = { 
/**
 * Votes for it.
 */
in_favour: number, 
/**
 * Votes against it.
 */
against: number, 
/**
 * Abstentions.
 */
abstaining: number, };

/**
 * How many have answered a poll, and what, where all see it.
 */
export type TallyView = { 
/**
 * Which poll.
 */
id: PollId, 
/**
 * How many ballots there are.
 */
ballots: number, 
/**
 * How many of those who may answer are there, or have answered; of a poll that has closed, how many were and had.
 */
present: number, 
/**
 * Ballots for each choice; none while the result is not shown.
 */
counts: Array<number> | null, };

/**
 * Who may speak for one's own delegation. The id is the delegation's.
 */
export type TeamView = { 
/**
 * Which delegation.
 */
id: DelegationId, 
/**
 * Its people who may speak for it.
 */
people: Array<MemberView>, };

/**
 * The file of a text.
 */
export type TextFileView = { 
/**
 * What it was called where it came from.
 */
name: string, 
/**
 * Its kind.
 */
kind: FileKind, 
/**
 * How many bytes it has.
 */
bytes: number, };

/**
 * Text of a statement. The id is that of the request and the language.
 */
export type TextView = { 
/**
 * The request and the language.
 */
id: string, 
/**
 * Of which request.
 */
request: RequestId, 
/**
 * Its language.
 */
language: Language, 
/**
 * The text; empty where it is in the file alone.
 */
text: string, 
/**
 * What interpreters are to follow.
 */
mark: Mark, 
/**
 * Whether this is the official one of several languages.
 */
official: boolean, 
/**
 * How long it takes to read out at the pace that interpreters can follow, 120 words a minute; null where its words are
 * not known.
 */
reading_ms: number | null, 
/**
 * The file that it came in; null where it came in none.
 */
file: TextFileView | null, 
/**
 * When it was received.
 */
at_ms: number, };

/**
 * What a participant may ask of texts.
 *
 * - `give_text`: Give the text of one's own delegation's statement ahead, in the place of an earlier one in that language; the secretariat
 *   gives those of all. One that is a file comes by HTTP.
 * - `take_back_text`: Take a text back.
 */
export type TextsCommand = { "type": "give_text", 
/**
 * For which request; it waits.
 */
request: RequestId, 
/**
 * Language of the text.
 */
language: Language, 
/**
 * The text: 1 to 20,000 characters.
 */
text: string, 
/**
 * What interpreters are to follow.
 */
mark: Mark, 
/**
 * Whether this is the official one of several languages.
 */
official: boolean, } | { "type": "take_back_text", 
/**
 * Of which request; it waits.
 */
request: RequestId, 
/**
 * In which language.
 */
language: Language, };

/**
 * All that `TextsCommand` can be, in their order.
 */
export const EVERY_TEXTS_COMMAND = ["give_text", "take_back_text"] as const;

/**
 * What happens when a speaker's time is over.
 *
 * - `advise`: The clock says so, and the chair decides.
 * - `chime`: The speaker and the desk hear a chime too.
 * - `confirmed_cut`: The chair is asked to take the floor back.
 * - `automatic_cut`: The floor is taken back after a time of grace.
 */
export type TimeMode = "advise" | "chime" | "confirmed_cut" | "automatic_cut";

/**
 * All that `TimeMode` can be, in their order.
 */
export const EVERY_TIME_MODE = ["advise", "chime", "confirmed_cut", "automatic_cut"] as const;

/**
 * A timer for somebody on stage: advice, which closes no microphone.
 */
export type TimerView = { 
/**
 * For whom.
 */
person: PersonId, 
/**
 * How long they are to speak.
 */
limit_ms: number, 
/**
 * Time that passed before the clock last started.
 */
spent_ms: number, 
/**
 * Since when the clock runs, by the server's clock; none while the meeting is suspended.
 */
running_since_ms: number | null, };

/**
 * What is wrong, for whoever calls.
 *
 * - `no_sound`: They hear nothing.
 * - `bad_sound`: What they hear breaks up, is too quiet, or echoes.
 * - `microphone`: Their own microphone.
 * - `connection`: Their connection, or the page.
 * - `other`: Something else.
 */
export type Trouble = "no_sound" | "bad_sound" | "microphone" | "connection" | "other";

/**
 * All that `Trouble` can be, in their order.
 */
export const EVERY_TROUBLE = ["no_sound", "bad_sound", "microphone", "connection", "other"] as const;

/**
 * A turn: one time that somebody holds the floor. Clocks are keyed by it.
 *
 * 1 to 64 of the characters `a-z`, `0-9`, `-` and `_`; anything else is refused when it is read.
 */
export type TurnId = string;

/**
 * A turn and its clock. Time spoken is `spent_ms`, and the time since `running_since_ms` where the clock runs.
 */
export type TurnView = { 
/**
 * Which turn.
 */
id: TurnId, 
/**
 * The request it answers.
 */
request: RequestId, 
/**
 * The list it came from.
 */
list: ListId, 
/**
 * The delegation that has the floor.
 */
delegation: DelegationId, 
/**
 * Who speaks for it, where known.
 */
speaker: SpeakerView | null, 
/**
 * Language spoken.
 */
language: Language, 
/**
 * Speaking time with all extensions.
 */
limit_ms: number, 
/**
 * Time spoken before the clock last started.
 */
spent_ms: number, 
/**
 * Since when the clock runs, by the server's clock; none while the turn is halted.
 */
running_since_ms: number | null, 
/**
 * Whether the limit has passed.
 */
limit_reached: boolean, 
/**
 * How long before the limit time is nearly over.
 */
amber_ms: number, 
/**
 * Why it is halted; empty while it runs.
 */
halts: Array<Halt>, 
/**
 * Why in words; may be empty.
 */
halt_reason: string, 
/**
 * Where a pre-recorded statement is played: how long it is. It is as far as the clock.
 */
prerecorded_ms?: number, };

/**
 * Why undoing an act would not do, though nobody has acted on what it changed.
 *
 * - `requests`: The delegation has asked again, and would wait more often than it may.
 * - `replies`: The delegation would have more replies than it may.
 * - `motion`: The motion was decided on, or others speak on it instead.
 * - `floor`: The floor cannot be given back: other business goes first, the debate is over, or the speaker is withdrawn.
 * - `rules`: The meeting would contradict its rules otherwise.
 */
export type UndoBar = "requests" | "replies" | "motion" | "floor" | "rules";

/**
 * All that `UndoBar` can be, in their order.
 */
export const EVERY_UNDO_BAR = ["requests", "replies", "motion", "floor", "rules"] as const;

/**
 * What a participant may ask.
 *
 * - `undo_act`: Undo the desk's last act, within ten seconds of it.
 */
export type UndoCommand = { "type": "undo_act", 
/**
 * Which act, as the view names it.
 */
act: number, };

/**
 * All that `UndoCommand` can be, in their order.
 */
export const EVERY_UNDO_COMMAND = ["undo_act"] as const;

/**
 * The desk's last act, if it can be undone. There is one, with the id `undo`.
 */
export type UndoView = { 
/**
 * Always `undo`.
 */
id: string, 
/**
 * The act; none if there is nothing to undo.
 */
act: ActView | null, };

/**
 * Delegations that have made no statement in this session. There is one, with the id `unheard`.
 */
export type UnheardView = { 
/**
 * Always `unheard`.
 */
id: string, 
/**
 * Which, in the order of their ids.
 */
delegations: Array<DelegationId>, };

/**
 * The result of a poll that has closed and is not published, for the desk.
 */
export type UnpublishedView = { 
/**
 * Which poll.
 */
id: PollId, 
/**
 * Ballots for each choice.
 */
counts: Array<number>, };

/**
 * An offset from UTC and when it begins.
 */
export type UtcOffset = { 
/**
 * Since when clocks show it.
 */
from_ms: number, 
/**
 * What is added to UTC; negative west of Greenwich.
 */
offset_ms: number, };

/**
 * Whose messages they are: the two are kept apart, as the Compact's reviews ask (A/RES/73/326, paragraphs 13 and 15).
 *
 * - `member_states`: Member States.
 * - `stakeholders`: Everybody else: observers, organizations, other stakeholders.
 */
export type Voice = "member_states" | "stakeholders";

/**
 * All that `Voice` can be, in their order.
 */
export const EVERY_VOICE = ["member_states", "stakeholders"] as const;

/**
 * A vote on an appeal.
 */
export type VoteView = { 
/**
 * Whether the ruling stands.
 */
stands: boolean, 
/**
 * Votes for the appeal.
 */
in_favour: number, 
/**
 * Votes against it.
 */
against: number, 
/**
 * Abstentions.
 */
abstaining: number, };

/**
 * Whose a ballot is.
 */
export type Voter = { "delegation": DelegationId } | { "person": PersonId };

/**
 * What one has voted for oneself. There is one, with the id `votes`, once one has voted.
 */
export type VotesView = { 
/**
 * Always `votes`.
 */
id: string, 
/**
 * The questions.
 */
questions: Array<QuestionId>, };

/**
 * Where the list of an agenda item is, as one sitting of the item knows it.
 *
 * - `here`: In this sitting.
 * - `on_its_way`: This sitting has laid it down, and the conference has yet to say where it goes.
 * - `sitting`: In another sitting of the item.
 * - `conference`: With the conference, until another sitting of the item is held.
 * - `item_closed`: Nowhere: the item is closed.
 */
export type Whereabouts = { "at": "here" } | { "at": "on_its_way" } | { "at": "sitting", 
/**
 * Which session.
 */
session: SessionId, } | { "at": "conference" } | { "at": "item_closed" };

/**
 * All that `Whereabouts` can be, in their order.
 */
export const EVERY_WHEREABOUTS = ["here", "on_its_way", "sitting", "conference", "item_closed"] as const;

/**
 * Why a request stands where it is proposed.
 *
 * - `time`: When it was made.
 * - `rank`: The level of who is to speak; none where it is not known, which comes last.
 * - `group`: It speaks on behalf of others also.
 * - `category`: Its accreditation category.
 * - `turn`: It is the turn of its accreditation category.
 * - `first`: It was drawn, or begins the alphabet.
 * - `alphabet`: The alphabet.
 */
export type Why = { "why": "time", 
/**
 * When.
 */
at_ms: number, } | { "why": "rank", 
/**
 * The level.
 */
rank: Rank | null, } | { "why": "group", } | { "why": "category", 
/**
 * The category.
 */
category: Category, } | { "why": "turn", 
/**
 * The category.
 */
category: Category, 
/**
 * In which round, from 1.
 */
round: number, } | { "why": "first", } | { "why": "alphabet", };

/**
 * All that `Why` can be, in their order.
 */
export const EVERY_WHY = ["time", "rank", "group", "category", "turn", "first", "alphabet"] as const;

/**
 * What the protocol refuses, before or beside the meeting.
 *
 * - `malformed`: Not a message of this protocol.
 * - `too_large`: Larger than a message may be. The connection ends.
 * - `not_text`: A binary frame.
 * - `not_joined`: `join` must come first.
 * - `already_joined`: `join` comes once.
 * - `too_fast`: Too many messages.
 * - `sound_refused`: The path for sound cannot be taken. Other paths may, and later perhaps this one.
 * - `not_stored`: The log could not store it. It may be sent again under the same key.
 * - `busy`: Too many commands wait to be decided. It may be sent again under the same key.
 */
export type WireRefusal = { "code": "malformed", 
/**
 * What is wrong with it.
 */
detail: string, } | { "code": "too_large", 
/**
 * Most bytes of a message.
 */
max_bytes: number, } | { "code": "not_text", } | { "code": "not_joined", } | { "code": "already_joined", } | { "code": "too_fast", 
/**
 * How long to wait.
 */
retry_after_ms: number, } | { "code": "sound_refused", 
/**
 * Of which offer.
 */
purpose: SoundPurpose, 
/**
 * What is wrong with it, or what to do.
 */
detail: string, } | { "code": "not_stored", } | { "code": "busy", };

/**
 * All that `WireRefusal` can be, in their order.
 */
export const EVERY_WIRE_REFUSAL = ["malformed", "too_large", "not_text", "not_joined", "already_joined", "too_fast", "sound_refused", "not_stored", "busy"] as const;

/**
 * One wording per language, such as a plate name. Never filled from a library: names are given.
 */
export type Wording = Record<string, string>;

/**
 * One's own card.
 */
export type YouView = { 
/**
 * Which person.
 */
id: PersonId, 
/**
 * Name.
 */
name: Wording, 
/**
 * Function; may be empty.
 */
function: Wording, 
/**
 * Seat, if any.
 */
delegation: DelegationId | null, 
/**
 * Booth, if any.
 */
booth: BoothId | null, 
/**
 * The language in which they write captions, if they do.
 */
captions?: Language, 
/**
 * Roles in this session.
 */
roles: Array<Role>, 
/**
 * What the person may do.
 */
rights: Array<Right>, 
/**
 * The channel the person hears; for an interpreter the source of the booth.
 */
channel: ChannelId | null, 
/**
 * The person's own microphone.
 */
microphone: YourMicrophone, 
/**
 * When a slower pace was last asked for while the person is live on the floor; none otherwise.
 */
slow_down_at_ms: number | null, 
/**
 * When an interpreter's booth may ask for a slower pace again; none if it has not asked yet.
 */
slow_down_from_ms: number | null, 
/**
 * Chat rooms that the person may read and write in.
 */
rooms: Array<RoomId>, 
/**
 * Since when and why the person is muted in the chat, if they are.
 */
muted?: Muting, };

/**
 * One's own microphone, as the meeting knows it.
 */
export type YourMicrophone = { 
/**
 * Whether it can ever be live in this session.
 */
may_publish: boolean, 
/**
 * Whether one may open it now by oneself.
 */
may_open: boolean, 
/**
 * Whether one agreed that it opens with one's turn.
 */
agrees: boolean, 
/**
 * Whether anything comes from it, if only silence.
 */
connected: boolean, 
/**
 * Whether one has muted it: on whichever device, it is heard by nobody until one unmutes it.
 */
muted: boolean, 
/**
 * Whether its device gives no sound, as a page of one's own told.
 */
silent: boolean, 
/**
 * Where it is live.
 */
live: Live, 
/**
 * The channel that it is on air for; none unless `live` is `channel`.
 */
channel: ChannelId | null, 
/**
 * Whether the desk has closed it during one's turn.
 */
closed_by_chair: boolean, };
