# Утреннее сообщение: одно в день.
morning = Доброе утро!
morning-tasks = <b>Ваши задачи</b>
morning-task = { $index }. { $task } ({ $details })
morning-more = { $n ->
    [one] …и ещё { $n } задача в общем списке.
    [few] …и ещё { $n } задачи в общем списке.
   *[many] …и ещё { $n } задач в общем списке.
 }
morning-overdue = { $n ->
    [one] просрочено на { $n } день
    [few] просрочено на { $n } дня
   *[many] просрочено на { $n } дней
 }
morning-today = сегодня последний день
morning-left = { $n ->
    [one] до { $day }, остался { $n } день
    [few] до { $day }, осталось { $n } дня
   *[many] до { $day }, осталось { $n } дней
 }
morning-returned = вернули на доработку
morning-watched = делает заместитель
morning-survey = { $n ->
    [0] Анкета «{ $title }»: сегодня последний день. Отвечать или нет, решаете вы.
   *[other] Анкета «{ $title }» открыта до { $day }. Отвечать или нет, решаете вы.
 }
morning-to-confirm = { $n ->
    [one] Ждёт вашего подтверждения: { $n } отчёт.
    [few] Ждут вашего подтверждения: { $n } отчёта.
   *[many] Ждут вашего подтверждения: { $n } отчётов.
 }
button-morning-report = { $index } · Отчитаться
button-morning-look = { $index } · { $task }
