# Appels au technicien : aux pupitres, dans les cabines, et là où ils arrivent.
help-title = Appeler un technicien
help-called-short = Technicien appelé
help-legend = Qu’est-ce qui ne va pas ?
help-trouble = { $trouble ->
    [no_sound] Je n’entends rien
    [bad_sound] Le son est mauvais
    [microphone] Mon micro
    [connection] Ma connexion ou cette page
   *[other] Autre chose
}
help-note = Un technicien le lit aussitôt, dans sa langue. Les détails s’écrivent dans la discussion des techniciens.
help-call = Appeler
help-waiting = Appel à { $time } : { $trouble }. Personne n’a encore répondu.
help-answered = Appel à { $time } : { $trouble }. { $name } s’en occupe.
help-withdraw = C’est réglé : retirer l’appel
help-tell-answered = { $name } s’occupe de votre appel au technicien.
help-tell-settled = Votre appel au technicien est réglé.
