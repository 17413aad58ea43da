# The chat: its rooms, messages, order in them, announcements.
chat-log = Messages
chat-empty = Pas encore de message.
chat-rooms = Salons
chat-unread = { $count ->
    [one] { $count } non lu
   *[other] { $count } non lus
}
chat-write = Écrire un message
chat-send = Envoyer
chat-sending = Envoi en cours…
chat-waiting = Sera envoyé dès le retour de la connexion
chat-refused = Non envoyé
chat-resend = Renvoyer
chat-discard = Supprimer
chat-newest = Derniers messages
chat-read-only = Votre fonction permet de lire la discussion sans y écrire.
chat-left = { $count ->
    [one] { $count } caractère restant
   *[other] { $count } caractères restants
}
chat-too-long = { $count ->
    [one] { $count } caractère de trop. Raccourcissez le message.
   *[other] { $count } caractères de trop. Raccourcissez le message.
}
chat-hurried = Vous écrivez très vite. Patientez un peu, sans quoi vos messages seront retenus.
chat-room = { $readers ->
    [delegation] Notre délégation
    [secretariat] Secrétariat
    [booth] Cabine
    [interpreters] Interprètes
    [technicians] Techniciens
    [desk] Bureau de la présidence
   *[main] Tout le monde
}
chat-to = { $readers ->
    [delegation] Aux seuls membres de votre délégation
    [secretariat] Au secrétariat et au bureau · aucune autre délégation ne le voit
    [booth] Aux interprètes et aux techniciens : { $name }
    [interpreters] À tous les interprètes
    [technicians] Aux techniciens, aux interprètes, au sous-titrage et au bureau
    [desk] Au bureau : présidence, modération, secrétariat
    [direct] À { $name } seulement
   *[main] À toute la séance · ne figure pas au compte rendu officiel
}
chat-to-line = À { $name } et au bureau de la présidence
chat-other-rooms = Écrire à une délégation…
chat-message-of = { $name }, { $time }
chat-acts = Que faire du message de { $name }
chat-acts-short = Plus
chat-act = { $act ->
    [reply] Répondre
    [edit] Modifier
    [delete] Supprimer
    [pin] Épingler
    [unpin] Désépingler
    [direct] Écrire en privé
    [mute] Rendre muet
   *[unmute] Rendre la parole
}
chat-edited = modifié à { $time }
chat-deleted-by-author = Supprimé par son auteur à { $time }.
chat-deleted-by-desk = Supprimé par le bureau ({ $name }) à { $time }.
chat-original-deleted = supprimé
chat-original-gone = Ce message n’est plus là.
chat-replying = Réponse à { $name } :
chat-editing = Modifier votre message :
chat-save = Enregistrer
chat-held = En attente d’approbation : vous seul et le bureau le voyez
chat-declined = Non approuvé
chat-take-back = Reprendre
chat-slow = Mode lent : un message toutes les { $time }.
chat-pre-moderated = Les messages paraissent une fois approuvés par le bureau.
chat-closed = Ce salon est fermé. Le bureau peut le rouvrir.
chat-muted = Vous ne pouvez plus écrire à tous. Vous pouvez écrire aux vôtres et au secrétariat.
chat-mute-title = Rendre muet : { $name }
chat-mute-words = Cette personne peut encore écrire aux siens et au secrétariat. Elle lit votre motif.
chat-delete-title = Supprimer ce message ?
chat-delete-words = Tous voient qu’il a été supprimé et par qui ; personne ne peut plus le lire. Le procès-verbal le garde.
chat-reason = Motif
chat-reason-optional = Motif (facultatif)
chat-pinned = Messages épinglés
chat-pinned-by = Épinglé · { $name }
chat-search = Chercher dans ce salon
chat-search-do = Chercher
chat-search-failed = La recherche a échoué. Réessayez dans un instant.
chat-found = { $count ->
    [0] Aucun message trouvé.
    [one] { $count } message trouvé.
   *[other] { $count } messages trouvés.
}
chat-found-more = Il y en a d’autres : cherchez plus de mots.
chat-loading = Chargement des messages plus anciens…
chat-load-again = Les messages plus anciens n’ont pas pu être chargés. Réessayer
chat-tell-new = { $count ->
    [one] { $count } nouveau message
   *[other] { $count } nouveaux messages
}

order-waiting = { $count ->
    [one] { $count } message attend une approbation
   *[other] { $count } messages attendent une approbation
}
order-approve = Approuver
order-decline = Refuser
order-keep = Ordre dans le salon : { $name }
order-slow = Mode lent : attente entre deux messages
order-slow-off = aucune
order-approval = Ne montrer que les messages approuvés
order-close = Fermer le salon
order-reopen = Rouvrir le salon
order-muted = Rendus muets
announce-heading = Annoncer à tous
announce-current = Affichée :
announce-take-down = Retirer
announce-in = Texte { in-language }
announce-do = Annoncer
announcements-past = { $count ->
    [one] { $count } annonce antérieure
   *[other] { $count } annonces antérieures
}
chat-line = { $to ->
    [chair] Présidence
    [chair-all] Présidence, à tous
    [booths] Toutes les cabines
   *[technicians] Technicien
}
chat-to-chair-line = Ligne privée : { $name } · lue par personne d’autre
chat-from-chair = De la présidence
chat-from-chair-tell = Message du bureau de la présidence, { $name } : { $text }
chat-from-chair-answer = Répondre
chat-from-chair-seen = Vu
