# Doubts, a new deadline, approval.
doubt-number = Doubt { $n } of { $total }
doubt-about = Namely: { $words }
doubt-kept = Kept as it is.
doubt-changed = The deadline was changed.
button-doubt-keep = Keep as it is
button-doubt-type = Type the deadline
button-doubts-keep = Keep all ({ $n })
button-approve-keeping = Keep all and approve
deadline-ask = Write the deadline in your own words, in Russian, for example: «до 15 марта 2027», «сентябрь 2026 – май 2027», «ежемесячно», «в течение года», «по графику».
deadline-changed = The deadline was changed.
error-deadline-unknown = I did not understand this deadline. Write, for example: «до 15 марта 2027», «октябрь 2026» or «ежеквартально».
error-deadline-year = The year is missing. Write the deadline with its year, for example: «до 15 марта 2027».
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
