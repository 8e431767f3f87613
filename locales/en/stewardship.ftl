# A live plan as a whole: correct it, carry it into the next year, undo its launch, put it away.
steward =
    <b>Running the plan</b>
    { $title }
button-correct = Correct the plan
button-correction-go-on = Go on correcting
button-next-year = Into the next school year
button-next-year-see = The next year's plan
button-last-year-see = Last year's plan
button-next-year-yes = Carry it over
button-launch-undo = Undo the launch
button-launch-undo-yes = Yes, undo the launch
button-archive = Into the archive
button-archive-yes = Yes, into the archive

launch-undo-sure = Undo the launch? All tasks of this plan disappear and the plan is a draft again: you can correct it and launch it anew. Nobody has reported on it yet, so nothing is lost.
launch-undone = { $n ->
    [one] The launch is undone: { $n } task is gone. The plan is a draft again.
   *[other] The launch is undone: { $n } tasks are gone. The plan is a draft again.
 }
error-undo-reports = The launch cannot be undone any more: reports have been begun. A correction of the plan mends its rows and keeps the reports.
error-undo-correction = First apply or delete the correction of this plan that is under way.
archive-sure = Put the plan into the archive? Nobody is reminded of its tasks any more and they leave the lists. The plan and its reports can still be read.
archived = The plan is in the archive. It stays in the list of plans and reminds nobody any more.
error-archive-early = The plan is still running. It goes into the archive when its period is over or the next year's plan is launched.
next-year-sure =
    <b>The next year's plan</b>
    { $title }
    Period: { $period }
    
    Rows: { $n }. Deadlines move by a year; what cannot be moved surely I will mark. You get a draft to look over and approve.

error-next-year-exists = The next year's plan is there already: see the list of plans.
doubt-carried-over = The deadline was moved a year on by the calendar: check it.
doubt-moved-to-day-off = A year later the deadline is on a Sunday or a holiday. Choose a working day.
doubt-year-in-words = A year of the old plan is named. See whether it should be changed.

button-levels = Who checks the reports
levels =
    <b>Who checks the reports</b>
    { $title }
level-head-on = Head: confirms every report of the school.
level-head-off = Head: not asked, a deputy's report goes on at once.
level-coordinator-on = Coordinator: accepts confirmed reports.
level-coordinator-off = Coordinator: not asked, a confirmed report counts as accepted at once.
levels-own-plan = A school's own plan is not accepted by the coordinator: the head has the last word.
proof-required = Proof: without the document, photo or link that the row asks for a report is not accepted.
proof-optional = Proof: a report may be accepted without a document.
button-proof-required = Accept nothing unproved
button-proof-optional = Accept without a document
levels-passed = { $n ->
    [one] { $n } report that waited here has gone on. The task's history says so.
   *[other] { $n } reports that waited here have gone on. The tasks' histories say so.
 }
levels-unproved = { $n ->
    [one] { $n } report still waits: it lacks the document that the plan asks for.
   *[other] { $n } reports still wait: they lack the document that the plan asks for.
 } A document can be added, or the report returned, as ever.
button-level-head-off = Do without the head
button-level-head-on = Let the head confirm
button-level-coordinator-off = Do without acceptance
button-level-coordinator-on = Let the coordinator accept
