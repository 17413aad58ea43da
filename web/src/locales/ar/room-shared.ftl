# Words that the screens of a session share, and why something is refused.

cancel = إلغاء
connecting = جارٍ الاتصال بالجلسة…

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
refusal-list-elsewhere = القائمة في جلسة أخرى بشأن البند نفسه. قدّموا طلبكم هناك، أو اطلبوا من الأمانة إحالتها.
refusal-agenda-item-closed = أُقفل بند جدول الأعمال ومعه قائمته.
refusal-list-unchanged = { $open ->
    [true] القائمة مفتوحة أصلاً.
   *[false] القائمة مغلقة أصلاً.
}
refusal-already-on-list = الوفد مدرج في هذه القائمة. يُرجى سحب طلبه أولاً لتقديم طلب آخر.
refusal-wrong-request-state = تغيّرت حالة هذا الطلب في هذه الأثناء. يُرجى الاطلاع على القائمة وإعادة المحاولة.
refusal-stale-seat = تغيّر المقعد في هذه الأثناء. يُرجى التحقق والمحاولة من جديد.
refusal-other-secretariat = يشارك هذا الشخص أيضاً في جلسة تتولاها أمانة أخرى. يُرجى طلب التغيير منها.
refusal-of-conference = هذا يخصّ المؤتمر كله، ولا يقوم به إلا من يتولى أمانة جميع جلساته.
refusal-person-known = هذا الشخص موجود في المؤتمر أو سُحب منه. يُرجى إغلاق النموذج وفتحه من جديد.
refusal-stale-list = تغيّرت القائمة في هذه الأثناء. يُرجى الاطلاع عليها ونقل الطلب من جديد.
refusal-floor-changed = انتقلت الكلمة إلى وفد آخر في هذه الأثناء. يُرجى التحقق وإعادة المحاولة.
refusal-turn-over = انتهت هذه المداخلة.
refusal-limit-not-reached = ما زال لهذه المداخلة وقت.
refusal-microphones-by-turn = في هذه الجلسة يُفتح الميكروفون مع الكلمة. يُرجى طلب الكلمة.
refusal-closed-by-desk = أغلقت الرئاسة هذا الميكروفون، وهي من يفتحه من جديد.
refusal-not-your-microphone = هذا الميكروفون لشخص آخر.
refusal-not-agreed = لم يوافق المتكلم على فتح الميكروفون.
refusal-already-live = صوت هذا الشخص مسموع أصلاً.
refusal-no-booth = لا مقصورة لكم في هذه الجلسة. يُرجى مراجعة الأمانة.
refusal-hears-source = يسمع المترجمون مصدر مقصورتهم. يُرجى اختياره من لوحة الترجمة.
refusal-booth-on-air = زميلكم في المقصورة على الهواء. يُرجى طلب التسليم.
refusal-channel-taken = مقصورة أخرى على الهواء في هذه القناة. يُرجى اختيار المخرج الآخر.
refusal-not-on-air = لا يمكن ذلك إلا على الهواء.
refusal-own-output = مقصورتكم تغذي هذه القناة. يُرجى اختيار مصدر آخر.
refusal-relay-cycle = تأتي هذه القناة من مقصورتكم عبر لغة وسيطة. يُرجى اختيار مصدر آخر.
refusal-no-relay = يُرجى اختيار قناة اللغة الوسيطة أولاً.
refusal-handover-pending = في مقصورتكم تسليم جارٍ.
refusal-handover-over = انتهى هذا التسليم.
refusal-not-your-handover = الرد على هذا التسليم لغيركم.
refusal-handover-not-due = لم يحن وقت هذا التسليم.
refusal-absent = هذا الشخص ليس في الجلسة حالياً.
refusal-floor-silent = لا أحد يتكلم في القاعة.
refusal-too-soon = سألت مقصورتكم قبل لحظات. يُرجى الانتظار قليلاً.
refusal-turn-halted = هذه المداخلة متوقفة أصلاً. يُرجى إعادة الكلمة أولاً.
refusal-turn-runs = هذه المداخلة ليست متوقفة.
refusal-not-prerecorded = لا يوجد بيان مسجَّل مسبقًا.
refusal-prerecorded-plays = يُذاع بيان مسجَّل مسبقًا. يمكن للرئاسة إيقافه أولًا.
refusal-point-raised = نقطة النظام التي أثرتموها بانتظار الرئاسة. يُرجى سحبها لإثارة غيرها.
refusal-point-heard = يُستمع إلى نقطة نظام. يُرجى البتّ فيها أولاً.
refusal-point-over = انتهت نقطة النظام هذه.
refusal-no-ruling = لم يعد هناك قرار يُطعن فيه.
refusal-appeal-open = قُدِّم طعن في القرار. يُرجى طرحه للتصويت أولاً.
refusal-no-appeal = لا طعن يُبتّ فيه.
refusal-no-votes = لا تصويت في نظام هذه الجلسة؛ والقرار للرئاسة.
refusal-members-only = بموجب نظام هذه الجلسة، للدول الأعضاء وحدها تقديم الاقتراحات الإجرائية والكلام فيها والطعن في القرارات. يمكنكم طلب الكلمة.
refusal-nothing-to-undo = لم يعد التراجع ممكناً. يُرجى التصحيح يدوياً.
field-name = { $field ->
    [list] القائمة
    [length_ms] المدة
    [request] الطلب
    [delegation] الوفد
    [turn] المداخلة
    [point] نقطة النظام
    [motion] الاقتراح
    [channel] القناة
    [room] غرفة المحادثة
    [language] اللغة
    [reason] السبب
    [text] الرسالة
    [on_behalf_of] «باسم»
    [to_place] الترتيب
    [by_ms] المدة
    [question] السؤال
    [to] المخاطَب
    [limit_ms] المدة
    [output] المخرج
    [with] الزميل
    [in_ms] العد التنازلي
    [reply_to] الكلمة المردود عليها
    [turn_ms] مدة الكلمة
    [extra_ms] الوقت الإضافي
    [caption] سطر العرض النصي
    [mark] اللحظة المعلَّمة
    [objectives] الهدف
    [origin] المصدر
    [update] التعديل
    [version] النسخة
    [comment] التعليق
    [correction] التصويب
    [remark] الملاحظة
    [passage] المقتطف
    [message] الرسالة
    [wait_ms] الانتظار
    [name] الاسم
    [until_ms] حتى متى
    [announcement] الإعلان
    [poll] الاستطلاع
    [options] الخيارات
    [choices] الإجابة
    [choices_max] عدد الخيارات
    [item] البند
    [title] العنوان
    [note] الملاحظة
    [planned_ms] المدة
    [session] الجلسة
    [document] الوثيقة
    [symbol] رمز الوثيقة
   *[person] الشخص
}
refusal-unknown = لم يعد ذلك موجوداً في هذه الجلسة ({ field-name }). يُرجى التحقق واختيار غيره.
refusal-empty = لا يجوز ترك خانة «{ field-name }» فارغة.
refusal-not-one-line = { field-name }: سطر واحد فقط. يُرجى حذف فواصل الأسطر.
refusal-turns-text = { field-name }: يتضمن النص محارف غير مرئية تقلب اتجاهه. يُرجى كتابته من جديد.
refusal-too-long = { $max ->
    [zero] { field-name }: بلا أحرف. يُرجى الاختصار وإعادة المحاولة.
    [one] { field-name }: حرف واحد على الأكثر. يُرجى الاختصار وإعادة المحاولة.
    [two] { field-name }: حرفان على الأكثر. يُرجى الاختصار وإعادة المحاولة.
    [few] { field-name }: { $max } أحرف على الأكثر. يُرجى الاختصار وإعادة المحاولة.
    [many] { field-name }: { $max } حرفاً على الأكثر. يُرجى الاختصار وإعادة المحاولة.
   *[other] { field-name }: { $max } حرف على الأكثر. يُرجى الاختصار وإعادة المحاولة.
}
refusal-out-of-range = { $field ->
    [until_ms] { refusal-until }
   *[other] { field-name }: من { $min } إلى { $max }.
}
refusal-full = لا يتسع المكان لأكثر من { $max }. يُرجى مراجعة الأمانة.
refusal-share-full = الحد الأقصى { $max } في الجلسة الواحدة وقد بلغتموه. يُرجى مراجعة الأمانة.
refusal-busy = الخادم مشغول. يُرجى إعادة المحاولة بعد لحظات.
refusal-too-fast = { refusal-busy }
refusal-not-stored = { refusal-busy }
refusal-sound-refused = { refusal-busy }
refusal-malformed = لم يفهم الخادم هذه الصفحة. يُرجى إعادة تحميلها والمحاولة من جديد.
refusal-too-large = { refusal-malformed }
refusal-not-text = { refusal-malformed }
refusal-not-joined = { refusal-malformed }
refusal-already-joined = { refusal-malformed }
refusal-not-sent = تعذّر على هذه الصفحة إرسال الطلب، ولم يُنفَّذ شيء. يُرجى إعادة تحميلها والمحاولة من جديد.

category-name = { $category ->
    [member_state] الدول الأعضاء
    [observer_state] الدول المراقبة
    [igo] المنظمات الحكومية الدولية
    [un_entity] كيانات الأمم المتحدة
    [nhri] المؤسسات الوطنية لحقوق الإنسان
   *[ngo] المنظمات غير الحكومية
}
refusal-inscription-not-due = لم يحن بعد موعد فتح القائمة أو إقفالها.
refusal-other-seat = هذا الشخص لا يتكلم باسم الوفد. اختاروا أحد أعضائه.
refusal-no-proposal = لم يعد هناك ترتيب مقترح. اطلبوا المعاينة أولاً.
refusal-reply-limit = استنفد الوفد حقه في الرد: { $max }.
refusal-not-repliable = لا يُردّ إلا على كلمة وفد آخر أُلقيت. اختاروا واحدة، أو لا شيء.
refusal-room-closed = هذه الغرفة مغلقة. يمكن لمكتب الرئاسة فتحها من جديد.
refusal-muted = كُتمت رسائلكم في هذه الغرفة. اكتبوا إلى الأمانة.
refusal-not-your-message = هذه الرسالة ليست لكم.
refusal-too-late-to-edit = تُعدّل الرسالة خلال عشر دقائق. اكتبوا رسالة جديدة.
refusal-message-gone = لم تعد هذه الرسالة موجودة، أو بُتّ فيها من قبل.
refusal-edit-needs-approval = تُعرض رسائل هذه الغرفة بعد الموافقة. اكتبوا رسالة جديدة.
refusal-desk-not-muted = لا يُكتم أحد من مكتب الرئاسة.
refusal-unchanged = الأمر كذلك بالفعل.
refusal-slow-down = { $seconds ->
    [one] الغرفة في الوضع البطيء. أعيدوا الإرسال بعد ثانية.
    [two] الغرفة في الوضع البطيء. أعيدوا الإرسال بعد ثانيتين.
    [few] الغرفة في الوضع البطيء. أعيدوا الإرسال بعد { $seconds } ثوانٍ.
    [many] الغرفة في الوضع البطيء. أعيدوا الإرسال بعد { $seconds } ثانية.
   *[other] الغرفة في الوضع البطيء. أعيدوا الإرسال بعد { $seconds } ثانية.
}
over-earlier = عرض الأسبق
over-not-read = تعذّرت قراءة ما سبق. يُرجى إعادة المحاولة.
# Why nobody hears a microphone that is live.
hush = { $hush ->
    [muted] كتم صاحبه صوته
    [silent] الجهاز لا يعطي صوتاً
   *[unconnected] لا صوت يصل
}
refusal-until = اختاروا وقتاً من الآن إلى سبعة أيام.
# Tabs.
more = المزيد
tab-news = { $count } جديد
