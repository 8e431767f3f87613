# A queue of reports: one by one, where a decision opens the next, or all at once.
each-place-confirm = Report { $index } of { $n } to confirm
each-place-accept = Report { $index } of { $n } to accept
each-none-confirm = All done: nothing is left to confirm.
each-none-accept = All done: nothing is left to accept.
each-ended = { $n ->
    [one] That is the end of the queue. { $n } report was skipped.
   *[other] That is the end of the queue. { $n } reports were skipped.
 }
button-accept-each = Accept one by one
button-each = One by one
button-each-skip = Skip →
button-each-again = From the beginning
button-each-back = To the report
button-batch = All at once
button-batch-confirm = Confirm all ({ $n })
button-batch-accept = Accept all ({ $n })
button-batch-place = { $place } ({ $n })
button-batch-everything = The whole district ({ $n })
batch-places = <b>To accept:</b> { $n }. Whose reports shall be accepted together? I show them first.
batch-outcome = { $outcome }: { $n }
batch-words = “{ $words }”
batch-evidence = { $n ->
    [0] no documents
    [one] { $n } document
   *[other] { $n } documents
 }
batch-hint = A number opens the whole report, where it can be returned, too.
batch-changed = The reports changed while you were looking, so nothing was decided. This is how things stand:
batch-confirmed = { $n ->
    [one] { $n } report is confirmed.
   *[other] { $n } reports are confirmed.
 }
batch-accepted = { $n ->
    [one] { $n } report is accepted.
   *[other] { $n } reports are accepted.
 }
batch-unproved = { $n ->
    [one] { $n } report still waits: it lacks the document that the plan asks for.
   *[other] { $n } reports still wait: they lack the document that the plan asks for.
 }
batch-unproved-more = And { $n } more, still in the queue.
