"""A draft's row field by field: asked, typed anew, cleared, or put back as the document has it."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.evidence import EvidenceKind
from bot.domain.rows import Field
from bot.screen import Screen
from bot.use_cases import drafts, editing, review, row_card
from bot.use_cases.undoing import Edited
from handlers.editing import view
from handlers.plan import activity_view
from handlers.review import view as review_view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("activity", may=Action.SEE_PLAN, keeps_dialog=True)
async def see_row(ctx: Context, activity: int) -> Screen:
    return activity_view.activity(await row_card.see_row(ctx.tx, ctx.actor, activity, now=ctx.now))


@routes.press("activity-tasks", may=Action.SEE_PLAN, keeps_dialog=True)
async def turn_tasks(ctx: Context, activity: int, page: int) -> Screen:
    return activity_view.activity(await row_card.see_row(ctx.tx, ctx.actor, activity, now=ctx.now), page)


@routes.press("row-edit", may=Action.IMPORT_PLAN)
async def see_fields(ctx: Context, activity: int) -> Screen:
    _, found = await drafts.get_draft_row(ctx.tx, ctx.actor, activity)
    return view.fields(found)


@routes.press("field", may=Action.IMPORT_PLAN)
async def ask_field(ctx: Context, activity: int, field: Field) -> Screen:
    _, found = await drafts.get_draft_row(ctx.tx, ctx.actor, activity)
    await ctx.expect("field", activity=activity, field=field.value, doubt=None)
    return view.ask(found, field)


@routes.typed("field", may=Action.IMPORT_PLAN)
async def type_field(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    activity, doubt = ctx.dialog.data["activity"], ctx.dialog.data["doubt"]
    edited = await editing.edit_field(
        ctx.tx,
        ctx.actor,
        activity_id=activity,
        field=Field(ctx.dialog.data["field"]),
        words=ctx.incoming.value,
        now=ctx.now,
    )
    if doubt:
        return review_view.doubted(
            await review.settle_by_edit(ctx.tx, ctx.actor, doubt), ctx.now.date(), fixed=True
        )
    return view.edited(edited)


@routes.press("field-clear", may=Action.IMPORT_PLAN)
async def clear_field(ctx: Context, activity: int, field: Field) -> Screen:
    return view.edited(
        await editing.edit_field(ctx.tx, ctx.actor, activity_id=activity, field=field, words="", now=ctx.now)
    )


@routes.press("field-back", may=Action.IMPORT_PLAN)
async def restore_field(ctx: Context, activity: int, field: Field) -> Screen:
    return view.edited(
        await editing.restore_field(ctx.tx, ctx.actor, activity_id=activity, field=field, now=ctx.now)
    )


@routes.press("row-sections", may=Action.IMPORT_PLAN)
async def choose_section(ctx: Context, activity: int, page: int) -> Screen:
    found, sections = await editing.list_sections(ctx.tx, ctx.actor, activity)
    await ctx.expect("field", activity=activity, field=Field.SECTION.value, doubt=None)
    return view.sections(found, sections, page)


@routes.press("row-section", may=Action.IMPORT_PLAN)
async def move_to_section(ctx: Context, activity: int, section: int) -> Screen:
    edited: Edited = await editing.move_to_section(
        ctx.tx, ctx.actor, activity_id=activity, section_id=section, now=ctx.now
    )
    return view.edited(edited)


@routes.press("evidence", may=Action.IMPORT_PLAN)
async def choose_evidence(ctx: Context, activity: int) -> Screen:
    return view.evidence(await editing.get_row_of_plan(ctx.tx, ctx.actor, activity))


@routes.press("evidence-set", may=Action.IMPORT_PLAN)
async def set_evidence(ctx: Context, activity: int, kind: EvidenceKind) -> Screen:
    await editing.choose_evidence(ctx.tx, ctx.actor, activity_id=activity, kind=kind)
    return activity_view.activity(await row_card.see_row(ctx.tx, ctx.actor, activity, now=ctx.now))
