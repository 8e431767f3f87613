# Общее для всех разговоров.
literal = { $words }
button-home = ⌂ Меню
button-page-back = ← Назад
button-page-next = Дальше →

already-done = Это действие уже записано, второй раз оно не выполнено. Откройте меню, чтобы увидеть, как сейчас; если ждали файл, попросите его ещё раз.
already-done-toast = Уже записано
failure = Не получилось из-за ошибки у нас. Ничего не потеряно: попробуйте ещё раз через минуту.
too-much = Слишком много сразу: последнее я не взял. Подождите минуту и отправьте ещё раз.

error-forbidden = Вам это недоступно. Всё, что вы можете открыть, есть в меню.
error-outdated = Это меню устарело. Откройте свежее: кнопка ниже.
error-file-too-large = Файл больше 20 МБ, такой Telegram боту не отдаёт. Сожмите его или пришлите фото страниц.
error-file-unavailable = Telegram сейчас не отдаёт этот файл. Пришлите его ещё раз.
error-name = Нужно имя или название длиной до { $max } знаков. Напишите его одной строкой.

stranger =
    Здравствуйте! Это «Вехи»: дорожная карта района как живой план.
    
    Войти можно только по личной ссылке. Попросите её у координатора района или у директора своей школы и откройте прямо здесь, в Telegram.

role-admin = администратор
role-coordinator = координатор района
role-curator = куратор школы
role-expert = региональный эксперт
role-methodist = методист
role-head = директор
role-deputy = заместитель директора
role-teacher = учитель
role-in-place = { $role }, { $place }

state-waiting = ждёт даты
state-planned = впереди
state-open = в работе
state-reported = отчёт на подтверждении
state-confirmed = подтверждено, ждёт приёмки
state-accepted = принято
state-returned = возвращено на доработку
state-withdrawn = снято с контроля

command-start = Меню
command-help = Что умеет бот
command-tasks = Мои задачи
command-plan = План района
command-chart = Прогресс
command-survey = Анкета
command-lang = Язык · Language

admin-link = Администратора пока нет. Откройте эту ссылку в Telegram, и им станете вы (она сработает один раз):
