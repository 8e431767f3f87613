# Results by question of a released wave.
by-question-ready = The results of “{ $title }” are released. You can look at the answers by question.
button-by-question-see = See the answers
by-question-waves = { $n ->
    [0] <b>{ $school }</b>
        No results yet: they appear when the coordinator releases the first wave.
   *[other] <b>{ $school }</b>
        Answers by question. Choose a questionnaire.
 }
button-by-question-wave = { $title } { $day }
button-by-question-waves = Back to questionnaires
button-by-question-wave-back = Back to the wave
button-by-question-list = Back to the questions
button-by-question-before = ← Question
button-by-question-next = Question →
button-by-question-file = Table (XLSX)
button-by-question = Answers by question

by-question-title = <b>{ $title }</b>
by-question-dates = Answers from { $first } to { $last }.
by-question-answered = { $n ->
    [one] { $n } person answered.
   *[other] { $n } people answered.
 }
by-question-school = { $school }
by-question-beside = There are few answers in this school, so they are shown together with: { $schools }.
by-question-district = The answers are shown of all schools of the district together.
by-question-schools = { $n ->
    [one] { $n } school is shown.
   *[other] { $n } schools are shown together.
 }
by-question-schools-hidden = { $n ->
    [one] { $n } more school is hidden: too few answers. It is not in these figures.
   *[other] { $n } more schools are hidden: too few answers. They are not in these figures.
 }
by-question-few-people = There are fewer than { $few } answers, so you see in which third a share lies instead of per cent.
by-question-item = <b>{ $number }.</b> { $question }
by-question-question = <b>{ $number }. { $question }</b>
by-question-line = • { $options }: { $share }
by-question-word = • { $words }
by-question-share = { $people } of { $of }, { $percent }
by-question-people = { $exact ->
    [yes] { $low }
   *[no] { $low }–{ $high }
 }
by-question-percent = { $exact ->
    [yes] { $low } %
   *[no] { $low }–{ $high } %
 }
by-question-third-low = less than a third
by-question-third-middle = between one and two thirds
by-question-third-high = more than two thirds
by-question-risk = answers that speak of risk
by-question-others = the other answers
by-question-evenly = → no answer stands out
by-question-option = “{ $option }”
by-question-worse = → { $options }: { $share }
by-question-often = → most often { $options }: { $share }
by-question-own-words = { $n ->
    [one] → { $n } answer in own words
   *[other] → { $n } answers in own words
 }
by-question-no-answer = No answer
by-question-few-sheets = No answer, or fewer than { $few } people answered: such numbers are not shown

by-question-branch = → hidden: not everybody saw this question, and how many answered would give away an earlier answer
by-question-small = { $missing ->
    [one] → hidden: this question needs { $missing } more person
   *[other] → hidden: this question needs { $missing } more people
 }
by-question-few = → hidden: too few answered this question, and how many is not shown
by-question-bare = → hidden: single numbers are not shown
by-question-coded = The figures are shown in steps, so a share lies between two ends: nobody can be recognised.
by-question-left-out = { $n ->
    [one] Without { $n } person of schools where fewer than { $few } answered: such questions are hidden there.
   *[other] Without { $n } people of schools where fewer than { $few } answered: such questions are hidden there.
 }
by-question-hidden =
    { $school }: the results are hidden. { $n ->
        [0] Nobody answered
        [one] { $n } person answered
       *[other] { $n } people answered
    }, { $missing ->
        [one] { $missing } more answer is needed
       *[other] { $missing } more answers are needed
    }. Results are shown of { $group } people or more, so that nobody can be recognised.
by-question-hidden-together =
    { $school }: the results are hidden. In the school { $n ->
        [0] nobody answered
        [one] { $n } person answered
       *[other] { $n } people answered
    }, and together with the schools that it is shown beside { $missing ->
        [one] { $missing } more answer is needed
       *[other] { $missing } more answers are needed
    }. Results are shown of { $group } people or more, so that nobody can be recognised.
by-question-not-stated = { $school }: the school has sent no answers.
by-question-nobody = There is nothing to show: no school has { $group } answers. In the next wave invite more teachers, or show small schools together.
error-results-not-released = The results of this questionnaire are not released yet. They appear when the coordinator closes the wave and releases them.

by-question-certain = chose it for certain
by-question-possible = perhaps as many more
by-question-summary = { $title }. { $place }, { $n ->
    [one] { $n } person
   *[other] { $n } people
 }
by-question-file = A table of the same figures as on the screen.
by-question-file-name = { $title }, { $day }
by-question-sheet = Answers
by-question-column-number = No.
by-question-column-question = Question
by-question-column-answer = Answer
by-question-column-low = People, at least
by-question-column-high = People, at most
by-question-column-of = Out of

button-by-question-change = Compare with { $day }
by-question-change-title = { $title }: what changed
by-question-side-before = Then: { $stage } wave from { $first } to { $last }, { $n } answers.
by-question-side-now = Now: { $stage } wave from { $first } to { $last }, { $n } answers.
by-question-changed = → { $options }: then { $before }, now { $now }; <b>{ $verdict }</b>
by-question-points = , { $change } points ({ $low } to { $high })
by-question-change-better = better
by-question-change-worse = worse
by-question-change-alike = within the margin of error
by-question-left-new = { $n ->
    [one] { $n } question cannot be compared: the earlier wave did not ask it, or asked it otherwise.
   *[other] { $n } questions cannot be compared: the earlier wave did not ask them, or asked them otherwise.
 }
by-question-left-hidden = { $n ->
    [one] { $n } question cannot be compared: one of the waves hides it. The answers by question say why.
   *[other] { $n } questions cannot be compared: one of the waves hides them. The answers by question say why.
 }
by-question-left-own-words = { $n ->
    [one] { $n } question cannot be compared: it is answered in people's own words.
   *[other] { $n } questions cannot be compared: they are answered in people's own words.
 }
by-question-option-more = → more often { $option }: was { $before }, now { $now }; the difference is { $low } to { $high } points
by-question-option-less = → less often { $option }: was { $before }, now { $now }; the difference is { $low } to { $high } points
by-question-options-alike = { $n ->
    [one] → { $n } option: the difference is within the margin of error
   *[other] → { $n } options: all differences are within the margin of error
 }
by-question-by-chance = Of questions without worse answers every option is compared. One of twenty may be outside the margin by chance.
by-question-incomparable = There is nothing to compare: the two waves have no equal questions that are shown of the same schools.
by-question-margin = Compared are the shares of the worse answers to equal questions in the same schools. “Within the margin of error”: the difference may be chance (95 % confidence).
by-question-less = fewer worse
by-question-more = more worse
error-results-one-wave = There is nothing to compare with yet: no earlier wave of this questionnaire has released results.
