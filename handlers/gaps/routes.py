"""From the profile to the plan: what answers a factor, and a gap filled in three lines."""

from __future__ import annotations

from bot.domain.access import Action, Place, may
from bot.domain.errors import DomainError
from bot.domain.people import Person
from bot.domain.rows import Field, checked_words
from bot.screen import Screen, text
from bot.use_cases import gap_answers, gaps
from handlers.gaps import view
from handlers.routing import Context, Routes

routes = Routes()

_TYPED = "gap-line"
_STEPS = {"title": Field.TITLE, "deadline": Field.DEADLINE, "measure": Field.RESULT}


@routes.press("gaps", may=Action.SEE_GAPS)
async def see_map(ctx: Context, district: int, school: int) -> Screen:
    return view.gaps(await gaps.see_gaps(ctx.tx, ctx.actor, district, school))


@routes.press("gap", may=Action.SEE_GAPS)
async def see_factor(ctx: Context, district: int, school: int, factor: int, page: int) -> Screen:
    return view.gap(await gaps.see_gaps(ctx.tx, ctx.actor, district, school), gaps.known(factor), page)


@routes.press("gap-nothing", may=Action.SEE_GAPS)
async def see_nothing(ctx: Context, district: int, school: int, page: int) -> Screen:
    return view.nothing(await gaps.see_gaps(ctx.tx, ctx.actor, district, school), page)


@routes.press("gap-row", may=Action.SEE_GAPS)
async def see_row(ctx: Context, activity: int) -> Screen:
    report = await gaps.see_row(ctx.tx, ctx.actor, activity)
    return view.row(report, _map_of(ctx.actor, report))


@routes.press("gap-say", may=Action.SEE_GAPS)
async def correct_row(ctx: Context, activity: int, factor: int, relates: int) -> Screen:
    report = await gaps.correct_row(
        ctx.tx, ctx.actor, activity_id=activity, factor=factor, relates=bool(relates), now=ctx.now
    )
    return view.row(report, _map_of(ctx.actor, report))


@routes.press("gap-add", may=Action.KEEP_PROFILE)
async def begin(ctx: Context, school: int, factor: int) -> Screen:
    found = await gap_answers.check_may_answer(ctx.tx, ctx.actor, school, factor)
    await ctx.expect(_TYPED, school=school, factor=factor, words={})
    return view.ask("title", school, found.district_id, factor)


@routes.typed(_TYPED, may=Action.KEEP_PROFILE)
async def type_line(ctx: Context) -> Screen:
    """One line a step; the last one makes the activity."""
    assert ctx.dialog is not None
    school, factor, words = (ctx.dialog.data[key] for key in ("school", "factor", "words"))
    step = next(step for step in _STEPS if step not in words)
    try:
        words = {**words, step: await _checked(ctx, school, factor, step)}
    except DomainError:
        await ctx.expect(_TYPED, **ctx.dialog.data)
        raise
    if following := next((step for step in _STEPS if step not in words), None):
        found = await gap_answers.check_may_answer(ctx.tx, ctx.actor, school, factor)
        await ctx.expect(_TYPED, school=school, factor=factor, words=words)
        return view.ask(following, school, found.district_id, factor)
    plan = await gap_answers.answer_gap(
        ctx.tx,
        ctx.actor,
        school_id=school,
        factor=factor,
        words={_STEPS[step]: line for step, line in words.items()},
        plan_title=ctx.plain(text("gap-plan-title")),
        now=ctx.now,
    )
    return view.added(plan, factor)


async def _checked(ctx: Context, school: int, factor: int, step: str) -> str:
    if step == "deadline":
        return await gap_answers.check_deadline(ctx.tx, ctx.actor, school, factor, ctx.incoming.value)
    return checked_words(_STEPS[step], ctx.incoming.value)


def _map_of(actor: Person, report: gaps.RowReport) -> int:
    """The school whose map the actor came from; 0: the district's, which heads do not see."""
    plan = report.plan
    if plan.school_id or may(actor, Action.SEE_GAPS, Place(plan.district_id)):
        return plan.school_id or 0
    schools = (m.school_id for m in actor.memberships if m.district_id == plan.district_id)
    return next((school for school in schools if school), 0)
