# Calls for a technician: at the desks, in the booths, and where they arrive.
help-title = Call a technician
help-called-short = Technician called
help-legend = What is wrong?
help-trouble = { $trouble ->
    [no_sound] I hear nothing
    [bad_sound] The sound is bad
    [microphone] My microphone
    [connection] My connection or this page
   *[other] Something else
}
help-note = A technician reads it at once, in their own language. Write details in the chat of the technicians.
help-call = Call
help-waiting = Called at { $time }: { $trouble }. Nobody has answered yet.
help-answered = Called at { $time }: { $trouble }. { $name } is on it.
help-withdraw = It is settled: withdraw the call
help-tell-answered = { $name } is on your call for a technician.
help-tell-settled = Your call for a technician is settled.
