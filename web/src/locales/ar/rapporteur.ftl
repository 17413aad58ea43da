# The rapporteur’s desk: proceedings with marks, summaries, key messages.
refusal-stale-key-message = تغيّرت الرسالة الرئيسية في هذه الأثناء. يُرجى التحقق والمحاولة من جديد.
refusal-key-messages-issued = صدرت الرسائل الرئيسية. ويمكن للأمانة سحبها.
refusal-other-record = يتولى آخرون سجل تلك الجلسة. يُرجى مراجعة مقررها أو الأمانة.
refusal-stale-summary = تغيّر الملخص في هذه الأثناء. يُرجى الاطلاع عليه والكتابة من جديد.

rapporteur-title = مكتب المقرر
rapporteur-not-yours = لا يستخدم هذا المكتب إلا مقررو الجلسة وأمانتها.
rapporteur-to-room = قاعة الجلسة
rapporteur-to-outcome = الوثيقة الختامية
rapporteur-elsewhere = إلى مكان آخر
rapporteur-line-lost = جارٍ إعادة الاتصال. يُحفظ ما تكتبونه في علامة التبويب هذه؛ ولا يمكن تخزين شيء قبل عودة الخط.
rapporteur-speaks = الكلمة الآن: { $name }.
rapporteur-place = { $place ->
    [session] الجلسة
    [summary] الملخص
    [messages] الرسائل
   *[missing] النواقص
}
rapporteur-places = أجزاء المكتب

rapporteur-keys = اختصارات بمفتاح واحد
rapporteur-keys-short = المفاتيح
rapporteur-keys-on = المفاتيح المفردة تعمل
rapporteur-keys-note = لا تعمل أثناء الكتابة ولا حين تكون نافذة مفتوحة. وفي الملخص يحفظ Ctrl+Enter ويعود Esc إلى البيانات.
rapporteur-key = { $shortcut ->
    [mark] وضع علامة هنا
    [message] رسالة رئيسية جديدة من البيان المختار
    [marks] اللحظات المعلَّمة
    [statements] إلى البيانات: مفاتيح الأسهم ثم Enter
    [summary] إلى ملخص البيان المختار
    [missing] النواقص
   *[help] هذه المفاتيح
}

rapporteur-mark = وضع علامة هنا
rapporteur-marks-count = { $count ->
    [0] العلامات
   *[other] العلامات { $count }
}
rapporteur-marked = وُضعت علامة في البيان: { $name }.
rapporteur-marked-free = وُضعت علامة؛ ولا متكلم الآن.
rapporteur-marks = اللحظات المعلَّمة
rapporteur-marks-none = لم توضع أي علامة بعد.
rapporteur-marked-here = علامة
rapporteur-marked-between = علامة حين لم يكن أحد يتكلم
rapporteur-mark-in = { $time } · { $seat }
rapporteur-note = تدوين
rapporteur-note-name = التدوين عند علامة { $time }
rapporteur-noted = دُوِّن عند علامة { $time }.
rapporteur-unmark = إزالة
rapporteur-unmark-name = إزالة علامة { $time }
rapporteur-unmarked = أُزيلت علامة { $time }.

rapporteur-statements = البيانات
rapporteur-statements-none = لم يُدلِ أحد ببيان بعد.
rapporteur-earlier = بيانات سابقة
rapporteur-not-read = تعذرت قراءة البيانات السابقة. يُرجى المحاولة من جديد.
rapporteur-not-found = لم يعد البيان في سجل هذه الجلسة.
rapporteur-note-on-notes = العلامات والملخصات ملاحظات لا يراها إلا من يتولون السجل.
rapporteur-on-behalf = أيضاً باسم { $group }
rapporteur-reply-to = رداً على { $seat }
rapporteur-lasts = البيان مستمر
rapporteur-summary-none = لا ملخص بعد
rapporteur-summary-in = الملخص: { $languages }
rapporteur-choose = يُرجى اختيار بيان لكتابة ما قيل فيه هنا.
rapporteur-text = نص البيان
rapporteur-text-hint = ما تحددونه منه يدخل في الرسالة الرئيسية الجديدة مقتطفاً

rapporteur-summary-label = الملخص { in-language }
rapporteur-summary-standing = { $standing ->
    [draft] مسودة من الوقائع، غير محفوظة
    [changed] معدَّل وغير محفوظ
    [stale] عدَّله آخرون: لم يُحفظ
   *[saved] محفوظ
}
rapporteur-summary-saving = جارٍ الحفظ…
rapporteur-summary-saved = حُفظ { $time } · { $name }
rapporteur-summary-told = حُفظ الملخص { in-language }.
rapporteur-summary-stands = حُفظ في هذه الأثناء، { $time } · { $name }
rapporteur-summary-gone = أُزيل الملخص في هذه الأثناء.
rapporteur-take-theirs = أخذ المحفوظ
rapporteur-keep-mine = إحلال نصي محله
rapporteur-save = حفظ
rapporteur-save-name = حفظ الملخص { in-language }

rapporteur-draft-speaker = { $name } ({ $seat })
rapporteur-draft-behalf = ، وكان الكلام أيضاً باسم { $group }
rapporteur-draft-reply = ، رداً على بيان { $seat }
rapporteur-draft = { $kind ->
    [right_of_reply] جاء في رد { $who } في الساعة { $time } ممارسةً لحق الرد{ $clauses }، أن{" "}
    [questions] جاء في سؤال { $who } في الساعة { $time } في «{ $session }»{ $clauses }، هل{" "}
   *[statements] جاء في بيان { $who } في الساعة { $time } في «{ $session }»{ $clauses }، أن{" "}
}

rapporteur-messages = { $voice ->
    [member_states] الرسائل الرئيسية للدول الأعضاء
   *[stakeholders] رسائل أصحاب المصلحة
}
rapporteur-messages-none = { $voice ->
    [member_states] لم تُجمع بعد رسالة رئيسية لدولة عضو.
   *[stakeholders] لم تُجمع بعد رسالة رئيسية لأصحاب المصلحة.
}
rapporteur-messages-lost = جارٍ إعادة الاتصال. تُعرض الرسائل الرئيسية كما كانت.
rapporteur-message-of = { $voice ->
    [member_states] الرسالة الرئيسية { $number } للدول الأعضاء
   *[stakeholders] الرسالة الرئيسية { $number } لأصحاب المصلحة
}
rapporteur-new = رسالة رئيسية جديدة
rapporteur-change-name = تعديل الرسالة الرئيسية { $number }: { $text }
rapporteur-source-name = إلى البيان: { $source }
rapporteur-no-objective = بلا هدف
rapporteur-lacks = تنقص: { $languages }
rapporteur-earlier-name = تقديم الرسالة الرئيسية { $number }
rapporteur-later-name = تأخير الرسالة الرئيسية { $number }
rapporteur-moved = صارت الرسالة الرئيسية { $number }.
rapporteur-gather = جمع
rapporteur-gathered = جُمعت الرسالة الرئيسية.
rapporteur-changed = حُفظت الرسالة الرئيسية.
rapporteur-message-changed = عدَّل آخرون هذه الرسالة في هذه الأثناء. ونصها الآن:
rapporteur-text-in = الرسالة الرئيسية { in-language }
rapporteur-text-empty = يُرجى كتابة الرسالة بلغة واحدة على الأقل.
rapporteur-from = من بيان { $seat }، { $time }
rapporteur-from-session = من بيان في الجلسة «{ $session }»
rapporteur-without-source = من غير بيان
rapporteur-delegation = الوفد
rapporteur-no-delegation = لا وفد
rapporteur-voice = لمن هذه الرسالة؟
rapporteur-voice-name = { $voice ->
    [member_states] الدول الأعضاء
   *[stakeholders] أصحاب المصلحة
}
rapporteur-origin = مصدرها
rapporteur-passage = المقتطف الذي تستند إليه
rapporteur-objectives = أهداف الاتفاق العالمي
rapporteur-no-cluster = ليست في أي جلسة
rapporteur-principles = المبادئ التوجيهية
rapporteur-principle = { $principle ->
    [people_centred] التركيز على الناس
    [international_cooperation] التعاون الدولي
    [national_sovereignty] السيادة الوطنية
    [rule_of_law] سيادة القانون والإجراءات القانونية الواجبة
    [sustainable_development] التنمية المستدامة
    [human_rights] حقوق الإنسان
    [gender_responsive] مراعاة المنظور الجنساني
    [child_sensitive] مراعاة احتياجات الطفل
    [whole_of_government] نهج الحكومة بكاملها
   *[whole_of_society] نهج المجتمع بأسره
}
rapporteur-remove = سحب…
rapporteur-remove-title = سحب هذه الرسالة الرئيسية؟
rapporteur-remove-act = سحب

rapporteur-issue = إصدار…
rapporteur-issue-change = تغيير…
rapporteur-issue-title = الرسائل الرئيسية أمام الجمهور
rapporteur-issue-act = تأكيد
rapporteur-issue-how = ما وضعها؟
rapporteur-issue-note = { $count ->
    [0] لا رسائل بعد.
    [one] تُعرض رسالة واحدة على الجمهور كما هي. ولا تُعتمد، ولا يمكن تعديلها قبل سحبها.
    [two] تُعرض رسالتان على الجمهور كما هما. ولا تُعتمدان، ولا يمكن تعديلهما قبل سحبهما.
    [few] تُعرض { $count } رسائل على الجمهور كما هي. ولا تُعتمد، ولا يمكن تعديلها قبل سحبها.
    [many] تُعرض { $count } رسالة على الجمهور كما هي. ولا تُعتمد، ولا يمكن تعديلها قبل سحبها.
   *[other] تُعرض { $count } رسالة على الجمهور كما هي. ولا تُعتمد، ولا يمكن تعديلها قبل سحبها.
}
rapporteur-issue-as = { $standing ->
    [issued] صدرت
    [taken_note_of] أُحيط بها علماً
   *[taken_back] سُحبت لتعديلها
}
rapporteur-issued = { $standing ->
    [issued] صدرت { $time }
   *[taken_note_of] أُحيط بها علماً { $time }
}

rapporteur-missing = النواقص
rapporteur-missing-objectives = { $count ->
    [0] لكل هدف رسالة
    [one] هدف واحد بلا رسالة
    [two] هدفان بلا رسالة
    [few] { $count } أهداف بلا رسالة
    [many] { $count } هدفاً بلا رسالة
   *[other] { $count } هدف بلا رسالة
}
rapporteur-objectives-none = لا يسمي المؤتمر أي أهداف.
rapporteur-objective-silent = لا أحد بعد
rapporteur-objective-said = الدول { $states } · آخرون { $others }
rapporteur-unheard = { $count ->
    [0] استُمع إلى كل الوفود في هذه الجلسة
    [one] وفد واحد لم يُستمع إليه في هذه الجلسة
    [two] وفدان لم يُستمع إليهما في هذه الجلسة
    [few] { $count } وفود لم يُستمع إليها في هذه الجلسة
    [many] { $count } وفداً لم يُستمع إليها في هذه الجلسة
   *[other] { $count } وفد لم يُستمع إليها في هذه الجلسة
}
rapporteur-without = { $count ->
    [0] لكل وفد رسالة رئيسية
    [one] وفد واحد بلا رسالة رئيسية
    [two] وفدان بلا رسالة رئيسية
    [few] { $count } وفود بلا رسالة رئيسية
    [many] { $count } وفداً بلا رسالة رئيسية
   *[other] { $count } وفد بلا رسالة رئيسية
}
rapporteur-export = تصدير
rapporteur-export-of = تصدير وثائق الجلسة: { $session }
