stage-label = المنصة
stage-has-floor = الكلمة الآن · { $language }
stage-prerecorded = بيان مسجَّل مسبقًا · { $language }
stage-halted = محتفظ بالكلمة · الساعة متوقفة
stage-floor-free = لا أحد يتكلم الآن
stage-scheduled = لم تبدأ الجلسة بعد
stage-cancelled = أُلغيت الجلسة
stage-suspended = الجلسة معلّقة
stage-closed = رُفعت الجلسة
stage-adjourned = رُفعت الجلسة إلى حين استئنافها
clock-label = وقت الكلام
clock-of = متبقية من { $limit }
clock-left = بقي { $time }
clock-last-of = من { $limit } — أوشك على الانتهاء
clock-over-of = زيادة على { $limit } الممنوحة
clock-over = تجاوز الوقت بـ { $time }
clock-halted-of = الساعة متوقفة · من { $limit }
clock-halted = الساعة متوقفة عند { $time }
hall-title = القاعة
hall-present = الحاضرون: { $present } من { $seats }
hall-alt = مخطط المقاعد: عدد الوفود الحاضرة { $present } من { $seats }.
hall-speaking = الكلمة الآن: { $name }.
hall-next = التالي: { $name }.
hall-own = مقعدكم: { $name }.
hall-key-speaking = له الكلمة
hall-key-next = التالي
hall-key-own = مقعدكم
hall-key-present = حاضر
hall-key-absent = غائب
stage-point-of-order = نقطة نظام
stage-technical = توقف فني · الساعة متوقفة
stage-interrupted = يحتفظ { $name } بالكلمة ويواصل بعد ذلك
sheet-kind = { $kind ->
    [introduction] تقديم
    [speaker] متحدث
    [questions] أسئلة ونقاش
    [closing] ختام
   *[other] أخرى
}
stage-heard = مسموع
stage-unheard = الصوت غير مسموع بعد
stage-item = البند { $number } من { $of } · { $kind }

stage-not-heard = الكلمة: { $name } · الصوت غير مسموع بعد
stage-not-heard-you = لكم الكلمة · صوتكم غير مسموع بعد
stage-until = حتى { $time }
clock-of-short = من { $limit }
clock-over-short = فوق { $limit }
clock-halted-short = متوقفة
stage-ruling = نقطة نظام من { $name }: { $ruling ->
    [upheld] قُبلت
    [rejected] رُفضت
   *[noted] أُحيط بها علماً
}
