display-title = شاشة المنصة
display-next = التالي
display-at = { $time } بتوقيت البلد المضيف
display-line-lost = جارٍ إعادة الاتصال؛ والساعة مستمرة.
display-unlit = قد تنطفئ هذه الشاشة: اضبطوا النظام كي تبقى مضاءة.
display-host = بتوقيت البلد المضيف
display-rec = تسجيل
display-until = حتى { $time }
display-suspended = الجلسة معلّقة{ $until ->
    [none] {""}
   *[other] {" "}حتى { $until }
  }{ $reason ->
    [none] {""}
   *[other] : { $reason }
  }
display-resuming = عند الاستئناف
display-kept = القائمة والساعة على حالهما
display-absent = غائب
display-of = من { $limit }
display-question = سؤال
