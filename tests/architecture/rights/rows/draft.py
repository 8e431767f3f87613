"""Plans that are not live yet: the document, its doubts, its rows."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, PLANNERS, READERS

_PASTED = "№\nМероприятие\nСрок\nОтветственный\n1\nСеминар\nмай 2027\nРМК"
_PASTING = {"district": "{district}", "school": 0, "pieces": [_PASTED]}
_NEW_ROW = {"number": "", "title": "Дело", "deadline": "", "responsible": ""}

ROWS: tuple[Row, ...] = (
    # A check keeps nothing, so whoever is registered may have one; the list is of one's own check.
    *presses("everyone", "checkup"),
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
    *presses(COORDINATOR, "plan-file:{district}:0", world="empty"),
    # Pasted as text, piece by piece; whose dialog it is, theirs are the pieces.
    Row("text plan-file", _PASTED, COORDINATOR, "empty", data={"district": "{district}", "school": 0}),
    *(
        Row(route, act, COORDINATOR, "empty", state="plan-paste", data=_PASTING)
        for route, act in (
            ("text plan-paste", _PASTED),
            ("file plan-paste", "plan.txt"),
            ("press paste-done", "paste-done"),
            ("press paste-again", "paste-again"),
        )
    ),
    *presses(READERS, "plans:{district}", "plans-list:{district}:0", world="draft"),
    *presses(COORDINATOR, "plan:{plan}", "sections:{plan}:0", world="draft"),
    # A school's plan is sent by its own staff, or by the coordinator for it.
    *presses(PLANNERS, "plan-file:{district@A}:{school}", world="empty"),
    Row(
        "file plan-file",
        "plan.txt",
        PLANNERS,
        "empty",
        data={"district": "{district@A}", "school": "{school}"},
    ),
    *presses(COORDINATOR, "section:{section}:0", "activity:{activity}", world="draft"),
    *presses(COORDINATOR, "activity-tasks:{activity}:0", "plan-unread:{plan}:0", world="draft"),
    *presses(COORDINATOR, "draft-discard:{plan}", "draft-discard-yes:{plan}", world="draft"),
    *presses(COORDINATOR, "plan-export:{plan}", world="draft"),
    *presses(COORDINATOR, "doubts:{plan}", "doubt:{doubt}", "doubt-ok:{doubt}", world="draft"),
    Row("press plan-year", "plan-year:{plan}:2026-2027", COORDINATOR, "draft", says="error-plan-has-year"),
    *presses(COORDINATOR, "row-doubts:{activity.doubted}", "notes-ok:{plan}", world="draft"),
    *presses(COORDINATOR, "doubt-fix:{doubt.fix}", "doubt-edit:{doubt}:deadline", world="draft"),
    # Rows worded anew, field by field.
    *presses(COORDINATOR, "row-edit:{activity}", "field:{activity}:title", world="draft"),
    Row(
        "text field",
        "до 15 марта 2027",
        COORDINATOR,
        "draft",
        data={"activity": "{activity}", "field": "deadline", "doubt": None},
    ),
    *presses(COORDINATOR, "field-clear:{activity}:result", "field-back:{activity}:result", world="draft"),
    *presses(COORDINATOR, "row-sections:{activity}:0", "row-section:{activity}:{section}", world="draft"),
    *presses("", "row-section:{activity@A}:{section@B}", world="draft"),
    *presses(COORDINATOR, "evidence:{activity}", "evidence-set:{activity}:photo", world="draft"),
    *presses(COORDINATOR, "evidence:{activity}", "evidence-set:{activity}:photo"),
    # Rows joined, split, added, taken out, and the way back.
    *presses(COORDINATOR, "row-join:{activity}", world="draft"),
    *presses(COORDINATOR, "row-join-yes:{activity}:{activity.below}", world="draft"),
    *presses(COORDINATOR, "row-split:{activity}", "row-split-at:{activity}:13", world="draft"),
    Row("text row-split", "Разбор", COORDINATOR, "draft", data={"activity": "{activity}"}),
    *presses(COORDINATOR, "row-remove:{activity}", "row-remove-yes:{activity}", world="draft"),
    *presses(COORDINATOR, "row-add:{activity}", world="draft"),
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
    *presses(COORDINATOR, "edits:{plan}:0", "edit-undo:{edit}", world="draft"),
    # Search, in whatever plan one may see.
    *presses(COORDINATOR, "search:{plan}", world="draft"),
    *presses(READERS, "search:{plan}", "found:{plan}:0", "found-by:{activity}"),
    Row("text search", "диагностика", READERS, data={"plan": "{plan}"}),
    *presses(COORDINATOR, "plan-approve:{plan}", "plan-approve-all:{plan}", world="draft"),
)
