display-title = شاشة المنصة
display-next = المتكلمون التالون
display-at = { $time } بتوقيت { $city }
display-line-lost = جارٍ إعادة الاتصال؛ والساعة مستمرة.
