# ما تغيّر من موعد الجلسة، حيثما ذُكر.
schedule-on = { $day }، { $time }
schedule-begins = تبدأ في الساعة { $time } بدلاً من { $was }.
schedule-ends = تنتهي في الساعة { $time } بدلاً من { $was }.
schedule-delayed = تأخّرت الجلسة: لن تبدأ في الساعة { $time }. سيُعلن الموعد الجديد.
schedule-cancelled = أُلغيت الجلسة: كانت مقررة في الساعة { $time } ولن تُعقد.
schedule-as-planned = تبدأ في الساعة { $time } كما كان مقرراً.
schedule-reason = السبب: { $reason }
schedule-was = كانت { $from }–{ $to }
schedule-was-on = كانت { $day }، { $from }–{ $to }
schedule-tell = { $title }. { $words }
# Beside an hour whose date is not that of the heading, where it is read.
day-before = اليوم السابق
day-after = اليوم التالي
time-on-day = { $time } ({ $day })
