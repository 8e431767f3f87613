# What needs a look, approval.
review-number = <b>What needs a look</b>: { $n } of { $total }
review-whole-plan = This is about the plan as a whole. Look through its rows for a mistake.
review-more = { $n ->
    [one] and { $n } more remark
   *[other] and { $n } more remarks
 }
review-fixed = Corrected.
doubt-error = <b>Error.</b> { $words }
doubt-warning = <b>Check.</b> { $words }
doubt-note = <b>Note.</b> { $words }
doubt-about = Namely: { $words }
doubt-kept = <i>Kept as it is.</i>
doubt-changed = <i>Corrected.</i>
button-doubt-ok = All is right
button-doubt-fix = Correct: { $words }
button-edit-field = Change: { $field }
button-review-back = To the row's remarks
button-notes-ok = All notes are right ({ $n })
button-approve-keeping = Keep all and approve
approve-with-doubts = { $n ->
    [one] { $n } doubt is still open. Look at it or keep it as it was read.
   *[other] { $n } doubts are still open. Walk through them or keep them as they were read.
 }

doubt-other = { $message }
doubt-cell-slid = The beginning of the result looks like the end of the result in the row above; I moved it there.
doubt-duplicate-number = This number stands more than once in the section.
doubt-false-number = A row with another number continued this one, and I joined them.
doubt-header-lost = The table has no header: I told its columns by what is in them.
doubt-missing-number = The row has no number.
doubt-no-deadline = No deadline is given. Kept as it is, the task will wait for a date.
doubt-no-party = Nobody is named as responsible. Kept as it is, the task goes to the coordinator.
doubt-no-result = No result is given.
doubt-no-title = The activity has no title.
doubt-rows-joined = The next row, without a number, was taken for the continuation of this one: check it.
doubt-text-cut = The text of the row breaks off.
doubt-torn-row = A scrap of some row was left over; it is not in the plan.
doubt-wrong-word = This looks like an error or a typo in the document.
doubt-approximate = The deadline is approximate: check its limits.
doubt-days-dropped = The days within the months differ: I kept the months only.
doubt-end-before-start = The end is before the start. Kept as it is, the task will wait for a date.
doubt-event-and-date = Both a date and an event are named: I took the date.
doubt-frequency-dropped = Both dated months and «every year» are named: I took the dates.
doubt-impossible-date = There is no such day in the calendar.
doubt-list-or-range = Two months side by side: one period or two deadlines? Check what I understood.
doubt-misspelt = There is a typo in the deadline: check whether I read it right.
doubt-mixed-years = The years' columns say different things.
doubt-month-unknown = A day is named, but no month.
doubt-not-understood = There are words, but I found no time in them. Kept as it is, the task will wait for a date.
doubt-outside-plan = The deadline lies outside the plan's period.
doubt-several-frequencies = More than one «how often» is named: I took the first.
doubt-times-unclear = It is not clear how many times and when: check what I understood.
doubt-until-unclear = It is not clear whether the named year is included: I took the time before it begins.
doubt-year-and-dates = Both a year and dates outside it are named: I took the dates.
doubt-year-assumed = The year is not named outright: I assumed it.
doubt-year-unknown = The deadline lacks a year. If you keep it, I take the first such time from the start of the plan.
doubt-years-spread = One month is named with several years: I took it in each.
