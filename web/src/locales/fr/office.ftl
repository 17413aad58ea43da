# The secretariat's own place: a day of the conference at a glance.
office-title = Secrétariat
office-programme = Programme
office-days = Jours de la conférence
office-sessions = Séances du jour
office-online = { $people ->
    [one] { $people } personne en ligne
   *[other] { $people } personnes en ligne
}
office-needs = À traiter
office-need-booth = { $lacks ->
    [people] { $session } : personne dans la cabine ({ $booth }).
   *[microphone] { $session } : aucun son des micros de la cabine ({ $booth }).
}
office-need-lead = { $role ->
    [moderator] { $session } : la modération est absente.
   *[chair] { $session } : la présidence est absente.
}
office-need-late = { $session } : la séance devrait avoir commencé.
office-time-later = à préciser
office-has-floor = { $name } a la parole
office-recorded-since = Enregistrée depuis { $time }
office-record = Journal
office-desk = Ouvrir le bureau
office-set-time = Fixer l’heure…
office-set-time-of = Fixer l’heure de { $name }
office-present = Présents
office-delegations-of = { $present } délégations sur { $seats }
office-people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
office-lists = Listes
office-waiting = { $count ->
    [one] { $count } en attente
   *[other] { $count } en attente
}
office-nobody-waits = Personne n’attend.
office-ends-about = fin vers { $time }
office-booths = Cabines
office-booth-nobody = personne
office-booth-microphone = pas de micro
office-booth-ready = prête
office-links = Liens
office-unopened = { $count ->
    [0] tous ouverts
    [one] { $count } non ouvert
   *[other] { $count } non ouverts
}
office-people-title = Personnes
office-search = Nom, délégation, cabine, rôle
office-filter = Qui afficher
office-filter-name = { $filter ->
    [not_opened] Lien non ouvert
    [no_link] Sans lien
    [absent] Absents
   *[all] Tous
}
office-add-short = Ajouter
office-officials = Responsables et interprètes
office-nobody-found = Aucun résultat. Cherchez plus court, ou affichez tout le monde.
office-in-session = en séance
office-absent = absent
office-no-link = sans lien
office-link-not-opened = lien non ouvert
office-link-opened = ouvert à { $time }
office-add-session = Ajouter une séance
office-session-like = Sur le modèle de la séance
office-session-like-note = La nouvelle séance en reprend la nature, les listes, les règles et les participants.
office-session-title-needed = Indiquez le titre dans au moins une langue.
office-session-added = { $title } figure désormais au programme.
office-items = Points sur plusieurs séances
office-list-at = À « { $session } »
office-list-called-for = Transmise à « { $session } »
office-list-kept = { $count ->
    [0] Conservée pour la prochaine séance. Personne n’attend.
    [one] Conservée pour la prochaine séance. Une délégation attend.
   *[other] Conservée pour la prochaine séance. { $count } délégations attendent.
}
office-item-closed = Le point est clos
office-hand-on = Transmettre…
office-hand-on-of = Transmettre : { $list }
office-hand-on-to = À quelle séance
office-hand-on-act = Transmettre
office-hand-on-note = Chacun garde son rang. La séance qui a la liste la dépose aussitôt ; l’intervention en cours se poursuit.
office-hand-on-nowhere = Aucune autre séance du point ne peut la recevoir. Ajoutez d’abord une séance.
office-close-item = Clore le point…
office-close-item-of = Clore le point : { $item }
office-close-item-act = Clore le point
office-close-item-note = Les délégations qui attendent encore ne seront plus entendues, et les listes prennent fin à toutes les séances. Cela ne peut être annulé.
office-announce = Annoncer…
office-announce-in = { $language ->
    [ar] Texte en arabe
    [fr] Texte en français
    [en] Texte en anglais
   *[other] Texte en { $language }
}
office-announce-where = Où l’afficher
office-announce-everywhere = Toutes les séances, et le programme
office-announce-everywhere-hint = Y compris les séances ajoutées ou rouvertes tant qu’elle est affichée.
office-announce-now = Affichée dans toutes les séances :
office-announce-take-down = Retirer partout
office-announce-taken-down = L’annonce est retirée partout.
office-announce-act = Afficher
office-announce-empty = Rédigez l’annonce dans une langue au moins.
office-announce-nowhere = Choisissez une séance au moins.
office-announced = L’annonce est affichée.
office-sheet = Liens personnels
office-sheet-ask = { $count ->
    [one] Un nouveau lien personnel est créé pour { $count } personne. Les liens déjà créés restent valables.
   *[other] De nouveaux liens personnels sont créés pour { $count } personnes. Les liens déjà créés restent valables.
}
office-sheet-for = { $count ->
    [one] Créer un lien pour { $count } personne…
   *[other] Créer des liens pour { $count } personnes…
}
office-sheet-make = Créer les liens
office-sheet-made = { $count ->
    [one] { $count } lien a été créé. Il est affiché jusqu’à la fermeture de cette fenêtre.
   *[other] { $count } liens ont été créés. Ils sont affichés jusqu’à la fermeture de cette fenêtre.
}
office-sheet-missed = { $count ->
    [one] Aucun lien n’a été créé pour { $count } personne : un autre secrétariat en est aussi chargé, ou elle n’a plus de siège.
   *[other] Aucun lien n’a été créé pour { $count } personnes : un autre secrétariat en est aussi chargé, ou elles n’ont plus de siège.
}
office-sheet-print = Imprimer la feuille
office-sheet-csv = Enregistrer en tableau (CSV)
office-column = { $column ->
    [name] Nom
    [delegation] Délégation
    [function] Fonction
    [language] Langue
   *[link] Lien
}
office-recordings = Enregistrements…
office-recordings-of = Enregistrements : { $session }
office-recorded-from = Enregistré à partir de { $time }, { $length }
office-recording-take = Télécharger ({ $megabytes } Mo)
office-recording-take-name = Télécharger { $channel } ({ $megabytes } Mo)
office-captions-take = Télécharger les sous-titres { in-language } (WebVTT)
office-captions-no-record = Les sous-titres sont une aide et ne font pas foi.
office-recordings-none = Cette séance n’a pas été enregistrée.
office-recordings-not-read = Les enregistrements n’ont pas pu être lus. Fermez cette fenêtre et rouvrez-la.
office-export = Exporter
office-export-of = Exporter les documents de : { $session }
