# The tasks of a plan, filtered.
filter = <b>Tasks of the plan.</b> { $title }
filter-found = { $n ->
    [0] No tasks are left: drop one of the conditions.
    [one] { $n } task found
   *[other] { $n } tasks found
 }
filter-by-this = { $facet }: { $value }
filter-chosen = { $name }: chosen
filter-choice = { $name } ({ $n })
filter-choice-line = • { $name }: { $n }
filter-month = { $month } { $year }
filter-overdue = overdue
filter-by-section = <b>Which section?</b>
filter-by-month = <b>Due in which month?</b>
filter-by-school = <b>The tasks of which school?</b>
filter-by-party = <b>Whom does the row of the plan name?</b>
filter-by-condition = <b>How do they stand?</b>
filter-by-nothing = There is nothing to choose from: no task fits the rest of the filter.
button-filter = Tasks by filter
button-filter-section = Section
button-filter-month = Month
button-filter-school = School
button-filter-party = Responsible
button-filter-condition = State
button-filter-any = Any
button-filter-all = Drop the filter
button-filter-back = To the tasks
button-filtered = Back to the filter
