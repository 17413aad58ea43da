stage-label = Tribune
stage-has-floor = A la parole · { $language }
stage-prerecorded = Déclaration préenregistrée · { $language }
stage-halted = Garde la parole · chronomètre arrêté
stage-floor-free = Personne n’a la parole
stage-scheduled = La séance n’est pas ouverte
stage-cancelled = La séance est annulée
stage-suspended = La séance est suspendue
stage-closed = La séance est levée
stage-adjourned = La séance est levée jusqu’à la reprise
clock-label = Temps de parole
clock-of = restantes sur { $limit }
clock-left = reste { $time }
clock-last-of = sur { $limit } — presque écoulé
clock-over-of = au-delà des { $limit } accordées
clock-over = dépassement de { $time }
clock-halted-of = chronomètre arrêté · sur { $limit }
clock-halted = chronomètre arrêté à { $time }
hall-title = Salle
hall-present = Présents : { $present } sur { $seats }
hall-alt = Plan de la salle : { $present } délégations présentes sur { $seats }.
hall-speaking = A la parole : { $name }.
hall-next = Orateur suivant : { $name }.
hall-own = Votre siège : { $name }.
hall-key-speaking = A la parole
hall-key-next = Suivant
hall-key-own = Votre siège
hall-key-present = Présent
hall-key-absent = Absent
stage-point-of-order = Motion d’ordre
stage-technical = Arrêt technique · chronomètre arrêté
stage-interrupted = { $name } garde la parole et poursuivra ensuite
sheet-kind = { $kind ->
    [introduction] Introduction
    [speaker] Intervention
    [questions] Questions et débat
    [closing] Clôture
   *[other] Autre
}
stage-heard = Entendu
stage-unheard = On ne l’entend pas encore
stage-item = Point { $number } sur { $of } · { $kind }

stage-not-heard = { $name } a la parole, sans micro
stage-not-heard-you = Vous avez la parole, sans micro
stage-until = jusqu’à { $time }
clock-of-short = sur { $limit }
clock-over-short = au-delà de { $limit }
clock-halted-short = arrêtée
stage-ruling = Motion d’ordre ({ $name }) : { $ruling ->
    [upheld] acceptée
    [rejected] rejetée
   *[noted] prise en note
}
