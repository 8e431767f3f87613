"""Who may do what to whose object, written by hand from the domain's words, not from ``RIGHTS``.

How to read a row: ``rights_row``.
"""

from __future__ import annotations

from tests.architecture.rights_row import Row

READERS = "coordinator* expert* methodist* curator* head* deputy*"
WATCHERS_OF_PAIRS = "coordinator* expert* methodist* curator head deputy"
WATCHERS = "coordinator* expert* methodist curator head deputy"
DOERS = "coordinator* methodist head deputy"
REFUSERS = "methodist head deputy"
WRITTEN_TO = "coordinator expert methodist curator head deputy"
COORDINATOR = "coordinator*"
AUTHOR = "=deputy A1"
TEACHERS = "teacher*"
MANAGED = "coordinator* head"
PLANNERS = "coordinator* head deputy"
HOLDERS = "coordinator* methodist* head* deputy*"
OF_DISTRICT = "coordinator* expert* methodist* curator* head* deputy* teacher*"
OF_SCHOOL = "coordinator* expert* curator head deputy"


CALENDAR = ("calendar", "calendar-file", "calendar-link", "calendar-unlink")
PASTED = "№\nМероприятие\nСрок\nОтветственный\n1\nСеминар\nмай 2027\nРМК"


def _pasted(district: str) -> dict[str, object]:
    return {"district": district, "school": 0, "pieces": [PASTED]}


def _presses(let: str, *acts: str, world: str = "live", stale: str = "") -> tuple[Row, ...]:
    return tuple(Row(f"press {act.partition(':')[0]}", act, let, world, stale) for act in acts)


_NEW_ROW = {"number": "", "title": "Дело", "deadline": "", "responsible": ""}

_SCORES = {"school": "{school}", "year": 2025, "half": 2}
_MEETING = {"district": "{district}", "activity": 0, "title": "Семинар"}
_CONSULTATION = {
    "district": "{district}",
    "factor": 3,
    "starts": "2026-10-15T15:00:00+03:00",
    "place": "Кабинет 3",
}
IN_DISTRICT = "coordinator* expert* methodist* curator* head* deputy* teacher*"

_ON_ITEM = {"wave": "{wave.open}", "item": "{item}"}

ROWS: tuple[Row, ...] = (
    # The menu: strangers learn how to get a link.
    Row("command start", "", "everyone"),
    Row("press home", "home", "everyone"),
    Row("command help", "", "everyone"),
    Row("command lang", "", "everyone"),
    Row("press lang", "lang:en", "everyone"),
    Row("text ", "Покажите план", "everyone"),
    # Coming in: a link serves whoever opens it, what was opened is theirs alone.
    Row("command start inv", "{token}", "anyone", says="error-invite-used"),
    *(
        Row(f"press {key}", f"{key}:{{claim}}", "=stranger", stale="anyone")
        for key in ("join-yes", "join-name", "join")
    ),
    Row("press join-no", "join-no:{claim}", "anyone", says="join-declined"),
    Row("text join-name", "Иван Петров", "=stranger", stale="anyone", data={"invite": "{claim}"}),
    # Districts are the admin's, and the upkeep of the bot.
    *_presses("admin", "upkeep", "letters:0"),
    *_presses("admin", "letter-again:{letter}", "letter-drop:{letter}", stale="admin"),
    *_presses("admin", "districts", "district-new"),
    Row("text district-name", "Новый район", "admin"),
    Row("press district-zone", "district-zone:0", "admin", state="district-name", data={"name": "Новый"}),
    Row(
        "press district-hour",
        "district-hour:8",
        "admin",
        state="district-hour",
        data={"name": "Новый", "zone": "Europe/Moscow"},
    ),
    *_presses("admin coordinator*", "district:{district}"),
    *_presses("admin", "invite-coordinator:{district}"),
    # People: the coordinator everywhere, a head in the own school; leaders are the coordinator's.
    *_presses(COORDINATOR, "people:{district}", "places:{district}:0", "staff-body:{body}"),
    *_presses(COORDINATOR, "invite-body:{body}", "invite:head:{school}", "invite:curator:{school}"),
    *_presses(MANAGED, "staff:{school}", "invite:deputy:{school}", "invite:teacher:{school}"),
    # Who stands in for the head, and who leaves: the head and the coordinator say so.
    *_presses(MANAGED, "substitutes:{school}:0", "substitute:{school@A1}:{deputy}"),
    *_presses(MANAGED, "substitute-drop:{substitution}"),
    Row(
        "text substitute",
        "с 1 по 14 декабря 2026",
        MANAGED,
        data={"school": "{school@A1}", "person": "{deputy}"},
    ),
    *_presses(MANAGED, "leaving:s{school}:0", "leave:s{school@A1}:{deputy}:0"),
    *_presses(MANAGED, "leave-yes:s{school@A1}:{deputy}:0"),
    # A head is let go by the coordinator alone, and nobody goes on with what is not theirs.
    *_presses(COORDINATOR, "leave-yes:s{school@A1}:{head}:0", "leaving:o{body}:0"),
    *_presses("", "leave-yes:s{school@A1}:{deputy@A1}:{head@B1}"),
    # A link to a district's or an organisation's role does not come out of a school.
    *_presses("", "invite:coordinator:{school}", "invite:expert:{school}", stale="everyone"),
    *_presses("", "invite:admin:{school}", "invite:methodist:{school}", stale="everyone"),
    # Schools.
    *_presses(COORDINATOR, "schools:{district}", "schools-page:{district}:0", "schools-add:{district}"),
    *_presses("coordinator* expert* curator head deputy", "school:{school}"),
    *_presses(COORDINATOR, "school-zone:{school}", "school-zone-set:{school}:3"),
    Row("text schools-add", "Новая школа", COORDINATOR, data={"district": "{district}"}),
    # A check keeps nothing, so whoever is registered may have one; the list is of one's own check.
    *_presses("everyone", "checkup"),
    Row("text checkup", "Где план?", "everyone"),
    Row("file checkup", "plan.txt", "everyone"),
    Row(
        "press checkup-list",
        "checkup-list:0",
        "everyone",
        state="checkup",
        data={"total": 1, "remarks": [["no_result", 0, "1", "", "", ""]]},
    ),
    Row("press checkup-list", "checkup-list:0", "everyone", says="error-checkup-closed"),
    # The document and its doubts: hers until it is live.
    Row("file ", "plan.txt", "coordinator", "empty"),
    Row("file plan-file", "plan.txt", COORDINATOR, "empty", data={"district": "{district}", "school": 0}),
    *_presses(COORDINATOR, "plan-file:{district}:0", world="empty"),
    # Pasted as text, piece by piece; whose dialog it is, theirs are the pieces.
    Row("text plan-file", PASTED, COORDINATOR, "empty", data={"district": "{district}", "school": 0}),
    *(
        Row(route, act, COORDINATOR, "empty", state="plan-paste", data=_pasted("{district}"))
        for route, act in (
            ("text plan-paste", PASTED),
            ("file plan-paste", "plan.txt"),
            ("press paste-done", "paste-done"),
            ("press paste-again", "paste-again"),
        )
    ),
    *_presses(READERS, "plans:{district}", "plans-list:{district}:0", world="draft"),
    *_presses(COORDINATOR, "plan:{plan}", "sections:{plan}:0", world="draft"),
    # A school's plan is sent by its own staff, or by the coordinator for it.
    *_presses(PLANNERS, "plan-file:{district@A}:{school}", world="empty"),
    Row(
        "file plan-file",
        "plan.txt",
        PLANNERS,
        "empty",
        data={"district": "{district@A}", "school": "{school}"},
    ),
    *_presses(COORDINATOR, "section:{section}:0", "activity:{activity}", world="draft"),
    *_presses(COORDINATOR, "activity-tasks:{activity}:0", "plan-unread:{plan}:0", world="draft"),
    *_presses(COORDINATOR, "draft-discard:{plan}", "draft-discard-yes:{plan}", world="draft"),
    *_presses(COORDINATOR, "plan-export:{plan}", world="draft"),
    *_presses(COORDINATOR, "doubts:{plan}", "doubt:{doubt}", "doubt-ok:{doubt}", world="draft"),
    *_presses(COORDINATOR, "row-doubts:{activity.doubted}", "notes-ok:{plan}", world="draft"),
    *_presses(COORDINATOR, "doubt-fix:{doubt.fix}", "doubt-edit:{doubt}:deadline", world="draft"),
    # Rows worded anew, field by field.
    *_presses(COORDINATOR, "row-edit:{activity}", "field:{activity}:title", world="draft"),
    Row(
        "text field",
        "до 15 марта 2027",
        COORDINATOR,
        "draft",
        data={"activity": "{activity}", "field": "deadline", "doubt": None},
    ),
    *_presses(COORDINATOR, "field-clear:{activity}:result", "field-back:{activity}:result", world="draft"),
    *_presses(COORDINATOR, "row-sections:{activity}:0", "row-section:{activity}:{section}", world="draft"),
    *_presses("", "row-section:{activity@A}:{section@B}", world="draft"),
    *_presses(COORDINATOR, "evidence:{activity}", "evidence-set:{activity}:photo", world="draft"),
    *_presses(COORDINATOR, "evidence:{activity}", "evidence-set:{activity}:photo"),
    # Rows joined, split, added, taken out, and the way back.
    *_presses(COORDINATOR, "row-join:{activity}", world="draft"),
    *_presses(COORDINATOR, "row-join-yes:{activity}:{activity.below}", world="draft"),
    *_presses(COORDINATOR, "row-split:{activity}", "row-split-at:{activity}:13", world="draft"),
    Row("text row-split", "Разбор", COORDINATOR, "draft", data={"activity": "{activity}"}),
    *_presses(COORDINATOR, "row-remove:{activity}", "row-remove-yes:{activity}", world="draft"),
    *_presses(COORDINATOR, "row-add:{activity}", world="draft"),
    Row("text row-add", "1а", COORDINATOR, "draft", data={"behind": "{activity}", "answers": {}}),
    *(
        Row(
            f"press {press.partition(':')[0]}",
            press,
            COORDINATOR,
            "draft",
            state="row-add",
            data={"behind": "{activity}", "answers": answers},
        )
        for press, answers in (("row-add-skip:number", {}), ("row-add-yes", _NEW_ROW))
    ),
    *_presses(COORDINATOR, "edits:{plan}:0", "edit-undo:{edit}", world="draft"),
    # Search, in whatever plan one may see.
    *_presses(COORDINATOR, "search:{plan}", world="draft"),
    *_presses(READERS, "search:{plan}", "found:{plan}:0", "found-by:{activity}"),
    Row("text search", "диагностика", READERS, data={"plan": "{plan}"}),
    *_presses(COORDINATOR, "plan-approve:{plan}", "plan-approve-all:{plan}", world="draft"),
    # Whose tasks the rows are.
    *_presses(COORDINATOR, "binding:{plan}", "binding-page:{plan}:0", world="approved"),
    *_presses(COORDINATOR, "binding-accept:{plan}", "plan-launch:{plan}", world="approved"),
    *_presses(COORDINATOR, "plan-reopen:{plan}", "parties:{district}:0", world="approved"),
    *_presses("", "binding:{plan}", "binding-accept:{plan}", stale=COORDINATOR),  # live: launched is bound
    *(
        row
        for plan in ("{plan}", "0")  # in the plan's review, and in the district's memory
        for row in (
            *_presses(
                COORDINATOR, f"party:{plan}:{{party}}", f"party-every:{plan}:{{party}}", world="approved"
            ),
            *_presses(COORDINATOR, f"party-own:{plan}:{{party}}", world="approved"),
            *_presses(COORDINATOR, f"party-nobody:{plan}:{{party}}", world="approved"),
            *_presses(COORDINATOR, f"party-schools:{plan}:{{party}}:0", world="approved"),
            *_presses(COORDINATOR, f"party-some:{plan}:{{party}}:0", world="approved"),
            *_presses(COORDINATOR, f"party-done:{plan}:{{party}}", world="approved"),
            *_presses(COORDINATOR, f"party-bodies:{plan}:{{party}}:0", world="approved"),
            *_presses(COORDINATOR, f"party-new-body:{plan}:{{party}}", world="approved"),
            *_presses(COORDINATOR, f"party-new-school:{plan}:{{party}}", world="approved"),
            *_presses(COORDINATOR, f"party-others:{plan}:{{party}}:0", world="approved"),
            *_presses(COORDINATOR, f"party-part:{plan}:{{party}}", world="approved"),
            # What is bound already has no proposal to accept.
            *_presses("", f"party-ok:{plan}:{{party}}", world="approved", stale=COORDINATOR),
            # A place or another party is the same district's.
            *_presses("=coordinator A", f"party-same:{plan}:{{party@A}}:{{party.other}}", world="approved"),
        )
    ),
    *_presses("=coordinator A", "party-school:{plan@A}:{party@A}:{school}", world="approved"),
    *_presses("=coordinator A", "party-toggle:{plan@A}:{party@A}:{school}:0", world="approved"),
    *_presses("=coordinator A", "party-body:{plan@A}:{party@A}:{body}", world="approved"),
    *_presses(
        "",
        "party-school:{plan@A}:{party@A}:{school@B1}",
        "party-toggle:{plan@A}:{party@A}:{school@B1}:0",
        "party-body:{plan@A}:{party@A}:{body@B body}",
        "party-same:{plan@A}:{party@A}:{party@B}",
        "party:{plan@A}:{party@B}",
        world="approved",
    ),
    *_presses(COORDINATOR, "handover:{district}"),
    # Every task stands where it should.
    *_presses(COORDINATOR, "handover-yes:{district}"),
    # The living plan.
    *_presses(READERS, "plan:{plan}", "sections:{plan}:0", "section:{section}:0"),
    *_presses(READERS, "activity:{activity}", "activity-tasks:{activity}:0"),
    *_presses(READERS, "filter:{plan}:-:0", "filter-by:{plan}:s:-:0"),
    Row("command plan", "", READERS),
    *_presses(COORDINATOR, "plan-unread:{plan}:0", "plan-past:{plan}"),
    *_presses("coordinator* expert*", "plan-export:{plan}"),
    # Papers of the whole are the district's, those of a school its own.
    *_presses("coordinator* expert*", "papers:{district}:0:0", "papers-of:{plan}:0"),
    *_presses("coordinator* expert*", "paper:plan:{plan}:0:-:docx"),
    *_presses("coordinator* expert*", "paper:district:{plan}:0:20260901-20261231:docx"),
    *_presses("coordinator* expert*", "paper-period:letter:{plan}:0", "paper-dates:protocol:{plan}:0"),
    *_presses("coordinator* expert*", "papers-rows:{plan}:0:0", "attendance:{plan}:0:{activity@A}:docx"),
    *_presses("coordinator* expert*", "papers-package:{plan}:0", "papers-tables:{plan}:0"),
    *_presses("coordinator* expert* head deputy", "papers-data:csv:{plan@A}:{school}"),
    *_presses("coordinator* expert* head deputy", "papers-data:json:{plan@A}:{school}"),
    *_presses(COORDINATOR, "templates:{district}"),
    *_presses(COORDINATOR, *(f"template{act}:{{district}}:letter" for act in ("", "-get", "-send", "-ours"))),
    Row(
        "file template",
        "plan.txt",
        COORDINATOR,
        data={"district": "{district}", "kind": "letter"},
        says="error-template-broken",
    ),
    # Deadlines: one's own, and of a school for those who see its tasks.
    *_presses(WRITTEN_TO, *(f"{act}:0" for act in CALENDAR)),
    *_presses("coordinator* expert* curator head deputy", *(f"{act}:{{school}}" for act in CALENDAR)),
    *_presses("coordinator* expert* head deputy", "papers-package:{plan@A}:{school}"),
    Row(
        "text paper-dates",
        "октябрь 2026",
        "coordinator* expert* head deputy",
        data={"kind": "school", "plan": "{plan@A}", "school": "{school}"},
    ),
    *_presses("coordinator* expert* head deputy", "papers-of:{plan@A}:{school}"),
    *_presses("coordinator* expert* head deputy", "paper:plan:{plan@A}:{school}:-:docx"),
    *_presses("coordinator* expert* head deputy", "paper:plan:{plan.school}:{school@A1}:-:docx"),
    *_presses("coordinator* expert* curator* head* deputy*", "progress:{district}"),
    *_presses("coordinator* expert* curator* head* deputy*", "progress-page:{district}:0"),
    *_presses("coordinator* expert* curator* head* deputy*", "progress-months:{district}"),
    *_presses("coordinator* expert* curator* head* deputy*", "progress-terms:{district}:0"),
    *_presses("coordinator* expert* curator* head* deputy*", "progress-paper:{district}:1"),
    Row("command chart", "", "coordinator expert curator head deputy"),
    # A school's plan is read by its own people and by those of the district, and run by its own staff.
    *_presses("coordinator* expert* curator head deputy", "plan:{plan.school}", "versions:{plan.school}:0"),
    *_presses("coordinator* expert* head deputy", "plan-export:{plan.school}"),
    *_presses(PLANNERS, "steward:{plan.school}", "correct-rows:{plan.school}", "next-year:{plan.school}"),
    *_presses(PLANNERS, "launch-undo-yes:{plan.school}"),
    # Whether the head is asked is not the deputy's to say; of the school's plan nobody else is asked.
    *_presses(MANAGED, "levels:{plan.school}", "level:{plan.school}:head:0", "proof:{plan.school}:0"),
    *_presses("", "level:{plan.school}:coordinator:0", stale=MANAGED),
    # The living plan as a whole, its correction and its versions.
    *_presses(COORDINATOR, "levels:{plan}", "level:{plan}:head:0", "level:{plan}:coordinator:0"),
    *_presses(COORDINATOR, "proof:{plan}:0"),
    *_presses(COORDINATOR, "steward:{plan}", "next-year:{plan}", "next-year-yes:{plan}"),
    *_presses(COORDINATOR, "correct:{plan}", "correct-file:{plan}", "correct-rows:{plan}"),
    Row("file correct-file", "plan.txt", COORDINATOR, data={"plan": "{plan}"}),
    *_presses(COORDINATOR, "correction:{plan}", world="corrected"),
    *_presses(COORDINATOR, "change:{plan}:{change@A}", "change-refuse:{plan}:{change@A}", world="corrected"),
    *_presses(COORDINATOR, "correction-apply:{plan}", "correction-apply-yes:{plan}", world="corrected"),
    Row("text correction-reason", "Приказ", COORDINATOR, "corrected", data={"plan": "{plan}"}),
    Row(
        "press correct-by",
        "correct-by:{plan.spare}:{plan@A}",
        COORDINATOR,
        "corrected",
        says="error-correction-exists",
    ),
    *_presses(READERS, "versions:{plan}:0", "version:{version}:0", world="corrected"),
    *_presses(COORDINATOR, "archive:{plan}"),
    *(
        Row(f"press {key}", f"{key}:{{plan}}", COORDINATOR, says="error-undo-reports")
        for key in ("launch-undo", "launch-undo-yes")
    ),
    Row("press archive-yes", "archive-yes:{plan}", COORDINATOR, says="error-archive-early"),
    # Tasks.
    Row("command tasks", "", WATCHERS),
    *_presses(WATCHERS, "tasks:0", "tasks-sent:0", "due-tasks", "task:{task.open}", "due-task:{task.open}"),
    *_presses(WATCHERS, "task-history:{task.open}:0", "task-documents:{task.reported}"),
    *_presses(COORDINATOR, "task-date:{task.waiting}"),
    Row("text task-date", "до 15 марта 2027", COORDINATOR, data={"task": "{task.waiting}"}),
    *_presses(DOERS, "put-off:{task.open}", "due-put-off:{task.open}", "put-off-days:{task.open}:3"),
    *_presses(DOERS, "put-off-date:{task.open}"),
    Row("text put-off-date", "до 15 октября 2026", DOERS, data={"task": "{task.open}"}),
    # «Не моё»: one's own place alone; whoever stands above decides.
    *_presses(REFUSERS, "not-mine:{task.open}", "due-not-mine:{task.open}", "not-mine-why:{task.open}:other"),
    Row("text not-mine", "Делает РМК", REFUSERS, data={"task": "{task.open}"}),
    *_presses("=deputy A1", "mine-again:{task.refused}", stale="head"),
    *_presses("coordinator head", "refusals:0", "due-refusals"),
    *_presses(MANAGED, "refusal-back:{task.refused}:{refuser@A1}", "refusal-to:{task.refused}:{refuser@A1}"),
    *_presses(MANAGED, "refusal-give:{task.refused}:{refuser@A1}:{heir@A1}"),
    # What rises, and what is held down.
    *_presses("coordinator", "rising:0", "due-rising"),
    *_presses(COORDINATOR, "hold-down:{task.open}:0", "card-hold-down:{task.open}"),
    *_presses("", "let-rise:{task.open}:0", "card-let-rise:{task.open}", stale=COORDINATOR),
    # One's own hours and days; teachers get no message of the day.
    *_presses(WRITTEN_TO, "habits", "habits-hours", "habits-hour:7", "habits-day:6"),
    *_presses(WRITTEN_TO, "habits-pause", "habits-resume"),
    Row("text habits-pause", "20 октября", WRITTEN_TO),
    # When nobody in the district is written to.
    *_presses(COORDINATOR, "days-off:{district}:0", "days-off-add:{district}", "saturday:{district}"),
    *_presses(COORDINATOR, "days-off-drop:{break}"),
    *_presses(COORDINATOR, "ladder:{district}", "ladder-kind:{district}:day", "ladder-usual:{district}"),
    *_presses(COORDINATOR, "ladder-turn:{district}:day:open", "ladder-after:{district}:head"),
    *_presses(COORDINATOR, "ladder-after-set:{district}:head:5"),
    *_presses(COORDINATOR, "ladder-authority:{body}"),
    Row("text days-off-add", "с 26 по 30 октября: каникулы", COORDINATOR, data={"district": "{district}"}),
    # Reports: a draft is its author's alone.
    *_presses(DOERS, "report:{task.open}", "due-report:{task.open}"),
    *_presses(AUTHOR, "report-step:{report.draft}:words", "report-outcome:{report.draft}:done"),
    *_presses(AUTHOR, "report-skip:{report.draft}:words", "report-files:{report.draft}"),
    *_presses(AUTHOR, "report-again:{report.draft}", "report-again-yes:{report.draft}"),
    *_presses(AUTHOR, "report-send:{report.draft}:0", "report-send-yes:{report.draft}:0"),
    *_presses("", "report-same:{report.draft}", stale=AUTHOR),  # of what goes on all the time
    *_presses(DOERS, "several:0", "several-tick:{task.open}:0", "several-clear", "several-next"),
    *_presses(DOERS, "several-outcome:done", "several-send:all"),
    *(
        Row(key, act, DOERS, says="error-several-empty", data={"outcome": "done"})
        for key, act in (
            ("press several-wordless", "several-wordless:done"),
            ("text several-words", "Провели"),
        )
    ),
    Row("file several-words", "справка.txt", DOERS, says="error-several-file"),
    *_presses(WATCHERS, "report-versions:{task.reported}:0", "version-files:{task.reported}:1"),
    *_presses("=deputy A1", "take-back:{task.reported}:1", "take-back-yes:{task.reported}:1"),
    Row("text report-words", "Провели", AUTHOR, data={"report": "{report.draft}"}),
    Row("text report-people", "12", AUTHOR, data={"report": "{report.draft}"}),
    Row("file report-evidence", "справка.txt", AUTHOR, data={"report": "{report.draft}"}),
    *_presses("", "report-send:{report.sent}:0", "report-outcome:{report.sent}:done", stale=AUTHOR),
    *(
        Row(route, "справка.txt", DOERS, says=error)
        for route, error in (
            ("file report-words", "error-report-words-first"),
            ("file report-people", "error-report-people-first"),
            ("text report-evidence", "error-report-file-awaited"),
        )
    ),
    # Decisions: the head's, then the coordinator's.
    *_presses("head", "confirming:0", "due-confirming", "confirm:{task.reported}:1"),
    *_presses("coordinator", "accepting:0", "due-accepting", "undated:0", "due-undated"),
    *_presses(COORDINATOR, "accept:{task.confirmed}:1"),
    # Who looks in says what they see, and decides on nothing.
    *_presses("expert curator", "reported:0"),
    *_presses(WATCHERS, "remarks:{task.reported}:0"),
    *_presses("expert* curator", "remark:{task.reported}"),
    Row("text remark", "Приложите протокол", "expert* curator", data={"task": "{task.reported}"}),
    *_presses("coordinator* expert* curator* head* deputy*", "exams:{district}:0", "due-exams:{district}"),
    *_presses(OF_SCHOOL, "exam:{plan@A}:{school}"),
    *_presses("expert*", "exam-write:{plan@A}:{school}:1", "exam-today:{plan@A}:{school}:1"),
    Row(
        "text exam-day",
        "1 сентября 2026",
        "expert*",
        data={"plan": "{plan@A}", "school": "{school}", "number": 1},
    ),
    Row(
        "text exam-words",
        "Наставники работают",
        "expert*",
        data={"plan": "{plan@A}", "school": "{school}", "number": 1, "day": "2026-09-01"},
    ),
    # Method work. The bank of practices is everybody's; what goes into it is for the author to say.
    *_presses("everyone", "method-work:{district@A}", "practices:0:0", "practice-factors", "practice-search"),
    Row("text practice-search", "мониторинг", "everyone"),
    Row(
        "press practices-found",
        "practices-found:0",
        "everyone",
        state="practice-search",
        data={"words": "мел"},
    ),
    *_presses(COORDINATOR, "practice-offer:{task.accepted}", "practice-factor:{task.accepted}:6"),
    Row("text practice-effect", "Оценки выросли", COORDINATOR, data={"task": "{task.accepted}", "factor": 6}),
    *_presses("everyone", "practice:{practice.published@A1}", "practice-files:{practice.published@A1}"),
    *_presses(AUTHOR, "practice-agree:{practice.asked}:1"),
    *_presses("", "practice-agree:{practice.published}:1", stale=AUTHOR),
    *_presses("coordinator* deputy", "practice:{practice.asked}", "practice-decline:{practice.asked}"),
    *_presses(
        IN_DISTRICT,
        "consultations:{district}:0",
        "consultation:{consultation}",
        "due-consultation:{consultation}",
    ),
    *_presses("curator* head* deputy* teacher*", "consultation-book:{consultation}"),
    *_presses("=head A1", "consultation-leave:{consultation.booked@A}", stale=IN_DISTRICT),
    *_presses(
        "coordinator* methodist*",
        "consultation-cancel:{consultation}",
        "consultation-cancel-yes:{consultation}",
    ),
    *_presses("coordinator* methodist*", "consultation-new:{district}", "consultation-factor:{district}:3"),
    *_presses("coordinator* methodist*", "consultation-report:{district}"),
    *(
        Row(route, act, "coordinator* methodist*", state=state, data=_CONSULTATION)
        for route, act, state in (
            ("text consultation-start", "15 октября 2026 в 15:00", ""),
            ("text consultation-place", "Кабинет 3", ""),
            ("press consultation-seats", "consultation-seats:5", "consultation-seats"),
        )
    ),
    # Partner schools: of the pairs everybody sees their own, the district's people see all.
    *_presses(READERS, "partners:{district}:0"),
    *_presses(WATCHERS_OF_PAIRS, "partner:{pair}"),
    *_presses("coordinator* head deputy", "partner-event:{pair}"),
    Row("text partner-event", "15 октября: урок", "coordinator* head deputy", data={"pair": "{pair}"}),
    *_presses(COORDINATOR, "partner-host:{district}:0", "partner-school:{district}:0:0"),
    *_presses("=coordinator A", "partner-until:{school@A2}:{school}"),
    *_presses("", "partner-until:{school@A2}:{school@B1}"),
    Row(
        "text partner-until",
        "до 31 мая 2027",
        "=coordinator A",
        data={"host": "{school@A2}", "school": "{school}"},
    ),
    *_presses(COORDINATOR, "partner-prolong:{pair}", "partner-part:{pair}", "partner-part-yes:{pair}"),
    Row("text partner-prolong", "до 31 мая 2027", COORDINATOR, data={"pair": "{pair}"}),
    # Meetings are the coordinator's.
    *_presses(COORDINATOR, "meetings:{district}:0", "meeting:{meeting}", "meeting-new:{district}"),
    *_presses(
        COORDINATOR, "meeting-decision:{meeting}", "meeting-protocol:{meeting}", "meeting-to-plan:{meeting}"
    ),
    Row("text meeting-day", "15 октября", COORDINATOR, data={"district": "{district}"}),
    Row("text meeting-decision", "Сверка; до 1 мая 2027; РМК", COORDINATOR, data={"meeting": "{meeting}"}),
    # Digests: a coordinator's own districts, a head's and a curator's own schools.
    *_presses("coordinator curator head", "digest", "due-digest"),
    *_presses("coordinator", "digest-group:overdue:0"),
    *_presses("curator head", "weeks:0", "week-day", "week-day-set:3"),
    *_presses("", "week-day-set:7", stale="curator head"),  # nobody is written to on a Sunday
    # A queue is one's own; what is decided on in it is the place's.
    *_presses("head", "each:confirm", "each-next:confirm:0", "batch:confirm:all:0"),
    *_presses("coordinator", "each:accept", "each-next:accept:0", "batch:accept:all:0", "batch-places:0"),
    *_presses("head", "batch-yes:confirm:all:0"),  # of what was not shown: the fresh queue
    *_presses("coordinator", "batch-yes:accept:all:0"),
    *_presses("head", "each-yes:confirm:{task.reported}:1:0", "each-return:confirm:{task.reported}:1:0"),
    *_presses(COORDINATOR, "each-yes:accept:{task.confirmed}:1:0", "each-return:accept:{task.confirmed}:1:0"),
    # The district has no usual words yet.
    *_presses("", "each-return-for:accept:{task.confirmed}:1:0:1", stale="head coordinator*"),
    *_presses("", "return-for:{task.reported}:1:1", stale="head coordinator*"),
    Row(
        "text each-return",
        "Нет протокола",
        COORDINATOR,
        data={"queue": "accept", "task": "{task.confirmed}", "version": 1, "index": 0},
    ),
    *_presses("head", "return:{task.reported}:1", stale=COORDINATOR),
    *_presses(COORDINATOR, "return:{task.confirmed}:1", stale="head"),
    Row(
        "text return-reason",
        "Нет протокола",
        "head",
        stale=COORDINATOR,
        data={"task": "{task.reported}", "version": 1},
    ),
    # What the plan wants in numbers: the district's for whom it concerns, a school's for its own.
    *_presses("coordinator* expert*", "results:{district}:0", "targets:{plan}:0:0"),
    *_presses(OF_SCHOOL, "results:{district@A}:{school}", "targets:{plan@A}:{school}:0"),
    *_presses("coordinator* expert*", "targets-schools:{plan}:0", "target:{activity}:0:0"),
    *_presses("coordinator* expert*", "matrix:{plan}:0:0", "matrix-sheet:{plan}:0"),
    *_presses("coordinator* expert*", "matrix-row:{activity}:0"),
    *_presses(OF_SCHOOL, "matrix:{plan@A}:{school}:0"),
    *_presses(OF_SCHOOL, "target-of:{activity@A}:0:{school}"),
    *_presses(PLANNERS, "target-ask:{activity@A}:0:{school}:value"),
    Row(
        "text target-figure",
        "12",
        PLANNERS,
        data={"activity": "{activity@A}", "index": 0, "school": "{school}", "point": "value"},
    ),
    # Meetings: held by who leads a place, looked after by the coordinator, attended by the whole district.
    *_presses(HOLDERS, "events:{district}:0", "event-new:{district}:0", "event-free:{district}"),
    *_presses(HOLDERS, "event-row:{district@A}:{activity}"),
    Row("text event-title", "Семинар", HOLDERS, data={"district": "{district}"}),
    Row("text event-day", "15 октября 2026", HOLDERS, data=_MEETING),
    Row("press event-today", "event-today", HOLDERS, state="event-day", data=_MEETING),
    *_presses(COORDINATOR, "event:{event}", "event-qr:{event}", "event-people:{event}:0"),
    *_presses(COORDINATOR, "event-sheet:{event}", "event-close:{event}", "event-reopen:{event}"),
    Row("command start at", "{event.token}", OF_DISTRICT),
    *_presses(OF_DISTRICT, "event-here:{event.token}", "event-not-here:{event.token}"),
    # How well classes know subjects: a school sees itself, the coordinator every school.
    *_presses(
        OF_SCHOOL, "scores:{school}", "scores-half:{school}:2025:2:0", "scores-subjects:{school}:2025:2"
    ),
    *_presses("coordinator* expert*", "scores-all:{district}", "scores-all-half:{district}:2025:2:0"),
    *_presses(PLANNERS, "scores-add:{school}:2025:2"),
    Row("text scores", "(7А Алг. 58)", PLANNERS, data=_SCORES),
    Row("file scores", "scores.csv", PLANNERS, data=_SCORES),
    # Self-diagnosis: the coordinator runs it, teachers answer, the head and she see the profile.
    *_presses(COORDINATOR, "waves:{district}", "waves-page:{district}:0", "wave-new:{district}"),
    *_presses(COORDINATOR, "wave-card:{district}:{pack}", "wave-chosen:{district}:{pack}:schools:final"),
    *_presses(COORDINATOR, "wave-start:{district}:{pack}:together:interim", world="draft"),
    *_presses(COORDINATOR, "wave:{wave.closed}", "wave-page:{wave.open}:0", "wave-close:{wave.open}"),
    *_presses(COORDINATOR, "wave-turnout:{wave.closed}:0", "wave-turnout:{wave.open}:0"),
    *_presses(COORDINATOR, "wave-close-yes:{wave.open}"),
    *_presses(COORDINATOR, "wave-release:{wave.closed}", "wave-release-yes:{wave.closed}"),
    *_presses(COORDINATOR, "packs:{district}", "packs-page:{district}:0", "pack:{district}:{pack}"),
    *_presses(COORDINATOR, "preview:{district}:{pack}:0", "pack-paper:{district}:{pack}"),
    *_presses(COORDINATOR, "pack-send:{district}"),
    Row("file pack-file", "pack.yaml", COORDINATOR, data={"district": "{district}"}),
    *_presses("teacher head deputy", "survey"),
    Row("command survey", "", "teacher head deputy"),
    *_presses(TEACHERS, "survey-open:{wave.open}", "survey-go:{wave.open}", "survey-review:{wave.open}:0"),
    *_presses(TEACHERS, "question:{wave.open}:{item}", "ans:{wave.open}:{item}:{value}"),
    *_presses(TEACHERS, "skip:{wave.open}:{item}", "survey-send:{wave.open}"),
    *_presses(TEACHERS, "anonymity:{wave.open}", "due-survey:{wave.open}"),
    *_presses("", "pick:{wave.open}:{item}:{value}", "unpick:{wave.open}:{item}:{value}", stale=TEACHERS),
    Row("text survey-line", "12", TEACHERS, data=_ON_ITEM, says="error-answer-press"),
    *_presses(MANAGED, "profile:{school}", "profile-of:{wave.closed@A}:{school}"),
    *_presses("", "profile-of:{wave.closed@B}:{school}"),
    # Answers by question: of a school its own, of all that are shown the coordinator's.
    *_presses(MANAGED, "by-question-waves:{school}:0", "by-question:{wave.closed@A}:{school}:0"),
    *_presses(
        MANAGED, "by-question-one:{wave.closed@A}:{school}:0:0", "by-question-file:{wave.closed@A}:{school}"
    ),
    *_presses(COORDINATOR, "by-question:{wave.closed}:0:0", "by-question-one:{wave.closed}:0:0:0"),
    *_presses("", "by-question:{wave.closed@B}:{school}:0"),
    Row(
        "press by-question-change",
        "by-question-change:{wave.closed@A}:{school}:0",
        MANAGED,
        says="error-results-one-wave",
    ),
    *_presses(MANAGED, "profile-waves:{school}", "profile-radar:{wave.closed@A}:{school}"),
    *_presses(MANAGED, "profile-why:{wave.closed@A}:{school}:3"),
    Row(
        "press profile-change",
        "profile-change:{wave.closed@A}:{school}:0",
        MANAGED,
        says="error-change-one-wave",
    ),
    *_presses(MANAGED, "official:{school}", "official-set:{school}:3:high"),
    *_presses("coordinator* head deputy teacher", "consensus:{school}"),
    Row("press consensus-new", "consensus-new:{school}", MANAGED, says="error-consensus-open"),
    *_presses(MANAGED, "consensus-close:{meeting.open}"),
    *_presses("head deputy teacher", "consensus-rate:{meeting.open}:3:high"),
    *_presses(MANAGED, "consensus-agree:{meeting.closed}:3:high", "consensus-note:{meeting.closed}"),
    Row("text consensus-note", "3: так решили", MANAGED, data={"meeting": "{meeting.closed}"}),
    *_presses(MANAGED, "programme:{school}"),
    *_presses(COORDINATOR, "heat:{district}:0", "heat-factor:{district}:3", "gaps:{district}:0"),
    # Which rows answer a factor: the district's rows are judged by all its schools' leaders.
    *_presses(PLANNERS, "gaps:{district@A}:{school}", "gap:{district@A}:{school}:3:0"),
    *_presses(PLANNERS, "gap-nothing:{district@A}:{school}:0"),
    *_presses("coordinator* head* deputy*", "gap-row:{activity}", "gap-say:{activity}:3:1"),
    *_presses(MANAGED, "gap-add:{school}:3"),
    Row(
        "text gap-line",
        "Родительский клуб",
        MANAGED,
        data={"school": "{school}", "factor": 10, "words": {}},
    ),
)
