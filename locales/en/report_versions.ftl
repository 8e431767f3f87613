# Versions of a report, and taking one back.
report-versions = { $n ->
    [0] <b>Versions of the report.</b> { $task }: nothing was reported yet.
    [one] <b>Versions of the report.</b> { $task }: { $n } version.
   *[other] <b>Versions of the report.</b> { $task }: { $n } versions, the newest first.
 }
report-taken-back = Taken back by its author, does not count.
button-report-versions = All versions of the report
button-version-files = Files of version { $version }
button-take-back = Take the report back
button-take-back-yes = Yes, take it back
take-back-sure =
    { $task }

    Take this report back? The task goes back to where it was; the words stay among the versions.
taken-back = The report is taken back.
