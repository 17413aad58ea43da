# The interpreter's console.
booth-title = Pupitre d’interprète
booth-not-yours = Ce pupitre est réservé aux interprètes d’une cabine.
booth-to-room = Salle
booth-elsewhere = Autres écrans
booth-line-lost = Reconnexion en cours. Le son a sa propre liaison ; rien ne peut être demandé avant le retour de celle-ci.
booth-until = Fin du temps de cabine à { $time }
booth-time-left = { $minutes ->
    [one] encore { $minutes } minute
   *[other] encore { $minutes } minutes
}
booth-time-over = Le temps de cabine est écoulé

booth-on-floor = A la parole
booth-floor-halted = Chronomètre arrêté
booth-floor-free = Personne n’a la parole
booth-podium = À la tribune :
booth-slow = Demander de ralentir
booth-slow-again = Demandé. De nouveau dans { $seconds } s
booth-unheard = Je n’entends pas la salle
booth-unheard-since = La présidence en est avertie depuis { $time }.
booth-unheard-told = La présidence est avertie que vous n’entendez pas la salle.
booth-heard-told = La présidence est avertie que vous entendez la salle.

booth-incoming = Écoute
booth-source = Source
booth-floor = Salle
booth-relay = Relais
booth-relay-from = Relais pris sur
booth-relay-none = Choisissez d’abord le canal de relais.
booth-relay-refused = Le relais ne peut pas être pris sur ce canal maintenant.
booth-quality = { $quality ->
    [floor] transmet la salle
    [direct] en direct de la salle
    [relay] double relais
   *[silence] personne à l’antenne
}
booth-refused = { $why ->
    [own_output] alimenté par cette cabine
   *[cycle] dépend de cette cabine : boucle
}
booth-listen = Écouter
booth-level-in = Niveau d’écoute
booth-level-out = Niveau du microphone
booth-level-hint = Parlez de sorte que la barre reste en deçà du repère.
booth-level = { $level } dBFS
booth-level-silent = silence
booth-loud = Niveau élevé depuis un moment. Baissez le volume pour protéger votre audition.
booth-volume = Volume
booth-bass = Graves
booth-treble = Aigus
booth-percent = { $percent } %
booth-decibels = { $decibels } dB
booth-limiter = Protection auditive (limiteur)
booth-transport = { $transport ->
    [udp] UDP
    [tcp] TCP
    [ws] WebSocket
   *[ogg] flux HTTP
}
booth-path = { $state ->
    [off] non connecté
    [connecting] connexion…
    [blocked] en attente de vous
    [on] connecté
   *[none] aucune liaison ; nouvel essai
}

booth-microphone = Votre microphone
booth-on-air = À l’antenne
booth-off-air = Hors antenne
booth-held = Coupé
booth-on-channel = Canal { $channel }
booth-mate-on-air = À l’antenne : { $name }
booth-nobody-on-air = Personne n’est à l’antenne dans cette cabine
booth-connect = Connecter le casque
booth-asking = Autorisez le microphone dans le navigateur
booth-go-on = Passer à l’antenne
booth-go-off = Quitter l’antenne
booth-take-over = Prendre la relève : { $name }
booth-ask-now = Demander le micro
booth-await = Passation en cours
booth-wait-mate = Votre collègue est à l’antenne
booth-closed = La séance est levée
booth-cough = Coupe-toux (maintenir)
booth-coughing = Personne ne vous entend
booth-shift = À l’antenne depuis { $time }
booth-shift-hint = Bientôt le moment de changer
booth-mic-denied = Le navigateur refuse le microphone. Autorisez-le dans les réglages du site, puis reconnectez.
booth-mic-missing = Aucun microphone trouvé. Branchez votre casque et reconnectez.
booth-mic-unplugged = Le microphone a été débranché. Rebranchez-le.
booth-mic-failed = Le microphone ne répond pas. Vérifiez le casque et reconnectez.
booth-mic-no-path = Votre microphone n’a pas encore de liaison avec le serveur.
booth-mic-insecure = Cette page doit être en HTTPS pour un microphone.
booth-mic-blocked = Le navigateur attend une pression : connectez le casque.
booth-on-in = À l’antenne dans { $seconds } s
booth-off-in = Hors antenne dans { $seconds } s

booth-outgoing = Sortie
booth-output = Sortie
booth-output-name = Sortie { $output } :
booth-output-taken = Occupé par { $name }
booth-output-passes = L’orateur parle votre langue : quittez l’antenne
booth-output-floor = les auditeurs entendent la salle
booth-listeners = { $count ->
    [one] { $count } personne à l’écoute
   *[other] { $count } personnes à l’écoute
}
booth-consent = J’accepte l’enregistrement
booth-consent-note = Le vôtre seulement ; modifiable à tout moment.
booth-consent-public = Ce qui est enregistré est publié après la séance. Le vôtre seulement ; modifiable à tout moment.

booth-mates = Dans la cabine
booth-you = vous
booth-mate-on = à l’antenne : { $channel }
booth-mate-ready = prêt
booth-mate-no-microphone = présent, sans micro
booth-mate-absent = absent
booth-mate-consents = accepte l’enregistrement
booth-partner = Collègue

booth-handover = Passation
booth-handover-none = Personne n’est à l’antenne : aucune passation n’est nécessaire.
booth-handover-alone = Aucun collègue ne peut participer à une passation maintenant.
booth-handover-with = Avec
booth-handover-when = Quand
booth-handover-give = Passer le micro à { $name } :
booth-handover-take = Demander le micro à { $name } :
booth-handover-now = Maintenant
booth-handover-in = dans { $seconds } s
booth-handover-asked = { $seconds ->
    [0] Demandé à { $name } : tout de suite.
   *[other] Demandé à { $name } : { $seconds } s après son accord.
}
booth-handover-wants = { $seconds ->
    [0] { $name } demande le micro, tout de suite.
   *[other] { $name } demande le micro, { $seconds } s après votre accord.
}
booth-handover-offers = { $seconds ->
    [0] { $name } veut vous passer le micro, tout de suite.
   *[other] { $name } veut vous passer le micro, { $seconds } s après votre accord.
}
booth-handover-expires = Expire dans { $seconds } s
booth-handover-giving = À l’antenne ensuite : { $name }, dans
booth-handover-taking = À l’antenne après { $name }, dans
booth-handover-left = Secondes avant la passation
booth-handover-stop = Arrêter la passation
booth-handover-others = { $from } passe le micro à { $to }.
booth-accept-give = Passer le micro
booth-accept-take = Prendre le micro
booth-decline = Refuser
booth-withdraw = Retirer la demande

booth-tell-mate-on-air = { $name } est à l’antenne.
booth-tell-heard = Les auditeurs vous entendent à nouveau.
booth-tell-mate-off-air = { $name } est hors antenne.
booth-tell-gone = { $name } a disparu et personne n’est à l’antenne. Vous pouvez prendre la relève.
booth-tell-asks-for = { $seconds ->
    [0] { $name } demande le micro, tout de suite.
   *[other] { $name } demande le micro, dans { $seconds } secondes.
}
booth-tell-asks-to-give = { $seconds ->
    [0] { $name } veut vous passer le micro, tout de suite.
   *[other] { $name } veut vous passer le micro, dans { $seconds } secondes.
}
booth-tell-on-in = D’accord. Vous passez à l’antenne dans { $seconds } secondes.
booth-tell-off-in = D’accord. Vous quittez l’antenne dans { $seconds } secondes.
booth-tell-handover-off = La passation n’a pas eu lieu.
booth-tell-floor = { $name } a la parole, { $language }.
booth-tell-source-floor = Vous entendez la salle.
booth-tell-source-relay = Vous entendez le relais : canal { $channel }.
booth-tell-ends-soon = { $minutes ->
    [one] Le temps de cabine prend fin dans { $minutes } minute.
   *[other] Le temps de cabine prend fin dans { $minutes } minutes.
}

booth-keys = Raccourcis clavier
booth-keys-short = Raccourcis
booth-keys-on = Raccourcis à une touche activés
booth-keys-note = Ils restent sans effet pendant la saisie, un choix dans une liste ou une boîte de dialogue.
booth-key = { $shortcut ->
    [main] Microphone : passer à l’antenne, la quitter, prendre la relève
    [cough] Maintenir : coupe-toux, personne ne vous entend
    [source] Salle ou relais
    [relay] Relais pris sur le canal de ce numéro
    [output_a] Sortie A
    [output_b] Sortie B
    [handover] Demander une passation immédiate, ou l’accepter
    [decline] Refuser, retirer ou arrêter une passation
    [slow] Demander de ralentir
    [unheard] Je n’entends pas la salle
    [louder] Plus fort
    [softer] Moins fort
    [list] Aller à la liste des orateurs
    [chat] Aller à la messagerie
   *[help] Cette aide
}

booth-devices = Casque
booth-devices-note = Utilisez un casque filaire. Un changement prend effet aussitôt, même à l’antenne.
booth-headphones = Écouteurs

booth-text = { $when ->
    [now] Déclaration actuelle : { $name }
   *[next] Déclaration suivante : { $name }
}
booth-text-official = officiel
booth-text-reading = environ { $length } à 120 mots par minute
booth-text-words = Texte de la déclaration
booth-text-short = texte
booth-recorded-short = enregistrement
booth-mark = { $mark ->
    [check_against_delivery] Le prononcé fait foi
   *[read_out_verbatim] Lu mot à mot
}
