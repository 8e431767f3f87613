# The plan: file, summary, rows, launch, export.
plan-send-file =
    <b>No plan yet</b>
    Send the road map here as a file: DOCX, XLSX, PDF or TXT up to 20 MB. Or paste the table as text, in several messages if need be. I will read its table and show what I understood.
plan-send-another = Send the plan here as a file: DOCX, XLSX, PDF or TXT up to 20 MB. Or paste the table as text, in several messages if need be. Until it is approved only you and those who run this plan with you can see it.
plans = <b>Plans</b>
plan-of-school = { $school }
plan-done = { $done } of { $total } done
plan-status-draft = draft
plan-status-approved = approved, not launched yet
plan-status-live = running
plan-status-archived = in the archive
plan-add-school = + Plan: { $school }
button-plans = All plans
button-plan-add = + Plan of the district
button-plan-add-own = + Plan of the school
plan-not-yet = The district's plan is being prepared. It will appear here when the coordinator launches it.
plan-which = Which district's plan should be opened?
plan-which-file = Which district is this plan for? Choose the district and send the file again.
error-plan-photo = A plan cannot be read from a photo. Send the document as a file: DOCX, XLSX, PDF or TXT. To attach a photo to a report, open the task.
error-plan-exists = This very file is waiting for approval: open the draft in «Plans». If you need another file, delete the draft on its page.
error-document-type = I do not read files of this kind. Send the plan as DOCX, XLSX, ODS, PDF, HTML, CSV or TXT.
error-document-scan = This is a scan: its pages hold a picture and no text. Send the original file (DOCX, XLSX) or a PDF whose text can be selected.
error-document-letters = The letters of this PDF are stored in a way that cannot be read. Send the original file: DOCX or XLSX.
error-document-doc = I cannot open .doc, RTF and ODT files here. Open the plan in Word, save it as DOCX and send it again.
error-document-empty = The file is empty. Check it and send it again.
error-document-no-table = I found no table of activities in the file. It needs a table with activity, deadline and responsible party.
error-document-columns = The lines of different columns are mixed in this text: which deadline is whose cannot be told. Text copied from a PDF is often so. Send the file itself: DOCX, XLSX or PDF.
error-document-broken = The file is damaged and does not open. Save it anew and send it again.
error-document-too-large = The file is too large: I read up to 20 MB, 150 pages and 2000 activities. Keep only the table of the plan, without pictures, and send it again.
error-document-password = The file is protected by a password. Remove the password and send it again.
error-document-too-heavy = The file is too complicated and could not be read. Copy the table into a new document and send that.

plan-title = <b>{ $title }</b>
plan-period = Period: { $period }
plan-no-period = not stated
plan-sections-count = Sections: { $n }
plan-activities-count = Activities: { $n }
plan-deadlines = <b>Deadlines</b>
plan-deadlines-dates = • exact day: { $n }
plan-deadlines-windows = • period: { $n }
plan-deadlines-recurring = • recurring: { $n }
plan-deadlines-continuous = • all the time: { $n }
plan-deadlines-unscheduled = • waiting for a date: { $n }
plan-deadlines-unknown = • not understood: { $n }
plan-parties = <b>Responsible parties</b>: { $n }
plan-party = • { $party }: { $n ->
    [one] { $n } row
   *[other] { $n } rows
 }
plan-parties-more = • and { $n } more
plan-unread-count = Pieces of the table left out of the plan: { $n }. Look at them before you approve.
plan-next-doubts = { $n ->
    [one] I am not sure about { $n } place. Look at it, then approve the plan.
   *[other] I am not sure about { $n } places. Walk through them, then approve the plan.
 }
plan-doubts-error = • errors: { $n }
plan-doubts-warning = • to be checked: { $n }
plan-doubts-note = • notes: { $n }
plan-next-approve = No doubts are left. If all is right, approve the plan: until then nobody gets a single task.
plan-next-schools = The plan is approved. Now add the schools as a list.
plan-next-binding = { $n ->
    [one] The plan is approved. { $n } responsible party is still to be bound to a school or an organisation.
   *[other] The plan is approved. { $n } responsible parties are still to be bound to schools and organisations.
 }
plan-next-launch = All is ready. After the launch the plan's rows become tasks of schools and organisations.
button-doubts = What needs a look ({ $n })
button-plan-approve = Approve the plan
button-plan-reopen = Back to a draft
button-plan-rows = Rows of the plan
button-plan-unread = Left out ({ $n })
button-draft-discard = Delete the draft
button-draft-discard-yes = Yes, delete the draft
button-plan-summary = To the summary
button-plan-launch = Launch the plan
button-plan-past = Create the past tasks too
button-plan-export = Export the plan (XLSX)
button-sections = To the sections
button-section = To the section
button-activity = To the row
plan-discard-sure = Delete the draft with all answers to its doubts? After that you can send another file.

plan-sections = { $n ->
    [one] <b>Rows of the plan</b>: { $n } activity
   *[other] <b>Rows of the plan</b>: { $n } activities
 }
plan-section = • { $title }: { $n }
section-none = No section
section-label = { $title } ({ $n })
section = <b>{ $title }</b>: { $n }
plan-unread = Pieces of the table left out of the plan: { $n }
plan-unread-piece = • { $words }

activity-line = <b>{ $number }</b> { $title } — { $deadline }
activity-label = { $number } { $title }
activity-section = <i>{ $title }</i>
activity-title = <b>{ $number } { $title }</b>
activity-problem = Aim or problem: { $words }
activity-result = Result: { $words }
activity-responsible = Responsible: { $words }
activity-phrase = Deadline in words: { $words }
activity-deadline = Understood as: { $words }
activity-parties = <b>Who that is</b>
activity-party = • { $party } → { $binding }
task-label = { $place } · { $when }
place-coordinator = coordinator
plan-tasks = { $n ->
    [one] <b>{ $n } task</b>
   *[other] <b>{ $n } tasks</b>
 }
plan-state = • { $state }: { $n }

launched = { $tasks ->
    [one] <b>The plan is live</b>: { $tasks } task
   *[other] <b>The plan is live</b>: { $tasks } tasks
 }
launched-schools = { $n ->
    [one] • for { $n } school
   *[other] • for { $n } schools
 }
launched-checkpoints = • quarterly checkpoints among them: { $n }
launched-waiting = • waiting for a date: { $n }
launched-past = { $n ->
    [one] • { $n } deadline had passed already: no task was made of it
   *[other] • { $n } deadlines had passed already: no tasks were made of them
 }
launched-next = Now invite people: each school needs its head and a deputy.
error-launch-unbound = { $n ->
    [one] First bind { $n } more responsible party: “Bind responsible parties” in the plan's summary.
   *[other] First bind { $n } more responsible parties: “Bind responsible parties” in the plan's summary.
 }
error-launch-schools = Add the schools first: without them there is nobody to give tasks to.

plan-exported = The plan with its marks of completion.
paper-plan-sheet = Plan
paper-number = No.
paper-title = Activity
paper-deadline = Deadline
paper-responsible = Responsible
paper-result = Result
paper-marks = Mark of completion
paper-state = State
paper-task-sheet = Tasks
paper-occurrence = Stage
paper-window = When
paper-executor = Executor
paper-reported-by = Reported by
paper-reported-on = Reported on
paper-words = What was done
paper-people = People
paper-documents = Documents
paper-summary = { $place }, { $day }. { $done } of { $total } done.
paper-file-name = Plan { $day }
paper-activity-state = { $done } of { $total } done
paper-no-tasks = no tasks
paper-mark = { $who }, { $label }: { $outcome }, { $day } ({ $state })
paper-outcome-done = done
paper-outcome-partly = partly done
paper-outcome-not_done = not done
paper-people-count = People: { $n }
paper-documents-list = Documents: { $names }
paper-reports-count = Reports: { $n }
paper-documents-count = Number of documents: { $n }
paper-last-report = Last report: { $day }
paper-reports-where = Each report stands on the sheet “{ $sheet }”.

# Deadlines in words.
window = { $start } – { $end }
window-day = { $day }
window-by = by { $day }
window-from = from { $day }
window-none = no date
window-labelled = { $label }: { $window }
day-without-year = { $day } (no year given)
deadline-more = and { $n } more
deadline-continuous = all the time
deadline-unscheduled = waits for a date
deadline-unknown = not understood
rule-daily = { $n ->
    [1] every day
    [one] every { $n } day
   *[other] every { $n } days
 }
rule-weekly = { $n ->
    [1] every week
    [one] every { $n } week
   *[other] every { $n } weeks
 }
rule-monthly = { $n ->
    [1] every month
    [3] once a quarter
    [6] once in half a year
    [one] every { $n } month
   *[other] every { $n } months
 }
rule-yearly = { $n ->
    [1] every year
    [one] every { $n } year
   *[other] every { $n } years
 }
rule-terms = once a school quarter
rule-months = { $months }
rule-days = days: { $days }
rule-last-day = the last day
rule-last-weekday = { $day }, the last of the month
rule-nth-weekday = { $day }, no. { $n } of the month
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
weekday-mo = Monday
weekday-tu = Tuesday
weekday-we = Wednesday
weekday-th = Thursday
weekday-fr = Friday
weekday-sa = Saturday
weekday-su = Sunday
error-correction-exists = This plan is being corrected already: open the correction on the plan's page to go on or delete it.
plan-corrects = Correction: { $title }
button-steward = Run the plan
plan-next-launch-school = All is ready. After the launch the plan's rows become tasks of your school.
launched-last-year = If last year's plan is finished, put it into the archive: it will remind nobody any more.
button-plan-last-year = Last year's plan
