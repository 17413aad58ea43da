# Pages that the server writes, whole without a script: the way in, and what the public follows.
landing-what = Une conférence multilatérale dans le navigateur : la parole, la liste des orateurs, l’interprétation et le procès-verbal.
landing-days = du { $first } au { $last }
landing-online = en ligne · heure de l’hôte, { $city }
landing-invited = Vous êtes invité
landing-invited-words = Ouvrez le lien de votre invitation. Il mène directement à votre plaque : ni compte, ni mot de passe.
landing-paste = Ou collez-le ici, entier
landing-open = Ouvrir ma place
landing-not-a-link = Ce n’est pas un lien personnel. Copiez-le en entier depuis votre invitation, avec tout ce qui suit le #.
landing-no-link = Pas de lien, ou il ne s’ouvre pas ? Demandez-en un autre au secrétariat de la conférence.
landing-no-script = Pour entrer dans la conférence, ce navigateur doit autoriser JavaScript ; pour suivre en public, non.
landing-follow = Suivre en public
landing-follow-words = Le son dans chaque langue, qui parle, le programme. Aucun lien n’est nécessaire.
landing-not-public = Cette conférence n’est pas ouverte au public. Les personnes invitées ont un lien personnel.
landing-over = Toutes les séances sont levées.
landing-whole = Tout le programme
written-as-of = État à { $time }, heure de l’hôte ({ $city }).
written-update = Mettre à jour
written-who = Qui a la parole
written-how = Choisissez un canal et lancez la lecture. Vous entendez la salle avec quelques secondes de retard, celui de votre lecteur : le nom peut changer avant la voix.
written-player = ouvrir dans un lecteur
written-works = Cette page fonctionne sans JavaScript. La partie qui dit qui parle se renouvelle toutes les 20 secondes ; le son continue.
written-day-of = { $day } · heures de l’hôte ({ $city })
written-begins = Commence le { $day } à { $time }.
written-speaks = En séance · la parole est à : { $name }
written-day = { $weekday ->
    [1] lundi
    [2] mardi
    [3] mercredi
    [4] jeudi
    [5] vendredi
    [6] samedi
   *[7] dimanche
} { $date } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
} { $year }
