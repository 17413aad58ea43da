lobby-title = البرنامج
lobby-welcome = مكانكم
lobby-zones = الأوقات بتوقيت البلد المضيف ({ $zone })، وإلى جانبها التوقيت العالمي المنسق (ت ع م) وتوقيتكم.
lobby-zones-same = الأوقات بتوقيت البلد المضيف ({ $zone }) وهو توقيتكم أيضاً، وإلى جانبها التوقيت العالمي المنسق (ت ع م).
lobby-zones-utc = الأوقات بتوقيت البلد المضيف ({ $zone })، وإلى جانبها التوقيت العالمي المنسق (ت ع م).
lobby-host-time = بتوقيت البلد المضيف
lobby-utc = { $from }–{ $to } ت ع م
lobby-own-time = { $from }–{ $to } بتوقيتكم
lobby-objectives = الأهداف { $numbers }
lobby-enter = دخول
lobby-enter-name = دخول: { $session }
lobby-read = قراءة
lobby-read-name = قراءة ما جرى في الجلسة المرفوعة: { $session }
lobby-not-yours = غير متاحة لكم
lobby-your-role = صفتكم: { $roles }
lobby-line-lost = جارٍ إعادة الاتصال. والبرنامج معروض كما كان في الساعة { $time }، ولا يلزمكم فعل شيء.
lobby-loading = جارٍ تحميل البرنامج…
lobby-empty = لا جلسات في البرنامج بعد. ستضيفها الأمانة وستظهر في هذه الصفحة تلقائياً.
lobby-secretariat = فتح مكتب الأمانة
check = فحص الصوت والميكروفون
check-hint = قبل الدخول: نصف دقيقة، ولا يسمعكم أحد.
lobby-place = { $place ->
    [chair] مكتب الرئاسة
    [moderator] مكتب إدارة النقاش
    [secretariat] الأمانة
    [booth] لوحة المترجم الشفوي
    [technician] صفحة الفني
    [rapporteur] مكتب المقرر
    [captions] منصة العرض النصي
    [podium] شاشة المنصة
   *[room] قاعة الجلسة
}
lobby-place-name = { $place }: { $session }
lobby-zone-unknown = لا يعرف متصفحكم هذه المنطقة الزمنية؛ والأوقات بحسب خادم المؤتمر ({ $offset }).
