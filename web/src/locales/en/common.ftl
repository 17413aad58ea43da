# Words that several screens share, the first page among them.
language-of-page = Language of the page
language-not-loaded = The language could not be loaded. Check the connection and choose it again.
notices = Notices
close-notice = Close this notice
announcement = Announcement
announcement-told = Announcement: { $text }
try-again = Try again
close = Close
loading = Loading…
not-loaded = This page could not be loaded. Check the connection and reload it.
page-fault = Something went wrong in this page: what you did last may not be done. Reload it and look.
entering = Opening your personal link…
to-programme = To the programme
to-way-in = To the way in, where a link can be pasted whole
phase-name = { $phase ->
    [scheduled] Not yet open
    [cancelled] Cancelled
    [open] In session
    [suspended] Suspended
   *[closed] Closed
}
session-kind = { $kind ->
    [plenary] Plenary
    [round_table] Round table
   *[panel] Panel
}
role-name = { $role ->
    [chair] Chair
    [moderator] Moderator
    [secretariat] Secretariat
    [rapporteur] Rapporteur
    [delegate] Delegate
    [panellist] Panellist
    [interpreter] Interpreter
    [technician] Technician
    [captioner] Captioner
    [display] Podium display
   *[observer] Observer
}

page-link-unknown = This personal link is not valid
page-link-unknown-remedy = It may be incomplete, or it was replaced. Open the whole link from your invitation, or ask the secretariat for a new one.
page-not-entered = Open your personal link again
page-not-entered-remedy = This browser does not know you any more. Open the personal link from your invitation in this browser.
page-session-unknown = You have no place in this session
page-session-unknown-remedy = The programme shows the sessions that are open to you. If this is a mistake, ask the secretariat.
page-unavailable = The conference cannot be reached at the moment
page-unavailable-remedy = Check the connection and try again. If others cannot enter either, tell the secretariat.
page-nowhere = There is no page at this address
page-nowhere-remedy = Open the personal link from your invitation.
page-ended = The connection of this page has ended
page-ended-remedy = Your places on the lists are kept. Try again; if this page comes back, reload it.

# Captions, wherever they are read.
captions = Captions
captions-off = Off
captions-choose = Captions: language
captions-lines = Captions { in-language }
captions-none = Nothing has been written for a while.
captions-ended = There are no captions { in-language } at the moment.
captions-no-record = Captions are an aid, and no record.
captions-machine = Written by a machine: they may be wrong. Captions are an aid, and no record.
