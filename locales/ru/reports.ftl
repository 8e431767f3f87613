# Отчёт: вопросы по одному на экране.
report-about = <b>Отчёт.</b> { $task }
report-step = Вопрос { $step } из { $of }
report-ask-outcome = Что с этой задачей?
report-ask-words = Что сделано? Напишите одну-две фразы.
report-ask-people = Сколько человек участвовало? Напишите число.
report-ask-evidence = Приложите фото или документ, можно несколько по одному.
report-now = Сейчас записано: { $answer }
report-attached = { $n ->
    [one] Приложен { $n } файл:
    [few] Приложено { $n } файла:
   *[many] Приложено { $n } файлов:
 }
report-file = • { $name }
report-review = Проверьте перед отправкой:
report-review-hint = Ответы сохранены. Отправить можно и позже.
report-replaces = По этой задаче уже отправлен отчёт: версия { $version }, { $who }. Ваш займёт его место.
report-again-sure = Стереть все ответы этого черновика и начать с первого вопроса?
report-sent-reported = Отчёт отправлен. Теперь его посмотрит директор. До приёмки отчёт можно исправить.
report-sent-confirmed = Отчёт отправлен координатору. До приёмки его можно исправить.
report-sent-accepted = Отчёт записан и принят.
report-sent-toast = Отправлено

outcome-done = Сделано
outcome-partly = Сделано частично
outcome-not_done = Не сделано
button-outcome-done = Сделано
button-outcome-partly = Частично
button-outcome-not_done = Не сделано
button-skip-words = Без пояснений
button-skip-people = Пропустить
button-skip-evidence = Без документа
button-evidence-enough = Готово, файлы приложены
button-evidence-clear = Убрать файлы
button-change-outcome = Итог
button-change-words = Что сделано
button-change-people = Участники
button-change-evidence = Файлы
button-send-report = Отправить отчёт
button-begin-again = Начать заново
button-begin-again-yes = Да, стереть ответы

report-head = <b>Отчёт, версия { $version }.</b> { $at }, { $who }
report-words-said = «{ $words }»
report-people-said = Участников: { $n }
report-evidence-said = Файлов: { $n }

error-words = Нужен текст длиной до { $max } знаков. Напишите его одним сообщением.
error-people-count = Нужно число, например: 25. Если не считали, нажмите «Пропустить».
error-evidence-size = Файл больше { $max } МБ. Сожмите его или пришлите фото страницы.
error-evidence-empty = Файл пустой. Пришлите другой.
error-evidence-many = К отчёту можно приложить не больше { $max } файлов. Нажмите «Готово» или уберите лишние.
error-evidence-total = Вместе файлы отчёта больше { $max } МБ. Пришлите файл поменьше или уберите лишние.
error-report-words-first = Сначала напишите пару слов или нажмите «Без пояснений». Файл попросим на следующем шаге.
error-report-people-first = Сначала напишите число участников или нажмите «Пропустить». Файл попросим на следующем шаге.
error-report-file-awaited = Сейчас ждём фото или документ. Если файлов больше не будет, нажмите кнопку под вопросом.
