# План: файл, сводка, строки, запуск, выгрузка.
plan-send-file =
    <b>Плана пока нет</b>
    Пришлите дорожную карту файлом прямо сюда: DOCX, XLSX, PDF или TXT до 20 МБ. Или вставьте таблицу текстом, можно несколькими сообщениями. Я прочитаю таблицу и покажу, что понял.
plan-send-another = Пришлите план файлом прямо сюда: DOCX, XLSX, PDF или TXT до 20 МБ. Или вставьте таблицу текстом, можно несколькими сообщениями. До утверждения его увидите только вы и те, кто ведёт этот план вместе с вами.
plans = <b>Планы</b>
plan-of-school = { $school }
plan-done = сделано { $done } из { $total }
plan-status-draft = черновик
plan-status-approved = утверждён, ещё не запущен
plan-status-live = в работе
plan-status-archived = в архиве
plan-add-school = + План: { $school }
button-plans = Все планы
button-plan-add = + План района
button-plan-add-own = + План школы
plan-not-yet = План района ещё готовится. Когда координатор его запустит, он появится здесь.
plan-which = План какого района открыть?
plan-which-file = Для какого района этот план? Выберите район и пришлите файл ещё раз.
error-plan-photo = По фотографии план не прочитать. Пришлите документ файлом: DOCX, XLSX, PDF или TXT. Чтобы приложить фото к отчёту, откройте задачу.
error-plan-exists = Этот же файл уже ждёт утверждения: откройте черновик в «Планах». Если нужен другой файл, удалите черновик на его странице.
error-document-type = Такой файл я не читаю. Пришлите план как DOCX, XLSX, ODS, PDF, HTML, CSV или TXT.
error-document-scan = Это скан: на страницах только картинка, текста в ней нет. Пришлите исходный файл (DOCX, XLSX) или PDF, в котором текст можно выделить.
error-document-letters = В этом PDF буквы записаны так, что прочитать их нельзя. Пришлите исходный файл: DOCX или XLSX.
error-document-doc = Файлы .doc, RTF и ODT здесь не открываются. Откройте план в Word, сохраните его как DOCX и пришлите ещё раз.
error-document-empty = В файле ничего нет. Проверьте его и пришлите ещё раз.
error-document-no-table = Не нашёл в файле таблицы с мероприятиями. Нужна таблица, где есть мероприятие, срок и ответственный.
error-document-columns = В этом тексте строки разных столбцов перемешаны: неясно, где чей срок. Так бывает с текстом, скопированным из PDF. Пришлите сам файл: DOCX, XLSX или PDF.
error-document-broken = Файл повреждён и не открывается. Сохраните его заново и пришлите ещё раз.
error-document-too-large = Файл слишком большой: я читаю до 20 МБ, 150 страниц и 2000 мероприятий. Оставьте в нём только таблицу плана, без картинок, и пришлите ещё раз.
error-document-password = Файл закрыт паролем. Снимите пароль и пришлите ещё раз.
error-document-too-heavy = Файл слишком сложный, прочитать его не удалось. Скопируйте таблицу в новый документ и пришлите его.

plan-title = <b>{ $title }</b>
plan-period = Период: { $period }
plan-no-period = не указан
plan-sections-count = Разделов: { $n }
plan-activities-count = Мероприятий: { $n }
plan-deadlines = <b>Сроки</b>
plan-deadlines-dates = • точная дата: { $n }
plan-deadlines-windows = • период: { $n }
plan-deadlines-recurring = • повторяются: { $n }
plan-deadlines-continuous = • постоянно: { $n }
plan-deadlines-unscheduled = • ждут даты: { $n }
plan-deadlines-unknown = • не понято: { $n }
plan-parties = <b>Ответственные</b>: { $n }
plan-party = • { $party }: { $n ->
    [one] { $n } строка
    [few] { $n } строки
   *[many] { $n } строк
 }
plan-parties-more = • и ещё { $n }
plan-unread-count = Не вошло в план фрагментов таблицы: { $n }. Посмотрите их, прежде чем утверждать.
plan-next-doubts = { $n ->
    [one] В { $n } месте я не уверен. Посмотрите его, потом утвердите план.
    [few] В { $n } местах я не уверен. Пройдите их, потом утвердите план.
   *[many] В { $n } местах я не уверен. Пройдите их, потом утвердите план.
 }
plan-doubts-error = • ошибок: { $n }
plan-doubts-warning = • проверить: { $n }
plan-doubts-note = • примечаний: { $n }
plan-next-approve = Сомнений не осталось. Если всё верно, утвердите план: до этого никто не получит ни одной задачи.
plan-next-schools = План утверждён. Теперь добавьте школы списком.
plan-next-binding = { $n ->
    [one] План утверждён. Осталось связать { $n } ответственного со школой или организацией.
    [few] План утверждён. Осталось связать { $n } ответственных со школами и организациями.
   *[many] План утверждён. Осталось связать { $n } ответственных со школами и организациями.
 }
plan-next-launch = Всё готово. После запуска строки плана станут задачами школ и организаций.
button-doubts = Что требует взгляда ({ $n })
button-plan-approve = Утвердить план
button-plan-reopen = Вернуть в черновик
button-plan-rows = Строки плана
button-plan-unread = Не вошло в план ({ $n })
button-draft-discard = Удалить черновик
button-draft-discard-yes = Да, удалить черновик
button-plan-summary = К сводке
button-plan-launch = Запустить план
button-plan-past = Создать и прошедшие задачи
button-plan-export = Выгрузить план (XLSX)
button-sections = К разделам
button-section = К разделу
button-activity = К строке
plan-discard-sure = Удалить черновик со всеми ответами на сомнения? После этого можно прислать другой файл.

plan-sections = { $n ->
    [one] <b>Строки плана</b>: { $n } мероприятие
    [few] <b>Строки плана</b>: { $n } мероприятия
   *[many] <b>Строки плана</b>: { $n } мероприятий
 }
plan-section = • { $title }: { $n }
section-none = Без раздела
section-label = { $title } ({ $n })
section = <b>{ $title }</b>: { $n }
plan-unread = Фрагментов таблицы, которые не вошли в план: { $n }
plan-unread-piece = • { $words }

activity-line = <b>{ $number }</b> { $title } — { $deadline }
activity-label = { $number } { $title }
activity-section = <i>{ $title }</i>
activity-title = <b>{ $number } { $title }</b>
activity-problem = Задача или проблема: { $words }
activity-result = Результат: { $words }
activity-responsible = Ответственные: { $words }
activity-phrase = Срок словами: { $words }
activity-deadline = Понято так: { $words }
activity-parties = <b>Кто это</b>
activity-party = • { $party } → { $binding }
task-label = { $place } · { $when }
place-coordinator = координатор
plan-tasks = { $n ->
    [one] <b>{ $n } задача</b>
    [few] <b>{ $n } задачи</b>
   *[many] <b>{ $n } задач</b>
 }
plan-state = • { $state }: { $n }

launched = { $tasks ->
    [one] <b>План запущен</b>: { $tasks } задача
    [few] <b>План запущен</b>: { $tasks } задачи
   *[many] <b>План запущен</b>: { $tasks } задач
 }
launched-schools = { $n ->
    [one] • для { $n } школы
    [few] • для { $n } школ
   *[many] • для { $n } школ
 }
launched-checkpoints = • из них отметки раз в четверть: { $n }
launched-waiting = • из них ждут даты: { $n }
launched-past = { $n ->
    [one] • { $n } срок уже прошёл: по нему задача не создана
    [few] • { $n } срока уже прошли: по ним задачи не созданы
   *[many] • { $n } сроков уже прошли: по ним задачи не созданы
 }
launched-next = Теперь пригласите людей: каждой школе нужны директор и заместитель.
error-launch-unbound = { $n ->
    [one] Сначала свяжите ещё { $n } ответственного: кнопка «Связать ответственных» в сводке плана.
    [few] Сначала свяжите ещё { $n } ответственных: кнопка «Связать ответственных» в сводке плана.
   *[many] Сначала свяжите ещё { $n } ответственных: кнопка «Связать ответственных» в сводке плана.
 }
error-launch-schools = Сначала добавьте школы: без них задачи некому отдать.

plan-exported = План с отметками о выполнении.
paper-plan-sheet = План
paper-number = №
paper-title = Мероприятие
paper-deadline = Срок
paper-responsible = Ответственные
paper-result = Результат
paper-marks = Отметка о выполнении
paper-state = Состояние
paper-task-sheet = Поручения
paper-occurrence = Этап
paper-window = Когда
paper-executor = Исполнитель
paper-reported-by = Кто отчитался
paper-reported-on = Когда отчитался
paper-words = Что сделано
paper-people = Участников
paper-documents = Документы
paper-summary = { $place }, { $day }. Выполнено { $done } из { $total }.
paper-file-name = План { $day }
paper-activity-state = выполнено { $done } из { $total }
paper-no-tasks = нет задач
paper-mark = { $who }, { $label }: { $outcome }, { $day } ({ $state })
paper-outcome-done = сделано
paper-outcome-partly = сделано частично
paper-outcome-not_done = не сделано
paper-people-count = Участников: { $n }
paper-documents-list = Документы: { $names }
paper-reports-count = Отчётов: { $n }
paper-documents-count = Документов: { $n }
paper-last-report = Последний отчёт: { $day }
paper-reports-where = Каждый отчёт стоит на листе «{ $sheet }».

# Сроки словами.
window = { $start } – { $end }
window-day = { $day }
window-by = до { $day }
window-from = с { $day }
window-none = без даты
window-labelled = { $label }: { $window }
day-without-year = { $day } (год не указан)
deadline-more = и ещё { $n }
deadline-continuous = постоянно
deadline-unscheduled = ждёт даты
deadline-unknown = не понято
rule-daily = { $n ->
    [1] каждый день
    [one] раз в { $n } день
    [few] раз в { $n } дня
   *[many] раз в { $n } дней
 }
rule-weekly = { $n ->
    [1] каждую неделю
    [one] раз в { $n } неделю
    [few] раз в { $n } недели
   *[many] раз в { $n } недель
 }
rule-monthly = { $n ->
    [1] каждый месяц
    [3] раз в квартал
    [6] раз в полгода
    [one] раз в { $n } месяц
    [few] раз в { $n } месяца
   *[many] раз в { $n } месяцев
 }
rule-yearly = { $n ->
    [1] каждый год
    [one] раз в { $n } год
    [few] раз в { $n } года
   *[many] раз в { $n } лет
 }
rule-terms = раз в школьную четверть
rule-months = { $months }
rule-days = числа: { $days }
rule-last-day = последний день
rule-last-weekday = { $day }, последний раз в месяце
rule-nth-weekday = { $day }, { $n }-й раз в месяце
month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
weekday-mo = понедельник
weekday-tu = вторник
weekday-we = среда
weekday-th = четверг
weekday-fr = пятница
weekday-sa = суббота
weekday-su = воскресенье
error-correction-exists = Этот план уже исправляют: откройте начатое исправление на странице плана, чтобы продолжить или удалить его.
plan-corrects = Исправление: { $title }
button-steward = Управление планом
plan-next-launch-school = Всё готово. После запуска строки плана станут задачами вашей школы.
launched-last-year = Если прошлогодний план закончен, уберите его в архив: он перестанет напоминать о себе.
button-plan-last-year = Прошлогодний план
