# The moderator's desk.
moderator-title = مكتب إدارة النقاش
moderator-add = إضافة…
moderator-acts = إجراءات: { $item }
moderator-told = أُبلغ
moderator-is-told = سيُبلغ
moderator-over-at = ينتهي كل شيء في { $time }
moderator-margin = { $late ->
    [late] بعد النهاية المقررة بـ { $minutes } د
    [early] قبل النهاية المقررة بـ { $minutes } د
   *[in_time] في النهاية المقررة
}
moderator-booths = تغادر المقصورات في { $time }
moderator-of = من { $limit }
moderator-seats = على المنصة
moderator-seat = { $state ->
    [own] أنتم: مغلق
    [live] مفتوح
    [ready] جاهز
    [absent] غائب
   *[closed] غير جاهز
}
moderator-seat-press = { $press ->
    [close] إغلاق
    [answer] للإجابة
   *[open] فتح
}
moderator-seat-done = { $press ->
    [close] إغلاق الميكروفون: { $name }
    [answer] إعطاء الكلمة للإجابة: { $name }
   *[open] فتح الميكروفون: { $name }
}
moderator-no-question = لا سؤال معروض. ما تعرضونه هنا يراه الجميع.
moderator-begin = بدء التالي: { $item }
moderator-answer = إعطاء الكلمة للإجابة: { $name }
moderator-begins = { $microphone ->
    [opens] { $gender ->
        [male] يفتح ميكروفونه ويبدأ { $time } ويعرضه للجميع
        [female] يفتح ميكروفونها ويبدأ { $time } ويعرضها للجميع
       *[other] يفتح الميكروفون ويبدأ { $time } ويعرض الاسم للجميع
      }
    [live] يبدأ { $time } ويعرض الاسم للجميع؛ والميكروفون مفتوح
    [not_ready] يبدأ { $time } ويعرض الاسم للجميع؛ والميكروفون غير جاهز
    [absent] غائب: يبدأ { $time } مع ذلك
   *[nobody] يبدأ { $time } ويُعرض للجميع
}
moderator-end-turn = إنهاء كلمة { $name }
moderator-point = نقطة نظام: { $name }
moderator-point-note = يفتح القوائم حيث يُستمع إليها ويُبت فيها
moderator-close-note = كان هذا آخر بند؛ يُسأل مرة واحدة
moderator-nothing-undone = لا شيء للتراجع عنه
moderator-polls = الاستطلاع
moderator-poll = { $standing ->
    [open] الاستطلاع مفتوح
   *[closed] الاستطلاع مغلق
}
moderator-answered = أجاب { $ballots } من { $present } حاضراً
moderator-no-poll = لا استطلاع مفتوحاً.
moderator-ask-poll = طرح…
moderator-phase-scheduled = تبدأ { $time }
moderator-phase-open = منعقدة · تنتهي { $time }
moderator-connected = متصل
moderator-line-lost = جارٍ إعادة الاتصال…
moderator-meeting = الجلسة
moderator-to-lists = القوائم ونقاط النظام
moderator-key-next = الزر الرئيسي: بدء البند التالي
