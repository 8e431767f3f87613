# The ladder of reminders: on which days a district is reminded of what.
button-ladder = Ladder of reminders
ladder =
    <b>Ladder of reminders</b>
    The days on which the bot speaks of a task. All that falls on one day comes in one morning message; days off and breaks only put it off.
ladder-line = • <b>{ $kind }:</b> { $rungs }
ladder-kind-day = By one day
ladder-kind-period = Within a period
ladder-kind-periods = Several periods
ladder-kind-recurring = Regularly
ladder-kind-checkpoint = All year, quarterly
rung-opening = the beginning
rung-before = { $n } d before
rung-last-day = the last day
rung-after = { $n } d after
ladder-after-head = { $n ->
    [one] The head hears of what a deputy is late with after { $n } day.
   *[other] The head hears of what a deputy is late with after { $n } days.
 }
ladder-after-authority = { $n ->
    [one] The authority hears of what is late by more than { $n } day.
   *[other] The authority hears of what is late by more than { $n } days.
 }
ladder-after-report = { $n ->
    [one] A report waits for the head or the coordinator for { $n } day before the bot reminds them.
   *[other] A report waits for the head or the coordinator for { $n } days before the bot reminds them.
 }
ladder-after-ask = How many days?
ladder-days = { $n } d
ladder-kind = <b>{ $kind }.</b> Reminded: { $rungs }.
ladder-kind-about = “14 d before” is for windows longer than 30 days; shorter ones are announced when they begin. “After” is counted from the last day, or from a report's return.
button-rung-on = ✓ { $rung }
button-rung-off = { $rung }: no
button-ladder-head = To the head
button-ladder-authority = To the authority
button-ladder-report = About reports
button-ladder-usual = As usual again
button-ladder-back = To the ladder
error-ladder-empty = Leave at least one day, or nobody will remember such tasks.
