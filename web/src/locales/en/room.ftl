# The session room: list, chat, people, dock.
panel = Chat and people
tab-list = Speakers
tab-chat = Chat
tab-proceedings = Record
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
list-open = Open
list-closed = Closed
list-elsewhere = { $place ->
    [item_closed] The item is closed
    [on_its_way] On its way to another sitting
    [conference] Kept for the next sitting
   *[sitting] In another sitting
}
list-elsewhere-detail = { $place ->
    [item_closed] The agenda item is closed, and its list with it.
    [conference] The list is kept until another sitting of the item is held.
   *[sitting] The list is with another sitting of the item. Whoever waits keeps their place there.
}
list-earlier-sitting = earlier sitting
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
dock-no-floor = and may write in the chat
dock-read-only = list, floor and chat are yours to read

floor-ask = Request the floor
floor-sending = Sending…
floor-sending-detail = waiting for the server
floor-inscribed = Your request is inscribed
floor-inscribed-detail = waits for its place on the list
floor-listed = { $list }: { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
}
floor-listed-detail = in { $range } min
floor-standing-by = Stand by: you are next
floor-standing-by-wait = the Chair gives you the floor
floor-speaking = You have the floor
floor-last-seconds = { $time } left
floor-over-time = Time is over: { $time }
floor-finish-hint = press when finished
floor-played = Your recording is played
floor-played-detail = ask the Chair to speak yourself
floor-halted = You keep the floor
floor-halted-detail = { $time } left, clock stopped
floor-list-closed = The list is closed
floor-list-not-open = The list is not open yet
floor-list-closed-detail = the Chair can still add you
floor-session-closed = The session is closed
floor-carried-over = Your place is kept
floor-carried-over-detail = place { $place } at the next sitting
floor-went-on-detail = the list goes on in another sitting
floor-list-elsewhere = The list is in another sitting
floor-list-elsewhere-detail = you can ask for the floor there
floor-reconnecting = Reconnecting…
floor-place-kept = your place is kept
floor-floor-kept = you still have the floor
floor-wait-for-line = you can ask once connected
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
tell-over-time = Your time is over.
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
recording-silent = Recorded as silence although the room hears it: { $channels }
recording-heard = What the room hears is being recorded again.

to-technician = Technician’s page
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
placard-withdraw = Withdraw it
placard-withdraw-title = Withdraw the point of order?
placard-withdraw-words = The meeting goes on as if it had been dealt with.
placard-withdraw-do = Withdraw it
placard-appeal = Appeal
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

list-time-max = { $time } each
list-time-was = { $time } each, was { $before }
list-time-category = { category-name }: { $time }
list-reopened = reopened at { $time }
list-closed-at = closed at { $time }
list-opens = opens at { $time }
list-closes = closes at { $time }
list-instead-of = in place of
list-reply-to = in reply to { $name }
# Of one request that waits.
list-retimed = { $time }, was { $before }
list-extra = { $time } of it extra

request-reply-to = In reply to (may stay empty)
request-reply-none = no statement in particular
statement-open = Your statement…

tab-panel = Panel
line-checking = Checking the line…
line-by-itself = it comes back by itself
list-kind = { $kind ->
    [right_of_reply] Right of reply
    [motions] Motions
   *[statements] Speakers
}
list-not-heard = You: not heard yet
list-silent = Has the floor, not heard yet
list-kept = place kept
dock-follows = You follow the session
dock-ask-panel = Ask the panel
dock-own-questions = { $count ->
    [0] the moderator reads it first
    [one] yours: one waits to be read
   *[other] yours: { $count } wait to be read
}
dock-yours = Yours
dock-finish = I have finished
dock-statement = Statement
dock-reply-asked = asked: { ORDINAL($place) ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
}
dock-reply-open = open
dock-reply-closed = closed
dock-more = More: your requests, right of reply, sound, leave
dock-leave = Leave the room
requests-title = Your requests
request-withdraw = Withdraw…
request-which = List
request-microphone = Open my microphone when I have the floor
floor-ask-again = Ask again
floor-declined-short = declined: see why
floor-nobody-waits = nobody waits
floor-waiting = { $count } wait
floor-waiting-about = { $count } wait, about { $minutes } min
floor-inscribed-on = { $list }: inscribed
floor-listed-in = { floor-listed }, { $range } min
floor-listed-wait = the Chair gives you the floor
floor-open-microphone = Open the microphone
floor-nobody-hears-yet = nobody hears you yet
floor-nobody-hears = Nobody hears you
floor-no-sound = no sound arrives: check it
floor-closed-by-chair = the Chair closed it
floor-muted = You are muted
floor-muted-detail = press to be heard
floor-technical = technical stop
floor-suspended = the meeting is suspended
floor-kept = { $place }, kept
floor-resumes = resumes at { $time }
floor-point-raised = Point of order raised
floor-point-told = the Chair has been told
floor-point-heard = Your point of order
floor-point-left = { $time } · the Chair rules on it
floor-read-record = read the record
notices-all = { $count ->
    [one] All notices: { $count } more
   *[other] All notices: { $count } more
}
notice-look = Look
notice-whole = Whole text
notice-answer = Answer
notice-line = Line
notice-unheard = No sound of yours arrives: nobody hears you.
notice-time = Speaking time
notice-moved = Your request
notice-moved-to = now in place { $place }: { $reason }
notice-poll = Poll
notice-hands = Show of hands
notice-resumed = The meeting is resumed.
notice-motions = { $count ->
    [one] A motion is before the meeting.
   *[other] { $count } motions are before the meeting.
}
recording-short = Rec
recording = Recording
room-menu = Menu
room-search = Search
skip = Ways past
skip-stage = To the stage
skip-list = To the list and chat
skip-dock = To the floor and channel
chat-leave = Back to the stage
more-write = Write to the Chair
