motions = الاقتراحات الإجرائية
motion-name = { $kind ->
    [suspend_meeting] تعليق الجلسة
    [adjourn_meeting] رفع الجلسة
    [adjourn_debate] تأجيل المناقشة: { $list }
   *[close_debate] إقفال باب المناقشة: { $list }
}
motion-state = { $state ->
    [moved] اقتراح ينتظر
    [taken_up] اقتراح معروض على الاجتماع
    [carried] اعتُمد
    [defeated] رُفض
    [withdrawn] سُحب
    [ruled_out] غير مقبول
   *[lapsed] سقط
}
motion-by-chair = باقتراح من الرئاسة
motion-side = { $side ->
    [mover] مقدم الاقتراح
    [in_favour] مع
   *[against] ضد
}
motion-side-count = { $spoken } من { $max }
motion-not-debated = بلا مناقشة: يُطرح للتصويت فورا.
motion-heard = استُمع إليه
tell-motion = { $name }: { $state ->
    [moved] اقتراح قدمه { $by }.
    [taken_up] معروض على الاجتماع.
    [carried] اعتُمد.
    [defeated] رُفض.
    [withdrawn] سُحب.
    [ruled_out] غير مقبول.
   *[lapsed] سقط.
}
motion-vote = { $in_favour } مع، { $against } ضد، { $abstaining } ممتنع
motion-by-consent = بتوافق الآراء دون تصويت
motion-open = اقتراح إجرائي…
motion-dialog = الاقتراحات الإجرائية
motion-move-which = ماذا تقترح؟
motion-move-words = ينتظر حتى ينتهي البيان الجاري. وتتناول الرئاسة الاقتراحات بحسب ترتيبها قبل أي مسألة أخرى.
motion-move-do = تقديم الاقتراح
motion-speak-words = الاقتراح المقدم: { $name }. يجوز لوفدكم أن يطلب الكلام بشأنه.
motion-speak-do = التكلم { $side ->
    [in_favour] تأييدا
   *[against] معارضة
}
motion-withdraw-do = سحب: { $name }
motion-none = لا يمكن تقديم أي اقتراح الآن.
chair-motion-open = اقتراح…
chair-motion-title = اقتراح على الاجتماع
chair-motion-which = ماذا تقترحون؟
chair-motion-note = { $votes ->
    [true] يقرر الاجتماع بتوافق الآراء أو بالتصويت.
   *[false] يقرر الاجتماع بتوافق الآراء: لا اعتراض من أحد. ولا يُطرح شيء للتصويت.
}
chair-motion-propose = تقديم الاقتراح
chair-motion-propose-name = تقديم الاقتراح: { $name }
chair-motion-take-up = عرضه
chair-motion-take-up-name = عرض على الاجتماع: { $name }
chair-motion-take-up-one = عرض الاقتراح
chair-motion-end-turn = إنهاء بيان { $name } وعرض الاقتراح
chair-motion-vote = تسجيل التصويت…
chair-motion-vote-name = تسجيل التصويت: { $name }
chair-motion-vote-note = يُعتمد الاقتراح إذا زادت الأصوات المؤيدة على المعارضة. ولا يُحسب الامتناع.
chair-motion-consent = اعتُمد بتوافق الآراء
chair-motion-consent-name = اعتُمد بتوافق الآراء: { $name }
chair-motion-consent-title = ألا يعترض أحد؟
chair-motion-consent-note = { $kind ->
    [suspend_meeting] تُعلَّق الجلسة. وتحتفظ الكلمة والقائمة بمكانهما.
    [adjourn_meeting] تنتهي الجلسة ويحتفظ المنتظرون بأدوارهم للجلسة التالية، وتعيد الأمانة أو الرئاسة افتتاحها.
    [adjourn_debate] تُقفل القائمة. ويحتفظ المنتظرون بأماكنهم إلى أن تعيدوا فتحها.
   *[close_debate] تُقفل القائمة. وتودَع بيانات المنتظرين كتابة.
}
chair-motion-rule-out = غير مقبول…
chair-motion-rule-out-name = إعلان عدم قبول: { $name }
chair-motion-withdraw = سحب
chair-motion-withdraw-name = سحب: { $name }
chair-motion-stop-name = إنهاء بيان { $name }
chair-motion-put-down = قيد المتكلم
chair-motion-put-down-name = قيد { $name } للكلام عن الاقتراح
chair-motion-votes = { $how ->
    [in_favour] مع
    [against] ضد
   *[abstaining] امتناع
}
chair-debate-over = { $how ->
    [adjourned] المناقشة مؤجلة. أعيدوا فتح القائمة لاستئنافها.
   *[closed] باب المناقشة مقفل. أعيدوا فتح القائمة لاستئنافها.
}
refusal-motion-waits = قُدم الاقتراح نفسه من قبل، وهو ينتظر الرئاسة.
refusal-motion-precedes = لاقتراح آخر الأولوية. بُتّوا فيه أولا.
refusal-motion-open = هناك اقتراح معروض على الاجتماع. بُتّوا فيه أولا.
refusal-motion-not-taken-up = هذا الاقتراح غير معروض. اعرضوه أولا.
refusal-motion-over = انتهى أمر هذا الاقتراح.
refusal-floor-taken = الاقتراح لا يقاطع أحدا، وينتظر انتهاء البيان.
refusal-not-debated = لا يتكلم أحد من هذا الجانب عن هذا الاقتراح.
refusal-side-full = بلغ عدد المتكلمين من هذا الجانب حده.
refusal-motions-list = هذه قائمة المتكلمين عن الاقتراحات. قيدوهم هناك.
refusal-debate-over = المناقشة مؤجلة أو مقفلة. أعيدوا فتح القائمة لاستئنافها.
refusal-too-many-votes = عدد الأصوات يتجاوز عدد الدول الأعضاء في هذه الجلسة، وهو { $max }. أعيدوا العد.
