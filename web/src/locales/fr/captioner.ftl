# The captioner's console.
captioner-title = Pupitre de sous-titrage
captioner-about = Sous-titres { in-language }
captioner-not-yours = Seules les personnes chargées du sous-titrage d’une séance utilisent cette page.
captioner-to-room = Salle de séance
captioner-elsewhere = Ailleurs
captioner-line-lost = Reconnexion en cours. Ce que vous envoyez partira dès que la ligne sera rétablie.
captioner-entry = Sous-titre { in-language }
captioner-entry-hint = Entrée envoie la ligne. Dans le champ vide, la flèche vers le haut rappelle la dernière ligne pour la corriger ; Échap la laisse telle quelle.
captioner-send = Envoyer
captioner-correct = Corriger
captioner-correcting = Vous corrigez une ligne. Laissez-la vide pour la retirer.
captioner-tell-correcting = Correction : { $text }
captioner-tell-new = Nouvelle ligne
captioner-left = { $count ->
    [one] Encore { $count } caractère
   *[other] Encore { $count } caractères
}
captioner-over = { $count ->
    [one] { $count } caractère de trop
   *[other] { $count } caractères de trop
}
captioner-sending = En cours d’envoi
captioner-unsent = Non envoyée : { $text }
captioner-again = Reprendre dans le champ
captioner-again-name = Reprendre dans le champ : { $text }
captioner-shown = Ce qui est lu
captioner-nothing = Rien n’a encore été écrit.
captioner-on = { $who ->
    [you] Vous écrivez les sous-titres
    [other] { $name } écrit les sous-titres
    [machine] Une machine écrit les sous-titres jusqu’à ce que vous commenciez
   *[nobody] Personne n’écrit les sous-titres ; votre première ligne les commence
}
captioner-tell-taken = { $name } a pris le relais des sous-titres.
captioner-take = Prendre le relais
captioner-begin = Commencer
captioner-leave = Quitter les sous-titres
captioner-short = Abréviations
captioner-short-hint = Une par ligne : ce que vous tapez, un signe égal, ce que cela représente. Le remplacement se fait quand vous tapez une espace, une virgule ou un point, ou envoyez la ligne. Elles ne sont conservées que dans ce navigateur.
captioner-short-example = pmm = Pacte mondial sur les migrations
captioner-short-field = Liste des abréviations
captioner-short-count = { $count ->
    [one] { $count } abréviation
   *[other] { $count } abréviations
}
captioner-short-ignored = { $count ->
    [one] { $count } ligne n’est pas comprise : il y manque le signe égal, ou elle dépasse 200 caractères.
   *[other] { $count } lignes ne sont pas comprises : il y manque le signe égal, ou elles dépassent 200 caractères.
}
captioner-short-save = Enregistrer dans un fichier
captioner-short-open = Ajouter d’un fichier
captioner-short-unread = Le fichier n’a pas pu être lu. Choisissez un fichier texte de 256 ko au plus.
captioner-short-name = abreviations
captioner-hear = Ce que vous entendez
captioner-hear-start = Démarrer le son
refusal-no-captions = Vous n’écrivez de sous-titres dans aucune langue de cette séance. Adressez-vous au secrétariat.
refusal-captions-taken = Une autre personne écrit les sous-titres de votre langue. Prenez d’abord le relais, si telle est votre intention.
