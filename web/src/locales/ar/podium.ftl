display-title = شاشة المنصة
display-next = المتكلمون التالون
display-at = { $time } بتوقيت البلد المضيف
display-line-lost = جارٍ إعادة الاتصال؛ والساعة مستمرة.
