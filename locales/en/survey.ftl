# A survey: teachers for themselves or leaders for their school.
survey-invitation-teachers =
    A survey has begun: “{ $title }”.
    It is voluntary and anonymous and takes about { $minutes } min. You can answer until { $day } inclusive.
survey-invitation-administration =
    A survey of the school has begun: “{ $title }”.
    It asks for the school's own data and takes about { $minutes } min. The school has one draft: its head and deputies fill it in together. It can be sent, and what was sent corrected, until { $day } inclusive.
survey-invitation-counted =
    A survey has begun: “{ $title }”.
    { $audience ->
        [pupils] Pupils
       *[parents] Parents
    } answer on paper without names; the school writes here how many chose each answer (about { $minutes } min). The numbers can be sent until { $day } inclusive.
survey-again = The bot had to be restored from a backup. Backups hold no answers to “{ $title }”, so all of them are lost, also those that were sent. Please answer once more if you can.
button-survey-open = Open the survey
surveys = { $n ->
    [0] No survey is open now. The bot will write when the next one begins.
    [one] { $n } survey is open. Choose it.
   *[other] { $n } surveys are open. Choose one.
 }

survey-introduction =
    <b>{ $title }</b>
    { $n ->
        [one] { $n } question
       *[other] { $n } questions
    }, { $minutes ->
        [0.5] less than a minute
       *[other] about { $minutes } min
    } left. One press is one answer, saved at once.
survey-who-sees-teachers =
    <b>Who will see what</b>
    • It is up to you whether you answer. You owe nobody a report about it.
    • When you send, your answers are added to those of the school's other teachers, and only the sums are kept. Nobody can tell what you answered, so it cannot be changed afterwards either.
    • Until you send it, the draft is linked to you, so that you can go on. Nobody sees it; it is erased when you send it or when the survey closes.
    • That the survey was sent is remembered apart from the answers, while it is open. The coordinator sees only how many people of the district have answered.
    • Once it is closed (its last day is { $day }) and the coordinator has released the results, the coordinator will see how many people of each school have answered, and the head how many of theirs. Nobody will see single answers.
survey-shown-schools = • The coordinator and the head will see the school's overall results if at least { $group } people of it have answered.
survey-shown-together = • The coordinator and the head will see the school's overall results if at least { $group } people of it have answered. If fewer, the answers go into the common result of the small schools, and that is shown only if it has at least { $group } people, too.
survey-shown-district = • The answers of all schools of the district are shown only together, to the coordinator and the heads, if at least { $group } people have answered. Nobody will see the results of your school by itself.
survey-shown-words = • What you write in your own words is shown as it is, without a name, if at least { $group } people have answered the question. Write so that you cannot be recognised.
survey-counted-in = You work at several schools. Your answers go into the results of <b>{ $school }</b>.
survey-who-sees-administration =
    <b>Who will see what</b>
    • This is the school's data, not yours: the survey is <b>not anonymous</b>. The coordinator and the head will see the school's answers once the coordinator has released the results.
    • No names of pupils or staff are asked for, and none should be written.
    • Any question may be skipped. The school has one draft: its head and deputies see and change it. It can be sent, and what was sent corrected, until { $day } inclusive.
survey-who-sees-counted =
    <b>How it works</b>
    • { $audience ->
        [pupils] Pupils
       *[parents] Parents
    } answer on paper, without names and if they like.
    • Only how many people chose each answer is written here: the bot checks the sums against the number of sheets.
    • The school's numbers are <b>not anonymous</b>: the coordinator and the head will see them once the coordinator has released the results. Questions with at least { $group } answers are shown and go into the profile; the other numbers are erased at the release.
    • The school has one draft: its head and deputies see and change it. It can be sent, and what was sent corrected, until { $day } inclusive.
survey-pause = You can stop at any moment: the bot will go on with the first unanswered question.
button-survey-begin = Begin
button-survey-resume = Go on with question { $n }
button-survey-finish = Go to sending

survey-resumed = { $n ->
    [one] You have begun already: { $n } answer is saved. We go on with question { $number }.
   *[other] You have begun already: { $n } answers are saved. We go on with question { $number }.
 }

survey-progress = Question { $number } of { $total }{ $minutes ->
    [0] { "" }
    [0.5] , less than a minute left
   *[other] , ≈ { $minutes } min left
 }
survey-progress-several = Questions { $first }–{ $last } of { $total }{ $minutes ->
    [0] { "" }
    [0.5] , less than a minute left
   *[other] , ≈ { $minutes } min left
 }
survey-question = <b>{ $question }</b>
survey-scale-step = { $number } — { $option }
survey-matrix-row = <b>{ $letter })</b> { $row }
survey-matrix-step = { $letter } { $number }
survey-matrix-picked = ✓ { $letter } { $number }
survey-picked = ✓ { $option }
survey-hint-many = You may choose several, then press “Next”. A second press takes a choice back.
survey-hint-number = Write a whole number, for example: 12
survey-hint-share = Write per cent or “how many of how many”, for example: 35 % or 7 of 20
survey-hint-text = Write it in one message, up to { $most } characters. Do not name people, neither pupils nor colleagues.
survey-tally-option = { $number }. { $option }
survey-hint-tally =
    Write how many people chose each answer, in order: { $n } numbers with spaces between. Leave out those who gave no answer.
survey-hint-tally-many =
    Write how many people marked each answer, in order: { $n } numbers with spaces between. One person may have marked several.
survey-tally = { $option }: { $n }
survey-tally-silent = no answer: { $n }
survey-per-cent = { $n } %
survey-answer = Your answer: { $answer }
survey-skipped = You passed this question over
survey-unanswered = No answer yet
button-survey-skip = Skip

survey-summary = Answers ready: { $given } of { $total }.
survey-last-word = Look through them or send them. Once sent they cannot be changed: the bot will not know which of them are yours.
survey-last-word-school = Look through them or send them. They can be corrected until { $day } inclusive; what was sent last counts.
survey-shared = <b>{ $school }</b>
survey-shared-authors = Begun by { $begun }. Last answer by { $changed }.
survey-shared-sent = The school's answers are sent. They can be corrected until { $day } inclusive.
survey-shared-changed = The school's answers were sent, but have been changed since. Send them again to make the changes count.
survey-schools = “{ $title }”: you answer for { $n } schools. Choose one.
button-survey-send = Send
button-survey-review = Look at the answers
survey-review = <b>Your answers.</b> To change one, press the number of its question.
survey-review-question = { $number }. { $question }
survey-number = { $n }
survey-receipt =
    Thank you! Your answers are sent and your draft is erased.
    The overall results will be shown once the survey is closed (its last day is { $day }) and the coordinator has released them, if at least { $group } people answer.
survey-receipt-school =
    Thank you! The school's answers are sent. While the survey is open, the head and the deputies can correct them.
    The head and the coordinator will see them once the survey is closed (its last day is { $day }) and the coordinator has released the results.

error-survey-closed = This survey is closed. Answers that were not sent are erased; the bot will write about the next one.
error-survey-sent = You have sent your answers to this survey already, thank you. It is open until { $day }; nothing more is needed.
error-answer-unknown = The question has no such answer any more. Open the survey anew: /survey
error-answer-press = This question is answered with a button below it.
error-answer-number = A whole number from 0 to { $most } is needed, for example: 12
error-answer-share = Per cent from 0 to 100 is needed, or “how many of how many”, for example: 35 % or 7 of 20
error-answer-text = A text of up to { $most } characters is needed. Shorten it and send it again.
error-answer-sheets-first = First write how many sheets came back: all other numbers are checked against it.
error-answer-sheets-few = There cannot be fewer sheets than answers: question { $number } has { $n }. Correct that one first, or write another number.
error-answer-tally = { $n ->
    [one] { $n } number is needed. Write 0 where nobody chose the answer.
   *[other] { $n } numbers are needed with spaces between, one for each answer. Write 0 where nobody chose it.
 }
error-answer-tally-many = That makes { $n }, but { $sheets } sheets came back. Count again and write the numbers once more.

# Checking one's anonymity.
button-anonymity = Check my anonymity
survey-held = <b>What the bot stores about you and this survey</b>
survey-held-asked = A mark: the survey was offered to you, the answers are not sent yet. It is erased when the survey closes.
survey-held-sent = A mark: you have sent your answers. It keeps anybody from answering twice; which answers they were is not in it. It is erased when the survey closes.
survey-held-unknown = There is no mark of whether you answered: you have not opened this survey yet.
survey-held-forgotten = There is no mark of whether you answered: the survey is closed, and all such marks are erased.
survey-held-draft = { $n ->
    [0] There is no draft: none of your answers is linked to you.
    [one] The draft holds { $n } answer, linked to you until you send it. It is erased when you send it or the survey closes.
   *[other] The draft holds { $n } answers, linked to you until you send them. They are erased when you send them or the survey closes.
 }
survey-held-sums-open = The answers of all teachers of the school who have sent them are added up in one row: how many people chose each answer. It holds no names, no time and no order, so nobody can show your answers, not even the bot.
survey-held-sums-closed = The answers of all teachers of the school are added up in one row: how many people chose each answer. The bot takes no new ones. When the coordinator releases the results, it is erased as well.
survey-held-sums-released = The results are released and the sums are erased: only the overall numbers that are shown are left.
survey-held-rows = { $n ->
    [0] There is no row of the database in which you and this survey meet.
   *[other] All rows of the database in which you and this survey meet, as they are ({ $n }):
 }
survey-held-row = <code>{ $table }: { $values }</code>
survey-held-letters = Among the rows are invitations and reminders: what was written to you and when. No answers are in them.
survey-held-more = …and { $n } more
survey-held-list = { $n ->
    [0] You have not been asked anonymously yet; there is nothing to store about you.
   *[other] Choose a survey to see what the bot stores about you and it.
 }
button-survey-of = { $title }, { $day }
button-survey-held-others = Other surveys
button-survey-back = To the survey
