display-title = Écran de la tribune
display-next = Orateurs suivants
display-at = { $time }, { $city }
display-line-lost = Reconnexion en cours ; le chronomètre continue.
