# Documents of the conference.
documents-title = Documents
documents-search = Search the conference
documents-none = There are no documents yet.
documents-of-conference = The whole conference
documents-add = Add a document
documents-change = Change…
documents-change-of = Change the document: { $title }
documents-held = Only the staff reads it until it is released.
documents-embargo = Under embargo until { $time }: only the staff reads it until then.
documents-no-file = No file yet
documents-official = official
# Each by its own name: it says who can read it.
documents-language = { $language ->
    [ar] العربية
    [en] English
    [fr] Français
   *[other] { $language }
}
documents-size-kb = { $size } kB
documents-size-mb = { $size } MB
documents-title-in = Title { in-language }
documents-title-needed = Give it a title in one language at least.
documents-symbol = Symbol (optional)
documents-belongs = What it belongs to
documents-official-language = Official language
documents-official-none = None
documents-file-in = File { in-language }: PDF, DOCX or plain text, at most 32 MB
documents-file-now = Now: { $name }. Another file takes its place.
documents-earlier = Earlier files of it
documents-earlier-file = File { $number }
documents-release = Who reads it
documents-release-held = Only the staff: the desk, the booths, the rapporteurs
documents-release-embargo = Everybody from a moment on
documents-release-released = Everybody in the conference, at once
documents-release-public = Everybody at once, the public too
documents-public = The public reads it too.
documents-until = From, by the time of { $zone }
documents-until-needed = Give the date and the time.
documents-save = Save
documents-saved = The document “{ $title }” is saved.
documents-sending = Sending { $name }…
documents-withdraw = Withdraw it: nobody reads it any more
documents-problem = { $code ->
    [not_paper] “{ $name }” was not taken: it is larger than 32 MB, damaged, locked, or neither PDF nor DOCX nor plain text.
    [not_clean] “{ $name }” was not taken: the scanner for viruses found something in it.
    [not_taken] “{ $name }” was not taken: the document has as many files as it may.
    [too_fast] Too many files at once. Wait a moment and save again.
    [document_unknown] The document is not there any more. Close the form and look at the list.
   *[other] “{ $name }” could not be sent. Check the connection and save again.
}
refusal-document-known = This document is there already. Close the form and open it again.
refusal-no-file = The document has no file yet. Give it one first.
messages-title = Key messages
messages-of = { $voice ->
    [member_states] Of Member States
   *[stakeholders] Of stakeholders
}
messages-standing = { $standing ->
    [taken_note_of] The conference took note of these messages. They are not adopted.
   *[issued] Issued by those who convene the conference. They are not adopted.
}
messages-objectives = Objectives { $numbers }

# Documents of the record that are taken home.
exports-language = Language of the document
exports-group = { $of_session ->
    [true] This session
   *[false] The whole conference
}
exports-what = { $what ->
    [log] Log of the meeting
    [speakers] Speakers with their times
    [attendance] Attendance
    [chat] What was written to all in the chat
    [report] Report of the conference
    [participants] Participants
    [key-messages] Key messages
    [outcome] Outcome document
   *[other] { $what }
}
exports-chat-note = No part of an official record.
exports-name = { $what } as { $format }
exports-refused = { $why ->
    [nothing_yet] Nothing of it has been written yet.
   *[not_allowed] For the chair, the secretariat and the rapporteur of the session: ask one of them.
}
exports-making = Making the document…
exports-made = Saved: { $what }
exports-problem = { $code ->
    [not_allowed] This document is for the chair, the secretariat and the rapporteur of the session: ask one of them.
    [not_found] Nothing of it has been written yet.
    [too_fast] Documents are being made for others. Ask again in a few seconds.
    [offline] The server was not reached. Check the connection and ask again.
   *[other] The document could not be made. Ask again in a moment.
}
exports-not-read = What there is could not be read. Close this and open it again.
# Each by its own name: it says who can read it.
exports-language-name = { $language ->
    [ar] العربية
    [en] English
    [fr] Français
   *[other] { $language }
}

documents-outcome = Outcome document

# A file that is read in the page.
reader-pages = Pages
reader-page = Page { $number } of { $count }
reader-before = Previous
reader-after = Next
reader-smaller = Smaller
reader-larger = Larger
reader-opening = Opening…
reader-text = Text
reader-ways = Read as
reader-wordless = No text can be read of this file: its pages may be pictures.
reader-bar = Pages and size
reader-fault = This file cannot be shown here. Take it home and open it there.
reader-take = Download
