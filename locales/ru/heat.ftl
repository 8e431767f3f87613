# Карта района.
button-heat = Карта факторов района
heat-title = <b>Факторы риска по школам. { $district }</b>
heat-lead = Школы по алфавиту: это не рейтинг. Уровни — из последних выпущенных волн.
heat-none = Выпущенных результатов пока нет. Карта появится после первого выпуска.
heat-school = <b>{ $school }</b>
heat-level = { $level } — { $factors }
heat-hidden = <b>{ $school }</b>: скрыто или нет ответов
heat-how = Числа — номера факторов. Нажмите номер, чтобы увидеть школы по одному фактору и что на него отвечает в плане.
heat-factor-title =
    <b>{ $district }</b>
    { $number }. { $factor }
heat-factor-level = <b>{ $level }</b>: { $schools }
button-heat-back = К карте района
button-heat-consult = Назначить консультацию
button-heat-plan = Что отвечает в плане
heat-chart = Факторы риска по школам. { $district }
heat-chart-note = Школы по алфавиту, это не рейтинг.
heat-letter-high = В
heat-letter-medium = С
heat-letter-low = Н
heat-answered = { $n ->
    [one] ответил { $n }
    [few] ответили { $n }
   *[many] ответили { $n }
 }
