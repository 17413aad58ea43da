# منصة حلقة النقاش عند الرئاسة.
panel-tab = المنصة
panel-timers = وقت الكلام على المنصة
panel-timers-note = يرى الجميع المؤقّت، وهو لا يغلق أي ميكروفون. ويُجمع الوقت لكل شخص.
panel-minutes = الدقائق
panel-spoken = { $time } حتى الآن
panel-start-name = تشغيل المؤقّت: { $name }
panel-stop-name = إيقاف المؤقّت: { $name }
panel-timer-started = تشغيل المؤقّت: { $name }
panel-timer-stopped = إيقاف المؤقّت
chair-sheet-tab = سير الجلسة
