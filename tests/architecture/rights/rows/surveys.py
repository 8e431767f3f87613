"""Self-diagnosis: waves, questionnaires, answers."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, MANAGED, TEACHERS

_ON_ITEM = {"wave": "{wave.open}", "item": "{item}"}

ROWS: tuple[Row, ...] = (
    # Self-diagnosis: the coordinator runs it, teachers answer, the head and she see the profile.
    *presses(COORDINATOR, "waves:{district}", "waves-page:{district}:0", "wave-new:{district}"),
    *presses(COORDINATOR, "wave-card:{district}:{pack}", "wave-chosen:{district}:{pack}:schools:final"),
    *presses(COORDINATOR, "wave-start:{district}:{pack}:together:interim", world="draft"),
    *presses(COORDINATOR, "wave:{wave.closed}", "wave-page:{wave.open}:0", "wave-close:{wave.open}"),
    *presses(COORDINATOR, "wave-turnout:{wave.closed}:0", "wave-turnout:{wave.open}:0"),
    *presses(COORDINATOR, "wave-close-yes:{wave.open}"),
    *presses(COORDINATOR, "wave-release:{wave.closed}", "wave-release-yes:{wave.closed}"),
    *presses(COORDINATOR, "packs:{district}", "packs-page:{district}:0", "pack:{district}:{pack}"),
    *presses(COORDINATOR, "preview:{district}:{pack}:0", "pack-paper:{district}:{pack}"),
    *presses(COORDINATOR, "pack-send:{district}"),
    Row("file pack-file", "pack.yaml", COORDINATOR, data={"district": "{district}"}),
    *presses("teacher head deputy", "survey", "anonymity-waves:0"),
    Row("command survey", "", "teacher head deputy"),
    *presses(TEACHERS, "survey-open:{wave.open}", "survey-go:{wave.open}", "survey-review:{wave.open}:0"),
    *presses(TEACHERS, "question:{wave.open}:{item}", "ans:{wave.open}:{item}:{value}"),
    *presses(TEACHERS, "skip:{wave.open}:{item}", "survey-send:{wave.open}"),
    *presses(TEACHERS, "anonymity:{wave.open}", "due-survey:{wave.open}"),
    *presses("", "pick:{wave.open}:{item}:{value}", "unpick:{wave.open}:{item}:{value}", stale=TEACHERS),
    Row("text survey-line", "12", TEACHERS, data=_ON_ITEM, says="error-answer-press"),
    *presses(MANAGED, "profile:{school}", "profile-of:{wave.closed@A}:{school}"),
    *presses("", "profile-of:{wave.closed@B}:{school}"),
)
