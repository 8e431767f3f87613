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
profile-chart-title = Risk profile. { $school }
profile-summary = Self-diagnosis from { $first } to { $last }, { $n ->
    [one] { $n } person answered
   *[other] { $n } people answered
 }.
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
profile-rule = The percentage is the share of answers that speak of risk: from { $high }% the risk is high, from { $medium }% medium, below that low. A factor is rated if at least half of its indicators are known. Version of the rule: { $rule }.
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
    }. A result is shown when { $group } people or more have answered, so that nobody can be recognised. Invite more teachers to the next wave, or show small schools together.
profile-hidden-together =
    The profile is hidden: in the school { $n ->
        [0] nobody answered
        [one] { $n } person answered
       *[other] { $n } people answered
    }, and with the schools that it is shown with { $missing ->
        [one] { $missing } more answer is needed
       *[other] { $missing } more answers are needed
    }. A result is shown when { $group } people or more have answered, so that nobody can be recognised. Invite more teachers to the next wave.
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
