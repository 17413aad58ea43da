# The proceedings of a meeting, in the manner of a summary record. A paragraph is one of the facts and what else is known of it.
proceedings = Proceedings of the meeting
proceedings-note = Drawn up from what happened in the meeting, as it happens. It is not an official record.
proceedings-zone = Times are those of the host.
proceedings-none = Nothing has happened yet.
proceedings-earlier = Earlier paragraphs
proceedings-not-read = The earlier paragraphs could not be read. Try again.
proceedings-acts = What to do with the proceedings
proceedings-print = Print
proceedings-download = Download
proceedings-word = Word (DOCX)
proceedings-not-written = The document could not be had. Try again in a moment.
proceedings-copy = Copy
proceedings-copied = The proceedings were copied.
proceedings-not-copied = The browser did not copy the proceedings. Download them instead.
proceedings-file = proceedings

fact-speaker = { $name } ({ $seat })
fact-meeting-opened = The meeting was called to order at { $time }.
fact-chair = { $name } took the chair.
fact-moderator = { $name } moderated the discussion.
fact-panellists = Panellists: { $names }.
fact-meeting-rescheduled = The meeting, which was to begin at { $was }, was to begin at { $time }.
fact-meeting-end = The end of the meeting was moved from { $was } to { $time }.
fact-meeting-as-planned = It was announced that the meeting would begin at { $time }.
fact-meeting-delayed = The meeting did not begin at { $was } as planned; the time was to be announced.
fact-meeting-cancelled = The meeting, which was to begin at { $was }, was cancelled.
fact-day-time = { $time } on { $day }
fact-meeting-suspended = The meeting was suspended at { $time }.
fact-meeting-suspended-until = The meeting was suspended at { $time } until { $until }.
fact-meeting-resumed = The meeting resumed at { $time }.
fact-meeting-closed = The meeting rose at { $time }.
fact-meeting-adjourned = The meeting was adjourned at { $time }. Those on the lists keep their places for the next sitting.
fact-meeting-reopened = The session was reopened at { $time }.
fact-reason = Reason given: { $reason }
fact-list-opened = { $again ->
    [true] The list “{ $list }” was opened again.
   *[false] The list “{ $list }” was opened.
}
fact-list-closed = The list “{ $list }” was declared closed.
fact-speaking-time = The speaking time on the list “{ $list }” was set at { $length }.
fact-speaking-time-of = The speaking time of { $category } on the list “{ $list }” was set at { $length }.
fact-statement-begun = { $kind ->
    [right_of_reply] { $speaker } took the floor in exercise of the right of reply, speaking { in-language }.
    [questions] { $speaker } took the floor to ask a question, speaking { in-language }.
   *[statements] { $speaker } took the floor, speaking { in-language }.
}
fact-statement = { $kind ->
    [right_of_reply] { $speaker }, speaking { in-language }, exercised the right of reply.
    [questions] { $speaker }, speaking { in-language }, asked a question.
   *[statements] { $speaker }, speaking { in-language }, made a statement.
}
fact-reply-to = The reply was to the statement made by { $seat } at the same meeting.
fact-on-behalf = It was made also on behalf of { $group }.
fact-prerecorded = The statement had been recorded in advance and was played.
fact-instead-of = The speaker took the place of { $name }.
fact-length = It lasted { $length }; the speaking time was { $limit }.
fact-extended = The speaking time was extended by { $length }.
fact-interrupted = { $cause ->
    [point_of_order] It was interrupted by a point of order.
    [technical] It was interrupted for technical reasons.
   *[meeting] It was interrupted by the suspension of the meeting.
}
fact-ended = { $ending ->
    [cut] The floor was taken back because the time was over.
    [session_closed] It had not ended when the meeting rose.
   *[stopped] The Chair took the floor back.
}
fact-speaker-changed = { $speaker } went on with the statement.
fact-speaker-changed-from = { $speaker } went on with the statement in the place of { $name }.
fact-technical-stop = The statement of { $seat } was interrupted for technical reasons.
fact-statement-resumed = { $speaker } resumed the statement.
fact-passed-over = { $absent ->
    [true] { $seat } was not present, and was passed over.
   *[false] { $seat } was passed over for the time being.
}
fact-filed-in-writing = The statement of { $seat } was submitted in writing.
fact-point-raised = { $speaker } rose to a point of order.
fact-point-heard = { $speaker } was heard on the point of order.
fact-point-ruled = { $ruling ->
    [upheld] The Chair upheld the point of order raised by { $seat }.
    [rejected] The Chair rejected the point of order raised by { $seat }.
   *[noted] The Chair took note of the point of order raised by { $seat }.
}
fact-point-withdrawn = { $seat } withdrew the point of order.
fact-point-lapsed = The point of order raised by { $seat } had not been dealt with when the meeting rose.
fact-ruling-appealed = { $seat } appealed against the ruling on the point of order raised by { $of }.
fact-appeal-decided = { $stands ->
    [true] The appeal was put to the vote. The ruling stood: { $in_favour } for the appeal, { $against } against, { $abstaining } abstaining.
   *[false] The appeal was put to the vote. The ruling was overruled: { $in_favour } for the appeal, { $against } against, { $abstaining } abstaining.
}
fact-motion-what = { $kind ->
    [suspend_meeting] the suspension of the meeting
    [adjourn_meeting] the adjournment of the meeting
    [adjourn_debate] the adjournment of the debate (“{ $list }”)
   *[close_debate] the closure of the debate (“{ $list }”)
}
fact-motion-moved = { $speaker } moved { fact-motion-what }.
fact-motion-proposed = The Chair proposed { fact-motion-what }.
fact-motion-consent = The meeting agreed without a vote to { fact-motion-what }.
fact-motion-voted = { $carried ->
    [true] The motion for { fact-motion-what } was put to the vote and carried: { $in_favour } in favour, { $against } against, { $abstaining } abstaining.
   *[false] The motion for { fact-motion-what } was put to the vote and defeated: { $in_favour } in favour, { $against } against, { $abstaining } abstaining.
}
fact-motion-dropped = { $how ->
    [withdrawn] The motion for { fact-motion-what } was withdrawn.
    [ruled_out] The Chair ruled the motion for { fact-motion-what } out of order.
   *[lapsed] The meeting rose before the motion for { fact-motion-what } was decided on.
}
fact-announced = { $name } announced: “{ $text }”
fact-announced-withdrawn = The announcement was withdrawn at { $time }.
fact-questions-opened = Questions were invited from the audience.
fact-questions-closed = No further questions were taken from the audience.
fact-question-promoted = { $speaker } was put on the list to ask a question in person.
fact-question-answered = A question from the audience was answered.
fact-question-answered-of = A question from { $speaker } was answered.
fact-question-to = It was addressed to { $name }.
fact-question = Question: “{ $text }”
fact-on-stage-begun = { $name } began to speak; the time set was { $limit }.
fact-on-stage = { $name } spoke for { $length }; the time set was { $limit }.
fact-recording-started = Sound was recorded from then on.
fact-recording-stopped = The recording of sound ended.
