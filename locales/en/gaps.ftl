# Which rows of the plan answer which risk factors.
button-gaps = Plan and factors
gaps-title = <b>Plan and risk factors. { $place }</b>
gaps-no-plan = There is no plan at work yet. The map appears when the coordinator launches the road map.
gaps-summary = { $gaps ->
    [0] Every factor has an activity at least.
    [one] { $gaps } factor of 10 has no activity.
   *[other] { $gaps } factors of 10 have no activity.
 } { $rows ->
    [one] The plans have { $rows } row.
   *[other] The plans have { $rows } rows.
 }
gap-factor = { $number }. { $factor }
gap-level = { $level }
gap-count = { $n ->
    [one] { $n } activity
   *[other] { $n } activities
 }
gap-none = <b>❗ not a single activity</b>
gaps-how = What belongs together is proposed by the words of the rows. Open a factor to check it: the bot remembers what you say for the whole district.
button-gap-nothing = Answer nothing: { $n }
gap-nothing-title =
    <b>{ $place }</b>
    { $n ->
        [one] { $n } row answers no factor.
       *[other] { $n } rows answer no factor.
    } That is no mistake: a plan has organisational work, too.
gap-title =
    <b>{ $place }</b>
    { $number }. { $factor }
gap-rows = { $n ->
    [one] { $n } activity answers it:
   *[other] { $n } activities answer it:
 }
gap-none-long = Not a single activity.
gap-row = No. { $number }. { $title }
gap-row-own = The school's plan. { $title }
gap-ground-said = People said so.
gap-ground-words = Proposed by its words.
gap-row-title = <b>{ $number } { $title }</b>
gap-row-answers = Answers the factors:
gap-row-factor = { $number }. { $factor }
gap-row-nothing = Answers no factor.
gap-row-how = Press a factor to correct it. All rows of the district in the same words are corrected, too, and from several corrections the bot learns to know similar ones.
button-gap-relates = { $number }. answers it
button-gap-unrelated = { $number }. does not
button-gap-of = What answers this
button-gap-add = Add to the school's plan
button-gap-back = Do not add
button-gap-plan = Open the school's plan
gap-ask-title = <b>{ $factor }</b>
    What will you do? Write one activity, for example: «Parents' club: a meeting each quarter».
gap-ask-deadline = By which day, or when? For example: 25.12.2026.
gap-ask-measure = How will you know that it worked? Write a measure, for example: «at least 60% of the parents of the 7th forms came».
gap-added = Added to the school's plan «{ $plan }» and at work already. The factor «{ $factor }» now has an answer.
gap-plan-title = The school's measures against risks
error-gap-no-plan = A school's plan continues the district's road map, and there is none yet. When the coordinator has launched it, add the activity again.
