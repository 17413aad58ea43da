panel = Discussion et participants
tab-list = Orateurs
tab-chat = Messages
tab-proceedings = Journal
tab-people = Présents
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
list-open = Ouverte
list-closed = Close
list-elsewhere = { $place ->
    [item_closed] Le point est clos
    [on_its_way] En route vers une autre séance
    [conference] Conservée pour la prochaine séance
   *[sitting] À une autre séance
}
list-elsewhere-detail = { $place ->
    [item_closed] Le point de l’ordre du jour est clos, et sa liste avec lui.
    [conference] La liste est conservée jusqu’à la prochaine séance consacrée au point.
   *[sitting] La liste est à une autre séance consacrée au point. Chacun y garde son rang.
}
list-earlier-sitting = séance précédente
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
dock-no-floor = et pouvez écrire
dock-read-only = liste, parole et messages à lire

floor-ask = Demander la parole
floor-sending = Envoi…
floor-sending-detail = en attente du serveur
floor-inscribed = Votre demande est inscrite
floor-inscribed-detail = attend sa place sur la liste
floor-listed = { $list } : { ORDINAL($place) ->
    [one] { $place }er
   *[other] { $place }e
}
floor-listed-detail = dans { $range } min
floor-standing-by = Vous êtes le suivant
floor-standing-by-wait = la présidence vous la donnera
floor-speaking = Vous avez la parole
floor-last-seconds = reste { $time }
floor-over-time = Temps dépassé : { $time }
floor-finish-hint = pressez à la fin
floor-played = Votre enregistrement est diffusé
floor-played-detail = demandez à parler vous-même
floor-halted = Vous gardez la parole
floor-halted-detail = reste { $time }, arrêtée
floor-list-closed = La liste est close
floor-list-not-open = La liste n’est pas ouverte
floor-list-closed-detail = on peut encore vous inscrire
floor-session-closed = La séance est levée
floor-carried-over = Votre rang est conservé
floor-carried-over-detail = rang { $place } à la reprise
floor-went-on-detail = suite à une autre séance
floor-list-elsewhere = La liste est à une autre séance
floor-list-elsewhere-detail = demandez-y la parole
floor-reconnecting = Reconnexion…
floor-place-kept = votre place est gardée
floor-floor-kept = vous avez toujours la parole
floor-wait-for-line = demandez une fois connecté
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
tell-over-time = Votre temps est écoulé.
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
recording-silent = Entendu dans la salle, mais enregistré comme du silence : { $channels }
recording-heard = Ce que la salle entend est de nouveau enregistré.

to-technician = Page du technicien
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
placard-withdraw = La retirer
placard-withdraw-title = Retirer la motion d’ordre ?
placard-withdraw-words = La séance se poursuit comme si elle avait été réglée.
placard-withdraw-do = La retirer
placard-appeal = Appel
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

list-time-max = { $time } chacun
list-time-was = { $time } au lieu de { $before }
list-time-category = { category-name } : { $time }
list-reopened = rouverte à { $time }
list-closed-at = close depuis { $time }
list-opens = s’ouvre à { $time }
list-closes = close à { $time }
list-instead-of = à la place de
list-reply-to = en réponse à { $name }
# Of one request that waits.
list-retimed = { $time } au lieu de { $before }
list-extra = dont { $time } de plus

request-reply-to = En réponse à (facultatif)
request-reply-none = aucune déclaration en particulier
statement-open = Votre déclaration…

tab-panel = Table
line-checking = Vérification de la ligne…
line-by-itself = elle revient d’elle-même
list-kind = { $kind ->
    [right_of_reply] Droit de réponse
    [motions] Motions
   *[statements] Orateurs
}
list-not-heard = Vous : pas encore entendu
list-silent = A la parole, sans micro
list-kept = place gardée
dock-follows = Vous suivez la séance
dock-ask-panel = Posez une question
dock-own-questions = { $count ->
    [0] lue d’abord par la modération
    [one] la vôtre attend d’être lue
   *[other] les vôtres : { $count } attendent d’être lues
}
dock-yours = Les vôtres
dock-finish = J’ai terminé
dock-statement = Texte
dock-reply-asked = demandé : { ORDINAL($place) ->
    [one] { $place }er
   *[other] { $place }e
}
dock-reply-open = ouvert
dock-reply-closed = clos
dock-more = Plus : vos demandes, droit de réponse, son, quitter
dock-leave = Quitter la salle
requests-title = Vos demandes
request-withdraw = Retirer…
request-which = Liste
request-microphone = Ouvrir mon micro quand j’ai la parole
floor-ask-again = Redemander la parole
floor-declined-short = refusée : voir pourquoi
floor-nobody-waits = personne n’attend
floor-waiting = { $count } en attente
floor-waiting-about = { $count } en attente, { $minutes } min
floor-inscribed-on = { $list } : inscrite
floor-listed-in = { floor-listed }, { $range } min
floor-listed-wait = la présidence vous la donnera
floor-open-microphone = Ouvrez votre micro
floor-nobody-hears-yet = on ne vous entend pas
floor-nobody-hears = On ne vous entend pas
floor-no-sound = aucun son : vérifiez
floor-closed-by-chair = fermé par la présidence
floor-muted = Micro coupé
floor-muted-detail = pressez pour être entendu
floor-technical = arrêt technique
floor-suspended = la séance est suspendue
floor-kept = { $place }, gardé
floor-resumes = reprise à { $time }
floor-point-raised = Motion d’ordre présentée
floor-point-told = la présidence est avertie
floor-point-heard = Votre motion d’ordre
floor-point-left = { $time } · la présidence tranche
floor-read-record = lire le journal
notices-all = { $count ->
    [one] Tous les avis : encore { $count }
   *[other] Tous les avis : encore { $count }
}
notice-look = Voir
notice-whole = Texte entier
notice-answer = Répondre
notice-line = Ligne
notice-unheard = Aucun son ne nous parvient : on ne vous entend pas.
notice-time = Temps de parole
notice-moved = Votre demande
notice-moved-to = désormais au rang { $place } : { $reason }
notice-poll = Sondage
notice-hands = Main levée
notice-resumed = La séance est reprise.
notice-motions = { $count ->
    [one] Une motion est devant la séance.
   *[other] { $count } motions sont devant la séance.
}
recording-short = Enr.
recording = Enregistrement
room-menu = Menu
room-search = Chercher
skip = Aller à
skip-stage = Vers la scène
skip-list = Vers la liste et les messages
skip-dock = Vers la parole et le canal
chat-leave = Revenir à la scène
more-write = Écrire à la présidence
