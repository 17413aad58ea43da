# The captioner's console.
captioner-title = منصة العرض النصي
captioner-about = العرض النصي { in-language }
captioner-not-yours = هذه الصفحة مخصصة لكاتبي العرض النصي في الجلسة.
captioner-to-room = قاعة الجلسة
captioner-elsewhere = أماكن أخرى
captioner-line-lost = جارٍ إعادة الاتصال. ما ترسلونه الآن يُرسل حال عودة الاتصال.
captioner-entry = سطر العرض النصي { in-language }
captioner-entry-hint = مفتاح الإدخال يرسل السطر. والسهم إلى أعلى في الحقل الفارغ يعيد السطر الأخير لتصحيحه، ومفتاح الهروب يتركه كما كان.
captioner-send = إرسال
captioner-correct = تصحيح
captioner-correcting = تصححون سطرًا. اتركوه فارغًا لحذفه.
captioner-tell-correcting = تصحيح: { $text }
captioner-tell-new = سطر جديد
captioner-left = { $count ->
    [zero] لم يبق أي حرف
    [one] بقي حرف واحد
    [two] بقي حرفان
    [few] بقيت { $count } أحرف
    [many] بقي { $count } حرفًا
   *[other] بقي { $count } حرف
}
captioner-over = { $count ->
    [zero] لا زيادة
    [one] حرف واحد زائد
    [two] حرفان زائدان
    [few] { $count } أحرف زائدة
    [many] { $count } حرفًا زائدًا
   *[other] { $count } حرف زائد
}
captioner-sending = قيد الإرسال
captioner-unsent = لم يُرسل: { $text }
captioner-again = إعادته إلى الحقل
captioner-again-name = إعادة إلى الحقل: { $text }
captioner-shown = ما يُقرأ
captioner-nothing = لم يُكتب شيء بعد.
captioner-on = { $who ->
    [you] أنتم تكتبون العرض النصي
    [other] يتولى { $name } كتابة العرض النصي
    [machine] تكتب آلة العرض النصي إلى أن تبدأوا
   *[nobody] لا أحد يكتب العرض النصي؛ سطركم الأول يبدأه
}
captioner-tell-taken = تولى { $name } كتابة العرض النصي.
captioner-take = تولي الكتابة
captioner-begin = بدء
captioner-leave = ترك العرض النصي
captioner-short = الاختصارات
captioner-short-hint = اختصار في كل سطر: ما تكتبونه، ثم علامة يساوي، ثم ما يقوم مقامه. ويوضع مكانه عند كتابة مسافة أو فاصلة أو نقطة أو عند إرسال السطر. وتُحفظ في هذا المتصفح وحده.
captioner-short-example = اع = الاتفاق العالمي من أجل الهجرة
captioner-short-field = قائمة الاختصارات
captioner-short-count = { $count ->
    [zero] لا اختصارات
    [one] اختصار واحد
    [two] اختصاران
    [few] { $count } اختصارات
    [many] { $count } اختصارًا
   *[other] { $count } اختصار
}
captioner-short-ignored = { $count ->
    [zero] كل السطور مفهومة
    [one] سطر واحد غير مفهوم: تنقصه علامة يساوي، أو يزيد على 200 حرف.
    [two] سطران غير مفهومين: تنقصهما علامة يساوي، أو يزيدان على 200 حرف.
    [few] { $count } سطور غير مفهومة: تنقصها علامة يساوي، أو تزيد على 200 حرف.
    [many] { $count } سطرًا غير مفهوم: تنقصها علامة يساوي، أو تزيد على 200 حرف.
   *[other] { $count } سطر غير مفهوم: تنقصها علامة يساوي، أو تزيد على 200 حرف.
}
captioner-short-save = حفظ في ملف
captioner-short-open = إضافة من ملف
captioner-short-unread = تعذرت قراءة الملف. اختاروا ملفًا نصيًا لا يتجاوز 256 كيلوبايت.
captioner-short-name = ikhtisarat
captioner-hear = ما تسمعونه
captioner-hear-start = تشغيل الصوت
refusal-no-captions = لا تكتبون العرض النصي بأي لغة في هذه الجلسة. راجعوا الأمانة.
refusal-captions-taken = يتولى غيركم كتابة العرض النصي بلغتكم. تولوا الكتابة أولًا إذا كان ذلك هو المقصود.
