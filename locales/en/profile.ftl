# The risk profile of a school.
profile-ready = The results of the self-diagnosis are released. The risk profile of your school is ready.
button-profile-see = See the profile
button-profile-earlier = Wave of { $day }
button-profile-latest = To the latest profile
button-profile-to-wave = To the list of schools

profile-none =
    <b>{ $school }</b>
    There is no profile yet: it appears when the coordinator releases the results of the first wave of self-diagnosis.
profile-title = <b>Risk profile. { $school }</b>
profile-title-stage = <b>Risk profile, { $stage } wave. { $school }</b>
profile-chart-title = Risk profile, { $wave }. { $school }
profile-factor = { $number }. { $factor }: <b>{ $level }</b>, { $detail }
profile-share = { $percent }%, { $known } of { $total } indicators
profile-coverage = { $known } of { $total } indicators
level-high = high risk
level-medium = medium risk
level-low = low risk
level-insufficient = too little is known
legend-high = high risk, from { $high }%
legend-medium = medium risk, from { $medium }%
legend-low = low risk, below { $medium }%
legend-insufficient = too little is known
profile-rule = The percentage is the share of answers that speak of risk: from { $high }% the risk is high, from { $medium }% medium, below that low. A factor is rated if at least { $known }% of its indicators are known. Version of the rule: { $rule }. Press a factor's number to see what its level is made of.
profile-before-recounted = The last wave was released under another version of the rule; its shares are recomputed by rule { $rule }.
profile-recounted = The rule has been renewed since. Recomputed by rule { $rule }: { $levels }, the other levels are the same.
profile-recounted-same = The rule has been renewed since. Recomputed by rule { $rule }: all levels are the same.
profile-recounted-factor = No. { $number }: { $level }
profile-label = <i>Internal self-diagnosis, not the official FIOKO risk profile.</i>
profile-footnote = Internal self-diagnosis, not the official FIOKO risk profile. Version of the rule: { $rule }.
profile-hidden =
    The profile is hidden: { $n ->
        [0] nobody answered
        [one] { $n } person answered
       *[other] { $n } people answered
    }, { $missing ->
        [one] { $missing } more answer is needed
       *[other] { $missing } more answers are needed
    }. A result is shown when { $group } people or more have answered, so that nobody can be recognised.
profile-hidden-together =
    The profile is hidden: in the school { $n ->
        [0] nobody answered
        [one] { $n } person answered
       *[other] { $n } people answered
    }, and with the schools that it is shown with { $missing ->
        [one] { $missing } more answer is needed
       *[other] { $missing } more answers are needed
    }. A result is shown when { $group } people or more have answered, so that nobody can be recognised.
# What can be done so that the result is shown next time.
hidden-way-small =
    { $asked ->
        [0] No teacher of the school is in the bot yet.
        [one] Only { $asked } teacher of the school is invited: by itself it cannot reach { $group } answers.
       *[other] Only { $asked } teachers of the school are invited: by itself it cannot reach { $group } answers.
    } So that the result is shown, the coordinator may start the next wave with “Small schools together”.
hidden-way-schools = { $asked } teachers are invited, { $group } answers are needed. Before the next wave remind them that it is voluntary and anonymous. The coordinator may also show small schools together.
hidden-way-together = Invite more teachers to the next wave. The coordinator may also show the whole district as one group.
hidden-way-district = Invite more teachers to the next wave.
profile-hidden-own = The school's own data and the answers of pupils and parents make a profile without the teachers, too.
results-hidden =
    The results of “{ $title }” are released, but the answers of your school are not shown in them: { $missing ->
        [one] { $missing } more answer is missing
       *[other] { $missing } more answers are missing
    } of the { $group } that are needed.
button-results-hidden = Why, and what can be done
profile-beside = The school has few answers, so this is a common profile, together with: { $schools }.
profile-of-district = This is a common profile of all the schools of the district.
profile-in-words = There are fewer than ten answers, so only levels are shown instead of percentages, and shares are counted by thirds: nobody can be recognised that way.
profile-coded = Where four people or fewer answered one way or the other, their exact number is not shown and the share is approximate: nobody can be recognised that way.
error-profile-wave-open = The wave is still running, until { $day } inclusive. The profile appears when it is closed.
error-profile-not-released = The wave is closed, but its results are not released yet. The profile appears when the coordinator releases them.

factor-1 = Poor equipment of the school
factor-2 = Shortage of teaching staff
factor-3 = Insufficient subject and teaching competence of teachers
factor-4 = Difficulties in teaching pupils with special needs
factor-5 = Language and cultural barriers
factor-6 = Low motivation to learn
factor-7 = Low well-being at school
factor-8 = Poor discipline in class
factor-9 = Many pupils at risk of failing at school
factor-10 = Low involvement of parents

# Who answered, when, and how many.
profile-source-teachers = Teachers: { $stage } self-diagnosis from { $first } to { $last }, { $n ->
    [one] { $n } person answered
   *[other] { $n } people answered
 }.
profile-source-administration = The school's data: { $stage } wave from { $first } to { $last }.
profile-source-pupils = Pupils: { $stage } wave from { $first } to { $last }, { $n ->
    [one] { $n } sheet came back
   *[other] { $n } sheets came back
 }.
profile-source-parents = Parents: { $stage } wave from { $first } to { $last }, { $n ->
    [one] { $n } sheet came back
   *[other] { $n } sheets came back
 }.
audience-teachers = teachers
audience-administration = school data
audience-pupils = pupils
audience-parents = parents
profile-not-sent = In this wave the school sent no data of its own.
profile-share-before = { $percent }% (was { $before }%), { $known } of { $total } indicators
profile-official = official profile: { $level }
profile-radar = The farther a dot from the middle, the higher the risk. A factor without a dot is not rated.
legend-now = now: { $wave }
legend-before = before: { $wave }
legend-before-recounted = before: { $wave }, recomputed by rule { $rule }
chart-wave = { $stage } wave { $dates }
chart-waves = waves { $dates }
chart-rings = Rings: 25, 50, 75 and 100%.
chart-in-words = A length shows the level only: the share of a small group is not told.
chart-level = { $level }, { $percent }%
chart-detail-before = was { $before }%, { $known } of { $total } indicators
chart-source-teachers = Teachers: { $wave }, { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }.
chart-source-administration = The school's data: { $wave }.
chart-source-pupils = Pupils: { $wave }, { $n ->
    [one] { $n } sheet
   *[other] { $n } sheets
 }.
chart-source-parents = Parents: { $wave }, { $n ->
    [one] { $n } sheet
   *[other] { $n } sheets
 }.
profile-waves =
    <b>{ $school }</b>
    Released waves, the latest first. Each wave's profile holds the latest that teachers, pupils, parents and the school had told by then.
profile-wave = • { $stage } of { $day }
button-profile-why = No. { $number }
button-profile-radar = Radar
button-profile-change = What changed
button-profile-waves = Earlier waves
button-profile-back = To the profile
button-official = FIOKO profile

# Why the level is what it is.
percent = { $n }%
why-indicator = • { $indicator }: <b>{ $share }</b> ({ $told })
why-share = { $who } { $share }, { $n ->
    [one] { $n } answer
   *[other] { $n } answers
 }
why-share-school = { $who } { $share }
why-unknown = • { $indicator }: not known. { $missing }
why-missing-teachers = Teachers: fewer than five answered this
why-missing-administration = School data: the school did not fill this in
why-missing-pupils = Pupils: the sheets sent do not tell this
why-missing-parents = Parents: the sheets sent do not tell this
why-unasked-teachers = Teachers: no answers of theirs yet
why-unasked-administration = School data: the school has not sent it yet
why-unasked-pupils = Pupils: no summary of their sheets yet
why-unasked-parents = Parents: no summary of their sheets yet
why-insufficient = { $known } of { $total } indicators are known, and at least { $needed }% are needed. Each unknown one says whose data is missing. Ask the coordinator to start a wave for them.
why-sum = The factor's share: ({ $sum }) : { $n } ≈ { $percent }%.
why-rule = The factor's share is the mean of its known indicators, an indicator's the mean of the groups that spoke of it. From { $high }% the risk is high, from { $medium }% medium. Version of the rule: { $rule }.

# What changed.
change-title = <b>What changed. { $school }</b>
change-stages = { $now } against the { $then }.
change-then = <b>Then.</b>
change-now = <b>Now.</b>
change-factor = { $number }. { $factor }: { $note }
change-better = less risk
change-worse = more risk
change-alike = within the margin of error
change-span = <b>{ $verdict }</b>, { $change } points (from { $low } to { $high }), answers then { $then }, now { $now }
change-words = <b>{ $verdict }</b>, answers then { $then }, now { $now }
change-none = cannot be compared: { $known } of { $total } indicators were asked alike
change-none-short = cannot be compared
change-note = { $change } points (from { $low } to { $high })
change-alone = Told once only, nothing to compare with: { $groups }.
change-rule = Only the same questions of both waves are compared. In brackets are the bounds of the difference at 95% confidence. If zero lies between them, the difference may be chance.
change-breaks = { $n ->
    [one] { $n } question stands in one of the waves only and is not compared: the questionnaire has changed.
   *[other] { $n } questions stand in one of the waves only and are not compared: the questionnaire has changed.
 }
change-chart-title = What changed. { $school }
change-chart-title-stages = { $now } ({ $now_dates }) against the { $then } ({ $then_dates }). { $school }
change-chart-then = Then.
change-chart-now = Now.
change-less = less risk
change-more = more risk
change-footnote = Percentage points. The line is the bounds at 95% confidence: where it crosses the middle, the difference may be chance.
button-change-entry = Compare with the entry wave
button-change-last = Compare with the last wave
error-change-one-wave = There is nothing to compare with yet: the school's results are shown in one wave only.

# Beside the official profile.
official-title = <b>The official profile (FIOKO). { $school }</b>
official-factor = { $number }. { $factor }: official — { $official }, ours — { $ours }
official-ours-higher = → our risk is higher
official-ours-lower = → our risk is lower
official-border = our share is { $percent }%, and { $level } begins at { $border }%
official-unknown = { $n ->
    [one] we do not know { $n } indicator of { $total }
   *[other] we do not know { $n } indicators of { $total }
 }
level-none = not given
short-none = not given
short-low = low
short-medium = medium
short-high = high
official-same = { $same } of { $n } are the same. The methods differ, so a difference is no mistake but a reason to look closer.
official-how = Enter the levels of the official profile: each press changes the factor's level.
button-factor-level = { $number }. { $level }

# Indicators.
indicator-materials = teaching materials
indicator-digital = digital equipment
indicator-internet = quality of the internet
indicator-premises = buildings and rooms
indicator-subject-teachers = subject teachers
indicator-specialists = psychologists, speech therapists, social workers
indicator-support-staff = support staff
indicator-competence = command of subject and method
indicator-exchange = exchange of experience
indicator-modern-methods = modern methods in lessons
indicator-parents-content = whether parents are content with teaching
indicator-confidence = confidence of the teachers
indicator-sen-share = share of pupils with special needs
indicator-sen-confidence = confidence in working with special needs
indicator-language-share = share of pupils with another mother tongue
indicator-language-lessons = additional language lessons
indicator-motivation-seen = motivation as teachers see it
indicator-motivation-own = motivation as pupils tell it
indicator-individual-approach = regard for each pupil's abilities
indicator-bullying = conflicts and bullying
indicator-staff-relations = relations among the staff
indicator-unfairness = unfair treatment
indicator-disruptions = disrupted lessons
indicator-discipline = discipline as teachers see it
indicator-risk-group = pupils at risk
indicator-extra-lessons = who needs additional lessons
indicator-parents-interest = parents' interest in learning
indicator-child-support = support of the child at home
indicator-meetings = attendance at meetings
