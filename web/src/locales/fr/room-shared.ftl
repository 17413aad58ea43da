# Words that the screens of a session share, and why something is refused.

cancel = Annuler
connecting = Connexion à la séance…

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
refusal-list-elsewhere = La liste est à une autre séance consacrée au point. Adressez-vous à cette séance, ou demandez au secrétariat de la transmettre.
refusal-agenda-item-closed = Le point de l’ordre du jour est clos, et sa liste avec lui.
refusal-list-unchanged = { $open ->
    [true] La liste est déjà ouverte.
   *[false] La liste est déjà close.
}
refusal-already-on-list = La délégation figure déjà sur cette liste. Retirez d’abord sa demande pour en faire une autre.
refusal-wrong-request-state = Cette demande a évolué entre-temps. Consultez la liste et réessayez.
refusal-stale-seat = Le siège a été modifié entre-temps. Vérifiez et réessayez.
refusal-other-secretariat = Cette personne participe aussi à une séance dont un autre secrétariat est chargé. Adressez-vous à lui.
refusal-of-conference = Cela concerne toute la conférence. Seul le secrétariat de toutes ses séances peut le faire.
refusal-person-known = Cette personne est déjà dans la conférence, ou en a été retirée. Fermez le formulaire et rouvrez-le.
refusal-stale-list = La liste a changé entre-temps. Consultez-la et déplacez de nouveau la demande.
refusal-floor-changed = La parole est passée à une autre délégation entre-temps. Vérifiez et réessayez.
refusal-turn-over = Cette intervention est terminée.
refusal-limit-not-reached = Il reste du temps pour cette intervention.
refusal-microphones-by-turn = Dans cette séance, le micro s’ouvre avec la parole. Demandez la parole.
refusal-closed-by-desk = La présidence a fermé ce micro ; elle seule le rouvre.
refusal-not-your-microphone = Ce micro est celui d’une autre personne.
refusal-not-agreed = L’orateur n’a pas accepté que son micro soit ouvert.
refusal-already-live = On entend déjà cette personne.
refusal-no-booth = Vous ne travaillez dans aucune cabine de cette séance. Adressez-vous au secrétariat.
refusal-hears-source = Les interprètes entendent la source de leur cabine. Choisissez-la au pupitre.
refusal-booth-on-air = Votre collègue de cabine est à l’antenne. Demandez la passation.
refusal-channel-taken = Une autre cabine est à l’antenne sur ce canal. Prenez l’autre sortie.
refusal-not-on-air = Cela n’est possible qu’à l’antenne.
refusal-own-output = Votre cabine alimente elle-même ce canal. Choisissez une autre source.
refusal-relay-cycle = Ce canal vient, par relais, de votre cabine. Choisissez une autre source.
refusal-no-relay = Choisissez d’abord un canal pour le relais.
refusal-handover-pending = Une passation est en cours dans votre cabine.
refusal-handover-over = Cette passation est terminée.
refusal-not-your-handover = Cette passation appelle la réponse d’autrui.
refusal-handover-not-due = L’heure de cette passation n’est pas venue.
refusal-absent = Cette personne n’est pas dans la séance.
refusal-floor-silent = Personne ne parle dans la salle.
refusal-too-soon = Votre cabine vient de le demander. Patientez un peu.
refusal-turn-halted = Cette intervention est déjà arrêtée. Rendez d’abord la parole.
refusal-turn-runs = Cette intervention n’est pas arrêtée.
refusal-not-prerecorded = Il n’y a pas de déclaration préenregistrée.
refusal-prerecorded-plays = Une déclaration préenregistrée est diffusée. La présidence peut d’abord l’arrêter.
refusal-point-raised = Votre motion d’ordre attend la présidence. Retirez-la pour en présenter une autre.
refusal-point-heard = Une motion d’ordre est entendue. Statuez d’abord.
refusal-point-over = Cette motion d’ordre est réglée.
refusal-no-ruling = Il n’y a plus de décision dont on puisse appeler.
refusal-appeal-open = Il a été fait appel de la décision. Mettez-le d’abord aux voix.
refusal-no-appeal = Il n’y a pas d’appel à trancher.
refusal-no-votes = Le règlement de cette séance ne connaît pas de vote. La présidence décide.
refusal-members-only = Selon le règlement de cette séance, seuls les États Membres proposent des motions, s’expriment à leur sujet et font appel. Vous pouvez demander la parole.
refusal-nothing-to-undo = Cela ne peut plus être annulé. Rectifiez-le à la main.
field-name = { $field ->
    [list] liste
    [length_ms] durée
    [request] demande
    [delegation] délégation
    [turn] intervention
    [point] motion d’ordre
    [motion] motion
    [channel] canal
    [room] salon
    [language] langue
    [reason] motif
    [text] message
    [on_behalf_of] « au nom de »
    [to_place] rang
    [by_ms] durée
    [question] question
    [to] destinataire
    [limit_ms] temps
    [output] sortie
    [with] collègue de cabine
    [in_ms] décompte
    [reply_to] déclaration visée
    [turn_ms] temps de parole
    [extra_ms] temps supplémentaire
    [caption] sous-titre
    [mark] moment marqué
    [objectives] objectif
    [origin] origine
    [update] modification
    [version] version
    [comment] commentaire
    [correction] correction
    [remark] remarque
    [passage] passage
    [message] message
    [wait_ms] attente
    [name] nom
    [until_ms] jusqu’à quand
    [announcement] annonce
    [poll] sondage
    [options] réponses proposées
    [choices] réponse
    [choices_max] nombre de réponses
    [item] point
    [title] titre
    [note] note
    [planned_ms] durée
    [session] séance
    [document] document
    [symbol] cote
   *[person] personne
}
refusal-unknown = Introuvable à cette séance ({ field-name }). Vérifiez et choisissez autre chose.
refusal-empty = Le champ « { field-name } » ne peut être vide.
refusal-not-one-line = { field-name } : une seule ligne. Supprimez les retours à la ligne.
refusal-turns-text = { field-name } : des caractères invisibles y inversent le sens du texte. Ressaisissez-le.
refusal-too-long = { $max ->
    [one] { field-name } : { $max } caractère au plus. Raccourcissez et réessayez.
   *[other] { field-name } : { $max } caractères au plus. Raccourcissez et réessayez.
}
refusal-out-of-range = { $field ->
    [until_ms] { refusal-until }
   *[other] { field-name } : de { $min } à { $max }.
}
refusal-full = Il n’y a place que pour { $max }. Adressez-vous au secrétariat.
refusal-share-full = Pas plus de { $max } par séance, et ce nombre est atteint. Adressez-vous au secrétariat.
refusal-busy = Le serveur est occupé. Réessayez dans un instant.
refusal-too-fast = { refusal-busy }
refusal-not-stored = { refusal-busy }
refusal-sound-refused = { refusal-busy }
refusal-malformed = Le serveur n’a pas compris cette page. Rechargez-la et réessayez.
refusal-too-large = { refusal-malformed }
refusal-not-text = { refusal-malformed }
refusal-not-joined = { refusal-malformed }
refusal-already-joined = { refusal-malformed }
refusal-not-sent = Cette page n’a pas pu envoyer cette demande : rien n’a été fait. Rechargez-la et réessayez.

category-name = { $category ->
    [member_state] États membres
    [observer_state] États observateurs
    [igo] Organisations intergouvernementales
    [un_entity] Entités des Nations Unies
    [nhri] Institutions nationales des droits de l’homme
   *[ngo] Organisations non gouvernementales
}
refusal-inscription-not-due = La liste ne s’ouvre ni ne se ferme encore.
refusal-other-seat = Cette personne ne parle pas pour la délégation. Choisissez l’un de ses membres.
refusal-no-proposal = Aucun ordre n’est plus proposé. Demandez d’abord un aperçu.
refusal-reply-limit = La délégation a épuisé ses réponses : { $max }.
refusal-not-repliable = On ne répond qu’à la déclaration d’une autre délégation, une fois entendue. Choisissez-en une, ou aucune.
refusal-room-closed = Ce salon est fermé. Le bureau peut le rouvrir.
refusal-muted = Vous ne pouvez pas écrire ici. Écrivez au secrétariat.
refusal-not-your-message = Ce message n’est pas le vôtre.
refusal-too-late-to-edit = Un message se modifie pendant dix minutes. Écrivez-en un nouveau.
refusal-message-gone = Ce message n’est plus là, ou a déjà été traité.
refusal-edit-needs-approval = Les messages de ce salon sont approuvés d’abord. Écrivez-en un nouveau.
refusal-desk-not-muted = Aucun membre du bureau ne peut être rendu muet.
refusal-unchanged = C’est déjà le cas.
refusal-slow-down = { $seconds ->
    [one] Ce salon est en mode lent. Renvoyez dans { $seconds } seconde.
   *[other] Ce salon est en mode lent. Renvoyez dans { $seconds } secondes.
}
over-earlier = Afficher les précédents
over-not-read = Impossible de lire les précédents. Réessayez.
# Why nobody hears a microphone that is live.
hush = { $hush ->
    [muted] micro coupé par l’orateur
    [silent] l’appareil ne donne aucun son
   *[unconnected] aucun son n’arrive
}
refusal-until = Choisissez une heure, de maintenant à sept jours d’ici.
# Tabs.
more = Plus
tab-news = { $count ->
    [one] { $count } nouveauté
   *[other] { $count } nouveautés
}
