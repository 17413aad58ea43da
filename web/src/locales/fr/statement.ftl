# The dialog in which a delegation prepares its statement.
statement-title = Votre déclaration : { $list }
statement-speaker = Qui parle
statement-name = Désigner
statement-named = { $name } est désigné pour parler.
statement-text = Texte pour les interprètes
statement-text-hint = Seules les cabines et la présidence le lisent, jusqu’à ce que la déclaration ait été entendue.
statement-receipt = Reçu : { $language }, { $time }
statement-reading = environ { $length } de lecture
statement-longer = À un rythme qui permet l’interprétation (120 mots par minute), il dépasse votre temps de parole ({ $limit }).
statement-official-short = officiel
statement-take-back = Retirer
statement-take-back-name = Retirer le texte : { $language }
statement-taken-back = Le texte est retiré.
statement-language = Langue du texte
statement-words = Texte
statement-file = Ou un fichier : PDF, DOCX ou texte brut
statement-text-of = Texte de la déclaration : { $name }
statement-sending = Envoi de { $name }…
statement-file-problem = { $code ->
    [not_paper] « { $name } » n’a pas été accepté : il dépasse 32 Mo, est endommagé, verrouillé, ou n’est ni PDF, ni DOCX, ni texte brut.
    [not_clean] « { $name } » n’a pas été accepté : l’antivirus y a trouvé quelque chose.
    [not_taken] « { $name } » n’a pas été accepté : le texte dépasse 20 000 caractères, ou la demande n’attend plus.
    [too_fast] Trop de fichiers à la fois. Attendez un instant et remettez-le de nouveau.
   *[other] « { $name } » n’a pas pu être envoyé. Vérifiez la connexion et remettez-le de nouveau.
}
statement-mark = Usage par les interprètes
statement-official = Version linguistique officielle
statement-give = Remettre le texte
statement-received = Le texte a été reçu.
statement-mark-name = { $mark ->
    [check_against_delivery] Le prononcé fait foi
   *[read_out_verbatim] Lu mot à mot
}

recording-title = Déclaration préenregistrée
recording-hint = Elle est diffusée si votre délégation ne peut pas parler lorsqu’elle est appelée. Tout fichier son ou vidéo de 15 minutes au plus ; seul le son est utilisé. Jusqu’à ce qu’elle ait été entendue, seules votre délégation, les cabines et la présidence peuvent l’écouter.
recording-choose = Choisir un fichier
recording-again = Choisir un autre fichier à sa place
recording-making = Préparation et envoi
recording-received = L’enregistrement est reçu : { $length }.
recording-held = Reçu : { $length }, { $time }
recording-longer = Il dépasse votre temps de parole ({ $limit }).
recording-take-back = Retirer l’enregistrement
recording-taken-back = L’enregistrement est retiré.
recording-unreadable = Ce navigateur ne peut pas lire le son de ce fichier. Choisissez un autre fichier, ou utilisez une version récente de Chrome, Edge, Firefox ou Safari.
recording-not-taken = { $why ->
    [not_sound] Le serveur n’a pas pu utiliser cet enregistrement : 15 minutes et 8 Mo au plus.
    [not_taken] Il n’a pas été accepté : il doit durer entre une seconde et 15 minutes, et votre demande doit encore attendre.
    [too_fast] Trop d’essais ; attendez un instant.
    [offline] Le serveur n’a pas été atteint. Réessayez.
   *[other] Il n’a pas pu être remis. Réessayez, ou adressez-vous au secrétariat.
}
