# Who the responsible parties are.
binding = <b>Responsible parties of the plan</b>: { $n }
binding-recognised = Recognised { $known } of { $n } from earlier plans.
binding-left = { $left ->
    [one] { $left } is still to be bound. Is the proposal right? Press “All right”, or its number if not.
   *[other] { $left } are still to be bound. Are the proposals right? Press “All right”, or a number where not.
 }
binding-launch = All are bound, the plan can be launched.
binding-all = All are bound.
parties = { $n ->
    [0] <b>Responsible parties of the district</b>. No plan has named any yet.
    [one] <b>Responsible parties of the district</b>: { $n }. These I remember. Press a number to change one.
   *[other] <b>Responsible parties of the district</b>: { $n }. These I remember. Press a number to change one.
 }
binding-line = { $n ->
    [0] { $number }. { $party } (in no row): { $binding }
    [one] { $number }. { $party } ({ $n } row): { $binding }
   *[other] { $number }. { $party } ({ $n } rows): { $binding }
 }
binding-is = <b>{ $binding }</b>
binding-proposed = probably { $guess }
binding-quoted = “{ $words }”
binding-by-name = an organisation of this name
binding-none = not clear yet who that is
binding-some = probably some of the schools, tick which
binding-same = the same as “{ $party }”
binding-every_school = every school
binding-cluster = { $n ->
    [one] { $n } chosen school
   *[other] { $n } chosen schools
 }
binding-coordinator = coordinator
binding-nobody = not followed up
button-binding = Bind the responsible ({ $n })
button-binding-see = Who answers for what
button-binding-list = To all responsible parties
button-binding-accept = ✓ All right, accept ({ $n })
button-parties = Responsible parties

party-number = Responsible party { $n } of { $total }
party-text = <b>{ $party }</b>
party-names = Also: { $names }
party-rows = { $n ->
    [one] Stands in { $n } row: { $numbers }
   *[other] Stands in { $n } rows, for example: { $numbers }
 }
party-rows-only = { $n ->
    [0] Stands in no row at present
    [one] Stands in { $n } row
   *[other] Stands in { $n } rows
 }
party-bound = At present: { $binding }
party-ask = Who is that? Who should get these tasks?
party-guess = Probably { $guess }. Is that right?
party-some-which = Probably some of the schools. Tick which: “Some schools…”.
party-proposal = ✓ { $binding }
button-party-every = Every school
button-party-some = Some schools…
button-party-school = One school…
button-party-body = Organisation…
button-party-coordinator = Coordinator
button-party-nobody = Do not follow up
button-party-same = The same as…
button-party-part = Part the names
button-party-new-school = + Add this school
button-party-new-body = + New, by this name
button-party-back = To the party
button-party-done = Done: { $n }
party-toggle-on = ✓ { $school }
party-toggle-off = { $school }
party-choose-school = { $n ->
    [0] <b>{ $party }</b>. There are no schools yet: add them as a list.
    [one] <b>{ $party }</b>. Which school is it?
   *[other] <b>{ $party }</b>. Which school is it?
 }
party-choose-some = { $n ->
    [0] <b>{ $party }</b>. There are no schools yet: add them as a list.
    [one] <b>{ $party }</b>. Which schools are they? Press each; ✓ means “chosen”.
   *[other] <b>{ $party }</b>. Which schools are they? Press each; ✓ means “chosen”.
 }
party-choose-body = { $n ->
    [0] <b>{ $party }</b>. There are no organisations yet: create one by this name.
    [one] <b>{ $party }</b>. Which organisation is it?
   *[other] <b>{ $party }</b>. Which organisation is it?
 }
party-choose-other = { $n ->
    [one] <b>{ $party }</b>. Which party is it the same as?
   *[other] <b>{ $party }</b>. Which party is it the same as?
 }

party-live = The new answer holds for the next plans. To hand over the tasks of running ones too, press “Hand over tasks” in the list.
button-handover = Hand over tasks
button-handover-yes = Yes, hand over
handover = <b>Hand over the tasks of running plans</b>
handover-none = Nothing to hand over: the tasks of running plans are with those who are named responsible.
handover-added = { $n ->
    [one] • { $n } new task
   *[other] • { $n } new tasks
 }
handover-withdrawn = { $n ->
    [one] • { $n } unfinished task of those responsible before is withdrawn
   *[other] • { $n } unfinished tasks of those responsible before are withdrawn
 }
handover-sure = Reports and finished work stay in place. Hand over?
handover-done = <b>The tasks are handed over</b>
handover-told = { $n ->
    [one] { $n } person is told.
   *[other] { $n } people are told.
 }
