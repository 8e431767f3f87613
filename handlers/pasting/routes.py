"""A plan pasted into the chat as text: its pieces are kept as they come, until she says that it is all."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.access import Action, may_somewhere
from bot.domain.errors import DomainError, Outdated
from bot.incoming import Incoming
from bot.reading.child import read_plan_in_child
from bot.reading.pasted import join_pieces
from bot.reading.refusals import UnreadableDocument
from bot.screen import Screen, text
from bot.use_cases import plans
from handlers.pasting import view
from handlers.plan import list_view
from handlers.plan.routes import ReadDocument, import_awaited_file, import_read, read_document
from handlers.routing import Context, Routes, Services
from storage.updates import Dialog

routes = Routes()

STATE = "plan-paste"
MAX_PIECES = 100  # messages of 4096 characters: ten times the longest road map seen
_FEWEST_LINES = 3  # or tabs: less is no table
_LONG = 300  # characters: a line so long is a piece of something, whatever it has inside


def is_pasted_plan(ctx: Context) -> bool:
    """Is a line out of the blue the first piece of a plan, from somebody who may send one?"""
    return _is_long(ctx.incoming.value) and may_somewhere(ctx.person, Action.SEND_PLAN)


async def begin_paste(ctx: Context) -> Screen:
    """The first piece, which nobody asked for."""
    own = await plans.list_own_districts(ctx.tx, ctx.actor, Action.SEND_PLAN)
    if len(own) > 1:
        return list_view.choose_district(own, for_file=True)
    return await _keep(ctx, own[0].id, 0, [ctx.incoming.value])


@routes.typed("plan-file", may=Action.IMPORT_PLAN)
async def paste_instead_of_file(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    if not _is_long(ctx.incoming.value):
        raise DomainError("error-paste-short")
    return await _keep(ctx, ctx.dialog.data["district"], ctx.dialog.data["school"], [ctx.incoming.value])


@routes.typed(STATE, may=Action.IMPORT_PLAN)
async def paste_on(ctx: Context) -> Screen:
    district, school, pieces = _under_way(ctx.dialog)
    if not ctx.incoming.value.strip():  # a sticker, a voice
        raise DomainError("error-paste-words")
    if len(pieces) == MAX_PIECES:
        raise DomainError("error-paste-too-long")
    return await _keep(ctx, district, school, [*pieces, ctx.incoming.value])


routes.file(STATE, may=Action.IMPORT_PLAN, prepare=read_document, refusal="unexpected-file")(
    import_awaited_file
)


async def read_pieces(_incoming: Incoming, _services: Services, dialog: Dialog | None) -> ReadDocument | str:
    """The plan, or the reason why there is none: that is no error yet, for the pieces must stay."""
    _, _, pieces = _under_way(dialog)
    try:
        return ReadDocument(await read_plan_in_child(join_pieces(pieces).encode(), ""), "")
    except UnreadableDocument as refusal:
        return refusal.key


@routes.press("paste-done", may=Action.IMPORT_PLAN, prepare=read_pieces)
async def finish(ctx: Context) -> Screen:
    district, school, pieces = _under_way(ctx.dialog)
    read = ctx.prepared
    if isinstance(read, str):
        await ctx.expect(STATE, district=district, school=school, pieces=pieces)
        return view.unreadable(read)
    if isinstance(read, ReadDocument):
        name = ctx.plain(text("paste-name"))
        read = ReadDocument(replace(read.draft, title=read.draft.title or name), name)
    return await import_read(ctx, read, district, school)


@routes.press("paste-again", may=Action.IMPORT_PLAN)
async def begin_again(ctx: Context) -> Screen:
    district, school, _ = _under_way(ctx.dialog)
    await plans.check_import(ctx.tx, ctx.actor, district, school or None)
    await ctx.expect("plan-file", district=district, school=school)
    return view.begin_again()


async def _keep(ctx: Context, district: int, school: int, pieces: list[str]) -> Screen:
    await plans.check_import(ctx.tx, ctx.actor, district, school or None)
    await ctx.expect(STATE, district=district, school=school, pieces=pieces)
    return view.received(len(pieces), sum(map(len, pieces)))


def _is_long(words: str) -> bool:
    return max(words.count("\n"), words.count("\t")) + 1 >= _FEWEST_LINES or len(words) >= _LONG


def _under_way(dialog: Dialog | None) -> tuple[int, int, list[str]]:
    """District, school (or 0) and the pieces so far."""
    if dialog is None or dialog.state != STATE:
        raise Outdated
    return dialog.data["district"], dialog.data["school"], dialog.data["pieces"]
