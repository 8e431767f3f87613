"""What a district remembers of its parties, on both engines."""

from __future__ import annotations

from sqlalchemy import insert

from bot.domain.binding import Binding, Target
from bot.domain.people import Role
from bot.domain.plan import Party, PartyKind
from storage import Storage, Transaction, parties, tables
from tests.factories import NOW, make_district, make_person, make_school

NAMES = ("Отдел образования", "УО", "ШНОР")
BODY = Binding(Target.COORDINATOR)


async def make_rows(
    tx: Transaction, district: int, school: int | None = None, names: tuple[str, ...] = NAMES
) -> tuple[int, dict[str, int]]:
    """A plan with a row for each name; the plan's id and the names' own."""
    author = (await make_person(tx, Role.COORDINATOR, district)).id
    found = {name: Party(name, PartyKind.ORGANISATION) for name in names}
    ids = await parties.remember_parties(tx, district, found)
    here = {"district_id": district, "school_id": school}
    words = {"status": "draft", "title": "План", "unread": [], "file_name": "p.txt"}
    row = insert(tables.plans).values(**here, **words, created_by=author, created_at=NOW)
    plan_id = int((await tx.execute(row.returning(tables.plans.c.id))).scalar_one())
    texts = dict.fromkeys(("title", "problem", "result", "responsible_text"), "")
    for place, name in enumerate(names):
        activity = {"plan_id": plan_id, "position": place, "number": f"{place}", "deadline": {}, "source": {}}
        added = await tx.execute(
            insert(tables.activities).values(**activity, **texts).returning(tables.activities.c.id)
        )
        link = {"activity_id": added.scalar_one(), "position": 0, "party_id": ids[name]}
        await tx.execute(insert(tables.activity_parties).values(**link))
    return plan_id, ids


def seen(uses: list[parties.PartyUse]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return [(use.party.text, use.names, use.numbers) for use in uses]


async def test_united_names_mean_one_party_and_rows_keep_their_words(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        plan, ids = await make_rows(tx, district)
        await parties.bind(tx, {ids["УО"]: BODY, ids["ШНОР"]: BODY})
        await parties.unite(tx, ids["ШНОР"], ids["УО"])
        # What was the same as the one is the same as the other: never a chain.
        await parties.unite(tx, ids["УО"], ids["Отдел образования"])
        uses = await parties.list_uses(tx, plan)
        assert seen(uses) == [("Отдел образования", ("Отдел образования", "УО", "ШНОР"), ("0", "1", "2"))]
        assert await parties.count_unbound(tx, plan) == 1
        await parties.bind(tx, {ids["Отдел образования"]: BODY})
        assert list((await parties.list_bindings(tx, plan)).values()) == [[BODY]] * 3
        last = max(await parties.list_bindings(tx, plan))
        (shown,) = await parties.list_parties_of(tx, last)
        assert (shown.text, shown.binding) == ("ШНОР", BODY)
        assert await parties.get_party(tx, ids["ШНОР"]) == (await parties.list_uses(tx, plan))[0].party
        await parties.part(tx, ids["Отдел образования"])
        assert [text for text, *_ in seen(await parties.list_uses(tx, plan))] == list(NAMES)
        assert await parties.count_unbound(tx, plan) == 2


async def test_a_cluster_is_the_chosen_schools_until_it_is_something_else(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        schools = [await make_school(tx, district, f"Школа {n}") for n in range(3)]
        plan, ids = await make_rows(tx, district)
        for chosen in (schools[:1], schools[1:]):
            cluster = Binding(Target.CLUSTER, cluster=tuple(chosen))
            await parties.bind(tx, {ids["ШНОР"]: cluster})
            assert list((await parties.list_bindings(tx, plan)).values()) == [[cluster]]
        await parties.bind(tx, {ids["ШНОР"]: None})
        assert await parties.list_bindings(tx, plan) == {}
        await parties.bind(tx, {ids["ШНОР"]: Binding(Target.EVERY_SCHOOL)})
        party = await parties.get_party(tx, ids["ШНОР"])
        assert party is not None
        assert party.binding == Binding(Target.EVERY_SCHOOL)


async def test_the_memory_is_the_districts_and_not_what_only_a_schools_plan_names(storage: Storage) -> None:
    async with storage.begin() as tx:
        district, other = await make_district(tx), await make_district(tx, "Другой район")
        school = await make_school(tx, district, "Школа 1")
        await make_rows(tx, district, names=NAMES[:2])
        await make_rows(tx, district, school, names=NAMES[1:])
        await make_rows(tx, other, names=("РМК",))
        await parties.remember_parties(tx, district, {"луч": Party("Луч", PartyKind.UNKNOWN)})
        assert seen(await parties.list_district_parties(tx, district)) == [
            ("Луч", ("Луч",), ()),
            ("Отдел образования", ("Отдел образования",), ("0",)),
            ("УО", ("УО",), ("1",)),
        ]
