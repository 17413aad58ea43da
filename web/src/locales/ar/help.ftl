# نداءات الفني: عند المكاتب وفي المقصورات، وحيث تصل.
help-title = نداء فني
help-called-short = نودي على الفني
help-legend = ما المشكلة؟
help-trouble = { $trouble ->
    [no_sound] لا أسمع شيئاً
    [bad_sound] الصوت رديء
    [microphone] الميكروفون لديّ
    [connection] الاتصال أو هذه الصفحة
   *[other] شيء آخر
}
help-note = يقرؤه فني على الفور بلغته. وتُكتب التفاصيل في دردشة الفنيين.
help-call = نداء
help-waiting = نداء في الساعة { $time }: { $trouble }. لم يُجب أحد بعد.
help-answered = نداء في الساعة { $time }: { $trouble }. يتولاه { $name }.
help-withdraw = حُلّت المشكلة: سحب النداء
help-tell-answered = يتولى { $name } نداءكم للفني.
help-tell-settled = سُوّي نداؤكم للفني.
