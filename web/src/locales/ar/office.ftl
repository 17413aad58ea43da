# The secretariat's own place: a day of the conference at a glance.
office-title = الأمانة
office-programme = البرنامج
office-days = أيام المؤتمر
office-sessions = جلسات اليوم
office-online = { $people ->
    [zero] لا أحد متصل
    [one] شخص واحد متصل
    [two] شخصان متصلان
    [few] { $people } أشخاص متصلون
   *[other] { $people } شخصاً متصلون
}
office-needs = يحتاج إلى تدخّل
office-need-booth = { $lacks ->
    [people] { $session }: لا أحد في المقصورة ({ $booth }).
   *[microphone] { $session }: لا صوت من ميكروفونات المقصورة ({ $booth }).
}
office-need-lead = { $role ->
    [moderator] { $session }: من يدير النقاش غير حاضر.
   *[chair] { $session }: الرئاسة غير حاضرة.
}
office-need-late = { $session }: كان ينبغي أن تبدأ الجلسة.
office-time-later = يُحدَّد لاحقاً
office-has-floor = الكلمة لـ{ $name }
office-recorded-since = تسجيل منذ { $time }
office-record = السجل
office-desk = فتح المكتب
office-set-time = تحديد الموعد…
office-set-time-of = تحديد موعد { $name }
office-present = الحضور
office-delegations-of = { $present } من { $seats } وفداً
office-people = { $people ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
   *[other] { $people } شخصاً
}
office-lists = القوائم
office-waiting = { $count ->
    [zero] لا أحد ينتظر
    [one] طلب واحد ينتظر
    [two] طلبان ينتظران
    [few] { $count } طلبات تنتظر
   *[other] { $count } طلباً ينتظر
}
office-nobody-waits = لا أحد ينتظر.
office-ends-about = تنتهي نحو { $time }
office-booths = المقصورات
office-booth-nobody = لا أحد
office-booth-microphone = لا ميكروفون
office-booth-ready = جاهزة
office-links = الروابط
office-unopened = { $count ->
    [zero] فُتحت جميعها
    [one] رابط واحد لم يُفتح
    [two] رابطان لم يُفتحا
    [few] { $count } روابط لم تُفتح
   *[other] { $count } رابطاً لم يُفتح
}
office-people-title = الأشخاص
office-search = الاسم أو الوفد أو المقصورة أو الدور
office-filter = من يُعرض
office-filter-name = { $filter ->
    [not_opened] رابط لم يُفتح
    [no_link] بلا رابط
    [absent] غائبون
   *[all] الجميع
}
office-add-short = إضافة
office-officials = المسؤولون والمترجمون الشفويون
office-nobody-found = لا نتيجة. ابحثوا بكلمات أقل أو اعرضوا الجميع.
office-in-session = في الجلسة
office-absent = غير حاضر
office-no-link = بلا رابط
office-link-not-opened = الرابط لم يُفتح
office-link-opened = فُتح { $time }
office-add-session = إضافة جلسة
office-session-like = على غرار الجلسة
office-session-like-note = تأخذ الجلسة الجديدة عنها نوعها وقوائمها وقواعدها والمشاركين فيها.
office-session-title-needed = اكتبوا العنوان بلغة واحدة على الأقل.
office-session-added = أُدرجت الجلسة في البرنامج: { $title }.
office-items = بنود تمتد على عدة جلسات
office-list-at = في «{ $session }»
office-list-called-for = تُحال إلى «{ $session }»
office-list-kept = { $count ->
    [0] محفوظة للجلسة التالية. لا أحد ينتظر.
    [one] محفوظة للجلسة التالية. ينتظر وفد واحد.
    [two] محفوظة للجلسة التالية. ينتظر وفدان.
    [few] محفوظة للجلسة التالية. تنتظر { $count } وفود.
   *[other] محفوظة للجلسة التالية. عدد المنتظرين { $count }.
}
office-item-closed = أُقفل البند
office-hand-on = إحالة…
office-hand-on-of = إحالة: { $list }
office-hand-on-to = إلى أي جلسة
office-hand-on-act = إحالة
office-hand-on-note = يحتفظ كل منتظر بدوره. وتُسلَّم القائمة في الحال، وتستمر الكلمة الجارية.
office-hand-on-nowhere = لا توجد جلسة أخرى بشأن البند يمكن إحالتها إليها. أضيفوا جلسة أولاً.
office-close-item = إقفال البند…
office-close-item-of = إقفال البند: { $item }
office-close-item-act = إقفال البند
office-close-item-note = لا يُستمع بعد ذلك إلى من لا يزال ينتظر على قوائمه، وتنتهي القوائم في جميع الجلسات. ولا يمكن التراجع عن ذلك.
office-announce = إعلان…
office-announce-in = { $language ->
    [ar] النص بالعربية
    [fr] النص بالفرنسية
    [en] النص بالإنكليزية
   *[other] النص ({ $language })
}
office-announce-where = أين يُعرض
office-announce-everywhere = جميع الجلسات والبرنامج
office-announce-everywhere-hint = بما فيها الجلسات التي تُضاف أو يُعاد افتتاحها ما دام الإعلان معروضاً.
office-announce-now = المعروض الآن في جميع الجلسات:
office-announce-take-down = إزالة من كل مكان
office-announce-taken-down = أُزيل الإعلان من كل مكان.
office-announce-act = عرض
office-announce-empty = اكتبوا الإعلان بلغة واحدة على الأقل.
office-announce-nowhere = اختاروا جلسة واحدة على الأقل.
office-announced = يُعرض الإعلان الآن.
office-sheet = الروابط الشخصية
office-sheet-ask = { $count ->
    [one] يُنشأ رابط شخصي جديد لشخص واحد. وتبقى الروابط السابقة صالحة.
    [two] يُنشأ رابط شخصي جديد لكل من شخصين. وتبقى الروابط السابقة صالحة.
    [few] يُنشأ رابط شخصي جديد لكل من { $count } أشخاص. وتبقى الروابط السابقة صالحة.
   *[other] يُنشأ رابط شخصي جديد لكل من { $count } شخصاً. وتبقى الروابط السابقة صالحة.
}
office-sheet-for = { $count ->
    [one] إنشاء رابط لشخص واحد…
    [two] إنشاء رابطين لشخصين…
    [few] إنشاء روابط لـ{ $count } أشخاص…
   *[other] إنشاء روابط لـ{ $count } شخصاً…
}
office-sheet-make = إنشاء الروابط
office-sheet-made = { $count ->
    [one] أُنشئ رابط واحد. يُعرض إلى حين إغلاق هذه النافذة.
    [two] أُنشئ رابطان. يُعرضان إلى حين إغلاق هذه النافذة.
    [few] أُنشئت { $count } روابط. تُعرض إلى حين إغلاق هذه النافذة.
   *[other] أُنشئ { $count } رابطاً. تُعرض إلى حين إغلاق هذه النافذة.
}
office-sheet-missed = { $count ->
    [one] لم يُنشأ رابط لشخص واحد: له دور لدى أمانة أخرى، أو لم يعد له مقعد.
    [two] لم يُنشأ رابط لشخصين: لهما دور لدى أمانة أخرى، أو لم يعد لهما مقعد.
    [few] لم يُنشأ رابط لـ{ $count } أشخاص: لهم دور لدى أمانة أخرى، أو لم يعد لهم مقعد.
   *[other] لم يُنشأ رابط لـ{ $count } شخصاً: لهم دور لدى أمانة أخرى، أو لم يعد لهم مقعد.
}
office-sheet-print = طباعة الورقة
office-sheet-csv = حفظ كجدول (CSV)
office-column = { $column ->
    [name] الاسم
    [delegation] الوفد
    [function] الصفة
    [language] اللغة
   *[link] الرابط
}
office-recordings = التسجيلات…
office-recordings-of = التسجيلات: { $session }
office-recorded-from = مسجّل من الساعة { $time }، { $length }
office-recording-take = تنزيل ({ $megabytes } ميغابايت)
office-recording-take-name = تنزيل { $channel } ({ $megabytes } ميغابايت)
office-captions-take = تنزيل العرض النصي { in-language } (WebVTT)
office-captions-no-record = العرض النصي وسيلة مساعدة وليس محضرًا.
office-recordings-none = لم يُسجَّل شيء من هذه الجلسة.
office-recordings-not-read = تعذّرت قراءة التسجيلات. أغلقوا هذه النافذة وافتحوها من جديد.
office-export = تصدير
office-export-of = تصدير وثائق الجلسة: { $session }
