# الصوت: ما يُسمع، والميكروفون.
channel-source = مصدر مقصورتكم
channel-carries = { $quality ->
    [floor] القاعة بالصوت الأصلي
    [direct] ترجمة شفوية مباشرة (+)
    [relay] ترجمة عبر لغة وسيطة (−)
   *[silence] صامتة حالياً
}
sound = الصوت
sound-start = تشغيل الصوت
sound-start-detail = المتصفح في انتظار موافقتكم
sound-on = الصوت يعمل
sound-off = الصوت موقوف
sound-off-detail = اضغطوا للاستماع
sound-connecting = الصوت…
sound-connecting-detail = جارٍ الاتصال
sound-none = لا صوت
sound-none-detail = تُعاد المحاولة تلقائياً
sound-loud-detail = الصوت مرتفع منذ مدة: اخفضوه
sound-transport = { $transport ->
    [udp] عبر UDP
    [tcp] عبر TCP
    [ws] عبر WebSocket
   *[ogg] بث متأخر
}
sound-settings = إعدادات الصوت
sound-volume = مستوى الصوت
sound-original = الصوت الأصلي في الخلفية
sound-original-hint = مستوى صوت المتكلم تحت الترجمة.
sound-limiter = تخفيف الذروات العالية
sound-output = مكبر الصوت أو السماعة
sound-default-device = وفق إعداد النظام
sound-device = الجهاز { $number }
sound-restart = إعادة وصل الصوت

microphone = الميكروفون
microphone-profile = طريقة الاستماع
microphone-headset = بسماعة رأس أو أذن
microphone-loudspeaker = بمكبرات الصوت: يُزال الصدى
microphone-agrees = يجوز فتح ميكروفوني عند إعطائي الكلمة
microphone-keys = الاختصارات بمفتاح واحد مفعّلة (M: كتم)
microphone-ask = عند إعطائكم الكلمة، هل يجوز فتح ميكروفونكم؟
microphone-agree = أوافق
microphone-not-now = ليس الآن
microphone-open = الميكروفون مفتوح
microphone-on-air = أنتم على الهواء
microphone-muted = صوتكم مكتوم
microphone-mute-hint = اضغطوا للكتم
microphone-mute-hint-key = اضغطوا هنا أو على M للكتم
microphone-unmute-hint = اضغطوا ليُسمع صوتكم
microphone-unmute-hint-key = اضغطوا هنا أو على M ليُسمع صوتكم
microphone-unheard = صوتكم لا يُسمع
microphone-silent = لا صوت من ميكروفونكم
microphone-silent-detail = ألغوا كتمه في الجهاز أو في النظام، أو اختاروا غيره
microphone-ready = الميكروفون جاهز
microphone-ready-detail = يُفتح عند إعطائكم الكلمة
microphone-muted-ahead = مكتوم: لن يسمعكم أحد
microphone-prepare = تهيئة الميكروفون
microphone-not-agreed = الميكروفون يبقى مغلقاً
microphone-not-agreed-detail = اضغطوا للموافقة على فتحه
microphone-closed-by-chair = أغلقته الرئاسة
microphone-closed-by-chair-detail = بإمكان الرئاسة فتحه من جديد
microphone-do-open = فتح ميكروفوني
microphone-do-open-detail = سيسمعكم الجميع
microphone-take-turn = الكلام باسم الوفد
microphone-take-turn-detail = الكلمة لوفدكم
microphone-waits = { $capture ->
    [off] اضغطوا لتهيئته
    [asking] اسمحوا به في المتصفح
    [blocked] اضغطوا لتشغيله
    [denied] المتصفح يمنعه: اسمحوا به بجانب العنوان
    [missing] لا ميكروفون: يُرجى وصل واحد
    [insecure] تحتاج الصفحة إلى HTTPS لاستخدامه
    [unplugged] مفصول: أعيدوا وصله أو اختاروا غيره
    [elsewhere] مستخدَم في نافذة أخرى: اضغطوا لاستخدامه هنا
    [failed] قد يكون برنامج آخر يستخدمه
   *[ready] لا طريق إلى الخادم؛ تُعاد المحاولة
}
microphone-tell-open = ميكروفونكم مفتوح. الجميع يسمعكم.
microphone-tell-on-air = أنتم على الهواء. قناتكم تسمعكم.
microphone-tell-closed = ميكروفونكم مغلق.
microphone-tell-closed-by-chair = أغلقت الرئاسة ميكروفونكم.
microphone-tell-muted = كتمتم صوتكم. لا أحد يسمعكم.
microphone-tell-live-muted = لكم الكلمة، لكن صوتكم مكتوم: لا أحد يسمعكم.
microphone-tell-unmuted = لم يعد صوتكم مكتوماً.
microphone-unplugged = ميكروفونكم مفصول. أعيدوا وصله أو اختاروا غيره.

check-sound = ما تسمعونه
check-tone = تشغيل صوت
check-tone-hint = إن لم تسمعوا شيئاً فارفعوا المستوى أو اختاروا جهازاً آخر.
check-microphone = ميكروفونكم
check-listen-only = للاستماع فقط لا يلزم ميكروفون ولا إذن.
check-allow = استخدام ميكروفوني
check-record = تسجيل ثلاث ثوانٍ
check-record-hint = تكلموا كما في الجلسة. تسمعون التسجيل بعدها، ولا يغادر هذه الصفحة.
check-recording = جارٍ التسجيل… تكلموا
check-playing = هكذا سيُسمع صوتكم…
check-verdict = { $verdict ->
    [good] جيد. صوتكم واضح.
    [no_signal] لا صوت من هذا الميكروفون. هل هو مشغَّل، وهل هو المقصود؟
    [too_low] الصوت منخفض. اقتربوا منه أو ارفعوا مستواه في النظام.
   *[clipping] الصوت عالٍ ومشوَّه. ابتعدوا قليلاً أو اخفضوا مستواه في النظام.
}
check-device = { $kind ->
    [bluetooth] هذا ميكروفون بلوتوث ({ $device }): صوته كالهاتف. السماعة السلكية أنفع للمترجمين.
   *[built_in] هذا الميكروفون المدمج ({ $device }): يلتقط صوت الغرفة. السماعة أنفع للمترجمين.
}

microphone-word = { $word ->
    [ready] جاهز
    [ask] موافقة؟
    [check] افحصوه
    [muted] مكتوم
    [live] مفتوح
   *[closed] مغلق
}
microphone-line = { $word ->
    [ready] يُفتح مع الكلمة
    [ask] لم توافقوا بعد
    [check] لا صوت بعد
    [muted] اضغطوا ليُسمع
    [live] اضغطوا للكتم
   *[closed] غير مسموع
}
sound-channel = { $quality ->
    [floor] القاعة بالصوت الأصلي
    [direct] ترجمة شفوية
    [relay] عبر لغة وسيطة
   *[silence] صامتة
}
