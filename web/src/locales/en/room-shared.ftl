# Words that the screens of a session share, and why something is refused.

cancel = Cancel
connecting = Connecting to the session…

language-name = { $language ->
    [ar] Arabic
    [en] English
    [fr] French
    [es] Spanish
    [ru] Russian
    [zh] Chinese
   *[other] { $language }
}
in-language = { $language ->
    [ar] in Arabic
    [en] in English
    [fr] in French
    [es] in Spanish
    [ru] in Russian
    [zh] in Chinese
   *[other] in { $language }
}

refusal-not-allowed = Your role does not allow this. Ask the secretariat.
refusal-not-in-session = You have no role in this session. Ask the secretariat.
refusal-no-seat = You have no seat from which to ask for the floor. Ask the secretariat.
refusal-not-your-seat = This belongs to another delegation.
refusal-wrong-phase = { $phase ->
    [scheduled] This can be done once the session is open.
    [open] This cannot be done while the session is open.
    [suspended] This can be done once the session has resumed.
   *[closed] The session is closed; nothing more can be done in it.
}
refusal-list-closed = The list is closed. The chair or the secretariat can still add your delegation.
refusal-list-elsewhere = The list is with another sitting of the agenda item. Ask there, or have the secretariat hand it on.
refusal-agenda-item-closed = The agenda item is closed, and its list with it.
refusal-list-unchanged = { $open ->
    [true] The list is open already.
   *[false] The list is closed already.
}
refusal-already-on-list = The delegation is on this list already. Withdraw the request first to make another.
refusal-wrong-request-state = This request has moved on in the meantime. Look at the list and try again.
refusal-stale-seat = The seat was changed in the meantime. Look at it and try again.
refusal-other-secretariat = This person also takes part in a session that another secretariat serves. Have it changed there.
refusal-of-conference = This concerns the whole conference. Only whoever serves all of its sessions as secretariat can do it.
refusal-person-known = This person is in the conference already, or was withdrawn. Close the form and open it again.
refusal-stale-list = The list has changed in the meantime. Look at it and move the request again.
refusal-floor-changed = The floor has changed hands in the meantime. Look at it and try again.
refusal-turn-over = This turn is over.
refusal-limit-not-reached = This turn has time left.
refusal-microphones-by-turn = In this session a microphone opens with the turn. Ask for the floor.
refusal-closed-by-desk = The Chair has closed this microphone, and opens it again.
refusal-not-your-microphone = This microphone belongs to somebody else.
refusal-not-agreed = The speaker has not agreed that the microphone is opened.
refusal-already-live = This person is heard already.
refusal-no-booth = You work in no booth of this session. Ask the secretariat.
refusal-hears-source = Interpreters hear the source of their booth. Choose it on the console.
refusal-booth-on-air = Somebody else of your booth is on air. Ask for a handover.
refusal-channel-taken = Another booth is on air for this channel. Choose the other output.
refusal-not-on-air = This can be done only on air.
refusal-own-output = Your booth feeds this channel itself. Choose another source.
refusal-relay-cycle = This channel comes from your own booth by relay. Choose another source.
refusal-no-relay = Choose a channel for the relay first.
refusal-handover-pending = A handover is under way in your booth.
refusal-handover-over = This handover is over.
refusal-not-your-handover = This handover is for others to answer.
refusal-handover-not-due = The time of this handover has not come.
refusal-absent = This person is not in the session at present.
refusal-floor-silent = Nobody speaks on the floor.
refusal-too-soon = Your booth has asked a moment ago. Wait a little.
refusal-turn-halted = This turn is halted already. Give the floor back first.
refusal-turn-runs = This turn is not halted.
refusal-not-prerecorded = There is no pre-recorded statement.
refusal-prerecorded-plays = A pre-recorded statement is being played. The Chair can stop it first.
refusal-point-raised = Your point of order waits for the Chair. Withdraw it to raise another.
refusal-point-heard = A point of order is heard. Rule on it first.
refusal-point-over = This point of order is over.
refusal-no-ruling = There is no ruling to appeal against any more.
refusal-appeal-open = There is an appeal against the ruling. Put it to the vote first.
refusal-no-appeal = There is no appeal to decide on.
refusal-no-votes = This session’s rules know no votes. The Chair decides.
refusal-members-only = Under the rules of this session, Member States alone move, speak on motions and appeal. You may ask for the floor.
refusal-nothing-to-undo = This can no longer be undone. Put it right by hand.
field-name = { $field ->
    [list] list
    [length_ms] length
    [request] request
    [delegation] delegation
    [turn] turn
    [point] point of order
    [motion] motion
    [channel] channel
    [room] room
    [language] language
    [reason] reason
    [text] message
    [on_behalf_of] “on behalf of”
    [to_place] place
    [by_ms] time
    [question] question
    [to] person it is addressed to
    [limit_ms] time
    [output] output
    [with] booth mate
    [in_ms] countdown
    [reply_to] statement replied to
    [turn_ms] speaking time
    [extra_ms] extra time
    [caption] caption
    [mark] marked moment
    [objectives] objective
    [origin] origin
    [update] update
    [version] version
    [comment] comment
    [correction] correction
    [remark] remark
    [passage] passage
    [message] message
    [wait_ms] wait
    [name] name
    [until_ms] until when
    [announcement] announcement
    [poll] poll
    [options] options
    [choices] answer
    [choices_max] number of answers
    [item] item
    [title] title
    [note] note
    [planned_ms] time
    [session] session
    [document] document
    [symbol] symbol
   *[person] person
}
refusal-unknown = There is no such { field-name } in this session any more. Look again and choose another.
refusal-empty = The field “{ field-name }” may not be empty.
refusal-not-one-line = { field-name }: one line only. Take the line breaks out.
refusal-turns-text = { field-name }: invisible characters in it turn the direction of the text. Type it anew.
refusal-too-long = { $max ->
    [one] { field-name }: at most { $max } character. Shorten it and try again.
   *[other] { field-name }: at most { $max } characters. Shorten it and try again.
}
refusal-out-of-range = { $field ->
    [until_ms] { refusal-until }
   *[other] { field-name }: from { $min } to { $max }.
}
refusal-full = No more than { $max } fit here. Ask the secretariat.
refusal-share-full = No more than { $max } in one session. You have had them; ask the secretariat.
refusal-busy = The server is busy. Try again in a moment.
refusal-too-fast = { refusal-busy }
refusal-not-stored = { refusal-busy }
refusal-sound-refused = { refusal-busy }
refusal-malformed = The server did not understand this page. Reload it and try again.
refusal-too-large = { refusal-malformed }
refusal-not-text = { refusal-malformed }
refusal-not-joined = { refusal-malformed }
refusal-already-joined = { refusal-malformed }
refusal-not-sent = This page could not send that, and nothing was done. Reload it and try again.

category-name = { $category ->
    [member_state] Member States
    [observer_state] Observer States
    [igo] Intergovernmental organizations
    [un_entity] United Nations entities
    [nhri] National human rights institutions
   *[ngo] Non-governmental organizations
}
refusal-inscription-not-due = The list does not open or close yet.
refusal-other-seat = This person does not speak for the delegation. Choose one of its own people.
refusal-no-proposal = No order is proposed any more. Preview one first.
refusal-reply-limit = The delegation has had all its replies: { $max }.
refusal-not-repliable = Only another delegation’s statement that was heard can be replied to. Choose one, or none.
refusal-room-closed = This room is closed. The chair’s desk can reopen it.
refusal-muted = You are muted in this room. Write to the secretariat.
refusal-not-your-message = This message is not yours.
refusal-too-late-to-edit = A message can be edited for ten minutes. Write a new one.
refusal-message-gone = This message is gone, or was decided on already.
refusal-edit-needs-approval = Messages in this room are approved first. Write a new one.
refusal-desk-not-muted = Nobody of the chair’s desk can be muted.
refusal-unchanged = It is so already.
refusal-slow-down = { $seconds ->
    [one] This room is in slow mode. Send again in { $seconds } second.
   *[other] This room is in slow mode. Send again in { $seconds } seconds.
}
over-earlier = Show earlier
over-not-read = The earlier ones could not be read. Try again.
# Why nobody hears a microphone that is live.
hush = { $hush ->
    [muted] muted by themselves
    [silent] their device gives no sound
   *[unconnected] no sound arrives
}
refusal-until = Choose a time from now to seven days ahead.
# Tabs.
more = More
tab-news = { $count } new
