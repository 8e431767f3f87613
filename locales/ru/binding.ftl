# Кто такие ответственные.
binding = <b>Ответственные плана</b>: { $n }
binding-recognised = Узнал { $known } из { $n } по прошлым планам.
binding-left = { $left ->
    [one] Осталось связать { $left }. Предложение верно? Нажмите «Всё верно», а если нет, то его номер.
    [few] Осталось связать { $left }. Предложения верны? Нажмите «Всё верно», а где нет, то номер.
   *[many] Осталось связать { $left }. Предложения верны? Нажмите «Всё верно», а где нет, то номер.
 }
binding-launch = Все связаны, план можно запускать.
binding-all = Все связаны.
parties = { $n ->
    [0] <b>Ответственные района</b>. Пока ни один план их не назвал.
    [one] <b>Ответственные района</b>: { $n }. Вот кого я помню. Нажмите номер, чтобы изменить.
    [few] <b>Ответственные района</b>: { $n }. Вот кого я помню. Нажмите номер, чтобы изменить.
   *[many] <b>Ответственные района</b>: { $n }. Вот кого я помню. Нажмите номер, чтобы изменить.
 }
binding-line = { $n ->
    [0] { $number }. { $party } (ни в одной строке): { $binding }
    [one] { $number }. { $party } ({ $n } строка): { $binding }
    [few] { $number }. { $party } ({ $n } строки): { $binding }
   *[many] { $number }. { $party } ({ $n } строк): { $binding }
 }
binding-is = <b>{ $binding }</b>
binding-proposed = похоже, это { $guess }
binding-quoted = «{ $words }»
binding-by-name = организация с таким названием
binding-none = пока не ясно, кто это
binding-some = похоже, это часть школ, отметьте какие
binding-same = то же, что «{ $party }»
binding-every_school = каждая школа
binding-cluster = { $n ->
    [one] { $n } выбранная школа
    [few] { $n } выбранные школы
   *[many] { $n } выбранных школ
 }
binding-coordinator = координатор
binding-nobody = не отслеживается
button-binding = Связать ответственных ({ $n })
button-binding-see = Кто за что отвечает
button-binding-list = Ко всем ответственным
button-binding-accept = ✓ Всё верно, принять ({ $n })
button-parties = Ответственные

party-number = Ответственный { $n } из { $total }
party-text = <b>{ $party }</b>
party-names = Он же: { $names }
party-rows = { $n ->
    [one] Стоит в { $n } строке: { $numbers }
    [few] Стоит в { $n } строках, например: { $numbers }
   *[many] Стоит в { $n } строках, например: { $numbers }
 }
party-rows-only = { $n ->
    [0] Сейчас не стоит ни в одной строке
    [one] Стоит в { $n } строке
    [few] Стоит в { $n } строках
   *[many] Стоит в { $n } строках
 }
party-bound = Сейчас: { $binding }
party-ask = Кто это? Кому давать эти задачи?
party-guess = Похоже, это { $guess }. Верно?
party-some-which = Похоже, это часть школ. Отметьте какие: «Часть школ…».
party-proposal = ✓ { $binding }
button-party-every = Каждая школа
button-party-some = Часть школ…
button-party-school = Одна школа…
button-party-body = Организация…
button-party-coordinator = Координатор
button-party-nobody = Не отслеживать
button-party-same = То же, что…
button-party-part = Разделить названия
button-party-new-school = + Добавить такую школу
button-party-new-body = + Новая: с этим названием
button-party-back = К ответственному
button-party-done = Готово: { $n }
party-toggle-on = ✓ { $school }
party-toggle-off = { $school }
party-choose-school = { $n ->
    [0] <b>{ $party }</b>. Школ пока нет: добавьте их списком.
    [one] <b>{ $party }</b>. Какая это школа?
    [few] <b>{ $party }</b>. Какая это школа?
   *[many] <b>{ $party }</b>. Какая это школа?
 }
party-choose-some = { $n ->
    [0] <b>{ $party }</b>. Школ пока нет: добавьте их списком.
    [one] <b>{ $party }</b>. Какие это школы? Нажмите каждую; ✓ значит «выбрана».
    [few] <b>{ $party }</b>. Какие это школы? Нажмите каждую; ✓ значит «выбрана».
   *[many] <b>{ $party }</b>. Какие это школы? Нажмите каждую; ✓ значит «выбрана».
 }
party-choose-body = { $n ->
    [0] <b>{ $party }</b>. Организаций пока нет: создайте с этим названием.
    [one] <b>{ $party }</b>. Какая это организация?
    [few] <b>{ $party }</b>. Какая это организация?
   *[many] <b>{ $party }</b>. Какая это организация?
 }
party-choose-other = { $n ->
    [one] <b>{ $party }</b>. С кем это одно и то же?
    [few] <b>{ $party }</b>. С кем это одно и то же?
   *[many] <b>{ $party }</b>. С кем это одно и то же?
 }

party-live = Новый ответ действует для следующих планов. Чтобы и задачи идущих перешли к другим, нажмите в общем списке «Передать задачи».
button-handover = Передать задачи
button-handover-yes = Да, передать
handover = <b>Передать задачи идущих планов</b>
handover-none = Передавать нечего: задачи идущих планов уже у тех, кто назван ответственным.
handover-added = { $n ->
    [one] • новая задача: { $n }
    [few] • новые задачи: { $n }
   *[many] • новых задач: { $n }
 }
handover-withdrawn = { $n ->
    [one] • снимется { $n } незавершённая задача прежних ответственных
    [few] • снимутся { $n } незавершённые задачи прежних ответственных
   *[many] • снимутся { $n } незавершённых задач прежних ответственных
 }
handover-sure = Отчёты и сделанное останутся на месте. Передать?
handover-done = <b>Задачи переданы</b>
handover-told = { $n ->
    [one] Об этом узнает { $n } человек.
    [few] Об этом узнают { $n } человека.
   *[many] Об этом узнают { $n } человек.
 }
