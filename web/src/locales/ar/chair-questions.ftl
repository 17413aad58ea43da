# ما تفعله الرئاسة بأسئلة الحضور.
moderate-open = فتح باب الأسئلة
moderate-close = إغلاق باب الأسئلة
moderate-is-open = باب الأسئلة مفتوح.
moderate-hint = عند الوقوف على سؤال يعمل الحرف المبيّن على كل زر مفتاحاً له، وينقلكم السهمان إلى أعلى وأسفل.
moderate-none = لا شيء ينتظر القراءة.
moderate-waiting = بانتظار القراءة ({ $count })
moderate-visible = معروضة للجميع ({ $count })
moderate-past = انتهى أمرها ({ $count })
moderate-unnamed = الاسم مخفي عن الآخرين
moderate-act = { $act ->
    [show] عرض
    [decline] رفض…
    [pin] على المنصة
    [unpin] إزالة
    [answer] أُجيب
    [promote] إلى قائمة الكلمة
   *[archive] حفظ
}
moderate-done = { $act ->
    [show] عرض السؤال
    [decline] رفض السؤال
    [pin] تثبيت السؤال على المنصة
    [unpin] إلغاء تثبيت السؤال
    [answer] تسجيل الإجابة عن السؤال
    [promote] إدراج السؤال في قائمة طلبات الكلمة
   *[archive] حفظ السؤال
}
moderate-decline = رفض
moderate-decline-title = رفض هذا السؤال
moderate-decline-reason = السبب، ويقرؤه صاحب السؤال
