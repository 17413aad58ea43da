# Finding words in a session.
search-title = Search this session
search-words = Words to look for
search-do = Search
search-note = Looks through statements, messages and the record, as far as you may read them.
search-found = { $count ->
    [0] Nothing was found.
    [one] { $count } place found.
   *[other] { $count } places found.
}
search-more = There are more: search for more words.
search-failed = The search did not work. Try again in a moment.
search-kind = { $kind ->
    [document] Document
    [key_message] Key message
    [text] Statement
    [message] Message
   *[paragraph] Record
}
search-paragraph = Paragraph { $number }
search-all-title = Search the conference
search-all-note = Looks through documents, key messages and the sessions in which you take part, as far as you may read them.
search-papers = Documents and key messages
search-more-there = There are more: search in the session itself.
