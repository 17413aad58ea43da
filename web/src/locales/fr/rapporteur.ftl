# The rapporteur’s desk: proceedings with marks, summaries, key messages.
refusal-stale-key-message = Le message clé a été modifié entre-temps. Vérifiez et réessayez.
refusal-key-messages-issued = Les messages clés sont publiés. Le secrétariat peut les retirer.
refusal-other-record = Le compte rendu de cette séance est tenu par d’autres. Adressez-vous à son rapporteur ou au secrétariat.
refusal-stale-summary = Le résumé a été modifié entre-temps. Consultez-le et réécrivez.

rapporteur-title = Bureau du rapport
rapporteur-not-yours = Seuls les rapporteurs et le secrétariat d’une séance se servent de ce bureau.
rapporteur-to-room = Salle de séance
rapporteur-to-outcome = Document final
rapporteur-elsewhere = Ailleurs
rapporteur-line-lost = Reconnexion. Ce que vous écrivez est gardé dans cet onglet ; rien ne peut être enregistré avant le retour de la ligne.
rapporteur-speaks = La parole est à { $name }.
rapporteur-place = { $place ->
    [session] Séance
    [summary] Résumé
    [messages] Messages
   *[missing] Manques
}
rapporteur-places = Parties du bureau

rapporteur-keys = Raccourcis d’une touche
rapporteur-keys-short = Touches
rapporteur-keys-on = Les touches seules agissent
rapporteur-keys-note = Pas pendant que vous écrivez ni quand une fenêtre est ouverte. Dans un résumé, Ctrl+Entrée enregistre et Échap ramène aux déclarations.
rapporteur-key = { $shortcut ->
    [mark] Marquer ce moment
    [message] Nouveau message clé, tiré de la déclaration choisie
    [marks] Les moments marqués
    [statements] Aux déclarations : flèches, puis Entrée
    [summary] Au résumé de la déclaration choisie
    [missing] Ce qui manque
   *[help] Ces touches
}

rapporteur-mark = Marquer ce moment
rapporteur-marks-count = { $count ->
    [0] Marques
   *[other] Marques { $count }
}
rapporteur-marked = Marqué dans la déclaration de { $name }.
rapporteur-marked-free = Marqué ; personne n’a la parole.
rapporteur-marks = Moments marqués
rapporteur-marks-none = Aucun moment n’est encore marqué.
rapporteur-marked-here = Marqué
rapporteur-marked-between = Marqué quand personne n’avait la parole
rapporteur-mark-in = { $time } · { $seat }
rapporteur-note = Noter
rapporteur-note-name = Noter à la marque de { $time }
rapporteur-noted = Noté à la marque de { $time }.
rapporteur-unmark = Retirer
rapporteur-unmark-name = Retirer la marque de { $time }
rapporteur-unmarked = La marque de { $time } est retirée.

rapporteur-statements = Déclarations
rapporteur-statements-none = Personne n’a encore fait de déclaration.
rapporteur-earlier = Déclarations antérieures
rapporteur-not-read = Les déclarations antérieures n’ont pas pu être lues. Réessayez.
rapporteur-not-found = La déclaration ne figure plus au compte rendu de cette séance.
rapporteur-note-on-notes = Marques et résumés sont des notes : seuls les voient ceux qui tiennent le compte rendu.
rapporteur-on-behalf = également au nom de { $group }
rapporteur-reply-to = en réponse à { $seat }
rapporteur-lasts = parle encore
rapporteur-summary-none = pas encore de résumé
rapporteur-summary-in = résumé : { $languages }
rapporteur-choose = Choisissez une déclaration et écrivez ici ce qui y a été dit.
rapporteur-text = Texte de la déclaration
rapporteur-text-hint = ce que vous y sélectionnez devient le passage d’un nouveau message clé

rapporteur-summary-label = Résumé { in-language }
rapporteur-summary-standing = { $standing ->
    [draft] Projet tiré des faits, non enregistré
    [changed] Modifié, non enregistré
    [stale] Modifié par d’autres : non enregistré
   *[saved] Enregistré
}
rapporteur-summary-saving = Enregistrement…
rapporteur-summary-saved = Enregistré { $time } · { $name }
rapporteur-summary-told = Le résumé { in-language } est enregistré.
rapporteur-summary-stands = Enregistré entre-temps, { $time } · { $name }
rapporteur-summary-gone = Le résumé a été retiré entre-temps.
rapporteur-take-theirs = Prendre ce qui est enregistré
rapporteur-keep-mine = Garder le mien à la place
rapporteur-save = Enregistrer
rapporteur-save-name = Enregistrer le résumé { in-language }

rapporteur-draft-speaker = { $name } ({ $seat })
rapporteur-draft-behalf = , s’exprimant également au nom de { $group }
rapporteur-draft-reply = , répondant à la déclaration de { $seat }
rapporteur-draft = { $kind ->
    [right_of_reply] { $who }, exerçant à { $time } son droit de réponse{ $clauses }, dit que{" "}
    [questions] { $who }, prenant la parole à { $time } sur « { $session } »{ $clauses }, demande si{" "}
   *[statements] { $who }, prenant la parole à { $time } sur « { $session } »{ $clauses }, dit que{" "}
}

rapporteur-messages = { $voice ->
    [member_states] Messages clés des États Membres
   *[stakeholders] Des parties prenantes
}
rapporteur-messages-none = { $voice ->
    [member_states] Aucun message clé d’un État Membre n’est encore recueilli.
   *[stakeholders] Aucun message clé d’une partie prenante n’est encore recueilli.
}
rapporteur-messages-lost = Reconnexion. Les messages clés sont montrés tels qu’ils étaient.
rapporteur-message-of = { $voice ->
    [member_states] Message clé { $number } des États Membres
   *[stakeholders] Message clé { $number } des parties prenantes
}
rapporteur-new = Nouveau message clé
rapporteur-change-name = Modifier le message clé { $number } : { $text }
rapporteur-source-name = À la déclaration : { $source }
rapporteur-no-objective = aucun objectif
rapporteur-lacks = manque : { $languages }
rapporteur-earlier-name = Avancer le message clé { $number }
rapporteur-later-name = Reculer le message clé { $number }
rapporteur-moved = Message clé { $number } désormais.
rapporteur-gather = Recueillir
rapporteur-gathered = Le message clé est recueilli.
rapporteur-changed = Le message clé est enregistré.
rapporteur-message-changed = D’autres ont modifié ce message entre-temps. Il dit maintenant :
rapporteur-text-in = Message clé { in-language }
rapporteur-text-empty = Écrivez le message dans une langue au moins.
rapporteur-from = De la déclaration de { $seat }, { $time }
rapporteur-from-session = D’une déclaration de la séance « { $session } »
rapporteur-without-source = D’aucune déclaration
rapporteur-delegation = Délégation
rapporteur-no-delegation = aucune
rapporteur-voice = De qui est ce message ?
rapporteur-voice-name = { $voice ->
    [member_states] États Membres
   *[stakeholders] Parties prenantes
}
rapporteur-origin = D’où il vient
rapporteur-passage = Passage sur lequel il repose
rapporteur-objectives = Objectifs du Pacte
rapporteur-no-cluster = Dans aucune séance
rapporteur-principles = Principes directeurs
rapporteur-principle = { $principle ->
    [people_centred] Priorité à la dimension humaine
    [international_cooperation] Coopération internationale
    [national_sovereignty] Souveraineté nationale
    [rule_of_law] Primauté du droit et garanties d’une procédure régulière
    [sustainable_development] Développement durable
    [human_rights] Droits de l’homme
    [gender_responsive] Prise en compte de la problématique femmes-hommes
    [child_sensitive] Prise en compte des besoins de l’enfant
    [whole_of_government] Approche mobilisant l’ensemble des pouvoirs publics
   *[whole_of_society] Approche mobilisant l’ensemble de la société
}
rapporteur-remove = Retirer…
rapporteur-remove-title = Retirer ce message clé ?
rapporteur-remove-act = Retirer

rapporteur-issue = Publier…
rapporteur-issue-change = Modifier…
rapporteur-issue-title = Les messages clés devant le public
rapporteur-issue-act = Confirmer
rapporteur-issue-how = Où en sont-ils ?
rapporteur-issue-note = { $count ->
    [one] Un message est rendu public tel quel. Il n’est pas adopté, et ne peut être modifié tant qu’il n’est pas repris.
   *[other] { $count } messages sont rendus publics tels quels. Ils ne sont pas adoptés, et ne peuvent être modifiés tant qu’ils ne sont pas repris.
}
rapporteur-issue-as = { $standing ->
    [issued] Publiés
    [taken_note_of] Il en est pris note
   *[taken_back] Repris, pour être modifiés
}
rapporteur-issued = { $standing ->
    [issued] Publiés { $time }
   *[taken_note_of] Pris note { $time }
}

rapporteur-missing = Ce qui manque
rapporteur-missing-objectives = { $count ->
    [0] Chaque objectif a un message
    [one] { $count } objectif sans message
   *[other] { $count } objectifs sans message
}
rapporteur-objectives-none = La conférence ne nomme aucun objectif.
rapporteur-objective-silent = personne encore
rapporteur-objective-said = États { $states } · autres { $others }
rapporteur-unheard = { $count ->
    [0] Chaque délégation a été entendue dans cette séance
    [one] { $count } délégation non entendue dans cette séance
   *[other] { $count } délégations non entendues dans cette séance
}
rapporteur-without = { $count ->
    [0] Chaque délégation a un message clé
    [one] { $count } délégation sans message clé
   *[other] { $count } délégations sans message clé
}
rapporteur-export = Exporter
rapporteur-export-of = Exporter les documents de : { $session }
