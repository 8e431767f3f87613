# «Проверить план».
button-checkup = Проверить план
button-checkup-list = Список замечаний ({ $n })
button-checkup-again = Проверить другой файл
checkup-ask =
    <b>Проверить план</b>
    Пришлите дорожную карту файлом: DOCX, XLSX, ODS, PDF с текстом, HTML, CSV или TXT. Я прочитаю её по строкам и покажу, что в ней не так: номера, сроки, ответственных, результаты, опечатки.
    
    Файл только проверяется: он никуда не загружается и не сохраняется.
checkup-summary =
    <b>Проверка плана</b>
    { $title }
    { $rows ->
        [one] Прочитана { $rows } строка.
        [few] Прочитано { $rows } строки.
       *[many] Прочитано { $rows } строк.
    }
checkup-count-error = Ошибок: { $n }
checkup-count-warning = Замечаний: { $n }
checkup-count-note = Пометок: { $n }
checkup-about-number = Номера: { $n }
checkup-about-title = Названия: { $n }
checkup-about-deadline = Сроки: { $n }
checkup-about-responsible = Ответственные: { $n }
checkup-about-result = Результаты: { $n }
checkup-about-words = Слова и знаки: { $n }
checkup-about-rows = Строки и разделы: { $n }
checkup-copy = Следом придёт таблица: те же строки, сомнительные ячейки раскрашены, рядом написано, что проверить. Сам план не загружен и не сохранён.
checkup-clean =
    <b>Замечаний нет</b> 🌿
    { $title }
    { $rows ->
        [one] Прочитана { $rows } строка:
        [few] Прочитано { $rows } строки:
       *[many] Прочитано { $rows } строк:
    } у каждой есть номер, срок, ответственный и результат, и они не спорят друг с другом. Хорошая работа!
checkup-list = { $n ->
    [one] <b>{ $n } замечание</b>
    [few] <b>{ $n } замечания</b>
   *[many] <b>{ $n } замечаний</b>
 }
checkup-rest = { $n ->
    [one] Ещё { $n }, менее важное, есть в таблице.
    [few] Ещё { $n }, менее важные, есть в таблице.
   *[many] Ещё { $n }, менее важных, есть в таблице.
 }
checkup-remark = <b>{ $where }</b> · { $severity }. { $words }
checkup-fix = Можно так: { $words }
checkup-whole-plan = План в целом
checkup-row-number = № { $number }
checkup-row = Строка { $n } «{ $title }»
checkup-severity-error = Ошибка
checkup-severity-warning = Замечание
checkup-severity-note = Пометка
checkup-other = Проверьте это место.
error-checkup-closed = Эта проверка уже закрыта. Нажмите «Проверить план» в меню и пришлите файл ещё раз.

checkup-file-name = Проверка { $name }
checkup-paper-legend = Красным выделены ошибки, жёлтым замечания, голубым пометки. Что сделать, сказано в последнем столбце.
checkup-paper-remark = { $severity }. { $words }
checkup-paper-remarks = Что проверить
checkup-paper-sheet = Замечания
checkup-paper-where = Где
checkup-paper-severity = Важность
checkup-paper-words = Что проверить
checkup-paper-about = В документе
checkup-paper-fix = Как исправить
