# The stage of a panel, at the desk.
panel-tab = Panel
panel-timers = Speaking time on stage
panel-timers-note = A timer is seen by everyone and closes no microphone. Times are added up for each person.
panel-minutes = Minutes
panel-spoken = { $time } so far
panel-start-name = Start the timer: { $name }
panel-stop-name = Stop the timer: { $name }
panel-timer-started = Timer started: { $name }
panel-timer-stopped = Timer stopped
chair-sheet-tab = Run sheet
