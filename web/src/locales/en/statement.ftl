# The dialog in which a delegation prepares its statement.
statement-title = Your statement: { $list }
statement-speaker = Who speaks
statement-name = Name as speaker
statement-named = { $name } is named as the speaker.
statement-text = Text for the interpreters
statement-text-hint = Only the booths and the Chair’s desk read it, until the statement has been heard.
statement-receipt = Received: { $language }, { $time }
statement-reading = about { $length } to read out
statement-longer = At a pace that can be interpreted (120 words a minute) it takes longer than your speaking time ({ $limit }).
statement-official-short = official
statement-take-back = Take back
statement-take-back-name = Take back the text: { $language }
statement-taken-back = The text is taken back.
statement-language = Language of the text
statement-words = Text
statement-file = Or as a file: PDF, DOCX or plain text
statement-text-of = Text of the statement: { $name }
statement-sending = Sending { $name }…
statement-file-problem = { $code ->
    [not_paper] “{ $name }” was not taken: it is larger than 32 MB, damaged, locked, or neither PDF nor DOCX nor plain text.
    [not_clean] “{ $name }” was not taken: the scanner for viruses found something in it.
    [not_taken] “{ $name }” was not taken: its text is longer than 20,000 characters, or the request waits no more.
    [too_fast] Too many files at once. Wait a moment and give it again.
   *[other] “{ $name }” could not be sent. Check the connection and give it again.
}
statement-mark = How interpreters use it
statement-official = This is the official language version
statement-give = Give the text
statement-received = The text was received.
statement-mark-name = { $mark ->
    [check_against_delivery] Check against delivery
   *[read_out_verbatim] Read out verbatim
}

recording-title = Pre-recorded statement
recording-hint = It is played if your delegation cannot speak when it is called. Any sound or film file of up to 15 minutes; only its sound is used. Until it has been heard, only your delegation, the booths and the Chair’s desk can listen to it.
recording-choose = Choose a file
recording-again = Choose another file in its place
recording-making = Preparing and sending
recording-received = The recording was received: { $length }.
recording-held = Received: { $length }, { $time }
recording-longer = It is longer than your speaking time ({ $limit }).
recording-take-back = Take the recording back
recording-taken-back = The recording is taken back.
recording-unreadable = This browser cannot read sound from the file. Choose another file, or use a recent Chrome, Edge, Firefox or Safari.
recording-not-taken = { $why ->
    [not_sound] The server could not use this recording: it may have at most 15 minutes and 8 MB.
    [not_taken] It was not taken: it must have between one second and 15 minutes, and your request must still be waiting.
    [too_fast] Too many attempts; wait a moment.
    [offline] The server was not reached. Try again.
   *[other] It could not be handed in. Try again, or ask the secretariat.
}
