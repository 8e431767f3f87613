# What needs a look, approval.
review-number = <b>What needs a look</b>: { $n } of { $total }
review-whole-plan = This is about the plan as a whole. Look through its rows for a mistake.
review-more = { $n ->
    [one] and { $n } more remark
   *[other] and { $n } more remarks
 }
review-fixed = Corrected.
review-choose-year = This is about the whole plan. Which year is it? Choose, and deadlines without a year are read by it. Another can be chosen later.
error-plan-has-year = The document names this plan's year. If it is wrong, correct the document and send it again.
plan-year-chosen = { $n ->
    [0] The plan has its year.
    [one] The plan has its year; { $n } deadline was read by it.
   *[other] The plan has its year; { $n } deadlines were read by it.
 }
button-plan-year-school = School year { $first }/{ $last }
button-plan-year = Year { $year }
doubt-error = <b>Error.</b> { $words }
doubt-warning = <b>Check.</b> { $words }
doubt-note = <b>Note.</b> { $words }
doubt-about = Namely: { $words }
doubt-kept = <i>Kept as it is.</i>
doubt-changed = <i>Corrected.</i>
button-doubt-ok = All is right
button-doubts-next = To the next remark
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
