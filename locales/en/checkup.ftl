# “Check a plan”.
button-checkup = Check a plan
button-checkup-list = All remarks ({ $n })
button-checkup-again = Check another file
checkup-ask =
    <b>Check a plan</b>
    Send a road map as a file: DOCX, XLSX, ODS, PDF with text, HTML, CSV or TXT. I will read it row by row and show what is odd: numbers, deadlines, responsible parties, results, typos.
    
    The file is only checked: it is neither imported nor kept.
checkup-summary =
    <b>The plan was checked</b>
    { $title }
    { $rows ->
        [one] { $rows } row was read.
       *[other] { $rows } rows were read.
    }
checkup-count-error = Errors: { $n }
checkup-count-warning = Warnings: { $n }
checkup-count-note = Notes: { $n }
checkup-about-number = Numbers: { $n }
checkup-about-title = Titles: { $n }
checkup-about-deadline = Deadlines: { $n }
checkup-about-responsible = Responsible: { $n }
checkup-about-result = Results: { $n }
checkup-about-words = Words and signs: { $n }
checkup-about-rows = Rows and sections: { $n }
checkup-copy = A table follows: the same rows, doubtful cells coloured, and beside them what to check. The plan itself was neither imported nor kept.
checkup-clean =
    <b>No remarks</b> 🌿
    { $title }
    { $rows ->
        [one] { $rows } row was read:
       *[other] { $rows } rows were read:
    } each has its number, deadline, responsible party and result, and they agree with each other. Well done!
checkup-list = { $n ->
    [one] <b>{ $n } remark</b>
   *[other] <b>{ $n } remarks</b>
 }
checkup-rest = { $n ->
    [one] { $n } more, less important, is in the table.
   *[other] { $n } more, less important, are in the table.
 }
checkup-remark = <b>{ $where }</b> · { $severity }. { $words }
checkup-fix = It may be: { $words }
checkup-whole-plan = The whole plan
checkup-row-number = No. { $number }
checkup-row = Row { $n } «{ $title }»
checkup-severity-error = Error
checkup-severity-warning = Warning
checkup-severity-note = Note
checkup-other = Check this place.
error-checkup-closed = This check is closed. Press «Check a plan» in the menu and send the file again.

checkup-file-name = Check of { $name }
checkup-paper-legend = Errors are red, warnings yellow, notes blue. The last column says what to do.
checkup-paper-remark = { $severity }. { $words }
checkup-paper-remarks = What to check
checkup-paper-sheet = Remarks
checkup-paper-where = Where
checkup-paper-severity = Weight
checkup-paper-words = What to check
checkup-paper-about = In the document
checkup-paper-fix = How to correct
