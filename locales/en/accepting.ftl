# Accepting one by one: a decision on one report opens the next.
accepting-place = Report { $index } of { $n } to accept
accepting-ended = { $n ->
    [0] All done: nothing is left to accept.
    [one] That is the end of the queue. { $n } report was skipped.
   *[other] That is the end of the queue. { $n } reports were skipped.
 }
button-accept-each = Accept one by one
button-accept-skip = Skip →
button-accept-again = From the beginning
button-accept-back = To the report
