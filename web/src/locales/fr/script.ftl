script-to = { $kind ->
    [state] { $gender ->
        [female] à la distinguée représentante { $name }
        [male] au distingué représentant { $name }
       *[other] à la délégation { $name }
      }
    [observer_state] { $gender ->
        [female] à la distinguée observatrice { $name }
        [male] au distingué observateur { $name }
       *[other] à la délégation observatrice { $name }
      }
   *[organisation] { $gender ->
        [female] à la représentante { $name }
        [male] au représentant { $name }
       *[other] à la délégation { $name }
      }
  }{ $person ->
    [none] {""}
   *[other] , { $person }
  }
script-who = { $kind ->
    [state] { $gender ->
        [female] la distinguée représentante { $name }
        [male] le distingué représentant { $name }
       *[other] la délégation { $name }
      }
    [observer_state] { $gender ->
        [female] la distinguée observatrice { $name }
        [male] le distingué observateur { $name }
       *[other] la délégation observatrice { $name }
      }
   *[organisation] { $gender ->
        [female] la représentante { $name }
        [male] le représentant { $name }
       *[other] la délégation { $name }
      }
  }
script-open = Je déclare ouverte la présente séance : { $title }.
script-resume = La séance est reprise.
script-give = Je donne la parole { script-to }.
script-reply = Je donne la parole { script-to }, qui exerce son droit de réponse.
script-wait = Vient ensuite sur ma liste { script-who }. La délégation est-elle présente ?
script-take-up = { $kind ->
    [right_of_reply] Nous en venons aux droits de réponse.
    [questions] Nous en venons aux questions.
   *[other] Nous passons à la liste suivante : { $list }.
}
script-play = Nous allons maintenant entendre la déclaration préenregistrée de { script-who }.
script-thank = Je remercie { script-who }.
script-give-back = Je rends la parole { script-to }.
script-recognise = Je donne la parole { script-to } pour une motion d’ordre.
script-point-thank = Je remercie { script-who } de sa motion d’ordre.
script-rule = Ma décision est la suivante.
script-ruling = { $ruling ->
    [upheld] La motion d’ordre est fondée.
    [rejected] La motion d’ordre n’est pas fondée.
   *[noted] Il est pris note de la motion.
}
script-appeal = Un appel de ma décision a été interjeté : { $plain }. Je le mets immédiatement aux voix. Qui est pour l’appel ? Qui est contre ? Abstentions ?
script-nobody = Il n’y a plus d’orateurs inscrits sur ma liste. Une autre délégation souhaite-t-elle prendre la parole ? Ce n’est pas le cas.
script-close-list = Avec l’assentiment de la réunion, je déclare close la liste des orateurs.
script-suspend = La séance est suspendue.
script-suspend-until = La séance est suspendue jusqu’à { $time }.
script-adjourn = Je remercie les délégations, le secrétariat et les interprètes. La séance est levée.
script-motion-moved = Une motion est présentée ({ $plain }) : { script-motion }.
script-motion-proposed = Je propose { script-motion }.
script-motion = { $motion ->
    [suspend_meeting] la suspension de la séance
    [adjourn_meeting] la levée de la séance
    [adjourn_debate] l’ajournement du débat
   *[close_debate] la clôture du débat
}
script-motion-debate = { $motion ->
    [adjourn_debate] Deux délégations peuvent parler pour et deux contre.
    [close_debate] Deux délégations peuvent parler contre.
   *[other] Elle n’est pas débattue.
}
script-motion-vote = Je mets aux voix { script-motion }. Qui est pour ? Qui est contre ? Abstentions ?
script-motion-consent = Y a-t-il des objections à { script-motion } ? Il n’y en a pas. Il en est ainsi décidé.
script-panel = J’ai le plaisir d’accueillir notre panel.
script-panellist = { $person }{ $function ->
    [none] {""}
   *[other] , { $function }
  }.
# A panel.
script-stage-thank = Je remercie { $person }.
script-stage-give = Je donne la parole à { $person }{ $function ->
    [none] {""}
   *[other] , { $function }
  }. Vous avez { $time }.
script-stage-answer = { $person }, souhaitez-vous répondre ?
script-stage-item = { $kind ->
    [introduction] Bienvenue à cette table de discussion.
    [questions] Nous passons aux questions de l’auditoire.
    [closing] Nous arrivons à la clôture de cette table de discussion.
   *[other] Nous passons au point suivant{ $title ->
        [none] {""}
       *[other] {" "}: { $title }
      }.
}
script-stage-close = Je remercie les intervenants, les interprètes et tous les participants. La séance est levée.
