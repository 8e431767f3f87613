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
morning-to-confirm = { $n ->
    [one] Ждёт вашего подтверждения: { $n } отчёт.
    [few] Ждут вашего подтверждения: { $n } отчёта.
   *[many] Ждут вашего подтверждения: { $n } отчётов.
 }
button-morning-report = { $index } · Отчитаться
button-morning-look = { $index } · { $task }

digest = <b>Сводка по району</b>
digest-due-today = Срок сегодня: { $n }
digest-overdue = Просрочено: { $n }
digest-unconfirmed = Отчёты ждут подтверждения директора:
digest-line = • { $name }: { $value }
digest-tasks = { $n ->
    [one] { $n } задача
    [few] { $n } задачи
   *[many] { $n } задач
 }
digest-days = { $n ->
    [0] с сегодняшнего дня
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
 }
digest-more = …и ещё: { $n }
digest-new-reports = { $n ->
    [one] На приёмку: { $n } новый отчёт
    [few] На приёмку: { $n } новых отчёта
   *[many] На приёмку: { $n } новых отчётов
 }
digest-undated = { $n ->
    [one] Ждёт даты { $n } задача: не пора ли назначить срок?
    [few] Ждут даты { $n } задачи: не пора ли назначить срок?
   *[many] Ждут даты { $n } задач: не пора ли назначить срок?
 }
digest-undelivered = Сообщения не доходят:
digest-person = • { $name }
