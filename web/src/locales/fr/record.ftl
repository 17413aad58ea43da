record-log = Déroulement de la séance
record-speakers = Liste des orateurs
record-attendance = Présences
record-chat = Messages de la séance
record-report = Rapport
record-participants = Liste des participants
record-key-messages = Messages clefs
record-outcome = Document final
record-note = Établi d’après ce qui a été enregistré au fur et à mesure. Ce n’est pas un compte rendu officiel.
record-note-outcome = Texte tel qu’il était au moment où cette copie a été faite.
record-days = { $first } – { $last }
record-when = { $day }, de { $from } à { $to }, heure de l’hôte ({ $city })
record-page = Page { $page } sur { $pages }
record-log-none = Il ne s’est rien passé à cette séance.
record-text-check = Texte remis par la délégation (seul le texte prononcé fait foi) :
record-text-verbatim = Texte remis par la délégation, à lire mot pour mot :
record-written = Déclarations communiquées par écrit
record-list-other = Intervenants sur les motions
record-stage = À la tribune
record-speakers-none = Personne n’a pris la parole à cette séance.
record-language = { $language ->
    [ar] Arabe
    [en] Anglais
    [fr] Français
    [es] Espagnol
    [ru] Russe
    [zh] Chinois
   *[other] { $language }
}
record-column-section = Section
record-column-paragraph = Par.
record-column-number = Nº
record-column-began = Début
record-column-ended = Fin
record-column-at = Heure
record-column-delegation = Délégation
record-column-speaker = Orateur
record-column-name = Nom
record-column-function = Fonction
record-column-position = Position
record-column-role = Rôle
record-column-language = Langue
record-column-limit = Temps de parole
record-column-extended = Prolongation
record-column-spoken = Durée
record-column-ending = Fin de l’intervention
record-column-behalf = Également au nom de
record-column-reply = En réponse à
record-column-prerecorded = Enregistrée à l’avance
record-column-arrived = Arrivée
record-column-left = Départ
record-column-attended = Présence
record-column-times = Fois
record-column-text = Texte
record-column-edited = Modifié
record-column-deleted = Supprimé
record-column-category = Catégorie
record-column-session = Séance
record-column-date = Date
record-column-statements = Déclarations
record-column-replies = Réponses
record-column-questions = Questions
record-column-on-motions = Sur les motions
record-column-delegations = Délégations
record-column-people = Personnes
record-column-symbol = Cote
record-column-title = Titre
record-attended = { $count ->
    [one] { $count } personne a assisté à la séance.
   *[other] { $count } personnes ont assisté à la séance.
}
record-without-seat = Présidence, secrétariat et autres participants sans siège
record-chat-note = Messages du salon que tous lisent à la séance. D’un message supprimé, le contenu n’est pas conservé.
record-messages = { $count ->
    [one] { $count } message a été écrit.
   *[other] { $count } messages ont été écrits.
}
record-deleted = Supprimé par son auteur
record-deleted-by-desk = Supprimé par le bureau
record-messages-states = Messages des États membres
record-messages-stakeholders = Messages des parties prenantes
record-messages-none = Aucune recommandation ni aucun message clef n’a été saisi.
record-objectives = objectifs { $numbers }
record-outcome-none = Le document final n’a pas encore de texte.
record-part-introduction = Introduction
record-part-messages = I. Recommandations et messages clefs
record-part-opening = II. Ouverture
record-part-discussion = III. Exposés et débats
record-part-organization = IV. Organisation des travaux
record-part-venue = A. Date et lieu
record-part-participants = B. Participants
record-introduction = Le présent rapport rend compte de la conférence suivante : { $name }.
record-organisers = Elle a été convoquée par { $names }.
record-venue = { $count ->
    [one] La conférence s’est tenue en ligne, en { $count } séance.
   *[other] La conférence s’est tenue en ligne, en { $count } séances.
}
record-participated = { $count ->
    [one] { $count } participant était inscrit.
   *[other] { $count } participants étaient inscrits.
}
record-sessions = Séances et interventions
record-all-sessions = Toutes les séances
record-annex-participants = Annexe I. Liste des participants
record-annex-documents = Annexe II. Liste des documents
record-documents-none = Aucun document n’a été saisi.
record-session-cancelled = La séance a été annulée.
record-session-not-held = La séance n’a pas eu lieu.
record-objectives-discussed = Objectifs du Pacte mondial examinés : { $numbers }.
record-statements-of-category = Ont fait des déclarations ({ $category }) : { $names }.
record-statements-of = Ont fait des déclarations : { $names }.
record-questions-of = Ont posé des questions : { $names }.
record-replies-of = Ont exercé leur droit de réponse : { $names }.
record-presentations-of = Ont présenté des exposés à la tribune : { $names }.
record-written-of = Ont communiqué leur déclaration par écrit : { $names }.
record-recordings = Enregistrements
