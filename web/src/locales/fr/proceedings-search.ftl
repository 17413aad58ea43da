# Chercher des mots dans une séance.
search-title = Chercher dans cette séance
search-words = Mots à chercher
search-do = Chercher
search-note = Cherche dans les déclarations, les messages et le compte rendu, dans la mesure où vous pouvez les lire.
search-found = { $count ->
    [0] Rien n’a été trouvé.
    [one] { $count } passage trouvé.
   *[other] { $count } passages trouvés.
}
search-more = Il y en a d’autres : cherchez plus de mots.
search-failed = La recherche a échoué. Réessayez dans un instant.
search-kind = { $kind ->
    [document] Document
    [key_message] Message clé
    [text] Déclaration
    [message] Message
   *[paragraph] Compte rendu
}
search-paragraph = Paragraphe { $number }
search-all-title = Chercher dans la conférence
search-all-note = Cherche dans les documents, les messages clés et les séances auxquelles vous participez, dans la mesure où vous pouvez les lire.
search-papers = Documents et messages clés
search-more-there = Il y en a d’autres : cherchez dans la séance même.
