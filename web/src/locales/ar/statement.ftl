# The dialog in which a delegation prepares its statement.
statement-title = كلمتكم: { $list }
statement-speaker = من يتكلم
statement-name = تسمية المتكلم
statement-named = سُمّي { $name } متكلماً.
statement-text = النص للمترجمين الفوريين
statement-text-hint = لا يقرؤه سوى المقصورات ومكتب الرئاسة إلى أن تُلقى الكلمة.
statement-receipt = وصل: { $language }، { $time }
statement-reading = نحو { $length } للقراءة
statement-longer = بسرعة تتيح الترجمة الفورية (120 كلمة في الدقيقة) يستغرق أكثر من وقت كلمتكم ({ $limit }).
statement-official-short = رسمي
statement-take-back = سحب
statement-take-back-name = سحب النص: { $language }
statement-taken-back = سُحب النص.
statement-language = لغة النص
statement-words = النص
statement-file = أو ملف: PDF أو DOCX أو نص عادي
statement-text-of = نص الكلمة: { $name }
statement-sending = جارٍ إرسال { $name }…
statement-file-problem = { $code ->
    [not_paper] لم يُقبل «{ $name }»: يتجاوز 32 ميغابايت، أو هو تالف أو مقفل، أو ليس PDF ولا DOCX ولا نصاً عادياً.
    [not_clean] لم يُقبل «{ $name }»: وجد فاحص الفيروسات فيه شيئاً.
    [not_taken] لم يُقبل «{ $name }»: يتجاوز نصه 20000 حرف، أو لم يعد الطلب في الانتظار.
    [too_fast] ملفات كثيرة في وقت واحد. انتظروا لحظة ثم قدّموه مجدداً.
   *[other] تعذّر إرسال «{ $name }». تحققوا من الاتصال ثم قدّموه مجدداً.
}
statement-mark = كيف يستعمله المترجمون
statement-official = هذه هي الصيغة اللغوية الرسمية
statement-give = تقديم النص
statement-received = وصل النص.
statement-mark-name = { $mark ->
    [check_against_delivery] يُراجع عند الإلقاء
   *[read_out_verbatim] يُقرأ حرفياً
}

recording-title = بيان مسجَّل مسبقًا
recording-hint = يُذاع إذا تعذّر على وفدكم الكلام عند دعوته. أي ملف صوت أو فيديو لا يتجاوز 15 دقيقة؛ ولا يُستخدم منه إلا الصوت. وإلى أن يُسمع، لا يستطيع الاستماع إليه إلا وفدكم ومقصورات الترجمة والرئاسة.
recording-choose = اختيار ملف
recording-again = اختيار ملف آخر مكانه
recording-making = جارٍ التحضير والإرسال
recording-received = استُلم التسجيل: { $length }.
recording-held = استُلم: { $length }، { $time }
recording-longer = هو أطول من وقت كلمتكم ({ $limit }).
recording-take-back = سحب التسجيل
recording-taken-back = سُحب التسجيل.
recording-unreadable = لا يستطيع هذا المتصفح قراءة الصوت من الملف. اختاروا ملفًا آخر، أو استخدموا إصدارًا حديثًا من Chrome أو Edge أو Firefox أو Safari.
recording-not-taken = { $why ->
    [not_sound] لم يتمكن الخادم من استخدام هذا التسجيل: الحد الأقصى 15 دقيقة و8 ميغابايت.
    [not_taken] لم يُقبل: يجب أن تكون مدته بين ثانية واحدة و15 دقيقة، وأن يكون طلبكم لا يزال في الانتظار.
    [too_fast] محاولات كثيرة؛ انتظروا لحظة.
    [offline] تعذّر الوصول إلى الخادم. حاولوا مجددًا.
   *[other] تعذّر تسليمه. حاولوا مجددًا أو اسألوا الأمانة.
}
