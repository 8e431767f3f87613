# Школы-партнёры.
partners = { $n ->
    [0] <b>Школы-партнёры.</b> Пар пока нет.
   *[other] <b>Школы-партнёры</b>, пар: { $n }
 }
partner-line =
    <b>{ $host }</b> помогает школе <b>{ $school }</b>
    Договор до { $ends }
partner = <b>{ $host }</b> помогает школе <b>{ $school }</b>
partner-contract = Договор до { $ends }
partner-events = <b>Что делают вместе</b>
partner-no-events = Совместных дел пока не записано.
partner-event-line = • { $day }: { $title }
partner-made = Пара создана. За месяц, за неделю и в последний день договора напомню директорам и координатору.
partner-event-noted = Записано.
partner-prolonged = Договор продлён.
partner-choose-host = <b>Новая пара.</b> Какая школа помогает?
partner-choose-school = Какой школе она помогает?
partner-ask-until = До какого дня действует договор? Напишите, например: до 31 мая 2027.
partner-ask-event = Что делают вместе и когда? Напишите день и после двоеточия дело, до { $max } знаков, например: 15 декабря: открытый урок.
partner-part-sure = Убрать пару «{ $host }» и «{ $school }» из списка? Записи о совместных делах сохранятся: если создать эту пару снова, они вернутся.
morning-contract = Договор школ-партнёров заканчивается { $day }: { $host } и { $school }
error-partners-paired = Эти школы уже в паре: продлите её договор.
error-partners-event = Нужны день и дело. Напишите, например: 15 декабря: открытый урок.
button-partners = Школы-партнёры
button-partner = К паре
button-partner-new = + Пара школ
button-partner-event = + Совместное дело
button-partner-prolong = Продлить договор
button-partner-part = Убрать пару
button-partner-part-yes = Да, убрать
button-partner-keep = Нет, оставить
