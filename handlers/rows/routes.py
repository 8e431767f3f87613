"""Rows of a draft are joined, split, added, taken out, and all of it is taken back."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.rows import EditKind, Field, checked_words
from bot.screen import Screen
from bot.use_cases import drafts, restructuring, row_card, row_joins, undoing
from handlers.editing.view import edited
from handlers.plan import activity_view
from handlers.routing import Context, Routes
from handlers.rows import view
from handlers.rows.view import ADDED, NEW_ROW

routes = Routes()


@routes.press("row-join", may=Action.IMPORT_PLAN)
async def preview_join(ctx: Context, activity: int) -> Screen:
    return view.preview_join(await row_joins.preview_join(ctx.tx, ctx.actor, activity))


@routes.press("row-join-yes", may=Action.IMPORT_PLAN)
async def join(ctx: Context, activity: int, below: int) -> Screen:
    done = await row_joins.join_rows(ctx.tx, ctx.actor, activity_id=activity, next_id=below, now=ctx.now)
    return edited(done, EditKind.JOIN)


@routes.press("row-split", may=Action.IMPORT_PLAN)
async def ask_split(ctx: Context, activity: int) -> Screen:
    _, found = await drafts.get_draft_row(ctx.tx, ctx.actor, activity)
    await ctx.expect("row-split", activity=activity)
    return view.ask_split(found)


@routes.press("row-split-at", may=Action.IMPORT_PLAN)
async def split_at(ctx: Context, activity: int, begin: int) -> Screen:
    done = await restructuring.split_row(ctx.tx, ctx.actor, activity_id=activity, begin=begin, now=ctx.now)
    return edited(done, EditKind.SPLIT)


@routes.typed("row-split", may=Action.IMPORT_PLAN)
async def split_by_title(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    done = await restructuring.split_row(
        ctx.tx,
        ctx.actor,
        activity_id=ctx.dialog.data["activity"],
        title=ctx.incoming.value,
        now=ctx.now,
    )
    return edited(done, EditKind.SPLIT)


@routes.press("row-remove", may=Action.IMPORT_PLAN)
async def ask_remove(ctx: Context, activity: int) -> Screen:
    _, found = await drafts.get_draft_row(ctx.tx, ctx.actor, activity)
    return view.confirm_remove(found)


@routes.press("row-remove-yes", may=Action.IMPORT_PLAN)
async def remove(ctx: Context, activity: int) -> Screen:
    return view.removed(await restructuring.remove_row(ctx.tx, ctx.actor, activity_id=activity, now=ctx.now))


@routes.press("row-add", may=Action.IMPORT_PLAN)
async def begin_row(ctx: Context, activity: int) -> Screen:
    await drafts.get_draft_row(ctx.tx, ctx.actor, activity)
    return await _ask_next(ctx, activity, {})


@routes.typed(NEW_ROW, may=Action.IMPORT_PLAN)
async def type_row(ctx: Context) -> Screen:
    behind, answers, step = _under_way(ctx)
    if step is None:
        return await _ask_next(ctx, behind, answers)
    return await _ask_next(ctx, behind, answers | {step.value: checked_words(step, ctx.incoming.value)})


@routes.press("row-add-skip", may=Action.IMPORT_PLAN)
async def skip(ctx: Context, step: Field) -> Screen:
    behind, answers, asked = _under_way(ctx)
    if asked is not step or step is Field.TITLE:
        raise Outdated
    return await _ask_next(ctx, behind, answers | {step.value: ""})


@routes.press("row-add-yes", may=Action.IMPORT_PLAN)
async def add(ctx: Context) -> Screen:
    behind, answers, asked = _under_way(ctx)
    if asked is not None:
        raise Outdated
    words = {Field(name): said for name, said in answers.items()}
    done = await restructuring.add_row(ctx.tx, ctx.actor, behind=behind, words=words, now=ctx.now)
    return edited(done, EditKind.ADD)


@routes.press("edits", may=Action.IMPORT_PLAN)
async def list_edits(ctx: Context, plan: int, page: int) -> Screen:
    return view.edits(await undoing.list_edits(ctx.tx, ctx.actor, plan), page)


@routes.press("edit-undo", may=Action.IMPORT_PLAN)
async def undo(ctx: Context, edit: int) -> Screen:
    plan, activity = await undoing.undo_edit(ctx.tx, ctx.actor, edit)
    if activity is None:
        return view.edits(await undoing.list_edits(ctx.tx, ctx.actor, plan.id), 0, undone=True)
    card = await row_card.see_row(ctx.tx, ctx.actor, activity.id, now=ctx.now)
    return view.undone(activity_view.activity(card))


def _under_way(ctx: Context) -> tuple[int, dict[str, str], Field | None]:
    """The row above, what was answered so far, and what is asked now (None: nothing more)."""
    if ctx.dialog is None or ctx.dialog.state != NEW_ROW:
        raise Outdated
    answers: dict[str, str] = ctx.dialog.data["answers"]
    return ctx.dialog.data["behind"], answers, next((f for f in ADDED if f.value not in answers), None)


async def _ask_next(ctx: Context, behind: int, answers: dict[str, str]) -> Screen:
    """The next question about a new row, or all the answers to be confirmed."""
    _, above = await drafts.get_draft_row(ctx.tx, ctx.actor, behind)
    await ctx.expect(NEW_ROW, behind=behind, answers=answers)
    step = next((field for field in ADDED if field.value not in answers), None)
    return view.ask_added(above, step) if step else view.confirm_added(above, answers)
