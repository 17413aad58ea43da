chair-title = Chair’s desk
chair-open-session = Open the session
chair-resume = Resume the meeting
chair-give = Give the floor to { $name }
chair-nobody = Nobody is waiting on this list
chair-over = The session is closed. Nothing more can be done in it.
chair-cancelled-note = The secretariat can give it a time again.
chair-then = Then
chair-present = Present ({ $people })
chair-absent = Absent
chair-absent-since = Absent since { $time }
chair-turn-acts = The speaker now
chair-extend-half = +30 s
chair-extend-one = +1 min
chair-extend-by = Give { $time } more
chair-extend-other = Time…
chair-extend-title = Extend the speaking time
chair-extend-minutes = Minutes
chair-extend-seconds = Seconds
chair-stop = Stop
chair-stop-name = Stop { $name }
chair-session-acts = The meeting
chair-schedule = Time and title
chair-suspend = Suspend…
chair-suspend-title = Suspend the meeting
chair-suspend-note = The floor, the clock and the list keep their place until the meeting resumes.
chair-suspend-until = Until, by the host’s clock (optional)
chair-suspend-in = in { $minutes } min
chair-suspend-read = To read out
chair-suspend-shown = Everybody reads the reason and the time, also the public.
chair-suspend-act = Suspend the meeting
chair-close = Close the session…
chair-close-title = Close the session?
chair-close-note = { $waiting ->
    [0] Nobody is waiting.
    [one] One request still waiting lapses.
   *[other] { $waiting } requests still waiting lapse.
  } All lists close. What was closed by mistake can be reopened, with a reason.
chair-close-note-item = { $waiting ->
    [one] One request goes on with the agenda item, to the next sitting.
   *[other] { $waiting } requests go on with the agenda item, to the next sitting.
}
chair-close-act = Close the session
chair-reopen = Reopen…
chair-reopen-title = Reopen the session
chair-reopen-note = { $adjourned ->
    [true] The next sitting begins: whoever waits keeps their place.
   *[false] Whoever waited when it was closed waits again in the same order, with the texts given, and the lists are open that were.
  } The reason is told in the proceedings.
chair-reopen-act = Reopen the session
chair-reason = Reason
chair-reason-optional = Reason, for the record (may be left empty)
chair-reason-needed = Write a reason; it goes into the log.
chair-lists = Speakers’ lists
chair-list-open = Open
chair-list-closed = Closed
chair-open-list = Open
chair-close-list = Close
chair-open-list-name = Open the list: { $list }
chair-close-list-name = Close the list: { $list }
chair-add = Add…
chair-add-title = Add a delegation to the list
chair-add-act = Add to the list
chair-add-name = Add { $name } to the list
chair-add-find = Find a delegation
chair-add-none = No delegation has this name.
chair-add-choose = Choose a delegation.
chair-delegation = Delegation
chair-language = Language of the statement
chair-on-behalf = Also on behalf of (may be left empty)
chair-behalf = also on behalf of { $group }
chair-up = Move { $name } up
chair-down = Move { $name } down
chair-more = Acts for { $name }
chair-called = Standing by
chair-row-title = { $name }: place { $place }
chair-call = Call to stand by
chair-call-name = Call { $name } to stand by
chair-pass = Pass over, to the end of the list
chair-pass-name = Pass over { $name }
chair-text = Text of the statement…
chair-written = File the statement in writing
chair-written-name = File the statement of { $name } in writing
chair-move = Place elsewhere…
chair-move-title = Move { $name }
chair-move-place = New place
chair-move-place-of = { $place } — before { $name }
chair-move-place-last = { $place } — at the end
chair-move-act = Move to place { $place }
chair-move-name = Move { $name } to place { $place }
chair-moved-meanwhile = The list has changed meanwhile. It is now:
chair-moved-gone = { $name } no longer waits on this list.
chair-decline = Decline…
chair-decline-title = Decline the request of { $name }
chair-decline-note = The delegation reads the reason.
chair-decline-act = Decline the request
chair-decline-name = Decline the request of { $name }
chair-heard = Heard
chair-spoke = spoke { $time }
chair-filed = in writing
chair-people = People
chair-moves = Moves
chair-moves-none = Nobody was moved by hand.
chair-move-line = from place { $from } to place { $to }
chair-officials = Officials
chair-quorum = Quorum: { $present } of { $members } Member States are here online. { $enough ->
    [unknown] The rules of the functional commissions (E/5975/Rev.1) ask for a quorum; its number is not known here. Ask the secretariat.
    [none] Fewer than the { $open } needed to open: count those in the hall.
    [to_open] Enough to open; { $decide } are needed to decide.
   *[to_decide] Enough to open and to decide.
  }
chair-attendance = { $people ->
    [one] One person present
   *[other] { $people } people present
  }, { $delegations } of { $seats } delegations
chair-not-yours = Only those who preside may use the chair’s desk.
chair-to-room = Session room
chair-to-podium = Podium
chair-report-pending = Sending: { $act }
chair-report-done = Done: { $act }
chair-report-refused = Not done: { $act }. { $why }
chair-say-floor = { $name } has the floor.
chair-say-asks = { $name } asks for the floor: place { $place }.
chair-say-free = The floor is free.
chair-keys = Keyboard shortcuts
chair-keys-on = Single-key shortcuts are on
chair-keys-note = They never fire while you type, choose or read a dialog.
chair-key-next = Main button: give the floor to the next
chair-key-extend = One more minute
chair-key-stop = Stop the speaker
chair-key-pause = Suspend or resume the meeting
chair-key-list = Go to the list
chair-key-add = Add a delegation
chair-key-chat = Go to the chat
chair-key-help = This help
refusal-session-cancelled = The session is cancelled. It can be opened once the secretariat has given it a time.
chair-phase-scheduled = Not yet open; planned for { $time }
chair-phase-open = In session since { $since }; planned end { $end }
chair-phase-suspended = Suspended since { $since }
chair-phase-suspended-until = Suspended since { $since }, until { $until }
chair-phase-closed = Closed at { $since }
chair-phase-adjourned = Adjourned at { $since }; those who wait keep their places
chair-official-present = Present
chair-delegations = Delegations
chair-screens = Screens
chair-beside = Beside the floor
chair-line-lost = Reconnecting; your place is kept. Nothing can be done until the line is back.
chair-chat = Chat
chair-keys-short = Shortcuts

chair-booths = Booths
chair-gap-nobody = Nobody in the { $booth }.
chair-gap-microphone = { $booth }: no microphone is ready.
chair-gap-booth = { $channel } channel: no booth.
chair-gap-source = { $channel } channel: the interpreter has no source for { $language }.
chair-gap-unheard = { $booth } cannot hear the floor.
chair-gap-ends = { $minutes ->
    [one] Booth time ends in { $minutes } minute. Without interpreters the meeting stops.
   *[other] Booth time ends in { $minutes } minutes. Without interpreters the meeting stops.
}
chair-gap-ended = Booth time is over. The interpreters may leave.
chair-pace = The booths ask for slower speech.
chair-mics = Live microphones
chair-mic-kind = { $kind ->
    [turn] has the floor
    [point_of_order] heard on a point of order
   *[podium] at the podium
}
chair-mic-close = Close
chair-mic-close-name = Close the microphone of { $name }
chair-mic-open = Open
chair-mic-open-name = Open the microphone of { $name }
chair-mic-turn-closed = The speaker’s microphone is closed
chair-mic-no-speaker = Nobody of the delegation speaks yet
chair-mic-own = Your microphone
chair-mic-own-live = everyone hears you
chair-mic-own-closed = closed
chair-mic-open-own = Open your microphone
chair-mic-close-own = Close your microphone
chair-record = Start recording
chair-record-stop = Stop recording
chair-recognise = Hear { $name } on a point of order
chair-recognise-short = Hear
chair-rule = Rule…
chair-rule-name = Rule on the point of order of { $name }
chair-rule-do = Give the ruling
chair-ruling = Ruling
chair-ruled = Ruling on the point of order: { $ruling ->
    [upheld] upheld
    [rejected] rejected
   *[noted] noted
}
chair-appeal-vote = Record the vote on the appeal
chair-appeal-title = Vote on the appeal
chair-appeal-note = The ruling stands unless more votes are for the appeal than against it.
chair-appeal-do = Record the vote
chair-votes = { $how ->
    [in_favour] For the appeal
    [against] Against the appeal
   *[abstaining] Abstentions
}
chair-give-back = Give the floor back to { $name }
chair-halt-title = Technical stop
chair-halt-note = The clock stands still, and the speaker keeps the floor with the time left.
chair-halt-do = Stop the clock
chair-undo = Undo
chair-undo-what = Undo: { $what }
chair-undo-act = { $what ->
    [item_started] Began the item
    [item_finished] Finished the item
    [timer_started] Gave the floor on stage
    [timer_stopped] Stopped the timer
    [floor_given] floor to { $name }
    [turn_ended] end of { $name }
    [turn_extended] more time
    [list_opened] list opened
    [list_closed] list closed
    [list_taken_up] list taken up
    [request_called] call of { $name }
    [request_passed_over] { $name } passed over
    [request_declined] { $name } declined
    [request_sent_to_written] { $name } in writing
    [request_moved] move of { $name }
    [order_applied] order of the list
    [point_recognised] hearing of { $name }
    [point_ruled] ruling on { $name }
    [session_suspended] suspension
   *[other] the last act
}
chair-key-halt = Technical stop
chair-key-undo = Undo the last act
chair-key-propose = Propose a motion
chair-key-line = Private line

chair-order = Order…
chair-order-title = Order of the list: { $list }
chair-order-by = Order by
chair-order-from = Begin with
chair-order-draw = a delegation drawn by lot
chair-order-preview = Preview
chair-order-preview-name = Preview an order of { $list }
chair-order-proposed = Proposed order
chair-order-lot = Drawn by lot: { $name } (number { $seed })
chair-order-stale = The list has changed since. Preview it again.
chair-order-moves = { $count ->
    [0] Nobody changes place.
    [one] { $count } delegation changes place.
   *[other] { $count } delegations change place.
}
chair-order-was = now at { $place }
chair-order-stays = stays
chair-order-gone = waits no longer
chair-order-apply = Apply this order
chair-order-apply-name = Apply the order to { $list }
chair-order-dismiss = Dismiss
chair-order-dismiss-name = Dismiss the order of { $list }
policy-name = { $policy ->
    [first_come] Time of request
    [rank] Rank of the speaker
    [category_then_order] Groups first, then by category
    [alternate_categories] Categories in turn
   *[alphabetical] Alphabetical
}
chair-why-time = asked at { $time }
chair-why-group = on behalf of a group
chair-why-turn = { category-name }, round { $round }
chair-why-first = begins the order
chair-why-alphabet = by the alphabet
rank-name = { $gender ->
    [female] { $rank ->
        [head_of_state] Head of State
        [vice_president] Vice-President
        [crown_prince] Crown Princess
        [head_of_government] Head of Government
        [minister] Minister
        [vice_minister] Vice-Minister
        [head_of_delegation] Head of delegation
       *[none] rank not given
    }
   *[other] { $rank ->
        [head_of_state] Head of State
        [vice_president] Vice-President
        [crown_prince] Crown Prince
        [head_of_government] Head of Government
        [minister] Minister
        [vice_minister] Vice-Minister
        [head_of_delegation] Head of delegation
       *[none] rank not given
    }
}
gender-name = { $gender ->
    [female] Women
    [male] Men
    [other] Other
   *[none] not given
}
chair-moves-order = Whole list: { $policy }
chair-time = Speaking time…
chair-time-title = Speaking time: { $list }
chair-time-for = For
chair-time-all = everybody who has more
chair-time-note = It holds for those who wait and those who come. The speaker now keeps the time given.
chair-time-act = Set to { $time }
chair-time-name = Set the speaking time to { $time }
chair-time-tab = Time
chair-extra = Give { $time } of extra time
chair-extra-name = Give { $name } { $time } of extra time
chair-speaker = Who speaks
chair-speaker-act = Name as speaker
chair-speaker-name = Name { $name } as the speaker
chair-ready-microphone = microphone ready
chair-ready-not-agreed = microphone not agreed
chair-ready-no-microphone = no microphone
chair-ready-text = text: { $languages }
chair-absent-pass = Pass over
chair-absent-written = File in writing
chair-play = Play the recording ({ $length })
chair-play-name = Play the pre-recorded statement of { $name }
chair-stop-playing = Stop the recording
chair-stop-playing-name = Stop the recording of { $name }; the turn goes on
chair-key-play = Play the recording of the next, if absent
chair-recorded = recording received: { $length }
chair-forecast = Will the time suffice?
chair-forecast-none = Nobody waits, or the session is not open.
chair-forecast-over = Over between { $from } and { $to }
chair-forecast-session = { $kept ->
    [surely] Before the session ends at { $time }
    [perhaps] Before the session ends at { $time } only if all are brief
   *[no] Not before the session ends at { $time }
}
chair-forecast-booths = { $kept ->
    [surely] Before the booths leave at { $time }
    [perhaps] Before the booths leave at { $time } only if all are brief
   *[no] Not before the booths leave at { $time }
}
chair-forecast-cut = Cut to { $time } to be in time…
chair-equity = Who has spoken
chair-equity-nothing = No statement has been heard yet.
chair-equity-category = By category
chair-equity-region = By region
chair-equity-language = By language
chair-equity-gender = By gender
chair-equity-none = no region
chair-equity-statements = Statements
chair-equity-time = Time
chair-key-order = Preview an order of the list
chair-key-minutes = Set the speaking time
chair-key-pass = Pass over the next, if absent
chair-key-file = File the statement of the next in writing, if absent
ruling = { $ruling ->
    [upheld] Upheld
    [rejected] Rejected
   *[noted] Noted
}
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
seconds-short = { $seconds } s

chair-script = To read out
chair-script-language = Language of the script
chair-script-more = Other lines
# Beside the line that is read out instead where the statement is played.
chair-script-played = Pre-recorded
refusal-undo-barred = { $bar ->
    [requests] This cannot be undone: the delegation has asked again and may not wait more often. Put it right by hand.
    [replies] This cannot be undone: the delegation would have more replies than it may. Put it right by hand.
    [motion] This cannot be undone: the motion is decided on, or others speak on it. Put it right by hand.
    [floor] This cannot be undone: other business goes first, the debate is over, or the speaker is withdrawn. Put it right by hand.
   *[rules] This cannot be undone, for the meeting has gone on since. Put it right by hand.
}
refusal-stale-session = The session was reopened meanwhile and closed again. Look at it, and reopen it if that is meant.
chair-desk = { $role ->
    [secretariat] Secretariat
    [moderator] Moderator’s desk
   *[chair] Chair’s desk
}
chair-meeting = Meeting
chair-more-parts = More
chair-procedure = Points of order and motions
chair-keeps = { $name } keeps the floor, { $time }
chair-ends = ends the statement of { $name }, { $time } left
chair-left = { $time } left
chair-planned = planned for { $time }
chair-planned-on = planned for { $day }, { $time }
chair-suspended-for = { $since }: { $reason }
chair-next-absent = next is { $name }, who is absent
chair-nobody-waits = nobody waits on any list
chair-wait = Wait for { $name }
chair-wait-note = absent: pass over, file in writing or play
chair-take-up = Take up: { $list }
chair-take-up-name = Take up the list: { $list }
chair-take-up-after = Take up this list after { $name }
chair-take-up-now = Take up this list
chair-list-waits = { $count ->
    [one] 1 waits: { $name }
   *[other] { $count } wait, { $name } first
}
chair-look = The meeting is on the { $list }; next is { $name }. This list waits until you take it up.
chair-look-done = The meeting is on the { $list }, where nobody waits. This list waits until you take it up.
chair-look-line = Its first line: “{ $line }”
chair-appeal-by = appeal of { $name }
chair-ruling-after = After the ruling: “{ $line }”
chair-next-on = Next · { $list }
chair-afterwards-on = Afterwards · { $list }
chair-ready = ready
chair-booths-language = Booths for { $language }
chair-channel-floor = { $language }: the floor
chair-heard-now = heard
chair-also-live = { $count ->
    [one] +1 live
   *[other] +{ $count } live
}
chair-also-live-name = { $count ->
    [one] One more microphone is live: show it
   *[other] { $count } more microphones are live: show them
}
chair-times-planned = Speaking times as planned
chair-script-none = Nothing is to be read out now.
chair-shown = Shown to all
chair-give-row = Give the floor now
chair-play-short = Play
chair-procedure-short = Speakers on it…
chair-lists-short = Lists
chair-procedure-none = No point of order is raised, and no motion waits.
chair-line-short = Private
chair-row-not-agreed = not agreed
chair-row-no-microphone = no mic
chair-bar-open = In session · ends { $time }
chair-other-day-title = Open on another day than planned?
refusal-other-day = { chair-other-day-title }
chair-other-day-planned = The session is planned for { $day }, { $time }.
chair-other-day-today = Today is { $day } where the conference is held.
chair-other-day-act = Open it today
chair-ready-muted = microphone muted by themselves
chair-ready-silent = device gives no sound
chair-row-muted = muted
chair-row-silent = no sound
