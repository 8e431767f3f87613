# Results and targets: what the plan wants in numbers and what is there.
button-results = Results
button-targets = Targets
button-targets-schools = By school
button-targets-rows = By activity
button-targets-back = To the targets
button-target-back = To the target
results =
    <b>Results.</b> { $place }
    What accepted reports and typed figures show.
results-no-plan =
    <b>Results.</b> { $place }
    There is no live plan yet, so there are no targets either.
targets-all =
    <b>Targets of the plan.</b> { $place }
    Confirmed and accepted reports count, and the figures that schools typed in.
targets =
    <b>Targets of the school.</b> { $place }
    Confirmed and accepted reports count. What no report tells, type in yourself: press a target.
targets-none =
    <b>Targets.</b> { $place }
    The expected results of the plan name no numbers to reach.
targets-by-school =
    <b>Targets by school.</b> { $place }
    Schools stand by name.
targets-school-line = { $school }: { $met } of { $total } reached

target-heading = <b>{ $number }</b> { $words }
target-need = Wanted: at least { $amount }
target-need-most = Wanted: at most { $amount }
target-need-up = Wanted: more than at first
target-need-up-by = Wanted: { $number } more than at first
target-need-down = Wanted: less than at first
target-need-down-by = Wanted: { $number } less than at first
target-counts = Reached: { $met } of { $total }. Short: { $short }. No data: { $unknown }.
target-together = All schools together: { $standing }
target-so-far = Now: { $standing }
target-line = { $school }: { $standing }
target-met = { $value }, reached
target-short = { $value }, { $lacking } short
target-over = { $value }, { $lacking } too many
target-change-met = change { $change }, reached
target-change-short = change { $change }, not reached yet
target-no-data = no data
target-no-base = nobody wrote how many there are in all ({ $whom })
target-no-start = nobody wrote what it was at first
target-was = At first { $was }, now { $now }.
target-base = In all ({ $whom }): { $base }.
target-kept = Kept.

button-target-people-value = Type how many
button-target-share-base = Type how many in all
button-target-share-value = Type how many of them
button-target-things-value = Type how many
button-target-percent-value = Type the percentage
button-target-change-base = Type what it was
button-target-change-value = Type what it is now
target-ask-people-value = How many ({ $whom })? Type a number. It is usually taken from the report; what is typed here counts more.
target-ask-share-base = How many are there in the school in all ({ $whom })? Type a number, it is asked once.
target-ask-share-value = How many of them ({ $whom })? Type a number of people, not a percentage. It is usually taken from the report; what is typed here counts more.
target-ask-things-value = How many are done ({ $whom })? Type a number.
target-ask-percent-value = What percentage is it now? Type a number, for example 85 or 47.5.
target-ask-change-base = What was it at first? Type a number, for example 12 or 47.5. It is asked once.
target-ask-change-value = What is it now? Type a number in the same unit as at first.
error-figure = A number from zero is needed, for example 12 or 47.5. Type nothing else.
error-base = A whole number of people, more than zero, is needed. Type nothing else.
