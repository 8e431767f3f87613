# Deadlines in a person's or a school's calendar.
button-calendar = Calendar
button-calendar-file = File for a calendar
button-calendar-link = Get a link
button-calendar-again = A new link in its place
button-calendar-unlink = Take the link back
calendar = <b>Calendar. { $owner }</b>
    You can see the deadlines of tasks in your own calendar: on a phone, in Outlook or another program.
calendar-how = The file shows the deadlines as they are today. By the link, the calendar learns of changes itself. Whoever has the link sees them, so do not pass it on; you can take it back at any time.
calendar-no-address = There is no subscription by link: the bot has no address on the internet, which the administrator sets up. The file shows the deadlines as they are today.
calendar-file-name = Deadlines { $owner }
calendar-file = Calendar: { $owner }, { $n ->
        [one] { $n } deadline
       *[other] { $n } deadlines
    }. Open the file on a phone or a computer, and the deadlines appear in the calendar.
calendar-empty = { $owner }: there are no tasks with a deadline yet, so there is nothing for a calendar.
calendar-subscribed = The link to the calendar, shown once:
    <code>{ $address }</code>

    In the calendar choose «Add by URL» or «Subscribe» and paste it. An earlier link, if any, works no more.
calendar-ended = The link is taken back: the calendar shows nothing more by it. { $owner }.
