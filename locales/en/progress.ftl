# The plan's progress.
progress-none = { $place }: there are no tasks yet. Progress appears once the coordinator has approved the plan.
progress-none-school = { $place }: there are no tasks for the school yet. They appear once the coordinator has approved the plan.
progress-title = <b>Progress. { $place }</b>
progress-chart-title = Progress. { $place }
progress-total = Done: { $done }.
progress-rest = The rest: { $counts }.
progress-done = { $done } of { $total } ({ $percent }%)
progress-count-reported = { $n } under review
progress-count-open = { $n } in progress
progress-count-overdue = { $n } overdue
progress-count-planned = { $n } ahead
progress-count-waiting = { $n } without a date
progress-heading = <b>{ $heading }</b>
progress-sections = By section
progress-schools = By school
progress-organisations = District and organisations
progress-no-section = Outside the sections
progress-coordinator = District coordinator
progress-row = • { $name }: { $done } done
progress-note = { $done } of { $total }

status-done = done
status-reported = under review
status-open = in progress
status-overdue = overdue
status-planned = ahead
status-waiting = waits for a date
