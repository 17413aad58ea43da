# Page du technicien : comment arrive le son de chacun.
technician-title = Page du technicien
technician-not-yours = Seuls les techniciens d’une séance utilisent cette page.
technician-to-room = Salle
technician-elsewhere = Ailleurs
technician-line-lost = Reconnexion. Ce qui s’affiche date d’avant ; rien ne peut être répondu avant le retour de la ligne.
technician-stale = En attente de nouvelles du son…
technician-calls = Appels
technician-calls-none = Personne n’appelle.
technician-called = { $trouble } · depuis { $time }
technician-on-it = { $name } s’en occupe
technician-answer = Je m’en occupe
technician-answer-name = Je m’occupe de l’appel de { $name }
technician-settle = Réglé
technician-settle-name = L’appel de { $name } est réglé
technician-tell-call = { $name } appelle : { $trouble }.
technician-microphones = Micros
technician-microphones-none = Aucun micro n’est ouvert, et aucun n’émet.
technician-place = { $place ->
    [turn] a la parole
    [podium] ouvert à la tribune
    [on_air] à l’antenne : { $channel }
    [booth] { $booth }, hors antenne
   *[ready] prêt, entendu de personne
}
technician-level = Niveau : { $name }
technician-level-value = { $level } dB
technician-level-none = silence
technician-level-untold = niveau non communiqué
technician-state = { $state ->
    [lost] aucun son n’arrive
    [muted] coupé
    [silent] l’appareil ne donne aucun son
    [coughs] touche de toux enfoncée
   *[sends] émet
}
technician-loss = Pertes
technician-jitter = Gigue
technician-late = Retard
technician-way = Voie
technician-device = Appareil
technician-node = Nœud
technician-percent = { $percent } %
technician-millis = { $millis } ms
technician-way-name = { $way ->
    [udp] UDP
    [tcp] TCP
    [web_socket] WebSocket
    [server] ce serveur
   *[node] un autre nœud
}
technician-untold = inconnu
technician-booth-silent = Silence depuis { $seconds } s alors que la salle parle
technician-listeners = Auditeurs
technician-listening = { $people ->
    [one] { $people } auditeur
   *[other] { $people } auditeurs
}
technician-captions = Sous-titres automatiques
technician-captions-state = { $state ->
    [well] le service répond
    [slowly] le service est trop lent : une partie des propos est omise
    [badly] aucun sous-titre depuis { $seconds } s : le service ne répond pas comme il devrait
   *[not_asked] personne n’a encore parlé
}
technician-nodes = Serveurs
technician-node-own = { $node } · cette page est ici
technician-node-heard = entendu il y a { $seconds } s
technician-node-state = { $state ->
    [alive] actif
    [late] en retard
   *[lost] muet : ses participants partent
}
technician-node-people = { $people ->
    [one] { $people } personne de cette séance
   *[other] { $people } personnes de cette séance
}
