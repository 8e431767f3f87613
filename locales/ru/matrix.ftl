# Подтверждающие документы: строка плана × документ, и где его нет.
button-matrix = Подтверждения
button-matrix-sheet = Таблица для Excel
button-matrix-back = К подтверждениям
matrix =
    <b>Подтверждающие документы.</b> { $place }
    Полностью подтверждено строк: { $whole } из { $total }.
matrix-none =
    <b>Подтверждающие документы.</b> { $place }
    Ни одна строка плана не требует документа. Какой нужен, видно и меняется в карточке строки плана.
matrix-section = <b>{ $section }</b>
matrix-row = <b>{ $number }</b> { $title } ({ $paper })
matrix-count = есть у { $there } из { $total }
matrix-there = есть
matrix-missing = нет
matrix-some = есть { $there } из { $asked }
matrix-lacking = Где не хватает:
matrix-lack = { $name }: { $cell }
matrix-sheet = Подтверждающие документы таблицей: строки плана и кто уже приложил. { $place }
matrix-paper-title = Подтверждающие документы. { $place }
matrix-paper-sheet = Подтверждения
matrix-paper-kind = Документ
matrix-paper-count = Есть
matrix-paper-of = { $there } из { $total }
matrix-paper-there = есть
matrix-paper-missing = нет
