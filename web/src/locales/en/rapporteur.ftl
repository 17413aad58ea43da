# The rapporteur’s desk: proceedings with marks, summaries, key messages.
refusal-stale-key-message = The key message was changed in the meantime. Look at it and try again.
refusal-key-messages-issued = The key messages are issued. The secretariat can take them back.
refusal-other-record = Others keep the record of that session. Ask its rapporteur or the secretariat.
refusal-stale-summary = The summary was changed in the meantime. Look at it and write again.

rapporteur-title = Rapporteur’s desk
rapporteur-not-yours = Only the rapporteurs and the secretariat of a session use this desk.
rapporteur-to-room = Session room
rapporteur-to-outcome = Outcome document
rapporteur-elsewhere = Elsewhere
rapporteur-line-lost = Reconnecting. What you write is kept in this tab; nothing can be stored until the line is back.
rapporteur-speaks = { $name } has the floor.
rapporteur-place = { $place ->
    [session] Session
    [summary] Summary
    [messages] Messages
   *[missing] Missing
}
rapporteur-places = Parts of the desk

rapporteur-keys = Single-key shortcuts
rapporteur-keys-short = Keys
rapporteur-keys-on = Single keys act
rapporteur-keys-note = Not while you type or a dialog is open. In a summary, Ctrl+Enter saves and Escape goes back to the statements.
rapporteur-key = { $shortcut ->
    [mark] Mark this moment
    [message] New key message, from the statement in hand
    [marks] The moments that were marked
    [statements] To the statements: arrow keys, then Enter
    [summary] To the summary of the statement in hand
    [missing] What is missing
   *[help] These keys
}

rapporteur-mark = Mark this moment
rapporteur-marks-count = { $count ->
    [0] Marks
   *[other] Marks { $count }
}
rapporteur-marked = Marked in the statement of { $name }.
rapporteur-marked-free = Marked; nobody has the floor.
rapporteur-marks = Marked moments
rapporteur-marks-none = No moment is marked yet.
rapporteur-marked-here = Marked
rapporteur-marked-between = Marked while nobody had the floor
rapporteur-mark-in = { $time } · { $seat }
rapporteur-note = Note it
rapporteur-note-name = Note it at the mark of { $time }
rapporteur-noted = Noted at the mark of { $time }.
rapporteur-unmark = Take away
rapporteur-unmark-name = Take away the mark of { $time }
rapporteur-unmarked = The mark of { $time } was taken away.

rapporteur-statements = Statements
rapporteur-statements-none = Nobody has made a statement yet.
rapporteur-earlier = Earlier statements
rapporteur-not-read = The earlier statements could not be read. Try again.
rapporteur-not-found = The statement is not in the record of this session any more.
rapporteur-note-on-notes = Marks and summaries are notes: those who keep the record see them, nobody else.
rapporteur-on-behalf = also on behalf of { $group }
rapporteur-reply-to = in reply to { $seat }
rapporteur-lasts = still speaking
rapporteur-summary-none = no summary yet
rapporteur-summary-in = summary in { $languages }
rapporteur-choose = Choose a statement, and write here what was said in it.
rapporteur-text = Text of the statement
rapporteur-text-hint = what you select goes into a new key message as its passage

rapporteur-summary-label = Summary { in-language }
rapporteur-summary-standing = { $standing ->
    [draft] Draft from the facts, not stored
    [changed] Changed, not saved
    [stale] Others have changed it: not saved
   *[saved] Saved
}
rapporteur-summary-saving = Saving…
rapporteur-summary-saved = Saved { $time } · { $name }
rapporteur-summary-told = The summary { in-language } is saved.
rapporteur-summary-stands = Stored meanwhile, { $time } · { $name }
rapporteur-summary-gone = The summary was taken away meanwhile.
rapporteur-take-theirs = Take what is stored
rapporteur-keep-mine = Keep mine instead
rapporteur-save = Save
rapporteur-save-name = Save the summary { in-language }

rapporteur-draft-speaker = { $name } ({ $seat })
rapporteur-draft-behalf = , speaking also on behalf of { $group }
rapporteur-draft-reply = , replying to the statement of { $seat }
rapporteur-draft = { $kind ->
    [right_of_reply] { $who }, speaking at { $time } in exercise of the right of reply{ $clauses }, said that{" "}
    [questions] { $who }, speaking at { $time } on “{ $session }”{ $clauses }, asked whether{" "}
   *[statements] { $who }, speaking at { $time } on “{ $session }”{ $clauses }, said that{" "}
}

rapporteur-messages = { $voice ->
    [member_states] Key messages of Member States
   *[stakeholders] Of stakeholders
}
rapporteur-messages-none = { $voice ->
    [member_states] No key message of a Member State is gathered yet.
   *[stakeholders] No key message of a stakeholder is gathered yet.
}
rapporteur-messages-lost = Reconnecting. The key messages are shown as they were.
rapporteur-message-of = { $voice ->
    [member_states] Key message { $number } of Member States
   *[stakeholders] Key message { $number } of stakeholders
}
rapporteur-new = New key message
rapporteur-change-name = Change key message { $number }: { $text }
rapporteur-source-name = To the statement: { $source }
rapporteur-no-objective = no objective
rapporteur-lacks = lacks { $languages }
rapporteur-earlier-name = Put key message { $number } earlier
rapporteur-later-name = Put key message { $number } later
rapporteur-moved = Key message { $number } now.
rapporteur-gather = Gather
rapporteur-gathered = The key message is gathered.
rapporteur-changed = The key message is saved.
rapporteur-message-changed = Others have changed this message meanwhile. It now says:
rapporteur-text-in = Key message { in-language }
rapporteur-text-empty = Write the message in at least one language.
rapporteur-from = From the statement of { $seat }, { $time }
rapporteur-from-session = From a statement in the session “{ $session }”
rapporteur-without-source = From no statement
rapporteur-delegation = Delegation
rapporteur-no-delegation = none
rapporteur-voice = Whose message is it?
rapporteur-voice-name = { $voice ->
    [member_states] Member States
   *[stakeholders] Stakeholders
}
rapporteur-origin = Where it comes from
rapporteur-passage = Passage that it rests on
rapporteur-objectives = Objectives of the Compact
rapporteur-no-cluster = In no session
rapporteur-principles = Guiding principles
rapporteur-principle = { $principle ->
    [people_centred] People-centred
    [international_cooperation] International cooperation
    [national_sovereignty] National sovereignty
    [rule_of_law] Rule of law and due process
    [sustainable_development] Sustainable development
    [human_rights] Human rights
    [gender_responsive] Gender-responsive
    [child_sensitive] Child-sensitive
    [whole_of_government] Whole-of-government approach
   *[whole_of_society] Whole-of-society approach
}
rapporteur-remove = Take out…
rapporteur-remove-title = Take this key message out?
rapporteur-remove-act = Take out

rapporteur-issue = Issue…
rapporteur-issue-change = Change…
rapporteur-issue-title = Key messages before the public
rapporteur-issue-act = Confirm
rapporteur-issue-how = How do they stand?
rapporteur-issue-note = { $count ->
    [one] One message is put before the public as it stands. It is not adopted, and cannot be changed until it is taken back.
   *[other] { $count } messages are put before the public as they stand. They are not adopted, and cannot be changed until they are taken back.
}
rapporteur-issue-as = { $standing ->
    [issued] Issued
    [taken_note_of] Taken note of
   *[taken_back] Taken back, to be changed
}
rapporteur-issued = { $standing ->
    [issued] Issued { $time }
   *[taken_note_of] Taken note of { $time }
}

rapporteur-missing = What is missing
rapporteur-missing-objectives = { $count ->
    [0] Every objective has a message
    [one] { $count } objective has no message
   *[other] { $count } objectives have no message
}
rapporteur-objectives-none = The conference names no objectives.
rapporteur-objective-silent = nobody yet
rapporteur-objective-said = States { $states } · others { $others }
rapporteur-unheard = { $count ->
    [0] Every delegation was heard in this session
    [one] { $count } delegation not heard in this session
   *[other] { $count } delegations not heard in this session
}
rapporteur-without = { $count ->
    [0] Every delegation has a key message
    [one] { $count } delegation without a key message
   *[other] { $count } delegations without a key message
}
rapporteur-export = Export
rapporteur-export-of = Export the documents of { $session }
