# Who sits in the delegations, as the secretariat changes it.
position-name = { $position ->
    [head] Head of delegation
    [representative] Representative
    [alternate] Alternate
    [adviser] Adviser
    [expert] Expert
   *[none] position not given
}
seats-add = Add a person
seats-add-to = Add a person to { $name }
seats-change = Change
seats-change-of = Change the seat of { $name }
seats-nobody = Nobody sits here.
seats-name-in = Name { in-language }
seats-name-needed = Give the name in at least one language.
seats-position = Position
seats-rank = Level
seats-language = Language of their pages
seats-save = Save
seats-saved = Seat of { $name }
seats-changed = The seat was changed in the meantime. It is shown as it is now: look at it and save again.
seats-speaks = Have { $name } speak now
seats-link = Personal link
seats-link-new = Make a new link
seats-link-once = Copy the link now and send it to { $name } alone. It is not shown again.
seats-link-copy = Copy the link
seats-link-copied = The link was copied.
seats-links-revoke = Revoke all links
seats-links-revoked = { $count ->
    [0] There was no link in force.
    [one] { $count } link was revoked.
   *[other] { $count } links were revoked.
}
seats-link-failed = That did not work. Try again.
seats-link-elsewhere = { $name } has a role in another session too. Links are made and revoked by a secretariat that has all of them.
seats-withdraw = Withdraw from the conference
seats-withdraw-ask = Withdraw { $name }? All links stop working at once, and this cannot be undone.
seats-withdraw-act = Withdraw
seats-link-qr = QR code of the personal link of { $name }
office-delegation = Delegation
office-choose = Choose a delegation
office-delegation-needed = Choose the delegation that the person belongs to.
office-language-usual = As the delegation: { $language ->
    [ar] Arabic
    [fr] French
    [en] English
   *[other] { $language }
}
office-add-and-link = Add and make the link
office-added = { $name } is added and stands on the list of participants.
office-add-another = Add another
office-done = Done
