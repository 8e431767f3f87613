# For the admin: how the bot is, and what did not arrive.
button-upkeep = State of the bot
upkeep = <b>State of the bot</b>
upkeep-heard = • Telegram was last heard on { $at } (UTC).
upkeep-not-heard = • Telegram has not been heard yet.
upkeep-queue-empty = • No message waits to be sent.
upkeep-queue =
    • { $n ->
        [one] { $n } message waits
       *[other] { $n } messages wait
    } to be sent, the oldest for { $minutes } min.
upkeep-set-aside = • Acts of people set aside because of errors in a week: { $n }.
upkeep-letters = • Messages that Telegram refused: { $n }.
button-letters = Not delivered ({ $n })
letters = <b>Not delivered</b>. Telegram refused these messages. Mend the cause, then send them again or let them go.
letters-none = <b>Not delivered</b>. There are no such messages.
letter = { $n }. { $name }, { $at } (UTC)
letter-error = Kind: { $notice }. Cause: { $error }
button-letter-again = Send { $n }
button-letter-drop = Let go { $n }
outage =
    <b>The bot did not hear Telegram for { $hours } h</b> (since { $since } UTC).
    
    Telegram keeps messages for a day only: what people wrote before that may be lost. Ask them to check their last reports.
update-failed = One message could not be handled after three tries ({ $error }). Its text was not kept; see the program's log.
