# Documents de la conférence.
documents-title = Documents
documents-search = Chercher dans la conférence
documents-none = Aucun document pour le moment.
documents-of-conference = Toute la conférence
documents-add = Ajouter un document
documents-change = Modifier…
documents-change-of = Modifier le document : { $title }
documents-held = Réservé au personnel jusqu’à sa publication.
documents-embargo = Sous embargo jusqu’à { $time } : réservé au personnel jusque-là.
documents-no-file = Pas encore de fichier
documents-official = officiel
# Each by its own name: it says who can read it.
documents-language = { $language ->
    [ar] العربية
    [en] English
    [fr] Français
   *[other] { $language }
}
documents-size-kb = { $size } ko
documents-size-mb = { $size } Mo
documents-title-in = Titre { in-language }
documents-title-needed = Indiquez un titre dans une langue au moins.
documents-symbol = Cote (facultatif)
documents-belongs = Se rapporte à
documents-official-language = Langue officielle
documents-official-none = Aucune
documents-file-in = Fichier { in-language } : PDF, DOCX ou texte brut, 32 Mo au plus
documents-file-now = Actuellement : { $name }. Un autre fichier prendra sa place.
documents-earlier = Fichiers précédents
documents-earlier-file = Fichier { $number }
documents-release = Qui peut le lire
documents-release-held = Le personnel seulement : bureau, cabines, rapporteurs
documents-release-embargo = Tout le monde à partir d’un moment
documents-release-released = Tous dans la conférence, tout de suite
documents-release-public = Tout le monde tout de suite, le public aussi
documents-public = Le public le lit aussi.
documents-until = À partir de (heure de { $zone })
documents-until-needed = Indiquez la date et l’heure.
documents-save = Enregistrer
documents-saved = Le document « { $title } » est enregistré.
documents-sending = Envoi de { $name }…
documents-withdraw = Le retirer : plus personne ne le lit
documents-problem = { $code ->
    [not_paper] « { $name } » n’a pas été accepté : il dépasse 32 Mo, est endommagé, verrouillé, ou n’est ni PDF, ni DOCX, ni texte brut.
    [not_clean] « { $name } » n’a pas été accepté : l’antivirus y a trouvé quelque chose.
    [not_taken] « { $name } » n’a pas été accepté : le document a autant de fichiers que possible.
    [too_fast] Trop de fichiers à la fois. Patientez un instant et enregistrez de nouveau.
    [document_unknown] Le document n’existe plus. Fermez le formulaire et consultez la liste.
   *[other] « { $name } » n’a pas pu être envoyé. Vérifiez la connexion et enregistrez de nouveau.
}
refusal-document-known = Ce document existe déjà. Fermez le formulaire et rouvrez-le.
refusal-no-file = Le document n’a pas encore de fichier. Ajoutez-en un d’abord.
messages-title = Messages clefs
messages-of = { $voice ->
    [member_states] Des États membres
   *[stakeholders] Des parties prenantes
}
messages-standing = { $standing ->
    [taken_note_of] La conférence a pris note de ces messages. Ils ne sont pas adoptés.
   *[issued] Publiés par les organisateurs de la conférence. Ils ne sont pas adoptés.
}
messages-objectives = Objectifs { $numbers }

# Documents of the record that are taken home.
exports-language = Langue du document
exports-group = { $of_session ->
    [true] Cette séance
   *[false] Toute la conférence
}
exports-what = { $what ->
    [log] Journal de la séance
    [speakers] Orateurs et temps de parole
    [attendance] Présences
    [chat] Ce qui a été écrit à tous dans la discussion
    [report] Rapport de la conférence
    [participants] Participants
    [key-messages] Messages clefs
    [outcome] Document final
   *[other] { $what }
}
exports-chat-note = Ne fait pas partie du compte rendu officiel.
exports-name = { $what }, { $format }
exports-refused = { $why ->
    [nothing_yet] Rien n’en a encore été écrit.
   *[not_allowed] Réservé à la présidence, au secrétariat et au rapporteur de la séance : adressez-vous à eux.
}
exports-making = Le document est en préparation…
exports-made = Enregistré : { $what }
exports-problem = { $code ->
    [not_allowed] Ce document est réservé à la présidence, au secrétariat et au rapporteur de la séance : adressez-vous à eux.
    [not_found] Rien n’en a encore été écrit.
    [too_fast] Des documents sont en préparation pour d’autres. Redemandez dans quelques secondes.
    [offline] Le serveur est injoignable. Vérifiez la connexion et redemandez.
   *[other] Le document n’a pas pu être préparé. Redemandez dans un moment.
}
exports-not-read = La liste n’a pas pu être lue. Fermez cette fenêtre et rouvrez-la.
# Each by its own name: it says who can read it.
exports-language-name = { $language ->
    [ar] العربية
    [en] English
    [fr] Français
   *[other] { $language }
}

documents-outcome = Document final

# A file that is read in the page.
reader-pages = Pages
reader-page = Page { $number } sur { $count }
reader-before = Précédente
reader-after = Suivante
reader-smaller = Plus petit
reader-larger = Plus grand
reader-opening = Ouverture…
reader-text = Texte
reader-ways = Lire par
reader-wordless = Aucun texte ne peut être lu dans ce fichier : ses pages sont peut-être des images.
reader-bar = Pages et taille
reader-fault = Ce fichier ne peut pas être affiché ici. Téléchargez-le pour l’ouvrir.
reader-take = Télécharger
