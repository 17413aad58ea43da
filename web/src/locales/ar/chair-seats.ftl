position-name = { $position ->
    [head] رئاسة الوفد
    [representative] ممثل
    [alternate] مناوب
    [adviser] مستشار
    [expert] خبير
   *[none] الصفة غير محددة
}
seats-add = إضافة شخص
seats-add-to = إضافة شخص إلى { $name }
seats-change = تعديل
seats-change-of = تعديل مقعد { $name }
seats-nobody = لا أحد في هذا المقعد.
seats-name-in = الاسم { in-language }
seats-name-needed = يُرجى إدخال الاسم بلغة واحدة على الأقل.
seats-position = الصفة في الوفد
seats-rank = المستوى
seats-language = لغة صفحاته
seats-save = حفظ
seats-saved = مقعد { $name }
seats-changed = تغيّر المقعد في هذه الأثناء، وهو معروض الآن كما هو. يُرجى التحقق ثم الحفظ من جديد.
seats-speaks = إعطاء الكلمة الآن إلى { $name }
seats-link = الرابط الشخصي
seats-link-new = إنشاء رابط جديد
seats-link-once = يُرجى نسخ الرابط الآن وإرساله إلى { $name } وحده. لن يُعرض مرة أخرى.
seats-link-copy = نسخ الرابط
seats-link-copied = نُسخ الرابط.
seats-links-revoke = إلغاء جميع الروابط
seats-links-revoked = { $count ->
    [0] لم يكن هناك رابط سارٍ.
    [one] أُلغي رابط واحد.
    [two] أُلغي رابطان.
    [few] أُلغيت { $count } روابط.
    [many] أُلغي { $count } رابطاً.
   *[other] أُلغي { $count } رابط.
}
seats-link-failed = لم ينجح ذلك. يُرجى المحاولة من جديد.
seats-link-elsewhere = لدى { $name } صفة في جلسة أخرى أيضاً. لا تنشئ الروابط ولا تلغيها إلا أمانة تتولى تلك الجلسات كلها.
seats-withdraw = السحب من المؤتمر
seats-withdraw-ask = سحب { $name }؟ تتوقف جميع الروابط فوراً ولا يمكن التراجع عن ذلك.
seats-withdraw-act = سحب
seats-link-qr = رمز QR للرابط الشخصي: { $name }
office-delegation = الوفد
office-choose = اختاروا وفداً
office-delegation-needed = اختاروا الوفد الذي ينتمي إليه الشخص.
office-language-usual = لغة الوفد: { $language ->
    [ar] العربية
    [fr] الفرنسية
    [en] الإنكليزية
   *[other] { $language }
}
office-add-and-link = إضافة وإنشاء الرابط
office-added = أُضيف { $name } إلى قائمة المشاركين.
office-add-another = إضافة شخص آخر
office-done = تم
