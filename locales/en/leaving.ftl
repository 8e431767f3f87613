# Somebody leaves: who, and to whom what they had begun.
button-leaving = Somebody leaves
button-leave-to = Hand over to { $name }
button-leave-keep = Hand over to nobody
button-leave-yes = Yes, they leave
button-leaving-back = Choose another
leaving = <b>Who leaves?</b> { $place }
leaving-nobody = There is nobody here but you.
leaving-what = This person will not see plans and tasks from here any more. Tasks stay with the school or the body; sent reports and the history are kept.
leaving-done = Done: { $name } works here no more ({ $place }).
left = You are not on the list here any more: { $place }. There will be no reminders from here. If this is a mistake, ask the head or the coordinator.
left-known = { $name } works here no more: { $place }.
left-successor = { $name } goes on with the reports begun.
leaving-person = { $name }, { $role }
leaving-drafts = { $n ->
    [one] { $n } report begun
   *[other] { $n } reports begun
 }
leaving-given = { $n ->
    [one] { $n } task given by name
   *[other] { $n } tasks given by name
 }
leaving-held = { $successors ->
    [0] Nobody here can go on with what was begun. It is kept.
   *[other] Who goes on with the reports begun and the tasks given by name?
 }
leaving-successor = From now on: { $name }
handed-over = { $name } leaves, and you go on. A report opens at the question where it stopped.
