# The dialog in which a delegation prepares its statement.
statement-title = Your statement: { $list }
statement-speaker = Who speaks
statement-name = Name as speaker
statement-named = { $name } is named as the speaker.
statement-text = Text for the interpreters
statement-text-hint = Only the booths and the Chair’s desk read it, until the statement has been heard.
statement-receipt = Received: { $language }, { $time }
statement-official-short = official
statement-take-back = Take back
statement-take-back-name = Take back the text: { $language }
statement-taken-back = The text is taken back.
statement-language = Language of the text
statement-words = Text
statement-mark = How interpreters use it
statement-official = This is the official language version
statement-give = Give the text
statement-received = The text was received.
statement-mark-name = { $mark ->
    [check_against_delivery] Check against delivery
   *[read_out_verbatim] Read out verbatim
}
