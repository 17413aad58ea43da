# What the desk does with questions from the audience.
moderate-open = Take questions
moderate-close = Take no more questions
moderate-is-open = Questions are being taken.
moderate-hint = With a question in focus, the letter on each button works as a key; the arrows go up and down.
moderate-none = Nothing waits to be read.
moderate-waiting = To be read ({ $count })
moderate-visible = Shown to everyone ({ $count })
moderate-past = Dealt with ({ $count })
moderate-unnamed = name hidden from others
moderate-act = { $act ->
    [show] Show
    [decline] Decline…
    [pin] On stage
    [unpin] Take off
    [answer] Answered
    [promote] Give to the list
   *[archive] Put away
}
moderate-done = { $act ->
    [show] Question shown
    [decline] Question declined
    [pin] Question pinned to the stage
    [unpin] Question taken off the stage
    [answer] Question marked as answered
    [promote] Question put on the list for the floor
   *[archive] Question put away
}
moderate-decline = Decline
moderate-decline-title = Decline this question
moderate-decline-reason = Reason, which its author reads
