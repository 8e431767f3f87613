# Очередь отчётов: по одному, где решение открывает следующий, или все сразу.
each-place-confirm = Отчёт { $index } из { $n } на подтверждении
each-place-accept = Отчёт { $index } из { $n } на приёмке
each-none-confirm = Всё разобрано: на подтверждении ничего не осталось.
each-none-accept = Всё разобрано: на приёмке ничего не осталось.
each-ended = { $n ->
    [one] Это конец очереди. Пропущен { $n } отчёт.
    [few] Это конец очереди. Пропущено { $n } отчёта.
   *[many] Это конец очереди. Пропущено { $n } отчётов.
 }
button-accept-each = Принимать по одному
button-each = По одному
button-each-skip = Пропустить →
button-each-again = Сначала
button-each-back = К отчёту
button-batch = Все сразу
button-batch-confirm = Подтвердить все ({ $n })
button-batch-accept = Принять все ({ $n })
button-batch-place = { $place } ({ $n })
button-batch-everything = Весь район ({ $n })
batch-places = <b>На приёмке:</b> { $n }. Чьи отчёты принять вместе? Сначала я их покажу.
batch-outcome = { $outcome }: { $n }
batch-words = «{ $words }»
batch-evidence = { $n ->
    [0] без документов
    [one] { $n } документ
    [few] { $n } документа
   *[many] { $n } документов
 }
batch-hint = Целиком отчёт открывается по номеру. Вернуть можно оттуда же.
batch-changed = Пока вы смотрели, отчёты изменились, поэтому ничего не решено. Вот как сейчас:
batch-confirmed = { $n ->
    [one] Подтверждён { $n } отчёт.
    [few] Подтверждено { $n } отчёта.
   *[many] Подтверждено { $n } отчётов.
 }
batch-accepted = { $n ->
    [one] Принят { $n } отчёт.
    [few] Принято { $n } отчёта.
   *[many] Принято { $n } отчётов.
 }
