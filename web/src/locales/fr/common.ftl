# Words that several screens share, the first page among them.

language-of-page = Langue de la page
language-not-loaded = La langue n’a pas pu être chargée. Vérifiez la connexion et choisissez-la de nouveau.
notices = Avis
close-notice = Fermer cet avis
announcement = Annonce
announcement-told = Annonce : { $text }
try-again = Réessayer
close = Fermer
loading = Chargement…
not-loaded = Cette page n’a pas pu être chargée. Vérifiez la connexion et rechargez-la.
page-fault = Un problème est survenu dans cette page : votre dernière action n’a peut-être pas abouti. Rechargez-la et vérifiez.
entering = Ouverture de votre lien personnel…
to-programme = Vers le programme
to-way-in = Vers l’accueil, où un lien se colle en entier
phase-name = { $phase ->
    [scheduled] Pas encore ouverte
    [cancelled] Annulée
    [open] En séance
    [suspended] Suspendue
   *[closed] Levée
}
session-kind = { $kind ->
    [plenary] Plénière
    [round_table] Table ronde
   *[panel] Réunion-débat
}
role-name = { $role ->
    [chair] Présidence
    [moderator] Modération
    [secretariat] Secrétariat
    [rapporteur] Rapporteur
    [delegate] Délégué
    [panellist] Intervenant
    [interpreter] Interprète
    [technician] Technicien
    [captioner] Sous-titrage
    [display] Affichage de tribune
   *[observer] Observateur
}

page-link-unknown = Ce lien personnel n’est pas valable
page-link-unknown-remedy = Il est peut-être incomplet ou a été remplacé. Ouvrez le lien entier de votre invitation ou demandez-en un nouveau au secrétariat.
page-not-entered = Ouvrez de nouveau votre lien personnel
page-not-entered-remedy = Ce navigateur ne vous reconnaît plus. Ouvrez dans ce navigateur le lien personnel de votre invitation.
page-session-unknown = Vous n’avez pas de place à cette séance
page-session-unknown-remedy = Le programme indique les séances qui vous sont ouvertes. En cas d’erreur, adressez-vous au secrétariat.
page-unavailable = La conférence ne peut être jointe pour le moment
page-unavailable-remedy = Vérifiez la connexion et réessayez. Si d’autres ne peuvent pas entrer non plus, prévenez le secrétariat.
page-nowhere = Il n’y a pas de page à cette adresse
page-nowhere-remedy = Ouvrez le lien personnel de votre invitation.
page-ended = La connexion de cette page est terminée
page-ended-remedy = Vos places sur les listes sont conservées. Réessayez ; si cette page revient, rechargez-la.

# Captions, wherever they are read.
captions = Sous-titres
captions-off = Désactivés
captions-choose = Sous-titres : langue
captions-lines = Sous-titres { in-language }
captions-none = Rien n’a été écrit depuis un moment.
captions-ended = Il n’y a pas de sous-titres { in-language } pour le moment.
captions-no-record = Les sous-titres sont une aide et ne font pas foi.
captions-machine = Écrits par une machine : ils peuvent être inexacts. Les sous-titres sont une aide et ne font pas foi.
