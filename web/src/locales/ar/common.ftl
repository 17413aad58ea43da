language-of-page = لغة الصفحة
language-not-loaded = تعذّر تحميل اللغة. يُرجى التحقق من الاتصال واختيارها من جديد.
notices = إشعارات
close-notice = إغلاق هذا الإشعار
try-again = إعادة المحاولة
cancel = إلغاء
close = إغلاق
loading = جارٍ التحميل…
not-loaded = تعذّر تحميل هذه الصفحة. يُرجى التحقق من الاتصال وإعادة تحميلها.
connecting = جارٍ الاتصال بالجلسة…
entering = جارٍ فتح رابطكم الشخصي…
to-programme = إلى البرنامج

language-name = { $language ->
    [ar] العربية
    [en] الإنكليزية
    [fr] الفرنسية
    [es] الإسبانية
    [ru] الروسية
    [zh] الصينية
   *[other] { $language }
}
in-language = { $language ->
    [ar] بالعربية
    [en] بالإنكليزية
    [fr] بالفرنسية
    [es] بالإسبانية
    [ru] بالروسية
    [zh] بالصينية
   *[other] بلغة { $language }
}
phase-name = { $phase ->
    [scheduled] لم تُفتتح بعد
    [open] الجلسة منعقدة
    [suspended] الجلسة معلَّقة
   *[closed] رُفعت الجلسة
}
session-kind = { $kind ->
    [plenary] جلسة عامة
    [round_table] مائدة مستديرة
   *[panel] حلقة نقاش
}
role-name = { $role ->
    [chair] الرئاسة
    [moderator] إدارة النقاش
    [secretariat] الأمانة
    [rapporteur] المقرر
    [delegate] مندوب
    [panellist] متحدث في حلقة النقاش
    [interpreter] مترجم شفوي
    [technician] فني
    [display] شاشة المنصة
   *[observer] مراقب
}
minutes = { $minutes ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $minutes } دقائق
    [many] { $minutes } دقيقة
   *[other] { $minutes } دقيقة
}

page-link-unknown = هذا الرابط الشخصي غير صالح
page-link-unknown-remedy = ربما كان ناقصاً أو استُبدل. يُرجى فتح الرابط الكامل الوارد في دعوتكم أو طلب رابط جديد من الأمانة.
page-not-entered = يُرجى فتح رابطكم الشخصي من جديد
page-not-entered-remedy = لم يعد هذا المتصفح يتعرّف إليكم. يُرجى فتح الرابط الشخصي الوارد في دعوتكم في هذا المتصفح.
page-session-unknown = ليس لكم مكان في هذه الجلسة
page-session-unknown-remedy = يبيّن البرنامج الجلسات المتاحة لكم. وإن كان في الأمر خطأ، فيُرجى مراجعة الأمانة.
page-unavailable = يتعذّر الوصول إلى المؤتمر في الوقت الراهن
page-unavailable-remedy = يُرجى التحقق من الاتصال وإعادة المحاولة. وإن تعذّر الدخول على غيركم أيضاً، فيُرجى إبلاغ الأمانة.
page-nowhere = لا توجد صفحة في هذا العنوان
page-nowhere-remedy = يُرجى فتح الرابط الشخصي الوارد في دعوتكم.
page-ended = انتهى الاتصال بالجلسة
page-ended-remedy = مكانكم في القائمة محفوظ. يُرجى إعادة المحاولة؛ وإن عادت هذه الصفحة، فيُرجى إعادة تحميلها.

refusal-not-allowed = صفتكم لا تتيح ذلك. يُرجى مراجعة الأمانة.
refusal-not-in-session = ليست لكم صفة في هذه الجلسة. يُرجى مراجعة الأمانة.
refusal-no-seat = ليس لكم مقعد تطلبون الكلمة منه. يُرجى مراجعة الأمانة.
refusal-not-your-seat = هذا يخص وفداً آخر.
refusal-wrong-phase = { $phase ->
    [scheduled] يصبح ذلك ممكناً عند افتتاح الجلسة.
    [open] لا يمكن ذلك والجلسة منعقدة.
    [suspended] يصبح ذلك ممكناً عند استئناف الجلسة.
   *[closed] رُفعت الجلسة؛ ولا يمكن القيام فيها بشيء بعد.
}
refusal-list-closed = القائمة مغلقة. وما زال بإمكان الرئاسة أو الأمانة إضافة وفدكم إليها.
refusal-list-unchanged = { $open ->
    [true] القائمة مفتوحة أصلاً.
   *[false] القائمة مغلقة أصلاً.
}
refusal-already-on-list = الوفد مدرج في هذه القائمة. يُرجى سحب طلبه أولاً لتقديم طلب آخر.
refusal-wrong-request-state = تغيّرت حالة هذا الطلب في هذه الأثناء. يُرجى الاطلاع على القائمة وإعادة المحاولة.
refusal-stale-list = تغيّرت القائمة في هذه الأثناء. يُرجى الاطلاع عليها ونقل الطلب من جديد.
refusal-floor-changed = انتقلت الكلمة إلى وفد آخر في هذه الأثناء. يُرجى التحقق وإعادة المحاولة.
refusal-turn-over = انتهت هذه المداخلة.
refusal-limit-not-reached = ما زال لهذه المداخلة وقت.
refusal-microphones-by-turn = في هذه الجلسة يُفتح ميكروفونكم مع دوركم. يُرجى طلب الكلمة.
refusal-closed-by-desk = أغلقت الرئاسة ميكروفونكم، وهي وحدها تعيد فتحه.
refusal-not-your-microphone = لا يفتح هذا الميكروفون إلا صاحبه، وتعيد الرئاسة فتح ميكروفون المتكلم.
refusal-not-agreed = لم يوافق المتكلم على فتح ميكروفونه. تتم الموافقة في صفحته.
refusal-already-live = هذا الميكروفون مفتوح بالفعل. يُرجى إغلاقه أولاً.
refusal-no-booth = لا تعملون في أي مقصورة في هذه الجلسة. يُرجى مراجعة الأمانة.
refusal-hears-source = يسمع المترجم الشفوي مصدر المقصورة. يُرجى اختيار المصدر.
refusal-booth-on-air = زميلكم على الهواء. يُرجى طلب التسليم.
refusal-channel-taken = مقصورة أخرى على الهواء في هذه القناة. يُرجى استخدام المخرج الآخر.
refusal-not-on-air = لا يمكن ذلك إلا على الهواء.
refusal-own-output = مقصورتكم تغذّي هذه القناة. يُرجى اختيار قناة وسيطة أخرى.
refusal-relay-cycle = تعتمد هذه القناة على مقصورتكم. يُرجى اختيار قناة وسيطة أخرى أو القاعة.
refusal-no-relay = يُرجى أولاً اختيار قناة اللغة الوسيطة.
refusal-handover-pending = هناك تسليم جارٍ. يُرجى الرد عليه أو إيقافه أولاً.
refusal-handover-over = انتهى هذا التسليم.
refusal-not-your-handover = الرد على هذا التسليم لغيركم.
refusal-handover-not-due = لم يحن وقت التسليم بعد.
refusal-absent = هذا الشخص ليس في الجلسة حالياً.
refusal-floor-silent = لا ميكروفون مفتوح في القاعة.
refusal-too-soon = { $seconds ->
    [0] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً الآن.
    [zero] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً الآن.
    [one] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً بعد ثانية واحدة.
    [two] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً بعد ثانيتين.
    [few] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً بعد { $seconds } ثوانٍ.
    [many] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً بعد { $seconds } ثانية.
   *[other] طلبت مقصورتكم ذلك للتو. يمكن الطلب مجدداً بعد { $seconds } ثانية.
}
field-name = { $field ->
    [list] القائمة
    [request] الطلب
    [delegation] الوفد
    [turn] المداخلة
    [channel] القناة
    [room] غرفة المحادثة
    [language] اللغة
    [reason] السبب
    [text] الرسالة
    [on_behalf_of] «باسم»
    [to_place] الترتيب
    [by_ms] المدة
    [output] المخرج
    [with] الزميل
    [in_ms] المدة
   *[person] الشخص
}
refusal-unknown = لم يعد ذلك موجوداً في هذه الجلسة ({ field-name }). يُرجى التحقق واختيار غيره.
refusal-empty = لا يجوز ترك خانة «{ field-name }» فارغة.
refusal-too-long = { $max ->
    [zero] { field-name }: بلا أحرف. يُرجى الاختصار وإعادة المحاولة.
    [one] { field-name }: حرف واحد على الأكثر. يُرجى الاختصار وإعادة المحاولة.
    [two] { field-name }: حرفان على الأكثر. يُرجى الاختصار وإعادة المحاولة.
    [few] { field-name }: { $max } أحرف على الأكثر. يُرجى الاختصار وإعادة المحاولة.
    [many] { field-name }: { $max } حرفاً على الأكثر. يُرجى الاختصار وإعادة المحاولة.
   *[other] { field-name }: { $max } حرف على الأكثر. يُرجى الاختصار وإعادة المحاولة.
}
refusal-out-of-range = { field-name }: من { $min } إلى { $max }.
refusal-full = لا يتسع المكان لأكثر من { $max }. يُرجى مراجعة الأمانة.
refusal-busy = الخادم مشغول. يُرجى إعادة المحاولة بعد لحظات.
refusal-malformed = لم يفهم الخادم هذه الصفحة. يُرجى إعادة تحميلها والمحاولة من جديد.
