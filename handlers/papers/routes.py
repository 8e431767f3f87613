"""«Документы»: what is written about a plan, made from its facts."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.paper_kinds import OF_A_PERIOD, PaperFormat, PaperKind, period_of
from bot.papers.pdf import can_make_pdf
from bot.screen import Screen, button, text
from bot.use_cases import papers
from handlers.papers import view
from handlers.papers.wording import paper_file, paper_name
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


@routes.press("paper", may=Action.EXPORT_PLAN)
async def write_paper(
    ctx: Context, kind: PaperKind, plan: int, school: int, period: str, form: PaperFormat
) -> Screen:
    try:
        asked = period_of(period)
    except ValueError as error:
        raise Outdated from error
    record = await papers.read_record(ctx.tx, ctx.actor, plan, school, now=ctx.now)
    record = record.within(asked) if kind in OF_A_PERIOD else record
    file = paper_file(ctx.services.words, kind, form, record)
    back = button("button-papers-back", "papers-of", plan, school)
    pdf = button("button-paper-pdf", "paper", kind, plan, school, period, PaperFormat.PDF)
    again = (pdf,) if form is PaperFormat.DOCX and can_make_pdf() else ()
    words = text("paper-made", paper=paper_name(kind), place=record.school or record.district)
    return view.made(words, file, again, back)
