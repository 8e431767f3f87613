# The district's map.
button-heat = Factors of the district
heat-title = <b>Risk factors by school. { $district }</b>
heat-lead = Schools by the alphabet: this is no ranking. The levels are those of the latest released waves.
heat-none = Nothing is released yet. The map appears after the first release.
heat-school = <b>{ $school }</b>
heat-level = { $level } — { $factors }
heat-hidden = <b>{ $school }</b>: hidden, or nobody answered
heat-how = The numbers are those of the factors. Press one to see the schools by that factor and what answers it in the plan.
heat-factor-title =
    <b>{ $district }</b>
    { $number }. { $factor }
heat-factor-level = <b>{ $level }</b>: { $schools }
button-heat-back = To the district's map
button-heat-consult = Hold a consultation
button-heat-plan = What answers in the plan
heat-chart = Risk factors by school. { $district }
heat-chart-note = Schools by the alphabet, no ranking.
heat-letter-high = H
heat-letter-medium = M
heat-letter-low = L
heat-answered = { $n } answered
