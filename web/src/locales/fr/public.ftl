public-title = Suivre la conférence
public-lead = Ces séances sont ouvertes à tous : qui a la parole, et le son de chaque canal. Il ne faut ni lien ni compte.
public-listen = Écouter
public-listen-name = Écouter : { $session }
public-here = Cette séance
public-all = Toutes les séances
public-phase = { $phase ->
    [scheduled] Pas encore ouverte · début à { $time }
    [cancelled] Annulée · était prévue à { $time }
    [open] En séance depuis { $time }
    [suspended] Suspendue depuis { $time }
    [adjourned] Levée à { $time } jusqu’à la reprise
   *[closed] Levée à { $time }
}
public-zone = Les heures sont celles de l’hôte ({ $zone }).
public-sound = Son
public-channels = Canal
public-carries = { $carries ->
    [floor] la salle, en version originale
    [interpretation] interprétation
   *[silence] silencieux pour le moment
}
public-play = Écouter
public-stop = Arrêter
public-playing = { $state ->
    [starting] Connexion…
    [playing] Vous entendez la salle avec quelques secondes de retard.
    [lost] Pas de son pour le moment. Nouvel essai automatique.
    [blocked] Votre navigateur a retenu le son. Sélectionnez « Écouter » encore une fois.
   *[stopped] Sélectionnez « Écouter ».
}
public-over = La séance est levée : il n’y a plus de son.
public-adjourned = La séance est levée jusqu’à la reprise : le son reviendra alors.
public-cannot-play = Ce navigateur ne lit pas ce type de flux (Ogg Opus). Copiez l’adresse d’un canal et ouvrez-la dans un lecteur audio, par exemple VLC.
public-addresses = Écouter dans un autre lecteur
public-addresses-hint = Tout lecteur audio qui ouvre un flux réseau lit ces adresses, même là où cette page ne fonctionne pas.
public-address = Adresse du canal { $channel }
public-copy = Copier
public-copy-name = Copier l’adresse du canal { $channel }
public-copied = Copiée
public-copy-yourself = Sélectionnée : copiez-la
public-stale = L’affichage peut être ancien : sa dernière actualisation date de { $time }. La page continue d’essayer.
public-day = Programme du jour
public-tell-floor = { $name } a la parole, { $language }.
page-not-public = Il n’y a rien à suivre en public ici
page-not-public-remedy = Cette conférence ou cette séance n’est pas ouverte au public. Si vous êtes invité, ouvrez votre lien personnel ; sinon, adressez-vous au secrétariat.
public-until = parle jusqu’à { $time } environ
public-next = suivant : { $name }
public-not-begun = Le son commence avec la séance.
public-cancelled = La séance n’a pas lieu : il n’y a pas de son.
public-behind = Vous entendez la salle avec { $seconds } s de retard ; la plaque suit.
public-read = Lire
public-read-name = Lire ce qui a été dit : { $session }
public-read-what = Lire ce qui a été dit
