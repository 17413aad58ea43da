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
page-ended = The connection to the session has ended
page-ended-remedy = Your place on the list is kept. Try again; if this page comes back, reload it.

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
refusal-list-unchanged = { $open ->
    [true] The list is open already.
   *[false] The list is closed already.
}
refusal-already-on-list = The delegation is on this list already. Withdraw the request first to make another.
refusal-wrong-request-state = This request has moved on in the meantime. Look at the list and try again.
refusal-seat = { $code ->
    [stale_seat] The seat was changed in the meantime. Look at it and try again.
    [other_secretariat] This person also takes part in a session that another secretariat serves. Have it changed there.
   *[person_known] This person is in the conference already, or was withdrawn. Close the form and open it again.
}
refusal-stale-list = The list has changed in the meantime. Look at it and move the request again.
refusal-floor-changed = The floor has changed hands in the meantime. Look at it and try again.
refusal-turn-over = This turn is over.
refusal-limit-not-reached = This turn has time left.
refusal-sound = { $code ->
    [microphones_by_turn] In this session a microphone opens with the turn. Ask for the floor.
    [closed_by_desk] The Chair has closed this microphone, and opens it again.
    [not_your_microphone] This microphone belongs to somebody else.
    [not_agreed] The speaker has not agreed that the microphone is opened.
    [already_live] This person is heard already.
    [no_booth] You work in no booth of this session. Ask the secretariat.
    [hears_source] Interpreters hear the source of their booth. Choose it on the console.
    [booth_on_air] Somebody else of your booth is on air. Ask for a handover.
    [channel_taken] Another booth is on air for this channel. Choose the other output.
    [not_on_air] This can be done only on air.
    [own_output] Your booth feeds this channel itself. Choose another source.
    [relay_cycle] This channel comes from your own booth by relay. Choose another source.
    [no_relay] Choose a channel for the relay first.
    [handover_pending] A handover is under way in your booth.
    [handover_over] This handover is over.
    [not_your_handover] This handover is for others to answer.
    [handover_not_due] The time of this handover has not come.
    [absent] This person is not in the session at present.
    [floor_silent] Nobody speaks on the floor.
   *[too_soon] Your booth has asked a moment ago. Wait a little.
}
refusal-order = { $code ->
    [turn_halted] This turn is halted already. Give the floor back first.
    [turn_runs] This turn is not halted.
    [not_prerecorded] There is no pre-recorded statement.
    [prerecorded_plays] A pre-recorded statement is being played. The Chair can stop it first.
    [point_raised] Your point of order waits for the Chair. Withdraw it to raise another.
    [point_heard] A point of order is heard. Rule on it first.
    [point_over] This point of order is over.
    [no_ruling] There is no ruling to appeal against any more.
    [appeal_open] There is an appeal against the ruling. Put it to the vote first.
    [no_appeal] There is no appeal to decide on.
    [no_votes] This session’s rules know no votes. The Chair decides.
    [members_only] Under the rules of this session, Member States alone move, speak on motions and appeal. You may ask for the floor.
   *[nothing_to_undo] This can no longer be undone. Put it right by hand.
}
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
    [message] message
    [wait_ms] wait
    [name] name
    [until_ms] until when
    [announcement] announcement
   *[person] person
}
refusal-unknown = There is no such { field-name } in this session any more. Look again and choose another.
refusal-empty = The field “{ field-name }” may not be empty.
refusal-text = { $code ->
    [not_one_line] { field-name }: one line only. Take the line breaks out.
   *[turns_text] { field-name }: invisible characters in it turn the direction of the text. Type it anew.
}
refusal-too-long = { $max ->
    [one] { field-name }: at most { $max } character. Shorten it and try again.
   *[other] { field-name }: at most { $max } characters. Shorten it and try again.
}
refusal-out-of-range = { field-name }: from { $min } to { $max }.
refusal-full = No more than { $max } fit here. Ask the secretariat.
refusal-share-full = No more than { $max } in one session. You have had them; ask the secretariat.
refusal-busy = The server is busy. Try again in a moment.
refusal-malformed = The server did not understand this page. Reload it and try again.
refusal-not-sent = This page could not send that, and nothing was done. Reload it and try again.

category-name = { $category ->
    [member_state] Member States
    [observer_state] Observer States
    [igo] Intergovernmental organizations
    [un_entity] United Nations entities
    [nhri] National human rights institutions
   *[ngo] Non-governmental organizations
}
refusal-lists = { $code ->
    [inscription_not_due] The list does not open or close yet.
    [other_seat] This person does not speak for the delegation. Choose one of its own people.
    [no_proposal] No order is proposed any more. Preview one first.
    [reply_limit] The delegation has had all its replies: { $max }.
   *[not_repliable] Only another delegation’s statement that was heard can be replied to. Choose one, or none.
}
refusal-chat = { $code ->
    [room_closed] This room is closed. The chair’s desk can reopen it.
    [muted] You are muted in this room. Write to the secretariat.
    [not_your_message] This message is not yours.
    [too_late_to_edit] A message can be edited for ten minutes. Write a new one.
    [message_gone] This message is gone, or was decided on already.
    [edit_needs_approval] Messages in this room are approved first. Write a new one.
    [desk_not_muted] Nobody of the chair’s desk can be muted.
   *[unchanged] It is so already.
}
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
