"""Districts, places and invitations as screens."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.local_time import RUSSIAN_ZONES
from bot.domain.names import brief
from bot.domain.people import Role
from bot.screen import Row, Screen, Text, Texts, button, lines, text
from bot.use_cases.districts import MORNING_HOURS
from bot.use_cases.invitations import Colleague, Places, Staff
from handlers.shared import HOME_ROW, LABEL, page_of, pager, role_in_place, zone_key
from storage.districts import District

_STAFF_SHOWN = 30  # names; a whole staff room would not fit one message


def districts(found: Sequence[District]) -> Screen:
    rows: tuple[Row, ...] = tuple((button(text("literal", words=d.name), "district", d.id),) for d in found)
    new = (button("button-district-new", "district-new"),)
    return Screen(text("districts", n=len(found)), (*rows, new, HOME_ROW))


def district(card: District) -> Screen:
    words = text(
        "district", name=card.name, zone=text(zone_key(card.zone)), hour=f"{card.morning_hour:02}:00"
    )
    invite = (button("button-invite-coordinator", "invite-coordinator", card.id),)
    return Screen(words, (invite, HOME_ROW))


def ask_name() -> Screen:
    return Screen(text("district-ask-name"), (HOME_ROW,))


def ask_zone(name: str) -> Screen:
    zones = [button(zone_key(zone), "district-zone", i) for i, zone in enumerate(RUSSIAN_ZONES)]
    rows = tuple(tuple(zones[i : i + 2]) for i in range(0, len(zones), 2))
    return Screen(text("district-ask-zone", name=name), rows)


def ask_hour(name: str, zone: int) -> Screen:
    hours = [button(text("literal", words=f"{hour:02}:00"), "district-hour", hour) for hour in MORNING_HOURS]
    rows = (tuple(hours[:3]), tuple(hours[3:]))
    return Screen(text("district-ask-hour", name=name, zone=text(zone_key(RUSSIAN_ZONES[zone]))), rows)


def invitation(bot_username: str, token: str, role: Role, place: str) -> Screen:
    link = f"https://t.me/{bot_username}?start=inv_{token}"
    key = "invitation-many" if role is Role.TEACHER else "invitation"
    return Screen(text(key, link=link, role=role_in_place(role, place)), (HOME_ROW,), fresh=True)


def places(district_id: int, found: Places, page: int) -> Screen:
    if not found.schools and not found.organisations:
        return Screen(text("places-none"), ((button("button-schools", "schools", district_id),), HOME_ROW))
    items = [("staff", s.id, s.name) for s in found.schools]
    items += [("staff-body", o.id, o.name) for o in found.organisations]
    shown, page = page_of(items, page)
    rows: tuple[Row, ...] = tuple(
        (button(text("literal", words=brief(name, LABEL)), route, place),) for route, place, name in shown
    )
    turn = pager("places", district_id, page=page, total=len(items))
    return Screen(text("places", n=len(items)), (*rows, *turn, HOME_ROW))


def staff(found: Staff, today: date) -> Screen:
    place = found.place.id
    buttons = [button(f"button-invite-{role.value}", "invite", role.value, place) for role in found.invitable]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    changes = (
        button("button-substitutes", "substitutes", place, 0),
        button("button-leaving", "leaving", f"s{place}", 0),
    )
    time = (button("button-school-zone", "school-zone", place),) if Role.HEAD in found.invitable else ()
    return Screen(_staff_words(found, today), (*rows, changes, *((time,) if time else ()), HOME_ROW))


def body_staff(found: Staff, today: date) -> Screen:
    invite = tuple(button("button-invite-methodist", "invite-body", found.place.id) for _ in found.invitable)
    leaving = (button("button-leaving", "leaving", f"o{found.place.id}", 0),)
    return Screen(_staff_words(found, today), (invite, leaving, HOME_ROW))


def _staff_words(found: Staff, today: date) -> Texts:
    title = text("staff", place=found.place.name, n=len(found.people))
    people = [_staff_person(person, today) for person in found.people]
    return lines(title, *people[:_STAFF_SHOWN])


def _staff_person(found: Colleague, today: date) -> Text:
    role = text("role-acting-head" if found.acting else f"role-{found.role}")
    if found.leave and today < found.leave:
        return text("staff-person-away", name=found.name, role=role, day=found.leave)
    return text("staff-person", name=found.name, role=role)
