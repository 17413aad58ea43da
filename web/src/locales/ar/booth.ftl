# The interpreter's console.
booth-title = لوحة المترجم الشفوي
booth-not-yours = هذه اللوحة مخصّصة للمترجمين الشفويين في المقصورات.
booth-to-room = القاعة
booth-elsewhere = شاشات أخرى
booth-line-lost = جارٍ إعادة الاتصال. للصوت اتصاله الخاص؛ ولا يمكن طلب أي شيء قبل عودة هذا الاتصال.
booth-until = ينتهي وقت المقصورة الساعة { $time }
booth-time-left = { $minutes ->
    [0] أقل من دقيقة
    [zero] أقل من دقيقة
    [one] بقيت دقيقة واحدة
    [two] بقيت دقيقتان
    [few] بقيت { $minutes } دقائق
    [many] بقيت { $minutes } دقيقة
   *[other] بقيت { $minutes } دقيقة
}
booth-time-over = انتهى وقت المقصورة

booth-on-floor = الكلمة الآن
booth-floor-halted = الساعة متوقفة
booth-floor-free = لا أحد يتكلم الآن
booth-podium = على المنصة:
booth-slow = طلب التمهّل في الكلام
booth-slow-again = طُلب. مجدداً بعد { $seconds } ث
booth-unheard = لا أسمع القاعة
booth-unheard-since = أُبلغت الرئاسة منذ الساعة { $time }.
booth-unheard-told = أُبلغت الرئاسة بأنكم لا تسمعون القاعة.
booth-heard-told = أُبلغت الرئاسة بأنكم تسمعون القاعة.

booth-incoming = الصوت الوارد
booth-source = المصدر
booth-floor = القاعة
booth-relay = لغة وسيطة
booth-relay-from = الترجمة عبر لغة وسيطة من
booth-relay-none = يُرجى أولاً اختيار قناة اللغة الوسيطة.
booth-relay-refused = لا يمكن الترجمة عبر هذه القناة الآن.
booth-quality = { $quality ->
    [floor] تنقل القاعة
    [direct] مباشرة من القاعة
    [relay] وسيط مزدوج
   *[silence] لا أحد على الهواء
}
booth-refused = { $why ->
    [own_output] تغذّيها هذه المقصورة
   *[cycle] تعتمد على هذه المقصورة: حلقة مغلقة
}
booth-listen = استماع
booth-level-in = مستوى الصوت الوارد
booth-level-out = مستوى الصوت الصادر
booth-level-hint = يُرجى التكلم بحيث لا يبلغ الشريط العلامة.
booth-level = { "\u200E" }{ $level } dBFS
booth-level-silent = صمت
booth-loud = الصوت مرتفع منذ فترة. يُرجى خفضه حمايةً للسمع.
booth-volume = الصوت
booth-bass = الجهير
booth-treble = الحادّ
booth-percent = { $percent }٪
booth-decibels = { "\u200E" }{ $decibels } dB
booth-limiter = حماية السمع (محدِّد المستوى)
booth-transport = { $transport ->
    [udp] UDP
    [tcp] TCP
    [ws] WebSocket
   *[ogg] بثّ HTTP
}
booth-path = { $state ->
    [off] غير متصل
    [connecting] جارٍ الاتصال…
    [blocked] بانتظاركم
    [on] متصل
   *[none] لا مسار؛ تُعاد المحاولة
}

booth-microphone = ميكروفونكم
booth-on-air = على الهواء
booth-off-air = خارج الهواء
booth-held = مكتوم
booth-on-channel = قناة اللغة { $channel }
booth-mate-on-air = على الهواء: { $name }
booth-nobody-on-air = لا أحد على الهواء من هذه المقصورة
booth-connect = توصيل السماعة والميكروفون
booth-asking = يُرجى السماح بالميكروفون في المتصفح
booth-go-on = الانتقال إلى الهواء
booth-go-off = مغادرة الهواء
booth-take-over = تولّي الميكروفون بدلاً من { $name }
booth-ask-now = طلب الميكروفون
booth-await = التسليم جارٍ
booth-wait-mate = زميلكم على الهواء
booth-closed = رُفعت الجلسة
booth-cough = كتم أثناء الضغط (سعال)
booth-coughing = لا أحد يسمعكم
booth-shift = على الهواء منذ { $time }
booth-shift-hint = حان وقت التبديل قريباً
booth-mic-denied = يرفض المتصفح الميكروفون. يُرجى السماح به في إعدادات الموقع ثم إعادة التوصيل.
booth-mic-missing = لا يوجد ميكروفون. يُرجى وصل السماعة ثم إعادة التوصيل.
booth-mic-unplugged = فُصل الميكروفون. يُرجى وصله من جديد.
booth-mic-failed = الميكروفون لا يستجيب. يُرجى التحقق من السماعة ثم إعادة التوصيل.
booth-mic-no-path = ليس لميكروفونكم مسار إلى الخادوم بعد.
booth-mic-insecure = تحتاج هذه الصفحة إلى HTTPS لاستخدام الميكروفون.
booth-mic-blocked = ينتظر المتصفح ضغطة: يُرجى توصيل السماعة.
booth-on-in = على الهواء بعد { $seconds } ث
booth-off-in = خارج الهواء بعد { $seconds } ث

booth-outgoing = الصوت الصادر
booth-output = المخرج
booth-output-name = المخرج { $output }:
booth-output-taken = مشغول، على الهواء: { $name }
booth-output-passes = المتكلم يتحدث بلغتكم: غادروا الهواء
booth-output-floor = يسمع المستمعون القاعة مباشرة
booth-listeners = { $count ->
    [0] لا مستمعين
    [zero] لا مستمعين
    [one] مستمع واحد
    [two] مستمعان
    [few] { $count } مستمعين
    [many] { $count } مستمعاً
   *[other] { $count } مستمع
}
booth-consent = أوافق على التسجيل
booth-consent-note = تخصّكم وحدكم، ويمكن تغييرها في أي وقت.
booth-consent-public = يُنشر ما يُسجَّل بعد انتهاء الجلسة. القرار لكم وحدكم، ويمكن تغييره في أي وقت.

booth-mates = في المقصورة
booth-you = أنتم
booth-mate-on = على الهواء: { $channel }
booth-mate-ready = جاهز
booth-mate-no-microphone = حاضر، بلا ميكروفون
booth-mate-absent = غائب
booth-mate-consents = موافق على التسجيل
booth-partner = الزميل

booth-handover = تسليم الميكروفون
booth-handover-none = لا أحد على الهواء، فلا حاجة إلى التسليم.
booth-handover-alone = لا يمكن لأي زميل المشاركة في التسليم الآن.
booth-handover-with = مع
booth-handover-when = متى
booth-handover-give = تسليم الميكروفون إلى { $name }:
booth-handover-take = طلب الميكروفون من { $name }:
booth-handover-now = الآن
booth-handover-in = بعد { $seconds } ث
booth-handover-asked = { $seconds ->
    [0] طُلب من { $name }: فوراً.
   *[other] طُلب من { $name }: بعد { $seconds } ث من القبول.
}
booth-handover-wants = { $seconds ->
    [0] طلب الميكروفون فوراً: { $name }.
   *[other] طلب الميكروفون بعد { $seconds } ث من قبولكم: { $name }.
}
booth-handover-offers = { $seconds ->
    [0] عرض تسليمكم الميكروفون فوراً: { $name }.
   *[other] عرض تسليمكم الميكروفون بعد { $seconds } ث من قبولكم: { $name }.
}
booth-handover-expires = ينتهي الطلب بعد { $seconds } ث
booth-handover-giving = ينتقل { $name } إلى الهواء بعد
booth-handover-taking = تنتقلون إلى الهواء بعد { $name } خلال
booth-handover-left = الثواني الباقية للتسليم
booth-handover-stop = إيقاف التسليم
booth-handover-others = تسليم جارٍ من { $from } إلى { $to }.
booth-accept-give = تسليم الميكروفون
booth-accept-take = تسلُّم الميكروفون
booth-decline = رفض
booth-withdraw = سحب الطلب

booth-tell-mate-on-air = على الهواء: { $name }.
booth-tell-heard = يسمعكم المستمعون من جديد.
booth-tell-mate-off-air = خارج الهواء: { $name }.
booth-tell-gone = انقطع { $name } ولا أحد على الهواء. يمكنكم تولّي الميكروفون.
booth-tell-asks-for = { $seconds ->
    [0] طلب الميكروفون فوراً: { $name }.
   *[other] طلب الميكروفون بعد { $seconds } ث: { $name }.
}
booth-tell-asks-to-give = { $seconds ->
    [0] عرض تسليمكم الميكروفون فوراً: { $name }.
   *[other] عرض تسليمكم الميكروفون بعد { $seconds } ث: { $name }.
}
booth-tell-on-in = تم الاتفاق. تنتقلون إلى الهواء بعد { $seconds } ث.
booth-tell-off-in = تم الاتفاق. تغادرون الهواء بعد { $seconds } ث.
booth-tell-handover-off = لم يتم التسليم.
booth-tell-floor = الكلمة الآن: { $name }، { $language }.
booth-tell-source-floor = تسمعون القاعة.
booth-tell-source-relay = تسمعون عبر لغة وسيطة: قناة اللغة { $channel }.
booth-tell-ends-soon = { $minutes ->
    [0] ينتهي وقت المقصورة الآن.
    [zero] ينتهي وقت المقصورة الآن.
    [one] ينتهي وقت المقصورة بعد دقيقة واحدة.
    [two] ينتهي وقت المقصورة بعد دقيقتين.
    [few] ينتهي وقت المقصورة بعد { $minutes } دقائق.
    [many] ينتهي وقت المقصورة بعد { $minutes } دقيقة.
   *[other] ينتهي وقت المقصورة بعد { $minutes } دقيقة.
}

booth-keys = اختصارات لوحة المفاتيح
booth-keys-short = الاختصارات
booth-keys-on = الاختصارات بمفتاح واحد مفعّلة
booth-keys-note = لا تعمل أثناء الكتابة أو الاختيار من قائمة أو فتح مربع حوار.
booth-key = { $shortcut ->
    [main] الميكروفون: الانتقال إلى الهواء أو مغادرته أو تولّيه
    [cough] مع الضغط المستمر: سعال، لا أحد يسمعكم
    [source] القاعة أو لغة وسيطة
    [relay] الترجمة عبر قناة هذا الرقم
    [output_a] المخرج A
    [output_b] المخرج B
    [handover] طلب التسليم الآن أو قبوله
    [decline] رفض التسليم أو سحبه أو إيقافه
    [slow] طلب التمهّل في الكلام
    [unheard] لا أسمع القاعة
    [louder] رفع الصوت
    [softer] خفض الصوت
    [list] الانتقال إلى قائمة المتكلمين
    [chat] الانتقال إلى المحادثة
   *[help] هذه المساعدة
}

booth-devices = السماعة
booth-devices-note = يُرجى استخدام سماعة سلكية. يسري التغيير فوراً، حتى على الهواء.
booth-headphones = سماعة الأذن

booth-text = { $when ->
    [now] الكلمة الآن: { $name }
   *[next] الكلمة التالية: { $name }
}
booth-text-official = رسمي
booth-text-reading = نحو { $length } بسرعة 120 كلمة في الدقيقة
booth-text-words = نص الكلمة
booth-text-short = نص
booth-recorded-short = تسجيل
booth-mark = { $mark ->
    [check_against_delivery] يُراجع عند الإلقاء
   *[read_out_verbatim] يُقرأ حرفياً
}
