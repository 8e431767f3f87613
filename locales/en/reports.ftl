# A report: one question a screen.
report-about = <b>Report.</b> { $task }
report-step = Question { $step } of { $of }
report-ask-outcome = How does this task stand?
report-ask-words = What was done? Write a sentence or two.
report-ask-people = How many people took part? Write a number.
report-ask-evidence = Attach a photo or a document; several may follow one by one.
report-now = Written so far: { $answer }
report-attached = { $n ->
    [one] { $n } file attached:
   *[other] { $n } files attached:
 }
report-file = • { $name }
report-review = Look it over before you send it:
report-review-hint = Your answers are kept. You may send them later.
report-replaces = A report of this task has been sent already: version { $version }, { $who }. Yours will take its place.
report-again-sure = Erase all answers of this draft and begin with the first question?
report-sent-reported = The report is sent. The head will look at it now. Until it is accepted you can correct it.
report-sent-confirmed = The report is sent to the coordinator. Until it is accepted you can correct it.
report-sent-accepted = The report is recorded and accepted.
report-sent-toast = Sent

outcome-done = Done
outcome-partly = Partly done
outcome-not_done = Not done
button-outcome-done = Done
button-outcome-partly = Partly
button-outcome-not_done = Not done
button-skip-words = No words
button-skip-people = Skip
button-skip-evidence = No document
button-evidence-enough = Ready, files attached
button-evidence-clear = Remove the files
button-change-outcome = Outcome
button-change-words = What was done
button-change-people = People
button-change-evidence = Files
button-send-report = Send the report
button-begin-again = Begin again
button-begin-again-yes = Yes, erase the answers

report-head = <b>Report, version { $version }.</b> { $at }, { $who }
report-words-said = “{ $words }”
report-people-said = People: { $n }
report-evidence-said = Files: { $n }

error-words = A text of up to { $max } characters is needed. Write it as one message.
error-people-count = A number is needed, for example: 25. If nobody counted, press “Skip”.
error-evidence-size = The file is larger than { $max } MB. Compress it or send a photo of the page.
error-evidence-empty = The file is empty. Send another one.
error-evidence-many = A report takes at most { $max } files. Press “Ready” or remove some.
error-evidence-total = The report's files together are larger than { $max } MB. Send a smaller file or remove some.
error-report-words-first = First write a few words or press “No words”. The file comes with the next question.
error-report-people-first = First write the number of people or press “Skip”. The file comes with the next question.
error-report-file-awaited = A photo or a document is awaited now. If there are no more, press the button under the question.
