chair-title = Bureau de la présidence
chair-open-session = Ouvrir la séance
chair-resume = Reprendre la séance
chair-give = Donner la parole : { $name }
chair-nobody = Personne n’est inscrit sur cette liste
chair-over = La séance est levée. Plus rien ne peut y être fait.
chair-cancelled-note = Le secrétariat peut lui fixer une nouvelle heure.
chair-then = Puis
chair-present = Présent ({ $people })
chair-absent = Absent
chair-absent-since = Absent depuis { $time }
chair-turn-acts = L’orateur actuel
chair-extend-half = +30 s
chair-extend-one = +1 min
chair-extend-by = Accorder { $time } de plus
chair-extend-other = Durée…
chair-extend-title = Prolonger le temps de parole
chair-extend-minutes = Minutes
chair-extend-seconds = Secondes
chair-stop = Arrêter
chair-stop-name = Arrêter l’intervention : { $name }
chair-session-acts = La séance
chair-schedule = Horaire et titre
chair-suspend = Suspendre…
chair-suspend-title = Suspendre la séance
chair-suspend-note = La parole, le chronomètre et la liste restent en l’état jusqu’à la reprise.
chair-suspend-until = Jusqu’à, heure du pays hôte (facultatif)
chair-suspend-in = dans { $minutes } min
chair-suspend-read = À lire
chair-suspend-shown = Tout le monde lit le motif et l’heure, y compris le public.
chair-suspend-act = Suspendre la séance
chair-close = Lever la séance…
chair-close-title = Lever la séance ?
chair-close-note = { $waiting ->
    [0] Aucune demande n’est en attente.
    [one] La demande encore en attente devient caduque.
   *[other] Les { $waiting } demandes encore en attente deviennent caduques.
  } Toutes les listes sont closes. Une séance levée par erreur peut être rouverte, avec un motif.
chair-close-note-item = { $waiting ->
    [one] Une demande se poursuit avec le point, à la prochaine séance.
   *[other] { $waiting } demandes se poursuivent avec le point, à la prochaine séance.
}
chair-close-act = Lever la séance
chair-reopen = Rouvrir…
chair-reopen-title = Rouvrir la séance
chair-reopen-note = { $adjourned ->
    [true] La séance reprend : les inscrits conservent leur rang.
   *[false] Les délégations qui attendaient à la levée retrouvent leur rang et leurs textes, et les listes alors ouvertes le sont de nouveau.
  } Le motif figure au compte rendu.
chair-reopen-act = Rouvrir la séance
chair-reason = Motif
chair-reason-optional = Motif, pour le procès-verbal (facultatif)
chair-reason-needed = Indiquez un motif ; il est consigné.
chair-lists = Listes des orateurs
chair-list-open = Ouverte
chair-list-closed = Close
chair-open-list = Ouvrir
chair-close-list = Clore
chair-open-list-name = Ouvrir la liste : { $list }
chair-close-list-name = Clore la liste : { $list }
chair-add = Inscrire…
chair-add-title = Inscrire une délégation sur la liste
chair-add-act = Inscrire sur la liste
chair-add-name = Inscrire sur la liste : { $name }
chair-add-find = Chercher une délégation
chair-add-none = Aucune délégation ne porte ce nom.
chair-add-choose = Choisissez une délégation.
chair-delegation = Délégation
chair-language = Langue de l’intervention
chair-on-behalf = Également au nom de (facultatif)
chair-behalf = également au nom de : { $group }
chair-up = Monter : { $name }
chair-down = Descendre : { $name }
chair-more = Autres décisions : { $name }
chair-called = Se tient prêt
chair-row-title = { $name } : rang { $place }
chair-call = Inviter à se tenir prêt
chair-call-name = Inviter à se tenir prêt : { $name }
chair-pass = Passer son tour, en fin de liste
chair-pass-name = Passer le tour : { $name }
chair-text = Texte de la déclaration…
chair-written = Verser la déclaration par écrit
chair-written-name = Verser la déclaration par écrit : { $name }
chair-move = Placer ailleurs…
chair-move-title = Déplacer : { $name }
chair-move-place = Nouveau rang
chair-move-place-of = { $place } — avant : { $name }
chair-move-place-last = { $place } — en fin de liste
chair-move-act = Placer au rang { $place }
chair-move-name = Placer au rang { $place } : { $name }
chair-moved-meanwhile = La liste a changé entre-temps. La voici :
chair-moved-gone = N’est plus inscrit sur cette liste : { $name }.
chair-decline = Refuser…
chair-decline-title = Refuser la demande : { $name }
chair-decline-note = La délégation lira le motif.
chair-decline-act = Refuser la demande
chair-decline-name = Refuser la demande : { $name }
chair-heard = Entendus
chair-spoke = a parlé { $time }
chair-filed = par écrit
chair-people = Présents
chair-moves = Déplacements
chair-moves-none = L’ordre n’a pas été modifié à la main.
chair-move-line = du rang { $from } au rang { $to }
chair-officials = Responsables
chair-quorum = Quorum : { $present } États Membres sur { $members } sont présents en ligne. { $enough ->
    [unknown] Le règlement des commissions techniques (E/5975/Rev.1) exige un quorum, dont le chiffre n’est pas connu ici. Demandez au secrétariat.
    [none] Il en faut { $open } pour ouvrir : comptez ceux qui sont en salle.
    [to_open] Assez pour ouvrir ; il en faut { $decide } pour décider.
   *[to_decide] Assez pour ouvrir et pour décider.
  }
chair-attendance = { $people ->
    [one] { $people } personne présente
   *[other] { $people } personnes présentes
  }, { $delegations } délégations sur { $seats }
chair-not-yours = Seules les personnes qui président peuvent utiliser la console de la présidence.
chair-to-room = Salle
chair-to-podium = Tribune
chair-report-pending = Envoi en cours — { $act }
chair-report-done = C’est fait — { $act }
chair-report-refused = Refusé — { $act }. { $why }
chair-say-floor = A la parole : { $name }.
chair-say-asks = Demande la parole : { $name }, rang { $place }.
chair-say-free = Personne n’a la parole.
chair-keys = Raccourcis clavier
chair-keys-on = Raccourcis à une touche activés
chair-keys-note = Ils restent sans effet pendant la saisie, un choix ou une boîte de dialogue.
chair-key-next = Bouton principal : donner la parole à l’orateur suivant
chair-key-extend = Une minute de plus
chair-key-stop = Interrompre l’orateur
chair-key-pause = Suspendre ou reprendre la séance
chair-key-list = Aller à la liste
chair-key-add = Inscrire une délégation
chair-key-chat = Aller à la messagerie
chair-key-help = Cette aide
refusal-session-cancelled = La séance est annulée. Elle pourra être ouverte dès que le secrétariat lui aura fixé une heure.
chair-phase-scheduled = Pas encore ouverte ; prévue à { $time }
chair-phase-open = En séance depuis { $since } ; fin prévue à { $end }
chair-phase-suspended = Suspendue depuis { $since }
chair-phase-suspended-until = Suspendue depuis { $since }, jusqu’à { $until }
chair-phase-closed = Levée à { $since }
chair-phase-adjourned = Levée à { $since } jusqu’à la reprise ; les inscrits conservent leur rang
chair-official-present = Présent
chair-delegations = Délégations
chair-screens = Écrans
chair-beside = En marge du débat
chair-line-lost = Reconnexion en cours ; votre place est conservée. Aucune décision ne peut être prise avant le retour de la connexion.
chair-chat = Messages
chair-keys-short = Raccourcis

chair-booths = Cabines
chair-gap-nobody = Personne : { $booth }.
chair-gap-microphone = Aucun micro prêt : { $booth }.
chair-gap-booth = Canal { $channel } : aucune cabine.
chair-gap-source = Canal { $channel } : l’interprète n’a pas de source pour la langue { $language }.
chair-gap-unheard = N’entend pas la salle : { $booth }.
chair-gap-ends = { $minutes ->
    [one] Le temps de cabine prend fin dans { $minutes } minute. Sans interprètes, la séance s’arrête.
   *[other] Le temps de cabine prend fin dans { $minutes } minutes. Sans interprètes, la séance s’arrête.
}
chair-gap-ended = Le temps de cabine est écoulé. Les interprètes peuvent partir.
chair-pace = Les cabines demandent de parler plus lentement.
chair-mics = Microphones ouverts
chair-mic-kind = { $kind ->
    [turn] a la parole
    [point_of_order] entendu sur une motion d’ordre
   *[podium] à la tribune
}
chair-mic-close = Couper
chair-mic-close-name = Couper le microphone : { $name }
chair-mic-open = Ouvrir
chair-mic-open-name = Ouvrir le microphone : { $name }
chair-mic-turn-closed = Le microphone de l’orateur est coupé
chair-mic-no-speaker = Personne de la délégation ne parle encore
chair-mic-own = Votre microphone
chair-mic-own-live = tout le monde vous entend
chair-mic-own-closed = coupé
chair-mic-open-own = Ouvrir votre microphone
chair-mic-close-own = Couper votre microphone
chair-record = Enregistrer
chair-record-stop = Arrêter l’enregistrement
chair-recognise = Entendre { $name } sur une motion d’ordre
chair-recognise-short = Entendre
chair-rule = Statuer…
chair-rule-name = Statuer sur la motion d’ordre de { $name }
chair-rule-do = Rendre la décision
chair-ruling = Décision
chair-ruled = Décision sur la motion d’ordre : { $ruling ->
    [upheld] acceptée
    [rejected] rejetée
   *[noted] prise en note
}
chair-appeal-vote = Consigner le vote sur l’appel
chair-appeal-title = Vote sur l’appel
chair-appeal-note = La décision est maintenue, sauf si l’appel recueille plus de voix pour que contre.
chair-appeal-do = Consigner le vote
chair-votes = { $how ->
    [in_favour] Pour l’appel
    [against] Contre l’appel
   *[abstaining] Abstentions
}
chair-give-back = Rendre la parole à { $name }
chair-halt-title = Arrêt technique
chair-halt-note = Le chronomètre s’arrête ; l’orateur garde la parole et le temps qui lui reste.
chair-halt-do = Arrêter le chronomètre
chair-undo = Annuler
chair-undo-what = Annuler : { $what }
chair-undo-act = { $what ->
    [item_started] Point commencé
    [item_finished] Point terminé
    [timer_started] Parole donnée à la table
    [timer_stopped] Minuterie arrêtée
    [floor_given] parole : { $name }
    [turn_ended] fin : { $name }
    [turn_extended] temps ajouté
    [list_opened] liste ouverte
    [list_closed] liste close
    [list_taken_up] liste prise
    [request_called] appel : { $name }
    [request_passed_over] tour passé : { $name }
    [request_declined] refus : { $name }
    [request_sent_to_written] par écrit : { $name }
    [request_moved] déplacé : { $name }
    [order_applied] ordre de la liste
    [point_recognised] motion d’ordre : { $name }
    [point_ruled] décision : { $name }
    [session_suspended] suspension
   *[other] le dernier acte
}
chair-key-halt = Arrêt technique
chair-key-undo = Annuler le dernier acte
chair-key-propose = Proposer une motion
chair-key-line = Ligne privée

chair-order = Ordre…
chair-order-title = Ordre de la liste : { $list }
chair-order-by = Ordonner par
chair-order-from = Commencer par
chair-order-draw = une délégation tirée au sort
chair-order-preview = Aperçu
chair-order-preview-name = Aperçu d’un ordre de { $list }
chair-order-proposed = Ordre proposé
chair-order-lot = Tirage au sort : { $name } (numéro { $seed })
chair-order-stale = La liste a changé depuis. Demandez un nouvel aperçu.
chair-order-moves = { $count ->
    [0] Personne ne change de place.
    [one] { $count } délégation change de place.
   *[other] { $count } délégations changent de place.
}
chair-order-was = aujourd’hui { $place }
chair-order-stays = inchangé
chair-order-gone = n’attend plus
chair-order-apply = Appliquer cet ordre
chair-order-apply-name = Appliquer l’ordre à { $list }
chair-order-dismiss = Écarter
chair-order-dismiss-name = Écarter l’ordre de { $list }
policy-name = { $policy ->
    [first_come] Heure de la demande
    [rank] Rang de l’orateur
    [category_then_order] Groupes d’abord, puis par catégorie
    [alternate_categories] Catégories à tour de rôle
   *[alphabetical] Alphabétique
}
chair-why-time = demandé à { $time }
chair-why-group = au nom d’un groupe
chair-why-turn = { category-name }, tour { $round }
chair-why-first = ouvre l’ordre
chair-why-alphabet = selon l’alphabet
rank-name = { $gender ->
    [female] { $rank ->
        [head_of_state] Cheffe de l’État
        [vice_president] Vice-présidente
        [crown_prince] Princesse héritière
        [head_of_government] Cheffe du gouvernement
        [minister] Ministre
        [vice_minister] Vice-ministre
        [head_of_delegation] Cheffe de délégation
       *[none] rang non indiqué
    }
   *[other] { $rank ->
        [head_of_state] Chef de l’État
        [vice_president] Vice-président
        [crown_prince] Prince héritier
        [head_of_government] Chef du gouvernement
        [minister] Ministre
        [vice_minister] Vice-ministre
        [head_of_delegation] Chef de délégation
       *[none] rang non indiqué
    }
}
gender-name = { $gender ->
    [female] Femmes
    [male] Hommes
    [other] Autre
   *[none] non indiqué
}
chair-moves-order = Toute la liste : { $policy }
chair-time = Temps de parole…
chair-time-title = Temps de parole : { $list }
chair-time-for = Pour
chair-time-all = quiconque a davantage
chair-time-note = Il vaut pour celles qui attendent et celles qui viendront. L’orateur actuel garde son temps.
chair-time-act = Fixer à { $time }
chair-time-name = Fixer le temps de parole à { $time }
chair-time-tab = Temps
chair-extra = Accorder { $time } de plus
chair-extra-name = Accorder { $time } de plus à { $name }
chair-speaker = Qui parle
chair-speaker-act = Désigner
chair-speaker-name = Désigner { $name } pour parler
chair-ready-microphone = microphone prêt
chair-ready-not-agreed = micro non accepté
chair-ready-no-microphone = aucun micro
chair-ready-text = texte : { $languages }
chair-absent-pass = Passer son tour
chair-absent-written = Verser par écrit
chair-play = Diffuser l’enregistrement ({ $length })
chair-play-name = Diffuser la déclaration préenregistrée : { $name }
chair-stop-playing = Arrêter l’enregistrement
chair-stop-playing-name = Arrêter l’enregistrement ({ $name }) ; l’intervention continue
chair-key-play = Diffuser l’enregistrement de la délégation suivante, si elle est absente
chair-recorded = enregistrement reçu : { $length }
chair-forecast = Le temps suffira-t-il ?
chair-forecast-none = Personne n’attend, ou la séance n’est pas ouverte.
chair-forecast-over = Terminée entre { $from } et { $to }
chair-forecast-session = { $kept ->
    [surely] Avant la fin de la séance à { $time }
    [perhaps] Avant la fin de la séance à { $time } seulement si toutes sont brèves
   *[no] Pas avant la fin de la séance à { $time }
}
chair-forecast-booths = { $kept ->
    [surely] Avant le départ des cabines à { $time }
    [perhaps] Avant le départ des cabines à { $time } seulement si toutes sont brèves
   *[no] Pas avant le départ des cabines à { $time }
}
chair-forecast-cut = Réduire à { $time } pour finir à temps…
chair-equity = Qui a parlé
chair-equity-nothing = Aucune déclaration n’a encore été entendue.
chair-equity-category = Par catégorie
chair-equity-region = Par région
chair-equity-language = Par langue
chair-equity-gender = Par genre
chair-equity-none = sans région
chair-equity-statements = Déclarations
chair-equity-time = Temps
chair-key-order = Aperçu d’un ordre de la liste
chair-key-minutes = Fixer le temps de parole
chair-key-pass = Passer le tour de la délégation suivante, si elle est absente
chair-key-file = Verser par écrit la déclaration suivante, si la délégation est absente
ruling = { $ruling ->
    [upheld] Acceptée
    [rejected] Rejetée
   *[noted] Prise en note
}
minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
seconds-short = { $seconds } s

chair-script = À lire
chair-script-language = Langue du texte
chair-script-more = Autres phrases
# Beside the line that is read out instead where the statement is played.
chair-script-played = Préenregistrée
refusal-undo-barred = { $bar ->
    [requests] Annulation impossible : la délégation s’est inscrite de nouveau et ne peut l’être davantage. Rectifiez à la main.
    [replies] Annulation impossible : la délégation aurait plus de réponses qu’elle n’y a droit. Rectifiez à la main.
    [motion] Annulation impossible : la motion est tranchée, ou d’autres s’expriment à son sujet. Rectifiez à la main.
    [floor] Annulation impossible : une autre question passe avant, le débat est terminé, ou l’orateur a été retiré. Rectifiez à la main.
   *[rules] Annulation impossible : la séance a avancé depuis. Rectifiez à la main.
}
refusal-stale-session = La séance a été rouverte puis levée de nouveau entre-temps. Vérifiez, et rouvrez-la si c’est bien voulu.
chair-desk = { $role ->
    [secretariat] Secrétariat
    [moderator] Bureau de la modération
   *[chair] Bureau de la présidence
}
chair-meeting = Séance
chair-more-parts = Plus
chair-procedure = Motions d’ordre et de procédure
chair-keeps = { $name } garde la parole, { $time }
chair-ends = clôt la déclaration de { $name }, reste { $time }
chair-left = reste { $time }
chair-planned = prévue à { $time }
chair-planned-on = prévue le { $day }, { $time }
chair-suspended-for = { $since } : { $reason }
chair-next-absent = suivant : { $name }, absent
chair-nobody-waits = personne n’attend sur aucune liste
chair-wait = Attendre : { $name }
chair-wait-note = absent : passer son tour, verser par écrit ou diffuser
chair-take-up = Passer à : { $list }
chair-take-up-name = Passer à la liste : { $list }
chair-take-up-after = Prendre cette liste après { $name }
chair-take-up-now = Prendre cette liste
chair-list-waits = { $count ->
    [one] 1 attend : { $name }
   *[other] { $count } attendent, d’abord { $name }
}
chair-look = La séance suit : { $list } ; suivant : { $name }. Cette liste attend que vous la preniez.
chair-look-done = La séance suit : { $list }, où personne n’attend. Cette liste attend que vous la preniez.
chair-look-line = Sa première phrase : « { $line } »
chair-appeal-by = appel : { $name }
chair-ruling-after = Après la décision : « { $line } »
chair-next-on = Suivant · { $list }
chair-afterwards-on = Ensuite · { $list }
chair-ready = prêt
chair-booths-language = Cabines pour : { $language }
chair-channel-floor = { $language } : la salle
chair-heard-now = entendu
chair-also-live = { $count ->
    [one] +1 ouvert
   *[other] +{ $count } ouverts
}
chair-also-live-name = { $count ->
    [one] Un autre microphone est ouvert : le montrer
   *[other] { $count } autres microphones sont ouverts : les montrer
}
chair-times-planned = Temps de parole prévus
chair-script-none = Rien à lire pour le moment.
chair-shown = Affiché à tous
chair-give-row = Donner la parole maintenant
chair-play-short = Diffuser
chair-procedure-short = Orateurs…
chair-lists-short = Listes
chair-procedure-none = Aucune motion n’est présentée.
chair-line-short = Privé
chair-row-not-agreed = non accepté
chair-row-no-microphone = sans micro
chair-bar-open = En séance · fin { $time }
chair-other-day-title = Ouvrir un autre jour que prévu ?
refusal-other-day = { chair-other-day-title }
chair-other-day-planned = La séance est prévue le { $day }, à { $time }.
chair-other-day-today = Nous sommes le { $day } au lieu de la conférence.
chair-other-day-act = Ouvrir aujourd’hui
chair-ready-muted = micro coupé par l’orateur
chair-ready-silent = l’appareil ne donne aucun son
chair-row-muted = micro coupé
chair-row-silent = aucun son
