display-title = Podium display
display-next = Next
display-at = { $time }, host time
display-line-lost = Reconnecting; the clock goes on.
