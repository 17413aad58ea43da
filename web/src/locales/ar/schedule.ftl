# النافذة التي تغيّر فيها الأمانة موعد الجلسة وعنوانها.
schedule-title = الجلسة: الموعد والعنوان
schedule-when = متى تبدأ الجلسة؟
schedule-at-time = في موعد محدد
schedule-later = تأخير إلى موعد يُعلن لاحقاً
schedule-never = لن تُعقد الجلسة
schedule-starts = البداية، بتوقيت { $zone }
schedule-end = النهاية، بتوقيت { $zone }
schedule-lacking = يُرجى إدخال التاريخ والساعة.
schedule-step = تأخير { $minutes } دقيقة
schedule-moved = من { $from } إلى { $to }
schedule-why = السبب، يقرؤه الجميع (اختياري)
schedule-title-in = العنوان { in-language }
schedule-save = حفظ
schedule-changed = غيّر شخص آخر الجلسة في هذه الأثناء. تظهر الآن كما هي: يُرجى التحقق والحفظ من جديد.
refusal-schedule = { $code ->
    [stale_schedule] تغيّرت الجلسة في هذه الأثناء. يُرجى التحقق والمحاولة من جديد.
    [session_length] تنتهي الجلسة بعد بدايتها بمدة من 5 دقائق إلى 24 ساعة. يُرجى التحقق من البداية والنهاية.
    [session_too_far] تبعد البداية أكثر من سنة عن موعدها في ملف المؤتمر. يُرجى إدخال تاريخ آخر أو تعديل الملف.
    [session_known] هذه الجلسة مدرجة في البرنامج. يُرجى إغلاق النموذج والاطلاع على البرنامج.
   *[sessions_overlap] الجلسة «{ $title }» مقررة في هذا الموعد. يُرجى تغيير موعدها أولاً أو إعلان تأخيرها أو إلغائها.
}
