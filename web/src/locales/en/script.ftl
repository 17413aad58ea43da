# What the chair reads out. `script-to` and `script-who` name whoever is addressed, in the two cases that languages need.
script-to = { $kind ->
    [state] { $gender ->
       *[other] the distinguished representative of { $name }
      }
    [observer_state] the distinguished observer for { $name }
   *[organisation] the representative of { $name }
  }{ $person ->
    [none] {""}
   *[other] , { $person }
  }
script-who = { $kind ->
    [state] { $gender ->
       *[other] the distinguished representative of { $name }
      }
    [observer_state] the distinguished observer for { $name }
   *[organisation] the representative of { $name }
  }
script-open = I call the meeting to order and declare open this session: { $title }.
script-resume = The meeting is resumed.
script-give = I give the floor to { script-to }.
script-reply = I give the floor to { script-to }, in exercise of the right of reply.
script-wait = Next on my list is { script-who }. Is the delegation present?
script-take-up = { $kind ->
    [right_of_reply] We now come to the rights of reply.
    [questions] We now come to the questions.
   *[other] We now take up the next list: { $list }.
}
script-play = We will now hear the pre-recorded statement of { script-who }.
script-thank = I thank { script-who }.
script-give-back = I give the floor back to { script-to }.
script-recognise = On a point of order, I recognise { script-to }.
script-point-thank = I thank { script-who } for the point of order.
script-rule = My ruling is as follows.
script-ruling = { $ruling ->
    [upheld] The point is well taken.
    [rejected] The point is not well taken.
   *[noted] I take note of the point.
}
script-appeal = { $plain } has appealed against my ruling. I put the appeal to the vote at once. Those in favour of the appeal? Those against? Abstentions?
script-nobody = There are no more speakers on my list. Does any other delegation wish to take the floor? I see none.
script-close-list = With the consent of the meeting, I declare the list of speakers closed.
script-suspend = The meeting is suspended.
script-suspend-until = The meeting is suspended until { $time }.
script-adjourn = I thank all delegations, the secretariat and the interpreters. The meeting is adjourned.
script-motion-moved = { $plain } has moved { script-motion }.
script-motion-proposed = I propose { script-motion }.
script-motion = { $motion ->
    [suspend_meeting] the suspension of the meeting
    [adjourn_meeting] the adjournment of the meeting
    [adjourn_debate] the adjournment of the debate
   *[close_debate] the closure of the debate
}
script-motion-debate = { $motion ->
    [adjourn_debate] Two delegations may speak for it and two against.
    [close_debate] Two delegations may speak against it.
   *[other] It is not debated.
}
script-motion-vote = I now put to the vote { script-motion }. Those in favour? Those against? Abstentions?
script-motion-consent = Is there any objection to { script-motion }? I see none. It is so decided.
script-panel = It is my pleasure to welcome our panel.
script-panellist = { $person }{ $function ->
    [none] {""}
   *[other] , { $function }
  }.
# A panel.
script-stage-thank = I thank { $person }.
script-stage-give = I give the floor to { $person }{ $function ->
    [none] {""}
   *[other] , { $function }
  }. You have { $time }.
script-stage-answer = { $person }, would you like to answer?
script-stage-item = { $kind ->
    [introduction] Welcome to this panel.
    [questions] We now take questions from the audience.
    [closing] We come to the closing of this panel.
   *[other] We come to the next item{ $title ->
        [none] {""}
       *[other] : { $title }
      }.
}
script-stage-close = I thank our panellists, the interpreters and all who took part. The meeting is adjourned.
