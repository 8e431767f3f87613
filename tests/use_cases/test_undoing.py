"""A launch is undone without a trace, and without a scratch on the plan beside it; on both engines."""

from __future__ import annotations

import random

from sqlalchemy import func, select

from bot.domain.people import Role
from bot.use_cases import corrections, rollover, stewardship
from storage import Storage, tables
from tests.factories import NOW, make_district, make_person, make_school
from tests.use_cases.test_corrections_kept import Story, rows_of


async def test_one_of_two_plans_is_taken_back(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        await make_school(tx, district, "Первая школа")
        actor = await make_person(tx, Role.COORDINATOR, district)
        stories = [Story(tx, random.Random(seed), actor) for seed in (1, 2)]
        for story in stories:
            await story.launch(district)
        kept, undone = (story.plan for story in stories)
        counted = select(tables.activities.c.plan_id, func.count()).group_by(tables.activities.c.plan_id)
        query = counted.join(tables.tasks, tables.tasks.c.activity_id == tables.activities.c.id)
        before: dict[int, int] = dict((await tx.execute(query)).all())
        assert await stewardship.undo_launch(tx, actor, undone) == before[undone]
        assert dict((await tx.execute(query)).all()) == {kept: before[kept]}
        lines = await tx.execute(select(func.count()).select_from(tables.task_history))
        assert lines.scalar_one() == before[kept]


async def test_a_copy_says_what_its_plan_says(storage: Storage) -> None:
    async with storage.begin() as tx:
        district = await make_district(tx)
        await make_school(tx, district, "Первая школа")
        story = Story(tx, random.Random(3), await make_person(tx, Role.COORDINATOR, district))
        await story.launch(district)
        draft = await corrections.begin_by_rows(tx, story.actor, story.plan, now=NOW)
        assert await rows_of(tx, draft) == await rows_of(tx, story.plan)
        following = await rollover.roll_over(tx, story.actor, story.plan, now=NOW)
        titles = [[row[:2] for row in await rows_of(tx, plan)] for plan in (story.plan, following)]
        assert titles[0] == titles[1]
