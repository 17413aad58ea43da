# وثائق المؤتمر.
documents-title = الوثائق
documents-search = البحث في المؤتمر
documents-none = لا وثائق بعد.
documents-of-conference = المؤتمر كله
documents-add = إضافة وثيقة
documents-change = تعديل…
documents-change-of = تعديل الوثيقة: { $title }
documents-held = يقرؤها الموظفون وحدهم إلى أن تُنشر.
documents-embargo = محظورة النشر حتى { $time }، ويقرؤها الموظفون وحدهم إلى ذلك الحين.
documents-no-file = لا ملف بعد
documents-official = رسمية
# Each by its own name: it says who can read it.
documents-language = { $language ->
    [ar] العربية
    [en] English
    [fr] Français
   *[other] { $language }
}
documents-size-kb = { $size } كيلوبايت
documents-size-mb = { $size } ميغابايت
documents-title-in = العنوان { in-language }
documents-title-needed = يُرجى إدخال عنوان بلغة واحدة على الأقل.
documents-symbol = الرمز (اختياري)
documents-belongs = تتعلق بـ
documents-official-language = اللغة الرسمية
documents-official-none = لا شيء
documents-file-in = الملف { in-language }: ‏PDF أو DOCX أو نص عادي، 32 ميغابايت على الأكثر
documents-file-now = الحالي: { $name }. ويحل محله أي ملف آخر.
documents-earlier = ملفاته السابقة
documents-earlier-file = الملف { $number }
documents-release = من يقرؤها
documents-release-held = الموظفون وحدهم: المكتب والمقصورات والمقررون
documents-release-embargo = الجميع ابتداءً من وقت معيّن
documents-release-released = كل المشاركين في المؤتمر فوراً
documents-release-public = الجميع فوراً، والجمهور أيضاً
documents-public = يقرؤها الجمهور أيضاً.
documents-until = ابتداءً من، بتوقيت { $zone }
documents-until-needed = يُرجى إدخال التاريخ والوقت.
documents-save = حفظ
documents-saved = حُفظت الوثيقة «{ $title }».
documents-sending = جارٍ إرسال { $name }…
documents-withdraw = سحبها: لا يقرؤها أحد بعد ذلك
documents-problem = { $code ->
    [not_paper] لم يُقبل «{ $name }»: حجمه أكبر من 32 ميغابايت، أو هو تالف أو مقفل، أو ليس PDF ولا DOCX ولا نصاً عادياً.
    [not_clean] لم يُقبل «{ $name }»: وجد فاحص الفيروسات فيه شيئاً.
    [not_taken] لم يُقبل «{ $name }»: بلغت ملفات الوثيقة حدها الأقصى.
    [too_fast] ملفات كثيرة في آن واحد. يُرجى الانتظار قليلاً ثم الحفظ من جديد.
    [document_unknown] لم تعد الوثيقة موجودة. يُرجى إغلاق النموذج والاطلاع على القائمة.
   *[other] تعذّر إرسال «{ $name }». يُرجى التحقق من الاتصال والحفظ من جديد.
}
refusal-document-known = هذه الوثيقة موجودة. يُرجى إغلاق النموذج وفتحه من جديد.
refusal-no-file = لا ملف لهذه الوثيقة بعد. يُرجى إضافة ملف أولاً.
messages-title = الرسائل الرئيسية
messages-of = { $voice ->
    [member_states] رسائل الدول الأعضاء
   *[stakeholders] رسائل أصحاب المصلحة
}
messages-standing = { $standing ->
    [taken_note_of] أحاط المؤتمر علماً بهذه الرسائل، وهي ليست معتمدة.
   *[issued] صدرت عن الداعين إلى المؤتمر، وهي ليست معتمدة.
}
messages-objectives = الأهداف { $numbers }

# Documents of the record that are taken home.
exports-language = لغة الوثيقة
exports-group = { $of_session ->
    [true] هذه الجلسة
   *[false] المؤتمر كله
}
exports-what = { $what ->
    [log] سجل الجلسة
    [speakers] المتكلمون وأوقاتهم
    [attendance] الحضور
    [chat] ما كُتب للجميع في المحادثة
    [report] تقرير المؤتمر
    [participants] المشاركون
    [key-messages] الرسائل الرئيسية
    [outcome] الوثيقة الختامية
   *[other] { $what }
}
exports-chat-note = ليست جزءاً من المحضر الرسمي.
exports-name = { $what }، { $format }
exports-refused = { $why ->
    [nothing_yet] لم يُكتب منها شيء بعد.
   *[not_allowed] لرئاسة الجلسة وأمانتها ومقررها: اطلبوها منهم.
}
exports-making = يجري إعداد الوثيقة…
exports-made = حُفظت: { $what }
exports-problem = { $code ->
    [not_allowed] هذه الوثيقة لرئاسة الجلسة وأمانتها ومقررها: اطلبوها منهم.
    [not_found] لم يُكتب منها شيء بعد.
    [too_fast] تُعدّ وثائق لغيركم الآن. اطلبوها ثانية بعد ثوانٍ.
    [offline] تعذّر الوصول إلى الخادم. تحققوا من الاتصال ثم اطلبوها ثانية.
   *[other] تعذّر إعداد الوثيقة. اطلبوها ثانية بعد قليل.
}
exports-not-read = تعذّرت قراءة القائمة. أغلقوا هذه النافذة وافتحوها ثانية.
# Each by its own name: it says who can read it.
exports-language-name = { $language ->
    [ar] العربية
    [en] English
    [fr] Français
   *[other] { $language }
}

documents-outcome = الوثيقة الختامية

# A file that is read in the page.
reader-pages = الصفحات
reader-page = الصفحة { $number } من { $count }
reader-before = السابقة
reader-after = التالية
reader-smaller = أصغر
reader-larger = أكبر
reader-opening = جارٍ الفتح…
reader-text = النص
reader-ways = طريقة القراءة
reader-wordless = لا يمكن قراءة نص من هذا الملف: قد تكون صفحاته صوراً.
reader-bar = الصفحات والحجم
reader-fault = لا يمكن عرض هذا الملف هنا. نزّلوه وافتحوه لديكم.
reader-take = تنزيل
