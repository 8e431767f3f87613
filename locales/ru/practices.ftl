# Банк практик.
practices = { $n ->
    [0] <b>Банк практик.</b> Пока пуст. Практики попадают сюда из принятых отчётов, когда их автор согласен.
   *[other] <b>Банк практик:</b> { $n }, новые сверху
 }
practices-of-factor = <b>{ $factor }.</b> Практик: { $n }
practices-found = { $n ->
    [one] <b>«{ $words }»</b>: нашлась { $n } практика. Можно искать дальше: просто напишите другое.
    [few] <b>«{ $words }»</b>: нашлись { $n } практики. Можно искать дальше: просто напишите другое.
   *[many] <b>«{ $words }»</b>: нашлось { $n } практик. Можно искать дальше: просто напишите другое.
 }
practices-not-found = По словам «{ $words }» ничего не нашлось. Напишите одно слово из названия или сути дела.
practice-line =
    <b>{ $title }</b>
    { $place }. Что дало: { $effect }
practice-factors = <b>По какому фактору риска?</b>
practice-factor-label = Фактор { $number } ({ $n })
practice-factor-line = { $number }. { $factor }
practice-ask-words = Что найти? Напишите слова в любой форме, например: наставничество или мотивация пятиклассников.
practice-ask-factor = <b>В банк практик:</b> { $task }. С каким фактором риска это помогло? Нажмите его номер.
practice-ask-effect = Что это дало? Напишите одним-двумя предложениями, до { $max } знаков: что изменилось и по чему это видно. Без имён учеников.
practice-title = <b>{ $title }</b>
practice-where = Где: { $place }, { $district }
practice-factor = Фактор: { $factor }
practice-did = Что сделали: { $words }
practice-effect = Что это дало: { $words }
practice-files = { $n ->
    [one] Приложен { $n } документ.
    [few] Приложены { $n } документа.
   *[many] Приложено { $n } документов.
 }
practice-files-of = Документы к практике «{ $title }».
practice-consent = Прочитать это смогут все зарегистрированные в боте, учителя тоже. Ваше имя не показывается, передумать можно в любой момент. Согласны?
practice-offered = Спросил автора отчёта. Практику увидят все, как только он согласится.
practice-own = Это ваш отчёт, поэтому решаете вы.
practice-agreed = Спасибо! Практика в банке.
practice-declined = Хорошо, в банке этой практики нет.
practice-asked = Ваш отчёт «{ $title }» предлагают в банк практик: он может помочь другим школам. Посмотрите, что увидят другие, и решите, можно ли.
error-practice-words = Напишите хотя бы одно слово, всего до { $max } знаков.
button-practices = Банк практик
button-practice = К практике
button-practice-look = Посмотреть и решить
button-practice-search = Найти по словам
button-by-factor = По фактору
button-practice-offer = В банк практик
button-practice-agree-files = Согласен, с документами
button-practice-agree = Согласен, только текст
button-practice-decline = Не надо
button-practice-withdraw = Убрать из банка
