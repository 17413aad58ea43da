# Pages that the server writes, whole without a script: the way in, and what the public follows.
landing-what = مؤتمر متعدد الأطراف في المتصفح: الكلمة وقائمة المتكلمين والترجمة الشفوية والمحضر.
landing-days = من { $first } إلى { $last }
landing-online = عبر الإنترنت · بتوقيت البلد المضيف، { $city }
landing-invited = أنتم مدعوون
landing-invited-words = افتحوا الرابط الوارد في دعوتكم، فهو يقودكم مباشرة إلى لوحة اسمكم، بلا حساب ولا كلمة مرور.
landing-paste = أو ألصقوه هنا كاملاً
landing-open = فتح مكاني
landing-not-a-link = ليس هذا رابطاً شخصياً. انسخوه كاملاً من دعوتكم، بكل ما يلي العلامة #.
landing-no-link = لا رابط لديكم، أو تعذّر فتحه؟ اطلبوا رابطاً جديداً من أمانة المؤتمر.
landing-no-script = لدخول المؤتمر ينبغي أن يسمح هذا المتصفح بتشغيل JavaScript، ولا حاجة إلى ذلك لمتابعته مع الجمهور.
landing-follow = متابعة المؤتمر للجميع
landing-follow-words = الصوت بكل اللغات، والمتكلم، والبرنامج، بلا رابط.
landing-not-public = هذا المؤتمر غير مفتوح للجمهور. ولكل مدعو رابط شخصي.
landing-over = رُفعت الجلسات كلها.
landing-whole = البرنامج كاملاً
written-as-of = كما في الساعة { $time } بتوقيت البلد المضيف ({ $city }).
written-update = تحديث
written-who = صاحب الكلمة
written-how = اختاروا قناة واضغطوا على زر التشغيل. تسمعون القاعة متأخرةً بضع ثوانٍ بقدر انتظار مشغّلكم، فقد يتغير الاسم قبل الصوت.
written-player = فتح في مشغّل صوت
written-works = تعمل هذه الصفحة من دون JavaScript. ويتجدد الجزء الذي يبيّن المتكلم كل 20 ثانية، ويستمر الصوت.
written-day-of = { $day } · الأوقات بتوقيت البلد المضيف ({ $city })
written-begins = تبدأ يوم { $day } الساعة { $time }.
written-speaks = منعقدة · الكلمة الآن: { $name }
written-contents = في هذه الصفحة
written-statements = البيانات
written-statements-none = لم يُدلَ بأي بيان.
written-manner = { $manner ->
    [reply] حق الرد
    [question] سؤال
    [motion] بشأن اقتراح إجرائي
    [stage] على المنصة
    [writing] قُدِّم كتابةً
   *[statement] بيان
}
written-behalf = وباسم أيضاً: { $group }
written-reply = رداً على: { $name }
written-text = النص { $language }
written-text-name = النص { $language }: { $name }
written-check = يُراجع عند الإلقاء
written-hear = استماع من الساعة { $time }
written-hear-name = استماع من الساعة { $time }: { $name }
written-messages = الرسائل الرئيسية
written-messages-standing = { $standing ->
    [taken_note_of] أحاط المؤتمر علماً بهذه الرسائل، وهي ليست معتمدة.
   *[issued] صدرت عن الداعين إلى المؤتمر، وهي ليست معتمدة.
}
written-outcome-read = قراءة الوثيقة الختامية
written-outcome-standing = { $standing ->
    [taken_note_of] أحاط المؤتمر علماً بهذه الوثيقة، وهي ليست معتمدة.
   *[issued] صدرت عن الداعين إلى المؤتمر، وهي ليست معتمدة.
}
written-documents = الوثائق
written-official = رسمية
written-size = { $size } كيلوبايت
