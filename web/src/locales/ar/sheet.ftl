# ورقة سير الجلسة.
sheet-none = لا بنود بعد.
sheet-progress = { $progress ->
    [current] الآن
    [done] انتهى
   *[planned] لاحقاً
}
sheet-next-mark = التالي
sheet-times = { $real } من { $planned }
sheet-planned = { $planned }
sheet-over = زيادة { $time }
sheet-tells = يُبلَّغ حين يكون التالي
sheet-keys = على بند محدد: G يبدأه، وE يعدّله، والأسهم للتنقل. وB يبدأ البند التالي من أي موضع في الورقة.
sheet-begin-next = بدء التالي: { $item }
sheet-finish = إنهاء: { $item }
sheet-end-at = ينتهي كل شيء في { $time }
sheet-margin = { $late ->
    [true] بعد نهاية الجلسة بـ { $time }
   *[false] قبل نهاية الجلسة بـ { $time }
}
sheet-booths = { $late ->
    [true] بعد مغادرة المقصورات بـ { $time }
   *[false] قبل مغادرة المقصورات بـ { $time }
}
sheet-rest = بقي من المخطط { $time }
sheet-begin = بدء
sheet-end = إنهاء
sheet-edit = تعديل…
sheet-up = إلى أعلى
sheet-down = إلى أسفل
sheet-remove = حذف من الورقة
sheet-add = إضافة بند…
sheet-timer = تشغيل مؤقّت: { $name }
sheet-edit-title = تعديل البند
sheet-add-title = إضافة بند
sheet-field-kind = النوع
sheet-field-title = العنوان { $language ->
    [ar] بالعربية
    [fr] بالفرنسية
    [en] بالإنكليزية
   *[other] ({ $language })
}
sheet-field-person = من يتحدث
sheet-field-nobody = لا أحد بعينه
sheet-field-minutes = الدقائق
sheet-field-note = ملاحظة لمن يديرون الجلسة
sheet-field-tells = إبلاغه حين يكون التالي
sheet-save = حفظ
sheet-done = { $act ->
    [begin] بدأ: { $item }
    [finish] انتهى: { $item }
    [edit] عُدّل: { $item }
    [add] أُضيف بند
    [move] نُقل: { $item }
   *[remove] حُذف: { $item }
}
refusal-stale-sheet = غيّر شخص آخر الورقة في هذه الأثناء. هذا وضعها الآن؛ أعيدوا المحاولة.
refusal-item-under-way = هذا البند جارٍ. أنهوه أولاً أو ابدؤوا غيره.
refusal-item-not-under-way = هذا البند ليس جارياً.
cue-next = دوركم هو التالي: { $time }. استعدوا للكلام.
