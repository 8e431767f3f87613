# Tasks: list, card, history, putting a reminder off.
day-month = { $month ->
    [1] { $day } January
    [2] { $day } February
    [3] { $day } March
    [4] { $day } April
    [5] { $day } May
    [6] { $day } June
    [7] { $day } July
    [8] { $day } August
    [9] { $day } September
    [10] { $day } October
    [11] { $day } November
   *[12] { $day } December
 }

until = by { $day }
task-name = No. { $number }. { $title }
task-number = No. { $number }
task-line = { $task } ({ $details })

my-tasks = <b>My tasks</b>
my-tasks-none = <b>My tasks.</b> Nothing to do now.
my-tasks-group = <b>{ $group }:</b> { $n }
my-tasks-reported = Sent, to be confirmed: { $n }
my-tasks-done = Report confirmed or accepted: { $n }
group-overdue = Overdue
group-returned = Returned for rework
group-today = Today
group-this-week = This week
group-later = Later
group-waiting = Waiting for a date
button-task-dated = { $task } · by { $day }
button-task-undated = { $task } · no date yet
button-tasks-sent = Sent and done ({ $n })
tasks-sent = { $n ->
    [0] <b>Sent and done.</b> Nothing yet: tasks come here once their report is sent.
   *[other] <b>Sent and done:</b> { $n }, the latest first
 }
task-line-state = Now: { $state }
button-all-my-tasks = All my tasks

task-window-none = waits for a date
task-window-by = by { $end }
task-window-day = { $day }
task-window-between = from { $start } to { $end }

card-title = <b>{ $task }</b>
card-section = Section: { $section }
card-responsible = Responsible: { $place }
card-parties = As the plan has it: { $parties }
card-result = Result asked for: { $result }
card-label = Stage: { $label }
card-window = When: { $window }
card-checkpoint = This goes on all year, so one line each school quarter on what was done is enough.
card-state = Now: { $state }
card-returned-why = Returned because: “{ $why }”
card-overdue = { $n ->
    [one] { $n } day overdue
   *[other] { $n } days overdue
 }
button-card = To the task
button-report = Report
button-report-continue = Continue the report
button-report-correct = Correct the report
button-put-off = Put off
button-set-date = Set a date
button-history = History
button-documents = Documents ({ $n })

task-changed = Something has changed here while you looked. This is how it stands now:
task-changed-toast = It has changed; see how it stands

history = <b>History.</b> { $task }
history-line =
    { $at } · { $who }
    { $move }: { $steps }
history-reasoned =
    { $at } · { $who }
    { $move }: { $steps }
    “{ $why }”
history-steps = { $before } → { $after }
history-calendar = by the calendar
history-acting = { $words } (acting)
move-create = The task appeared
move-schedule = A date was set
move-open = Its time began
move-report = A report was sent
move-report_confirmed = A report was sent
move-report_accepted = A report was sent
move-confirm = The report was confirmed
move-accept = The report was accepted
move-take_back = Report taken back by its author
move-return = The report was returned
move-without_confirm = Passed: the head does not confirm reports of this plan
move-without_accept = Passed: the coordinator does not accept reports of this plan
move-reschedule = A correction of the plan moved its time
move-unschedule = A correction of the plan took its date away
move-withdraw = Withdrawn by a correction of the plan

documents = { $n ->
    [one] { $task }: { $n } file of the last report.
   *[other] { $task }: { $n } files of the last report.
 }

task-ask-date =
    { $task }
    
    When is it to be done? Write it in Russian words, for example: до 15 марта (by 15 March).
task-date-set = The date is set.
put-off = When shall I remind you again? The task's own date does not change.
button-put-off-1 = Tomorrow
button-put-off-7 = In a week
button-put-off-date = Choose a day
put-off-ask-date = On which day? Write it in Russian words or figures, for example: 15.03.2027.
put-off-done = All right, I will remind you on { $day }. The task's own date stays.

error-schedule-several = One date is needed here, and these words hold several. Write one, for example: до 15 марта.
error-schedule-unread = That date is not clear. Write, for example: до 15 марта or 15.03.2027.
error-schedule-past = That day is over. Write a day ahead, with its year if need be.
error-put-off = A reminder can be put off by one to { $max } days. Write another day.

queue-undated = { $n ->
    [0] <b>Waiting for a date:</b> nothing.
    [one] <b>Waiting for a date:</b> { $n } task. Open it to set its deadline.
   *[other] <b>Waiting for a date:</b> { $n } tasks. Open any to set its deadline.
 }
button-undated = Waiting for a date ({ $n })
