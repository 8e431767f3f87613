"""How schools are helped: practices, consultations, partner schools."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import AUTHOR, COORDINATOR, OF_DISTRICT, READERS, WATCHERS_OF_PAIRS

_CONSULTATION = {
    "district": "{district}",
    "factor": 3,
    "starts": "2026-10-15T15:00:00+03:00",
    "place": "Кабинет 3",
}

ROWS: tuple[Row, ...] = (
    # Method work. The bank of practices is everybody's; what goes into it is for the author to say.
    *presses("everyone", "method-work:{district@A}", "practices:0:0", "practice-factors", "practice-search"),
    Row("text practice-search", "мониторинг", "everyone"),
    Row(
        "press practices-found",
        "practices-found:0",
        "everyone",
        state="practice-search",
        data={"words": "мел"},
    ),
    *presses(COORDINATOR, "practice-offer:{task.accepted}", "practice-factor:{task.accepted}:6"),
    Row("text practice-effect", "Оценки выросли", COORDINATOR, data={"task": "{task.accepted}", "factor": 6}),
    *presses("everyone", "practice:{practice.published@A1}", "practice-files:{practice.published@A1}"),
    *presses(AUTHOR, "practice-agree:{practice.asked}:1"),
    *presses("", "practice-agree:{practice.published}:1", stale=AUTHOR),
    *presses("coordinator* deputy", "practice:{practice.asked}", "practice-decline:{practice.asked}"),
    *presses(
        OF_DISTRICT,
        "consultations:{district}:0",
        "consultation:{consultation}",
        "due-consultation:{consultation}",
    ),
    *presses("curator* head* deputy* teacher*", "consultation-book:{consultation}"),
    *presses("=head A1", "consultation-leave:{consultation.booked@A}", stale=OF_DISTRICT),
    *presses(
        "coordinator* methodist*",
        "consultation-cancel:{consultation}",
        "consultation-cancel-yes:{consultation}",
    ),
    *presses("coordinator* methodist*", "consultation-new:{district}", "consultation-factor:{district}:3"),
    *presses("coordinator* methodist*", "consultation-report:{district}"),
    *(
        Row(route, act, "coordinator* methodist*", state=state, data=_CONSULTATION)
        for route, act, state in (
            ("text consultation-start", "15 октября 2026 в 15:00", ""),
            ("text consultation-place", "Кабинет 3", ""),
            ("press consultation-seats", "consultation-seats:5", "consultation-seats"),
        )
    ),
    # Partner schools: of the pairs everybody sees their own, the district's people see all.
    *presses(READERS, "partners:{district}:0"),
    *presses(WATCHERS_OF_PAIRS, "partner:{pair}"),
    *presses("coordinator* head deputy", "partner-event:{pair}"),
    Row("text partner-event", "15 октября: урок", "coordinator* head deputy", data={"pair": "{pair}"}),
    *presses(COORDINATOR, "partner-host:{district}:0", "partner-school:{district}:0:0"),
    *presses("=coordinator A", "partner-until:{school@A2}:{school}"),
    *presses("", "partner-until:{school@A2}:{school@B1}"),
    Row(
        "text partner-until",
        "до 31 мая 2027",
        "=coordinator A",
        data={"host": "{school@A2}", "school": "{school}"},
    ),
    *presses(COORDINATOR, "partner-prolong:{pair}", "partner-part:{pair}", "partner-part-yes:{pair}"),
    Row("text partner-prolong", "до 31 мая 2027", COORDINATOR, data={"pair": "{pair}"}),
)
