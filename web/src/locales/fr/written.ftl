# Pages that the server writes, whole without a script: the way in, and what the public follows.
landing-what = Une conférence multilatérale dans le navigateur : la parole, la liste des orateurs, l’interprétation et le procès-verbal.
landing-days = du { $first } au { $last }
landing-online = en ligne · heure de l’hôte, { $city }
landing-invited = Vous êtes invité
landing-invited-words = Ouvrez le lien de votre invitation. Il mène directement à votre plaque : ni compte, ni mot de passe.
landing-paste = Ou collez-le ici, entier
landing-open = Ouvrir ma place
landing-not-a-link = Ce n’est pas un lien personnel. Copiez-le en entier depuis votre invitation, avec tout ce qui suit le #.
landing-no-link = Pas de lien, ou il ne s’ouvre pas ? Demandez-en un autre au secrétariat de la conférence.
landing-no-script = Pour entrer dans la conférence, ce navigateur doit autoriser JavaScript ; pour suivre en public, non.
landing-follow = Suivre en public
landing-follow-words = Le son dans chaque langue, qui parle, le programme. Aucun lien n’est nécessaire.
landing-not-public = Cette conférence n’est pas ouverte au public. Les personnes invitées ont un lien personnel.
landing-over = Toutes les séances sont levées.
landing-whole = Tout le programme
written-as-of = État à { $time }, heure de l’hôte ({ $city }).
written-update = Mettre à jour
written-who = Qui a la parole
written-how = Choisissez un canal et lancez la lecture. Vous entendez la salle avec quelques secondes de retard, celui de votre lecteur : le nom peut changer avant la voix.
written-player = ouvrir dans un lecteur
written-works = Cette page fonctionne sans JavaScript. La partie qui dit qui parle se renouvelle toutes les 20 secondes ; le son continue.
written-day-of = { $day } · heures de l’hôte ({ $city })
written-begins = Commence le { $day } à { $time }.
written-speaks = En séance · la parole est à : { $name }
written-contents = Sur cette page
written-statements = Déclarations
written-statements-none = Aucune déclaration n’a été faite.
written-manner = { $manner ->
    [reply] Droit de réponse
    [question] Question
    [motion] Sur une motion
    [stage] Sur la scène
    [writing] Déposée par écrit
   *[statement] Déclaration
}
written-behalf = Également au nom de : { $group }
written-reply = En réponse à : { $name }
written-text = Le texte { $language }
written-text-name = Le texte { $language } : { $name }
written-check = Le prononcé fait foi
written-hear = Écouter à partir de { $time }
written-hear-name = Écouter à partir de { $time } : { $name }
written-messages = Messages clefs
written-messages-standing = { $standing ->
    [taken_note_of] La conférence a pris note de ces messages. Ils ne sont pas adoptés.
   *[issued] Publiés par les organisateurs de la conférence. Ils ne sont pas adoptés.
}
written-outcome-read = Lire le document final
written-outcome-standing = { $standing ->
    [taken_note_of] La conférence a pris note de ce document. Il n’est pas adopté.
   *[issued] Publié par les organisateurs de la conférence. Il n’est pas adopté.
}
written-documents = Documents
written-official = officiel
written-size = { $size } ko
