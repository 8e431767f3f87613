"""From a file in the chat to the district's plan, its rows, its launch and its workbook."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.plan import DraftPlan
from bot.incoming import Incoming
from bot.reading.child import read_plan_in_child
from bot.reading.documents import MAX_BYTES
from bot.screen import Screen
from bot.use_cases import export, launch, plans
from bot.use_cases.plans import NoPlan, PlanCard
from handlers.plan import activity_view, view
from handlers.plan.paper import workbook
from handlers.routing import Context, Routes, Services

routes = Routes()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What preparation makes of a file, before any transaction."""

    draft: DraftPlan
    file_name: str


async def read_document(incoming: Incoming, services: Services) -> ReadDocument:
    attachment = incoming.attachment
    assert attachment is not None
    if attachment.kind != "document":
        raise DomainError("error-plan-photo")
    if attachment.size > MAX_BYTES:
        raise DomainError("error-document-too-large")
    data = await services.fetch(attachment.ref)
    return ReadDocument(await read_plan_in_child(data, attachment.name), attachment.name)


@routes.file("", may=Action.IMPORT_PLAN, prepare=read_document, refusal="unexpected-file")
async def import_file(ctx: Context) -> Screen:
    own = await plans.list_own_districts(ctx.tx, ctx.actor, Action.IMPORT_PLAN)
    return view.choose_district(own, for_file=True) if len(own) > 1 else await _import(ctx, own[0].id)


@routes.press("plan-file", may=Action.IMPORT_PLAN)
async def await_file(ctx: Context, district: int) -> Screen:
    card = await plans.see_plan(ctx.tx, ctx.actor, district)
    if isinstance(card, PlanCard):
        raise DomainError("error-plan-exists")
    await ctx.expect("plan-file", district=district)
    return view.no_plan(card)


@routes.file("plan-file", may=Action.IMPORT_PLAN, prepare=read_document, refusal="unexpected-file")
async def import_awaited_file(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    return await _import(ctx, ctx.dialog.data["district"])


@routes.press("plan", may=Action.SEE_PLAN)
async def see_plan(ctx: Context, district: int) -> Screen:
    return await _plan(ctx, district)


@routes.command("plan", may=Action.SEE_PLAN)
async def command_plan(ctx: Context) -> Screen:
    own = await plans.list_own_districts(ctx.tx, ctx.actor, Action.SEE_PLAN)
    return view.choose_district(own, for_file=False) if len(own) > 1 else await _plan(ctx, own[0].id)


@routes.press("sections", may=Action.SEE_PLAN)
async def see_sections(ctx: Context, district: int, page: int) -> Screen:
    return view.sections(await _card(ctx, district), page)


@routes.press("section", may=Action.SEE_PLAN)
async def see_section(ctx: Context, section: int, page: int) -> Screen:
    return activity_view.section(await plans.see_section(ctx.tx, ctx.actor, section), page)


@routes.press("activity", may=Action.SEE_PLAN)
async def see_activity(ctx: Context, activity: int) -> Screen:
    return activity_view.activity(await plans.see_activity(ctx.tx, ctx.actor, activity))


@routes.press("activity-tasks", may=Action.SEE_PLAN)
async def turn_tasks(ctx: Context, activity: int, page: int) -> Screen:
    return activity_view.activity(await plans.see_activity(ctx.tx, ctx.actor, activity), page)


@routes.press("plan-unread", may=Action.IMPORT_PLAN)
async def see_unread(ctx: Context, district: int, page: int) -> Screen:
    return view.unread(await _card(ctx, district), page)


@routes.press("draft-discard", may=Action.IMPORT_PLAN)
async def ask_discard(ctx: Context, plan: int) -> Screen:
    return view.confirm_discard(await plans.get_plan(ctx.tx, ctx.actor, plan, Action.IMPORT_PLAN))


@routes.press("draft-discard-yes", may=Action.IMPORT_PLAN)
async def discard(ctx: Context, plan: int) -> Screen:
    return await _plan(ctx, await plans.discard_draft(ctx.tx, ctx.actor, plan))


@routes.press("plan-launch", may=Action.BIND_PARTIES)
async def launch_plan(ctx: Context, plan: int) -> Screen:
    return view.launched(await launch.launch_plan(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("plan-past", may=Action.BIND_PARTIES)
async def assign_past(ctx: Context, plan: int) -> Screen:
    return view.launched(await launch.assign_past(ctx.tx, ctx.actor, plan, now=ctx.now))


@routes.press("plan-export", may=Action.EXPORT_PLAN)
async def export_plan(ctx: Context, plan: int) -> Screen:
    facts = await export.export_plan(ctx.tx, ctx.actor, plan)
    return view.exported(facts.plan.district_id, workbook(facts, ctx.plain, now=ctx.now))


async def _import(ctx: Context, district: int) -> Screen:
    document = ctx.prepared
    if not isinstance(document, ReadDocument):  # what was under way changed while the file was read
        raise Outdated
    await plans.import_plan(
        ctx.tx,
        ctx.actor,
        district_id=district,
        draft=document.draft,
        file_name=document.file_name,
        now=ctx.now,
    )
    return await _plan(ctx, district)


async def _plan(ctx: Context, district: int) -> Screen:
    card = await plans.see_plan(ctx.tx, ctx.actor, district)
    if isinstance(card, NoPlan) and card.may_import:
        await ctx.expect("plan-file", district=district)
    return view.plan(card)


async def _card(ctx: Context, district: int) -> PlanCard:
    card = await plans.see_plan(ctx.tx, ctx.actor, district)
    if isinstance(card, NoPlan):
        raise Outdated
    return card
