# Оценка знаний: освоение по классам и предметам, полугодие к полугодию.
button-scores = Оценка знаний
button-scores-add = Записать данные
button-scores-subjects = Рядом с медианой района
button-scores-all = Все школы
button-scores-back = К оценке знаний
button-scores-see = Посмотреть
button-half-before = ← Полугодие раньше
button-half-after = Полугодие позже →
half-1 = первое полугодие { $first }/{ $second }
half-2 = второе полугодие { $first }/{ $second }
scores =
    <b>Оценка знаний.</b> { $school }, { $half }
    Проблемный предмет: класс освоил меньше { $percent } %.
scores-nothing = За это полугодие данных ещё нет.
scores-no-problems = Проблемных предметов нет.
scores-sum = Проблемных предметов: { $n }.
scores-sum-before = Проблемных предметов: { $n }, в прошлом полугодии было { $before }.
scores-line = { $form }, { $subject }: { $note }
scores-change = было { $before } %, стало { $now } %
scores-now = { $now } %, раньше не было
scores-was = было { $before } %, нового нет
scores-chart = Проблемные предметы. { $school }
scores-threshold = порог { $percent } %
scores-subjects =
    <b>Рядом с медианой района.</b> { $school }, { $half }
    Медиана видна, когда данные прислали хотя бы { $enough } школы. Мест и рейтингов здесь нет.
scores-subject = { $subject }: школа { $mean } %, медиана района { $median } %
scores-subject-alone = { $subject }: школа { $mean } %
scores-district =
    <b>Оценка знаний.</b> { $place }, { $half }
    Сколько предметов классы освоили меньше чем на { $percent } %. Школы идут по алфавиту.
scores-school = { $school }: { $n } из { $total }
scores-school-before = { $school }: { $n } из { $total }, было { $before }
scores-school-none = { $school }: нет данных
scores-ask =
    { $school }, { $half }. Напишите класс, предмет и процент освоения, сколько угодно подряд:
    
    <code>(7А Алг. 58), (9Б Физ. 57)</code>
    
    Или пришлите таблицу Excel: в каждой строке класс, предмет и процент, либо классы строками, а предметы столбцами. То, что уже записано по этим классам и предметам, заменится.
scores-kept = Записано: { $n } ({ $half }).
scores-unread = Не понял, остальное записал. Исправьте и пришлите только это:
scores-unread-piece = не понял: «{ $piece }»
scores-unread-more = и ещё { $n }
error-scores-none = Не нашёл ни одной тройки «класс, предмет, процент от 0 до 100». Напишите, например: (7А Алг. 58), (9Б Физ. 57)
error-scores-many = За один раз можно записать не больше { $max } оценок. Пришлите их частями.
error-scores-photo = По фото и по голосу данные не прочитать. Пришлите таблицу файлом или напишите: (7А Алг. 58), (9Б Физ. 57)
