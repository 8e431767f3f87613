"""A meeting and its register: people say themselves that they are there, by a code word or a link."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.access import Action, Place, may
from bot.domain.people import Membership, Person, Role

MAX_TITLE = 300  # characters

# Words that are easily heard in a hall and written one way only.
CODE_WORDS = (
    *("берег", "весна", "ветер", "вишня", "гора", "город", "гранит", "дорога", "звезда", "зерно", "зима"),
    *("искра", "калина", "камень", "карта", "клен", "книга", "компас", "корабль", "лампа", "лето", "липа"),
    *("маяк", "мост", "море", "музыка", "небо", "облако", "озеро", "окно", "осень", "парус", "планета"),
    *("поле", "радуга", "река", "роза", "роща", "рябина", "сад", "сирень", "сосна", "степь", "тополь"),
)
CODE_NUMBERS = range(10, 100)


@dataclass(frozen=True, slots=True)
class Event:
    id: int
    district_id: int
    school_id: int | None
    organisation_id: int | None
    activity_id: int | None  # the row of the plan that it carries out
    title: str
    held_on: date
    code: str
    token: str
    closed_at: datetime | None
    present: int  # how many have said so

    @property
    def place(self) -> Place:
        """Whose it is."""
        return Place(self.district_id, self.school_id, self.organisation_id)

    @property
    def is_open(self) -> bool:
        return self.closed_at is None


@dataclass(frozen=True, slots=True)
class Attendee:
    name: str
    role: Role
    place: str  # the school's or the body's name; "" of the district's people


def spoken(code: str) -> str:
    """A code word as it is compared: letters' case, «ё» and spaces do not matter."""
    return " ".join(code.lower().replace("ё", "е").split())


def home_of(person: Person, district_id: int, action: Action) -> Membership | None:
    """The membership by which a person acts in a district: the first that carries ``action`` there."""
    for membership in person.memberships:
        place = Place(membership.district_id, membership.school_id, membership.organisation_id)
        alone = Person(person.id, person.account_id, person.name, person.language, (membership,))
        if membership.district_id == district_id and may(alone, action, place):
            return membership
    return None
