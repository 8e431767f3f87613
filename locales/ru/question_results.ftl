# Результаты по вопросам выпущенной волны.
by-question-ready = Выпущены результаты анкеты «{ $title }». Можно посмотреть ответы по вопросам.
button-by-question-see = Посмотреть ответы
by-question-waves = { $n ->
    [0] <b>{ $school }</b>
        Результатов пока нет: они появятся, когда координатор выпустит первую волну.
   *[other] <b>{ $school }</b>
        Ответы по вопросам. Выберите анкету.
 }
button-by-question-wave = { $title } { $day }
button-by-question-waves = К списку анкет
button-by-question-wave-back = К волне
button-by-question-list = К списку вопросов
button-by-question-before = ← Вопрос
button-by-question-next = Вопрос →
button-by-question-file = Таблица (XLSX)
button-by-question = Ответы по вопросам

by-question-title = <b>{ $title }</b>
by-question-dates = Ответы с { $first } по { $last }.
by-question-answered = { $n ->
    [one] Ответил { $n } человек.
    [few] Ответили { $n } человека.
   *[many] Ответили { $n } человек.
 }
by-question-school = { $school }
by-question-beside = Ответов в школе мало, поэтому они показаны вместе со школами: { $schools }.
by-question-district = Ответы показаны общие, для всех школ района.
by-question-schools = { $n ->
    [one] Показана { $n } школа.
    [few] Показаны вместе { $n } школы.
   *[many] Показаны вместе { $n } школ.
 }
by-question-schools-hidden = { $n ->
    [one] Ещё { $n } школа скрыта: ответов слишком мало. В этих числах её нет.
    [few] Ещё { $n } школы скрыты: ответов слишком мало. В этих числах их нет.
   *[many] Ещё { $n } школ скрыты: ответов слишком мало. В этих числах их нет.
 }
by-question-few-people = Ответов меньше { $few }, поэтому вместо процентов сказано, в какой трети лежит доля.
by-question-item = <b>{ $number }.</b> { $question }
by-question-question = <b>{ $number }. { $question }</b>
by-question-line = • { $options }: { $share }
by-question-word = • { $words }
by-question-share = { $people } из { $of }, { $percent }
by-question-people = { $exact ->
    [yes] { $low }
   *[no] { $low }–{ $high }
 }
by-question-percent = { $exact ->
    [yes] { $low } %
   *[no] { $low }–{ $high } %
 }
by-question-third-low = меньше трети
by-question-third-middle = от трети до двух третей
by-question-third-high = больше двух третей
by-question-risk = ответы, которые говорят о риске
by-question-others = остальные ответы
by-question-evenly = → ни один ответ не выделяется
by-question-option = «{ $option }»
by-question-worse = → { $options }: { $share }
by-question-often = → чаще всего { $options }: { $share }
by-question-own-words = { $n ->
    [one] → { $n } ответ своими словами
    [few] → { $n } ответа своими словами
   *[many] → { $n } ответов своими словами
 }
by-question-no-answer = Без ответа
by-question-few-sheets = Без ответа, или ответили меньше { $few } человек: такие числа не показываются

by-question-branch = → скрыто: вопрос видели не все, его число выдало бы прежний ответ
by-question-small = { $missing ->
    [one] → скрыто: для этого вопроса не хватает ещё { $missing } ответившего
    [few] → скрыто: для этого вопроса не хватает ещё { $missing } ответивших
   *[many] → скрыто: для этого вопроса не хватает ещё { $missing } ответивших
 }
by-question-few = → скрыто: на этот вопрос ответили слишком мало, а сколько, не показывается
by-question-bare = → скрыто: отдельные числа не показываются
by-question-coded = Числа показаны шагами, поэтому доля лежит между двумя границами: так никого нельзя узнать.
by-question-left-out = { $n ->
    [one] Без { $n } человека из школ, где ответили меньше { $few }: там такие вопросы скрыты.
    [few] Без { $n } человек из школ, где ответили меньше { $few }: там такие вопросы скрыты.
   *[many] Без { $n } человек из школ, где ответили меньше { $few }: там такие вопросы скрыты.
 }
by-question-hidden =
    { $school }: результаты скрыты. { $n ->
        [0] Никто не ответил
        [one] Ответил { $n } человек
        [few] Ответили { $n } человека
       *[many] Ответили { $n } человек
    }, не хватает { $missing ->
        [one] ещё { $missing } ответа
        [few] ещё { $missing } ответов
       *[many] ещё { $missing } ответов
    }. Показывается то, на что ответили не меньше { $group } человек, чтобы никого нельзя было узнать.
by-question-hidden-together =
    { $school }: результаты скрыты. В школе { $n ->
        [0] никто не ответил
        [one] ответил { $n } человек
        [few] ответили { $n } человека
       *[many] ответили { $n } человек
    }, и вместе со школами, с которыми она показывается, не хватает { $missing ->
        [one] ещё { $missing } ответа
        [few] ещё { $missing } ответов
       *[many] ещё { $missing } ответов
    }. Показывается то, на что ответили не меньше { $group } человек, чтобы никого нельзя было узнать.
by-question-not-stated = { $school }: школа не прислала ответов.
by-question-nobody = Показать нечего: ни в одной школе не набралось { $group } ответов. В следующей волне пригласите больше учителей или покажите маленькие школы вместе.
error-results-not-released = Результаты этой анкеты ещё не выпущены. Они появятся, когда координатор закроет волну и выпустит их.

by-question-certain = выбрали точно
by-question-possible = может быть, ещё столько
by-question-summary = { $title }. { $place }, { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
 }
by-question-file = Таблица с теми же числами, что на экране.
by-question-file-name = { $title }, { $day }
by-question-sheet = Ответы
by-question-column-number = №
by-question-column-question = Вопрос
by-question-column-answer = Ответ
by-question-column-low = Человек, не меньше
by-question-column-high = Человек, не больше
by-question-column-of = Из скольких

button-by-question-change = Сравнить с волной { $day }
by-question-change-title = { $title }: что изменилось
by-question-side-before = Было: { $stage } волна с { $first } по { $last }, ответов { $n }.
by-question-side-now = Стало: { $stage } волна с { $first } по { $last }, ответов { $n }.
by-question-changed = → { $options }: было { $before }, стало { $now }; <b>{ $verdict }</b>
by-question-points = , { $change } п. п. (от { $low } до { $high })
by-question-change-better = стало лучше
by-question-change-worse = стало хуже
by-question-change-alike = в пределах погрешности
by-question-left-new = { $n ->
    [one] Не сравнить { $n } вопрос: в прежней волне его не было или он был другим.
    [few] Не сравнить { $n } вопроса: в прежней волне их не было или они были другими.
   *[many] Не сравнить { $n } вопросов: в прежней волне их не было или они были другими.
 }
by-question-left-hidden = { $n ->
    [one] Не сравнить { $n } вопрос: в одной из волн он скрыт. Почему, сказано в ответах по вопросам.
    [few] Не сравнить { $n } вопроса: в одной из волн они скрыты. Почему, сказано в ответах по вопросам.
   *[many] Не сравнить { $n } вопросов: в одной из волн они скрыты. Почему, сказано в ответах по вопросам.
 }
by-question-left-own-words = { $n ->
    [one] Не сравнить { $n } вопрос: на него отвечают своими словами.
    [few] Не сравнить { $n } вопроса: на них отвечают своими словами.
   *[many] Не сравнить { $n } вопросов: на них отвечают своими словами.
 }
by-question-option-more = → чаще { $option }: было { $before }, стало { $now }; разница от { $low } до { $high } п. п.
by-question-option-less = → реже { $option }: было { $before }, стало { $now }; разница от { $low } до { $high } п. п.
by-question-options-alike = { $n ->
    [one] → { $n } вариант ответа: разница в пределах погрешности
    [few] → { $n } варианта ответа: все разницы в пределах погрешности
   *[many] → { $n } вариантов ответа: все разницы в пределах погрешности
 }
by-question-by-chance = У вопросов без худших ответов сравнивается каждый вариант. Из двадцати вариантов один может выйти за погрешность и случайно.
by-question-incomparable = Сравнить нечего: в двух волнах нет одинаковых вопросов, показанных для одних и тех же школ.
by-question-margin = Сравниваются доли худших ответов на одинаковые вопросы в одних и тех же школах. «В пределах погрешности»: разница могла выйти случайно (надёжность 95 %).
by-question-less = худших меньше
by-question-more = худших больше
error-results-one-wave = Сравнить пока не с чем: прежней волны этой анкеты с выпущенными результатами нет.
