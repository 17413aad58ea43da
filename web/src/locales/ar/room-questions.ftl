# أسئلة الحضور إلى المتحدثين.
tab-questions = الأسئلة
questions-all = أسئلة إلى المتحدثين
questions-own = أسئلتكم
questions-answered = أُجيب عنها
questions-none = لا توجد أسئلة معروضة بعد.
questions-closed = باب الأسئلة مغلق حالياً.
question-on-stage = السؤال المعروض
question-promoted = أُدرج في قائمة طلبات الكلمة
question-unnamed = الاسم غير معلن
question-own-unnamed = لا يظهر اسمكم إلا للرئاسة والأمانة
question-to = موجّه إلى { $name }
question-votes = { $count ->
    [zero] لا أصوات
    [one] صوت واحد
    [two] صوتان
    [few] { $count } أصوات
    [many] { $count } صوتاً
   *[other] { $count } صوت
}
question-vote = تأييد هذا السؤال:
question-state = { $state ->
    [waiting] بانتظار قراءة مدير النقاش
    [visible] معروض للجميع
    [answered] أُجيب عنه
    [archived] محفوظ
    [declined] مرفوض
   *[withdrawn] مسحوب
}
question-reason = السبب: { $reason }
question-withdraw = سحب السؤال
question-ask = توجيه سؤال
question-note = يقرأ مدير النقاش سؤالكم أولاً.
question-text = نص السؤال
question-to-whom = إلى من
question-to-all = جميع المتحدثين
question-language = لغة السؤال
question-hide-name = عدم إظهار اسمي
question-hide-name-note = ترى الرئاسة ومدير النقاش والأمانة دائماً من يسأل.
question-send = إرسال السؤال
refusal-questions-closed = باب الأسئلة مغلق حالياً. انتظروا حتى يفتحه مدير النقاش.
refusal-wrong-question-state = تغيّر وضع هذا السؤال في هذه الأثناء. انظروا إليه وأعيدوا المحاولة.
refusal-too-many-questions = بلغتم الحد الأقصى من الأسئلة المفتوحة. انتظروا الجواب أو اسحبوا أحدها.
refusal-author-unnamed = لا يرغب صاحب السؤال في ذكر اسمه. اقرؤوا السؤال بدلاً من ذلك.
refusal-author-without-seat = ليس لصاحب السؤال مقعد. اقرؤوا السؤال بدلاً من ذلك.
refusal-no-questions-list = ليس لهذه الجلسة قائمة أسئلة. راجعوا الأمانة.
refusal-not-your-question = لا يمكنكم فعل ذلك بهذا السؤال.
refusal-own-question = { refusal-not-your-question }
panel-stage = على المنصة
panel-live = الميكروفون مفتوح
panel-timer = المؤقّت
tab-polls = استطلاعات
