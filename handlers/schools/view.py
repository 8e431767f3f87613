"""The schools of a district."""

from __future__ import annotations

from bot.domain.local_time import RUSSIAN_ZONES
from bot.domain.names import brief
from bot.screen import Row, Screen, Texts, button, lines, text
from bot.use_cases.school_zone import SchoolTime
from bot.use_cases.schools import MAX_SCHOOLS, Added, Schools
from handlers.shared import HOME_ROW, LABEL, PAGE, page_of, pager, shortened, zone_key

_NAME = 200  # characters shown


def schools(found: Schools, page: int = 0, added: Added | None = None) -> Screen:
    shown, page = page_of(found.schools, page)
    names = [
        text("school-line", number=str(page * PAGE + i), name=shortened(school.name, _NAME))
        for i, school in enumerate(shown, start=1)
    ]
    district = found.district_id
    rows: list[Row] = [
        (button(text("literal", words=brief(school.name, LABEL)), "school", school.id),) for school in shown
    ]
    rows += pager("schools-page", district, page=page, total=len(found.schools))
    if found.unbound:
        rows.append((button(text("button-binding", n=found.unbound), "binding", found.unbound_plan),))
    parties = button("button-parties", "parties", district, 0)
    rows.append((button("button-schools-add", "schools-add", district), parties))
    if found.schools:
        rows.append((button("button-people", "people", district), button("button-plan", "plans", district)))
    words = lines(
        _added(added) if added else None,
        lines(text("schools", n=len(found.schools)), *names),
        text("schools-next-binding", n=found.unbound) if found.unbound else None,
        separator="\n\n",
    )
    return Screen(words, (*rows, HOME_ROW))


def ask_list(district_id: int) -> Screen:
    back = (button("button-schools", "schools", district_id),)
    return Screen(text("schools-ask", max=MAX_SCHOOLS), (back, HOME_ROW))


def zone(found: SchoolTime) -> Screen:
    key = "school-zone-own" if found.is_own else "school-zone"
    words = text(key, name=shortened(found.school.name, _NAME), zone=text(zone_key(found.zone)))
    zones = [
        button(zone_key(z), "school-zone-set", found.school.id, i) for i, z in enumerate(RUSSIAN_ZONES, 1)
    ]
    rows: list[Row] = [tuple(zones[i : i + 2]) for i in range(0, len(zones), 2)]
    if found.is_own:
        rows.append((button("button-school-zone-district", "school-zone-set", found.school.id, 0),))
    back = (button("button-school-staff", "staff", found.school.id), *HOME_ROW)
    return Screen(words, (*rows, back))


def _added(added: Added) -> Texts:
    parts = [text("schools-added", n=added.new)]
    if added.known:
        parts.append(text("schools-known", n=added.known))
    if added.tasks:
        parts.append(text("schools-tasks", n=added.tasks))
    return lines(*parts)
