# The chat: its rooms, messages, order in them, announcements.
chat-log = الرسائل
chat-empty = لا رسائل بعد.
chat-rooms = الغرف
chat-unread = { $count ->
    [0] لا جديد
    [zero] لا جديد
    [one] رسالة غير مقروءة
    [two] رسالتان غير مقروءتين
    [few] { $count } رسائل غير مقروءة
    [many] { $count } رسالة غير مقروءة
   *[other] { $count } رسالة غير مقروءة
}
chat-write = اكتبوا رسالة
chat-send = إرسال
chat-sending = جارٍ الإرسال…
chat-waiting = تُرسل عند عودة الاتصال
chat-refused = لم تُرسل
chat-resend = إعادة الإرسال
chat-discard = حذف
chat-newest = أحدث الرسائل
chat-read-only = تتيح لكم صفتكم قراءة المحادثة دون الكتابة فيها.
chat-left = { $count ->
    [zero] لم يبقَ أي حرف
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $count } أحرف
    [many] بقي { $count } حرفاً
   *[other] بقي { $count } حرف
}
chat-too-long = { $count ->
    [zero] الرسالة طويلة. يُرجى اختصارها.
    [one] حرف واحد زائد. يُرجى اختصار الرسالة.
    [two] حرفان زائدان. يُرجى اختصار الرسالة.
    [few] { $count } أحرف زائدة. يُرجى اختصار الرسالة.
    [many] { $count } حرفاً زائداً. يُرجى اختصار الرسالة.
   *[other] { $count } حرف زائد. يُرجى اختصار الرسالة.
}
chat-hurried = رسائلكم متلاحقة. يُرجى التمهل قليلاً وإلا تأخر إرسالها.
chat-room = { $readers ->
    [delegation] وفدنا
    [secretariat] الأمانة
    [booth] المقصورة
    [interpreters] المترجمون الفوريون
    [technicians] الفنيون
    [desk] مكتب الرئاسة
   *[main] الجميع
}
chat-to = { $readers ->
    [delegation] إلى أعضاء وفدكم وحدهم
    [secretariat] إلى الأمانة ومكتب الرئاسة · لا يراها أي وفد آخر
    [booth] إلى المترجمين الفوريين والفنيين: { $name }
    [interpreters] إلى جميع المترجمين الفوريين
    [technicians] إلى الفنيين والمترجمين الفوريين وكاتبي العرض النصي ومكتب الرئاسة
    [desk] إلى مكتب الرئاسة: الرئيس والميسّر والأمانة
    [direct] إلى { $name } وحده
   *[main] إلى جميع الحاضرين · لا تُدرج في المحضر الرسمي
}
chat-to-line = إلى { $name } ومكتب الرئاسة
chat-other-rooms = الكتابة إلى وفد…
chat-message-of = { $name }، { $time }
chat-acts = إجراءات رسالة { $name }
chat-acts-short = المزيد
chat-act = { $act ->
    [reply] رد
    [edit] تعديل
    [delete] حذف
    [pin] تثبيت
    [unpin] إلغاء التثبيت
    [direct] رسالة خاصة
    [mute] كتم
   *[unmute] إلغاء الكتم
}
chat-edited = عُدّلت { $time }
chat-deleted-by-author = حذفها كاتبها في { $time }.
chat-deleted-by-desk = حذفها مكتب الرئاسة ({ $name }) في { $time }.
chat-original-deleted = محذوفة
chat-original-gone = لم تعد هذه الرسالة موجودة.
chat-replying = رد على { $name }:
chat-editing = تعديل رسالتكم:
chat-save = حفظ
chat-held = بانتظار الموافقة: لا يراها سواكم ومكتب الرئاسة
chat-declined = لم تُقبل
chat-take-back = سحب
chat-slow = وضع بطيء: رسالة واحدة كل { $time }.
chat-pre-moderated = تظهر الرسائل بعد موافقة مكتب الرئاسة.
chat-closed = هذه الغرفة مغلقة. يمكن لمكتب الرئاسة فتحها من جديد.
chat-muted = كُتمت رسائلكم إلى الجميع. يمكنكم الكتابة إلى زملائكم وإلى الأمانة.
chat-mute-title = كتم { $name }
chat-mute-words = تبقى الكتابة إلى الزملاء والأمانة ممكنة، ويقرأ الشخص السبب الذي تذكرونه.
chat-delete-title = أتحذفون هذه الرسالة؟
chat-delete-words = يرى الجميع أنها حُذفت ومن حذفها، ولا يقرؤها أحد بعد ذلك. ويحفظها السجل.
chat-reason = السبب
chat-reason-optional = السبب (اختياري)
chat-pinned = رسائل مثبتة
chat-pinned-by = مثبتة · { $name }
chat-search = البحث في هذه الغرفة
chat-search-do = بحث
chat-search-failed = تعذّر البحث. حاولوا بعد لحظات.
chat-found = { $count ->
    [0] لم يُعثر على رسائل.
    [one] عُثر على رسالة واحدة.
    [two] عُثر على رسالتين.
    [few] عُثر على { $count } رسائل.
    [many] عُثر على { $count } رسالة.
   *[other] عُثر على { $count } رسالة.
}
chat-found-more = توجد نتائج أخرى: ابحثوا بكلمات أكثر.
chat-loading = يجري تحميل رسائل أقدم…
chat-load-again = تعذّر تحميل الرسائل الأقدم. حاولوا من جديد
chat-tell-new = { $count ->
    [one] رسالة جديدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}

order-waiting = { $count ->
    [one] رسالة تنتظر الموافقة
    [two] رسالتان تنتظران الموافقة
    [few] { $count } رسائل تنتظر الموافقة
    [many] { $count } رسالة تنتظر الموافقة
   *[other] { $count } رسالة تنتظر الموافقة
}
order-approve = موافقة
order-decline = رفض
order-keep = النظام في الغرفة: { $name }
order-slow = الوضع البطيء: الانتظار بين رسالتين
order-slow-off = بلا انتظار
order-approval = لا تظهر الرسائل إلا بعد الموافقة
order-close = إغلاق الغرفة
order-reopen = فتح الغرفة من جديد
order-muted = المكتومون
announce-heading = إعلان للجميع
announce-current = المعروض الآن:
announce-take-down = إزالة
announce-in = النص { in-language }
announce-do = إعلان
announcements-past = { $count ->
    [zero] لا إعلانات سابقة
    [one] إعلان سابق
    [two] إعلانان سابقان
    [few] { $count } إعلانات سابقة
    [many] { $count } إعلانًا سابقًا
   *[other] { $count } إعلان سابق
}
chat-line = { $to ->
    [chair] الرئاسة
    [chair-all] الرئاسة، إلى الجميع
    [booths] كل المقصورات
   *[technicians] الفني
}
chat-to-chair-line = خط خاص: { $name } · لا يقرؤه غيركم
chat-from-chair = من الرئاسة
chat-from-chair-tell = رسالة من مكتب الرئاسة، { $name }: { $text }
chat-from-chair-answer = الرد
chat-from-chair-seen = اطّلعت
