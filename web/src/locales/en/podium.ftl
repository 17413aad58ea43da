podium-title = Podium display
podium-next = Next
podium-at = { $time }, { $city }
podium-line-lost = Reconnecting; the clock goes on.
