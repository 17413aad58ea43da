# Shows of hands and polls: answering them, and asking.
polls-none = Nothing has been asked yet.
polls-indication = An indication only: nothing is decided by it.
poll-kind = { $hands ->
    [true] Show of hands
   *[false] Poll
}
poll-standing = { $standing ->
    [open] Open
    [closed] Closed; the result is not shown yet
   *[published] Closed
}
poll-of = { $entitled ->
    [delegations] One answer for each delegation
   *[everyone] One answer for each person
}
poll-named = { $named ->
    [true] Everyone sees who answers what.
   *[false] The count is shown without names. The conference’s log keeps who answered what; only those who operate the server can read it.
}
poll-live = { $live ->
    [true] The result is seen as it comes.
   *[false] The result is seen once it is closed and published.
}
poll-choice = { $form ->
    [hands] Hand up
    [for] For
    [against] Against
   *[abstain] Abstaining
}
poll-choose = { $most ->
    [1] Choose one.
   *[other] Choose up to { $most }.
}
poll-raise = Raise your hand
poll-lower = Lower your hand
poll-send = Answer
poll-change = Change the answer
poll-take-back = Take the answer back
poll-own = Your answer: { $choices }
poll-own-hand = Your hand is up.
poll-own-by = Given by { $name }
poll-not-yours = You follow this one: others answer it.
poll-answered = { $ballots } of { $present } present have answered
poll-counts = How it counts
poll-share = { $count } ({ $percent }%)
poll-left = { $time } left
poll-paused = The clock stands still
poll-names = Who answered
poll-nobody = Nobody
poll-say-open = { $hands ->
    [true] Show of hands: { $question }
   *[false] Poll: { $question }
}
poll-say-closed = Closed: { $question }
poll-say-result = Result. { $question } { $result }
polls-ask-hands = Ask for a show of hands
polls-ask = Open a poll
polls-close = Close
polls-publish = Show everyone the result
polls-withdraw = Withdraw
polls-withdraw-title = Withdraw this question
polls-withdraw-note = The question and all its answers go from everyone’s screen. The log keeps them.
polls-desk-sees = Only the desk sees this result.
polls-question-in = Question { $language ->
    [ar] in Arabic
    [fr] in French
    [en] in English
   *[other] ({ $language })
}
polls-language = Asked in
polls-language-all = All working languages
polls-option-in = Option { $number } { $language ->
    [ar] in Arabic
    [fr] in French
    [en] in English
   *[other] ({ $language })
}
polls-add-option = Another option
polls-drop-option = Without option { $number }
polls-most = Most options one may choose
polls-how = What hands say
polls-how-up = Hand up, or not
polls-how-against = For, against or abstaining
polls-who = Who answers
polls-who-delegations = Delegations, one answer each
polls-who-everyone = Everyone, one answer each
polls-names = By name: everyone sees who answered what
polls-live = Everyone sees the result as it comes
polls-minutes = Closes by itself after, in minutes (empty: not)
polls-do = Ask the room
polls-done = { $act ->
    [ask] Question put to the room
    [close] Closed
    [publish] Result shown to everyone
   *[withdraw] Question withdrawn
}
refusal-polls-off = There are no polls in this session.
refusal-poll-open = Another one is open. Close it first.
refusal-poll-over = This one has closed; it takes no more answers.
refusal-wrong-poll-state = It has moved on meanwhile. Look at it and try again.
refusal-not-entitled = Others answer this one.
refusal-ballot-there = Your delegation has answered already. Look at the answer; you can change it.
refusal-option-twice = Two options say the same. Word them apart.
