# Digests: a coordinator's once a day, a head's and a curator's once a week.
digest = <b>The district today</b>
digest-due-today = Due today: { $n }
digest-overdue = Overdue: { $n }
digest-long-overdue = { $n ->
    [one] { $n } task has been overdue for too long: time to take it up with the education authority.
   *[other] { $n } tasks have been overdue for too long: time to take them up with the education authority.
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
digest-person-in-place = • { $name } ({ $place })
digest-accept-waits = Waiting longest: { $days }
digest-calls = <b>Whom to call today</b>
call-overdue = { $n ->
    [one] { $n } task overdue (the longest: { $days })
   *[other] { $n } tasks overdue (the longest: { $days })
 }
call-unconfirmed = a report waits for the head ({ $days })
call-unreached = messages do not reach { $name }

week = <b>The school week</b>
week-school = <b>{ $name }</b>
week-overdue = { $n ->
    [one] { $n } task is overdue, the longest: { $days }
   *[other] { $n } tasks are overdue, the longest: { $days }
 }
week-returned = { $n ->
    [one] Returned for rework: { $n } report
   *[other] Returned for rework: { $n } reports
 }
week-to-confirm = { $n ->
    [one] { $n } report waits for the head, { $days }
   *[other] { $n } reports wait for the head, the longest: { $days }
 }
week-due = { $n ->
    [one] Due this week: { $n } task
   *[other] Due this week: { $n } tasks
 }
week-next = • { $task } (by { $day })
week-filed = { $n ->
    [one] { $n } report was sent last week
   *[other] { $n } reports were sent last week
 }

digest-now = This is how the digest would look now.
digest-now-nothing = There is nothing to tell: on such a day no digest comes.
digest-group-today = <b>Due today</b>, lines: { $n }
digest-group-overdue = <b>Overdue</b>, lines: { $n }
digest-group-unconfirmed = <b>Waiting for a head</b>, lines: { $n }
digest-group-undelivered = <b>Messages do not reach</b>, lines: { $n }
button-digest = Digest
button-digest-more = The digest in full
button-digest-back = To the digest
button-digest-today = Due today: all ({ $n })
button-digest-overdue = Overdue: all ({ $n })
button-digest-unconfirmed = Waiting for heads: all ({ $n })
button-digest-undelivered = Not reached: all ({ $n })
button-weeks = All schools ({ $n })
button-week-day = School week: { $day }
week-day-ask = On which day should the school week come? It is part of that morning's one message; if the day is off, it comes on the next working day.
week-day-toast = Noted
week-day-0 = never
week-day-1 = Monday
week-day-2 = Tuesday
week-day-3 = Wednesday
week-day-4 = Thursday
week-day-5 = Friday
week-day-6 = Saturday
