# Days off of a district.
button-days-off = Breaks and days off
days-off =
    <b>Breaks and days off</b>
    On these days the bot writes to nobody in the district; all that has gathered comes in one message on the next working morning. Answers to your presses always come.
    
    Sundays and public holidays, with their transfers, are known to the bot. Saturday: { $saturday ->
        [yes] a day off.
       *[no] a working day.
    }
days-off-own = <b>The district’s own days</b>
days-off-none = The district has no days of its own yet.
days-off-line = • { $period }
days-off-named = • { $period }: { $name }
days-off-day = { $day }
days-off-period = { $first } – { $last }
days-off-ask = Which days are to be added? Write a day or a period in Russian words or figures, as in a plan; a name may follow a colon. For example: 26.10.2026-03.11.2026: autumn break
button-days-off-add = Add days
button-days-off-drop = Remove { $period }
button-saturday-on = Make Saturday a working day
button-saturday-off = Make Saturday a day off
error-days-off-long = A period may not be longer than { $max } days. Write it in parts.
error-days-off-many = No more than { $max } periods may be planned ahead. Remove some to add a new one.
