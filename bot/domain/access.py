"""The table of who may do what to which object. What stands in no row is denied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto

from bot.domain.errors import Forbidden
from bot.domain.people import Membership, Person, Role


class Action(StrEnum):
    SEE_UPKEEP = "see upkeep"
    CREATE_DISTRICT = "create district"
    SEE_DISTRICT = "see district"
    INVITE_COORDINATOR = "invite coordinator"
    INVITE = "see and invite the staff of a place"
    INVITE_LEADER = "invite who confirms, examines or acts for an organisation"
    NAME_SUBSTITUTE = "say who stands in for a head"
    EDIT_SCHOOLS = "edit schools"
    IMPORT_PLAN = "import plan"
    BIND_PARTIES = "bind parties"
    SEND_PLAN = "send a plan out of the blue"
    SEE_PLAN = "see plan"
    SEE_SCHOOL_PLAN = "see a school's own plan"
    EXPORT_PLAN = "export plan"
    EDIT_TEMPLATES = "change the forms of a district's papers"
    SEE_CALENDAR = "have the own deadlines in a calendar"
    SEE_PROGRESS = "see progress"
    SEE_DIGEST = "see the digest as it is now"
    LIST_TASKS = "list tasks"
    SEE_TASK = "see task"
    FILE_REPORT = "file report"
    CONFIRM_REPORT = "confirm report"
    ACCEPT_REPORT = "accept report"
    REMARK = "say something of a report without deciding on it"
    SEE_EXAMINATIONS = "see what experts found"
    EXAMINE = "write down an examination"
    SEE_SCORES = "see how well classes know subjects"
    ENTER_SCORES = "type in how well classes know subjects"
    HOLD_EVENT = "hold a meeting and its register"
    ATTEND = "say that one is at a meeting"
    SEE_TARGETS = "see what the plan wants to reach in numbers"
    TYPE_FIGURES = "type in a school's figures"
    SET_LEVELS = "say who checks the reports of a plan"
    SCHEDULE_TASK = "schedule task"
    SNOOZE_TASK = "snooze task"
    REFUSE_TASK = "say that a task is not one's own"
    DECIDE_HANDS = "decide whose a task is that somebody refused"
    HOLD_DOWN = "let a late task rise no higher"
    SET_HABITS = "choose when to be written to"
    SET_REMINDERS = "say when and how a district is reminded"
    RUN_WAVE = "run wave"
    ANSWER_SURVEY = "answer survey"
    SEE_PROFILE = "see profile"
    KEEP_PROFILE = "type in official levels, agree on levels and answer gaps"
    RATE_FACTORS = "rate the factors of one's own school"
    SEE_GAPS = "see which factors the plan answers"
    OFFER_PRACTICE = "offer an accepted report to the bank of practices"
    SEE_PRACTICES = "read the bank of practices"
    SEE_CONSULTATIONS = "see when consultations are held"
    BOOK_CONSULTATION = "take a seat at a consultation"
    HOLD_CONSULTATION = "offer and cancel consultations"
    SEE_PARTNERS = "list the partner schools that concern one"
    SEE_PARTNERSHIP = "see a pair in which a school stands"
    PAIR_SCHOOLS = "say which school helps which"
    NOTE_JOINT_EVENT = "note what partner schools do together"
    HOLD_MEETING = "call a meeting and note what it decides"
    CHECK_PLAN = "check a file without importing it"
    USE_MENU = "use menu"


class Reach(Enum):
    """How far a role's right goes: to objects of which place."""

    EVERYWHERE = auto()
    DISTRICT = auto()
    SCHOOL = auto()
    ORGANISATION = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object belongs. A plan or a wave belongs to a district, a task to its school or body."""

    district_id: int | None = None
    school_id: int | None = None
    organisation_id: int | None = None


_E, _D, _S, _O = Reach.EVERYWHERE, Reach.DISTRICT, Reach.SCHOOL, Reach.ORGANISATION
_A, _C = Role.ADMIN, Role.COORDINATOR
_H, _P, _T, _M, _U, _X = Role.HEAD, Role.DEPUTY, Role.TEACHER, Role.METHODIST, Role.CURATOR, Role.EXPERT

RIGHTS: Mapping[Action, Mapping[Role, Reach]] = {
    Action.SEE_UPKEEP: {_A: _E},
    Action.CREATE_DISTRICT: {_A: _E},
    Action.SEE_DISTRICT: {_A: _E, _C: _D},
    Action.INVITE_COORDINATOR: {_A: _E},
    Action.INVITE: {_C: _D, _H: _S},
    Action.INVITE_LEADER: {_C: _D},
    Action.NAME_SUBSTITUTE: {_C: _D, _H: _S},
    Action.EDIT_SCHOOLS: {_C: _D},
    # A plan belongs to a district or to one of its schools, whose staff reach only their own.
    Action.IMPORT_PLAN: {_C: _D, _H: _S, _P: _S},
    Action.BIND_PARTIES: {_C: _D},
    Action.SEND_PLAN: {_C: _D},
    Action.SEE_PLAN: {_C: _D, _X: _D, _M: _D, _U: _D, _H: _D, _P: _D},
    Action.SEE_SCHOOL_PLAN: {_C: _D, _X: _D, _U: _S, _H: _S, _P: _S},
    Action.EXPORT_PLAN: {_C: _D, _X: _D, _H: _S, _P: _S},
    Action.EDIT_TEMPLATES: {_C: _D},
    Action.SEE_CALENDAR: dict.fromkeys((_C, _M, _H, _P, _U, _X), _E),
    Action.SEE_PROGRESS: {_C: _D, _X: _D, _U: _S, _H: _S, _P: _S},
    Action.SEE_DIGEST: {_C: _D, _U: _S, _H: _S},
    Action.LIST_TASKS: {_C: _D, _X: _D, _M: _O, _U: _S, _H: _S, _P: _S},
    Action.SEE_TASK: {_C: _D, _X: _D, _M: _O, _U: _S, _H: _S, _P: _S},
    Action.FILE_REPORT: {_C: _D, _M: _O, _H: _S, _P: _S},
    Action.CONFIRM_REPORT: {_H: _S},
    Action.ACCEPT_REPORT: {_C: _D},
    Action.REMARK: {_X: _D, _U: _S},
    Action.SEE_EXAMINATIONS: {_C: _D, _X: _D, _U: _S, _H: _S, _P: _S},
    Action.EXAMINE: {_X: _D},
    Action.SEE_SCORES: {_C: _D, _X: _D, _U: _S, _H: _S, _P: _S},
    Action.ENTER_SCORES: {_C: _D, _H: _S, _P: _S},
    Action.HOLD_EVENT: {_C: _D, _M: _O, _H: _S, _P: _S},
    Action.ATTEND: dict.fromkeys((_C, _M, _H, _P, _T, _U, _X), _D),
    Action.SEE_TARGETS: {_C: _D, _X: _D, _U: _S, _H: _S, _P: _S},
    Action.TYPE_FIGURES: {_C: _D, _H: _S, _P: _S},
    # A deputy runs the school's plan, but does not say whether the head is asked.
    Action.SET_LEVELS: {_C: _D, _H: _S},
    Action.SCHEDULE_TASK: {_C: _D},
    Action.SNOOZE_TASK: {_C: _D, _M: _O, _H: _S, _P: _S},
    Action.REFUSE_TASK: {_M: _O, _H: _S, _P: _S},
    Action.DECIDE_HANDS: {_C: _D, _H: _S},
    Action.HOLD_DOWN: {_C: _D},
    Action.SET_HABITS: dict.fromkeys((_C, _M, _H, _P, _U, _X), _E),
    Action.SET_REMINDERS: {_C: _D},
    Action.RUN_WAVE: {_C: _D},
    Action.ANSWER_SURVEY: {_T: _S, _H: _S, _P: _S},
    Action.SEE_PROFILE: {_C: _D, _H: _S},
    Action.KEEP_PROFILE: {_C: _D, _H: _S},
    Action.RATE_FACTORS: {_H: _S, _P: _S, _T: _S},
    Action.SEE_GAPS: {_C: _D, _H: _S, _P: _S},
    Action.OFFER_PRACTICE: {_C: _D},
    Action.SEE_PRACTICES: dict.fromkeys(Role, _E),
    Action.SEE_CONSULTATIONS: dict.fromkeys((_C, _X, _M, _U, _H, _P, _T), _D),
    Action.BOOK_CONSULTATION: dict.fromkeys((_U, _H, _P, _T), _D),
    Action.HOLD_CONSULTATION: {_C: _D, _M: _D},
    Action.SEE_PARTNERS: dict.fromkeys((_C, _X, _M, _U, _H, _P), _D),
    Action.SEE_PARTNERSHIP: {_C: _D, _X: _D, _M: _D, _U: _S, _H: _S, _P: _S},
    Action.PAIR_SCHOOLS: {_C: _D},
    Action.NOTE_JOINT_EVENT: {_C: _D, _H: _S, _P: _S},
    Action.HOLD_MEETING: {_C: _D},
    Action.CHECK_PLAN: dict.fromkeys(Role, _E),
    Action.USE_MENU: dict.fromkeys(Role, _E),
}


INVITE_ACTIONS: Mapping[Role, Action] = {
    Role.COORDINATOR: Action.INVITE_COORDINATOR,
    Role.CURATOR: Action.INVITE_LEADER,
    Role.EXPERT: Action.INVITE_LEADER,
    Role.METHODIST: Action.INVITE_LEADER,
    Role.HEAD: Action.INVITE_LEADER,
    Role.DEPUTY: Action.INVITE,
    Role.TEACHER: Action.INVITE,
}


def _reaches(reach: Reach, membership: Membership, place: Place) -> bool:
    match reach:
        case Reach.EVERYWHERE:
            return True
        case Reach.DISTRICT:
            return place.district_id is not None and membership.district_id == place.district_id
        case Reach.SCHOOL:
            return place.school_id is not None and membership.school_id == place.school_id
        case Reach.ORGANISATION:
            return place.organisation_id is not None and membership.organisation_id == place.organisation_id


def may(person: Person | None, action: Action, place: Place) -> bool:
    """Whether one of the person's memberships carries ``action`` as far as ``place``."""
    if person is None:
        return False
    rights = RIGHTS[action]
    return any(m.role in rights and _reaches(rights[m.role], m, place) for m in person.memberships)


def acts_for_another(person: Person, action: Action, place: Place) -> bool:
    """Whether the person has the right only because they stand in for somebody."""
    own = replace(person, memberships=tuple(m for m in person.memberships if not m.acting))
    return may(person, action, place) and not may(own, action, place)


def may_somewhere(person: Person | None, action: Action) -> bool:
    """Whether any role of the person carries ``action`` at all: the first, coarse gate of a route."""
    return person is not None and any(m.role in RIGHTS[action] for m in person.memberships)


def require(person: Person | None, action: Action, place: Place) -> None:
    """Raise :class:`Forbidden` unless ``person`` may do ``action`` at ``place``."""
    if not may(person, action, place):
        raise Forbidden
