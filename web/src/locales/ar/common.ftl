# Words that several screens share, the first page among them.

language-of-page = لغة الصفحة
language-not-loaded = تعذّر تحميل اللغة. يُرجى التحقق من الاتصال واختيارها من جديد.
notices = إشعارات
close-notice = إغلاق هذا الإشعار
announcement = إعلان
announcement-told = إعلان: { $text }
try-again = إعادة المحاولة
close = إغلاق
loading = جارٍ التحميل…
not-loaded = تعذّر تحميل هذه الصفحة. يُرجى التحقق من الاتصال وإعادة تحميلها.
page-fault = حدث خلل في هذه الصفحة، وقد لا يكون آخر ما طلبتموه قد نُفِّذ. يُرجى إعادة تحميلها والتحقق.
entering = جارٍ فتح رابطكم الشخصي…
to-programme = إلى البرنامج
to-way-in = إلى صفحة الدخول، حيث يُلصق الرابط كاملاً
phase-name = { $phase ->
    [scheduled] لم تُفتتح بعد
    [cancelled] أُلغيت الجلسة
    [open] الجلسة منعقدة
    [suspended] الجلسة معلَّقة
   *[closed] رُفعت الجلسة
}
session-kind = { $kind ->
    [plenary] جلسة عامة
    [round_table] مائدة مستديرة
   *[panel] حلقة نقاش
}
role-name = { $role ->
    [chair] الرئاسة
    [moderator] إدارة النقاش
    [secretariat] الأمانة
    [rapporteur] المقرر
    [delegate] مندوب
    [panellist] متحدث في حلقة النقاش
    [interpreter] مترجم شفوي
    [technician] فني
    [captioner] كاتب العرض النصي
    [display] شاشة المنصة
   *[observer] مراقب
}

page-link-unknown = هذا الرابط الشخصي غير صالح
page-link-unknown-remedy = ربما كان ناقصاً أو استُبدل. يُرجى فتح الرابط الكامل الوارد في دعوتكم أو طلب رابط جديد من الأمانة.
page-not-entered = يُرجى فتح رابطكم الشخصي من جديد
page-not-entered-remedy = لم يعد هذا المتصفح يتعرّف إليكم. يُرجى فتح الرابط الشخصي الوارد في دعوتكم في هذا المتصفح.
page-session-unknown = ليس لكم مكان في هذه الجلسة
page-session-unknown-remedy = يبيّن البرنامج الجلسات المتاحة لكم. وإن كان في الأمر خطأ، فيُرجى مراجعة الأمانة.
page-unavailable = يتعذّر الوصول إلى المؤتمر في الوقت الراهن
page-unavailable-remedy = يُرجى التحقق من الاتصال وإعادة المحاولة. وإن تعذّر الدخول على غيركم أيضاً، فيُرجى إبلاغ الأمانة.
page-nowhere = لا توجد صفحة في هذا العنوان
page-nowhere-remedy = يُرجى فتح الرابط الشخصي الوارد في دعوتكم.
page-ended = انتهى اتصال هذه الصفحة
page-ended-remedy = أماكنكم في القوائم محفوظة. يُرجى إعادة المحاولة؛ وإن عادت هذه الصفحة، فيُرجى إعادة تحميلها.

# Captions, wherever they are read.
captions = العرض النصي
captions-off = مُعطَّل
captions-choose = العرض النصي: اللغة
captions-lines = العرض النصي { in-language }
captions-none = لم يُكتب شيء منذ فترة.
captions-ended = لا يوجد عرض نصي { in-language } في الوقت الحالي.
captions-no-record = العرض النصي وسيلة مساعدة وليس محضرًا.
captions-machine = كتبته آلة وقد يتضمن أخطاء. العرض النصي وسيلة مساعدة وليس محضرًا.
