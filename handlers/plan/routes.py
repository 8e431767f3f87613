"""From a file in the chat to a plan, its rows, its launch and its workbook."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.plan import DraftPlan
from bot.incoming import Incoming
from bot.reading.child import read_plan_in_child
from bot.reading.documents import MAX_BYTES
from bot.screen import Screen
from bot.use_cases import launch, papers, plan_list, plans
from handlers.plan import activity_view, list_view, view
from handlers.plan.paper import workbook
from handlers.routing import Context, Routes, Services
from storage.updates import Dialog

routes = Routes()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What preparation makes of a file, before any transaction."""

    draft: DraftPlan
    file_name: str


async def read_document(incoming: Incoming, services: Services, _dialog: Dialog | None) -> ReadDocument:
    attachment = incoming.attachment
    assert attachment is not None
    if attachment.kind != "document":
        raise DomainError("error-plan-photo")
    if attachment.size > MAX_BYTES:
        raise DomainError("error-document-too-large")
    data = await services.fetch(attachment.ref)
    return ReadDocument(await read_plan_in_child(data, attachment.name), attachment.name)


@routes.file("", may=Action.SEND_PLAN, prepare=read_document, refusal="unexpected-file")
async def import_file(ctx: Context) -> Screen:
    own = await plans.list_own_districts(ctx.tx, ctx.actor, Action.SEND_PLAN)
    if len(own) > 1:
        return list_view.choose_district(own, for_file=True)
    return await import_read(ctx, ctx.prepared, own[0].id, 0)


@routes.press("plan-file", may=Action.IMPORT_PLAN)
async def await_file(ctx: Context, district: int, school: int) -> Screen:
    await plans.check_import(ctx.tx, ctx.actor, district, school or None)
    await ctx.expect("plan-file", district=district, school=school)
    return list_view.send_another(district)


@routes.file("plan-file", may=Action.IMPORT_PLAN, prepare=read_document, refusal="unexpected-file")
async def import_awaited_file(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    return await import_read(ctx, ctx.prepared, ctx.dialog.data["district"], ctx.dialog.data["school"])


@routes.press("plan", may=Action.SEE_PLAN)
async def see_plan(ctx: Context, plan: int) -> Screen:
    return await _plan(ctx, plan)


@routes.press("plans", may=Action.SEE_PLAN)
async def see_plans(ctx: Context, district: int) -> Screen:
    return await _plans(ctx, district)


@routes.press("plans-list", may=Action.SEE_PLAN)
async def list_plans(ctx: Context, district: int, page: int) -> Screen:
    return list_view.plans(await plan_list.list_plans(ctx.tx, ctx.actor, district), page)


@routes.command("plan", may=Action.SEE_PLAN)
async def command_plan(ctx: Context) -> Screen:
    own = await plans.list_own_districts(ctx.tx, ctx.actor, Action.SEE_PLAN)
    return list_view.choose_district(own, for_file=False) if len(own) > 1 else await _plans(ctx, own[0].id)


@routes.press("sections", may=Action.SEE_PLAN)
async def see_sections(ctx: Context, plan: int, page: int) -> Screen:
    return view.sections(await plans.see_plan(ctx.tx, ctx.actor, plan), page)


@routes.press("section", may=Action.SEE_PLAN)
async def see_section(ctx: Context, section: int, page: int) -> Screen:
    return activity_view.section(await plans.see_section(ctx.tx, ctx.actor, section), page)


@routes.press("plan-unread", may=Action.IMPORT_PLAN)
async def see_unread(ctx: Context, plan: int, page: int) -> Screen:
    return view.unread(await plans.see_unread(ctx.tx, ctx.actor, plan), page)


@routes.press("draft-discard", may=Action.IMPORT_PLAN)
async def ask_discard(ctx: Context, plan: int) -> Screen:
    return view.confirm_discard(await plans.get_plan(ctx.tx, ctx.actor, plan, Action.IMPORT_PLAN))


@routes.press("draft-discard-yes", may=Action.IMPORT_PLAN)
async def discard(ctx: Context, plan: int) -> Screen:
    gone = await plans.discard_draft(ctx.tx, ctx.actor, plan)
    return await _plan(ctx, gone.corrects_id) if gone.corrects_id else await _plans(ctx, gone.district_id)


@routes.press("plan-launch", may=Action.IMPORT_PLAN)
async def launch_plan(ctx: Context, plan: int) -> Screen:
    return view.launched(await launch.launch_plan(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("plan-past", may=Action.IMPORT_PLAN)
async def assign_past(ctx: Context, plan: int) -> Screen:
    return view.launched(await launch.assign_past(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("plan-export", may=Action.EXPORT_PLAN)
async def export_plan(ctx: Context, plan: int) -> Screen:
    record = await papers.export_plan(ctx.tx, ctx.actor, plan, now=ctx.now)
    return view.exported(plan, workbook(record, ctx.plain))


async def import_read(ctx: Context, document: object, district: int, school: int) -> Screen:
    """Keep what preparation has read as a plan of the district, or of its school where it is not 0."""
    if not isinstance(document, ReadDocument):  # what was under way changed while the file was read
        raise Outdated
    plan = await plans.import_plan(
        ctx.tx,
        ctx.actor,
        district_id=district,
        school_id=school or None,
        draft=document.draft,
        file_name=document.file_name,
        now=ctx.now,
    )
    return await _plan(ctx, plan)


async def _plan(ctx: Context, plan: int) -> Screen:
    return view.plan(await plans.see_plan(ctx.tx, ctx.actor, plan))


async def _plans(ctx: Context, district: int) -> Screen:
    """The only plan at once; the list where there are several; what to do where there is none."""
    found = await plan_list.list_plans(ctx.tx, ctx.actor, district)
    if len(found.lines) == 1:
        return await _plan(ctx, found.lines[0].plan.id)
    if not found.lines and found.may_import:
        await ctx.expect("plan-file", district=district, school=0)
    return list_view.plans(found)
