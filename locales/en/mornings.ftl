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
morning-survey = { $n ->
    [0] The survey “{ $title }”: today is its last day. It is up to you whether you answer.
   *[other] The survey “{ $title }” is open until { $day }. It is up to you whether you answer.
 }
morning-to-confirm = { $n ->
    [one] { $n } report waits for you to confirm it.
   *[other] { $n } reports wait for you to confirm them.
 }
button-morning-report = { $index } · Report
button-morning-look = { $index } · { $task }
