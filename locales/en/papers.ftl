# Papers: what is written about a plan from its facts.
button-papers = Papers
papers =
    <b>Papers. { $place }</b>
    { $title }

    Choose a paper: the bot makes it from the reports and sends it as a file.
papers-none = Papers appear when a plan is launched: there is nothing to write about yet.
papers-choose = <b>Papers</b>
    About which plan?
papers-subject = • { $title }
button-papers-others = Other plans
button-papers-back = ← To the papers
button-paper-pdf = The same as PDF
paper-made = { $paper }: { $place }. The file comes in a few seconds.

paper-kind-plan = Plan with marks
paper-kind-district = District report
paper-kind-school = School report
paper-kind-protocol = Council's minutes
paper-kind-checklist = Checklist
paper-kind-attendance = List to sign
paper-kind-letter = Letter to schools
paper-kind-consultations = Consultation schedule
paper-kind-programme = Anti-risk programme

paper-made-period = { $paper }: { $place }, { $days }. The file comes in a few seconds.
paper-choose-period = { $paper }: { $place }.
    For which period?
paper-period-first-half = First half-year
paper-period-second-half = Second half-year
paper-period-school-year = School year
paper-period-plan = The whole plan
paper-period-this-month = This month
paper-period-next-month = Next month
paper-period-dates = Other dates
paper-type-dates = Write the period in words or dates, for example «01.09.2026 – 31.12.2026».
error-paper-dates = I did not understand the period. Write its first and last day, for example «01.09.2026 – 31.12.2026».
attendance-choose = For which activity is the list to sign?
attendance-none = For no activity
papers-by-month = By month of the deadline
papers-no-month = Without a date

button-package = Package of proofs
package = Proofs by the rows of the plan in one archive, with a table of contents: { $place }. The file comes in a few seconds.
package-parts = Proofs by the rows of the plan: { $place }. Telegram takes files up to 50 MB, so several archives come, by sections: { $parts }. Each has its own table of contents.
package-none = { $place }: there are no proofs yet. They appear when documents or photos are attached to reports.
package-file = Package of proofs
package-file-part = Package of proofs, part { $part } of { $parts },

button-tables = Tables and calendar
button-data-xlsx = Excel: plan and tasks
button-data-csv = CSV: tasks
button-data-json = JSON for programs
button-calendar-school = The school's calendar
button-calendar-own = My calendar
tables = <b>Tables and calendar. { $place }</b>
    All that was done about the plan, for other programs.
data-xlsx = { $place }: the plan with marks of completion and the list of tasks, each on a sheet of the XLSX file.
data-csv = { $place }: tasks with their state, who reported and when. The file opens in Excel; its separator is «;».
data-json = { $place }: the plan, its tasks and reports for other programs.
data-file = Tasks
