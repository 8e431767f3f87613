# Meetings.
meetings = { $n ->
    [0] <b>Meetings.</b> None yet. The agenda is proposed from rows of the plan that are late or were returned.
   *[other] <b>Meetings:</b> { $n }, the latest first
 }
meeting-label = { $day }
meeting = <b>Meeting on { $day }</b>
meeting-called = The agenda is ready: what is late or was returned at this moment.
meeting-agenda = <b>Agenda</b>
meeting-no-agenda = Nothing is late or returned, so the agenda is empty.
meeting-question = { $index }. { $task }: late { $late }, returned { $returned }
meeting-decided = <b>Decided</b>, in all: { $n }
meeting-decision = { $index }. { $words } · { $deadline } · { $who } ({ $standing })
meeting-not-yet = not in the plan yet
meeting-correction = in the correction of the plan
meeting-plan = in the plan
meeting-noted = Noted. The next decision can be typed at once.
meeting-ask-day = When is the meeting? Type the day, for instance: 15.12.2026.
meeting-ask-decision = What was decided, by when, and who is responsible? With semicolons or on three lines, each part up to { $max } characters, for instance: Compare the plans; 15.12.2026; РМК.
meeting-protocol = A draft of the protocol. Fill in its number and who was present.
meeting-file = Protocol of the meeting { $day }
error-meeting-decision = Three parts are needed, each up to { $max } characters: what was decided, by when, who. For instance: Compare the plans; 15.12.2026; РМК.
error-meeting-no-plan = The district has no live plan for the decision to go into. Launch a plan first.
button-meetings = Meetings
button-meeting = To the meeting
button-meeting-new = + Meeting
button-meeting-decision = + Decision
button-meeting-to-plan = Put decisions into the plan
button-meeting-protocol = Protocol (DOCX)
