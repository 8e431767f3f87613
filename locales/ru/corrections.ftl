# Исправление действующего плана, его версии и сообщение исполнителям.
correct-how =
    <b>Исправить план</b>
    { $title }
    
    Пришлите новый файл плана: я сравню его с действующим и покажу отличия. Или правьте строки прямо здесь. До применения план работает по-прежнему.
correct-send-file = Пришлите новый файл плана: DOCX, XLSX, PDF или TXT до 20 МБ. Строки я сопоставлю сам, даже если сменились номера.
button-correct-file = Прислать новый файл
button-correct-rows = Править строки
button-plan-back = К плану

correction =
    <b>Исправление плана</b>
    { $title }
correction-count = Изменений: { $n }
correction-new = • новых строк: { $n }
correction-changed = • изменено: { $n }
correction-moved = • переставлено: { $n }
correction-removed = • исключено: { $n }
correction-empty = Пока ничего не изменено.
correction-next-edit = Откройте строки исправления и поправьте то, что нужно. Здесь появится список отличий.
correction-next-bind = { $n ->
    [one] В новых строках { $n } незнакомый ответственный. Свяжите его, потом примените исправление.
    [few] В новых строках { $n } незнакомых ответственных. Свяжите их, потом примените исправление.
   *[many] В новых строках { $n } незнакомых ответственных. Свяжите их, потом примените исправление.
 }
correction-next-apply = Отчёты и файлы сохранятся, что бы вы ни изменили. Просмотрите отличия по одному или примените все сразу.
button-changes = Смотреть по одному
button-correction = К списку отличий
button-correction-apply = Принять все и применить
button-correction-yes = Применить без пояснения
button-correction-rows = Строки исправления
button-correction-discard = Удалить исправление

change-number = Отличие { $n } из { $total }
change-new = Новая строка
change-changed = Строка изменена
change-moved = Строка переставлена
change-removed = Строка исключена
change-effect-new = После применения по этой строке появятся задачи.
change-effect-removed = Невыполненные задачи по этой строке будут сняты. Отчёты и файлы останутся.
change-effect-deadline = Сроки невыполненных задач сдвинутся. Выполненные останутся как есть.
button-change-accept = Принять
button-change-refuse = Не принимать
difference-aspect = <i>{ $aspect }</i>
difference-before = было: { $words }
difference-after = стало: { $words }
difference-behind = после «{ $title }»
difference-top = в начале плана
difference-nothing = пусто
field-evidence = подтверждение
field-place = место в плане

correction-sure = { $n ->
    [one] Применить { $n } изменение? Напишите причину одной строкой, например: «приказ № 12 от 15.10.2026», или примените без пояснения.
    [few] Применить { $n } изменения? Напишите причину одной строкой, например: «приказ № 12 от 15.10.2026», или примените без пояснения.
   *[many] Применить { $n } изменений? Напишите причину одной строкой, например: «приказ № 12 от 15.10.2026», или примените без пояснения.
 }
correction-applied = { $n ->
    [one] <b>Исправление применено</b>: { $n } изменение, теперь это версия { $version }
    [few] <b>Исправление применено</b>: { $n } изменения, теперь это версия { $version }
   *[many] <b>Исправление применено</b>: { $n } изменений, теперь это версия { $version }
 }
correction-added = • новых задач: { $n }
correction-tasks-moved = • задач с новым сроком: { $n }
correction-withdrawn = • снято задач: { $n }
correction-told = { $n ->
    [one] • сообщение получит { $n } человек
    [few] • сообщение получат { $n } человека
   *[many] • сообщение получат { $n } человек
 }
error-correction-empty = В исправлении нет отличий от плана. Поправьте строки или удалите исправление.

versions =
    <b>История плана</b>
    { $title }
version = Версия { $number } · { $at } · { $who }
version-reason = { $words }
version-launch = План запущен.
version-changes = Изменений: { $n }
button-version = Что изменилось в версии { $number }
button-versions = История плана

plan-corrected =
    <b>План исправлен</b>
    { $plan }
told-moved-day = • { $row }: срок { $was } → { $now }
told-moved = { $n ->
    [one] • { $row }: изменён срок { $n } задачи
    [few] • { $row }: изменены сроки { $n } задач
   *[many] • { $row }: изменены сроки { $n } задач
 }
told-new = { $n ->
    [one] • { $row }: новая задача
    [few] • { $row }: { $n } новые задачи
   *[many] • { $row }: { $n } новых задач
 }
told-withdrawn = { $n ->
    [one] • { $row }: больше не нужно, задача снята
    [few] • { $row }: больше не нужно, снято { $n } задачи
   *[many] • { $row }: больше не нужно, снято { $n } задач
 }
told-reworded = { $n ->
    [one] • { $row }: изменено описание
    [few] • { $row }: изменено описание { $n } задач
   *[many] • { $row }: изменено описание { $n } задач
 }
correction-more = • и ещё { $n }
