# The session room: list, chat, people, dock.
panel = Chat and people
tab-list = Speakers
tab-chat = Chat
tab-proceedings = Proceedings
tab-people = People
clock-host = { $time } host
clock-utc = { $time } UTC
clock-own = { $time } yours
line-live = Connected
line-lost-short = Reconnecting…
line-lost = Reconnecting. Your place is kept; there is nothing you need to do.
line-back = Connected again.
plates = Officials and next speakers
plates-next = Next
plates-then = Then

list-heading = List of speakers
list-choose = List to show
list-option = { $list } ({ $waiting })
list-open = Open
list-closed = Closed
list-waiting = Delegations waiting
list-empty = Nobody is waiting on this list.
list-speaking = Speaking now
list-playing = Pre-recorded statement
list-prerecorded = Pre-recorded statement, { $length }
list-you-speak = You are speaking
list-halted = Clock stopped
list-you = You
list-next = Next
list-called = Called
list-on-behalf = On behalf of
list-absent = absent since { $time }
list-time = speaking time { $time }
list-heard = { $count ->
    [one] { $count } has spoken
   *[other] { $count } have spoken
}
list-written = filed in writing
expected-soon = any moment now
expected-about = in about { $minutes } min
expected-within = within { $minutes } min
expected-between = in about { $from } to { $minutes } min

people = People present
people-total = { $people ->
    [one] { $people } person present
   *[other] { $people } people present
}
people-delegations = Delegations: { $present } of { $seats }
people-role = { role-name }: { $count }
people-officials = Conducting the session
people-seats = Delegations
people-here = present
people-present = { $count ->
    [one] present
   *[other] present · { $count } people
}
people-absent = absent
people-absent-since = absent since { $time }

dock = Floor and channel
channel = Your channel
leave = Leave
to-console = Conduct the session: chair’s console
dock-no-floor = Your role does not ask for the floor. You can follow the session and write in the chat.
dock-read-only = Your role follows the session: the list, the floor and the chat are yours to read.

floor-ask = Request the floor
floor-ask-on = Request the floor: { $list }
floor-sending = Sending…
floor-sending-detail = waiting for the secretariat’s server
floor-inscribed = Your request is inscribed
floor-inscribed-detail = waiting for its place on the list · select to withdraw
floor-listed = On the list — { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
}
floor-listed-detail = { $expected } · select to withdraw
floor-withdraw-hint = select to withdraw
floor-standing-by = Stand by — you are next
floor-standing-by-detail = { $expected } · the Chair gives you the floor
floor-standing-by-wait = the Chair gives you the floor
floor-speaking = You have the floor
floor-last-seconds = You have the floor — time nearly over
floor-over-time = Your time is over
floor-finish-hint = select when you have finished
floor-played = Your recording is being played
floor-played-detail = ask the Chair if you can speak yourself
floor-halted = You keep the floor — clock stopped
floor-halted-detail = you go on with the time you have left
floor-list-closed = The list is closed
floor-list-not-open = The list is not open yet
floor-list-closed-detail = the Chair or the secretariat can still add you
floor-session-closed = The session is closed
floor-session-closed-detail = the floor is not given any more
floor-reconnecting = Reconnecting…
floor-place-kept = your place on the list is kept
floor-floor-kept = you still have the floor
floor-wait-for-line = you can ask for the floor once connected
floor-declined = Your last request was declined: { $reason }
floor-lapsed = Your last request has lapsed

request-title = Request the floor
request-language = Language of your statement
request-behalf = Also on behalf of (may stay empty)
request-behalf-hint = For a statement for a group, in your own words. Everyone reads it on the list.
withdraw-title = Withdraw your request?
withdraw-words = Your delegation loses its place on the list. You can ask again while the list is open.
withdraw-keep = Keep my place
withdraw-do = Withdraw

tell-your-turn = You have the floor. You have { $time }.
tell-stand-by = Stand by: you are next.
tell-last-seconds = Your time is nearly over.
tell-withdrawn = Your request is withdrawn.
tell-floor = { $delegation } has the floor.
tell-phase = { $phase ->
    [open] The session is open.
    [suspended] The session is suspended.
    [closed] The session is closed.
   *[scheduled] The session has not begun.
}

recording-since = Recorded since { $time }
recording-began = The session is being recorded from now on.
recording-ended = The session is not recorded any more.

to-booth = Your console
booths = Booths
booths-none = This session has no booths.
booths-floor = Live on the floor
booths-from-floor = Works from the floor
booths-from-relay = Relay from { $channel }: { $quality ->
    [floor] carries the floor
    [direct] direct (+)
    [relay] double relay (−)
   *[silence] nobody on air
}
booths-on-air = on air: { $channel }
booths-on-air-silent = on air: { $channel }, but no sound arrives
booths-microphone = microphone connected
booths-no-microphone = no microphone
booths-unheard = Cannot hear the floor since { $time }
booths-output = { $output } → { $channel }: { $people ->
    [one] { $people } listener
   *[other] { $people } listeners
}
points-of-order = Points of order
point-raised = Point of order
point-heard = Heard on a point of order
point-ruled = Point of order: { $ruling ->
    [upheld] upheld
    [rejected] rejected
   *[noted] noted
}
point-appealed = Appeal against the ruling
placard-raise = Point of order
placard-raise-title = Raise a point of order?
placard-raise-words = It interrupts at once: the Chair, the secretariat and the booths are alerted. It is about the conduct of the meeting, not about substance.
placard-raise-do = Raise it
placard-withdraw = Withdraw the point of order
placard-withdraw-title = Withdraw the point of order?
placard-withdraw-words = The meeting goes on as if it had been dealt with.
placard-withdraw-do = Withdraw it
placard-appeal = Appeal against the ruling
placard-appeal-title = Appeal against the Chair’s ruling?
placard-appeal-words = The appeal is put to the vote at once. The ruling stands unless a majority is against it.
placard-appeal-do = Appeal
tell-point-raised = Point of order raised by { $name }.
tell-point-heard = { $name } is heard on a point of order.
tell-point-withdrawn = { $name } has withdrawn the point of order.
tell-point-lapsed = The point of order of { $name } has lapsed.
tell-point-ruled = Ruling of the Chair: { $ruling ->
    [upheld] the point of order is upheld.
    [rejected] the point of order is rejected.
   *[noted] the point of order is noted.
}
tell-ruling-appealed = { $name } appeals against the ruling.
tell-appeal-decided = { $stands ->
    [true] The ruling stands.
   *[false] The ruling is overruled.
}

list-time-max = Speaking time: { $time } at most
list-time-category = { category-name }: { $time }
list-reopened = The list was reopened at { $time }
list-closed-at = The list was closed at { $time }
list-opens = The list opens at { $time }
list-closes = The list closes at { $time }
list-instead-of = in place of
list-reply-to = in reply to { $name }
list-extra = { $time } of it extra

request-reply-to = In reply to (may stay empty)
request-reply-none = no statement in particular
statement-open = Your statement…
