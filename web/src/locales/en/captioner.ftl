# The captioner's console.
captioner-title = Captioner’s console
captioner-about = Captions { in-language }
captioner-not-yours = Only the captioners of a session use this page.
captioner-to-room = Session room
captioner-elsewhere = Elsewhere
captioner-line-lost = Reconnecting. What you send now is sent once the line is back.
captioner-entry = Caption { in-language }
captioner-entry-hint = Enter sends the line. The up arrow in the empty field brings the last line back to be corrected; Escape leaves it as it was.
captioner-send = Send
captioner-correct = Correct
captioner-correcting = You are correcting a line. Leave it empty to take it away.
captioner-tell-correcting = Correcting: { $text }
captioner-tell-new = New line
captioner-left = { $count ->
    [one] { $count } character left
   *[other] { $count } characters left
}
captioner-over = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
}
captioner-sending = Being sent
captioner-unsent = Not sent: { $text }
captioner-again = Take it back into the field
captioner-again-name = Take back into the field: { $text }
captioner-shown = What is read
captioner-nothing = Nothing has been written yet.
captioner-on = { $who ->
    [you] You write the captions
    [other] { $name } writes the captions
    [machine] A machine writes the captions until you begin
   *[nobody] Nobody writes the captions; your first line begins them
}
captioner-tell-taken = { $name } has taken over the captions.
captioner-take = Take over
captioner-begin = Begin
captioner-leave = Leave the captions
captioner-short = Abbreviations
captioner-short-hint = One in each line: what you type, an equals sign, what it stands for. It is put in its place when you type a space, a comma or a full stop, or send the line. They are kept in this browser alone.
captioner-short-example = gcm = Global Compact for Migration
captioner-short-field = List of abbreviations
captioner-short-count = { $count ->
    [one] { $count } abbreviation
   *[other] { $count } abbreviations
}
captioner-short-ignored = { $count ->
    [one] { $count } line is not understood: it has no equals sign, or more than 200 characters.
   *[other] { $count } lines are not understood: they have no equals sign, or more than 200 characters.
}
captioner-short-save = Save as a file
captioner-short-open = Add from a file
captioner-short-unread = The file could not be read. Choose a text file of at most 256 kB.
captioner-short-name = abbreviations
captioner-hear = What you hear
captioner-hear-start = Start the sound
refusal-no-captions = You write captions in no language of this session. Ask the secretariat.
refusal-captions-taken = Somebody else writes the captions of your language. Take them over first, if you mean to.
