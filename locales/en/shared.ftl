# Shared by every conversation.
literal = { $words }
button-home = ⌂ Menu
button-page-back = ← Back
button-page-next = Next →

already-done = This was recorded already and was not done twice. Open the menu to see how things stand; if you waited for a file, ask for it again.
already-done-toast = Recorded already
failure = A fault on our side. Nothing is lost: please try again in a minute.
too-much = Too much at once: I did not take the last of it. Wait a minute and send it again.

error-forbidden = This is not open to you. All that you can open is in the menu.
error-outdated = This menu is out of date. Open the fresh one with the button below.
error-file-too-large = The file is larger than 20 MB and Telegram does not hand it to bots. Compress it or send photos of the pages.
error-file-unavailable = Telegram does not hand this file over now. Please send it again.
error-name = A name of up to { $max } characters is needed. Write it in one line.

stranger =
    Hello! This is Vekhi: a district's road map as a living plan.
    
    You come in by a personal link only. Ask your district's coordinator or your school's head for one and open it right here in Telegram.

role-admin = administrator
role-coordinator = district coordinator
role-curator = school curator
role-expert = regional expert
role-methodist = methodist
role-head = head
role-deputy = deputy head
role-teacher = teacher
role-in-place = { $role }, { $place }

state-waiting = waits for a date
state-planned = ahead
state-open = in progress
state-reported = report to be confirmed
state-confirmed = confirmed, to be accepted
state-accepted = accepted
state-returned = returned for rework
state-withdrawn = withdrawn

command-start = Menu
command-help = What the bot can do
command-tasks = My tasks
command-plan = The district's plan
command-chart = Progress
command-survey = Survey
command-lang = Язык · Language

admin-link = There is no administrator yet. Open this link in Telegram to become one (it works once):
