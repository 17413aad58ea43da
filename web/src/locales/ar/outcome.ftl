# الوثيقة الختامية: تُكتب بعدة لغات جنباً إلى جنب، وتُحفظ في نسخ، وتُفتح للتصويبات، وتُصدر.
refusal-no-update = لم يفهم الخادم ما كُتب. أعيدوا تحميل الصفحة واكتبوه من جديد.
refusal-draft-gap = ينقص الخادمَ شيءٌ كُتب من قبل. أعيدوا تحميل الصفحة.
refusal-draft-full = بلغ النص حدّه. احفظوا نسخة وأبلغوا القائمين على الخادم.
refusal-outcome-issued = صدرت الوثيقة الختامية. بإمكان الأمانة سحبها.
refusal-no-corrections = لا تُستقبل تصويبات الآن. اسألوا الأمانة.
refusal-correction-answered = سبق الرد على هذا التصويب.

outcome-title = الوثيقة الختامية
outcome-to-lobby = البرنامج
outcome-not-shown = لم تُعرض أي نسخة من الوثيقة الختامية بعد.
outcome-language = { $language ->
    [ar] العربية
    [en] الإنكليزية
    [fr] الفرنسية
   *[other] { $language }
}
outcome-languages = اللغات
outcome-text-in = النص باللغة { outcome-language }
outcome-original = الأصل
outcome-missing = { $count ->
    [zero] لا ناقص
    [one] فقرة ناقصة
    [two] فقرتان ناقصتان
    [few] { $count } فقرات ناقصة
   *[other] { $count } فقرة ناقصة
}
outcome-older = { $count ->
    [zero] لا أقدم من الأصل
    [one] فقرة أقدم من الأصل
    [two] فقرتان أقدم من الأصل
    [few] { $count } فقرات أقدم من الأصل
   *[other] { $count } فقرة أقدم من الأصل
}
outcome-unchecked = { $count ->
    [zero] قورن الكل
    [one] فقرة لم تُقارن بعد
    [two] فقرتان لم تُقارنا بعد
    [few] { $count } فقرات لم تُقارن بعد
   *[other] { $count } فقرة لم تُقارن بعد
}
outcome-complete = الكل مطابق للأصل
outcome-standing = { $standing ->
    [older] تغيّر الأصل بعدها
    [unchecked] لم تُقارن بالأصل بعد
    [missing] ناقصة
   *[untied] ليست في الأصل
}
outcome-kinds = نوع الفقرة
outcome-kind = { $kind ->
    [title] عنوان
    [heading] عنوان فرعي
    [plain] بلا رقم
    [numbered] مرقّمة
   *[sub] فقرة فرعية
}
outcome-paragraph = { $kind ->
    [title] العنوان
    [heading] العنوان الفرعي
    [plain] فقرة بلا رقم
   *[other] الفقرة { $number }
}
outcome-paragraph-gone = فقرة لم تعد موجودة
outcome-begin = { $kind ->
    [title] بدء العنوان
    [heading] بدء العنوان الفرعي
    [plain] بدء هذه الفقرة
   *[other] بدء { $number }
}
outcome-tie = ربط بالأصل بالترتيب
outcome-tied = { $count ->
    [zero] لا شيء يُربط
    [one] رُبطت فقرة
    [two] رُبطت فقرتان
    [few] رُبطت { $count } فقرات
   *[other] رُبطت { $count } فقرة
}
outcome-tools = الأدوات
outcome-undo = تراجع
outcome-redo = إعادة
outcome-bracket = أقواس
outcome-bracket-title = أقواس حول المحدَّد
outcome-bracket-by = من يطلبها
outcome-bracket-act = وضع الأقواس
outcome-bracket-away = إزالة الأقواس
outcome-bracketed = طلب الأقواس: { $names }
outcome-matches = مطابقة للأصل
outcome-matches-told = عُلّمت مطابقةً للأصل
outcome-next = التالي المطلوب
outcome-nothing-wanting = لا ناقص ولا أقدم في هذه اللغة
outcome-paste-too-long = أطول من أن يُلصق دفعة واحدة. ألصقوه على أجزاء.
outcome-taken-away = ضُمّت الفقرة التي كنتم تكتبون فيها أو أزالها غيركم. كان نصها: { $words }
outcome-saved = { $saved ->
    [saved] حُفظ كل شيء
    [saving] جارٍ الحفظ…
    [waiting] لا اتصال: محفوظ في هذه الصفحة
   *[refused] لم يُحفظ
}
outcome-again = إعادة المحاولة
outcome-stands = { $standing ->
    [issued] صدرت.
   *[taken_note_of] أحاط المؤتمر علماً بها.
}
outcome-closed = لا يُكتب شيء حتى تُسحب.
outcome-open-until = مفتوحة لتصويبات الوفود حتى { $time }.
outcome-keys = المفاتيح
outcome-key = { $act ->
    [undo] تراجع، في هذه اللغة
    [redo] إعادة
    [bracket] أقواس حول المحدَّد
    [matches] الترجمة تقول ما يقوله الأصل
    [next] الفقرة التالية الناقصة أو الأقدم
    [comment] تعليق على الفقرة
   *[kind] نوع الفقرة
}
outcome-beside = إلى جانب النص
outcome-comments = التعليقات
outcome-comments-none = لا تعليقات.
outcome-comment = تعليق
outcome-comment-title = تعليق على الفقرة
outcome-comment-words = تعليق، لمن يكتبون
outcome-comment-act = تعليق
outcome-commented = أُضيف التعليق
outcome-settle = عولج
outcome-settled = عولج التعليق
outcome-words-needed = اكتبوا شيئاً هنا.
outcome-corrections = التصويبات
outcome-corrections-none = لم يطلب أي وفد تصويباً.
outcome-corrections-open = التصويبات…
outcome-corrections-title = فتح نسخة للتصويبات
outcome-corrections-note = يقرأ الجميع في المؤتمر النسخة؛ وللوفود أن تطلب تصويبات حتى الموعد.
outcome-corrections-how = ما المطلوب؟
outcome-corrections-act = { $act ->
    [open] فتح نسخة حتى موعد
   *[close] عدم استقبال المزيد من التصويبات
}
outcome-corrections-until = حتى ({ $zone })
outcome-to-version = على النسخة { $number }
outcome-correct = طلب تصويب
outcome-correct-name = طلب تصويب { $number }
outcome-correct-title = تصويب يطلبه { $name }
outcome-correct-words = الصياغة المطلوبة، أو موضع الخطأ، باللغة { outcome-language }
outcome-correct-act = إرسال
outcome-own-corrections = التصويبات التي طلبها وفدكم
outcome-unanswered = لم يُرد عليه بعد
outcome-answered = { $accepted ->
    [true] أُخذ به
   *[false] لم يُؤخذ به
}
outcome-withdraw = سحب
outcome-withdrawn = سُحب
outcome-remark = ملاحظة إلى الوفد
outcome-accept = الأخذ به
outcome-decline = عدم الأخذ به
outcome-versions = النسخ
outcome-versions-none = لم تُحفظ أي نسخة بعد.
outcome-version-name = { $number }: { $name }
outcome-which-version = أي نسخة
outcome-read = قراءة
outcome-compare = ما يختلف عن { $number }
outcome-keep = حفظ نسخة
outcome-keep-title = حفظ النص كما هو
outcome-keep-name = اسم النسخة
outcome-keep-act = حفظ
outcome-kept = حُفظت النسخة { $number }
outcome-not-kept = { $code ->
    [offline] لا اتصال. أعيدوا المحاولة عند عودته.
   *[other] لم تُحفظ. أعيدوا المحاولة.
}
outcome-issue = إصدار…
outcome-issue-title = عرض نسخة على الجمهور
outcome-issue-note = تُعرض النسخة على الجميع كما هي. لا أحد يعتمدها.
outcome-issue-how = بأي صفة؟
outcome-issue-as = { $standing ->
    [issued] صادرة
    [taken_note_of] أُحيط علماً بها
   *[taken_back] سحبها
}
outcome-confirm = تأكيد
