# Совещания.
meetings = { $n ->
    [0] <b>Совещания.</b> Пока ни одного. Повестку предложу по просроченным и возвращённым строкам плана.
   *[other] <b>Совещания:</b> { $n }, последние сверху
 }
meeting-label = { $day }
meeting = <b>Совещание { $day }</b>
meeting-called = Повестка готова: в ней то, что просрочено или возвращено сейчас.
meeting-agenda = <b>Повестка</b>
meeting-no-agenda = Просроченного и возвращённого нет, повестка пустая.
meeting-question = { $index }. { $task }: просрочено { $late }, возвращено { $returned }
meeting-decided = <b>Решили</b>, всего: { $n }
meeting-decision = { $index }. { $words } · { $deadline } · { $who } ({ $standing })
meeting-not-yet = ещё не в плане
meeting-correction = в исправлении плана
meeting-plan = в плане
meeting-noted = Записано. Можно сразу написать следующее решение.
meeting-ask-day = Когда совещание? Напишите день, например: 15 декабря.
meeting-ask-decision = Что решили, к какому сроку и кто отвечает? Через точку с запятой или с новой строки, каждая часть до { $max } знаков, например: Провести сверку планов; до 15 декабря; РМК.
meeting-protocol = Черновик протокола. Впишите номер и присутствовавших.
meeting-file = Протокол совещания { $day }
error-meeting-decision = Нужны три части, каждая до { $max } знаков: что решили, срок, кто отвечает. Например: Провести сверку планов; до 15 декабря; РМК.
error-meeting-no-plan = В районе нет действующего плана, решению некуда попасть. Сначала запустите план.
button-meetings = Совещания
button-meeting = К совещанию
button-meeting-new = + Совещание
button-meeting-decision = + Решение
button-meeting-to-plan = Внести решения в план
button-meeting-protocol = Протокол (DOCX)
