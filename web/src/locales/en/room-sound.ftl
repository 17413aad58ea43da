# Sound: what is heard, and one's own microphone.
channel-source = Source of your booth
channel-carries = { $quality ->
    [floor] the floor, as spoken
    [direct] interpretation, direct (+)
    [relay] interpretation by relay (−)
   *[silence] silent at the moment
}
sound = Sound
sound-start = Start the sound
sound-start-detail = your browser waits for you
sound-on = Sound on
sound-off = Sound off
sound-off-detail = select to listen
sound-connecting = Sound…
sound-connecting-detail = connecting
sound-none = No sound
sound-none-detail = trying again by itself
sound-loud-detail = loud for a while: turn it down
sound-transport = { $transport ->
    [udp] over UDP
    [tcp] over TCP
    [ws] over WebSocket
   *[ogg] stream, delayed
}
sound-settings = Sound settings
sound-volume = Volume
sound-original = Original underneath
sound-original-hint = How loud the speaker’s own voice stays under the interpretation.
sound-limiter = Soften loud peaks
sound-output = Loudspeaker or headphones
sound-default-device = As set in the system
sound-device = Device { $number }
sound-restart = Connect the sound again

microphone = Microphone
microphone-profile = How you listen
microphone-headset = With headset or earphones
microphone-loudspeaker = With loudspeakers: echo is removed
microphone-agrees = My microphone may be opened when I am given the floor
microphone-keys = Single-key shortcuts are on (M: mute)
microphone-ask = When you have the floor, may your microphone be opened?
microphone-agree = I agree
microphone-not-now = Not now
microphone-open = Microphone open
microphone-on-air = You are on air
microphone-muted = You are muted
microphone-mute-hint = select to mute
microphone-mute-hint-key = select or press M to mute
microphone-unmute-hint = select to be heard
microphone-unmute-hint-key = select or press M to be heard
microphone-unheard = You cannot be heard
microphone-silent = No sound from your microphone
microphone-silent-detail = unmute it at the device or in the system, or choose another
microphone-ready = Microphone ready
microphone-ready-detail = opens when you are given the floor
microphone-muted-ahead = muted: nobody will hear you
microphone-prepare = Set up the microphone
microphone-not-agreed = Microphone stays closed
microphone-not-agreed-detail = select to agree to its opening
microphone-closed-by-chair = Closed by the Chair
microphone-closed-by-chair-detail = the Chair can open it again
microphone-do-open = Open my microphone
microphone-do-open-detail = everyone will hear you
microphone-take-turn = Speak for the delegation
microphone-take-turn-detail = your delegation has the floor
microphone-waits = { $capture ->
    [off] select to set it up
    [asking] allow it in your browser
    [blocked] select to start it
    [denied] your browser forbids it: allow it beside the address
    [missing] no microphone found: plug one in
    [insecure] this page needs HTTPS for a microphone
    [unplugged] it is unplugged: plug it in or choose another
    [elsewhere] in use in another window: select to use it here
    [failed] another program may hold it
   *[ready] no path to the server; trying again
}
microphone-tell-open = Your microphone is open. Everyone hears you.
microphone-tell-on-air = You are on air. Your channel hears you.
microphone-tell-closed = Your microphone is closed.
microphone-tell-closed-by-chair = The Chair has closed your microphone.
microphone-tell-muted = You have muted yourself. Nobody hears you.
microphone-tell-live-muted = You have the floor, but you are muted: nobody hears you.
microphone-tell-unmuted = You are no longer muted.
microphone-unplugged = Your microphone is unplugged. Plug it in again, or choose another.

check-sound = What you hear
check-tone = Play a sound
check-tone-hint = If you hear nothing, raise the volume or choose another device.
check-microphone = Your microphone
check-listen-only = To listen only, you need no microphone and no permission.
check-allow = Use my microphone
check-record = Record three seconds
check-record-hint = Speak as you will in the session. You hear the recording afterwards; it stays in this page.
check-recording = Recording… speak now
check-playing = This is how you sound…
check-verdict = { $verdict ->
    [good] Good. Your voice is clear.
    [no_signal] No sound comes from this microphone. Is it switched on, and is it the right one?
    [too_low] Too quiet. Move closer, or raise its level in the system.
   *[clipping] Too loud: it distorts. Move away a little, or lower its level in the system.
}
check-device = { $kind ->
    [bluetooth] This is a Bluetooth microphone ({ $device }): it sounds like a telephone. A wired headset serves the interpreters better.
   *[built_in] This is the built-in microphone ({ $device }): it takes in the room. A headset serves the interpreters better.
}

microphone-word = { $word ->
    [ready] Ready
    [ask] Allow?
    [check] Check
    [muted] Muted
    [live] Live
   *[closed] Closed
}
microphone-line = { $word ->
    [ready] opens with the floor
    [ask] not yet agreed
    [check] no sound yet
    [muted] press to be heard
    [live] press to mute
   *[closed] not heard
}
sound-channel = { $quality ->
    [floor] as spoken
    [direct] interpretation
    [relay] by relay
   *[silence] silent
}
