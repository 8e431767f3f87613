# Who the responsible parties are.
binding = { $left ->
    [0] <b>Responsible parties</b>: { $n }. All are bound, the plan can be launched.
    [one] <b>Responsible parties</b>: { $n }. { $left } is still to be bound. Press a number to change it, or accept what is proposed.
   *[other] <b>Responsible parties</b>: { $n }. { $left } are still to be bound. Press a number to change one, or accept what is proposed.
 }
binding-line = { $n ->
    [one] { $number }. { $party } ({ $n } row): { $binding }
   *[other] { $number }. { $party } ({ $n } rows): { $binding }
 }
binding-is = <b>{ $binding }</b>
binding-proposed = proposed: «{ $binding }»
binding-none = not clear yet who that is
binding-every_school = every school
binding-coordinator = coordinator
binding-nobody = not followed up
button-binding = Bind the responsible ({ $n })
button-binding-see = Who answers for what
button-binding-list = To all responsible parties
button-binding-accept = Accept what is proposed ({ $n })

party-number = Responsible party { $n } of { $total }
party-text = <b>{ $party }</b>
party-rows = { $n ->
    [one] Stands in { $n } row: { $numbers }
   *[other] Stands in { $n } rows, for example: { $numbers }
 }
party-rows-only = { $n ->
    [one] Stands in { $n } row
   *[other] Stands in { $n } rows
 }
party-bound = At present: { $binding }
party-ask = Who should get these tasks?
party-proposal = ✓ { $binding }
button-party-every = Every school
button-party-school = One school…
button-party-body = Organisation…
button-party-coordinator = Coordinator
button-party-nobody = Do not follow up
button-party-new-school = + Add this school
button-party-new-body = + New, by this name
button-party-back = To the party
party-choose-school = { $n ->
    [0] <b>{ $party }</b>. There are no schools yet: add them as a list.
    [one] <b>{ $party }</b>. Which school is it?
   *[other] <b>{ $party }</b>. Which school is it?
 }
party-choose-body = { $n ->
    [0] <b>{ $party }</b>. There are no organisations yet: create one by this name.
    [one] <b>{ $party }</b>. Which organisation is it?
   *[other] <b>{ $party }</b>. Which organisation is it?
 }
