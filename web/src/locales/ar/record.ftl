record-log = مجريات الجلسة
record-speakers = قائمة المتكلمين
record-attendance = الحضور
record-chat = رسائل الجلسة
record-report = التقرير
record-participants = قائمة المشاركين
record-key-messages = الرسائل الرئيسية
record-outcome = الوثيقة الختامية
record-note = وُضعت هذه الوثيقة مما سُجِّل أولاً بأول، وليست محضراً رسمياً.
record-note-outcome = النص كما كان عند إعداد هذه النسخة.
record-days = { $first } – { $last }
record-when = { $day }، من الساعة { $from } إلى الساعة { $to } بتوقيت البلد المضيف ({ $city })
record-page = الصفحة { $page } من { $pages }
record-log-none = لم يحدث شيء في هذه الجلسة.
record-text-check = النص كما قدّمه الوفد (يُراجع عند الإلقاء):
record-text-verbatim = النص كما قدّمه الوفد ليُتلى حرفياً:
record-written = البيانات المقدمة خطياً
record-list-other = المتكلمون في الاقتراحات الإجرائية
record-stage = على المنصة
record-speakers-none = لم يأخذ أحد الكلمة في هذه الجلسة.
record-language = { $language ->
    [ar] العربية
    [en] الإنكليزية
    [fr] الفرنسية
    [es] الإسبانية
    [ru] الروسية
    [zh] الصينية
   *[other] { $language }
}
record-column-section = القسم
record-column-paragraph = فقرة
record-column-number = الرقم
record-column-began = البداية
record-column-ended = النهاية
record-column-at = الساعة
record-column-delegation = الوفد
record-column-speaker = المتكلم
record-column-name = الاسم
record-column-function = المنصب
record-column-position = الصفة في الوفد
record-column-role = الصفة
record-column-language = اللغة
record-column-limit = وقت الكلام
record-column-extended = التمديد
record-column-spoken = المدة
record-column-ending = كيفية الانتهاء
record-column-behalf = وباسم
record-column-reply = رداً على
record-column-prerecorded = مسجَّل مسبقاً
record-column-arrived = الوصول
record-column-left = المغادرة
record-column-attended = مدة الحضور
record-column-times = المرات
record-column-text = النص
record-column-edited = التعديل
record-column-deleted = الحذف
record-column-category = الفئة
record-column-session = الجلسة
record-column-date = التاريخ
record-column-statements = البيانات
record-column-replies = الردود
record-column-questions = الأسئلة
record-column-on-motions = في الاقتراحات
record-column-delegations = الوفود
record-column-people = الأشخاص
record-column-symbol = الرمز
record-column-title = العنوان
record-attended = { $count ->
    [zero] لم يحضر الجلسة أحد.
    [one] حضر الجلسة شخص واحد.
    [two] حضر الجلسة شخصان.
    [few] حضر الجلسة { $count } أشخاص.
    [many] حضر الجلسة { $count } شخصاً.
   *[other] حضر الجلسة { $count } شخص.
}
record-without-seat = الرئاسة والأمانة وغيرهم ممن ليس لهم مقعد
record-chat-note = رسائل الغرفة التي يقرؤها كل من في الجلسة. ولا يُحتفظ بمضمون رسالة حُذفت.
record-messages = { $count ->
    [zero] لم تُكتب أي رسالة.
    [one] كُتبت رسالة واحدة.
    [two] كُتبت رسالتان.
    [few] كُتبت { $count } رسائل.
    [many] كُتبت { $count } رسالة.
   *[other] كُتبت { $count } رسالة.
}
record-deleted = حذفها كاتبها
record-deleted-by-desk = حذفها مكتب الرئاسة
record-messages-states = رسائل الدول الأعضاء
record-messages-stakeholders = رسائل أصحاب المصلحة
record-messages-none = لم تُسجَّل توصيات ولا رسائل رئيسية.
record-objectives = الأهداف { $numbers }
record-outcome-none = ليس للوثيقة الختامية نص بعد.
record-part-introduction = مقدمة
record-part-messages = أولاً- التوصيات والرسائل الرئيسية
record-part-opening = ثانياً- الافتتاح
record-part-discussion = ثالثاً- العروض والمناقشات
record-part-organization = رابعاً- تنظيم الأعمال
record-part-venue = ألف- التاريخ والمكان
record-part-participants = باء- المشاركون
record-introduction = يتناول هذا التقرير المؤتمر التالي: { $name }.
record-organisers = وقد دعا إلى عقده: { $names }.
record-venue = { $count ->
    [zero] عُقد المؤتمر عبر الإنترنت.
    [one] عُقد المؤتمر عبر الإنترنت في جلسة واحدة.
    [two] عُقد المؤتمر عبر الإنترنت في جلستين.
    [few] عُقد المؤتمر عبر الإنترنت في { $count } جلسات.
    [many] عُقد المؤتمر عبر الإنترنت في { $count } جلسة.
   *[other] عُقد المؤتمر عبر الإنترنت في { $count } جلسة.
}
record-participated = { $count ->
    [zero] لم يُسجَّل أي مشارك.
    [one] سُجِّل مشارك واحد.
    [two] سُجِّل مشاركان.
    [few] سُجِّل { $count } مشاركين.
    [many] سُجِّل { $count } مشاركاً.
   *[other] سُجِّل { $count } مشارك.
}
record-sessions = الجلسات وما قيل فيها
record-all-sessions = كل الجلسات
record-annex-participants = المرفق الأول- قائمة المشاركين
record-annex-documents = المرفق الثاني- قائمة الوثائق
record-documents-none = لم تُسجَّل وثائق.
record-session-cancelled = أُلغيت الجلسة.
record-session-not-held = لم تُعقد الجلسة.
record-objectives-discussed = أهداف الاتفاق العالمي قيد المناقشة: { $numbers }.
record-statements-of-category = أدلت ببيانات { $category }: { $names }.
record-statements-of = أُدلي ببيانات باسم: { $names }.
record-questions-of = طُرحت أسئلة باسم: { $names }.
record-replies-of = مورس حق الرد باسم: { $names }.
record-presentations-of = قُدِّمت عروض على المنصة: { $names }.
record-written-of = قُدِّمت بيانات خطية باسم: { $names }.
record-recordings = التسجيلات الصوتية
