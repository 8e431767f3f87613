"""Whose tasks the rows are."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR

ROWS: tuple[Row, ...] = (
    *presses(COORDINATOR, "binding:{plan}", "binding-page:{plan}:0", world="approved"),
    *presses(COORDINATOR, "binding-accept:{plan}", "plan-launch:{plan}", world="approved"),
    *presses(COORDINATOR, "plan-reopen:{plan}", "parties:{district}:0", world="approved"),
    *presses("", "binding:{plan}", "binding-accept:{plan}", stale=COORDINATOR),  # live: launched is bound
    *(
        row
        for plan in ("{plan}", "0")  # in the plan's review, and in the district's memory
        for row in (
            *presses(
                COORDINATOR, f"party:{plan}:{{party}}", f"party-every:{plan}:{{party}}", world="approved"
            ),
            *presses(COORDINATOR, f"party-own:{plan}:{{party}}", world="approved"),
            *presses(COORDINATOR, f"party-nobody:{plan}:{{party}}", world="approved"),
            *presses(COORDINATOR, f"party-schools:{plan}:{{party}}:0", world="approved"),
            *presses(COORDINATOR, f"party-some:{plan}:{{party}}:0", world="approved"),
            *presses(COORDINATOR, f"party-done:{plan}:{{party}}", world="approved"),
            *presses(COORDINATOR, f"party-bodies:{plan}:{{party}}:0", world="approved"),
            *presses(COORDINATOR, f"party-new-body:{plan}:{{party}}", world="approved"),
            *presses(COORDINATOR, f"party-new-school:{plan}:{{party}}", world="approved"),
            *presses(COORDINATOR, f"party-others:{plan}:{{party}}:0", world="approved"),
            *presses(COORDINATOR, f"party-part:{plan}:{{party}}", world="approved"),
            # What is bound already has no proposal to accept.
            *presses("", f"party-ok:{plan}:{{party}}", world="approved", stale=COORDINATOR),
            # A place or another party is the same district's.
            *presses("=coordinator A", f"party-same:{plan}:{{party@A}}:{{party.other}}", world="approved"),
        )
    ),
    *presses("=coordinator A", "party-school:{plan@A}:{party@A}:{school}", world="approved"),
    *presses("=coordinator A", "party-toggle:{plan@A}:{party@A}:{school}:0", world="approved"),
    *presses("=coordinator A", "party-body:{plan@A}:{party@A}:{body}", world="approved"),
    *presses(
        "",
        "party-school:{plan@A}:{party@A}:{school@B1}",
        "party-toggle:{plan@A}:{party@A}:{school@B1}:0",
        "party-body:{plan@A}:{party@A}:{body@B body}",
        "party-same:{plan@A}:{party@A}:{party@B}",
        "party:{plan@A}:{party@B}",
        world="approved",
    ),
    *presses(COORDINATOR, "handover:{district}"),
    # Every task stands where it should.
    *presses(COORDINATOR, "handover-yes:{district}"),
)
