# Examinations: twice a year an expert looks at a school and writes down remarks.
button-exams = Examinations
button-exam-1 = Write the first
button-exam-1-again = Rewrite the first
button-exam-2 = Write the second
button-exam-2-again = Rewrite the second
button-exam-today = Today
button-exam-back = To the school
button-exam-read = Read
exams =
    <b>Examinations of schools</b>
    The first by { $first }, the second by { $second }.
exams-no-plan = <b>Examinations of schools.</b> The district has no running plan yet, so there is nothing to look at.
exams-line = { $index }) { $school }: first { $first }, second { $second }
exam-held = done
exam-late = late
exam-ahead = ahead
exam-school = <b>Examinations.</b> { $school }
exam-not-yet = { $number ->
    [1] First: not written yet, due by { $day }.
   *[2] Second: not written yet, due by { $day }.
 }
exam-found = { $number ->
    [1] <b>First</b>, { $day }, { $who }
   *[2] <b>Second</b>, { $day }, { $who }
 }
    “{ $words }”
exam-ask-day = { $number ->
    [1] First examination ({ $school }). On which day was it? Write it in Russian, for example: 12 ноября.
   *[2] Second examination ({ $school }). On which day was it? Write it in Russian, for example: 12 апреля.
 }
exam-ask-words = { $number ->
    [1] First examination ({ $school }), { $day }. Write what you saw and what you advise, up to { $max } characters. The head, the coordinator and the curator will read it.
   *[2] Second examination ({ $school }), { $day }. Write what you saw and what you advise, up to { $max } characters. The head, the coordinator and the curator will read it.
 }
exam-done = Written down. The head of the school gets a message.
exam-told = { $number ->
    [1] { $who }: the first examination ({ $school }) is written.
   *[2] { $who }: the second examination ({ $school }) is written.
 }
error-exam-day = An examination is written down when it is over. Write a day not later than today, with the year where needed.
morning-examination = { $number ->
    [1] The first examination (by { $day }) is not written down yet: { $schools }{ $more }.
   *[2] The second examination (by { $day }) is not written down yet: { $schools }{ $more }.
 }
morning-examination-more = { $n ->
    [one] {" "}and { $n } more school
   *[other] {" "}and { $n } more schools
 }
