language-of-page = Langue de la page
language-not-loaded = La langue n’a pas pu être chargée. Vérifiez la connexion et choisissez-la de nouveau.
notices = Avis
close-notice = Fermer cet avis
try-again = Réessayer
cancel = Annuler
close = Fermer
loading = Chargement…
not-loaded = Cette page n’a pas pu être chargée. Vérifiez la connexion et rechargez-la.
connecting = Connexion à la séance…
entering = Ouverture de votre lien personnel…
to-programme = Vers le programme

language-name = { $language ->
    [ar] arabe
    [en] anglais
    [fr] français
    [es] espagnol
    [ru] russe
    [zh] chinois
   *[other] { $language }
}
in-language = { $language ->
    [ar] en arabe
    [en] en anglais
    [fr] en français
    [es] en espagnol
    [ru] en russe
    [zh] en chinois
   *[other] en { $language }
}
phase-name = { $phase ->
    [scheduled] Pas encore ouverte
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
    [display] Affichage de tribune
   *[observer] Observateur
}
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
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
page-ended = La connexion à la séance est terminée
page-ended-remedy = Votre place sur la liste est conservée. Réessayez ; si cette page revient, rechargez-la.

refusal-not-allowed = Votre fonction ne le permet pas. Adressez-vous au secrétariat.
refusal-not-in-session = Vous n’avez pas de fonction à cette séance. Adressez-vous au secrétariat.
refusal-no-seat = Vous n’avez pas de siège d’où demander la parole. Adressez-vous au secrétariat.
refusal-not-your-seat = Cela relève d’une autre délégation.
refusal-wrong-phase = { $phase ->
    [scheduled] Cela sera possible dès l’ouverture de la séance.
    [open] Cela n’est pas possible tant que la séance est ouverte.
    [suspended] Cela sera possible dès la reprise de la séance.
   *[closed] La séance est levée ; plus rien ne peut y être fait.
}
refusal-list-closed = La liste est close. La présidence ou le secrétariat peut encore y ajouter votre délégation.
refusal-list-unchanged = { $open ->
    [true] La liste est déjà ouverte.
   *[false] La liste est déjà close.
}
refusal-already-on-list = La délégation figure déjà sur cette liste. Retirez d’abord sa demande pour en faire une autre.
refusal-wrong-request-state = Cette demande a évolué entre-temps. Consultez la liste et réessayez.
refusal-stale-list = La liste a changé entre-temps. Consultez-la et déplacez de nouveau la demande.
refusal-floor-changed = La parole est passée à une autre délégation entre-temps. Vérifiez et réessayez.
refusal-turn-over = Cette intervention est terminée.
refusal-limit-not-reached = Il reste du temps pour cette intervention.
refusal-microphones-by-turn = Dans cette séance, votre microphone s’ouvre avec votre tour. Demandez la parole.
refusal-closed-by-desk = La présidence a coupé votre microphone ; elle seule le rouvre.
refusal-not-your-microphone = Seul son propriétaire ouvre ce microphone. La présidence rouvre celui de l’orateur.
refusal-not-agreed = L’orateur n’a pas accepté l’ouverture de son microphone. Il l’accepte sur sa propre page.
refusal-already-live = Ce microphone est déjà ouvert. Coupez-le d’abord.
refusal-no-booth = Vous ne travaillez dans aucune cabine de cette séance. Adressez-vous au secrétariat.
refusal-hears-source = Un interprète entend la source de la cabine. Choisissez plutôt celle-ci.
refusal-booth-on-air = Votre collègue est à l’antenne. Demandez une passation.
refusal-channel-taken = Une autre cabine est à l’antenne sur ce canal. Utilisez l’autre sortie.
refusal-not-on-air = Cela n’est possible qu’à l’antenne.
refusal-own-output = Votre cabine alimente elle-même ce canal. Prenez le relais sur un autre.
refusal-relay-cycle = Ce canal vient, par relais, de votre propre cabine. Prenez le relais sur un autre, ou la salle.
refusal-no-relay = Choisissez d’abord le canal de relais.
refusal-handover-pending = Une passation est en cours. Répondez-y ou arrêtez-la d’abord.
refusal-handover-over = Cette passation est terminée.
refusal-not-your-handover = Cette passation attend la réponse d’autres personnes.
refusal-handover-not-due = La passation n’est pas encore arrivée à son terme.
refusal-absent = Cette personne n’est pas dans la séance en ce moment.
refusal-floor-silent = Aucun microphone n’est ouvert dans la salle.
refusal-too-soon = { $seconds ->
    [one] Votre cabine vient de le demander. Redemandez dans { $seconds } seconde.
   *[other] Votre cabine vient de le demander. Redemandez dans { $seconds } secondes.
}
field-name = { $field ->
    [list] liste
    [request] demande
    [delegation] délégation
    [turn] intervention
    [channel] canal
    [room] salon
    [language] langue
    [reason] motif
    [text] message
    [on_behalf_of] « au nom de »
    [to_place] rang
    [by_ms] durée
    [output] sortie
    [with] collègue
    [in_ms] durée
   *[person] personne
}
refusal-unknown = Introuvable à cette séance ({ field-name }). Vérifiez et choisissez autre chose.
refusal-empty = Le champ « { field-name } » ne peut être vide.
refusal-too-long = { $max ->
    [one] { field-name } : { $max } caractère au plus. Raccourcissez et réessayez.
   *[other] { field-name } : { $max } caractères au plus. Raccourcissez et réessayez.
}
refusal-out-of-range = { field-name } : de { $min } à { $max }.
refusal-full = Il n’y a place que pour { $max }. Adressez-vous au secrétariat.
refusal-busy = Le serveur est occupé. Réessayez dans un instant.
refusal-malformed = Le serveur n’a pas compris cette page. Rechargez-la et réessayez.
