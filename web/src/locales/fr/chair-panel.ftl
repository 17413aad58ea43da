# La tribune d’une table de discussion, au bureau.
panel-tab = Tribune
panel-timers = Temps de parole à la tribune
panel-timers-note = Tous voient le minuteur ; il ne ferme aucun micro. Les temps de chacun sont additionnés.
panel-minutes = Minutes
panel-spoken = { $time } jusqu’ici
panel-start-name = Lancer le minuteur : { $name }
panel-stop-name = Arrêter le minuteur : { $name }
panel-timer-started = Minuteur lancé : { $name }
panel-timer-stopped = Minuteur arrêté
chair-sheet-tab = Déroulé
