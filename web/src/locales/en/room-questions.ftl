# Questions from the audience to the panel.
tab-questions = Questions
questions-all = Questions to the panel
questions-own = Your questions
questions-answered = Answered
questions-none = No questions to show yet.
questions-closed = No questions are taken at present.
question-on-stage = Question on stage
question-promoted = On the list for the floor
question-unnamed = Name withheld
question-own-unnamed = your name is shown to the chair’s desk only
question-to = To { $name }
question-votes = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
question-vote = Vote for this question:
question-state = { $state ->
    [waiting] Waiting to be read by the moderator
    [visible] Shown to everyone
    [answered] Answered
    [archived] Put away
    [declined] Declined
   *[withdrawn] Withdrawn
}
question-reason = Reason: { $reason }
question-withdraw = Withdraw
question-ask = Ask the panel
question-note = The moderator reads your question first.
question-text = Your question
question-to-whom = To whom
question-to-all = The whole panel
question-language = Language of the question
question-hide-name = Do not show my name
question-hide-name-note = The chair, the moderator and the secretariat always see who asks.
question-send = Send the question
refusal-questions-closed = No questions are taken at present. Wait until the moderator opens them.
refusal-wrong-question-state = This question has moved on in the meantime. Look at it and try again.
refusal-too-many-questions = You have as many open questions as you may. Wait for an answer, or withdraw one.
refusal-author-unnamed = Whoever asked wishes not to be named, and the list would name them. Read the question out instead.
refusal-author-without-seat = Whoever asked has no seat to be given the floor for. Read the question out instead.
refusal-no-questions-list = This session has no list of questions. Ask the secretariat.
refusal-not-your-question = This question is not yours to do that with.
refusal-own-question = { refusal-not-your-question }
panel-stage = On stage
panel-live = microphone live
panel-timer = Timer
tab-polls = Polls
