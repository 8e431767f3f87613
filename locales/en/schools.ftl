# The district's schools.
schools = { $n ->
    [0] No schools yet. Add them as a list.
    [one] <b>Schools</b>: { $n }
   *[other] <b>Schools</b>: { $n }
 }
school-line = { $number }. { $name }
schools-ask = Send the list of schools in one message: one a line, up to { $max }. I will strip numbers and dashes at the beginning of lines.
schools-added = { $n ->
    [0] No new schools.
    [one] { $n } school added.
   *[other] { $n } schools added.
 }
schools-known = In the list already: { $n }
schools-tasks = { $n ->
    [one] The plan gives them { $n } task.
   *[other] The plan gives them { $n } tasks.
 }
schools-next-binding = { $n ->
    [one] Next: bind { $n } responsible party of the plan to a school or an organisation.
   *[other] Next: bind { $n } responsible parties of the plan to schools and organisations.
 }
button-schools-add = Add as a list
error-schools-none = I found no name. Write each school on a line of its own.
error-schools-many = Too many schools: a district may have up to { $max }. Check the list and send it again.
error-school-long = Line { $line } is longer than { $max } characters. Several schools seem to stand in one line: separate them and send the list again.
school-zone =
    <b>{ $name }</b>
    Time: as in the district, { $zone }.
    
    If the school lives by another time, choose it: its deadlines are counted and its reminders come by it.
school-zone-own =
    <b>{ $name }</b>
    Its own time: { $zone }. Its deadlines are counted and its reminders come by it.
button-school-zone = The school's time
button-school-zone-district = As in the district
button-school-staff = To the school's people

# The card of a school.
school-card = <b>{ $name }</b>
school-card-people = <b>People</b>
school-card-person = • { $role }: { $name }
school-card-teachers = • teachers in the bot: { $n }
school-card-no-tasks = The school has no tasks yet.
school-card-done = <b>Done { $done } of { $total }</b> ({ $percent }%)
school-card-count = • { $status }: { $n }
school-card-overdue = <b>Overdue</b>
school-card-latest = <b>Latest reports</b>
school-card-more = and { $n } more
school-card-plan = Own plan: { $title }
button-school = School card
button-school-of = Card: { $place }
button-school-plan = Plan of the school
