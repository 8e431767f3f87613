# Методическая работа: один вход.
method-work = <b>Методическая работа</b>
method-practices = • Банк практик: что помогло другим школам.
button-method-work = Методическая работа
button-method-work-of = Методработа: { $place }
method-consultations = • Консультации: расписание и запись.
method-partners = • Школы-партнёры: кто кому помогает и до какого дня.
method-meetings = • Совещания: повестка, решения, протокол.
