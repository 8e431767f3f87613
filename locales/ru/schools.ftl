# Школы района.
schools = { $n ->
    [0] Школ пока нет. Добавьте их списком.
    [one] <b>Школы</b>: { $n }
    [few] <b>Школы</b>: { $n }
   *[many] <b>Школы</b>: { $n }
 }
school-line = { $number }. { $name }
schools-ask = Пришлите список школ одним сообщением: каждая с новой строки, всего до { $max }. Номера и тире в начале строк я уберу сам.
schools-added = { $n ->
    [0] Новых школ нет.
    [one] Добавлена { $n } школа.
    [few] Добавлено { $n } школы.
   *[many] Добавлено { $n } школ.
 }
schools-known = Уже были в списке: { $n }
schools-tasks = { $n ->
    [one] По плану им назначена { $n } задача.
    [few] По плану им назначено { $n } задачи.
   *[many] По плану им назначено { $n } задач.
 }
schools-next-binding = { $n ->
    [one] Дальше: свяжите { $n } ответственного из плана со школой или организацией.
    [few] Дальше: свяжите { $n } ответственных из плана со школами и организациями.
   *[many] Дальше: свяжите { $n } ответственных из плана со школами и организациями.
 }
button-schools-add = Добавить списком
error-schools-none = Не нашёл ни одного названия. Напишите каждую школу с новой строки.
error-schools-many = Слишком много школ: в районе может быть до { $max }. Проверьте список и пришлите его ещё раз.
error-school-long = В строке { $line } больше { $max } знаков. Похоже, несколько школ стоят в одной строке: разделите их и пришлите список ещё раз.
school-zone =
    <b>{ $name }</b>
    Время, как в районе: { $zone }.
    
    Если школа живёт по другому времени, выберите его: по нему считаются её сроки и приходят её напоминания.
school-zone-own =
    <b>{ $name }</b>
    Своё время: { $zone }. По нему считаются сроки школы и приходят её напоминания.
button-school-zone = Время школы
button-school-zone-district = Как в районе
button-school-staff = К людям школы

# Карточка школы.
school-card = <b>{ $name }</b>
school-card-people = <b>Люди</b>
school-card-person = • { $role }: { $name }
school-card-teachers = • учителей в боте: { $n }
school-card-no-tasks = Задач у школы пока нет.
school-card-done = <b>Сделано { $done } из { $total }</b> ({ $percent } %)
school-card-count = • { $status }: { $n }
school-card-overdue = <b>Просрочено</b>
school-card-latest = <b>Последние отчёты</b>
school-card-more = и ещё { $n }
school-card-plan = Свой план: { $title }
button-school = Карточка школы
button-school-of = Карточка: { $place }
button-school-plan = План школы
