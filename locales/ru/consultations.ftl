# Консультации по факторам риска.
consultations = { $n ->
    [0] <b>Консультации.</b> Пока ни одной впереди.
   *[other] <b>Консультации:</b> { $n } впереди, ближайшие сверху
 }
consultation-line =
    <b>{ $at }</b> · { $place }
    { $factor }
consultation-label = { $day }, { $clock } · фактор { $factor }
consultation-free = { $n ->
    [one] Свободно { $n } место из { $seats }
    [few] Свободно { $n } места из { $seats }
   *[many] Свободно { $n } мест из { $seats }
 }
consultation-full = Мест нет
consultation-yours = Вы записаны
consultation = <b>Консультация { $at }</b>
consultation-factor = Фактор: { $factor }
consultation-place = Где: { $place }
consultation-host = Проводит: { $name }
consultation-cancelled-state = Отменена
consultation-guests = <b>Записались</b>
consultation-guest = • { $name }, { $school }
consultation-guest-alone = • { $name }
consultation-booked = Готово, место за вами. Напомню накануне и в тот же день.
consultation-left = Запись снята, место снова свободно.
consultation-made = Консультация в расписании: школы района могут записываться.
consultation-cancel-sure = { $n ->
    [0] Отменить консультацию { $at }? На неё никто не записан.
    [one] Отменить консультацию { $at }? Записался { $n } человек, он сразу узнает.
    [few] Отменить консультацию { $at }? Записались { $n } человека, они сразу узнают.
   *[many] Отменить консультацию { $at }? Записались { $n } человек, они сразу узнают.
 }
consultation-cancelled = Консультация { $at } отменена. Тема: { $factor }. Выберите другое время в расписании.
consultation-ask-factor = <b>Новая консультация.</b> По какому фактору риска? Нажмите его номер.
consultation-ask-start = Когда? Напишите день и время, например: 15 декабря в 15:00.
consultation-ask-place = Где? Напишите кабинет и адрес или пришлите ссылку на встречу.
consultation-ask-seats = Сколько человек может записаться?
consultation-report = <b>Консультации, { $district }.</b> С { $since } проведено: { $n }. Участий: { $guests }. Школ, которые приходили: { $schools }.
consultation-report-factor = • { $factor }: проведено { $n }, участий { $guests }
consultation-report-paper = График файлом: «Документы» в меню, «График консультаций».
morning-consultation = Консультация { $at }: { $factor }. Где: { $place }
morning-consultation-held = { $n ->
    [0] Вы проводите консультацию { $at }: { $factor }. Где: { $place }. Пока никто не записан
   *[other] Вы проводите консультацию { $at }: { $factor }. Где: { $place }. Записались: { $n }
 }
error-consultation-clock = Нужны день и время. Напишите, например: 15 декабря в 15:00.
error-consultation-full = Последнее место только что заняли. Выберите другую консультацию.
error-consultation-busy = На этот час вы уже записаны. Снимите ту запись или выберите другое время.
button-consultations = Консультации
button-consultation-new = + Консультация
button-consultation-report = Отчёт
button-consultation-book = Записаться
button-consultation-leave = Снять запись
button-consultation-cancel = Отменить консультацию
button-consultation-cancel-yes = Да, отменить
button-consultation-keep = Нет, вернуться
button-consultation-look = К консультации
