# Кто такие ответственные.
binding = { $left ->
    [0] <b>Ответственные</b>: { $n }. Все связаны, план можно запускать.
    [one] <b>Ответственные</b>: { $n }. Осталось связать { $left }. Нажмите номер, чтобы изменить, или примите предложения.
    [few] <b>Ответственные</b>: { $n }. Осталось связать { $left }. Нажмите номер, чтобы изменить, или примите предложения.
   *[many] <b>Ответственные</b>: { $n }. Осталось связать { $left }. Нажмите номер, чтобы изменить, или примите предложения.
 }
binding-line = { $n ->
    [one] { $number }. { $party } ({ $n } строка): { $binding }
    [few] { $number }. { $party } ({ $n } строки): { $binding }
   *[many] { $number }. { $party } ({ $n } строк): { $binding }
 }
binding-is = <b>{ $binding }</b>
binding-proposed = предлагаю «{ $binding }»
binding-none = пока не ясно, кто это
binding-every_school = каждая школа
binding-coordinator = координатор
binding-nobody = не отслеживается
button-binding = Связать ответственных ({ $n })
button-binding-see = Кто за что отвечает
button-binding-list = Ко всем ответственным
button-binding-accept = Принять предложенное ({ $n })

party-number = Ответственный { $n } из { $total }
party-text = <b>{ $party }</b>
party-rows = { $n ->
    [one] Стоит в { $n } строке: { $numbers }
    [few] Стоит в { $n } строках, например: { $numbers }
   *[many] Стоит в { $n } строках, например: { $numbers }
 }
party-rows-only = { $n ->
    [one] Стоит в { $n } строке
    [few] Стоит в { $n } строках
   *[many] Стоит в { $n } строках
 }
party-bound = Сейчас: { $binding }
party-ask = Кому давать эти задачи?
party-proposal = ✓ { $binding }
button-party-every = Каждая школа
button-party-school = Одна школа…
button-party-body = Организация…
button-party-coordinator = Координатор
button-party-nobody = Не отслеживать
button-party-new-school = + Добавить такую школу
button-party-new-body = + Новая: с этим названием
button-party-back = К ответственному
party-choose-school = { $n ->
    [0] <b>{ $party }</b>. Школ пока нет: добавьте их списком.
    [one] <b>{ $party }</b>. Какая это школа?
    [few] <b>{ $party }</b>. Какая это школа?
   *[many] <b>{ $party }</b>. Какая это школа?
 }
party-choose-body = { $n ->
    [0] <b>{ $party }</b>. Организаций пока нет: создайте с этим названием.
    [one] <b>{ $party }</b>. Какая это организация?
    [few] <b>{ $party }</b>. Какая это организация?
   *[many] <b>{ $party }</b>. Какая это организация?
 }
