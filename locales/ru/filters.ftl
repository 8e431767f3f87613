# Задачи плана с отбором.
filter = <b>Задачи плана.</b> { $title }
filter-found = { $n ->
    [0] По такому отбору задач нет: снимите одно из условий.
    [one] Нашлась { $n } задача
    [few] Нашлись { $n } задачи
   *[many] Нашлось { $n } задач
 }
filter-by-this = { $facet }: { $value }
filter-chosen = { $name }: выбрано
filter-choice = { $name } ({ $n })
filter-choice-line = • { $name }: { $n }
filter-month = { $month } { $year }
filter-overdue = просрочено
filter-by-section = <b>Какой раздел показать?</b>
filter-by-month = <b>В каком месяце срок?</b>
filter-by-school = <b>Задачи какой школы показать?</b>
filter-by-party = <b>Кого называет план в этой строке?</b>
filter-by-condition = <b>Как идут дела?</b>
filter-by-nothing = Здесь выбирать не из чего: под такой отбор не подходит ни одна задача.
button-filter = Задачи с отбором
button-filter-section = Раздел
button-filter-month = Месяц
button-filter-school = Школа
button-filter-party = Ответственный
button-filter-condition = Состояние
button-filter-any = Всё равно
button-filter-all = Снять отбор
button-filter-back = К задачам
button-filtered = Назад к отбору
