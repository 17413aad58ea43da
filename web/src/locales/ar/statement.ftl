# The dialog in which a delegation prepares its statement.
statement-title = كلمتكم: { $list }
statement-speaker = من يتكلم
statement-name = تسمية المتكلم
statement-named = سُمّي { $name } متكلماً.
statement-text = النص للمترجمين الفوريين
statement-text-hint = لا يقرؤه سوى المقصورات ومكتب الرئاسة إلى أن تُلقى الكلمة.
statement-receipt = وصل: { $language }، { $time }
statement-official-short = رسمي
statement-take-back = سحب
statement-take-back-name = سحب النص: { $language }
statement-taken-back = سُحب النص.
statement-language = لغة النص
statement-words = النص
statement-mark = كيف يستعمله المترجمون
statement-official = هذه هي الصيغة اللغوية الرسمية
statement-give = تقديم النص
statement-received = وصل النص.
statement-mark-name = { $mark ->
    [check_against_delivery] يُراجع عند الإلقاء
   *[read_out_verbatim] يُقرأ حرفياً
}
