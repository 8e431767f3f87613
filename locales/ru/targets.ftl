# Результаты и показатели: чего хочет план в числах и что уже есть.
button-results = Результаты
button-targets = Показатели
button-targets-schools = По школам
button-targets-rows = По мероприятиям
button-targets-back = К показателям
button-target-back = К показателю
results =
    <b>Результаты.</b> { $place }
    Что видно из принятых отчётов и записанных чисел.
results-no-plan =
    <b>Результаты.</b> { $place }
    Действующего плана пока нет, поэтому показателей тоже нет.
targets-all =
    <b>Показатели плана.</b> { $place }
    Считаются подтверждённые и принятые отчёты и записанные школами числа.
targets =
    <b>Показатели школы.</b> { $place }
    Считаются подтверждённые и принятые отчёты. Чего в отчётах нет, запишите сами: нажмите показатель.
targets-none =
    <b>Показатели.</b> { $place }
    В ожидаемых результатах плана нет чисел, которых нужно достичь.
targets-by-school =
    <b>Показатели по школам.</b> { $place }
    Школы идут по алфавиту.
targets-school-line = { $school }: выполнено { $met } из { $total }

target-heading = <b>{ $number }</b> { $words }
target-need = Надо: не менее { $amount }
target-need-most = Надо: не более { $amount }
target-need-up = Надо: чтобы стало больше, чем было
target-need-up-by = Надо: больше, чем было, на { $number }
target-need-down = Надо: чтобы стало меньше, чем было
target-need-down-by = Надо: меньше, чем было, на { $number }
target-counts = Выполнено: { $met } из { $total }. Не хватает: { $short }. Нет данных: { $unknown }.
target-together = Все школы вместе: { $standing }
target-so-far = Сейчас: { $standing }
target-line = { $school }: { $standing }
target-met = { $value }, выполнено
target-short = { $value }, не хватает { $lacking }
target-over = { $value }, больше на { $lacking }
target-change-met = изменение { $change }, выполнено
target-change-short = изменение { $change }, пока не выполнено
target-no-data = нет данных
target-no-base = не записано, сколько всего { $whom }
target-no-start = не записано, как было вначале
target-was = Было { $was }, стало { $now }.
target-base = Всего { $whom }: { $base }.
target-kept = Записано.

button-target-people-value = Записать, сколько
button-target-share-base = Записать, сколько всего
button-target-share-value = Записать, сколько из них
button-target-things-value = Записать, сколько
button-target-percent-value = Записать процент
button-target-change-base = Записать, как было
button-target-change-value = Записать, как стало
target-ask-people-value = Сколько { $whom }? Напишите число. Обычно оно берётся из отчёта; записанное здесь важнее.
target-ask-share-base = Сколько всего { $whom } в школе? Напишите число, оно спрашивается один раз.
target-ask-share-value = Сколько { $whom } из всех? Напишите число людей, не процент. Обычно оно берётся из отчёта; записанное здесь важнее.
target-ask-things-value = Сколько { $whom } сделано? Напишите число.
target-ask-percent-value = Сколько процентов сейчас? Напишите число, например 85 или 47,5.
target-ask-change-base = Каким показатель был вначале? Напишите число, например 12 или 47,5. Оно спрашивается один раз.
target-ask-change-value = Каким показатель стал? Напишите число в тех же единицах, что и в начале.
error-figure = Нужно число не меньше нуля, например 12 или 47,5. Напишите только его.
error-base = Нужно целое число людей, больше нуля. Напишите только его.
