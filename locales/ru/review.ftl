# Что требует взгляда, утверждение.
review-number = <b>Что требует взгляда</b>: { $n } из { $total }
review-whole-plan = Это о плане целиком. Посмотрите его строки, нет ли там ошибки.
review-more = { $n ->
    [one] и ещё { $n } замечание
    [few] и ещё { $n } замечания
   *[many] и ещё { $n } замечаний
 }
review-fixed = Исправлено.
review-choose-year = Какой это год? Выберите, и сроки без года будут прочитаны по нему. Выбрать другой можно и потом.
error-plan-has-year = Год этого плана назван в документе. Если он неверен, исправьте документ и загрузите его снова.
plan-year-chosen = { $n ->
    [0] Год плана поставлен.
    [one] Год плана поставлен, по нему прочитан { $n } срок.
    [few] Год плана поставлен, по нему прочитаны { $n } срока.
   *[many] Год плана поставлен, по нему прочитано { $n } сроков.
 }
button-plan-year-school = { $first }/{ $last } уч. год
button-plan-year = { $year } год
doubt-error = <b>Ошибка.</b> { $words }
doubt-warning = <b>Проверьте.</b> { $words }
doubt-note = <b>Примечание.</b> { $words }
doubt-about = Вот что: { $words }
doubt-kept = <i>Оставлено как есть.</i>
doubt-changed = <i>Исправлено.</i>
button-doubt-ok = Всё верно
button-doubts-next = К следующему замечанию
button-doubt-fix = Исправить: { $words }
button-edit-field = Изменить: { $field }
button-review-back = К замечаниям строки
button-notes-ok = Примечания верны, все ({ $n })
button-approve-keeping = Оставить всё и утвердить
approve-with-doubts = { $n ->
    [one] Осталось { $n } сомнение без ответа. Пройдите его или оставьте как прочитано.
    [few] Осталось { $n } сомнения без ответа. Пройдите их или оставьте как прочитано.
   *[many] Осталось { $n } сомнений без ответа. Пройдите их или оставьте как прочитано.
 }

doubt-other = { $message }
