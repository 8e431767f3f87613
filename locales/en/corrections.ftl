# The correction of a live plan, its versions and the message to those who carry it out.
correct-how =
    <b>Correct the plan</b>
    { $title }
    
    Send the plan's new file: I will compare it with the plan in force and show the differences. Or edit the rows right here. Until it is applied the plan works as before.
correct-send-file = Send the plan's new file: DOCX, XLSX, PDF or TXT up to 20 MB. I will find the rows again even where their numbers changed.
button-correct-file = Send a new file
button-correct-rows = Edit the rows
button-plan-back = To the plan

correction =
    <b>Correction of the plan</b>
    { $title }
correction-count = Changes: { $n }
correction-new = • new rows: { $n }
correction-changed = • changed: { $n }
correction-moved = • moved: { $n }
correction-removed = • removed: { $n }
correction-empty = Nothing is changed yet.
correction-next-edit = Open the rows of the correction and edit what is needed. The differences will be listed here.
correction-next-bind = { $n ->
    [one] The new rows name { $n } unknown responsible party. Bind it, then apply the correction.
   *[other] The new rows name { $n } unknown responsible parties. Bind them, then apply the correction.
 }
correction-next-apply = Reports and files stay, whatever you change. Look at the differences one by one or apply them all at once.
correction-next-doubts = { $n ->
    [one] I am not sure about { $n } place of the correction. Look at it; what you leave is applied as it is.
   *[other] I am not sure about { $n } places of the correction. Look at them; what you leave is applied as it is.
 }
button-changes = Look one by one
button-correction = To the differences
button-correction-apply = Accept all and apply
button-correction-yes = Apply without a reason
button-correction-rows = Rows of the correction
button-correction-discard = Delete the correction

change-of-plan = The plan's title and period
change-number = Difference { $n } of { $total }
change-new = A new row
change-changed = The row is changed
change-moved = The row is moved
change-removed = The row is removed
change-effect-new = Tasks of this row will appear when the correction is applied.
change-effect-removed = Unfinished tasks of this row will be withdrawn. Reports and files stay.
change-effect-deadline = Unfinished tasks will get the new time. Finished ones stay as they are.
button-change-accept = Accept
button-change-refuse = Refuse
difference-aspect = <i>{ $aspect }</i>
difference-before = was: { $words }
difference-after = is: { $words }
difference-behind = after «{ $title }»
difference-top = at the top of the plan
difference-nothing = nothing
field-evidence = proof
field-period = period
field-place = place in the plan

correction-sure = { $n ->
    [one] Apply { $n } change? Write the reason in one line, for example «order no. 12 of 15.10.2026», or apply without one.
   *[other] Apply { $n } changes? Write the reason in one line, for example «order no. 12 of 15.10.2026», or apply without one.
 }
correction-applied = { $n ->
    [one] <b>The correction is applied</b>: { $n } change, now it is version { $version }
   *[other] <b>The correction is applied</b>: { $n } changes, now it is version { $version }
 }
correction-added = • new tasks: { $n }
correction-tasks-moved = • tasks with a new time: { $n }
correction-withdrawn = • tasks withdrawn: { $n }
correction-told = { $n ->
    [one] • { $n } person gets a message
   *[other] • { $n } people get a message
 }
error-correction-empty = The correction does not differ from the plan. Edit its rows or delete the correction.

versions =
    <b>History of the plan</b>
    { $title }
version = Version { $number } · { $at } · { $who }
version-reason = { $words }
version-launch = The plan was launched.
version-changes = Changes: { $n }
button-version = What version { $number } changed
button-versions = History of the plan

plan-corrected =
    <b>The plan was corrected</b>
    { $plan }
told-moved-day = • { $row }: due { $was } → { $now }
told-moved = { $n ->
    [one] • { $row }: { $n } task has a new time
   *[other] • { $row }: { $n } tasks have new times
 }
told-new = { $n ->
    [one] • { $row }: a new task
   *[other] • { $row }: { $n } new tasks
 }
told-withdrawn = { $n ->
    [one] • { $row }: no longer needed, the task is withdrawn
   *[other] • { $row }: no longer needed, { $n } tasks are withdrawn
 }
told-reworded = { $n ->
    [one] • { $row }: worded anew
   *[other] • { $row }: { $n } tasks are worded anew
 }
correction-more = • and { $n } more
