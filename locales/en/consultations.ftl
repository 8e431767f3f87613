# Consultations by risk factor.
consultations = { $n ->
    [0] <b>Consultations.</b> None ahead yet.
   *[other] <b>Consultations:</b> { $n } ahead, the next first
 }
consultation-line =
    <b>{ $at }</b> · { $place }
    { $factor }
consultation-label = { $day }, { $clock } · factor { $factor }
consultation-free = { $n ->
    [one] { $n } seat of { $seats } is free
   *[other] { $n } seats of { $seats } are free
 }
consultation-full = No seats left
consultation-yours = You have a seat
consultation = <b>Consultation, { $at }</b>
consultation-factor = Factor: { $factor }
consultation-place = Where: { $place }
consultation-host = Held by: { $name }
consultation-cancelled-state = Cancelled
consultation-guests = <b>Booked</b>
consultation-guest = • { $name }, { $school }
consultation-guest-alone = • { $name }
consultation-booked = Done, the seat is yours. You will be reminded the day before and on the day.
consultation-left = The booking is cancelled, the seat is free again.
consultation-made = The consultation is in the schedule: schools of the district can book it.
consultation-cancel-sure = { $n ->
    [0] Cancel the consultation on { $at }? Nobody has booked it.
    [one] Cancel the consultation on { $at }? { $n } person has booked and will be told at once.
   *[other] Cancel the consultation on { $at }? { $n } people have booked and will be told at once.
 }
consultation-cancelled = The consultation on { $at } is cancelled. Subject: { $factor }. Choose another time in the schedule.
consultation-ask-factor = <b>A new consultation.</b> Which risk factor? Press its number.
consultation-ask-start = When? Type the day and the time, for instance: 15.12.2026 15:00.
consultation-ask-place = Where? Type the room and the address, or send a link.
consultation-ask-seats = How many people can book?
consultation-report = <b>Consultations, { $district }.</b> Held since { $since }: { $n }. Seats taken: { $guests }. Schools that came: { $schools }.
consultation-report-factor = • { $factor }: held { $n }, seats taken { $guests }
consultation-report-paper = The schedule as a file: “Papers” in the menu, “Schedule of consultations”.
morning-consultation = Consultation { $at }: { $factor }. Where: { $place }
morning-consultation-held = { $n ->
    [0] You hold a consultation { $at }: { $factor }. Where: { $place }. Nobody has booked yet
   *[other] You hold a consultation { $at }: { $factor }. Where: { $place }. Booked: { $n }
 }
error-consultation-clock = Both the day and the time are needed. Type, for instance: 15.12.2026 15:00.
error-consultation-full = The last seat has just been taken. Choose another consultation.
error-consultation-busy = You have a seat elsewhere at this hour. Give it back or choose another time.
button-consultations = Consultations
button-consultation-new = + Consultation
button-consultation-report = Report
button-consultation-book = Book a seat
button-consultation-leave = Give the seat back
button-consultation-cancel = Cancel the consultation
button-consultation-cancel-yes = Yes, cancel it
button-consultation-keep = No, go back
button-consultation-look = To the consultation
