# Sound: what is heard, one's own microphone, and the check before one enters.
microphone-tell-open = Your microphone is open. Everyone hears you.
microphone-tell-on-air = You are on air. Your channel hears you.
microphone-tell-closed = Your microphone is closed.
microphone-tell-closed-by-chair = The Chair has closed your microphone.
microphone-tell-muted = You have muted yourself. Nobody hears you.
microphone-tell-unmuted = You are no longer muted.
microphone-unplugged = Your microphone is unplugged. Plug it in again, or choose another.
