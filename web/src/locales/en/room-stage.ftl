stage-label = Stage
stage-has-floor = Has the floor · { $language }
stage-prerecorded = Pre-recorded statement · { $language }
stage-halted = Keeps the floor · clock stopped
stage-floor-free = Nobody has the floor
stage-scheduled = The session has not begun
stage-cancelled = The session is cancelled
stage-suspended = The meeting is suspended
stage-closed = The session is closed
stage-adjourned = The meeting is adjourned
clock-label = Speaking time
clock-of = remaining of { $limit }
clock-left = { $time } left
clock-last-of = of { $limit } — nearly over
clock-over-of = over the { $limit } given
clock-over = over by { $time }
clock-halted-of = clock stopped · of { $limit }
clock-halted = clock stopped at { $time }
hall-title = Chamber
hall-present = { $present } of { $seats } present
hall-alt = Seating plan: { $present } of { $seats } delegations present.
hall-speaking = { $name } has the floor.
hall-next = Next: { $name }.
hall-own = Your seat: { $name }.
hall-key-speaking = Has the floor
hall-key-next = Next
hall-key-own = Your seat
hall-key-present = Present
hall-key-absent = Absent
stage-point-of-order = Point of order
stage-technical = Technical stop · clock stopped
stage-interrupted = { $name } keeps the floor and goes on afterwards
sheet-kind = { $kind ->
    [introduction] Introduction
    [speaker] Speaker
    [questions] Questions and discussion
    [closing] Closing
   *[other] Other
}
stage-heard = Heard
stage-unheard = Not heard yet
stage-item = Item { $number } of { $of } · { $kind }

stage-not-heard = { $name } has the floor · not heard yet
stage-not-heard-you = You have the floor · not heard yet
stage-until = until { $time }
clock-of-short = of { $limit }
clock-over-short = over { $limit }
clock-halted-short = stopped
stage-ruling = Point of order of { $name }: { $ruling ->
    [upheld] upheld
    [rejected] rejected
   *[noted] noted
}
