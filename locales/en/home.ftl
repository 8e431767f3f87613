# Menu, help, language.
home =
    <b>Menu</b>
    { $name }, choose what to open.
welcome =
    Done, { $name }! You are registered.
    
    Reminders will come here by themselves, at most one message a day.

button-districts = Districts
button-plan = Plan
button-progress = Progress
button-schools = Schools
button-people = People and links
button-accepting = To accept
button-accepting-counted = To accept ({ $n })
button-confirming = To confirm
button-confirming-counted = To confirm ({ $n })
button-my-tasks = My tasks
button-my-tasks-counted = My tasks ({ $n })
button-waves = Self-diagnosis
button-profile = Risk profile
button-survey = Survey
button-survey-counted = Survey ({ $n })

help = <b>Vekhi</b>: the district's road map that reminds of deadlines and gathers reports by itself.
help-admin = <b>The administrator</b> creates districts and invites coordinators.
help-coordinator = <b>The coordinator</b> sends the road map as a file, settles its doubts, approves the plan, invites schools, accepts reports and gets one digest a day.
help-curator = <b>A curator</b> sees the plan and how the own school is doing.
help-expert = <b>An expert</b> sees the district's plan, reports and progress.
help-methodist = <b>A methodist</b> gets the tasks of the own organisation and reports on them.
help-head = <b>A head</b> confirms the school's reports, sees its progress and risk profile, invites deputies and teachers.
help-deputy = <b>A deputy</b> reports on the school's tasks: done, partly or not, in words, with a photo or a document.
help-teacher = <b>A teacher</b> answers an anonymous survey: one press a question. At a seminar teachers type its code word here to be on the list. They file no reports.
help-commands =
    /start menu
    /tasks my tasks
    /plan the district's plan
    /chart progress
    /survey survey
    /lang language

choose-language = Выберите язык · Choose a language
language-ru = Русский
language-en = English
language-changed = The bot speaks English now.

unexpected-line = I asked for nothing just now, so I do not know what to do with this text. Open the menu and choose.
unexpected-file = No file is awaited now. To attach one to a report, open the task and press “Report”.
