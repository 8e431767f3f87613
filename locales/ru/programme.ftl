# Антирисковая программа школы.
button-programme = Программа (DOCX)
programme = { $n ->
    [one] Антирисковая программа: { $n } фактор высокого или среднего риска.
    [few] Антирисковая программа: { $n } фактора высокого или среднего риска.
   *[many] Антирисковая программа: { $n } факторов высокого или среднего риска.
 } { $gaps ->
    [0] На каждый есть мероприятия.
   *[other] Без мероприятий { $gaps }: добавьте их, и программа соберётся заново.
 }
programme-title = Антирисковая программа школы
programme-level = { $level }, { $detail }
programme-official = По РПШ ФИОКО: { $level }.
programme-agreed = Команда школы согласовала: { $level }.
programme-number = №
programme-activity = Мероприятие
programme-deadline = Срок
programme-measure = Показатель
programme-plan = План
programme-own = школы
programme-district = района
error-programme-no-profile = Программа собирается из рискового профиля, а его пока нет. Он появится после выпуска результатов самодиагностики.
error-programme-no-risk = Факторов высокого и среднего риска в профиле нет, программа не нужна.
