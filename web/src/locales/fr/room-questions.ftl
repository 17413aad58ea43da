# Questions du public aux intervenants.
tab-questions = Questions
questions-all = Questions aux intervenants
questions-own = Vos questions
questions-answered = Avec réponse
questions-none = Aucune question à afficher pour l’instant.
questions-closed = Aucune question n’est prise pour le moment.
question-on-stage = Question affichée
question-promoted = Sur la liste des orateurs
question-unnamed = Nom non communiqué
question-own-unnamed = seul le bureau voit votre nom
question-to = À l’intention de { $name }
question-votes = { $count ->
    [one] { $count } voix
   *[other] { $count } voix
}
question-vote = Soutenir cette question :
question-state = { $state ->
    [waiting] En attente de lecture par le modérateur
    [visible] Visible par tous
    [answered] Avec réponse
    [archived] Mise de côté
    [declined] Refusée
   *[withdrawn] Retirée
}
question-reason = Motif : { $reason }
question-withdraw = Retirer
question-ask = Poser une question
question-note = Le modérateur lit d’abord votre question.
question-text = Votre question
question-to-whom = À qui
question-to-all = À tous les intervenants
question-language = Langue de la question
question-hide-name = Ne pas afficher mon nom
question-hide-name-note = La présidence, le modérateur et le secrétariat voient toujours qui pose la question.
question-send = Envoyer la question
refusal-questions-closed = Aucune question n’est prise pour le moment. Attendez que le modérateur les ouvre.
refusal-wrong-question-state = Cette question a changé d’état entre-temps. Regardez-la et réessayez.
refusal-too-many-questions = Vous avez autant de questions en cours que permis. Attendez une réponse ou retirez-en une.
refusal-author-unnamed = La personne ne souhaite pas être nommée, et la liste la nommerait. Lisez plutôt la question.
refusal-author-without-seat = La personne n’a pas de siège au titre duquel recevoir la parole. Lisez plutôt la question.
refusal-no-questions-list = Cette séance n’a pas de liste de questions. Adressez-vous au secrétariat.
refusal-not-your-question = Vous ne pouvez pas faire cela avec cette question.
refusal-own-question = { refusal-not-your-question }
panel-stage = À la tribune
panel-live = micro ouvert
panel-timer = Minuteur
tab-polls = Sondages
