# Задачи: список, карточка, история, перенос напоминания.
day-month = { $month ->
    [1] { $day } января
    [2] { $day } февраля
    [3] { $day } марта
    [4] { $day } апреля
    [5] { $day } мая
    [6] { $day } июня
    [7] { $day } июля
    [8] { $day } августа
    [9] { $day } сентября
    [10] { $day } октября
    [11] { $day } ноября
   *[12] { $day } декабря
 }

until = до { $day }
task-name = № { $number }. { $title }
task-number = № { $number }
task-line = { $task } ({ $details })

my-tasks = <b>Мои задачи</b>
my-tasks-none = <b>Мои задачи.</b> Сейчас делать нечего.
my-tasks-group = <b>{ $group }:</b> { $n }
my-tasks-reported = Отправлено, ждёт подтверждения: { $n }
my-tasks-done = Отчёт подтверждён или принят: { $n }
group-overdue = Просрочено
group-returned = Вернули на доработку
group-today = Сегодня
group-this-week = На этой неделе
group-later = Позже
group-waiting = Ждут даты
button-task-dated = { $task } · до { $day }
button-task-undated = { $task } · ждёт даты
button-tasks-sent = Отправленные и сделанные ({ $n })
tasks-sent = { $n ->
    [0] <b>Отправленные и сделанные.</b> Пока ничего: сюда попадают задачи, по которым отправлен отчёт.
   *[other] <b>Отправленные и сделанные:</b> { $n }, последние сверху
 }
task-line-state = Сейчас: { $state }
button-all-my-tasks = Все мои задачи

task-window-none = ждёт даты
task-window-by = до { $end }
task-window-day = { $day }
task-window-between = с { $start } по { $end }

card-title = <b>{ $task }</b>
card-section = Раздел: { $section }
card-responsible = Отвечает: { $place }
card-parties = В плане записано: { $parties }
card-result = Что должно получиться: { $result }
card-label = Этап: { $label }
card-window = Срок: { $window }
card-checkpoint = Дело идёт весь год, поэтому раз в четверть хватит одной строки о том, что сделано.
card-state = Сейчас: { $state }
card-returned-why = Почему вернули: «{ $why }»
card-overdue = { $n ->
    [one] Просрочено на { $n } день
    [few] Просрочено на { $n } дня
   *[many] Просрочено на { $n } дней
 }
button-card = К задаче
button-report = Отчитаться
button-report-continue = Продолжить отчёт
button-report-correct = Исправить отчёт
button-put-off = Отложить
button-set-date = Назначить срок
button-history = История
button-documents = Документы ({ $n })

task-changed = Пока вы смотрели, здесь что-то изменилось. Вот как сейчас:
task-changed-toast = Уже изменилось, посмотрите как сейчас

history = <b>История.</b> { $task }
history-line =
    { $at } · { $who }
    { $move }: { $steps }
history-reasoned =
    { $at } · { $who }
    { $move }: { $steps }
    «{ $why }»
history-steps = { $before } → { $after }
history-calendar = по календарю
history-acting = { $words } (и. о.)
move-create = Задача появилась
move-schedule = Назначен срок
move-open = Срок начался
move-report = Отправлен отчёт
move-report_confirmed = Отправлен отчёт
move-report_accepted = Отправлен отчёт
move-confirm = Отчёт подтверждён
move-accept = Отчёт принят
move-take_back = Отчёт отозван автором
move-return = Отчёт возвращён
move-without_confirm = Без подтверждения: в этом плане директор отчёты не подтверждает
move-without_accept = Без приёмки: в этом плане координатор отчёты не принимает
move-reschedule = Срок изменён исправлением плана
move-unschedule = Исправление плана сняло дату
move-withdraw = Снято исправлением плана

documents = { $n ->
    [one] { $task }: { $n } файл из последнего отчёта.
    [few] { $task }: { $n } файла из последнего отчёта.
   *[many] { $task }: { $n } файлов из последнего отчёта.
 }

task-ask-date =
    { $task }
    
    Какой срок назначить? Напишите словами, например: до 15 марта или с 1 по 20 апреля.
task-date-set = Срок назначен.
put-off = Когда напомнить снова? Срок задачи от этого не изменится.
button-put-off-1 = Завтра
button-put-off-7 = Через неделю
button-put-off-date = Выбрать день
put-off-ask-date = В какой день напомнить? Напишите, например: 15 марта.
put-off-done = Хорошо, напомню { $day }. Срок задачи остался прежним.

error-schedule-several = Здесь нужен один срок, а в этих словах их несколько. Напишите один, например: до 15 марта.
error-schedule-unread = Срок не понятен. Напишите, например: до 15 марта или с 1 по 20 апреля 2027 года.
error-schedule-past = Этот день уже прошёл. Напишите день впереди, если нужно, с годом.
error-put-off = Отложить можно на срок от одного дня до { $max } дней. Напишите другой день.

queue-undated = { $n ->
    [0] <b>Ждут даты:</b> ничего.
    [one] <b>Ждут даты:</b> { $n } задача. Откройте задачу, чтобы назначить срок.
    [few] <b>Ждут даты:</b> { $n } задачи. Откройте любую, чтобы назначить срок.
   *[many] <b>Ждут даты:</b> { $n } задач. Откройте любую, чтобы назначить срок.
 }
button-undated = Ждут даты ({ $n })
