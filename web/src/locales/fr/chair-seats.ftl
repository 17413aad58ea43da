position-name = { $position ->
    [head] Chef de délégation
    [representative] Représentant
    [alternate] Suppléant
    [adviser] Conseiller
    [expert] Expert
   *[none] fonction non précisée
}
seats-add = Ajouter une personne
seats-add-to = Ajouter une personne : { $name }
seats-change = Modifier
seats-change-of = Modifier le siège de { $name }
seats-nobody = Personne ne siège ici.
seats-name-in = Nom { in-language }
seats-name-needed = Donnez le nom dans au moins une langue.
seats-position = Fonction dans la délégation
seats-rank = Rang
seats-language = Langue de ses pages
seats-save = Enregistrer
seats-saved = Siège de { $name }
seats-changed = Le siège a été modifié entre-temps. Il est montré tel qu’il est : vérifiez et enregistrez de nouveau.
seats-speaks = Donner maintenant la parole à { $name }
seats-link = Lien personnel
seats-link-new = Créer un nouveau lien
seats-link-once = Copiez le lien maintenant et ne l’envoyez qu’à { $name }. Il ne sera plus montré.
seats-link-copy = Copier le lien
seats-link-copied = Le lien a été copié.
seats-links-revoke = Révoquer tous les liens
seats-links-revoked = { $count ->
    [0] Aucun lien n’était en vigueur.
    [one] { $count } lien a été révoqué.
   *[other] { $count } liens ont été révoqués.
}
seats-link-failed = Cela n’a pas fonctionné. Réessayez.
seats-link-elsewhere = { $name } a aussi une fonction dans une autre séance. Seul un secrétariat chargé de toutes ces séances crée et révoque ses liens.
seats-withdraw = Retirer de la conférence
seats-withdraw-ask = Retirer { $name } ? Tous les liens cessent aussitôt de fonctionner, sans retour possible.
seats-withdraw-act = Retirer
seats-link-qr = Code QR du lien personnel de { $name }
office-delegation = Délégation
office-choose = Choisissez une délégation
office-delegation-needed = Choisissez la délégation à laquelle la personne appartient.
office-language-usual = Comme la délégation : { $language ->
    [ar] arabe
    [fr] français
    [en] anglais
   *[other] { $language }
}
office-add-and-link = Ajouter et créer le lien
office-added = { $name } est ajouté à la liste des participants.
office-add-another = Ajouter quelqu’un d’autre
office-done = Terminé
