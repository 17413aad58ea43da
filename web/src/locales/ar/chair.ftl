chair-title = مكتب الرئاسة
chair-open-session = افتتاح الجلسة
chair-resume = استئناف الجلسة
chair-give = إعطاء الكلمة: { $name }
chair-nobody = لا أحد مدرج في هذه القائمة
chair-over = رُفعت الجلسة، ولم يعد بالإمكان اتخاذ أي إجراء فيها.
chair-cancelled-note = يمكن للأمانة أن تحدد لها موعداً من جديد.
chair-then = ثم
chair-present = حاضر ({ $people })
chair-absent = غائب
chair-absent-since = غائب منذ { $time }
chair-turn-acts = المتكلم الآن
chair-extend-half = +30 ث
chair-extend-one = +1 د
chair-extend-by = منح { $time } إضافية
chair-extend-other = مدة…
chair-extend-title = تمديد وقت الكلام
chair-extend-minutes = الدقائق
chair-extend-seconds = الثواني
chair-stop = إيقاف
chair-stop-name = إيقاف المتكلم: { $name }
chair-session-acts = الجلسة
chair-schedule = الموعد والعنوان
chair-suspend = تعليق الجلسة…
chair-suspend-title = تعليق الجلسة
chair-suspend-note = تبقى الكلمة والساعة والقائمة على حالها إلى حين استئناف الجلسة.
chair-suspend-until = حتى، بتوقيت البلد المضيف (اختياري)
chair-suspend-in = بعد { $minutes } د
chair-suspend-read = للقراءة
chair-suspend-shown = يقرأ الجميع السبب والوقت، ومنهم الجمهور.
chair-suspend-act = تعليق الجلسة
chair-close = رفع الجلسة…
chair-close-title = هل تُرفع الجلسة؟
chair-close-note = { $waiting ->
    [0] لا توجد طلبات في الانتظار.
    [zero] لا توجد طلبات في الانتظار.
    [one] يسقط طلب واحد ما زال في الانتظار.
    [two] يسقط طلبان ما زالا في الانتظار.
    [few] تسقط { $waiting } طلبات ما زالت في الانتظار.
    [many] يسقط { $waiting } طلباً ما زالت في الانتظار.
   *[other] يسقط { $waiting } طلب ما زالت في الانتظار.
  } وتُقفل جميع القوائم. ويمكن إعادة افتتاح ما رُفع خطأً، مع ذكر السبب.
chair-close-note-item = { $waiting ->
    [one] ينتقل طلب واحد مع البند إلى الجلسة التالية.
    [two] ينتقل طلبان مع البند إلى الجلسة التالية.
    [few] تنتقل { $waiting } طلبات مع البند إلى الجلسة التالية.
   *[other] ينتقل { $waiting } طلباً مع البند إلى الجلسة التالية.
}
chair-close-act = رفع الجلسة
chair-reopen = إعادة الافتتاح…
chair-reopen-title = إعادة افتتاح الجلسة
chair-reopen-note = { $adjourned ->
    [true] تُستأنف الجلسة ويحتفظ المنتظرون بأدوارهم.
   *[false] تعود الوفود التي كانت تنتظر عند رفع الجلسة إلى أدوارها مع نصوصها، وتُفتح القوائم التي كانت مفتوحة.
  } ويُذكر السبب في وقائع الجلسة.
chair-reopen-act = إعادة افتتاح الجلسة
chair-reason = السبب
chair-reason-optional = السبب، لأغراض المحضر (اختياري)
chair-reason-needed = يُرجى ذكر السبب، فهو يُدوَّن في السجل.
chair-lists = قوائم المتكلمين
chair-list-open = مفتوحة
chair-list-closed = مقفلة
chair-open-list = فتح
chair-close-list = إقفال
chair-open-list-name = فتح القائمة: { $list }
chair-close-list-name = إقفال القائمة: { $list }
chair-add = إدراج…
chair-add-title = إدراج وفد في القائمة
chair-add-act = إدراج في القائمة
chair-add-name = إدراج في القائمة: { $name }
chair-add-find = البحث عن وفد
chair-add-none = لا يوجد وفد بهذا الاسم.
chair-add-choose = يُرجى اختيار وفد.
chair-delegation = الوفد
chair-language = لغة البيان
chair-on-behalf = باسم جهة أخرى أيضاً (اختياري)
chair-behalf = وباسم أيضاً: { $group }
chair-up = تقديم: { $name }
chair-down = تأخير: { $name }
chair-more = إجراءات أخرى: { $name }
chair-called = على استعداد
chair-row-title = { $name }: المرتبة { $place }
chair-call = الدعوة إلى الاستعداد
chair-call-name = الدعوة إلى الاستعداد: { $name }
chair-pass = تجاوز الدور، إلى آخر القائمة
chair-pass-name = تجاوز الدور: { $name }
chair-text = نص الكلمة…
chair-written = إيداع البيان خطياً
chair-written-name = إيداع البيان خطياً: { $name }
chair-move = النقل إلى مرتبة أخرى…
chair-move-title = نقل: { $name }
chair-move-place = المرتبة الجديدة
chair-move-place-of = { $place } — قبل: { $name }
chair-move-place-last = { $place } — في آخر القائمة
chair-move-act = النقل إلى المرتبة { $place }
chair-move-name = النقل إلى المرتبة { $place }: { $name }
chair-moved-meanwhile = تغيّرت القائمة في هذه الأثناء، وهي الآن:
chair-moved-gone = لم يعد مدرجاً في هذه القائمة: { $name }.
chair-decline = رفض الطلب…
chair-decline-title = رفض الطلب: { $name }
chair-decline-note = يطّلع الوفد على السبب.
chair-decline-act = رفض الطلب
chair-decline-name = رفض الطلب: { $name }
chair-heard = من تكلّموا
chair-spoke = تكلّم { $time }
chair-filed = خطياً
chair-people = الحضور
chair-moves = التعديلات
chair-moves-none = لم يُعدَّل الترتيب يدوياً.
chair-move-line = من المرتبة { $from } إلى المرتبة { $to }
chair-officials = أعضاء المكتب
chair-quorum = النصاب القانوني: الدول الأعضاء الحاضرة عبر الإنترنت { $present } من { $members }. { $enough ->
    [unknown] يشترط نظام اللجان الفنية (E/5975/Rev.1) نصابا قانونيا، وعدده غير معروف هنا. اسألوا الأمانة.
    [none] يلزم حضور { $open } للافتتاح: احسبوا الحاضرين في القاعة.
    [to_open] العدد كافٍ للافتتاح، ويلزم حضور { $decide } لاتخاذ القرار.
   *[to_decide] العدد كافٍ للافتتاح ولاتخاذ القرار.
  }
chair-attendance = { $people ->
    [0] لا أحد حاضر
    [zero] لا أحد حاضر
    [one] شخص واحد حاضر
    [two] شخصان حاضران
    [few] { $people } أشخاص حاضرون
    [many] { $people } شخصاً حاضراً
   *[other] { $people } شخص حاضر
  }، الوفود { $delegations } من { $seats }
chair-not-yours = لا تُستخدم لوحة الرئاسة إلا من جانب من يرأسون الجلسة.
chair-to-room = القاعة
chair-to-podium = شاشة المنصة
chair-report-pending = جارٍ الإرسال: { $act }
chair-report-done = تم: { $act }
chair-report-refused = لم يتم: { $act }. { $why }
chair-say-floor = الكلمة الآن: { $name }.
chair-say-asks = طلب الكلمة: { $name }، المرتبة { $place }.
chair-say-free = لا أحد يتكلم الآن.
chair-keys = اختصارات لوحة المفاتيح
chair-keys-on = الاختصارات بمفتاح واحد مفعّلة
chair-keys-note = لا تعمل أثناء الكتابة أو الاختيار أو فتح مربع حوار.
chair-key-next = الزر الرئيسي: إعطاء الكلمة للمتكلم التالي
chair-key-extend = دقيقة إضافية
chair-key-stop = إيقاف المتكلم
chair-key-pause = تعليق الجلسة أو استئنافها
chair-key-list = الانتقال إلى القائمة
chair-key-add = إدراج وفد
chair-key-chat = الانتقال إلى المحادثة
chair-key-help = هذه المساعدة
refusal-session-cancelled = أُلغيت الجلسة. ويمكن افتتاحها متى حددت لها الأمانة موعداً.
chair-phase-scheduled = لم تُفتتح بعد؛ الموعد المقرر { $time }
chair-phase-open = منعقدة منذ { $since }؛ النهاية المقررة { $end }
chair-phase-suspended = معلّقة منذ { $since }
chair-phase-suspended-until = معلّقة منذ { $since } حتى { $until }
chair-phase-closed = رُفعت الساعة { $since }
chair-phase-adjourned = رُفعت الساعة { $since } إلى حين استئنافها، ويحتفظ المنتظرون بأدوارهم
chair-official-present = حاضر
chair-delegations = الوفود
chair-screens = الشاشات
chair-beside = إلى جانب الكلمة
chair-line-lost = جارٍ إعادة الاتصال، ومكانكم محفوظ. لا يمكن اتخاذ أي إجراء قبل عودة الاتصال.
chair-chat = المحادثة
chair-keys-short = الاختصارات

chair-booths = المقصورات
chair-gap-nobody = لا أحد في { $booth }.
chair-gap-microphone = لا ميكروفون جاهزاً في { $booth }.
chair-gap-booth = قناة اللغة { $channel }: لا مقصورة.
chair-gap-source = قناة اللغة { $channel }: لا مصدر للمترجم من اللغة { $language }.
chair-gap-unheard = لا تسمع القاعة: { $booth }.
chair-gap-ends = { $minutes ->
    [0] ينتهي وقت المقصورات الآن. ومن دون المترجمين تتوقف الجلسة.
    [zero] ينتهي وقت المقصورات الآن. ومن دون المترجمين تتوقف الجلسة.
    [one] ينتهي وقت المقصورات بعد دقيقة واحدة. ومن دون المترجمين تتوقف الجلسة.
    [two] ينتهي وقت المقصورات بعد دقيقتين. ومن دون المترجمين تتوقف الجلسة.
    [few] ينتهي وقت المقصورات بعد { $minutes } دقائق. ومن دون المترجمين تتوقف الجلسة.
    [many] ينتهي وقت المقصورات بعد { $minutes } دقيقة. ومن دون المترجمين تتوقف الجلسة.
   *[other] ينتهي وقت المقصورات بعد { $minutes } دقيقة. ومن دون المترجمين تتوقف الجلسة.
}
chair-gap-ended = انتهى وقت المقصورات، وقد يغادر المترجمون.
chair-pace = تطلب المقصورات التمهّل في الكلام.
chair-mics = الميكروفونات المفتوحة
chair-mic-kind = { $kind ->
    [turn] الكلمة الآن
    [point_of_order] يُستمع إليه في نقطة نظام
   *[podium] على المنصة
}
chair-mic-close = إغلاق
chair-mic-close-name = إغلاق الميكروفون: { $name }
chair-mic-open = فتح
chair-mic-open-name = فتح الميكروفون: { $name }
chair-mic-turn-closed = ميكروفون المتكلم مغلق
chair-mic-no-speaker = لا أحد من الوفد يتكلم بعد
chair-mic-own = ميكروفونكم
chair-mic-own-live = الجميع يسمعكم
chair-mic-own-closed = مغلق
chair-mic-open-own = فتح ميكروفونكم
chair-mic-close-own = إغلاق ميكروفونكم
chair-record = بدء التسجيل
chair-record-stop = إيقاف التسجيل
chair-recognise = الاستماع إلى { $name } في نقطة نظام
chair-recognise-short = الاستماع
chair-rule = البتّ…
chair-rule-name = البتّ في نقطة النظام المقدمة من { $name }
chair-rule-do = إصدار القرار
chair-ruling = القرار
chair-ruled = القرار في نقطة النظام: { $ruling ->
    [upheld] مقبولة
    [rejected] مرفوضة
   *[noted] أُحيط بها علماً
}
chair-appeal-vote = تسجيل التصويت على الطعن
chair-appeal-title = التصويت على الطعن
chair-appeal-note = يظل القرار قائماً ما لم تزد الأصوات المؤيدة للطعن على المعارضة له.
chair-appeal-do = تسجيل التصويت
chair-votes = { $how ->
    [in_favour] مؤيد للطعن
    [against] معارض للطعن
   *[abstaining] ممتنع
}
chair-give-back = إعادة الكلمة إلى { $name }
chair-halt-title = توقف فني
chair-halt-note = تتوقف الساعة، ويحتفظ المتكلم بالكلمة وبما بقي من وقته.
chair-halt-do = إيقاف الساعة
chair-undo = تراجع
chair-undo-what = تراجع: { $what }
chair-undo-act = { $what ->
    [item_started] بدء البند
    [item_finished] إنهاء البند
    [timer_started] إعطاء الكلمة على المنصة
    [timer_stopped] إيقاف المؤقّت
    [floor_given] الكلمة: { $name }
    [turn_ended] إنهاء كلمة { $name }
    [turn_extended] مدة إضافية
    [list_opened] فتح القائمة
    [list_closed] إقفال القائمة
    [list_taken_up] الانتقال إلى القائمة
    [request_called] استدعاء { $name }
    [request_passed_over] تجاوز { $name }
    [request_declined] رفض طلب { $name }
    [request_sent_to_written] إيداع { $name } كتابةً
    [request_moved] نقل { $name }
    [order_applied] ترتيب القائمة
    [point_recognised] الاستماع إلى { $name }
    [point_ruled] البت في نقطة نظام { $name }
    [session_suspended] تعليق الجلسة
   *[other] آخر إجراء
}
chair-key-halt = توقف فني
chair-key-undo = التراجع عن آخر إجراء
chair-key-propose = اقتراح إجرائي
chair-key-line = الخط الخاص

chair-order = الترتيب…
chair-order-title = ترتيب القائمة: { $list }
chair-order-by = الترتيب حسب
chair-order-from = البدء بـ
chair-order-draw = وفد يُسحب بالقرعة
chair-order-preview = معاينة
chair-order-preview-name = معاينة ترتيب { $list }
chair-order-proposed = الترتيب المقترح
chair-order-lot = سُحب بالقرعة: { $name } (الرقم { $seed })
chair-order-stale = تغيرت القائمة منذ ذلك. اطلبوا المعاينة من جديد.
chair-order-moves = { $count ->
    [0] لا يتغير مكان أحد.
    [one] يتغير مكان وفد واحد.
    [two] يتغير مكان وفدين.
    [few] يتغير مكان { $count } وفود.
   *[other] يتغير مكان { $count } وفداً.
}
chair-order-was = الآن في المرتبة { $place }
chair-order-stays = لا يتغير
chair-order-gone = لم يعد ينتظر
chair-order-apply = تطبيق هذا الترتيب
chair-order-apply-name = تطبيق الترتيب على { $list }
chair-order-dismiss = صرف النظر
chair-order-dismiss-name = صرف النظر عن ترتيب { $list }
policy-name = { $policy ->
    [first_come] وقت الطلب
    [rank] رتبة المتكلم
    [category_then_order] المجموعات أولاً ثم حسب الفئة
    [alternate_categories] الفئات بالتناوب
   *[alphabetical] أبجدياً
}
chair-why-time = طُلب في { $time }
chair-why-group = باسم مجموعة
chair-why-turn = { category-name }، الدورة { $round }
chair-why-first = به يبدأ الترتيب
chair-why-alphabet = حسب الأبجدية
rank-name = { $gender ->
    [female] { $rank ->
        [head_of_state] رئيسة الدولة
        [vice_president] نائبة الرئيس
        [crown_prince] ولية العهد
        [head_of_government] رئيسة الحكومة
        [minister] وزيرة
        [vice_minister] نائبة وزير
        [head_of_delegation] رئيسة الوفد
       *[none] الرتبة غير محددة
    }
   *[other] { $rank ->
        [head_of_state] رئيس الدولة
        [vice_president] نائب الرئيس
        [crown_prince] ولي العهد
        [head_of_government] رئيس الحكومة
        [minister] وزير
        [vice_minister] نائب وزير
        [head_of_delegation] رئيس الوفد
       *[none] الرتبة غير محددة
    }
}
gender-name = { $gender ->
    [female] نساء
    [male] رجال
    [other] غير ذلك
   *[none] غير محدد
}
chair-moves-order = القائمة كلها: { $policy }
chair-time = مدة الكلمة…
chair-time-title = مدة الكلمة: { $list }
chair-time-for = لـ
chair-time-all = كل من له أكثر من ذلك
chair-time-note = تسري على المنتظرين ومن يأتي بعدهم. ويحتفظ المتكلم الحالي بوقته.
chair-time-act = تحديدها بـ { $time }
chair-time-name = تحديد مدة الكلمة بـ { $time }
chair-time-tab = الوقت
chair-extra = منح وقت إضافي: { $time }
chair-extra-name = منح { $name } وقتاً إضافياً: { $time }
chair-speaker = من يتكلم
chair-speaker-act = تسمية المتكلم
chair-speaker-name = تسمية { $name } متكلماً
chair-ready-microphone = الميكروفون جاهز
chair-ready-not-agreed = لا موافقة على الميكروفون
chair-ready-no-microphone = لا ميكروفون
chair-ready-text = النص: { $languages }
chair-absent-pass = تجاوز الدور
chair-absent-written = إيداع الكلمة كتابةً
chair-play = إذاعة التسجيل ({ $length })
chair-play-name = إذاعة البيان المسجَّل مسبقًا: { $name }
chair-stop-playing = إيقاف التسجيل
chair-stop-playing-name = إيقاف تسجيل { $name }
chair-key-play = إذاعة تسجيل التالي إن كان غائباً
chair-recorded = وصل التسجيل: { $length }
chair-forecast = هل يكفي الوقت؟
chair-forecast-none = لا أحد ينتظر، أو أن الجلسة غير مفتوحة.
chair-forecast-over = تنتهي بين { $from } و{ $to }
chair-forecast-session = { $kept ->
    [surely] قبل نهاية الجلسة في { $time }
    [perhaps] قبل نهاية الجلسة في { $time } إن أوجز الجميع فقط
   *[no] ليس قبل نهاية الجلسة في { $time }
}
chair-forecast-booths = { $kept ->
    [surely] قبل مغادرة المقصورات في { $time }
    [perhaps] قبل مغادرة المقصورات في { $time } إن أوجز الجميع فقط
   *[no] ليس قبل مغادرة المقصورات في { $time }
}
chair-forecast-cut = اختصار المدة إلى { $time } للانتهاء في الوقت…
chair-equity = من تكلم
chair-equity-nothing = لم تُلقَ أي كلمة بعد.
chair-equity-category = حسب الفئة
chair-equity-region = حسب المنطقة
chair-equity-language = حسب اللغة
chair-equity-gender = حسب النوع
chair-equity-none = بلا منطقة
chair-equity-statements = الكلمات
chair-equity-time = الوقت
chair-key-order = معاينة ترتيب للقائمة
chair-key-minutes = تحديد مدة الكلمة
chair-key-pass = تجاوز الوفد التالي إن كان غائباً
chair-key-file = إيداع كلمة الوفد التالي كتابةً إن كان غائباً
ruling = { $ruling ->
    [upheld] مقبولة
    [rejected] مرفوضة
   *[noted] أُحيط بها علماً
}
minutes = { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}
seconds-short = { $seconds } ث

chair-script = للقراءة
chair-script-language = لغة النص
chair-script-more = عبارات أخرى
# Beside the line that is read out instead where the statement is played.
chair-script-played = مسجَّل مسبقًا
refusal-undo-barred = { $bar ->
    [requests] لا يمكن التراجع: طلب الوفد الكلمة من جديد ولا يحق له طلب آخر. يُرجى التصحيح يدوياً.
    [replies] لا يمكن التراجع: تصبح ردود الوفد أكثر مما يحق له. يُرجى التصحيح يدوياً.
    [motion] لا يمكن التراجع: بُتَّ في الاقتراح، أو يتكلم فيه آخرون. يُرجى التصحيح يدوياً.
    [floor] لا يمكن التراجع: هناك ما له الأسبقية، أو انتهت المناقشة، أو سُحب المتكلم. يُرجى التصحيح يدوياً.
   *[rules] لا يمكن التراجع لأن الجلسة مضت قدماً. يُرجى التصحيح يدوياً.
}
refusal-stale-session = أُعيد افتتاح الجلسة في هذه الأثناء ثم رُفعت من جديد. يُرجى التحقق، ثم إعادة افتتاحها إن كان ذلك مقصوداً.
chair-desk = { $role ->
    [secretariat] الأمانة
    [moderator] مكتب إدارة النقاش
   *[chair] مكتب الرئاسة
}
chair-meeting = الجلسة
chair-more-parts = المزيد
chair-procedure = نقاط النظام والاقتراحات
chair-keeps = { $name }: الكلمة محفوظة، بقي { $time }
chair-ends = ينهي كلمة { $name }، وقد بقي { $time }
chair-left = بقي { $time }
chair-planned = موعدها المقرر { $time }
chair-planned-on = موعدها المقرر { $day }، { $time }
chair-suspended-for = { $since }: { $reason }
chair-next-absent = التالي { $name }، وهو غائب
chair-nobody-waits = لا أحد ينتظر في أي قائمة
chair-wait = انتظار { $name }
chair-wait-note = غائب: تجاوز الدور أو الإيداع كتابةً أو التشغيل
chair-take-up = الانتقال إلى: { $list }
chair-take-up-name = الانتقال إلى القائمة: { $list }
chair-take-up-after = الانتقال إلى هذه القائمة بعد { $name }
chair-take-up-now = الانتقال إلى هذه القائمة
chair-list-waits = { $count ->
    [one] ينتظر واحد: { $name }
    [two] ينتظر اثنان، أولهما { $name }
    [few] ينتظر { $count }، أولهم { $name }
   *[other] ينتظر { $count }، أولهم { $name }
}
chair-look = تسير الجلسة وفق «{ $list }»، والتالي { $name }. وتنتظر هذه القائمة إلى أن تنتقلوا إليها.
chair-look-done = تسير الجلسة وفق «{ $list }»، ولا أحد ينتظر فيها. وتنتظر هذه القائمة إلى أن تنتقلوا إليها.
chair-look-line = عبارتها الأولى: «{ $line }»
chair-appeal-by = طعن مقدَّم من { $name }
chair-ruling-after = بعد القرار: «{ $line }»
chair-next-on = التالي · { $list }
chair-afterwards-on = بعد ذلك · { $list }
chair-ready = جاهز
chair-booths-language = المقصورات للغة { $language }
chair-channel-floor = { $language }: القاعة
chair-heard-now = مسموع
chair-also-live = { $count ->
    [one] +1 مفتوح
   *[other] +{ $count } مفتوحة
}
chair-also-live-name = { $count ->
    [one] ميكروفون آخر مفتوح: عرضه
   *[other] ميكروفونات أخرى مفتوحة ({ $count }): عرضها
}
chair-times-planned = مدد الكلام كما هي مقررة
chair-script-none = لا شيء يُقرأ الآن.
chair-shown = معروض للجميع
chair-give-row = إعطاء الكلمة الآن
chair-play-short = تشغيل
chair-procedure-short = المتكلمون بشأنه…
chair-lists-short = القوائم
chair-procedure-none = لا نقطة نظام مثارة ولا اقتراح ينتظر.
chair-line-short = خاص
chair-row-not-agreed = لم يوافق
chair-row-no-microphone = لا ميكروفون
chair-bar-open = منعقدة · تنتهي { $time }
chair-other-day-title = هل تفتتحون الجلسة في يوم غير المقرر لها؟
refusal-other-day = { chair-other-day-title }
chair-other-day-planned = الجلسة مقررة ليوم { $day }، الساعة { $time }.
chair-other-day-today = اليوم في مكان المؤتمر هو { $day }.
chair-other-day-act = افتتاح الجلسة اليوم
chair-ready-muted = الميكروفون كتمه صاحبه
chair-ready-silent = الجهاز لا يعطي صوتاً
chair-row-muted = مكتوم
chair-row-silent = لا صوت
