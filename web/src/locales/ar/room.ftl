panel = المحادثة والحاضرون
tab-list = المتكلمون
tab-chat = المحادثة
tab-proceedings = السجل
tab-people = الحاضرون
clock-host = { $time } البلد المضيف
clock-utc = { $time } ت ع م
clock-own = { $time } توقيتكم
line-live = متصل
line-lost-short = جارٍ إعادة الاتصال…
line-lost = جارٍ إعادة الاتصال. مكانكم محفوظ ولا يلزمكم القيام بشيء.
line-back = عاد الاتصال.
plates = المكتب والمتكلمون التالون
plates-next = التالي
plates-then = ثم

list-heading = قائمة المتكلمين
list-choose = القائمة المعروضة
list-open = مفتوحة
list-closed = مغلقة
list-elsewhere = { $place ->
    [item_closed] أُقفل البند
    [on_its_way] تُحال إلى جلسة أخرى
    [conference] محفوظة للجلسة التالية
   *[sitting] في جلسة أخرى
}
list-elsewhere-detail = { $place ->
    [item_closed] أُقفل بند جدول الأعمال ومعه قائمته.
    [conference] تُحفظ القائمة إلى أن تُعقد جلسة أخرى بشأن البند.
   *[sitting] القائمة في جلسة أخرى بشأن البند نفسه، ويحتفظ المنتظرون بأدوارهم فيها.
}
list-earlier-sitting = جلسة سابقة
list-waiting = الوفود المنتظرة
list-empty = لا أحد ينتظر في هذه القائمة.
list-speaking = المتكلم الآن
list-playing = بيان مسجَّل مسبقًا
list-prerecorded = بيان مسجَّل مسبقًا، { $length }
list-you-speak = لكم الكلمة
list-halted = الساعة متوقفة
list-you = أنتم
list-next = التالي
list-called = نودي عليه
list-on-behalf = باسم
list-absent = غائب منذ { $time }
list-time = وقت الكلام { $time }
list-heard = { $count ->
    [zero] لم يتكلم أحد
    [one] تكلم وفد واحد
    [two] تكلم وفدان
    [few] تكلمت { $count } وفود
    [many] تكلم { $count } وفداً
   *[other] تكلم { $count } وفد
}
list-written = أُودعت خطياً
expected-soon = في أي لحظة
expected-about = خلال { $minutes } د تقريباً
expected-within = في غضون { $minutes } د
expected-between = خلال { $from } إلى { $minutes } د تقريباً

people = الحاضرون
people-total = { $people ->
    [zero] لا أحد حاضر
    [one] شخص واحد حاضر
    [two] شخصان حاضران
    [few] { $people } أشخاص حاضرون
    [many] { $people } شخصاً حاضراً
   *[other] { $people } شخص حاضر
}
people-delegations = الوفود: { $present } من { $seats }
people-role = { role-name }: { $count }
people-officials = القائمون على الجلسة
people-seats = الوفود
people-here = حاضر
people-present = { $count ->
    [zero] حاضر
    [one] حاضر
    [two] حاضر · شخصان
    [few] حاضر · { $count } أشخاص
    [many] حاضر · { $count } شخصاً
   *[other] حاضر · { $count } شخص
}
people-absent = غائب
people-absent-since = غائب منذ { $time }

dock = الكلمة والقناة
channel = قناتكم
leave = مغادرة
to-console = إدارة الجلسة: لوحة الرئاسة
dock-no-floor = ولكم الكتابة في المحادثة
dock-read-only = القائمة والكلمة والمحادثة للقراءة

floor-ask = طلب الكلمة
floor-sending = جارٍ الإرسال…
floor-sending-detail = في انتظار الخادم
floor-inscribed = سُجّل طلبكم
floor-inscribed-detail = ينتظر مكانه في القائمة
floor-listed = { $list }: الترتيب { ORDINAL($place) ->
   *[other] { $place }
}
floor-listed-detail = خلال { $range } د
floor-standing-by = استعدوا: دوركم التالي
floor-standing-by-wait = الرئاسة تعطيكم الكلمة
floor-speaking = لكم الكلمة
floor-last-seconds = بقي { $time }
floor-over-time = انتهى الوقت: { $time }
floor-finish-hint = اضغطوا عند الانتهاء
floor-played = يُذاع تسجيلكم
floor-played-detail = اطلبوا من الرئاسة الكلام بأنفسكم
floor-halted = الكلمة باقية لكم
floor-halted-detail = بقي { $time }، الساعة متوقفة
floor-list-closed = القائمة مغلقة
floor-list-not-open = لم تُفتح القائمة بعد
floor-list-closed-detail = ما زال بإمكان الرئاسة إضافتكم
floor-session-closed = رُفعت الجلسة
floor-carried-over = دوركم محفوظ
floor-carried-over-detail = الدور { $place } في الجلسة التالية
floor-went-on-detail = تُستكمل القائمة في جلسة أخرى
floor-list-elsewhere = القائمة في جلسة أخرى
floor-list-elsewhere-detail = يمكنكم طلب الكلمة هناك
floor-reconnecting = جارٍ إعادة الاتصال…
floor-place-kept = مكانكم محفوظ
floor-floor-kept = الكلمة ما زالت لكم
floor-wait-for-line = يمكنكم الطلب بعد عودة الاتصال
floor-declined = لم يُقبل طلبكم الأخير: { $reason }
floor-lapsed = سقط طلبكم الأخير

request-title = طلب الكلمة
request-language = لغة البيان
request-behalf = وباسم (اختياري)
request-behalf-hint = للبيانات باسم مجموعة، بعبارتكم. ويقرأها الجميع في القائمة.
withdraw-title = هل تريدون سحب طلبكم؟
withdraw-words = يفقد وفدكم مكانه في القائمة. ويمكنكم طلب الكلمة من جديد ما دامت القائمة مفتوحة.
withdraw-keep = الإبقاء على مكاني
withdraw-do = سحب الطلب

tell-your-turn = لكم الكلمة. أمامكم { $time }.
tell-stand-by = استعدوا: دوركم التالي.
tell-last-seconds = أوشك وقتكم على الانتهاء.
tell-over-time = انتهى وقتكم.
tell-withdrawn = سُحب طلبكم.
tell-floor = الكلمة لوفد { $delegation }.
tell-phase = { $phase ->
    [open] افتُتحت الجلسة.
    [suspended] عُلّقت الجلسة.
    [closed] رُفعت الجلسة.
   *[scheduled] لم تبدأ الجلسة.
}

recording-since = تُسجَّل منذ { $time }
recording-began = الجلسة تُسجَّل من الآن.
recording-ended = لم تعد الجلسة تُسجَّل.
recording-silent = يُسمَع في القاعة لكنه يُسجَّل صمتًا: { $channels }
recording-heard = عاد تسجيل ما يُسمَع في القاعة.

to-technician = صفحة الفني
to-booth = لوحتكم
booths = المقصورات
booths-none = لا مقصورات في هذه الجلسة.
booths-floor = مفتوح في القاعة
booths-from-floor = تترجم من القاعة
booths-from-relay = عبر لغة وسيطة من { $channel }: { $quality ->
    [floor] تنقل القاعة
    [direct] مباشرة (+)
    [relay] وسيط مزدوج (−)
   *[silence] لا أحد على الهواء
}
booths-on-air = على الهواء: { $channel }
booths-on-air-silent = على الهواء: { $channel }، لكن لا صوت يصل
booths-microphone = الميكروفون موصول
booths-no-microphone = بلا ميكروفون
booths-unheard = لا تسمع القاعة منذ { $time }
booths-output = { $output } ← { $channel }: { $people ->
    [0] لا مستمعين
    [zero] لا مستمعين
    [one] مستمع واحد
    [two] مستمعان
    [few] { $people } مستمعين
    [many] { $people } مستمعاً
   *[other] { $people } مستمع
}
points-of-order = نقاط النظام
point-raised = نقطة نظام
point-heard = يُستمع إليه في نقطة نظام
point-ruled = نقطة النظام: { $ruling ->
    [upheld] قُبلت
    [rejected] رُفضت
   *[noted] أُحيط بها علماً
}
point-appealed = طعن في القرار
placard-raise = نقطة نظام
placard-raise-title = إثارة نقطة نظام؟
placard-raise-words = تقاطع فوراً: تُنبَّه الرئاسة والأمانة والمقصورات. وهي تتعلق بسير الجلسة لا بجوهر الموضوع.
placard-raise-do = إثارتها
placard-withdraw = سحبها
placard-withdraw-title = سحب نقطة النظام؟
placard-withdraw-words = تستمر الجلسة كما لو بُتَّ فيها.
placard-withdraw-do = سحبها
placard-appeal = الطعن
placard-appeal-title = الطعن في قرار الرئاسة؟
placard-appeal-words = يُطرح الطعن للتصويت فوراً. ويظل القرار قائماً ما لم تعارضه أغلبية.
placard-appeal-do = تقديم الطعن
tell-point-raised = نقطة نظام من { $name }.
tell-point-heard = يُستمع إلى { $name } في نقطة نظام.
tell-point-withdrawn = سحب { $name } نقطة النظام.
tell-point-lapsed = سقطت نقطة النظام المقدمة من { $name }.
tell-point-ruled = قرار الرئاسة: { $ruling ->
    [upheld] قُبلت نقطة النظام.
    [rejected] رُفضت نقطة النظام.
   *[noted] أُحيط بنقطة النظام علماً.
}
tell-ruling-appealed = يطعن { $name } في القرار.
tell-appeal-decided = { $stands ->
    [true] القرار قائم.
   *[false] نُقض القرار.
}

list-time-max = { $time } للكلمة
list-time-was = { $time } بدلاً من { $before }
list-time-category = { category-name }: { $time }
list-reopened = أُعيد فتحها في { $time }
list-closed-at = أُغلقت في { $time }
list-opens = تُفتح في { $time }
list-closes = تُغلق في { $time }
list-instead-of = بدلاً من
list-reply-to = رداً على { $name }
# Of one request that waits.
list-retimed = { $time } بدلاً من { $before }
list-extra = منها { $time } إضافية

request-reply-to = رداً على (اختياري)
request-reply-none = لا كلمة بعينها
statement-open = كلمتكم…

tab-panel = المنصة
line-checking = جارٍ التحقق من الخط…
line-by-itself = يعود من تلقاء نفسه
list-kind = { $kind ->
    [right_of_reply] حق الرد
    [motions] الاقتراحات
   *[statements] المتكلمون
}
list-not-heard = أنتم: صوتكم غير مسموع
list-silent = الكلمة له · صوته غير مسموع بعد
list-kept = المكان محفوظ
dock-follows = تتابعون الجلسة
dock-ask-panel = وجّهوا سؤالاً إلى المتحدثين
dock-own-questions = { $count ->
    [0] تقرؤه إدارة النقاش أولاً
    [one] أسئلتكم: واحد بانتظار القراءة
   *[other] أسئلتكم: { $count } بانتظار القراءة
}
dock-yours = أسئلتكم
dock-finish = إنهاء الكلمة
dock-statement = نص الكلمة
dock-reply-asked = طُلب: الترتيب { ORDINAL($place) ->
   *[other] { $place }
}
dock-reply-open = مفتوح
dock-reply-closed = مغلق
dock-more = المزيد: طلباتكم، حق الرد، الصوت، المغادرة
dock-leave = مغادرة القاعة
requests-title = طلباتكم
request-withdraw = سحب…
request-which = القائمة
request-microphone = يُفتح ميكروفوني عند إعطائي الكلمة
floor-ask-again = طلب الكلمة من جديد
floor-declined-short = لم يُقبل: اطّلعوا على السبب
floor-nobody-waits = لا أحد ينتظر
floor-waiting = ينتظر { $count }
floor-waiting-about = ينتظر { $count }، نحو { $minutes } د
floor-inscribed-on = { $list }: سُجّل الطلب
floor-listed-in = { floor-listed }، { $range } د
floor-listed-wait = الرئاسة تعطيكم الكلمة
floor-open-microphone = افتحوا الميكروفون
floor-nobody-hears-yet = صوتكم غير مسموع بعد
floor-nobody-hears = صوتكم غير مسموع
floor-no-sound = لا صوت يصل: افحصوه
floor-closed-by-chair = أغلقته الرئاسة
floor-muted = صوتكم مكتوم
floor-muted-detail = اضغطوا ليُسمع صوتكم
floor-technical = توقف تقني
floor-suspended = الجلسة معلّقة
floor-kept = { $place }، محفوظ
floor-resumes = تُستأنف { $time }
floor-point-raised = أُثيرت نقطة النظام
floor-point-told = أُبلغت الرئاسة
floor-point-heard = نقطة نظامكم
floor-point-left = { $time } · القرار للرئاسة
floor-read-record = الاطلاع على السجل
notices-all = { $count ->
    [one] جميع الإشعارات: إشعار آخر
    [two] جميع الإشعارات: إشعاران آخران
    [few] جميع الإشعارات: { $count } أخرى
   *[other] جميع الإشعارات: { $count } غيره
}
notice-look = اطّلعوا
notice-whole = النص كاملاً
notice-answer = أجيبوا
notice-line = الخط
notice-unheard = لا يصل صوتكم: لا أحد يسمعكم.
notice-time = مدة الكلمة
notice-moved = طلبكم
notice-moved-to = في الترتيب { $place } الآن: { $reason }
notice-poll = استطلاع
notice-hands = رفع الأيدي
notice-resumed = استؤنفت الجلسة.
notice-motions = { $count ->
    [one] أمام الجلسة اقتراح إجرائي.
    [two] أمام الجلسة اقتراحان إجرائيان.
    [few] أمام الجلسة { $count } اقتراحات إجرائية.
   *[other] أمام الجلسة { $count } اقتراحاً إجرائياً.
}
recording-short = تسجيل
recording = التسجيل
room-menu = القائمة
room-search = بحث
skip = الانتقال إلى
skip-stage = إلى المنصة
skip-list = إلى القائمة والمحادثة
skip-dock = إلى الكلمة والقناة
chat-leave = العودة إلى المنصة
more-write = الكتابة إلى الرئاسة
