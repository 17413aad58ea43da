motions = Motions
motion-name = { $kind ->
    [suspend_meeting] Suspension de la séance
    [adjourn_meeting] Levée de la séance
    [adjourn_debate] Ajournement du débat : { $list }
   *[close_debate] Clôture du débat : { $list }
}
motion-state = { $state ->
    [moved] Motion en attente
    [taken_up] Motion à l’examen
    [carried] Adoptée
    [defeated] Rejetée
    [withdrawn] Retirée
    [ruled_out] Irrecevable
   *[lapsed] Caduque
}
motion-by-chair = proposée par la présidence
motion-side = { $side ->
    [mover] Auteur de la motion
    [in_favour] Pour
   *[against] Contre
}
motion-side-count = { $spoken } sur { $max }
motion-not-debated = Sans débat : mise aux voix immédiatement.
motion-heard = entendu
tell-motion = { $name } : { $state ->
    [moved] motion présentée par { $by }.
    [taken_up] motion à l’examen.
    [carried] motion adoptée.
    [defeated] motion rejetée.
    [withdrawn] motion retirée.
    [ruled_out] motion irrecevable.
   *[lapsed] motion caduque.
}
motion-vote = { $in_favour } pour, { $against } contre, { $abstaining } abstentions
motion-by-consent = par consensus, sans vote
motion-open = Motion…
motion-dialog = Motions
motion-move-which = Que demandez-vous ?
motion-move-words = Elle attend la fin de la déclaration en cours. La présidence examine les motions dans leur ordre, avant toute autre question.
motion-move-do = Présenter la motion
motion-speak-words = Motion présentée : { $name }. Votre délégation peut demander la parole à ce sujet.
motion-speak-do = Parler { $side ->
    [in_favour] pour
   *[against] contre
}
motion-withdraw-do = Retirer : { $name }
motion-none = Aucune motion n’est possible actuellement.
chair-motion-open = Motion…
chair-motion-title = Proposer à la réunion
chair-motion-which = Que proposez-vous ?
chair-motion-note = { $votes ->
    [true] La réunion décide par consensus ou par un vote.
   *[false] La réunion décide par consensus : personne ne s’y oppose. Rien n’est mis aux voix.
}
chair-motion-propose = Proposer
chair-motion-propose-name = Proposer : { $name }
chair-motion-take-up = Examiner
chair-motion-take-up-name = Examiner : { $name }
chair-motion-take-up-one = Examiner la motion
chair-motion-end-turn = Clore la déclaration de { $name } et examiner la motion
chair-motion-vote = Enregistrer le vote…
chair-motion-vote-name = Enregistrer le vote : { $name }
chair-motion-vote-note = La motion est adoptée si les voix pour sont plus nombreuses que les voix contre. Les abstentions ne comptent pas.
chair-motion-consent = Adoptée par consensus
chair-motion-consent-name = Adoptée par consensus : { $name }
chair-motion-consent-title = Personne ne s’y oppose ?
chair-motion-consent-note = { $kind ->
    [suspend_meeting] La séance est suspendue. La parole et la liste gardent leur place.
    [adjourn_meeting] La séance prend fin ; les inscrits conservent leur rang pour la suivante, que le bureau rouvrira.
    [adjourn_debate] La liste est close. Ceux qui attendent gardent leur place jusqu’à sa réouverture.
   *[close_debate] La liste est close. Les déclarations de ceux qui attendent sont versées par écrit.
}
chair-motion-rule-out = Irrecevable…
chair-motion-rule-out-name = Déclarer irrecevable : { $name }
chair-motion-withdraw = Retirer
chair-motion-withdraw-name = Retirer : { $name }
chair-motion-stop-name = Clore la déclaration de { $name }
chair-motion-put-down = Inscrire
chair-motion-put-down-name = Inscrire { $name } pour parler de la motion
chair-motion-votes = { $how ->
    [in_favour] Pour
    [against] Contre
   *[abstaining] Abstentions
}
chair-debate-over = { $how ->
    [adjourned] Le débat est ajourné. Rouvrez la liste pour le reprendre.
   *[closed] Le débat est clos. Rouvrez la liste pour le reprendre.
}
refusal-motion-waits = La même motion a déjà été présentée. Elle attend la présidence.
refusal-motion-precedes = Une autre motion a priorité. Statuez d’abord sur elle.
refusal-motion-open = Une motion est à l’examen. Statuez d’abord sur elle.
refusal-motion-not-taken-up = Cette motion n’est pas à l’examen. Examinez-la d’abord.
refusal-motion-over = Cette motion n’est plus en cours.
refusal-floor-taken = Une motion n’interrompt personne. Elle attend la fin de la déclaration.
refusal-not-debated = Personne ne parle de ce côté sur cette motion.
refusal-side-full = Tous les orateurs permis de ce côté sont inscrits.
refusal-motions-list = Cette liste est celle des orateurs sur les motions. Inscrivez-les là.
refusal-debate-over = Le débat est ajourné ou clos. Rouvrez la liste pour le reprendre.
refusal-too-many-votes = Plus de voix que la séance ne compte d’États Membres : { $max }. Recomptez.
