# Рисковый профиль школы.
profile-ready = Результаты самодиагностики выпущены. Рисковый профиль вашей школы готов.
button-profile-see = Посмотреть профиль
button-profile-earlier = Волна с { $day }
button-profile-latest = К последнему профилю
button-profile-to-wave = К списку школ

profile-none =
    <b>{ $school }</b>
    Профиля пока нет: он появится, когда координатор выпустит результаты первой волны самодиагностики.
profile-title = <b>Рисковый профиль. { $school }</b>
profile-title-stage = <b>Рисковый профиль, { $stage } волна. { $school }</b>
profile-chart-title = Рисковый профиль, { $wave }. { $school }
profile-factor = { $number }. { $factor }: <b>{ $level }</b>, { $detail }
profile-share = { $percent } %, { $known } из { $total } показателей
profile-coverage = { $known } из { $total } показателей
level-high = высокий риск
level-medium = средний риск
level-low = низкий риск
level-insufficient = недостаточно данных
legend-high = высокий риск, от { $high } %
legend-medium = средний риск, от { $medium } %
legend-low = низкий риск, меньше { $medium } %
legend-insufficient = недостаточно данных
profile-rule = Процент показывает долю ответов, которые говорят о риске: от { $high } % риск высокий, от { $medium } % средний, меньше — низкий. Фактор оценён, если известно не меньше { $known } % его показателей. Версия правила: { $rule }. Чтобы увидеть, из чего сложился уровень, нажмите номер фактора.
profile-before-recounted = Прошлая волна выпущена по другой версии правила, её доли пересчитаны по правилам { $rule }.
profile-recounted = Правила с тех пор обновились. Пересчитано по правилам { $rule }: { $levels }, остальные уровни те же.
profile-recounted-same = Правила с тех пор обновились. Пересчитано по правилам { $rule }: все уровни те же.
profile-recounted-factor = № { $number } — { $level }
profile-label = <i>Внутренняя самодиагностика, не РПШ ФИОКО.</i>
profile-footnote = Внутренняя самодиагностика, не РПШ ФИОКО. Версия правила: { $rule }.
profile-hidden =
    Профиль скрыт: { $n ->
        [0] никто не ответил
        [one] ответил { $n } человек
        [few] ответили { $n } человека
       *[many] ответили { $n } человек
    }, не хватает { $missing ->
        [one] ещё { $missing } ответа
        [few] ещё { $missing } ответов
       *[many] ещё { $missing } ответов
    }. Результат показывается, когда ответили не меньше { $group } человек, чтобы никого нельзя было узнать.
profile-hidden-together =
    Профиль скрыт: в школе { $n ->
        [0] никто не ответил
        [one] ответил { $n } человек
        [few] ответили { $n } человека
       *[many] ответили { $n } человек
    }, и вместе со школами, с которыми она показывается, не хватает { $missing ->
        [one] ещё { $missing } ответа
        [few] ещё { $missing } ответов
       *[many] ещё { $missing } ответов
    }. Результат показывается, когда ответили не меньше { $group } человек, чтобы никого нельзя было узнать.
# Что можно сделать, чтобы в следующий раз результат был виден.
hidden-way-small =
    { $asked ->
        [0] Учителей школы в боте ещё нет.
        [one] В школе приглашён всего { $asked } учитель: одной ей { $group } ответов не набрать.
        [few] В школе приглашены всего { $asked } учителя: одной ей { $group } ответов не набрать.
       *[many] В школе приглашены всего { $asked } учителей: одной ей { $group } ответов не набрать.
    } Чтобы результат был виден, координатор может начать следующую волну с «Маленькие школы вместе».
hidden-way-schools = Учителей приглашено { $asked }, ответы нужны от { $group }. Напомните им перед следующей волной, что анкета добровольная и анонимная. Координатор может и показать маленькие школы вместе.
hidden-way-together = В следующей волне пригласите больше учителей. Координатор может показать и весь район одной группой.
hidden-way-district = В следующей волне пригласите больше учителей.
profile-hidden-own = Данные самой школы, ответы учеников и родителей войдут в профиль и без учителей.
results-hidden =
    Результаты анкеты «{ $title }» выпущены, но ответов вашей школы в них не видно: не хватает { $missing ->
        [one] ещё { $missing } ответа
        [few] ещё { $missing } ответов
       *[many] ещё { $missing } ответов
    } до { $group }.
button-results-hidden = Почему и что можно сделать
profile-beside = Ответов в школе мало, поэтому профиль общий, вместе со школами: { $schools }.
profile-of-district = Профиль общий для всех школ района.
profile-in-words = Ответов меньше десяти, поэтому вместо процентов показаны только уровни, а доли считаются с точностью до трети: так никого нельзя узнать.
profile-coded = Если так или иначе ответили не больше четырёх человек, точное число не показывается, и доля берётся приближённо: так никого нельзя узнать.
error-profile-wave-open = Волна ещё идёт, до { $day } включительно. Профиль появится, когда она закроется.
error-profile-not-released = Волна закрыта, но результаты ещё не выпущены. Профиль появится, когда координатор их выпустит.

factor-1 = Низкий уровень оснащения школы
factor-2 = Дефицит педагогических кадров
factor-3 = Недостаточная предметная и методическая компетентность педагогов
factor-4 = Трудности в работе с учениками с ОВЗ
factor-5 = Языковые и культурные барьеры
factor-6 = Низкая учебная мотивация
factor-7 = Пониженный уровень школьного благополучия
factor-8 = Низкий уровень дисциплины в классе
factor-9 = Высокая доля учеников с рисками учебной неуспешности
factor-10 = Низкий уровень вовлечённости родителей

# Кто, когда и сколько ответил.
profile-source-teachers = Учителя: { $stage } самодиагностика с { $first } по { $last }, { $n ->
    [one] ответил { $n } человек
    [few] ответили { $n } человека
   *[many] ответили { $n } человек
 }.
profile-source-administration = Данные школы: { $stage } волна с { $first } по { $last }.
profile-source-pupils = Ученики: { $stage } волна с { $first } по { $last }, { $n ->
    [one] собрана { $n } анкета
    [few] собраны { $n } анкеты
   *[many] собрано { $n } анкет
 }.
profile-source-parents = Родители: { $stage } волна с { $first } по { $last }, { $n ->
    [one] собрана { $n } анкета
    [few] собраны { $n } анкеты
   *[many] собрано { $n } анкет
 }.
audience-teachers = учителя
audience-administration = данные школы
audience-pupils = ученики
audience-parents = родители
profile-not-sent = В этой волне школа своих данных не прислала.
profile-share-before = { $percent } % (было { $before } %), { $known } из { $total } показателей
profile-official = по РПШ { $level }
profile-radar = Чем дальше точка от середины, тем выше риск. Фактор без точки не оценён.
legend-now = сейчас: { $wave }
legend-before = было: { $wave }
legend-before-recounted = было: { $wave }, пересчитано по правилам { $rule }
chart-wave = { $stage } волна { $dates }
chart-waves = волны { $dates }
chart-rings = Круги: 25, 50, 75 и 100 %.
chart-in-words = Длина показывает только уровень: долю малой группы узнать нельзя.
chart-level = { $level }, { $percent } %
chart-detail-before = было { $before } %, { $known } из { $total } показателей
chart-source-teachers = Учителя: { $wave }, { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
 }.
chart-source-administration = Данные школы: { $wave }.
chart-source-pupils = Ученики: { $wave }, { $n ->
    [one] { $n } анкета
    [few] { $n } анкеты
   *[many] { $n } анкет
 }.
chart-source-parents = Родители: { $wave }, { $n ->
    [one] { $n } анкета
    [few] { $n } анкеты
   *[many] { $n } анкет
 }.
profile-waves =
    <b>{ $school }</b>
    Выпущенные волны, последняя сверху. В профиле каждой волны стоит последнее, что к ней сказали учителя, ученики, родители и сама школа.
profile-wave = • { $stage } с { $day }
button-profile-why = № { $number }
button-profile-radar = Радар
button-profile-change = Что изменилось
button-profile-waves = Прошлые волны
button-profile-back = К профилю
button-official = РПШ ФИОКО

# Почему такой уровень.
percent = { $n } %
why-indicator = • { $indicator }: <b>{ $share }</b> ({ $told })
why-share = { $who } { $share }, { $n ->
    [one] { $n } ответ
    [few] { $n } ответа
   *[many] { $n } ответов
 }
why-share-school = { $who } { $share }
why-unknown = • { $indicator }: не известно. { $missing }
why-missing-teachers = Учителя: на эти вопросы ответили меньше пяти
why-missing-administration = Данные школы: этого школа не указала
why-missing-pupils = Ученики: этого в присланных анкетах нет
why-missing-parents = Родители: этого в присланных анкетах нет
why-unasked-teachers = Учителя: их ответов пока нет
why-unasked-administration = Данные школы: школа их пока не прислала
why-unasked-pupils = Ученики: сводки анкет пока нет
why-unasked-parents = Родители: сводки анкет пока нет
why-insufficient = Известно { $known } из { $total } показателей, а нужно не меньше { $needed } %. У каждого неизвестного показателя сказано, от кого нет данных. Попросите координатора начать волну для них.
why-sum = Доля фактора: ({ $sum }) : { $n } ≈ { $percent } %.
why-rule = Доля фактора — среднее известных показателей, доля показателя — среднее групп, которые о нём сказали. От { $high } % риск высокий, от { $medium } % средний. Версия правила: { $rule }.

# Что изменилось.
change-title = <b>Что изменилось. { $school }</b>
change-stages = { $now } против { $then }.
change-then = <b>Было.</b>
change-now = <b>Стало.</b>
change-factor = { $number }. { $factor }: { $note }
change-better = риск снизился
change-worse = риск вырос
change-alike = в пределах погрешности
change-span = <b>{ $verdict }</b>, { $change } п. п. (от { $low } до { $high }), ответов было { $then }, стало { $now }
change-words = <b>{ $verdict }</b>, ответов было { $then }, стало { $now }
change-none = сравнить нельзя: одинаково спрошено { $known } из { $total } показателей
change-none-short = сравнить нельзя
change-note = { $change } п. п. (от { $low } до { $high })
change-alone = Не с чем сравнить, собрано один раз: { $groups }.
change-rule = Сравниваются только одинаковые вопросы обеих волн. В скобках — границы, в которых разница лежит с надёжностью 95 %. Если в них есть ноль, разница может быть случайной.
change-breaks = { $n ->
    [one] { $n } вопрос есть только в одной из волн, он не сравнивается: анкета изменилась.
    [few] { $n } вопроса есть только в одной из волн, они не сравниваются: анкета изменилась.
   *[many] { $n } вопросов есть только в одной из волн, они не сравниваются: анкета изменилась.
 }
change-chart-title = Что изменилось. { $school }
change-chart-title-stages = { $now } ({ $now_dates }) против { $then } ({ $then_dates }). { $school }
change-chart-then = Было.
change-chart-now = Стало.
change-less = риск ниже
change-more = риск выше
change-footnote = Процентные пункты. Черта — границы с надёжностью 95 %: если она пересекает середину, разница может быть случайной.
button-change-entry = Сравнить с входной волной
button-change-last = Сравнить с прошлой волной
error-change-one-wave = Сравнить пока не с чем: результаты школы показаны только в одной волне.

# Рядом с официальным профилем.
official-title = <b>Официальный профиль (РПШ ФИОКО). { $school }</b>
official-factor = { $number }. { $factor }: РПШ — { $official }, у нас — { $ours }
level-none = не указан
short-none = не указан
short-low = низкий
short-medium = средний
short-high = высокий
official-ours-higher = → у нас риск выше
official-ours-lower = → у нас риск ниже
official-border = доля { $percent } %, а { $level } начинается с { $border } %
official-unknown = { $n ->
    [one] мы не знаем { $n } показатель из { $total }
    [few] мы не знаем { $n } показателя из { $total }
   *[many] мы не знаем { $n } показателей из { $total }
 }
official-same = Совпало { $same } из { $n }. РПШ собран в другое время, другими анкетами и по формуле, которая не опубликована, поэтому расхождение не ошибка, а повод разобраться: в профиле нажмите номер фактора и сверьте показатели.
official-how = Впишите уровни из официального профиля: каждое нажатие меняет уровень фактора.
button-factor-level = { $number }. { $level }

# Показатели.
indicator-materials = учебные материалы
indicator-digital = цифровое оборудование
indicator-internet = качество интернета
indicator-premises = здания и помещения
indicator-subject-teachers = учителя-предметники
indicator-specialists = психологи, логопеды, социальные педагоги
indicator-support-staff = вспомогательный персонал
indicator-competence = владение предметом и методикой
indicator-exchange = обмен опытом
indicator-modern-methods = современные приёмы на уроках
indicator-parents-content = довольны ли родители преподаванием
indicator-confidence = уверенность учителей
indicator-sen-share = доля учеников с ОВЗ
indicator-sen-confidence = уверенность в работе с ОВЗ
indicator-language-share = доля учеников с другим родным языком
indicator-language-lessons = дополнительные занятия языком
indicator-motivation-seen = мотивация глазами учителей
indicator-motivation-own = мотивация по словам учеников
indicator-individual-approach = учёт возможностей каждого
indicator-bullying = конфликты и травля
indicator-staff-relations = отношения в коллективе
indicator-unfairness = несправедливое отношение
indicator-disruptions = срывы уроков
indicator-discipline = дисциплина глазами учителей
indicator-risk-group = ученики группы риска
indicator-extra-lessons = кому нужны дополнительные занятия
indicator-parents-interest = интерес родителей к учёбе
indicator-child-support = помощь ребёнку дома
indicator-meetings = посещение собраний
