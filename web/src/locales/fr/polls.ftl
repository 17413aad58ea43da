# Votes à main levée et sondages : y répondre et en poser.
polls-none = Aucune question n’a encore été posée.
polls-indication = À titre indicatif : rien n’est décidé ainsi.
poll-kind = { $hands ->
    [true] Main levée
   *[false] Sondage
}
poll-standing = { $standing ->
    [open] En cours
    [closed] Clos ; résultat pas encore affiché
   *[published] Clos
}
poll-of = { $entitled ->
    [delegations] Une réponse par délégation
   *[everyone] Une réponse par personne
}
poll-named = { $named ->
    [true] Tout le monde voit qui répond quoi.
   *[false] Le décompte est affiché sans noms. Le journal de la conférence garde qui a répondu quoi ; seuls les exploitants du serveur peuvent le lire.
}
poll-live = { $live ->
    [true] Le résultat se voit au fur et à mesure.
   *[false] Le résultat se voit après la clôture, une fois publié.
}
poll-choice = { $form ->
    [hands] Main levée
    [for] Pour
    [against] Contre
   *[abstain] Abstention
}
poll-choose = { $most ->
    [1] Choisissez une réponse.
   *[other] Choisissez-en { $most } au plus.
}
poll-raise = Lever la main
poll-lower = Baisser la main
poll-send = Répondre
poll-change = Modifier la réponse
poll-take-back = Retirer la réponse
poll-own = Votre réponse : { $choices }
poll-own-hand = Votre main est levée.
poll-own-by = Donnée par { $name }
poll-not-yours = Vous suivez cette question : d’autres y répondent.
poll-answered = { $ballots } réponses sur { $present } présents
poll-counts = Comment compter
poll-share = { $count } ({ $percent } %)
poll-left = encore { $time }
poll-paused = Le chronomètre est arrêté
poll-names = Qui a répondu
poll-nobody = Personne
poll-say-open = { $hands ->
    [true] À main levée : { $question }
   *[false] Sondage : { $question }
}
poll-say-closed = Clos : { $question }
poll-say-result = Résultat. { $question } { $result }
polls-ask-hands = Demander une main levée
polls-ask = Ouvrir un sondage
polls-close = Clore
polls-publish = Montrer le résultat à tous
polls-withdraw = Retirer
polls-withdraw-title = Retirer cette question
polls-withdraw-note = La question et toutes les réponses disparaissent des écrans. Le journal les garde.
polls-desk-sees = Seul le bureau voit ce résultat.
polls-question-in = Question { $language ->
    [ar] en arabe
    [fr] en français
    [en] en anglais
   *[other] ({ $language })
}
polls-language = Posée en
polls-language-all = Toutes les langues de travail
polls-option-in = Réponse { $number } { $language ->
    [ar] en arabe
    [fr] en français
    [en] en anglais
   *[other] ({ $language })
}
polls-add-option = Une réponse de plus
polls-drop-option = Sans la réponse { $number }
polls-most = Nombre de réponses au plus
polls-how = Ce que disent les mains
polls-how-up = Main levée ou non
polls-how-against = Pour, contre ou abstention
polls-who = Qui répond
polls-who-delegations = Les délégations, une réponse chacune
polls-who-everyone = Tout le monde, une réponse chacun
polls-names = Avec les noms : tous voient qui a répondu quoi
polls-live = Tous voient le résultat au fur et à mesure
polls-minutes = Se clôt d’elle-même après, en minutes (vide : non)
polls-do = Poser la question
polls-done = { $act ->
    [ask] Question posée à la salle
    [close] Close
    [publish] Résultat montré à tous
   *[withdraw] Question retirée
}
refusal-polls-off = Il n’y a pas de sondages dans cette séance.
refusal-poll-open = Une autre question est en cours. Il faut d’abord la clore.
refusal-poll-over = La question est close ; elle ne prend plus de réponses.
refusal-wrong-poll-state = La question a évolué entre-temps. Regardez-la et réessayez.
refusal-not-entitled = D’autres répondent à cette question.
refusal-ballot-there = Votre délégation a déjà répondu. Regardez la réponse ; vous pouvez la modifier.
refusal-option-twice = Deux réponses disent la même chose. Distinguez-les.
