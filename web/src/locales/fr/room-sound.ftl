# Le son : ce que l'on entend, et son propre micro.
channel-source = Source de votre cabine
channel-carries = { $quality ->
    [floor] la salle, telle quelle
    [direct] interprétation directe (+)
    [relay] interprétation par relais (−)
   *[silence] silencieux pour l’instant
}
sound = Son
sound-start = Activer le son
sound-start-detail = votre navigateur attend votre accord
sound-on = Son activé
sound-off = Son coupé
sound-off-detail = sélectionnez pour écouter
sound-connecting = Son…
sound-connecting-detail = connexion en cours
sound-none = Pas de son
sound-none-detail = nouvel essai automatique
sound-loud-detail = fort depuis un moment : baissez-le
sound-transport = { $transport ->
    [udp] par UDP
    [tcp] par TCP
    [ws] par WebSocket
   *[ogg] flux, en différé
}
sound-settings = Réglages du son
sound-volume = Volume
sound-original = Original en fond
sound-original-hint = Volume de la voix de l’orateur sous l’interprétation.
sound-limiter = Adoucir les pointes
sound-output = Haut-parleur ou casque
sound-default-device = Selon le système
sound-device = Appareil { $number }
sound-restart = Reconnecter le son

microphone = Micro
microphone-profile = Votre écoute
microphone-headset = Au casque ou aux écouteurs
microphone-loudspeaker = Sur haut-parleurs : l’écho est supprimé
microphone-agrees = Mon micro peut être ouvert quand j’ai la parole
microphone-keys = Raccourcis à une touche actifs (M : couper)
microphone-ask = Quand vous avez la parole, votre micro peut-il être ouvert ?
microphone-agree = D’accord
microphone-not-now = Pas maintenant
microphone-open = Micro ouvert
microphone-on-air = Vous êtes à l’antenne
microphone-muted = Votre micro est coupé
microphone-mute-hint = sélectionnez pour couper
microphone-mute-hint-key = sélectionnez ou touche M pour couper
microphone-unmute-hint = sélectionnez pour être entendu
microphone-unmute-hint-key = sélectionnez ou touche M pour être entendu
microphone-unheard = On ne vous entend pas
microphone-silent = Aucun son de votre micro
microphone-silent-detail = réactivez-le sur l’appareil ou dans le système, ou choisissez-en un autre
microphone-ready = Micro prêt
microphone-ready-detail = s’ouvre quand vous avez la parole
microphone-muted-ahead = coupé : personne ne vous entendra
microphone-prepare = Préparer le micro
microphone-not-agreed = Le micro reste fermé
microphone-not-agreed-detail = sélectionnez pour accepter son ouverture
microphone-closed-by-chair = Fermé par la présidence
microphone-closed-by-chair-detail = la présidence peut le rouvrir
microphone-do-open = Ouvrir mon micro
microphone-do-open-detail = tous vous entendront
microphone-take-turn = Parler pour la délégation
microphone-take-turn-detail = votre délégation a la parole
microphone-waits = { $capture ->
    [off] sélectionnez pour le préparer
    [asking] autorisez-le dans le navigateur
    [blocked] sélectionnez pour l’activer
    [denied] le navigateur l’interdit : autorisez-le près de l’adresse
    [missing] aucun micro trouvé : branchez-en un
    [insecure] cette page doit passer par HTTPS pour le micro
    [unplugged] débranché : rebranchez-le ou choisissez-en un autre
    [elsewhere] utilisé dans une autre fenêtre : sélectionnez pour l’utiliser ici
    [failed] un autre programme l’occupe peut-être
   *[ready] pas de voie vers le serveur ; nouvel essai
}
microphone-tell-open = Votre micro est ouvert. Tous vous entendent.
microphone-tell-on-air = Vous êtes à l’antenne. Votre canal vous entend.
microphone-tell-closed = Votre micro est fermé.
microphone-tell-closed-by-chair = La présidence a fermé votre micro.
microphone-tell-muted = Vous avez coupé votre micro. Personne ne vous entend.
microphone-tell-live-muted = Vous avez la parole, mais votre micro est coupé : personne ne vous entend.
microphone-tell-unmuted = Votre micro n’est plus coupé.
microphone-unplugged = Votre micro est débranché. Rebranchez-le ou choisissez-en un autre.

check-sound = Ce que vous entendez
check-tone = Jouer un son
check-tone-hint = Si vous n’entendez rien, montez le volume ou choisissez un autre appareil.
check-microphone = Votre micro
check-listen-only = Pour écouter seulement, il ne faut ni micro ni autorisation.
check-allow = Utiliser mon micro
check-record = Enregistrer trois secondes
check-record-hint = Parlez comme en séance. Vous entendez ensuite l’enregistrement ; il ne quitte pas cette page.
check-recording = Enregistrement… parlez
check-playing = Voici ce que l’on entendra…
check-verdict = { $verdict ->
    [good] Bien. Votre voix est claire.
    [no_signal] Aucun son ne vient de ce micro. Est-il allumé, et est-ce le bon ?
    [too_low] Trop faible. Rapprochez-vous ou montez son niveau dans le système.
   *[clipping] Trop fort : le son sature. Éloignez-vous un peu ou baissez son niveau dans le système.
}
check-device = { $kind ->
    [bluetooth] C’est un micro Bluetooth ({ $device }) : il sonne comme un téléphone. Un casque à fil sert mieux les interprètes.
   *[built_in] C’est le micro intégré ({ $device }) : il capte toute la pièce. Un casque sert mieux les interprètes.
}

microphone-word = { $word ->
    [ready] Prêt
    [ask] Accord ?
    [check] Vérifier
    [muted] Coupé
    [live] Ouvert
   *[closed] Fermé
}
microphone-line = { $word ->
    [ready] s’ouvre avec la parole
    [ask] pas encore accepté
    [check] pas encore de son
    [muted] pressez pour être entendu
    [live] pressez pour couper
   *[closed] non entendu
}
sound-channel = { $quality ->
    [floor] langue d’origine
    [direct] interprétation
    [relay] par relais
   *[silence] silencieux
}
