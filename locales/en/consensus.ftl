# A school team's meeting about the levels of factors.
button-consensus = Agree on levels
consensus-title = <b>Agreeing on the levels of factors. { $school }</b>
consensus-none = Each member of the school's team first rates the ten factors alone, without seeing the others. Then the bot shows where opinions differ, and you write down a common level with a note. The school's leaders and teachers who use the bot are invited.
consensus-gave = Rated every factor: { $gave } of { $team }.
consensus-privacy = While the meeting is open, nobody sees the others' ratings. Then everybody sees how many people named which level, without names. In a small team the rest may be guessed.
consensus-mine = { $number }. { $factor }: <b>{ $level }</b>
consensus-how = Each press changes your rating: low risk, medium, high, not given. While the meeting is open, a rating can be changed or taken back.
consensus-full = The whole team of the school has rated the risk factors. Close the meeting to see where opinions differ.
consensus-full-lead = Everybody has rated. Close the meeting to see where opinions differ.
consensus-full-wait = Everybody has rated. The school's leader closes the meeting, and you will see the opinions.
consensus-alone = { $team ->
    [0] Nobody of the school's team uses the bot yet. Invite deputies and teachers.
   *[other] One person of the school's team uses the bot, so there is nobody to agree with. Invite deputies and teachers, or write this rating down as the common level.
 }
consensus-spread = { $number }. { $factor }: { $counts } — { $accord }
consensus-unrated = { $number }. { $factor }: nobody rated it
consensus-count = { $level } { $n }
consensus-same = all agree
consensus-near = opinions are near
consensus-apart = <b>opinions differ, talk it over</b>
consensus-middle = → begin with the middle: { $level }
consensus-tied = → opinions are split in half, begin with the higher: { $level }
consensus-agreed = → agreed: <b>{ $level }</b>
consensus-noted = → { $note }
consensus-agree = Press a factor's number to write down the agreed level.
consensus-invited = The school's team agrees on the levels of the risk factors. Rate each of them yourself: until the meeting is closed nobody sees the others' ratings.
consensus-ask-note = Write the factor's number and why you decided so, for example: «7: the bullying was in one class, the psychologist sees to it».
button-consensus-see = To the meeting
button-consensus-rate = Rate the factors
button-consensus-new = Start a meeting
button-consensus-close = Close and show opinions
button-consensus-note = Write a note
button-consensus-back = Write none
error-consensus-open = A meeting is under way at the school. Close it before starting another.
error-consensus-note = Write the factor's number from 1 to 10 and a note of at most { $max ->
    [one] { $max } character
   *[other] { $max } characters
 }, for example: «7: the bullying was in one class».
