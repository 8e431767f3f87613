# Решения по отчётам: подтвердить, принять, вернуть.
queue-confirming = { $n ->
    [0] <b>На подтверждении</b> ничего нет.
    [one] <b>На подтверждении:</b> { $n } отчёт.
    [few] <b>На подтверждении:</b> { $n } отчёта.
   *[many] <b>На подтверждении:</b> { $n } отчётов.
 }
queue-accepting = { $n ->
    [0] <b>На приёмке</b> ничего нет.
    [one] <b>На приёмке:</b> { $n } отчёт.
    [few] <b>На приёмке:</b> { $n } отчёта.
   *[many] <b>На приёмке:</b> { $n } отчётов.
 }
queue-line = { $index }) { $task }
button-queue-task = { $index }) { $task }
button-confirm = Подтвердить
button-accept = Принять
button-return = Вернуть
confirmed-toast = Подтверждено
accepted-toast = Принято
return-ask-reason = Почему возвращаете? Напишите одну-две фразы: их увидит автор отчёта.
returned-done = Отчёт возвращён, автор уже знает почему.
report-returned =
    { $who }: отчёт возвращён на доработку.
    { $task }
    
    Почему: «{ $reason }»
