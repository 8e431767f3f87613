# One report of several tasks.
several = { $n ->
    [0] <b>Tick several.</b> Press the tasks of which one sentence tells.
    [one] <b>Tick several.</b> { $n } task ticked.
   *[other] <b>Tick several.</b> { $n } tasks ticked.
 }
several-nothing = <b>Tick several.</b> There is no task without a report begun.
several-ticked = ✓ ticked: { $task }
button-several = Tick several
button-several-tick = { $index }) { $task }
button-several-untick = { $index }) ✓ { $task }, untick
button-several-clear = Untick all
button-several-next = Next ({ $n })
button-several-rows = To the tasks
several-ask-outcome = { $n ->
    [one] How does the ticked task ({ $n }) stand?
   *[other] How do the ticked tasks ({ $n }) stand? One answer for all of them.
 }
several-ask-words = { $outcome }, tasks: { $n }. What was done? Write a sentence or two for all of them.
several-review = Look it over before you send it. Reports: { $n }
several-simple = No document is asked for ({ $n }):
several-asking = A document is asked for, and there will be none ({ $n }):
several-kept = Will not be sent, this plan wants a proof ({ $n }):
several-named = • { $task }
several-more = and { $n } more
button-several-send = Send all ({ $n })
button-several-simple = Only the simple ones ({ $n })
several-sent = { $n ->
    [one] { $n } report is sent. Until it is accepted you can correct it.
   *[other] { $n } reports are sent. Until they are accepted you can correct each.
 }
several-left = Still ticked ({ $n }); report on them one by one and attach the document:
error-several-empty = First tick tasks: “My tasks”, the button “Tick several”.
error-several-file = A file is attached to one report: open the task and press “Report”. Words are wanted here.
