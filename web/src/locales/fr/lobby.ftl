lobby-title = Programme
lobby-welcome = Votre place
lobby-zones = Les heures sont celles de l’hôte ({ $zone }). L’heure UTC et la vôtre figurent à côté.
lobby-zones-same = Les heures sont celles de l’hôte ({ $zone }), qui sont aussi les vôtres. L’heure UTC figure à côté.
lobby-zones-utc = Les heures sont celles de l’hôte ({ $zone }). L’heure UTC figure à côté.
lobby-host-time = heure de l’hôte
lobby-utc = { $from } – { $to } UTC
lobby-own-time = { $from } – { $to } votre heure
lobby-objectives = Objectifs { $numbers }
lobby-enter = Entrer
lobby-enter-name = Entrer : { $session }
lobby-read = Lire
lobby-read-name = Lire ce qui s’est passé à la séance levée : { $session }
lobby-not-yours = Ne vous est pas ouverte
lobby-your-role = Votre fonction : { $roles }
lobby-line-lost = Reconnexion en cours. Le programme est affiché tel qu’il était à { $time } ; vous n’avez rien à faire.
lobby-loading = Chargement du programme…
lobby-empty = Le programme ne compte pas encore de séance. Le secrétariat les ajoutera ; cette page les affichera d’elle-même.
lobby-secretariat = Ouvrir le secrétariat
check = Vérifier le son et le micro
check-hint = Avant d’entrer : une demi-minute, et personne ne vous entend.
lobby-place = { $place ->
    [chair] Bureau de la présidence
    [moderator] Bureau de la modération
    [secretariat] Secrétariat
    [booth] Pupitre d’interprète
    [technician] Page du technicien
    [rapporteur] Bureau du rapport
    [captions] Pupitre de sous-titrage
    [podium] Écran de la tribune
   *[room] Salle de séance
}
lobby-place-name = { $place } : { $session }
lobby-zone-unknown = Votre navigateur ne connaît pas ce fuseau horaire ; les heures sont celles du serveur de la conférence ({ $offset }).
