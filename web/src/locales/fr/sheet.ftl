# Le déroulé.
sheet-none = Rien n’est encore au déroulé.
sheet-progress = { $progress ->
    [current] En cours
    [done] Terminé
   *[planned] À venir
}
sheet-next-mark = Suivant
sheet-times = { $real } sur { $planned }
sheet-planned = { $planned }
sheet-over = { $time } de trop
sheet-tells = est prévenu(e) avant
sheet-keys = Sur un point : G le commence, E le modifie, les flèches montent et descendent. B commence le point suivant depuis tout le déroulé.
sheet-begin-next = Commencer le suivant : { $item }
sheet-finish = Terminer : { $item }
sheet-end-at = Tout sera fini à { $time }
sheet-margin = { $late ->
    [true] { $time } après la fin de la séance
   *[false] { $time } avant la fin de la séance
}
sheet-booths = { $late ->
    [true] { $time } après le départ des cabines
   *[false] { $time } avant le départ des cabines
}
sheet-rest = encore { $time } prévues
sheet-begin = Commencer
sheet-end = Terminer
sheet-edit = Modifier…
sheet-up = Monter
sheet-down = Descendre
sheet-remove = Retirer
sheet-add = Ajouter un point…
sheet-timer = Lancer un chronomètre : { $name }
sheet-edit-title = Modifier le point
sheet-add-title = Ajouter un point
sheet-field-kind = Nature
sheet-field-title = Titre { $language ->
    [ar] en arabe
    [fr] en français
    [en] en anglais
   *[other] ({ $language })
}
sheet-field-person = Qui parle
sheet-field-nobody = Personne en particulier
sheet-field-minutes = Minutes
sheet-field-note = Note pour ceux qui mènent la séance
sheet-field-tells = Prévenir la personne quand elle est la suivante
sheet-save = Enregistrer
sheet-done = { $act ->
    [begin] Commencé : { $item }
    [finish] Terminé : { $item }
    [edit] Modifié : { $item }
    [add] Point ajouté
    [move] Déplacé : { $item }
   *[remove] Retiré : { $item }
}
refusal-stale-sheet = Quelqu’un a modifié le déroulé entre-temps. Le voici tel qu’il est ; réessayez.
refusal-item-under-way = Ce point est en cours. Terminez-le, ou commencez-en un autre.
refusal-item-not-under-way = Ce point n’est pas en cours.
cue-next = Vous êtes le suivant ou la suivante : { $time }. Tenez-vous prêt.
