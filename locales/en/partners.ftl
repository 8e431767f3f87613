# Partner schools.
partners = { $n ->
    [0] <b>Partner schools.</b> No pairs yet.
   *[other] <b>Partner schools</b>, pairs: { $n }
 }
partner-line =
    <b>{ $host }</b> helps <b>{ $school }</b>
    Contract until { $ends }
partner = <b>{ $host }</b> helps <b>{ $school }</b>
partner-contract = Contract until { $ends }
partner-events = <b>What they do together</b>
partner-no-events = Nothing done together is noted yet.
partner-event-line = • { $day }: { $title }
partner-made = The pair is made. The heads and the coordinator will be reminded a month and a week before the contract ends, and on its last day.
partner-event-noted = Noted.
partner-prolonged = The contract is prolonged.
partner-choose-host = <b>A new pair.</b> Which school helps?
partner-choose-school = Which school does it help?
partner-ask-until = Until which day does the contract run? Type it, for instance: 31.05.2027.
partner-ask-event = What do they do together, and when? Type the day and after a colon what it is, up to { $max } characters, for instance: 15.12.2026: open lesson.
partner-part-sure = Take the pair “{ $host }” and “{ $school }” off the list? What they did together is kept: make the pair anew, and it is back.
morning-contract = The contract of partner schools ends on { $day }: { $host } and { $school }
error-partners-paired = These schools are a pair already: prolong their contract.
error-partners-event = Both the day and the event are needed. Type, for instance: 15.12.2026: open lesson.
button-partners = Partner schools
button-partner = To the pair
button-partner-new = + Pair of schools
button-partner-event = + Joint event
button-partner-prolong = Prolong the contract
button-partner-part = Take the pair off
button-partner-part-yes = Yes, take it off
button-partner-keep = No, keep it
