display-title = Écran de la tribune
display-next = Suivants
display-at = { $time }, heure du pays hôte
display-line-lost = Reconnexion en cours ; le chronomètre continue.
display-unlit = Cet écran peut s’éteindre : réglez le système pour qu’il reste allumé.
display-host = heure du pays hôte
display-rec = Enr.
display-until = jusqu’à { $time }
display-suspended = Suspendue{ $until ->
    [none] {""}
   *[other] {" "}jusqu’à { $until }
  }{ $reason ->
    [none] {""}
   *[other] {" "}: { $reason }
  }
display-resuming = À la reprise
display-kept = liste et chronomètre restent en l’état
display-absent = absent
display-of = sur { $limit }
display-question = Question
