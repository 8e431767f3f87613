"""«Документы»: what is written about a plan, made from its facts."""

from __future__ import annotations

from functools import partial

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.paper_kinds import PaperFormat, PaperKind, period_code, period_of
from bot.domain.plan import Period
from bot.screen import Screen, button
from bot.use_cases import papers
from handlers.papers import view
from handlers.papers.wording import (
    DataFormat,
    Template,
    attendance_file,
    data_file,
    package_files,
    paper_file,
)
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("papers", may=Action.EXPORT_PLAN)
async def see_papers(ctx: Context, district: int, school: int, page: int) -> Screen:
    plans = await papers.list_subjects(ctx.tx, ctx.actor, district, school)
    if len(plans) == 1:
        return await see_shelf(ctx, plans[0].id, school)
    return view.subjects(plans, district, school, page)


@routes.press("papers-of", may=Action.EXPORT_PLAN)
async def see_shelf(ctx: Context, plan: int, school: int) -> Screen:
    return view.shelf(await papers.see_shelf(ctx.tx, ctx.actor, plan, school))


@routes.press("paper-period", may=Action.EXPORT_PLAN)
async def choose_period(ctx: Context, kind: PaperKind, plan: int, school: int) -> Screen:
    shelf = await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    return view.choose_period(kind, shelf, papers.periods_of(kind, shelf.plan, now=ctx.now, zone=shelf.zone))


@routes.press("paper-dates", may=Action.EXPORT_PLAN)
async def ask_dates(ctx: Context, kind: PaperKind, plan: int, school: int) -> Screen:
    await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    await ctx.expect("paper-dates", kind=kind, plan=plan, school=school)
    return view.ask_dates(plan, school)


@routes.typed("paper-dates", may=Action.EXPORT_PLAN)
async def take_dates(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    data = ctx.dialog.data
    try:
        period = papers.read_dates(ctx.incoming.value, await ctx.today())
    except DomainError:
        await ctx.expect("paper-dates", **data)
        raise
    return await _write(ctx, PaperKind(data["kind"]), data["plan"], data["school"], period, PaperFormat.DOCX)


@routes.press("paper", may=Action.EXPORT_PLAN)
async def write_paper(
    ctx: Context, kind: PaperKind, plan: int, school: int, period: str, form: PaperFormat
) -> Screen:
    try:
        asked = period_of(period)
    except ValueError as error:
        raise Outdated from error
    return await _write(ctx, kind, plan, school, asked, form)


@routes.press("papers-rows", may=Action.EXPORT_PLAN)
async def choose_row(ctx: Context, plan: int, school: int, page: int) -> Screen:
    shelf = await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    record = await papers.read_record(ctx.tx, ctx.actor, plan, school, now=ctx.now)
    return view.choose_row(shelf, papers.rows_to_sign(record), page)


@routes.press("attendance", may=Action.EXPORT_PLAN)
async def write_attendance(ctx: Context, plan: int, school: int, activity: int, form: PaperFormat) -> Screen:
    shelf = await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    record = await papers.read_record(ctx.tx, ctx.actor, plan, school, now=ctx.now)
    template = await _template(ctx, PaperKind.ATTENDANCE, shelf)
    file = attendance_file(ctx.services.words, record, activity, form=form, template=template)
    pdf = button("button-paper-pdf", "attendance", plan, school, activity, PaperFormat.PDF)
    return view.made(PaperKind.ATTENDANCE, record, file, form, pdf, shelf)


@routes.press("papers-package", may=Action.EXPORT_PLAN)
async def pack_proofs(ctx: Context, plan: int, school: int) -> Screen:
    shelf = await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    record = await papers.read_record(ctx.tx, ctx.actor, plan, school, now=ctx.now)
    return view.package(shelf, package_files(ctx.services, record))


@routes.press("papers-tables", may=Action.EXPORT_PLAN)
async def see_tables(ctx: Context, plan: int, school: int) -> Screen:
    return view.tables(await papers.see_shelf(ctx.tx, ctx.actor, plan, school))


@routes.press("papers-data", may=Action.EXPORT_PLAN)
async def send_data(ctx: Context, form: DataFormat, plan: int, school: int) -> Screen:
    shelf = await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    record = await papers.read_record(ctx.tx, ctx.actor, plan, school, now=ctx.now)
    return view.data(shelf, form, data_file(ctx, form, record))


async def _write(
    ctx: Context, kind: PaperKind, plan: int, school: int, period: Period, form: PaperFormat
) -> Screen:
    shelf = await papers.see_shelf(ctx.tx, ctx.actor, plan, school)
    record = await papers.read_paper(ctx.tx, ctx.actor, kind, plan, school, period, now=ctx.now)
    code = period_code(period)
    pdf = button("button-paper-pdf", "paper", kind, plan, school, code, PaperFormat.PDF)
    file = paper_file(ctx.services.words, kind, form, record, await _template(ctx, kind, shelf))
    return view.made(kind, record, file, form, pdf, shelf)


async def _template(ctx: Context, kind: PaperKind, shelf: papers.Shelf) -> Template:
    digest = await papers.find_template(ctx.tx, shelf, kind)
    return partial(ctx.services.files.get, digest) if digest else None
