# The moderator's desk.
moderator-title = Moderator’s desk
moderator-add = Add…
moderator-acts = Acts for { $item }
moderator-told = told
moderator-is-told = will be told
moderator-over-at = All over at { $time }
moderator-margin = { $late ->
    [late] { $minutes } min after the planned end
    [early] { $minutes } min before the planned end
   *[in_time] at the planned end
}
moderator-booths = the booths leave at { $time }
moderator-of = of { $limit }
moderator-seats = On the panel
moderator-seat = { $state ->
    [own] you: closed
    [live] live
    [ready] ready
    [absent] absent
   *[closed] not ready
}
moderator-seat-press = { $press ->
    [close] close
    [answer] answer
   *[open] open
}
moderator-seat-done = { $press ->
    [close] Close the microphone: { $name }
    [answer] Give the floor to answer: { $name }
   *[open] Open the microphone: { $name }
}
moderator-no-question = No question is on stage. What you put there, all see.
moderator-begin = Begin next: { $item }
moderator-answer = Give the floor to answer: { $name }
moderator-begins = { $microphone ->
    [opens] { $gender ->
        [male] opens his microphone, starts { $time }, shows him to all
        [female] opens her microphone, starts { $time }, shows her to all
       *[other] opens the microphone, starts { $time }, shows the name to all
      }
    [live] starts { $time }, shows the name to all; the microphone is open
    [not_ready] starts { $time }, shows the name to all; the microphone is not ready
    [absent] absent: starts { $time } all the same
   *[nobody] starts { $time }, shows it to all
}
moderator-end-turn = End the statement of { $name }
moderator-point = Point of order: { $name }
moderator-point-note = opens the lists, where it is heard and ruled on
moderator-close-note = that was the last item; asks once
moderator-nothing-undone = nothing to undo
moderator-polls = Poll
moderator-poll = { $standing ->
    [open] Poll open
   *[closed] Poll closed
}
moderator-answered = { $ballots } of { $present } present have answered
moderator-no-poll = No poll is open.
moderator-ask-poll = Ask…
moderator-phase-scheduled = Begins at { $time }
moderator-phase-open = In session · ends { $time }
moderator-connected = Connected
moderator-line-lost = Reconnecting…
moderator-meeting = Meeting
moderator-to-lists = Lists and points of order
moderator-key-next = Main button: begin the next item
