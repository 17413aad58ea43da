# Pages that the server writes, whole without a script: the way in, and what the public follows.
landing-what = A multilateral conference in the browser: the floor, the list of speakers, interpretation and the record.
landing-days = { $first } to { $last }
landing-online = online · host time { $city }
landing-invited = You are invited
landing-invited-words = Open the link in your invitation. It leads straight to your name plate: no account, no password.
landing-paste = Or paste it here, whole
landing-open = Open my place
landing-not-a-link = This is no personal link. Copy it whole from your invitation, with all that stands behind the #.
landing-no-link = No link, or it does not open? Ask the secretariat of the conference for a new one.
landing-no-script = To enter the conference this browser must allow JavaScript; to follow in public it need not.
landing-follow = Follow in public
landing-follow-words = Sound in every language, who speaks, the programme. You need no link.
landing-not-public = This conference is not open to the public. Whoever is invited has a personal link.
landing-over = All sessions are closed.
landing-whole = Whole programme
written-as-of = As of { $time }, host time ({ $city }).
written-update = Bring up to date
written-who = Who has the floor
written-how = Choose a channel and press play. You hear the room some seconds late, as late as your player waits: the name may change before the voice.
written-player = open in a player
written-works = This page works without JavaScript. The part that says who speaks renews itself every 20 seconds; the sound goes on.
written-day-of = { $day } · times of the host ({ $city })
written-begins = Begins on { $day } at { $time }.
written-speaks = In session · { $name } has the floor
written-contents = On this page
written-statements = Statements
written-statements-none = Nobody made a statement.
written-manner = { $manner ->
    [reply] Right of reply
    [question] Question
    [motion] On a motion
    [stage] On the stage
    [writing] Filed in writing
   *[statement] Statement
}
written-behalf = Also on behalf of { $group }
written-reply = In reply to { $name }
written-text = The text { $language }
written-text-name = The text { $language }: { $name }
written-check = Check against delivery
written-hear = Listen from { $time }
written-hear-name = Listen from { $time }: { $name }
written-messages = Key messages
written-messages-standing = { $standing ->
    [taken_note_of] The conference took note of these messages. They are not adopted.
   *[issued] Issued by those who convene the conference. They are not adopted.
}
written-outcome-read = Read the outcome document
written-outcome-standing = { $standing ->
    [taken_note_of] The conference took note of this document. It is not adopted.
   *[issued] Issued by those who convene the conference. It is not adopted.
}
written-documents = Documents
written-official = official
written-size = { $size } kB
