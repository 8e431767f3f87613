# Events: a code word, a QR code and the list to sign.
button-events = Events
button-event = To the event
button-event-new = New event
button-event-free = Another: I type its name
button-event-today = Today
button-event-qr = Show the QR code
button-event-close = Close the register
button-event-reopen = Open the register again
button-event-people = Who is there
button-event-sheet = List to sign
button-event-here = I was there
button-event-not-here = I was not there
events =
    <b>Events</b>
    People say themselves that they are there; the list to sign needs no paper.
events-none =
    <b>Events</b>
    Nothing here yet. Create an event: the bot gives a code word and a QR code, people press once, and the list to sign fills itself.
event-line = { $day }: { $title }. Present: { $n }.
event-line-open = { $day }: { $title }. Present: { $n }, the register is open.
event-choose-row = Which row of the plan does the event belong to? Rows that ask for a list to sign come first.
event-no-rows = There is no live plan, so there is no row to choose. Type the name yourself.
event-row-line = <b>{ $number }</b> { $title }
event-ask-title = What is the event called? Type it in one line.
event-ask-day = «{ $title }». When is it? Press “Today” or type a date, for example 15.10.2026.
event =
    <b>{ $title }</b>
    { $day }. { $n ->
        [one] { $n } person is there.
       *[other] { $n } people are there.
    }
event-open =
    The register is open. Tell the hall the code word: <b>{ $code }</b>. It is typed to the bot as a message.
    Or show the QR code, it leads to the same place: { $link }
event-closed = The register is closed, nobody can be added.
event-qr = «{ $title }»: point a phone's camera, or type the code word <b>{ $code }</b> to the bot.
event-person = { $index }) { $who }
event-attendee = { $name }, { $role }
event-nobody = Nobody yet.
event-sheet = { $n ->
    [0] List to sign of «{ $title }». Nobody is on it, so its lines are empty: it can be printed.
    [one] List to sign of «{ $title }»: { $n } person.
   *[other] List to sign of «{ $title }»: { $n } people.
    }
event-invites =
    <b>{ $title }</b>
    { $day }
    
    If you are here, press the button. The organiser will see your name, role and place of work: they go into the list to sign.
event-marked =
    <b>{ $title }</b>
    { $day }
    
    You are on the list. Thank you for coming!
event-marked-closed =
    <b>{ $title }</b>
    { $day }
    
    You are on the list. The register is closed.
event-over =
    <b>{ $title }</b>
    { $day }
    
    The register is closed. If you were there, tell the organiser, who can open it again.
error-event-closed = The register is closed. If you were there, tell the organiser, who can open it again.
error-event-day = That day is too far away. Type the day of the event, for example 15.10.2026.
