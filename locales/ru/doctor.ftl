# Осмотр: слова для консоли, строка на каждую проверку.
doctor-state-ok = в порядке
doctor-state-warning = внимание
doctor-state-broken = сломано
doctor-well = Бот может работать.
doctor-broken = Бот так работать не сможет: почините строки «сломано» и повторите.
doctor-settings = Настройки: прочитаны
doctor-settings-wrong = Настройки: { $reason }
doctor-folder = Папка данных: { $place }, запись разрешена
doctor-folder-new = Папка данных: { $place }, появится при первом запуске
doctor-folder-closed = Папка данных: в { $place } нельзя писать ({ $reason }). Дайте на неё права пользователю, от которого работает бот
doctor-disk = Диск: свободно { $free } ГБ
doctor-disk-low = Диск: в { $place } осталось { $free } ГБ. Скоро освободите место
doctor-disk-full = Диск: в { $place } осталось { $free } ГБ, базе некуда писать. Освободите место сейчас
doctor-database = База: { $engine }, цела, схема { $revision }
doctor-database-new = База: { $place }, появится при первом запуске
doctor-database-empty = База: { $engine }, пустая, таблицы появятся при первом запуске
doctor-database-older = База: схема { $revision } старее программы. Сделайте копию ({ $backup }); при запуске схема обновится сама
doctor-database-newer = База: схема { $revision } новее программы. Обновите программу или верните её прежнюю версию
doctor-database-damaged = База: файл повреждён. Остановите бота, отложите файл и верните последнюю копию ({ $restore })
doctor-database-closed = База: не открывается ({ $reason }). Проверьте { $variable } и то, запущена ли база
doctor-history = { $n ->
    [one] История задач: { $n } строка, цепочка цела
    [few] История задач: { $n } строки, цепочка цела
   *[many] История задач: { $n } строк, цепочка цела
 }
doctor-history-broken = История задач: цепочка плана { $plan } нарушена со строки { $line }. Её меняли в обход программы: сравните с последней копией
doctor-history-strays = { $n ->
    [one] История задач: { $n } задача стоит не там, где говорит её история. Базу меняли в обход программы: сравните с последней копией
    [few] История задач: { $n } задачи стоят не там, где говорит их история. Базу меняли в обход программы: сравните с последней копией
   *[many] История задач: { $n } задач стоят не там, где говорит их история. Базу меняли в обход программы: сравните с последней копией
 }
doctor-backup = Копия: { $file }, часов назад: { $hours }
doctor-backup-old = Копия: последняя { $file }, часов назад: { $hours }. Проверьте расписание копий
doctor-backup-none = Копия: в { $place } нет ни одной. Сделайте её: { $backup }
doctor-backup-nowhere = Копия: папка для копий не названа. Укажите { $variable } и сделайте копию: { $backup }
doctor-token = Токен: Telegram узнаёт бота @{ $username }
doctor-token-refused = Токен: Telegram его не признаёт. Возьмите действующий у { $source } и впишите в { $variable }
doctor-telegram-silent = Telegram: { $host } не отвечает ({ $reason }). Проверьте сеть, межсетевой экран и { $variable }
doctor-telegram-refuses = Telegram: отказал со словами «{ $reason }». Подождите и повторите
doctor-clock = Часы: идут верно
doctor-clock-off = Часы: расходятся с Telegram на { $seconds } с. Включите синхронизацию времени
doctor-clock-wrong = Часы: расходятся с Telegram на { $seconds } с, напоминания придут не вовремя. Включите синхронизацию времени
doctor-clock-unknown = Часы: Telegram не назвал времени, сверить не с чем
doctor-polling = Приём: бот сам спрашивает Telegram; ждут обработки: { $waiting }
doctor-webhook = Приём: по веб-хуку из настроек; ждут обработки: { $waiting }
doctor-webhook-differs = Приём: в Telegram другой веб-хук ({ $host }). Его поставит запуск бота: { $run }
doctor-webhook-foreign = Приём: в Telegram задан веб-хук ({ $host }), а в настройках его нет. Его снимет запуск бота: { $run }; проверьте, не работает ли другая копия
doctor-webhook-fails = Приём: Telegram не может достучаться («{ $reason }»); ждут обработки: { $waiting }. Проверьте адрес, сертификат и передачу запросов боту
doctor-fonts = Картинки: русские буквы есть
doctor-fonts-lack = Картинки: в шрифте нет букв { $letters }. Переустановите зависимости
doctor-office = Старые файлы Word: читаются ({ $program })
doctor-office-none = Старые файлы Word: не читаются, нет { $program }; бот попросит сохранить как DOCX

run-port-taken = Адрес { $host }:{ $port } занят или закрыт для бота. Остановите программу, которая его держит, или укажите другой порт в { $variable }.
