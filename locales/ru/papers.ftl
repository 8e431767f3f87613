# Документы: что пишется о плане по его фактам.
button-papers = Документы
papers =
    <b>Документы. { $place }</b>
    { $title }

    Выберите документ: бот составит его по отчётам и пришлёт файлом.
papers-none = Документы появятся, когда план будет запущен: пока писать не о чем.
papers-choose = <b>Документы</b>
    О каком плане?
papers-subject = • { $title }
button-papers-others = Другие планы
button-papers-back = ← К документам
button-paper-pdf = То же в PDF
paper-made = { $paper }: { $place }. Файл придёт через несколько секунд.

paper-kind-plan = План с отметками
paper-kind-district = Отчёт района
paper-kind-school = Отчёт школы
paper-kind-protocol = Протокол совета
paper-kind-checklist = Чек-лист
paper-kind-attendance = Лист регистрации
paper-kind-letter = Письмо школам
paper-kind-consultations = График консультаций
paper-kind-programme = Антирисковая программа

paper-made-period = { $paper }: { $place }, { $days }. Файл придёт через несколько секунд.
paper-choose-period = { $paper }: { $place }.
    За какой период?
paper-period-first-half = Первое полугодие
paper-period-second-half = Второе полугодие
paper-period-school-year = Учебный год
paper-period-plan = Весь план
paper-period-this-month = Этот месяц
paper-period-next-month = Следующий месяц
paper-period-dates = Другие даты
paper-type-dates = Напишите период словами или датами, например «01.09.2026 – 31.12.2026» или «октябрь 2026».
error-paper-dates = Не понял период. Напишите первый и последний день, например «01.09.2026 – 31.12.2026».
attendance-choose = Для какого мероприятия лист регистрации?
attendance-none = Без мероприятия
papers-by-month = По месяцам срока
papers-no-month = Без даты

button-package = Пакет подтверждений
package = Подтверждения по строкам плана одним архивом, с оглавлением: { $place }. Файл придёт через несколько секунд.
package-parts = Подтверждения по строкам плана: { $place }. Telegram принимает файлы до 50 МБ, поэтому придёт несколько архивов по разделам: { $parts }. В каждом своё оглавление.
package-none = { $place }: подтверждающих файлов пока нет. Они появятся, когда к отчётам приложат документы или фото.
package-file = Пакет подтверждений
package-file-part = Пакет подтверждений, часть { $part } из { $parts },

button-tables = Таблицы и календарь
button-data-xlsx = XLSX: план и поручения
button-data-csv = CSV: поручения
button-data-json = JSON для программ
button-calendar-school = Календарь школы
button-calendar-own = Мой календарь
tables = <b>Таблицы и календарь. { $place }</b>
    Всё, что сделано по плану, для других программ.
data-xlsx = { $place }: план с отметками о выполнении и список поручений, каждый на своём листе файла XLSX.
data-csv = { $place }: поручения с состоянием, кто и когда отчитался. Файл CSV откроется как таблица, разделитель «;».
data-json = { $place }: план, поручения и отчёты для других программ.
data-file = Поручения
