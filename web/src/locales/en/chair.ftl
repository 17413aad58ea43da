chair-title = Chair’s console
chair-open-session = Open the session
chair-resume = Resume the meeting
chair-give = Give the floor to { $name }
chair-give-next = Give the floor to next: { $name }
chair-nobody = Nobody is waiting on this list
chair-over = The session is closed. Nothing more can be done in it.
chair-next = Next
chair-then = Then
chair-present = Present ({ $people })
chair-absent = Absent
chair-absent-since = Absent since { $time }
chair-turn-acts = The speaker now
chair-extend-half = +30 s
chair-extend-one = +1 min
chair-extend-by = Give { $time } more
chair-extend-other = More time…
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
chair-suspend-act = Suspend the meeting
chair-close = Close the session…
chair-close-title = Close the session?
chair-close-note = This cannot be undone. { $waiting ->
    [0] Nobody is waiting.
    [one] One request still waiting lapses.
   *[other] { $waiting } requests still waiting lapse.
  } All lists close.
chair-close-act = Close the session
chair-reason = Reason
chair-reason-optional = Reason, for the record (may be left empty)
chair-reason-needed = Write a reason; it goes into the log.
chair-lists = Speakers’ lists
chair-list-open = Open to requests
chair-list-closed = Closed to requests
chair-open-list = Open the list
chair-close-list = Close the list
chair-open-list-name = Open the list: { $list }
chair-close-list-name = Close the list: { $list }
chair-add = Add a delegation…
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
    [none] Fewer than the { $open } needed to open: count those in the hall.
    [to_open] Enough to open; { $decide } are needed to decide.
   *[to_decide] Enough to open and to decide.
  }
chair-attendance = { $people ->
    [one] One person present
   *[other] { $people } people present
  }, { $delegations } of { $seats } delegations
chair-not-yours = Only those who preside may use the chair’s console.
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
chair-phase-scheduled = Not yet open; planned for { $time }
chair-phase-open = In session since { $since }; planned end { $end }
chair-phase-suspended = Suspended since { $since }
chair-phase-closed = Closed at { $since }
chair-official-present = Present
chair-delegations = Delegations
chair-screens = Screens
chair-beside = Beside the floor
chair-line-lost = Reconnecting; your place is kept. Nothing can be done until the line is back.
chair-chat = Chat
chair-keys-short = Shortcuts

chair-booths = Booths
chair-booths-for = Booths for { $name }, { $language }
chair-booths-ready = Ready
chair-gap-interpreter = { $channel } channel: no interpreter on air.
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
chair-mic-silent = no sound arrives
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
chair-halt = Technical stop…
chair-halt-title = Technical stop
chair-halt-note = The clock stands still, and the speaker keeps the floor with the time left.
chair-halt-do = Stop the clock
chair-undo = Undo
chair-undo-what = Undo: { $what }
chair-undo-act = { $what ->
    [floor_given] Gave the floor to { $name }
    [turn_ended] Stopped { $name }
    [turn_extended] Gave more time
    [list_opened] Opened the list
    [list_closed] Closed the list
    [request_called] Called { $name } to stand by
    [request_passed_over] Passed over { $name }
    [request_declined] Declined the request of { $name }
    [request_sent_to_written] Filed the statement of { $name } in writing
    [request_moved] Moved { $name }
    [order_applied] Put the list in the order proposed
   *[other] The last act
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
rank-name = { $rank ->
    [head_of_state] Head of State
    [vice_president] Vice-President
    [crown_prince] Crown Prince or Princess
    [head_of_government] Head of Government
    [minister] Minister
    [vice_minister] Vice-Minister
    [head_of_delegation] Head of delegation
   *[none] rank not given
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
chair-text-received = text received
chair-ready-microphone = microphone ready
chair-ready-not-agreed = microphone not agreed to
chair-ready-no-microphone = no microphone connected
chair-ready-text = text received: { $languages }
chair-absent-choice = Nobody of this delegation is here. Wait, or:
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
