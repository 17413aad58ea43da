proceedings = مجريات الجلسة
proceedings-note = تُدوَّن هذه المجريات مما يحدث في الجلسة أولاً بأول، وليست محضراً رسمياً.
proceedings-zone = الأوقات بتوقيت البلد المضيف.
proceedings-none = لم يحدث شيء بعد.
proceedings-earlier = الفقرات السابقة
proceedings-not-read = تعذّرت قراءة الفقرات السابقة. يُرجى المحاولة من جديد.
proceedings-acts = ما يمكن عمله بالمجريات
proceedings-print = طباعة
proceedings-download = تنزيل
proceedings-word = Word (DOCX)
proceedings-not-written = تعذّر الحصول على الوثيقة. يُرجى المحاولة بعد قليل.
proceedings-copy = نسخ
proceedings-copied = نُسخت مجريات الجلسة.
proceedings-not-copied = لم ينسخ المتصفح النص. يُرجى تنزيله.
proceedings-file = majrayat

fact-speaker = { $name } ({ $seat })
fact-meeting-opened = افتُتحت الجلسة الساعة { $time }.
fact-chair = تولّى الرئاسة: { $name }.
fact-moderator = تولّى إدارة النقاش: { $name }.
fact-panellists = المتحدثون في حلقة النقاش: { $names }.
fact-meeting-rescheduled = تقرر أن تبدأ الجلسة الساعة { $time } بعد أن كانت مقررة الساعة { $was }.
fact-meeting-end = تقرر أن تنتهي الجلسة الساعة { $time } بعد أن كانت مقررة إلى الساعة { $was }.
fact-meeting-as-planned = أُعلن أن الجلسة تبدأ الساعة { $time }.
fact-meeting-delayed = لم تبدأ الجلسة الساعة { $was } كما كان مقرراً، على أن يُعلن موعدها.
fact-meeting-cancelled = أُلغيت الجلسة التي كانت مقررة الساعة { $was }.
fact-day-time = { $time } من يوم { $day }
fact-meeting-suspended = عُلِّقت الجلسة الساعة { $time }.
fact-meeting-suspended-until = عُلِّقت الجلسة الساعة { $time } حتى الساعة { $until }.
fact-meeting-resumed = استؤنفت الجلسة الساعة { $time }.
fact-meeting-closed = رُفعت الجلسة الساعة { $time }.
fact-meeting-adjourned = رُفعت الجلسة الساعة { $time } على أن يُستأنف النظر في البند في الجلسة التالية، ويحتفظ المسجلون في القوائم بأدوارهم.
fact-meeting-reopened = أُعيد افتتاح الجلسة الساعة { $time }.
fact-reason = السبب المذكور: { $reason }
fact-list-opened = { $again ->
    [true] أُعيد فتح القائمة «{ $list }».
   *[false] فُتحت القائمة «{ $list }».
}
fact-list-closed = أُعلن إغلاق القائمة «{ $list }».
fact-speaking-time = حُدد وقت الكلام في القائمة «{ $list }» بما يلي: { $length }.
fact-speaking-time-of = حُدد وقت الكلام لفئة { $category } في القائمة «{ $list }» بما يلي: { $length }.
fact-statement-begun = { $kind ->
    [right_of_reply] أُعطيت الكلمة { in-language } ممارسةً لحق الرد: { $speaker }.
    [questions] أُعطيت الكلمة { in-language } لطرح سؤال: { $speaker }.
   *[statements] أُعطيت الكلمة { in-language }: { $speaker }.
}
fact-statement = { $kind ->
    [right_of_reply] استُمع إلى رد { in-language } ممارسةً لحق الرد: { $speaker }.
    [questions] استُمع إلى سؤال { in-language }: { $speaker }.
   *[statements] استُمع إلى بيان { in-language }: { $speaker }.
}
fact-reply-to = وكان الرد على البيان الذي أُدلي به في الجلسة نفسها: { $seat }.
fact-on-behalf = وأُدلي به أيضاً باسم { $group }.
fact-prerecorded = كان البيان مسجَّلًا مسبقًا وأُذيع.
fact-instead-of = وكان الكلام بدلاً من { $name }.
fact-length = المدة: { $length }؛ وقت الكلام: { $limit }.
fact-extended = ومُدِّد وقت الكلام: { $length }.
fact-interrupted = { $cause ->
    [point_of_order] وقوطع بنقطة نظام.
    [technical] وقوطع لأسباب فنية.
   *[meeting] وقوطع بتعليق الجلسة.
}
fact-ended = { $ending ->
    [cut] وسُحبت الكلمة لانتهاء الوقت.
    [session_closed] ولم يكن قد انتهى عند رفع الجلسة.
   *[stopped] وسحبت الرئاسة الكلمة.
}
fact-speaker-changed = استُكمل البيان: { $speaker }.
fact-speaker-changed-from = استُكمل البيان: { $speaker }، بدلاً من { $name }.
fact-technical-stop = قوطع بيان الوفد ({ $seat }) لأسباب فنية.
fact-statement-resumed = استؤنف البيان: { $speaker }.
fact-passed-over = { $absent ->
    [true] وفد لم يكن حاضراً فتُجووز دوره: { $seat }.
   *[false] وفد تُجووز دوره في الوقت الحالي: { $seat }.
}
fact-filed-in-writing = قُدِّم بيان خطياً: { $seat }.
fact-point-raised = أُثيرت نقطة نظام: { $speaker }.
fact-point-heard = استُمع إلى نقطة النظام: { $speaker }.
fact-point-ruled = { $ruling ->
    [upheld] قبلت الرئاسة نقطة النظام التي أثارها الوفد ({ $seat }).
    [rejected] رفضت الرئاسة نقطة النظام التي أثارها الوفد ({ $seat }).
   *[noted] أحاطت الرئاسة علماً بنقطة النظام التي أثارها الوفد ({ $seat }).
}
fact-point-withdrawn = سُحبت نقطة النظام: { $seat }.
fact-point-lapsed = رُفعت الجلسة قبل البت في نقطة النظام التي أثارها الوفد ({ $seat }).
fact-ruling-appealed = طعن الوفد ({ $seat }) في القرار المتعلق بنقطة النظام التي أثارها الوفد ({ $of }).
fact-appeal-decided = { $stands ->
    [true] طُرح الطعن للتصويت. وبقي القرار قائماً: مؤيدو الطعن { $in_favour }، المعارضون { $against }، الممتنعون { $abstaining }.
   *[false] طُرح الطعن للتصويت. ونُقض القرار: مؤيدو الطعن { $in_favour }، المعارضون { $against }، الممتنعون { $abstaining }.
}
fact-motion-what = { $kind ->
    [suspend_meeting] تعليق الجلسة
    [adjourn_meeting] رفع الجلسة
    [adjourn_debate] تأجيل المناقشة («{ $list }»)
   *[close_debate] إقفال باب المناقشة («{ $list }»)
}
fact-motion-moved = اقتراح إجرائي من { $speaker }: { fact-motion-what }.
fact-motion-proposed = اقترحت الرئاسة { fact-motion-what }.
fact-motion-consent = وافق الاجتماع دون تصويت على { fact-motion-what }.
fact-motion-voted = { $carried ->
    [true] طُرح اقتراح { fact-motion-what } للتصويت واعتُمد: المؤيدون { $in_favour }، المعارضون { $against }، الممتنعون { $abstaining }.
   *[false] طُرح اقتراح { fact-motion-what } للتصويت ورُفض: المؤيدون { $in_favour }، المعارضون { $against }، الممتنعون { $abstaining }.
}
fact-motion-dropped = { $how ->
    [withdrawn] سُحب اقتراح { fact-motion-what }.
    [ruled_out] أعلنت الرئاسة عدم قبول اقتراح { fact-motion-what }.
   *[lapsed] رُفعت الجلسة قبل البت في اقتراح { fact-motion-what }.
}
fact-announced = إعلان من { $name }: «{ $text }»
fact-announced-withdrawn = سُحب الإعلان الساعة { $time }.
fact-questions-opened = دُعي الجمهور إلى طرح الأسئلة.
fact-questions-closed = انتهى تلقي الأسئلة من الجمهور.
fact-question-promoted = أُدرج في القائمة لطرح سؤال شفوياً: { $speaker }.
fact-question-answered = أُجيب عن سؤال من الجمهور.
fact-question-answered-of = أُجيب عن سؤال: { $speaker }.
fact-question-to = وكان موجهاً إلى { $name }.
fact-question = السؤال: «{ $text }»
fact-on-stage-begun = كلمة من المنصة: { $name }؛ الوقت المحدد: { $limit }.
fact-on-stage = كلمة من المنصة: { $name }؛ المدة: { $length }؛ الوقت المحدد: { $limit }.
fact-recording-started = سُجِّل الصوت من ذلك الوقت.
fact-recording-stopped = انتهى تسجيل الصوت.
