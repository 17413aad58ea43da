# The outcome document: written in several languages side by side, kept in versions, opened for corrections, issued.
refusal-no-update = The server did not understand what was written. Reload the page and write it again.
refusal-draft-gap = Something that was written before is missing on the server. Reload the page.
refusal-draft-full = The text has grown to its limit. Keep a version, and tell those who run the server.
refusal-outcome-issued = The outcome document is issued. The secretariat can take it back.
refusal-no-corrections = No corrections are taken now. Ask the secretariat.
refusal-correction-answered = This correction was answered already.

outcome-title = Outcome document
outcome-to-lobby = Programme
outcome-not-shown = No version of the outcome document is shown yet.
outcome-language = { $language ->
    [ar] Arabic
    [en] English
    [fr] French
   *[other] { $language }
}
outcome-languages = Languages
outcome-text-in = Text in { outcome-language }
outcome-original = Original
outcome-missing = { $count ->
    [one] { $count } missing
   *[other] { $count } missing
}
outcome-older = { $count ->
    [one] { $count } older than the original
   *[other] { $count } older than the original
}
outcome-unchecked = { $count ->
    [one] { $count } not compared yet
   *[other] { $count } not compared yet
}
outcome-complete = All as in the original
outcome-standing = { $standing ->
    [older] The original was changed since
    [unchecked] Not compared with the original yet
    [missing] Missing
   *[untied] Not in the original
}
outcome-kinds = Kind of paragraph
outcome-kind = { $kind ->
    [title] Title
    [heading] Heading
    [plain] Without number
    [numbered] Numbered
   *[sub] Subparagraph
}
outcome-paragraph = { $kind ->
    [title] Title
    [heading] Heading
    [plain] Paragraph without number
   *[other] Paragraph { $number }
}
outcome-paragraph-gone = A paragraph that is gone
outcome-begin = { $kind ->
    [title] Begin the title
    [heading] Begin the heading
    [plain] Begin this paragraph
   *[other] Begin { $number }
}
outcome-tie = Tie to the original in order
outcome-tied = { $count ->
    [0] Nothing to tie
    [one] { $count } paragraph tied
   *[other] { $count } paragraphs tied
}
outcome-tools = Tools
outcome-undo = Undo
outcome-redo = Redo
outcome-bracket = Brackets
outcome-bracket-title = Brackets around what is selected
outcome-bracket-by = Who asks for them
outcome-bracket-act = Put brackets
outcome-bracket-away = Take the brackets away
outcome-bracketed = Brackets asked for by: { $names }
outcome-matches = As in the original
outcome-matches-told = Marked as in the original
outcome-next = Next to do
outcome-nothing-wanting = Nothing is missing or older in this language
outcome-paste-too-long = Too long to paste at once. Paste it in parts.
outcome-taken-away = The paragraph that you were writing in was joined or taken out by another. It said: { $words }
outcome-saved = { $saved ->
    [saved] All saved
    [saving] Saving…
    [waiting] No connection: kept on this page
   *[refused] Not saved
}
outcome-again = Try again
outcome-stands = { $standing ->
    [issued] Issued.
   *[taken_note_of] The conference took note of it.
}
outcome-closed = Nothing is written until it is taken back.
outcome-open-until = Open for corrections by delegations until { $time }.
outcome-keys = Keys
outcome-key = { $act ->
    [undo] Undo, in this language
    [redo] Redo
    [bracket] Brackets around what is selected
    [matches] The translation says what the original says
    [next] Next paragraph that is missing or older
    [comment] Comment on the paragraph
   *[kind] Kind of the paragraph
}
outcome-beside = Beside the text
outcome-comments = Comments
outcome-comments-none = No comments.
outcome-comment = Comment
outcome-comment-title = Comment on the paragraph
outcome-comment-words = Comment, for those who write
outcome-comment-act = Comment
outcome-commented = Comment made
outcome-settle = Seen to
outcome-settled = The comment is seen to
outcome-words-needed = Write something here.
outcome-corrections = Corrections
outcome-corrections-none = No delegation has asked for a correction.
outcome-corrections-open = Corrections…
outcome-corrections-title = Open a version for corrections
outcome-corrections-note = All in the conference read the version; delegations may ask for corrections until the moment.
outcome-corrections-how = What is to be done?
outcome-corrections-act = { $act ->
    [open] Open a version until a moment
   *[close] Take no more corrections
}
outcome-corrections-until = Until ({ $zone })
outcome-to-version = to version { $number }
outcome-correct = Ask for a correction
outcome-correct-name = Ask for a correction of { $number }
outcome-correct-title = Correction asked for by { $name }
outcome-correct-words = How it should read, or what is wrong, in { outcome-language }
outcome-correct-act = Send
outcome-own-corrections = Corrections that your delegation asked for
outcome-unanswered = Not answered yet
outcome-answered = { $accepted ->
    [true] Taken over
   *[false] Not taken over
}
outcome-withdraw = Withdraw
outcome-withdrawn = Withdrawn
outcome-remark = Remark to the delegation
outcome-accept = Take over
outcome-decline = Do not take over
outcome-versions = Versions
outcome-versions-none = No version is kept yet.
outcome-version-name = { $number }: { $name }
outcome-which-version = Which version
outcome-read = Read
outcome-compare = What differs from { $number }
outcome-keep = Keep a version
outcome-keep-title = Keep the text as it stands
outcome-keep-name = Name of the version
outcome-keep-act = Keep
outcome-kept = Version { $number } is kept
outcome-not-kept = { $code ->
    [offline] There is no connection. Try again when it is back.
   *[other] It was not kept. Try again.
}
outcome-issue = Issue…
outcome-issue-title = Put a version before the public
outcome-issue-note = The version is shown to all as it is. Nobody adopts it.
outcome-issue-how = How does it stand?
outcome-issue-as = { $standing ->
    [issued] Issued
    [taken_note_of] Taken note of
   *[taken_back] Take it back
}
outcome-confirm = Confirm
