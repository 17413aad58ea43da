# The dialog in which a delegation prepares its statement.
statement-title = Votre déclaration : { $list }
statement-speaker = Qui parle
statement-name = Désigner
statement-named = { $name } est désigné pour parler.
statement-text = Texte pour les interprètes
statement-text-hint = Seules les cabines et la présidence le lisent, jusqu’à ce que la déclaration ait été entendue.
statement-receipt = Reçu : { $language }, { $time }
statement-official-short = officiel
statement-take-back = Retirer
statement-take-back-name = Retirer le texte : { $language }
statement-taken-back = Le texte est retiré.
statement-language = Langue du texte
statement-words = Texte
statement-mark = Usage par les interprètes
statement-official = Version linguistique officielle
statement-give = Remettre le texte
statement-received = Le texte a été reçu.
statement-mark-name = { $mark ->
    [check_against_delivery] Le prononcé fait foi
   *[read_out_verbatim] Lu mot à mot
}
