# The technician's page: how the sound of all comes in.
technician-title = Technician’s page
technician-not-yours = Only the technicians of a session use this page.
technician-to-room = Session room
technician-elsewhere = Elsewhere
technician-line-lost = Reconnecting. What is shown is as of before; nothing can be answered until the line is back.
technician-stale = Waiting for news of the sound…
technician-calls = Calls for help
technician-calls-none = Nobody calls.
technician-called = { $trouble } · since { $time }
technician-on-it = { $name } is on it
technician-answer = I am on it
technician-answer-name = I am on the call of { $name }
technician-settle = Settled
technician-settle-name = The call of { $name } is settled
technician-tell-call = { $name } calls for help: { $trouble }.
technician-microphones = Microphones
technician-microphones-none = No microphone is live, and none sends.
technician-place = { $place ->
    [turn] has the floor
    [podium] open on the podium
    [on_air] on air: { $channel }
    [booth] { $booth }, off air
   *[ready] ready, heard by nobody
}
technician-level = Level: { $name }
technician-level-value = { $level } dB
technician-level-none = silent
technician-level-untold = no level is told
technician-state = { $state ->
    [lost] no sound arrives
    [muted] muted
    [silent] its device gives no sound
    [coughs] holds the cough key
   *[sends] sends
}
technician-loss = Loss
technician-jitter = Jitter
technician-late = Delay
technician-way = Path
technician-device = Device
technician-node = Node
technician-percent = { $percent }%
technician-millis = { $millis } ms
technician-way-name = { $way ->
    [udp] UDP
    [tcp] TCP
    [web_socket] WebSocket
    [server] this server
   *[node] another node
}
technician-untold = not told
technician-booth-silent = Silent for { $seconds } s while the floor speaks
technician-listeners = Listeners
technician-listening = { $people ->
    [one] { $people } listener
   *[other] { $people } listeners
}
technician-captions = Captions by a machine
technician-captions-state = { $state ->
    [well] the service answers
    [slowly] the service is too slow: some of what is said is left out
    [badly] no captions for { $seconds } s: the service does not answer as it should
   *[not_asked] nobody has spoken yet
}
technician-nodes = Servers
technician-node-own = { $node } · this page is here
technician-node-heard = heard { $seconds } s ago
technician-node-state = { $state ->
    [alive] alive
    [late] late
   *[lost] not heard: its people leave
}
technician-node-people = { $people ->
    [one] { $people } person of this session
   *[other] { $people } people of this session
}
