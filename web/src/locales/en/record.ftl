# Documents of the record that the server writes: the log of a meeting, lists, the report. Not shown by any page.
record-log = Log of the meeting
record-speakers = List of speakers
record-attendance = Attendance
record-chat = Chat of the session
record-report = Report
record-participants = List of participants
record-key-messages = Key messages
record-outcome = Outcome document
record-note = Drawn up from what was recorded as it happened. It is not an official record.
record-note-outcome = As it stood when this copy was made.
record-days = { $first } to { $last }
record-when = { $day }, { $from } to { $to }, host time ({ $city })
record-page = Page { $page } of { $pages }
record-log-none = Nothing happened in this session.
record-text-check = Text as handed in by the delegation (check against delivery):
record-text-verbatim = Text as handed in by the delegation, to be read out verbatim:
record-written = Statements submitted in writing
record-list-other = Speakers on motions
record-stage = On the stage of the panel
record-speakers-none = Nobody took the floor in this session.
record-language = { $language ->
    [ar] Arabic
    [en] English
    [fr] French
    [es] Spanish
    [ru] Russian
    [zh] Chinese
   *[other] { $language }
}
record-column-section = Section
record-column-paragraph = Par.
record-column-number = No.
record-column-began = Began
record-column-ended = Ended
record-column-at = Time
record-column-delegation = Delegation
record-column-speaker = Speaker
record-column-name = Name
record-column-function = Function
record-column-position = Position
record-column-role = Role
record-column-language = Language
record-column-limit = Speaking time
record-column-extended = Extension
record-column-spoken = Spoken
record-column-ending = Ending
record-column-behalf = Also on behalf of
record-column-reply = In reply to
record-column-prerecorded = Recorded in advance
record-column-arrived = Arrived
record-column-left = Left
record-column-attended = Attended
record-column-times = Times
record-column-text = Text
record-column-edited = Edited
record-column-deleted = Deleted
record-column-category = Category
record-column-session = Session
record-column-date = Date
record-column-statements = Statements
record-column-replies = Replies
record-column-questions = Questions
record-column-on-motions = On motions
record-column-delegations = Delegations
record-column-people = People
record-column-symbol = Symbol
record-column-title = Title
record-attended = { $count ->
    [one] { $count } person attended the session.
   *[other] { $count } people attended the session.
}
record-without-seat = Chairs, secretariat and others without a seat
record-chat-note = Messages of the room that all in the session read. A message that was deleted is kept without what it said.
record-messages = { $count ->
    [one] { $count } message was written.
   *[other] { $count } messages were written.
}
record-deleted = Deleted by its author
record-deleted-by-desk = Deleted by the desk
record-messages-states = Messages of Member States
record-messages-stakeholders = Messages of stakeholders
record-messages-none = No recommendations or key messages have been entered.
record-objectives = objectives { $numbers }
record-outcome-none = The outcome document has no text yet.
record-part-introduction = Introduction
record-part-messages = I. Recommendations and key messages
record-part-opening = II. Opening
record-part-discussion = III. Presentations and discussion
record-part-organization = IV. Organization of work
record-part-venue = A. Date and venue
record-part-participants = B. Participants
record-introduction = This report tells of the { $name }.
record-organisers = It was convened by { $names }.
record-venue = { $count ->
    [one] The conference was held online, in { $count } session.
   *[other] The conference was held online, in { $count } sessions.
}
record-participated = { $count ->
    [one] { $count } participant was registered.
   *[other] { $count } participants were registered.
}
record-sessions = Sessions and what was said in them
record-all-sessions = All sessions
record-annex-participants = Annex I. List of participants
record-annex-documents = Annex II. List of documents
record-documents-none = No documents have been entered.
record-session-cancelled = The session was cancelled.
record-session-not-held = The session was not held.
record-objectives-discussed = Objectives of the Global Compact under discussion: { $numbers }.
record-statements-of-category = Statements were made by { $category }: { $names }.
record-statements-of = Statements were made by: { $names }.
record-questions-of = Questions were asked by: { $names }.
record-replies-of = The right of reply was exercised by: { $names }.
record-presentations-of = Presentations on the stage of the panel were made by: { $names }.
record-written-of = Statements were submitted in writing by: { $names }.
record-recordings = Recordings
