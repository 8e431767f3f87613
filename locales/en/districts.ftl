# Districts, places and invitations.
districts = { $n ->
    [0] There are no districts yet. Create the first one.
    [one] There is { $n } district.
   *[other] There are { $n } districts.
 }
button-district-new = Create a district
district =
    <b>{ $name }</b>
    Time: { $zone }
    Morning message: at { $hour }
button-invite-coordinator = Invite a coordinator
district-ask-name = What is the district called? Write one line, for example: Beryozovsky district.
district-ask-zone = <b>{ $name }</b>. Which time does the district live by?
district-ask-hour =
    <b>{ $name }</b>, time: { $zone }.
    At which hour shall the morning message come?

invitation =
    Invitation link: <b>{ $role }</b>
    { $link }
    
    Forward it to that person. It works once and for 30 days.
invitation-many =
    Invitation link: <b>{ $role }</b>
    { $link }
    
    Forward it to all teachers of the school: up to 100 people, 30 days.

places = <b>People and links.</b> Schools and organisations: { $n }. Open any to see its people and invite more.
places-none = There are no schools yet. Add them as a list first.
staff = { $n ->
    [0] <b>{ $place }</b>. Nobody yet. Invite people by a link.
    [one] <b>{ $place }</b>. { $n } person:
   *[other] <b>{ $place }</b>. { $n } people:
 }
staff-person = • { $name }, { $role }
staff-person-away = • { $name }, { $role }, away until { $day }
button-invite-head = + Head
button-invite-deputy = + Deputy
button-invite-teacher = + Teachers
button-invite-curator = + Curator
button-invite-methodist = + Methodist

zone-kaliningrad = Kaliningrad (MSK−1)
zone-moscow = Moscow (MSK)
zone-samara = Samara (MSK+1)
zone-yekaterinburg = Yekaterinburg (MSK+2)
zone-omsk = Omsk (MSK+3)
zone-krasnoyarsk = Krasnoyarsk (MSK+4)
zone-irkutsk = Irkutsk (MSK+5)
zone-yakutsk = Yakutsk (MSK+6)
zone-vladivostok = Vladivostok (MSK+7)
zone-magadan = Magadan (MSK+8)
zone-kamchatka = Kamchatka (MSK+9)
