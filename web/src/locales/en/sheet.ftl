# The run sheet.
sheet-none = Nothing is on the sheet yet.
sheet-progress = { $progress ->
    [current] Now
    [done] Done
   *[planned] To come
}
sheet-next-mark = Next
sheet-times = { $real } of { $planned }
sheet-planned = { $planned }
sheet-over = { $time } over
sheet-tells = is told when next
sheet-keys = With an item in focus: G begins it, E edits, arrows go up and down. B begins the next item from anywhere in the sheet.
sheet-begin-next = Begin next: { $item }
sheet-finish = Finish: { $item }
sheet-end-at = All is over at { $time }
sheet-margin = { $late ->
    [true] { $time } after the end of the session
   *[false] { $time } before the end of the session
}
sheet-booths = { $late ->
    [true] { $time } after the booths leave
   *[false] { $time } before the booths leave
}
sheet-rest = { $time } still planned
sheet-begin = Begin
sheet-end = Finish
sheet-edit = Edit…
sheet-up = Move up
sheet-down = Move down
sheet-remove = Take off
sheet-add = Add an item…
sheet-timer = Start a timer for { $name }
sheet-edit-title = Edit the item
sheet-add-title = Add an item
sheet-field-kind = Kind
sheet-field-title = Title { $language ->
    [ar] in Arabic
    [fr] in French
    [en] in English
   *[other] ({ $language })
}
sheet-field-person = Who speaks
sheet-field-nobody = Nobody named
sheet-field-minutes = Minutes
sheet-field-note = Note for those who run the session
sheet-field-tells = Tell them when they are next
sheet-save = Save
sheet-done = { $act ->
    [begin] Begun: { $item }
    [finish] Finished: { $item }
    [edit] Changed: { $item }
    [add] Item added
    [move] Moved: { $item }
   *[remove] Taken off: { $item }
}
refusal-stale-sheet = Somebody has changed the sheet meanwhile. This is how it stands now; try again.
refusal-item-under-way = This item is under way. Finish it first, or begin another.
refusal-item-not-under-way = This item is not under way.
cue-next = You are next: { $time }. Be ready to speak.
