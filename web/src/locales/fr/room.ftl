panel = Discussion et participants
tab-list = Orateurs
tab-chat = Discussion
tab-proceedings = Déroulement
tab-people = Participants
clock-host = { $time } chez l’hôte
clock-utc = { $time } UTC
clock-own = { $time } chez vous
line-live = Connecté
line-lost-short = Reconnexion…
line-lost = Reconnexion en cours. Votre place est conservée ; vous n’avez rien à faire.
line-back = La connexion est rétablie.
plates = Bureau et orateurs suivants
plates-next = Suivant
plates-then = Puis

list-heading = Liste des orateurs
list-choose = Liste à afficher
list-option = { $list } ({ $waiting })
list-open = Ouverte
list-closed = Close
list-waiting = Délégations en attente
list-empty = Personne n’attend sur cette liste.
list-speaking = A la parole
list-playing = Déclaration préenregistrée
list-prerecorded = Déclaration préenregistrée, { $length }
list-you-speak = Vous avez la parole
list-halted = Horloge arrêtée
list-you = Vous
list-next = Suivant
list-called = Appelé
list-on-behalf = Au nom de
list-absent = absente depuis { $time }
list-time = temps de parole { $time }
list-heard = { $count ->
    [one] { $count } délégation entendue
   *[other] { $count } délégations entendues
}
list-written = déposée par écrit
expected-soon = d’un instant à l’autre
expected-about = dans { $minutes } min environ
expected-within = d’ici à { $minutes } min
expected-between = dans { $from } à { $minutes } min environ

people = Personnes présentes
people-total = { $people ->
    [one] { $people } personne présente
   *[other] { $people } personnes présentes
}
people-delegations = Délégations : { $present } sur { $seats }
people-role = { role-name } : { $count }
people-officials = Conduite de la séance
people-seats = Délégations
people-here = en ligne
people-present = { $count ->
    [one] présente
   *[other] présente · { $count } personnes
}
people-absent = hors ligne
people-absent-since = absente depuis { $time }

dock = Parole et canal
channel = Votre canal
leave = Quitter
to-console = Conduire la séance : pupitre de la présidence
dock-no-floor = Votre fonction ne demande pas la parole. Vous pouvez suivre la séance et écrire dans la discussion.
dock-read-only = Votre fonction suit la séance : vous pouvez lire la liste, la parole et la discussion.

floor-ask = Demander la parole
floor-ask-on = Demander la parole : { $list }
floor-sending = Envoi en cours…
floor-sending-detail = en attente du serveur du secrétariat
floor-inscribed = Votre demande est inscrite
floor-inscribed-detail = en attente de sa place sur la liste · sélectionnez pour la retirer
floor-listed = Sur la liste — { ORDINAL($place) ->
    [one] { $place }er rang
   *[other] { $place }e rang
}
floor-listed-detail = { $expected } · sélectionnez pour retirer
floor-withdraw-hint = sélectionnez pour retirer la demande
floor-standing-by = Préparez-vous — vous êtes le suivant
floor-standing-by-detail = { $expected } · la présidence vous donnera la parole
floor-standing-by-wait = la présidence vous donnera la parole
floor-speaking = Vous avez la parole
floor-last-seconds = Vous avez la parole — temps presque écoulé
floor-over-time = Votre temps est écoulé
floor-finish-hint = sélectionnez quand vous avez terminé
floor-played = Votre enregistrement est diffusé
floor-played-detail = adressez-vous à la présidence si vous pouvez parler
floor-halted = Vous gardez la parole — horloge arrêtée
floor-halted-detail = vous reprendrez avec le temps qui vous reste
floor-list-closed = La liste est close
floor-list-not-open = La liste n’est pas encore ouverte
floor-list-closed-detail = la présidence ou le secrétariat peut encore vous y ajouter
floor-session-closed = La séance est levée
floor-session-closed-detail = la parole n’est plus donnée
floor-reconnecting = Reconnexion…
floor-place-kept = votre place sur la liste est conservée
floor-floor-kept = vous avez toujours la parole
floor-wait-for-line = vous pourrez demander la parole une fois connecté
floor-declined = Votre dernière demande n’a pas été retenue : { $reason }
floor-lapsed = Votre dernière demande est devenue caduque

request-title = Demander la parole
request-language = Langue de votre déclaration
request-behalf = Également au nom de (facultatif)
request-behalf-hint = Pour une déclaration au nom d’un groupe, dans vos propres termes. Tous le liront sur la liste.
withdraw-title = Retirer votre demande ?
withdraw-words = Votre délégation perd sa place sur la liste. Vous pourrez redemander la parole tant que la liste est ouverte.
withdraw-keep = Garder ma place
withdraw-do = Retirer

tell-your-turn = Vous avez la parole. Vous disposez de { $time }.
tell-stand-by = Préparez-vous : vous êtes le suivant.
tell-last-seconds = Votre temps est presque écoulé.
tell-withdrawn = Votre demande est retirée.
tell-floor = { $delegation } a la parole.
tell-phase = { $phase ->
    [open] La séance est ouverte.
    [suspended] La séance est suspendue.
    [closed] La séance est levée.
   *[scheduled] La séance n’a pas commencé.
}

recording-since = Enregistrement depuis { $time }
recording-began = La séance est désormais enregistrée.
recording-ended = La séance n’est plus enregistrée.

to-booth = Votre pupitre
booths = Cabines
booths-none = Cette séance n’a pas de cabine.
booths-floor = Ouverts dans la salle
booths-from-floor = Travaille depuis la salle
booths-from-relay = Relais pris sur { $channel } : { $quality ->
    [floor] transmet la salle
    [direct] direct (+)
    [relay] double relais (−)
   *[silence] personne à l’antenne
}
booths-on-air = à l’antenne : { $channel }
booths-on-air-silent = à l’antenne : { $channel }, mais aucun son n’arrive
booths-microphone = micro connecté
booths-no-microphone = sans micro
booths-unheard = N’entend pas la salle depuis { $time }
booths-output = { $output } → { $channel } : { $people ->
    [one] { $people } personne à l’écoute
   *[other] { $people } personnes à l’écoute
}
points-of-order = Motions d’ordre
point-raised = Motion d’ordre
point-heard = Entendu sur une motion d’ordre
point-ruled = Motion d’ordre : { $ruling ->
    [upheld] acceptée
    [rejected] rejetée
   *[noted] prise en note
}
point-appealed = Appel de la décision
placard-raise = Motion d’ordre
placard-raise-title = Présenter une motion d’ordre ?
placard-raise-words = Elle interrompt aussitôt : la présidence, le secrétariat et les cabines sont alertés. Elle porte sur la conduite des débats, non sur le fond.
placard-raise-do = La présenter
placard-withdraw = Retirer la motion d’ordre
placard-withdraw-title = Retirer la motion d’ordre ?
placard-withdraw-words = La séance se poursuit comme si elle avait été réglée.
placard-withdraw-do = La retirer
placard-appeal = En appeler de la décision
placard-appeal-title = En appeler de la décision de la présidence ?
placard-appeal-words = L’appel est mis aux voix immédiatement. La décision est maintenue, sauf majorité contre elle.
placard-appeal-do = En appeler
tell-point-raised = Motion d’ordre : { $name }.
tell-point-heard = { $name } est entendu sur une motion d’ordre.
tell-point-withdrawn = { $name } a retiré sa motion d’ordre.
tell-point-lapsed = La motion d’ordre de { $name } est devenue caduque.
tell-point-ruled = Décision de la présidence : { $ruling ->
    [upheld] la motion d’ordre est acceptée.
    [rejected] la motion d’ordre est rejetée.
   *[noted] la motion d’ordre est prise en note.
}
tell-ruling-appealed = { $name } en appelle de la décision.
tell-appeal-decided = { $stands ->
    [true] La décision est maintenue.
   *[false] La décision est annulée.
}

list-time-max = Temps de parole : { $time } au plus
list-time-category = { category-name } : { $time }
list-reopened = La liste a été rouverte à { $time }
list-closed-at = La liste a été close à { $time }
list-opens = La liste s’ouvre à { $time }
list-closes = La liste se ferme à { $time }
list-instead-of = à la place de
list-reply-to = en réponse à { $name }
list-extra = dont { $time } de plus

request-reply-to = En réponse à (facultatif)
request-reply-none = aucune déclaration en particulier
statement-open = Votre déclaration…
