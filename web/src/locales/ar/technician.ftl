# صفحة الفني: كيف يصل صوت الجميع.
technician-title = صفحة الفني
technician-not-yours = هذه الصفحة مخصّصة للفنيين في الجلسة.
technician-to-room = القاعة
technician-elsewhere = شاشات أخرى
technician-line-lost = جارٍ إعادة الاتصال. المعروض هو ما كان من قبل؛ ولا يمكن الرد على شيء قبل عودة الاتصال.
technician-stale = في انتظار أخبار الصوت…
technician-calls = النداءات
technician-calls-none = لا أحد ينادي.
technician-called = { $trouble } · منذ { $time }
technician-on-it = يتولاه { $name }
technician-answer = أتولاه
technician-answer-name = أتولى نداء { $name }
technician-settle = سُوّي
technician-settle-name = سُوّي نداء { $name }
technician-tell-call = ينادي { $name }: { $trouble }.
technician-microphones = الميكروفونات
technician-microphones-none = لا ميكروفون مفتوح، ولا يرسل أي منها.
technician-place = { $place ->
    [turn] صاحب الكلمة
    [podium] مفتوح على المنصة
    [on_air] على الهواء: { $channel }
    [booth] { $booth }، خارج الهواء
   *[ready] جاهز، لا يسمعه أحد
}
technician-level = المستوى: { $name }
technician-level-value = { $level } dB
technician-level-none = صامت
technician-level-untold = المستوى غير معلوم
technician-state = { $state ->
    [lost] لا صوت يصل
    [muted] مكتوم
    [silent] لا صوت من الجهاز
    [coughs] مفتاح السعال مضغوط
   *[sends] يرسل
}
technician-loss = الفقد
technician-jitter = التذبذب
technician-late = التأخر
technician-way = المسار
technician-device = الجهاز
technician-node = العقدة
technician-percent = { $percent }٪
technician-millis = { $millis } م‌ث
technician-way-name = { $way ->
    [udp] UDP
    [tcp] TCP
    [web_socket] WebSocket
    [server] هذا الخادم
   *[node] عقدة أخرى
}
technician-untold = غير معلوم
technician-booth-silent = صامتة منذ { $seconds } ث والقاعة تتكلم
technician-listeners = المستمعون
technician-listening = { $people ->
    [0] لا مستمعين
    [zero] لا مستمعين
    [one] مستمع واحد
    [two] مستمعان
    [few] { $people } مستمعين
    [many] { $people } مستمعاً
   *[other] { $people } مستمع
}
technician-captions = العرض النصي الآلي
technician-captions-state = { $state ->
    [well] الخدمة تستجيب
    [slowly] الخدمة بطيئة: يسقط بعض ما يُقال
    [badly] لا عرض نصياً منذ { $seconds } ث: الخدمة لا تستجيب كما ينبغي
   *[not_asked] لم يتكلم أحد بعد
}
technician-nodes = الخوادم
technician-node-own = { $node } · هذه الصفحة هنا
technician-node-heard = سُمعت قبل { $seconds } ث
technician-node-state = { $state ->
    [alive] حية
    [late] متأخرة
   *[lost] لا تُسمع: يغادر من عليها
}
technician-node-people = { $people ->
    [0] لا أحد من هذه الجلسة
    [zero] لا أحد من هذه الجلسة
    [one] شخص واحد من هذه الجلسة
    [two] شخصان من هذه الجلسة
    [few] { $people } أشخاص من هذه الجلسة
    [many] { $people } شخصاً من هذه الجلسة
   *[other] { $people } شخص من هذه الجلسة
}
