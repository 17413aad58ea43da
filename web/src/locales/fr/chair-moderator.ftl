# The moderator's desk.
moderator-title = Bureau de la modération
moderator-add = Ajouter…
moderator-acts = Actions : { $item }
moderator-told = prévenu
moderator-is-told = sera prévenu
moderator-over-at = Fin à { $time }
moderator-margin = { $late ->
    [late] { $minutes } min après l’heure prévue
    [early] { $minutes } min avant l’heure prévue
   *[in_time] à l’heure prévue
}
moderator-booths = les cabines partent à { $time }
moderator-of = sur { $limit }
moderator-seats = À la table
moderator-seat = { $state ->
    [own] vous : fermé
    [live] ouvert
    [ready] prêt
    [absent] absent
   *[closed] pas prêt
}
moderator-seat-press = { $press ->
    [close] fermer
    [answer] répondre
   *[open] ouvrir
}
moderator-seat-done = { $press ->
    [close] Fermer le micro : { $name }
    [answer] Donner la parole pour répondre : { $name }
   *[open] Ouvrir le micro : { $name }
}
moderator-no-question = Aucune question affichée. Tous voient ce que vous affichez ici.
moderator-begin = Passer à : { $item }
moderator-answer = Donner la parole pour répondre : { $name }
moderator-begins = { $microphone ->
    [opens] { $gender ->
        [male] ouvre son micro, lance { $time }, l’affiche à tous
        [female] ouvre son micro, lance { $time }, l’affiche à tous
       *[other] ouvre le micro, lance { $time }, affiche le nom à tous
      }
    [live] lance { $time }, affiche le nom à tous ; le micro est ouvert
    [not_ready] lance { $time }, affiche le nom à tous ; le micro n’est pas prêt
    [absent] absent : lance { $time } quand même
   *[nobody] lance { $time }, l’affiche à tous
}
moderator-end-turn = Clore la déclaration : { $name }
moderator-point = Motion d’ordre : { $name }
moderator-point-note = ouvre les listes, où elle est entendue et tranchée
moderator-close-note = c’était le dernier point ; demande une fois
moderator-nothing-undone = rien à annuler
moderator-polls = Sondage
moderator-poll = { $standing ->
    [open] Sondage ouvert
   *[closed] Sondage clos
}
moderator-answered = { $ballots } réponses sur { $present } présents
moderator-no-poll = Aucun sondage ouvert.
moderator-ask-poll = Poser…
moderator-phase-scheduled = Commence à { $time }
moderator-phase-open = En séance · fin à { $time }
moderator-connected = Connecté
moderator-line-lost = Reconnexion…
moderator-meeting = Séance
moderator-to-lists = Listes et motions d’ordre
moderator-key-next = Bouton principal : passer au point suivant
