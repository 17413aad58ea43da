display-title = Écran de la tribune
display-next = Orateurs suivants
display-at = { $time }, heure du pays hôte
display-line-lost = Reconnexion en cours ; le chronomètre continue.
