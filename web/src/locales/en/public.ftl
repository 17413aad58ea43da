# The page of the public, who need no link.
public-title = Follow the conference
public-lead = These sessions are open to everybody: who has the floor, and the sound of every channel. You need no link and no account.
public-listen = Listen
public-listen-name = Listen: { $session }
public-here = This session
public-all = All sessions
public-phase = { $phase ->
    [scheduled] Not yet open · begins at { $time }
    [cancelled] Cancelled · was to begin at { $time }
    [open] In session since { $time }
    [suspended] Suspended since { $time }
    [adjourned] Adjourned at { $time }
   *[closed] Closed at { $time }
}
public-zone = Times are the host’s ({ $zone }).
public-sound = Sound
public-channels = Channel
public-carries = { $carries ->
    [floor] the floor, as spoken
    [interpretation] interpretation
   *[silence] silent at the moment
}
public-play = Play
public-stop = Stop
public-playing = { $state ->
    [starting] Connecting…
    [playing] You are some seconds behind the room.
    [lost] No sound at the moment. It is tried again by itself.
    [blocked] Your browser held the sound back. Select “Play” once more.
   *[stopped] Select “Play” to listen.
}
public-over = The session is closed: there is no more sound.
public-adjourned = The meeting is adjourned: the sound comes back with the next sitting.
public-cannot-play = This browser does not play such a stream (Ogg Opus). Copy the address of a channel and open it in an audio player, for instance VLC.
public-addresses = Listen in another player
public-addresses-hint = Any audio player that opens a network stream plays these addresses, also where this page does not work.
public-address = Address of the channel { $channel }
public-copy = Copy
public-copy-name = Copy the address of the channel { $channel }
public-copied = Copied
public-copy-yourself = Selected: now copy it
public-stale = What is shown may be old: it was last brought up to date at { $time }. The page keeps trying.
public-day = Programme of the day
public-tell-floor = { $name } has the floor, { $language }.
page-not-public = There is nothing to follow in public here
page-not-public-remedy = This conference or session is not open to the public. If you are invited, open your personal link; otherwise ask the secretariat.
public-until = speaks until about { $time }
public-next = next: { $name }
public-not-begun = The sound begins with the session.
public-cancelled = The session does not take place: there is no sound.
public-behind = You hear the room { $seconds } s late, and the name plate keeps step.
public-read = Read
public-read-name = Read what was said: { $session }
public-read-what = Read what was said
