# The secretariat's own place: a day of the conference at a glance.
office-title = Secretariat
office-programme = Programme
office-days = Days of the conference
office-sessions = Sessions of the day
office-online = { $people ->
    [one] { $people } person online
   *[other] { $people } people online
}
office-needs = Needs somebody
office-need-booth = { $lacks ->
    [people] { $session }: nobody is in the { $booth }.
   *[microphone] { $session }: nothing comes from the microphones of the { $booth }.
}
office-need-lead = { $role ->
    [moderator] { $session }: the moderator is not there.
   *[chair] { $session }: the Chair is not there.
}
office-need-late = { $session }: it should have begun.
office-time-later = to be told
office-has-floor = { $name } has the floor
office-recorded-since = Recorded since { $time }
office-record = Record
office-desk = Open the desk
office-set-time = Set the time…
office-set-time-of = Set the time of { $name }
office-present = Present
office-delegations-of = { $present } of { $seats } delegations
office-people = { $people ->
    [one] { $people } person
   *[other] { $people } people
}
office-lists = Lists
office-waiting = { $count ->
    [one] { $count } waits
   *[other] { $count } wait
}
office-nobody-waits = Nobody waits.
office-ends-about = ends about { $time }
office-booths = Booths
office-booth-nobody = nobody
office-booth-microphone = no microphone
office-booth-ready = ready
office-links = Links
office-unopened = { $count ->
    [0] all opened
   *[other] { $count } not opened
}
office-people-title = People
office-search = Name, delegation, booth, role
office-filter = Whom to show
office-filter-name = { $filter ->
    [not_opened] Link not opened
    [no_link] No link
    [absent] Absent
   *[all] All
}
office-add-short = Add
office-officials = Officials and interpreters
office-nobody-found = Nobody is found. Search for less, or show all.
office-in-session = in session
office-absent = absent
office-no-link = no link
office-link-not-opened = link not opened
office-link-opened = opened { $time }
office-add-session = Add a session
office-session-like = Like which session
office-session-like-note = Its kind, lists, rules and people are those of the new session too.
office-session-title-needed = Give the title in at least one language.
office-session-added = { $title } is in the programme now.
office-items = Items over several sittings
office-list-at = In “{ $session }”
office-list-called-for = Goes on to “{ $session }”
office-list-kept = { $count ->
    [0] Kept for the next sitting. Nobody waits.
    [one] Kept for the next sitting. One waits.
   *[other] Kept for the next sitting. { $count } wait.
}
office-item-closed = The item is closed
office-hand-on = Hand on…
office-hand-on-of = Hand on: { $list }
office-hand-on-to = To which sitting
office-hand-on-act = Hand on
office-hand-on-note = Whoever waits keeps their place. The sitting that has the list lays it down at once; a turn in progress goes on.
office-hand-on-nowhere = No other sitting of the item can have it. Add a session first.
office-close-item = Close the item…
office-close-item-of = Close the item: { $item }
office-close-item-act = Close the item
office-close-item-note = Whoever still waits on its lists is not heard any more, and the lists end in all sittings. This cannot be undone.
office-announce = Announce…
office-announce-in = { $language ->
    [ar] Text in Arabic
    [fr] Text in French
    [en] Text in English
   *[other] Text in { $language }
}
office-announce-where = Where it is shown
office-announce-everywhere = All sessions, and the programme
office-announce-everywhere-hint = Also sessions that are added or reopened while it stands.
office-announce-now = Shown in all sessions now:
office-announce-take-down = Take down everywhere
office-announce-taken-down = The announcement is taken down everywhere.
office-announce-act = Show it
office-announce-empty = Write the announcement in at least one language.
office-announce-nowhere = Choose at least one session.
office-announced = The announcement is shown.
office-sheet = Personal links
office-sheet-ask = { $count ->
    [one] A new personal link is made for { $count } person. Links that were made before go on working.
   *[other] New personal links are made for { $count } people. Links that were made before go on working.
}
office-sheet-for = { $count ->
    [one] Make a link for { $count } person…
   *[other] Make links for { $count } people…
}
office-sheet-make = Make the links
office-sheet-made = { $count ->
    [one] { $count } link was made. It is shown until this window is closed.
   *[other] { $count } links were made. They are shown until this window is closed.
}
office-sheet-missed = { $count ->
    [one] For { $count } person no link was made: another secretariat has them too, or they have no seat any more.
   *[other] For { $count } people no link was made: another secretariat has them too, or they have no seat any more.
}
office-sheet-print = Print the sheet
office-sheet-csv = Save as a table (CSV)
office-column = { $column ->
    [name] Name
    [delegation] Delegation
    [function] Function
    [language] Language
   *[link] Link
}
office-recordings = Recordings…
office-recordings-of = Recordings: { $session }
office-recorded-from = Recorded from { $time }, { $length }
office-recording-take = Download ({ $megabytes } MB)
office-recording-take-name = Download { $channel } ({ $megabytes } MB)
office-captions-take = Download captions { in-language } (WebVTT)
office-captions-no-record = Captions are an aid, and no record.
office-recordings-none = Nothing was recorded of this session.
office-recordings-not-read = The recordings could not be read. Close this window and open it again.
office-export = Export
office-export-of = Export the documents of { $session }
