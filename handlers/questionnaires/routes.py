"""A coordinator looks at questionnaires, prints them, and sends in the district's own."""

from __future__ import annotations

import asyncio

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.incoming import Incoming
from bot.questionnaires.nodes import Complaint, PackError
from bot.questionnaires.packs import MAX_BYTES, Pack, decode_pack, package_packs
from bot.screen import File, Screen
from bot.use_cases import packs
from handlers.questionnaires import view
from handlers.questionnaires.paper import paper_form
from handlers.routing import Context, Routes, Services
from storage.updates import Dialog

routes = Routes()
_SAMPLE = "method-service"  # has most kinds of questions, and branches


async def read_pack(
    incoming: Incoming, services: Services, _dialog: Dialog | None
) -> Pack | tuple[Complaint, ...]:
    attachment = incoming.attachment
    assert attachment is not None
    if attachment.kind != "document" or attachment.size > MAX_BYTES:
        raise DomainError("error-pack-file", most=MAX_BYTES // 1024)
    data = await services.fetch(attachment.ref)
    try:
        return await asyncio.to_thread(decode_pack, data)
    except PackError as error:
        return error.complaints


@routes.press("packs", may=Action.RUN_WAVE)
async def list_packs(ctx: Context, district: int) -> Screen:
    return view.packs(await packs.see_packs(ctx.tx, ctx.actor, district), 0, ctx.language)


@routes.press("packs-page", may=Action.RUN_WAVE)
async def turn_packs(ctx: Context, district: int, page: int) -> Screen:
    return view.packs(await packs.see_packs(ctx.tx, ctx.actor, district), page, ctx.language)


@routes.press("pack", may=Action.RUN_WAVE)
async def see_pack(ctx: Context, district: int, code: str) -> Screen:
    pack = await packs.see_pack(ctx.tx, ctx.actor, district_id=district, code=code)
    return view.card(district, pack, ctx.language)


@routes.press("preview", may=Action.RUN_WAVE)
async def preview(ctx: Context, district: int, code: str, place: int) -> Screen:
    pack = await packs.see_pack(ctx.tx, ctx.actor, district_id=district, code=code)
    if place >= len(pack.items):
        return view.card(district, pack, ctx.language)
    return view.preview(district, pack, place, ctx.language)


@routes.press("pack-paper", may=Action.RUN_WAVE)
async def print_pack(ctx: Context, district: int, code: str) -> Screen:
    pack = await packs.see_pack(ctx.tx, ctx.actor, district_id=district, code=code)
    return view.paper(district, pack, paper_form(pack, ctx.plain, ctx.language, now=ctx.now))


@routes.press("pack-send", may=Action.RUN_WAVE)
async def await_file(ctx: Context, district: int) -> Screen:
    await packs.see_packs(ctx.tx, ctx.actor, district)
    await ctx.expect("pack-file", district=district)
    sample = package_packs()[_SAMPLE]
    return view.ask_file(district, File(f"{_SAMPLE}.yaml", sample.source.encode()))


@routes.file("pack-file", may=Action.RUN_WAVE, prepare=read_pack)
async def add_pack(ctx: Context) -> Screen:
    if ctx.dialog is None:
        raise Outdated
    district = int(ctx.dialog.data["district"])
    if isinstance(ctx.prepared, tuple):
        await packs.see_packs(ctx.tx, ctx.actor, district)
        await ctx.expect("pack-file", district=district)  # the corrected file may follow at once
        return view.complaints(district, ctx.prepared)
    await packs.add_pack(ctx.tx, ctx.actor, district_id=district, pack=ctx.prepared, now=ctx.now)
    return view.added(district, ctx.prepared.questionnaire, ctx.language)
