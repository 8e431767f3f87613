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
