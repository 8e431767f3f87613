# Deciding on reports: confirm, accept, return.
queue-confirming = { $n ->
    [0] <b>To be confirmed:</b> nothing.
    [one] <b>To be confirmed:</b> { $n } report.
   *[other] <b>To be confirmed:</b> { $n } reports.
 }
queue-accepting = { $n ->
    [0] <b>To be accepted:</b> nothing.
    [one] <b>To be accepted:</b> { $n } report.
   *[other] <b>To be accepted:</b> { $n } reports.
 }
queue-line = { $index }) { $task }
button-queue-task = { $index }) { $task }
button-confirm = Confirm
button-accept = Accept
button-return = Return
confirmed-toast = Confirmed
accepted-toast = Accepted
return-ask-reason = { $usual ->
    [0] Why do you return it? Write a sentence or two: the author of the report will see them.
   *[other] Why do you return it? Choose what is usual in the district, or write a sentence or two: the author of the report will see them.
 }
returned-done = The report is returned, and its author has been told why.
report-returned =
    { $who }: the report is returned for rework.
    { $task }
    
    Why: “{ $reason }”
