# البحث عن كلمات في جلسة.
search-title = البحث في هذه الجلسة
search-words = الكلمات المطلوبة
search-do = بحث
search-note = يشمل البحث البيانات والرسائل والمحضر، بقدر ما يحق لكم الاطلاع عليه.
search-found = { $count ->
    [0] لم يُعثر على شيء.
    [one] عُثر على موضع واحد.
    [two] عُثر على موضعين.
    [few] عُثر على { $count } مواضع.
    [many] عُثر على { $count } موضعًا.
   *[other] عُثر على { $count } موضع.
}
search-more = توجد نتائج أخرى: ابحثوا بكلمات أكثر.
search-failed = تعذّر البحث. حاولوا بعد لحظات.
search-kind = { $kind ->
    [document] وثيقة
    [key_message] رسالة رئيسية
    [text] بيان
    [message] رسالة
   *[paragraph] المحضر
}
search-paragraph = الفقرة { $number }
search-all-title = البحث في المؤتمر
search-all-note = يشمل البحث الوثائق والرسائل الرئيسية والجلسات التي تشاركون فيها، بقدر ما يحق لكم الاطلاع عليه.
search-papers = الوثائق والرسائل الرئيسية
search-more-there = توجد نتائج أخرى: ابحثوا في الجلسة نفسها.
