motions = Motions
motion-name = { $kind ->
    [suspend_meeting] Suspension of the meeting
    [adjourn_meeting] Adjournment of the meeting
    [adjourn_debate] Adjournment of the debate: { $list }
   *[close_debate] Closure of the debate: { $list }
}
motion-state = { $state ->
    [moved] Motion, waits
    [taken_up] Motion before the meeting
    [carried] Carried
    [defeated] Defeated
    [withdrawn] Withdrawn
    [ruled_out] Out of order
   *[lapsed] Lapsed
}
motion-by-chair = proposed by the Chair
motion-side = { $side ->
    [mover] Mover
    [in_favour] For
   *[against] Against
}
motion-side-count = { $spoken } of { $max }
motion-not-debated = Not debated: put to the vote at once.
motion-heard = heard
tell-motion = { $name }: { $state ->
    [moved] moved by { $by }.
    [taken_up] before the meeting.
    [carried] carried.
    [defeated] defeated.
    [withdrawn] withdrawn.
    [ruled_out] ruled out of order.
   *[lapsed] lapsed.
}
motion-vote = { $in_favour } for, { $against } against, { $abstaining } abstaining
motion-by-consent = by consent, without a vote
motion-open = Motion…
motion-dialog = Motions
motion-move-which = What do you move?
motion-move-words = It waits until the statement in progress is over. The Chair takes motions up in their order, before other business.
motion-move-do = Move
motion-speak-words = { $name } is moved. Your delegation may ask to speak on it.
motion-speak-do = Speak { $side ->
    [in_favour] for it
   *[against] against it
}
motion-withdraw-do = Withdraw: { $name }
motion-none = Nothing can be moved now.
chair-motion-open = Motion…
chair-motion-title = Propose to the meeting
chair-motion-which = What do you propose?
chair-motion-note = { $votes ->
    [true] The meeting decides by consent or by a vote.
   *[false] The meeting decides by consent: nobody objects. Nothing is put to the vote.
}
chair-motion-propose = Propose
chair-motion-propose-name = Propose: { $name }
chair-motion-take-up = Take up
chair-motion-take-up-name = Take up: { $name }
chair-motion-take-up-one = Take up the motion
chair-motion-end-turn = End the statement of { $name } and take up the motion
chair-motion-vote = Record the vote…
chair-motion-vote-name = Record the vote: { $name }
chair-motion-vote-note = The motion is carried if more votes are for it than against it. Abstentions do not count.
chair-motion-consent = Carried by consent
chair-motion-consent-name = Carried by consent: { $name }
chair-motion-consent-title = Does nobody object?
chair-motion-consent-note = { $kind ->
    [suspend_meeting] The meeting is suspended. Floor and list keep their place.
    [adjourn_meeting] The sitting ends; those who wait keep their places for the next. The desk reopens the session then.
    [adjourn_debate] The list closes. Those who wait keep their places until you reopen it.
   *[close_debate] The list closes. The statements of those who wait are filed in writing.
}
chair-motion-rule-out = Out of order…
chair-motion-rule-out-name = Rule out of order: { $name }
chair-motion-withdraw = Withdraw
chair-motion-withdraw-name = Withdraw: { $name }
chair-motion-stop-name = End the statement of { $name }
chair-motion-put-down = Put down to speak
chair-motion-put-down-name = Put down { $name } to speak on the motion
chair-motion-votes = { $how ->
    [in_favour] For
    [against] Against
   *[abstaining] Abstentions
}
chair-debate-over = { $how ->
    [adjourned] The debate is adjourned. Reopen the list to take it up again.
   *[closed] The debate is closed. Reopen the list to take it up again.
}
refusal-motion-waits = The same has been moved already. It waits for the Chair.
refusal-motion-precedes = Another motion goes before this one. Decide on it first.
refusal-motion-open = A motion is before the meeting. Decide on it first.
refusal-motion-not-taken-up = This motion is not before the meeting. Take it up first.
refusal-motion-over = This motion is over.
refusal-floor-taken = A motion interrupts nobody. It waits until the statement is over.
refusal-not-debated = Nobody speaks on that side of this motion.
refusal-side-full = As many speak on that side as may.
refusal-motions-list = On this list stand those who speak on a motion. Put them down there.
refusal-debate-over = The debate is adjourned or closed. Reopen the list to take it up again.
refusal-too-many-votes = More votes than this session has Member States: { $max }. Count again.
