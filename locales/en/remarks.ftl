# Curators and experts: the reports of their schools and remarks on them.
button-reported = Reports of the schools
button-remarks = Remarks ({ $n })
button-remark = Write a remark
queue-reported = { $n ->
    [0] <b>Reports of the schools:</b> none yet.
    [one] <b>Reports of the schools:</b> { $n } report, the latest first.
   *[other] <b>Reports of the schools:</b> { $n } reports, the latest first.
 }
remarks = { $n ->
    [0] <b>No remarks.</b> { $task }
   *[other] <b>Remarks.</b> { $task }
 }
remark-line =
    { $at } · { $who }, on version { $version }
    “{ $words }”
remark-ask =
    { $task }
    
    What do you say of this report? Its author, the school and the coordinator will see the remark. It does not stop the report.
remark-done = The remark is noted, the report's author gets it.
remark-told =
    { $who }: a remark on your report.
    { $task }
    
    “{ $words }”
