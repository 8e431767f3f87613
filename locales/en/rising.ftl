# What rises above a school, and “Let it rise no higher”.
rising = { $n ->
    [0] Nothing rises: nothing is late for so long.
    [one] <b>Rising:</b> { $n } task. Its head hears of it, and when it is late for long, so does the authority.
   *[other] <b>Rising:</b> { $n } tasks. Their heads hear of them, and of what is late for long, so does the authority.
 }
rising-line =
    { $index }. { $task }
    { $place }, overdue: { $days }
rising-held =
    { $index }. { $task }
    { $place }, overdue: { $days }. Rises no higher.
button-hold-down = { $index } · Let it rise no higher
button-let-rise = { $index } · Let it rise again
button-rising = Rising ({ $n })
risen = <b>The district asks for attention: late for too long</b>
risen-line = • { $task } ({ $place }, { $days })
move-rise_to_coordinator = The coordinator was told that it is late
move-rise_to_head = The head was told that it is late
move-rise_to_authority = The authority was told that it is late
move-hold_down = It rises no higher
move-let_rise = It may rise again
ladder-authority = Who is to hear of what is late for so long? The people of this organisation do, once a week at most.
ladder-authority-none = The authority has to be an organisation of the district: one comes when the plan's parties are bound. Until then only the coordinator hears of such tasks.
button-authority-on = ✓ { $name }
button-card-hold-down = Let it rise no higher
button-card-let-rise = Let it rise again
card-held-down = It rises no higher than the coordinator.
