# أسئلة الحضور إلى المتحدثين.
tab-questions = الأسئلة
questions-all = أسئلة إلى المتحدثين
questions-own = أسئلتك
questions-answered = أُجيب عنها
questions-none = لا توجد أسئلة معروضة بعد.
questions-closed = باب الأسئلة مغلق حالياً.
question-on-stage = السؤال المعروض
question-promoted = أُدرج في قائمة طلبات الكلمة
question-unnamed = الاسم غير معلن
question-own-unnamed = لا يظهر اسمك إلا للرئاسة والأمانة
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
question-note = يقرأ مدير النقاش سؤالك أولاً.
question-text = نص السؤال
question-to-whom = إلى من
question-to-all = جميع المتحدثين
question-language = لغة السؤال
question-hide-name = عدم إظهار اسمي
question-hide-name-note = ترى الرئاسة ومدير النقاش والأمانة دائماً من يسأل.
question-send = إرسال السؤال
refusal-question = { $code ->
    [questions_closed] باب الأسئلة مغلق حالياً. انتظر حتى يفتحه مدير النقاش.
    [wrong_question_state] تغيّر وضع هذا السؤال في هذه الأثناء. انظر إليه وأعد المحاولة.
    [too_many_questions] بلغت الحد الأقصى من الأسئلة المفتوحة. انتظر الجواب أو اسحب أحدها.
    [author_unnamed] لا يرغب صاحب السؤال في ذكر اسمه. اقرأ السؤال بدلاً من ذلك.
    [author_without_seat] ليس لصاحب السؤال مقعد. اقرأ السؤال بدلاً من ذلك.
    [no_questions_list] ليس لهذه الجلسة قائمة أسئلة. راجع الأمانة.
   *[own_question] لا يمكنك فعل ذلك بهذا السؤال.
}
panel-stage = على المنصة
panel-live = الميكروفون مفتوح
panel-timer = المؤقّت
tab-polls = استطلاعات
