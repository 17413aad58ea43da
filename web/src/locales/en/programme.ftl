# What is not as planned of a session's time, wherever it is told.
schedule-on = { $day }, { $time }
schedule-begins = Begins at { $time } instead of { $was }.
schedule-ends = Ends at { $time } instead of { $was }.
schedule-delayed = Delayed: it does not begin at { $time }. The new time will be announced.
schedule-cancelled = Cancelled: planned for { $time }, it does not take place.
schedule-as-planned = Begins at { $time }, as planned.
schedule-reason = Reason: { $reason }
schedule-was = was { $from }–{ $to }
schedule-was-on = was { $day }, { $from }–{ $to }
schedule-tell = { $title }. { $words }
# Beside an hour whose date is not that of the heading, where it is read.
day-before = the day before
day-after = the next day
time-on-day = { $time } ({ $day })
