public-title = متابعة المؤتمر
public-lead = هذه الجلسات مفتوحة للجميع: صاحب الكلمة وصوت كل قناة، بلا رابط ولا حساب.
public-listen = استماع
public-listen-name = استماع: { $session }
public-here = هذه الجلسة
public-all = جميع الجلسات
public-phase = { $phase ->
    [scheduled] لم تُفتتح بعد · تبدأ الساعة { $time }
    [cancelled] أُلغيت · كانت مقررة الساعة { $time }
    [open] منعقدة منذ الساعة { $time }
    [suspended] معلّقة منذ الساعة { $time }
    [adjourned] رُفعت الساعة { $time } إلى حين استئنافها
   *[closed] رُفعت الساعة { $time }
}
public-zone = الأوقات بتوقيت البلد المضيف ({ $zone }).
public-sound = الصوت
public-channels = القناة
public-carries = { $carries ->
    [floor] القاعة باللغة الأصلية
    [interpretation] ترجمة شفوية
   *[silence] لا صوت فيها الآن
}
public-play = تشغيل
public-stop = إيقاف
public-playing = { $state ->
    [starting] جارٍ الاتصال…
    [playing] تسمعون القاعة متأخرةً بضع ثوانٍ.
    [lost] لا صوت الآن. وتُعاد المحاولة تلقائياً.
    [blocked] حجب متصفحكم الصوت. يُرجى اختيار «تشغيل» مرة أخرى.
   *[stopped] يُرجى اختيار «تشغيل» للاستماع.
}
public-over = رُفعت الجلسة ولم يعد فيها صوت.
public-adjourned = رُفعت الجلسة إلى حين استئنافها، ويعود الصوت عندئذ.
public-cannot-play = لا يشغّل هذا المتصفح هذا النوع من البث (Ogg Opus). يُرجى نسخ عنوان القناة وفتحه في مشغّل صوت، مثل VLC.
public-addresses = الاستماع في مشغّل آخر
public-addresses-hint = يشغّل هذه العناوين أي مشغّل صوت يفتح بثاً شبكياً، حتى حيث لا تعمل هذه الصفحة.
public-address = عنوان القناة { $channel }
public-copy = نسخ
public-copy-name = نسخ عنوان القناة { $channel }
public-copied = نُسخ العنوان
public-copy-yourself = العنوان محدَّد: يُرجى نسخه
public-stale = قد يكون المعروض قديماً، فآخر تحديث له كان في الساعة { $time }. وتواصل الصفحة المحاولة.
public-day = برنامج اليوم
public-tell-floor = الكلمة الآن: { $name }، { $language }.
page-not-public = لا شيء هنا متاح لمتابعة الجمهور
page-not-public-remedy = هذا المؤتمر أو هذه الجلسة غير مفتوحة للجمهور. إن كنتم مدعوين، فيُرجى فتح رابطكم الشخصي، وإلا فيُرجى مراجعة الأمانة.
public-until = حتى الساعة { $time } تقريباً
public-next = التالي: { $name }
public-not-begun = يبدأ الصوت مع الجلسة.
public-cancelled = أُلغيت الجلسة، فلا صوت فيها.
public-behind = تسمعون القاعة متأخرةً { $seconds } ث، واللوحة تواكب ما تسمعونه.
public-read = قراءة
public-read-name = قراءة ما قيل: { $session }
public-read-what = قراءة ما قيل
