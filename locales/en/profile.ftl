# The risk profile of a school.
profile-ready = The self-diagnosis is closed. Your school's risk profile is ready.
button-profile-see = See the profile
button-profile-earlier = Wave of { $day }
button-profile-latest = To the latest profile
button-profile-to-wave = To the list of schools

profile-none =
    <b>{ $school }</b>
    There is no profile yet: it appears once the coordinator has closed the first wave of self-diagnosis and at least five teachers have answered.
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
profile-hidden-few =
    The profile is hidden: { $n ->
        [0] nobody answered
        [one] { $n } person answered
       *[other] { $n } people answered
    }, { $missing ->
        [one] { $missing } more answer is
       *[other] { $missing } more answers are
    } missing. A result is shown when at least { $group } people have answered, so that nobody can be recognised. Invite more teachers to the next wave.
profile-hidden-remainder = The profile is hidden although enough people answered: beside those of other schools it would give away a school where fewer than { $group } people answered. Invite more teachers to the next wave.
error-profile-wave-open = The wave is still running, until { $day } inclusive. The profile appears when it is closed.

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
