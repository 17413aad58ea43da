display-title = Podium display
display-next = Next
display-at = { $time }, { $city }
display-line-lost = Reconnecting; the clock goes on.
