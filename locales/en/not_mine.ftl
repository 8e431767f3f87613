# “Not mine”: saying that a task is somebody else's, and deciding whose it is.
button-not-mine = Not mine
not-mine-ask =
    { $task }
    
    Why is this task not yours? Choose, or say it in a few words.
not-mine-other = Somebody else does it
not-mine-outside = It does not concern us
not-mine-unclear = It is unclear what to do
not-mine-done = All right, you will not be reminded of this task.
not-mine-to-head = The head reads your words in the morning message and decides who gets it; if you are the head, the coordinator does.
not-mine-to-coordinator = The coordinator reads your words in the morning message and decides who gets it.
button-mine-again = No, it is mine
mine-again = The task is yours again, and so are its reminders.
refusals = { $n ->
    [0] <b>“Not mine”:</b> nothing to decide.
    [one] <b>“Not mine”:</b> { $n } task waits for your decision.
   *[other] <b>“Not mine”:</b> { $n } tasks wait for your decision.
 }
refusal =
    { $index }. { $task }
    { $who }, { $place }: “{ $why }”
button-refusal-back = { $index } · Give back
button-refusal-to = { $index } · Hand over…
button-refusals = “Not mine” ({ $n })
button-refusals-back = To “Not mine”
refusal-to-whom =
    { $task }
    
    To whom? Only this person will be reminded of it.
refusal-to-nobody =
    { $task }
    
    There is nobody to hand it to: nobody else of this place has joined. Invite somebody by a link, or give the task back.
hand = • { $who }, { $role }
refusal-given-back = Given back: { $who }. The bot reminds them of it tomorrow morning.
refusal-given-to = Handed over: { $who }. The bot reminds them of it tomorrow morning.
move-refuse = Said “not mine”
move-reclaim = Said “mine after all”
move-give_back = Given back to
move-hand_over = Handed over to
morning-refusals = <b>“Not mine”: yours to decide</b>
