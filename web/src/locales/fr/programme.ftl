# Ce qui n’est plus comme prévu dans l’horaire d’une séance, partout où on le dit.
schedule-on = { $day }, { $time }
schedule-begins = Commence à { $time } au lieu de { $was }.
schedule-ends = Se termine à { $time } au lieu de { $was }.
schedule-delayed = Retardée : elle ne commence pas à { $time }. La nouvelle heure sera annoncée.
schedule-cancelled = Annulée : prévue à { $time }, elle n’a pas lieu.
schedule-as-planned = Commence à { $time }, comme prévu.
schedule-reason = Motif : { $reason }
schedule-was = prévue { $from }–{ $to }
schedule-was-on = prévue { $day }, { $from }–{ $to }
schedule-tell = { $title }. { $words }
# Beside an hour whose date is not that of the heading, where it is read.
day-before = la veille
day-after = le lendemain
time-on-day = { $time } ({ $day })
