# The interpreter's console.
booth-title = Interpreter’s console
booth-not-yours = Only the interpreters of a booth use this console.
booth-to-room = Session room
booth-elsewhere = Elsewhere
booth-line-lost = Reconnecting. Sound has a line of its own; nothing can be asked for until this one is back.
booth-until = Booth time ends { $time }
booth-time-left = { $minutes ->
    [one] { $minutes } minute left
   *[other] { $minutes } minutes left
}
booth-time-over = Booth time is over

booth-on-floor = On the floor
booth-floor-halted = Clock stopped
booth-floor-free = The floor is free
booth-podium = At the podium:
booth-slow = Ask to slow down
booth-slow-again = Asked. Again in { $seconds } s
booth-unheard = I cannot hear the floor
booth-unheard-since = The chair has been told since { $time }.
booth-unheard-told = The chair has been told that you cannot hear the floor.
booth-heard-told = The chair has been told that you hear the floor.

booth-incoming = Incoming
booth-source = Source
booth-floor = Floor
booth-relay = Relay
booth-relay-from = Relay from
booth-relay-none = Choose a channel to take relay from first.
booth-relay-refused = Relay cannot be taken from this channel now.
booth-quality = { $quality ->
    [floor] carries the floor
    [direct] direct from the floor
    [relay] double relay
   *[silence] nobody on air
}
booth-refused = { $why ->
    [own_output] fed by this booth
   *[cycle] works from this booth: a circle
}
booth-listen = Listen
booth-level-in = Incoming level
booth-level-out = Outgoing level
booth-level-hint = Speak so that the bar stays short of the mark.
booth-level = { $level } dBFS
booth-level-silent = silent
booth-loud = Loud for a while. Turn the volume down to protect your hearing.
booth-volume = Volume
booth-bass = Bass
booth-treble = Treble
booth-percent = { $percent }%
booth-decibels = { $decibels } dB
booth-limiter = Hearing protection (limiter)
booth-transport = { $transport ->
    [udp] UDP
    [tcp] TCP
    [ws] WebSocket
   *[ogg] HTTP stream
}
booth-path = { $state ->
    [off] not connected
    [connecting] connecting…
    [blocked] waiting for you
    [on] connected
   *[none] no path; trying again
}

booth-microphone = Your microphone
booth-on-air = On air
booth-off-air = Off air
booth-held = Muted
booth-on-channel = { $channel } channel
booth-mate-on-air = { $name } is on air
booth-nobody-on-air = Nobody is on air from this booth
booth-connect = Connect headset
booth-asking = Allow the microphone in your browser
booth-go-on = Go on air
booth-go-off = Go off air
booth-take-over = Take over from { $name }
booth-ask-now = Ask for the microphone
booth-await = Handover under way
booth-wait-mate = Your colleague is on air
booth-closed = The session is closed
booth-cough = Hold to cough
booth-coughing = Nobody hears you
booth-shift = On air for { $time }
booth-shift-hint = Time to change soon
booth-mic-denied = The browser refuses the microphone. Allow it in the browser’s settings for this site, then connect again.
booth-mic-missing = No microphone was found. Plug in your headset and connect again.
booth-mic-unplugged = The microphone was unplugged. Plug it in again.
booth-mic-failed = The microphone does not answer. Check the headset and connect again.
booth-mic-no-path = Your microphone has no path to the server yet.
booth-mic-insecure = This page needs HTTPS for a microphone.
booth-mic-blocked = The browser waits for a press: connect the headset.
booth-on-in = You go on air in { $seconds } s
booth-off-in = You go off air in { $seconds } s

booth-outgoing = Outgoing
booth-output = Output
booth-output-name = Output { $output }:
booth-output-taken = { $name } is on air there
booth-output-passes = The speaker speaks your language: go off air
booth-output-floor = listeners hear the floor
booth-listeners = { $count ->
    [one] { $count } listener
   *[other] { $count } listeners
}
booth-consent = I agree to be recorded
booth-consent-note = Yours alone; it can be changed at any time.
booth-consent-public = What is recorded is published once the session is over. Yours alone; it can be changed at any time.

booth-mates = In the booth
booth-you = you
booth-mate-on = on air: { $channel }
booth-mate-ready = ready
booth-mate-no-microphone = here, no microphone
booth-mate-absent = absent
booth-mate-consents = agrees to be recorded
booth-partner = Partner

booth-handover = Handover
booth-handover-none = Nobody is on air: no handover is needed.
booth-handover-alone = None of your colleagues can take part in a handover now.
booth-handover-with = With
booth-handover-when = When
booth-handover-give = Hand the microphone to { $name }:
booth-handover-take = Ask { $name } for the microphone:
booth-handover-now = Now
booth-handover-in = in { $seconds } s
booth-handover-asked = { $seconds ->
    [0] Asked { $name }: at once.
   *[other] Asked { $name }: { $seconds } s after a yes.
}
booth-handover-wants = { $seconds ->
    [0] { $name } asks for the microphone, at once.
   *[other] { $name } asks for the microphone, { $seconds } s after your yes.
}
booth-handover-offers = { $seconds ->
    [0] { $name } wants to hand over to you, at once.
   *[other] { $name } wants to hand over to you, { $seconds } s after your yes.
}
booth-handover-expires = Expires in { $seconds } s
booth-handover-giving = { $name } goes on air in
booth-handover-taking = You go on air, after { $name }, in
booth-handover-left = Seconds to the handover
booth-handover-stop = Stop the handover
booth-handover-others = { $from } is handing over to { $to }.
booth-accept-give = Hand over
booth-accept-take = Take the microphone
booth-decline = Decline
booth-withdraw = Withdraw

booth-tell-mate-on-air = { $name } is on air.
booth-tell-heard = Listeners hear you again.
booth-tell-mate-off-air = { $name } is off air.
booth-tell-gone = { $name } is gone, and nobody is on air. You may take over.
booth-tell-asks-for = { $seconds ->
    [0] { $name } asks for the microphone, at once.
   *[other] { $name } asks for the microphone, in { $seconds } seconds.
}
booth-tell-asks-to-give = { $seconds ->
    [0] { $name } wants to hand over to you, at once.
   *[other] { $name } wants to hand over to you, in { $seconds } seconds.
}
booth-tell-on-in = Agreed. You go on air in { $seconds } seconds.
booth-tell-off-in = Agreed. You go off air in { $seconds } seconds.
booth-tell-handover-off = The handover did not take place.
booth-tell-floor = { $name } has the floor, { $language }.
booth-tell-source-floor = You hear the floor.
booth-tell-source-relay = You hear relay: { $channel } channel.
booth-tell-ends-soon = { $minutes ->
    [one] Booth time ends in { $minutes } minute.
   *[other] Booth time ends in { $minutes } minutes.
}

booth-keys = Keyboard shortcuts
booth-keys-short = Shortcuts
booth-keys-on = Single-key shortcuts are on
booth-keys-note = They never fire while you type, choose from a list or read a dialog.
booth-key = { $shortcut ->
    [main] Microphone: go on air, go off air, take over
    [cough] Hold: cough, nobody hears you
    [source] Floor or relay
    [relay] Relay from the channel of this number
    [output_a] Output A
    [output_b] Output B
    [handover] Ask for a handover now, or accept one
    [decline] Decline, withdraw or stop a handover
    [slow] Ask to slow down
    [unheard] I cannot hear the floor
    [louder] Louder
    [softer] Softer
    [list] Go to the list of speakers
    [chat] Go to the chat
   *[help] This help
}

booth-devices = Headset
booth-devices-note = Use a wired headset. A change takes effect at once, also on air.
booth-headphones = Headphones

booth-text = { $when ->
    [now] Statement, now: { $name }
   *[next] Statement, next: { $name }
}
booth-text-official = official
booth-text-reading = about { $length } at 120 words a minute
booth-text-words = Text of the statement
booth-text-short = text
booth-recorded-short = recording
booth-mark = { $mark ->
    [check_against_delivery] Check against delivery
   *[read_out_verbatim] Read out verbatim
}
