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
