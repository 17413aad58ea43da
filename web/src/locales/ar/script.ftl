script-to = { $kind ->
    [state] { $gender ->
        [female] لممثلة { $name } الموقرة
        [male] لممثل { $name } الموقر
       *[other] لوفد { $name } الموقر
      }
    [observer_state] { $gender ->
        [female] للمراقبة الموقرة عن { $name }
        [male] للمراقب الموقر عن { $name }
       *[other] للوفد المراقب عن { $name }
      }
   *[organisation] { $gender ->
        [female] لممثلة { $name }
        [male] لممثل { $name }
       *[other] لوفد { $name }
      }
  }{ $person ->
    [none] {""}
   *[other] ، { $person }
  }
script-who = { $kind ->
    [state] { $gender ->
        [female] ممثلة { $name } الموقرة
        [male] ممثل { $name } الموقر
       *[other] وفد { $name } الموقر
      }
    [observer_state] { $gender ->
        [female] المراقبة الموقرة عن { $name }
        [male] المراقب الموقر عن { $name }
       *[other] الوفد المراقب عن { $name }
      }
   *[organisation] { $gender ->
        [female] ممثلة { $name }
        [male] ممثل { $name }
       *[other] وفد { $name }
      }
  }
script-open = أعلن افتتاح هذه الجلسة: { $title }.
script-resume = تُستأنف الجلسة.
script-give = أعطي الكلمة { script-to }.
script-reply = أعطي الكلمة { script-to }، ممارسةً لحق الرد.
script-wait = التالي على قائمتي: { script-who }. هل الوفد حاضر؟
script-take-up = { $kind ->
    [right_of_reply] ننتقل الآن إلى حق الرد.
    [questions] ننتقل الآن إلى الأسئلة.
   *[other] ننتقل الآن إلى القائمة التالية: { $list }.
}
script-play = نستمع الآن إلى البيان المسجَّل مسبقًا المقدَّم من { script-who }.
script-thank = أشكر { script-who }.
script-give-back = أعيد الكلمة { script-to }.
script-recognise = أعطي الكلمة { script-to } بشأن نقطة نظام.
script-point-thank = أشكر { script-who } على نقطة النظام.
script-rule = قراري هو التالي.
script-ruling = { $ruling ->
    [upheld] نقطة النظام في محلها.
    [rejected] نقطة النظام ليست في محلها.
   *[noted] أحيط علماً بنقطة النظام.
}
script-appeal = قُدم طعن في قراري: { $plain }. وأطرحه للتصويت فورا. من يؤيد الطعن؟ من يعارضه؟ من يمتنع؟
script-nobody = لا متكلمين آخرين على قائمتي. هل يرغب وفد آخر في أخذ الكلمة؟ لا أرى أحدا.
script-close-list = بموافقة الاجتماع، أعلن إقفال قائمة المتكلمين.
script-suspend = عُلّقت الجلسة.
script-suspend-until = تُعلَّق الجلسة حتى الساعة { $time }.
script-adjourn = أشكر جميع الوفود والأمانة والمترجمين الفوريين. رُفعت الجلسة.
script-motion-moved = قُدم اقتراح من { $plain }: { script-motion }.
script-motion-proposed = أقترح { script-motion }.
script-motion = { $motion ->
    [suspend_meeting] تعليق الجلسة
    [adjourn_meeting] رفع الجلسة
    [adjourn_debate] تأجيل المناقشة
   *[close_debate] إقفال باب المناقشة
}
script-motion-debate = { $motion ->
    [adjourn_debate] يجوز لوفدين أن يتكلما تأييدا ولوفدين معارضة.
    [close_debate] يجوز لوفدين أن يتكلما معارضة.
   *[other] ولا يُناقش الاقتراح.
}
script-motion-vote = أطرح للتصويت { script-motion }. من يؤيد؟ من يعارض؟ من يمتنع؟
script-motion-consent = هل من اعتراض على { script-motion }؟ لا أرى اعتراضا. تقرر ذلك.
script-panel = يسرني أن أرحب بأعضاء حلقة النقاش.
script-panellist = { $person }{ $function ->
    [none] {""}
   *[other] ، { $function }
  }.
# A panel.
script-stage-thank = أشكر { $person }.
script-stage-give = أعطي الكلمة: { $person }{ $function ->
    [none] {""}
   *[other] ، { $function }
  }. الوقت المتاح لكم { $time }.
script-stage-answer = { $person }، هل تودون الإجابة؟
script-stage-item = { $kind ->
    [introduction] أهلاً بكم في حلقة النقاش هذه.
    [questions] ننتقل الآن إلى أسئلة الحضور.
    [closing] نصل إلى اختتام حلقة النقاش هذه.
   *[other] ننتقل إلى البند التالي{ $title ->
        [none] {""}
       *[other] : { $title }
      }.
}
script-stage-close = أشكر المتحدثين والمترجمين الفوريين وجميع المشاركين. رُفعت الجلسة.
