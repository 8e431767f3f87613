"""Districts, schools, and who works there, stands in or leaves."""

from __future__ import annotations

from tests.architecture.rights.row import Row, presses
from tests.architecture.rights.who import COORDINATOR, MANAGED

ROWS: tuple[Row, ...] = (
    # Districts are the admin's, and the upkeep of the bot.
    *presses("admin", "upkeep", "letters:0"),
    *presses("admin", "letter-again:{letter}", "letter-drop:{letter}", stale="admin"),
    *presses("admin", "districts", "district-new"),
    Row("text district-name", "Новый район", "admin"),
    Row("press district-zone", "district-zone:0", "admin", state="district-name", data={"name": "Новый"}),
    Row(
        "press district-hour",
        "district-hour:8",
        "admin",
        state="district-hour",
        data={"name": "Новый", "zone": "Europe/Moscow"},
    ),
    *presses("admin coordinator*", "district:{district}"),
    *presses("admin", "invite-coordinator:{district}"),
    # People: the coordinator everywhere, a head in the own school; leaders are the coordinator's.
    *presses(COORDINATOR, "people:{district}", "places:{district}:0", "staff-body:{body}"),
    *presses(COORDINATOR, "invite-body:{body}", "invite:head:{school}", "invite:curator:{school}"),
    *presses(MANAGED, "staff:{school}", "invite:deputy:{school}", "invite:teacher:{school}"),
    # Who stands in for the head, and who leaves: the head and the coordinator say so.
    *presses(MANAGED, "substitutes:{school}:0", "substitute:{school@A1}:{deputy}"),
    *presses(MANAGED, "substitute-drop:{substitution}"),
    Row(
        "text substitute",
        "с 1 по 14 декабря 2026",
        MANAGED,
        data={"school": "{school@A1}", "person": "{deputy}"},
    ),
    *presses(MANAGED, "leaving:s{school}:0", "leave:s{school@A1}:{deputy}:0"),
    *presses(MANAGED, "leave-yes:s{school@A1}:{deputy}:0"),
    # A head is let go by the coordinator alone, and nobody goes on with what is not theirs.
    *presses(COORDINATOR, "leave-yes:s{school@A1}:{head}:0", "leaving:o{body}:0"),
    *presses("", "leave-yes:s{school@A1}:{deputy@A1}:{head@B1}"),
    # A link to a district's or an organisation's role does not come out of a school.
    *presses("", "invite:coordinator:{school}", "invite:expert:{school}", stale="everyone"),
    *presses("", "invite:admin:{school}", "invite:methodist:{school}", stale="everyone"),
    # Schools.
    *presses(COORDINATOR, "schools:{district}", "schools-page:{district}:0", "schools-add:{district}"),
    *presses("coordinator* expert* curator head deputy", "school:{school}"),
    *presses(COORDINATOR, "school-zone:{school}", "school-zone-set:{school}:3"),
    Row("text schools-add", "Новая школа", COORDINATOR, data={"district": "{district}"}),
)
