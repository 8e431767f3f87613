"""Plans: the district's as far as it has come, a school's own, a correction."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import insert, select, update

from bot.domain.people import Person
from bot.domain.plan import Fix, FixField, fix_to_json
from bot.domain.rows import Field
from bot.reading.plan_reader import read_plan
from bot.use_cases import editing, plans
from storage import Transaction, tables
from storage.searches import remember_search
from storage.tasks import open_due_tasks
from tests.architecture.rights.documents import DOCUMENTS, TASKS
from tests.architecture.rights.world import NOW, District


async def make_plan(district: District, status: str) -> None:
    coordinator = district.who("coordinator")
    plan = await _import(district, coordinator)
    async with district.storage.read() as tx:
        await _remember_plan(tx, district, plan)
    await _edit(district, plan)
    if status in ("approved", "live", "corrected"):
        await district.chat.press(coordinator, f"plan-approve-all:{plan}")
        await district.chat.press(coordinator, f"binding-accept:{plan}")
    if status in ("live", "corrected"):
        await district.chat.press(coordinator, f"plan-launch:{plan}")
        async with district.storage.begin() as tx:
            await open_due_tasks(tx, now=NOW)
            await _remember_tasks(tx, district)


async def make_school_plan(district: District) -> None:
    """A live plan of the first school, made by its head."""
    head = district.who("head", "1")
    plan = await _import(district, head, title="Школьная карта", school=district.of("school", "1"))
    for press in (f"plan-approve-all:{plan}", f"plan-launch:{plan}"):
        await district.chat.press(head, press)
    district.add("plan.school", plan, "1")


async def begin_correction(district: District) -> None:
    """A row of the live plan that is to be worded anew, and a draft that corrects nothing."""
    coordinator, plan, row = district.who("coordinator"), district.of("plan"), district.of("activity")
    await district.chat.press(coordinator, f"correct-rows:{plan}")
    a, v = tables.activities.c, tables.plan_versions.c
    async with district.storage.begin() as tx:
        await tx.execute(update(tables.activities).where(a.origin_id == row).values(title="Другое дело"))
        version = (await tx.execute(select(v.id).where(v.plan_id == plan))).scalar_one()
    district.add("version", version)
    district.add("change", f"o{row}")
    district.add("plan.spare", await _import(district, coordinator, title="Другая карта"))


async def _import(district: District, person: Person, *, title: str = "", school: int | None = None) -> int:
    draft = read_plan(DOCUMENTS["plan.txt"], "plan.txt")
    draft = replace(draft, title=title) if title else draft
    async with district.storage.begin() as tx:
        return await plans.import_plan(
            tx, person, district_id=district.id, draft=draft, file_name="plan.txt", school_id=school, now=NOW
        )


async def _remember_plan(tx: Transaction, district: District, plan: int) -> None:
    s, a, d = tables.sections.c, tables.activities.c, tables.doubts.c
    doubted = select(d.id, d.activity_id).where(d.plan_id == plan, d.activity_id.is_not(None))
    doubt, _ = (await tx.execute(doubted.order_by(d.position).limit(1))).one()
    party = select(tables.parties.c.id).where(tables.parties.c.district_id == district.id)
    for kind, query in (
        ("section", select(s.id).where(s.plan_id == plan)),
        ("activity", select(a.id).where(a.plan_id == plan).order_by(a.position).limit(1)),
        ("activity.below", select(a.id).where(a.plan_id == plan).order_by(a.position).offset(1).limit(1)),
        ("activity.doubted", select(d.activity_id).where(d.id == doubt)),
        ("party", party.limit(1)),
        ("party.other", party.offset(1).limit(1)),
    ):
        district.add(kind, (await tx.execute(query)).scalar_one())
    district.add("plan", plan)
    district.add("doubt", doubt)


async def _edit(district: District, plan: int) -> None:
    """Somebody corrected a row, a doubt proposes to correct it again, and everybody looked for it."""
    row, coordinator = district.of("activity.doubted"), district.who("coordinator")
    async with district.storage.begin() as tx:
        edited = await editing.edit_field(
            tx, coordinator, activity_id=row, field=Field.RESULT, words="Акт", now=NOW
        )
        values = {"plan_id": plan, "activity_id": row, "position": 99, "code": "wrong_word"}
        fix = fix_to_json(Fix(FixField.RESULT, "Акт сверки"))
        doubt = insert(tables.doubts).values(**values, message="", fix=fix).returning(tables.doubts.c.id)
        district.add("edit", edited.edit_id)
        district.add("doubt.fix", (await tx.execute(doubt)).scalar_one())
        for person in district.people.values():
            if person.memberships[0].district_id == district.id:
                await remember_search(tx, person.id, plan, "диагностика", now=NOW)


async def _remember_tasks(tx: Transaction, district: District) -> None:
    t, a = tables.tasks.c, tables.activities.c
    query = select(t.id, t.place, a.number).join(tables.activities, a.id == t.activity_id)
    rows = await tx.execute(query.where(t.district_id == district.id))
    found = {(row.number.rstrip("."), row.place): row.id for row in rows}
    for kind, numbers in TASKS.items():
        for number, places in numbers.items():
            for place in places:
                district.add(kind, found[number, _place_key(district, place)], place)


def _place_key(district: District, place: str) -> str:
    """A place of the district as tasks name it."""
    match place:
        case " own":
            return "c"
        case " body":
            return f"o{district.of('body', place)}"
        case _:
            return f"s{district.of('school', place)}"
