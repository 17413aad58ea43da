podium-title = شاشة المنصة
podium-next = المتكلمون التالون
podium-at = { $time } بتوقيت { $city }
podium-line-lost = جارٍ إعادة الاتصال؛ والساعة مستمرة.
