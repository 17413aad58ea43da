# Ce que le bureau fait des questions du public.
moderate-open = Ouvrir les questions
moderate-close = Fermer les questions
moderate-is-open = Les questions sont ouvertes.
moderate-hint = Sur une question, la lettre de chaque bouton sert de touche ; les flèches montent et descendent.
moderate-none = Rien n’attend d’être lu.
moderate-waiting = À lire ({ $count })
moderate-visible = Visibles par tous ({ $count })
moderate-past = Traitées ({ $count })
moderate-unnamed = nom caché aux autres
moderate-act = { $act ->
    [show] Afficher
    [decline] Refuser…
    [pin] À l’écran
    [unpin] Retirer
    [answer] Répondue
    [promote] Donner à la liste
   *[archive] Mettre de côté
}
moderate-done = { $act ->
    [show] Question affichée
    [decline] Question refusée
    [pin] Question épinglée
    [unpin] Question retirée de l’affichage
    [answer] Question marquée comme répondue
    [promote] Question portée sur la liste des orateurs
   *[archive] Question mise de côté
}
moderate-decline = Refuser
moderate-decline-title = Refuser cette question
moderate-decline-reason = Motif, que lira son auteur
