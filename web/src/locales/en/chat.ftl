# The chat: its rooms, messages, order in them, announcements.
chat-log = Messages
chat-empty = No messages yet.
chat-rooms = Rooms
chat-unread = { $count ->
    [one] { $count } unread
   *[other] { $count } unread
}
chat-write = Write a message
chat-send = Send
chat-sending = Sending…
chat-waiting = Will be sent once the connection is back
chat-refused = Not sent
chat-resend = Send again
chat-discard = Discard
chat-newest = Newest messages
chat-read-only = Your role reads the chat without writing in it.
chat-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
chat-too-long = { $count ->
    [one] { $count } character too many. Shorten the message.
   *[other] { $count } characters too many. Shorten the message.
}
chat-hurried = You are writing very fast. Wait a little, or your messages will be held back.
chat-room = { $readers ->
    [delegation] Our delegation
    [secretariat] Secretariat
    [booth] Booth
    [interpreters] Interpreters
    [technicians] Technicians
    [desk] Chair’s desk
   *[main] Everyone
}
chat-to = { $readers ->
    [delegation] To the people of your delegation alone
    [secretariat] To the secretariat and the chair’s desk · no other delegation sees it
    [booth] To the interpreters and technicians: { $name }
    [interpreters] To all interpreters
    [technicians] To technicians, interpreters, captioners and the chair’s desk
    [desk] To the chair’s desk: chair, moderator, secretariat
    [direct] To { $name } alone
   *[main] To everyone in the session · not part of the official record
}
chat-to-line = To { $name } and the chair’s desk
chat-other-rooms = Write to a delegation…
chat-message-of = { $name }, { $time }
chat-acts = What to do with the message of { $name }
chat-acts-short = More
chat-act = { $act ->
    [reply] Reply
    [edit] Edit
    [delete] Delete
    [pin] Pin
    [unpin] Unpin
    [direct] Write directly
    [mute] Mute
   *[unmute] Unmute
}
chat-edited = edited { $time }
chat-deleted-by-author = Deleted by its author at { $time }.
chat-deleted-by-desk = Deleted by the chair’s desk ({ $name }) at { $time }.
chat-original-deleted = deleted
chat-original-gone = That message is no longer here.
chat-replying = Reply to { $name }:
chat-editing = Edit your message:
chat-save = Save
chat-held = Waiting for approval: only you and the chair’s desk see it
chat-declined = Not approved
chat-take-back = Take back
chat-slow = Slow mode: one message each { $time }.
chat-pre-moderated = Messages appear once the chair’s desk approves them.
chat-closed = This room is closed. The chair’s desk can reopen it.
chat-muted = You are muted in the chat. You can still write among your own and to the secretariat.
chat-mute-title = Mute { $name }
chat-mute-words = They can still write among their own and to the secretariat. They read your reason.
chat-delete-title = Delete this message?
chat-delete-words = Everyone sees that it was deleted and by whom; nobody can read it any more. The record keeps it.
chat-reason = Reason
chat-reason-optional = Reason (may stay empty)
chat-pinned = Pinned messages
chat-pinned-by = Pinned · { $name }
chat-search = Search this room
chat-search-do = Search
chat-search-failed = The search did not work. Try again in a moment.
chat-found = { $count ->
    [0] No messages found.
    [one] { $count } message found.
   *[other] { $count } messages found.
}
chat-found-more = There are more: search for more words.
chat-loading = Loading older messages…
chat-load-again = Older messages could not be loaded. Try again
chat-tell-new = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}

order-waiting = { $count ->
    [one] { $count } message waits for approval
   *[other] { $count } messages wait for approval
}
order-approve = Approve
order-decline = Decline
order-keep = Order in the room: { $name }
order-slow = Slow mode: wait between messages
order-slow-off = off
order-approval = Show messages only once approved
order-close = Close the room
order-reopen = Reopen the room
order-muted = Muted
announce-heading = Announce to everyone
announce-current = Shown now:
announce-take-down = Take down
announce-in = Text { in-language }
announce-do = Announce
announcements-past = { $count ->
    [one] { $count } earlier announcement
   *[other] { $count } earlier announcements
}
chat-line = { $to ->
    [chair] Chair
    [chair-all] Chair, to all
    [booths] All booths
   *[technicians] Technician
}
chat-to-chair-line = Private line: { $name } · read by nobody else
chat-from-chair = From the Chair
chat-from-chair-tell = Message from the Chair’s desk, { $name }: { $text }
chat-from-chair-answer = Answer
chat-from-chair-seen = Seen
