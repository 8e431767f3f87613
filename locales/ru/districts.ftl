# Районы, места и приглашения.
districts = { $n ->
    [0] Районов пока нет. Создайте первый.
    [one] В боте { $n } район.
    [few] В боте { $n } района.
   *[many] В боте { $n } районов.
 }
button-district-new = Создать район
district =
    <b>{ $name }</b>
    Время: { $zone }
    Утреннее сообщение: в { $hour }
button-invite-coordinator = Пригласить координатора
district-ask-name = Как называется район? Напишите одной строкой, например: Берёзовский район.
district-ask-zone = <b>{ $name }</b>. По какому времени живёт район?
district-ask-hour =
    <b>{ $name }</b>, время: { $zone }.
    В котором часу присылать утреннее сообщение?

invitation =
    Ссылка-приглашение: <b>{ $role }</b>
    { $link }
    
    Перешлите её этому человеку. Она сработает один раз и действует 30 дней.
invitation-many =
    Ссылка-приглашение: <b>{ $role }</b>
    { $link }
    
    Перешлите её всем учителям школы: до 100 человек, 30 дней.

places = <b>Люди и ссылки.</b> Школ и организаций: { $n }. Откройте любую, чтобы увидеть людей и пригласить новых.
places-none = Школ пока нет. Сначала добавьте их списком.
staff = { $n ->
    [0] <b>{ $place }</b>. Пока никого. Пригласите людей по ссылке.
    [one] <b>{ $place }</b>. { $n } человек:
    [few] <b>{ $place }</b>. { $n } человека:
   *[many] <b>{ $place }</b>. { $n } человек:
 }
staff-person = • { $name }, { $role }
staff-person-away = • { $name }, { $role }, на паузе до { $day }
button-invite-head = + Директор
button-invite-deputy = + Заместитель
button-invite-teacher = + Учителя
button-invite-curator = + Куратор
button-invite-methodist = + Методист

zone-kaliningrad = Калининград (МСК−1)
zone-moscow = Москва (МСК)
zone-samara = Самара (МСК+1)
zone-yekaterinburg = Екатеринбург (МСК+2)
zone-omsk = Омск (МСК+3)
zone-krasnoyarsk = Красноярск (МСК+4)
zone-irkutsk = Иркутск (МСК+5)
zone-yakutsk = Якутск (МСК+6)
zone-vladivostok = Владивосток (МСК+7)
zone-magadan = Магадан (МСК+8)
zone-kamchatka = Камчатка (МСК+9)
