panel = المحادثة والحاضرون
tab-list = المتكلمون
tab-chat = المحادثة
tab-proceedings = المجريات
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
list-option = { $list } ({ $waiting })
list-open = مفتوحة
list-closed = مغلقة
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
dock-no-floor = لا تتيح صفتكم طلب الكلمة. يمكنكم متابعة الجلسة والكتابة في المحادثة.
dock-read-only = تتيح صفتكم متابعة الجلسة: القائمة والكلمة والمحادثة للقراءة.

floor-ask = طلب الكلمة
floor-ask-on = طلب الكلمة: { $list }
floor-sending = جارٍ الإرسال…
floor-sending-detail = في انتظار خادم الأمانة
floor-inscribed = سُجّل طلبكم
floor-inscribed-detail = في انتظار مكانه في القائمة · اضغطوا للسحب
floor-listed = في القائمة — الترتيب { ORDINAL($place) ->
   *[other] { $place }
}
floor-listed-detail = { $expected } · اضغطوا للسحب
floor-withdraw-hint = اضغطوا لسحب الطلب
floor-standing-by = استعدوا — دوركم التالي
floor-standing-by-detail = { $expected } · الرئاسة تعطيكم الكلمة
floor-standing-by-wait = الرئاسة تعطيكم الكلمة
floor-speaking = لكم الكلمة
floor-last-seconds = لكم الكلمة — أوشك الوقت على الانتهاء
floor-over-time = انتهى وقتكم
floor-finish-hint = اضغطوا عند الانتهاء
floor-played = يُذاع تسجيلكم الآن
floor-played-detail = خاطبوا الرئاسة إن أمكنكم الكلام بأنفسكم
floor-halted = الكلمة باقية لكم — الساعة متوقفة
floor-halted-detail = تواصلون بما بقي لكم من الوقت
floor-list-closed = القائمة مغلقة
floor-list-not-open = لم تُفتح القائمة بعد
floor-list-closed-detail = ما زال بإمكان الرئاسة أو الأمانة إضافتكم
floor-session-closed = رُفعت الجلسة
floor-session-closed-detail = لم تعد الكلمة تُعطى
floor-reconnecting = جارٍ إعادة الاتصال…
floor-place-kept = مكانكم في القائمة محفوظ
floor-floor-kept = الكلمة ما زالت لكم
floor-wait-for-line = يمكنكم طلب الكلمة بعد عودة الاتصال
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
placard-withdraw = سحب نقطة النظام
placard-withdraw-title = سحب نقطة النظام؟
placard-withdraw-words = تستمر الجلسة كما لو بُتَّ فيها.
placard-withdraw-do = سحبها
placard-appeal = الطعن في القرار
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

list-time-max = مدة الكلمة: { $time } على الأكثر
list-time-category = { category-name }: { $time }
list-reopened = أعيد فتح القائمة في { $time }
list-closed-at = أُقفلت القائمة في { $time }
list-opens = تُفتح القائمة في { $time }
list-closes = تُقفل القائمة في { $time }
list-instead-of = بدلاً من
list-reply-to = رداً على { $name }
list-extra = منها { $time } إضافية

request-reply-to = رداً على (اختياري)
request-reply-none = لا كلمة بعينها
statement-open = كلمتكم…
