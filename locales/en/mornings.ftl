# The message of the day: one a day.
morning = Good morning!
morning-tasks = <b>Your tasks</b>
morning-task = { $index }. { $task } ({ $details })
morning-more = { $n ->
    [one] …and { $n } more task in the whole list.
   *[other] …and { $n } more tasks in the whole list.
 }
morning-overdue = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
morning-today = today is the last day
morning-left = { $n ->
    [one] by { $day }, { $n } day left
   *[other] by { $day }, { $n } days left
 }
morning-returned = returned for rework
morning-watched = a deputy is to do it
morning-to-confirm = { $n ->
    [one] { $n } report waits for you to confirm it.
   *[other] { $n } reports wait for you to confirm them.
 }
button-morning-report = { $index } · Report
button-morning-look = { $index } · { $task }

digest = <b>The district today</b>
digest-due-today = Due today: { $n }
digest-overdue = Overdue: { $n }
digest-long-overdue = { $n ->
    [one] { $n } task is more than two weeks overdue: time to take it up with the education authority.
   *[other] { $n } tasks are more than two weeks overdue: time to take them up with the education authority.
 }
digest-unconfirmed = Reports that a head has to confirm:
digest-line = • { $name }: { $value }
digest-tasks = { $n ->
    [one] { $n } task
   *[other] { $n } tasks
 }
digest-days = { $n ->
    [0] since today
    [one] { $n } day
   *[other] { $n } days
 }
digest-more = …and { $n } more
digest-new-reports = { $n ->
    [one] To accept: { $n } new report
   *[other] To accept: { $n } new reports
 }
digest-undated = { $n ->
    [one] { $n } task waits for a date: is it time to set one?
   *[other] { $n } tasks wait for a date: is it time to set one?
 }
digest-undelivered = Messages do not reach:
digest-person = • { $name }
