# The dialog in which the secretariat changes a session's time and title.
schedule-title = Session: time and title
schedule-when = When does the session begin?
schedule-at-time = At a given time
schedule-later = Delayed, time to be announced
schedule-never = It does not take place
schedule-starts = Beginning, by the time of { $zone }
schedule-end = End, by the time of { $zone }
schedule-lacking = Give the date and the time.
schedule-step = { $minutes } min later
schedule-moved = From { $from } to { $to }
schedule-why = Reason, for everybody to read (optional)
schedule-title-in = Title { in-language }
schedule-save = Save
schedule-changed = Somebody else has changed the session in the meantime. It is shown as it is now: look at it and save again.
refusal-schedule = { $code ->
    [stale_schedule] The session was changed in the meantime. Look at it and try again.
    [session_length] A session ends from 5 minutes to 24 hours after it begins. Look at the beginning and the end.
    [session_too_far] The beginning is more than a year from where the conference file has it. Give another date, or change the file.
    [session_known] This session is in the programme already. Close the form and look at the programme.
   *[sessions_overlap] The session “{ $title }” is planned for that time. Change its time first, or announce its delay or its cancellation.
}
