# When a person is written to.
button-habits = When to write to me
habits =
    <b>When to write to you</b>
    At { $hour } local time, on these days: { $days }.
    
    No more than one message a day. On holidays, in school breaks and on Sundays the bot is silent.
habits-paused = Paused until { $day }: on that day all that has gathered comes in one message.
habits-ask-hour = At what hour is the message of the day to come?
habits-ask-return = On which day may the bot write to you again? It is silent until then. Write the day in Russian words or figures, for example: 20.08.2027.
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
button-day-on = { $day }: yes
button-day-off = { $day }: no
button-habits-hour = Hour: { $hour }
button-habits-pause = On leave until…
button-habits-resume = End the pause
error-habits-no-day = Let one day stay at least. To have silence for a while, choose «On leave until…».
error-habits-pause = The day has to lie ahead, within a year. Write another one.
