# رفع الأيدي والاستطلاعات: الإجابة والسؤال.
polls-none = لم يُطرح أي سؤال بعد.
polls-indication = للاستئناس فقط: لا يُتخذ به أي قرار.
poll-kind = { $hands ->
    [true] رفع الأيدي
   *[false] استطلاع
}
poll-standing = { $standing ->
    [open] مفتوح
    [closed] مغلق ولم تُعرض النتيجة بعد
   *[published] مغلق
}
poll-of = { $entitled ->
    [delegations] إجابة واحدة لكل وفد
   *[everyone] إجابة واحدة لكل شخص
}
poll-named = { $named ->
    [true] يرى الجميع من أجاب وبماذا.
   *[false] يُعرض العدد من دون أسماء. ويحفظ سجل المؤتمر من أجاب وبماذا، ولا يستطيع قراءته إلا مشغّلو الخادم.
}
poll-live = { $live ->
    [true] تظهر النتيجة أولاً بأول.
   *[false] تظهر النتيجة بعد الإغلاق والنشر.
}
poll-choice = { $form ->
    [hands] يد مرفوعة
    [for] مؤيد
    [against] معارض
   *[abstain] ممتنع
}
poll-choose = { $most ->
    [1] اختاروا إجابة واحدة.
   *[other] اختاروا { $most } على الأكثر.
}
poll-raise = رفع اليد
poll-lower = خفض اليد
poll-send = إجابة
poll-change = تغيير الإجابة
poll-take-back = سحب الإجابة
poll-own = إجابتكم: { $choices }
poll-own-hand = يدكم مرفوعة.
poll-own-by = قدّمها { $name }
poll-not-yours = أنتم تتابعون هذا السؤال: يجيب عنه آخرون.
poll-answered = أجاب { $ballots } من { $present } حاضراً
poll-counts = كيف تُحسب الإجابات
poll-share = { $count } ({ $percent }٪)
poll-left = بقي { $time }
poll-paused = المؤقّت متوقف
poll-names = من أجاب
poll-nobody = لا أحد
poll-say-open = { $hands ->
    [true] رفع الأيدي: { $question }
   *[false] استطلاع: { $question }
}
poll-say-closed = أُغلق: { $question }
poll-say-result = النتيجة. { $question } { $result }
polls-ask-hands = طلب رفع الأيدي
polls-ask = فتح استطلاع
polls-close = إغلاق
polls-publish = عرض النتيجة على الجميع
polls-withdraw = سحب
polls-withdraw-title = سحب هذا السؤال
polls-withdraw-note = يختفي السؤال وجميع إجاباته من شاشات الجميع، ويحفظها السجل.
polls-desk-sees = هذه النتيجة لا تراها إلا المنصة.
polls-question-in = السؤال { $language ->
    [ar] بالعربية
    [fr] بالفرنسية
    [en] بالإنكليزية
   *[other] ({ $language })
}
polls-language = لغة السؤال
polls-language-all = جميع لغات العمل
polls-option-in = الخيار { $number } { $language ->
    [ar] بالعربية
    [fr] بالفرنسية
    [en] بالإنكليزية
   *[other] ({ $language })
}
polls-add-option = خيار آخر
polls-drop-option = من دون الخيار { $number }
polls-most = أكبر عدد من الخيارات
polls-how = ماذا تعني الأيدي
polls-how-up = يد مرفوعة أو لا
polls-how-against = مؤيد أو معارض أو ممتنع
polls-who = من يجيب
polls-who-delegations = الوفود، إجابة لكل وفد
polls-who-everyone = الجميع، إجابة لكل شخص
polls-names = بالأسماء: يرى الجميع من أجاب وبماذا
polls-live = يرى الجميع النتيجة أولاً بأول
polls-minutes = يُغلق تلقائياً بعد، بالدقائق (فارغ: لا)
polls-do = طرح السؤال
polls-done = { $act ->
    [ask] طُرح السؤال
    [close] أُغلق
    [publish] عُرضت النتيجة على الجميع
   *[withdraw] سُحب السؤال
}
refusal-polls-off = لا استطلاعات في هذه الجلسة.
refusal-poll-open = هناك سؤال آخر مفتوح. أغلقوه أولاً.
refusal-poll-over = أُغلق هذا السؤال ولم يعد يقبل إجابات.
refusal-wrong-poll-state = تغيّر وضعه في هذه الأثناء. انظروا إليه وأعيدوا المحاولة.
refusal-not-entitled = يجيب آخرون عن هذا السؤال.
refusal-ballot-there = أجاب وفدكم من قبل. انظروا إلى الإجابة، ويمكنكم تغييرها.
refusal-option-twice = خياران متطابقان. ميّزوا بينهما.
