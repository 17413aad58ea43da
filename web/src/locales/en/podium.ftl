display-title = Podium display
display-next = Next
display-at = { $time }, host time
display-line-lost = Reconnecting; the clock goes on.
display-unlit = This screen may go dark: have the system keep it lit.
display-host = host time
display-rec = Rec
display-until = until { $time }
display-suspended = Suspended{ $until ->
    [none] {""}
   *[other] {" "}until { $until }
  }{ $reason ->
    [none] {""}
   *[other] : { $reason }
  }
display-resuming = On resuming
display-kept = list and clock keep their place
display-absent = absent
display-of = of { $limit }
display-question = Question
