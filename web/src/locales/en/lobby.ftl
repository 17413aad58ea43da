# The lobby: one's name plate and the programme.
lobby-title = Programme
lobby-welcome = Your place
lobby-zones = Times are the host’s ({ $zone }). UTC and your own time stand beside them.
lobby-zones-same = Times are the host’s ({ $zone }), which are yours too. UTC stands beside them.
lobby-zones-utc = Times are the host’s ({ $zone }). UTC stands beside them.
lobby-host-time = host’s time
lobby-utc = { $from }–{ $to } UTC
lobby-own-time = { $from }–{ $to } your time
lobby-objectives = Objectives { $numbers }
lobby-enter = Enter
lobby-enter-name = Enter: { $session }
lobby-read = Read
lobby-read-name = Read what happened in the closed session: { $session }
lobby-not-yours = Not open to you
lobby-your-role = Your role: { $roles }
lobby-line-lost = Reconnecting. The programme is shown as of { $time }; there is nothing you need to do.
lobby-loading = Loading the programme…
lobby-empty = The programme has no sessions yet. The secretariat adds them; this page shows them by itself.
lobby-secretariat = Open the secretariat
check = Check sound and microphone
check-hint = Before you enter: half a minute, and nobody hears you.
lobby-place = { $place ->
    [chair] Chair’s desk
    [moderator] Moderator’s desk
    [secretariat] Secretariat
    [booth] Interpreter’s console
    [technician] Technician’s page
    [rapporteur] Rapporteur’s desk
    [captions] Captioner’s console
    [podium] Podium display
   *[room] Session room
}
lobby-place-name = { $place }: { $session }
lobby-zone-unknown = Your browser does not know this time zone; the hours are by the conference’s server ({ $offset }).
