# Le document final : rédigé en plusieurs langues côte à côte, conservé en versions, ouvert aux corrections, publié.
refusal-no-update = Le serveur n’a pas compris ce qui a été écrit. Rechargez la page et écrivez-le à nouveau.
refusal-draft-gap = Il manque au serveur quelque chose qui a été écrit avant. Rechargez la page.
refusal-draft-full = Le texte a atteint sa limite. Conservez une version et prévenez l’équipe technique.
refusal-outcome-issued = Le document final est publié. Le secrétariat peut le retirer.
refusal-no-corrections = Aucune correction n’est reçue pour le moment. Adressez-vous au secrétariat.
refusal-correction-answered = Cette correction a déjà reçu une réponse.

outcome-title = Document final
outcome-to-lobby = Programme
outcome-not-shown = Aucune version du document final n’est encore présentée.
outcome-language = { $language ->
    [ar] arabe
    [en] anglais
    [fr] français
   *[other] { $language }
}
outcome-languages = Langues
outcome-text-in = Texte en { outcome-language }
outcome-original = Original
outcome-missing = { $count ->
    [one] { $count } manquant
   *[other] { $count } manquants
}
outcome-older = { $count ->
    [one] { $count } antérieur à l’original
   *[other] { $count } antérieurs à l’original
}
outcome-unchecked = { $count ->
    [one] { $count } pas encore comparé
   *[other] { $count } pas encore comparés
}
outcome-complete = Tout conforme à l’original
outcome-standing = { $standing ->
    [older] L’original a changé depuis
    [unchecked] Pas encore comparé à l’original
    [missing] Manquant
   *[untied] Absent de l’original
}
outcome-kinds = Type de paragraphe
outcome-kind = { $kind ->
    [title] Titre
    [heading] Intertitre
    [plain] Sans numéro
    [numbered] Numéroté
   *[sub] Alinéa
}
outcome-paragraph = { $kind ->
    [title] Titre
    [heading] Intertitre
    [plain] Paragraphe sans numéro
   *[other] Paragraphe { $number }
}
outcome-paragraph-gone = Un paragraphe disparu
outcome-begin = { $kind ->
    [title] Commencer le titre
    [heading] Commencer l’intertitre
    [plain] Commencer ce paragraphe
   *[other] Commencer { $number }
}
outcome-tie = Relier à l’original dans l’ordre
outcome-tied = { $count ->
    [0] Rien à relier
    [one] { $count } paragraphe relié
   *[other] { $count } paragraphes reliés
}
outcome-tools = Outils
outcome-undo = Annuler
outcome-redo = Rétablir
outcome-bracket = Crochets
outcome-bracket-title = Crochets autour de la sélection
outcome-bracket-by = Qui les demande
outcome-bracket-act = Mettre entre crochets
outcome-bracket-away = Retirer les crochets
outcome-bracketed = Crochets demandés par : { $names }
outcome-matches = Conforme à l’original
outcome-matches-told = Marqué conforme à l’original
outcome-next = Suite à traiter
outcome-nothing-wanting = Rien ne manque ni n’est antérieur dans cette langue
outcome-paste-too-long = Trop long à coller d’un coup. Collez-le par parties.
outcome-taken-away = Le paragraphe que vous écriviez a été joint ou retiré par quelqu’un d’autre. Il disait : { $words }
outcome-saved = { $saved ->
    [saved] Tout est enregistré
    [saving] Enregistrement…
    [waiting] Pas de connexion : gardé sur cette page
   *[refused] Non enregistré
}
outcome-again = Réessayer
outcome-stands = { $standing ->
    [issued] Publié.
   *[taken_note_of] La conférence en a pris note.
}
outcome-closed = Rien ne s’écrit tant qu’il n’est pas retiré.
outcome-open-until = Ouvert aux corrections des délégations jusqu’au { $time }.
outcome-keys = Touches
outcome-key = { $act ->
    [undo] Annuler, dans cette langue
    [redo] Rétablir
    [bracket] Crochets autour de la sélection
    [matches] La traduction dit ce que dit l’original
    [next] Paragraphe suivant manquant ou antérieur
    [comment] Commenter le paragraphe
   *[kind] Type du paragraphe
}
outcome-beside = À côté du texte
outcome-comments = Commentaires
outcome-comments-none = Aucun commentaire.
outcome-comment = Commenter
outcome-comment-title = Commenter le paragraphe
outcome-comment-words = Commentaire, pour les rédacteurs
outcome-comment-act = Commenter
outcome-commented = Commentaire ajouté
outcome-settle = Traité
outcome-settled = Le commentaire est traité
outcome-words-needed = Écrivez quelque chose ici.
outcome-corrections = Corrections
outcome-corrections-none = Aucune délégation n’a demandé de correction.
outcome-corrections-open = Corrections…
outcome-corrections-title = Ouvrir une version aux corrections
outcome-corrections-note = Toute la conférence lit la version ; les délégations peuvent demander des corrections jusqu’au moment indiqué.
outcome-corrections-how = Que faire ?
outcome-corrections-act = { $act ->
    [open] Ouvrir une version jusqu’à un moment
   *[close] Ne plus recevoir de corrections
}
outcome-corrections-until = Jusqu’au ({ $zone })
outcome-to-version = à la version { $number }
outcome-correct = Demander une correction
outcome-correct-name = Demander une correction de { $number }
outcome-correct-title = Correction demandée par { $name }
outcome-correct-words = La rédaction voulue, ou ce qui ne va pas, en { outcome-language }
outcome-correct-act = Envoyer
outcome-own-corrections = Corrections demandées par votre délégation
outcome-unanswered = Sans réponse pour le moment
outcome-answered = { $accepted ->
    [true] Reprise
   *[false] Non reprise
}
outcome-withdraw = Retirer
outcome-withdrawn = Retirée
outcome-remark = Remarque à la délégation
outcome-accept = Reprendre
outcome-decline = Ne pas reprendre
outcome-versions = Versions
outcome-versions-none = Aucune version n’est encore conservée.
outcome-version-name = { $number } : { $name }
outcome-which-version = Quelle version
outcome-read = Lire
outcome-compare = Ce qui diffère de la { $number }
outcome-keep = Conserver une version
outcome-keep-title = Conserver le texte tel qu’il est
outcome-keep-name = Nom de la version
outcome-keep-act = Conserver
outcome-kept = La version { $number } est conservée
outcome-not-kept = { $code ->
    [offline] Pas de connexion. Réessayez quand elle sera rétablie.
   *[other] Elle n’a pas été conservée. Réessayez.
}
outcome-issue = Publier…
outcome-issue-title = Présenter une version au public
outcome-issue-note = La version est montrée à tous telle quelle. Personne ne l’adopte.
outcome-issue-how = À quel titre ?
outcome-issue-as = { $standing ->
    [issued] Publié
    [taken_note_of] Pris note
   *[taken_back] Le retirer
}
outcome-confirm = Confirmer
