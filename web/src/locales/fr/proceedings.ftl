proceedings = Déroulement de la séance
proceedings-note = Établi d’après ce qui se passe en séance, au fur et à mesure. Ce n’est pas un compte rendu officiel.
proceedings-zone = Les heures sont celles du pays hôte.
proceedings-none = Il ne s’est encore rien passé.
proceedings-earlier = Paragraphes précédents
proceedings-not-read = Les paragraphes précédents n’ont pas pu être lus. Réessayez.
proceedings-acts = Que faire du déroulement de la séance
proceedings-print = Imprimer
proceedings-download = Télécharger
proceedings-word = Word (DOCX)
proceedings-not-written = Le document n’a pas pu être obtenu. Réessayez dans un instant.
proceedings-copy = Copier
proceedings-copied = Le déroulement de la séance a été copié.
proceedings-not-copied = Le navigateur n’a pas copié le texte. Téléchargez-le.
proceedings-file = deroulement

fact-speaker = { $name } ({ $seat })
fact-meeting-opened = La séance est ouverte à { $time }.
fact-chair = { $name } assure la présidence.
fact-moderator = { $name } anime le débat.
fact-panellists = Intervenants : { $names }.
fact-meeting-rescheduled = Le début de la séance, prévu à { $was }, est fixé à { $time }.
fact-meeting-end = La fin de la séance, prévue à { $was }, est fixée à { $time }.
fact-meeting-as-planned = Il est annoncé que la séance commencera à { $time }.
fact-meeting-delayed = La séance ne commence pas à { $was } comme prévu ; l’heure sera annoncée.
fact-meeting-cancelled = La séance, prévue à { $was }, est annulée.
fact-day-time = { $time } le { $day }
fact-meeting-suspended = La séance est suspendue à { $time }.
fact-meeting-suspended-until = La séance est suspendue à { $time } jusqu’à { $until }.
fact-meeting-resumed = La séance est reprise à { $time }.
fact-meeting-closed = La séance est levée à { $time }.
fact-meeting-adjourned = La séance est levée à { $time }, l’examen du point étant renvoyé à la séance suivante. Les inscrits conservent leur rang.
fact-meeting-reopened = La séance est rouverte à { $time }.
fact-reason = Motif indiqué : { $reason }
fact-list-opened = { $again ->
    [true] La liste « { $list } » est rouverte.
   *[false] La liste « { $list } » est ouverte.
}
fact-list-closed = La liste « { $list } » est déclarée close.
fact-speaking-time = Le temps de parole de la liste « { $list } » est fixé à { $length }.
fact-speaking-time-of = Le temps de parole de la catégorie { $category } de la liste « { $list } » est fixé à { $length }.
fact-statement-begun = { $kind ->
    [right_of_reply] { $speaker } prend la parole { in-language } dans l’exercice du droit de réponse.
    [questions] { $speaker } prend la parole { in-language } pour poser une question.
   *[statements] { $speaker } prend la parole { in-language }.
}
fact-statement = { $kind ->
    [right_of_reply] { $speaker } exerce { in-language } le droit de réponse.
    [questions] { $speaker } pose une question { in-language }.
   *[statements] { $speaker } fait une déclaration { in-language }.
}
fact-reply-to = La réponse porte sur la déclaration faite à la même séance par { $seat }.
fact-on-behalf = L’intervention est faite également au nom de { $group }.
fact-prerecorded = La déclaration, enregistrée à l’avance, a été diffusée.
fact-instead-of = L’intervention remplace celle de { $name }.
fact-length = Durée : { $length } ; temps de parole : { $limit }.
fact-extended = Le temps de parole est prolongé de { $length }.
fact-interrupted = { $cause ->
    [point_of_order] L’intervention est interrompue par une motion d’ordre.
    [technical] L’intervention est interrompue pour des raisons techniques.
   *[meeting] L’intervention est interrompue par la suspension de la séance.
}
fact-ended = { $ending ->
    [cut] La parole est reprise, le temps étant écoulé.
    [session_closed] L’intervention n’est pas achevée lorsque la séance est levée.
   *[stopped] La présidence reprend la parole.
}
fact-speaker-changed = { $speaker } poursuit la déclaration.
fact-speaker-changed-from = { $speaker } poursuit la déclaration à la place de { $name }.
fact-technical-stop = La déclaration de la délégation ({ $seat }) est interrompue pour des raisons techniques.
fact-statement-resumed = { $speaker } reprend la déclaration.
fact-passed-over = { $absent ->
    [true] Délégation absente et passée : { $seat }.
   *[false] Délégation passée pour le moment : { $seat }.
}
fact-filed-in-writing = Déclaration remise par écrit : { $seat }.
fact-point-raised = { $speaker } présente une motion d’ordre.
fact-point-heard = { $speaker } a la parole pour la motion d’ordre.
fact-point-ruled = { $ruling ->
    [upheld] La présidence accepte la motion d’ordre présentée par la délégation ({ $seat }).
    [rejected] La présidence rejette la motion d’ordre présentée par la délégation ({ $seat }).
   *[noted] La présidence prend note de la motion d’ordre présentée par la délégation ({ $seat }).
}
fact-point-withdrawn = La motion d’ordre est retirée par la délégation ({ $seat }).
fact-point-lapsed = La motion d’ordre présentée par la délégation ({ $seat }) n’a pas été examinée avant la levée de la séance.
fact-ruling-appealed = La délégation ({ $seat }) fait appel de la décision sur la motion d’ordre présentée par la délégation ({ $of }).
fact-appeal-decided = { $stands ->
    [true] L’appel est mis aux voix. La décision est maintenue : { $in_favour } pour l’appel, { $against } contre, { $abstaining } abstentions.
   *[false] L’appel est mis aux voix. La décision est annulée : { $in_favour } pour l’appel, { $against } contre, { $abstaining } abstentions.
}
fact-motion-what = { $kind ->
    [suspend_meeting] la suspension de la séance
    [adjourn_meeting] la levée de la séance
    [adjourn_debate] l’ajournement du débat (« { $list } »)
   *[close_debate] la clôture du débat (« { $list } »)
}
fact-motion-moved = { $speaker } demande { fact-motion-what }.
fact-motion-proposed = La présidence propose { fact-motion-what }.
fact-motion-consent = La réunion approuve sans vote { fact-motion-what }.
fact-motion-voted = { $carried ->
    [true] La motion visant { fact-motion-what } est mise aux voix et adoptée : { $in_favour } pour, { $against } contre, { $abstaining } abstentions.
   *[false] La motion visant { fact-motion-what } est mise aux voix et rejetée : { $in_favour } pour, { $against } contre, { $abstaining } abstentions.
}
fact-motion-dropped = { $how ->
    [withdrawn] La motion visant { fact-motion-what } est retirée.
    [ruled_out] La présidence déclare irrecevable la motion visant { fact-motion-what }.
   *[lapsed] La séance est levée avant toute décision sur la motion visant { fact-motion-what }.
}
fact-announced = Annonce de { $name } : « { $text } »
fact-announced-withdrawn = L’annonce a été retirée à { $time }.
fact-questions-opened = Le public est invité à poser des questions.
fact-questions-closed = Le public n’est plus invité à poser de questions.
fact-question-promoted = { $speaker } est sur la liste pour poser une question de vive voix.
fact-question-answered = Une réponse est donnée à une question du public.
fact-question-answered-of = Une réponse est donnée à une question de { $speaker }.
fact-question-to = Elle s’adresse à { $name }.
fact-question = Question : « { $text } »
fact-on-stage-begun = { $name } commence à parler ; temps prévu : { $limit }.
fact-on-stage = { $name } parle pendant { $length } ; temps prévu : { $limit }.
fact-recording-started = Le son est enregistré à partir de ce moment.
fact-recording-stopped = L’enregistrement du son prend fin.
