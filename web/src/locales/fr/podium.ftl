podium-title = Écran de la tribune
podium-next = Orateurs suivants
podium-at = { $time }, { $city }
podium-line-lost = Reconnexion en cours ; le chronomètre continue.
