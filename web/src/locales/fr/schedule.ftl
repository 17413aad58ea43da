# La boîte où le secrétariat modifie l’horaire et le titre d’une séance.
schedule-title = Séance : horaire et titre
schedule-when = Quand la séance commence-t-elle ?
schedule-at-time = À une heure donnée
schedule-later = Retardée, heure à annoncer
schedule-never = Elle n’a pas lieu
schedule-starts = Début, à l’heure de { $zone }
schedule-end = Fin, à l’heure de { $zone }
schedule-lacking = Indiquez la date et l’heure.
schedule-step = { $minutes } min plus tard
schedule-moved = De { $from } à { $to }
schedule-why = Motif, que tous liront (facultatif)
schedule-title-in = Titre { in-language }
schedule-save = Enregistrer
schedule-changed = Quelqu’un d’autre a modifié la séance entre-temps. Elle est affichée telle qu’elle est maintenant : vérifiez et enregistrez de nouveau.
refusal-schedule = { $code ->
    [stale_schedule] La séance a été modifiée entre-temps. Vérifiez et réessayez.
    [session_length] Une séance se termine de 5 minutes à 24 heures après son début. Vérifiez le début et la fin.
    [session_too_far] Le début est à plus d’un an de celui du fichier de la conférence. Indiquez une autre date, ou modifiez le fichier.
    [session_known] Cette séance figure déjà au programme. Fermez le formulaire et consultez le programme.
   *[sessions_overlap] La séance « { $title } » est prévue à cette heure. Modifiez d’abord son horaire, ou annoncez son retard ou son annulation.
}
