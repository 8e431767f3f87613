"""«Шаблоны»: the form of a paper is downloaded, changed in Word and sent back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from bot.domain.access import Action
from bot.domain.errors import DomainError, Outdated
from bot.domain.paper_kinds import PaperKind
from bot.incoming import Incoming
from bot.papers.checking import MOST_BYTES, check_template
from bot.papers.making import own_template_of
from bot.screen import File, Screen, Work
from bot.use_cases import paper_templates
from handlers.routing import Context, Routes, Services
from handlers.templates import view
from storage.updates import Dialog

routes = Routes()


@dataclass(frozen=True, slots=True)
class CheckedTemplate:
    """What preparation makes of a file, before any transaction: it works, and is kept."""

    content_hash: str


async def check_file(incoming: Incoming, services: Services, dialog: Dialog | None) -> CheckedTemplate:
    attachment = incoming.attachment
    assert attachment is not None
    assert dialog is not None
    if attachment.kind != "document":
        raise DomainError("error-template-broken")
    if attachment.size > MOST_BYTES:
        raise DomainError("error-template-large")
    data = await services.fetch(attachment.ref)
    try:
        fault = await services.work(partial(check_template, PaperKind(dialog.data["kind"]), data))
    except TimeoutError as error:
        raise DomainError("error-template-syntax", word="…") from error
    if fault:
        raise DomainError(fault.key, word=fault.word)
    return CheckedTemplate(services.files.put(data))


@routes.press("templates", may=Action.EDIT_TEMPLATES)
async def see_templates(ctx: Context, district: int) -> Screen:
    return view.templates(await paper_templates.see_templates(ctx.tx, ctx.actor, district))


@routes.press("template", may=Action.EDIT_TEMPLATES)
async def see_template(ctx: Context, district: int, kind: PaperKind) -> Screen:
    return view.template(await paper_templates.see_templates(ctx.tx, ctx.actor, district), kind)


@routes.press("template-get", may=Action.EDIT_TEMPLATES)
async def download(ctx: Context, district: int, kind: PaperKind) -> Screen:
    found = await paper_templates.see_templates(ctx.tx, ctx.actor, district)
    own = found.own.get(kind)
    name = f"{ctx.plain(view.file_name(kind))}.docx"
    data = partial(ctx.services.files.get, own) if own else Work(partial(own_template_of, kind))
    return view.downloaded(found, kind, File(name, data))


@routes.press("template-send", may=Action.EDIT_TEMPLATES)
async def await_template(ctx: Context, district: int, kind: PaperKind) -> Screen:
    found = await paper_templates.see_templates(ctx.tx, ctx.actor, district)
    await ctx.expect("template", district=district, kind=kind.value)
    return view.send(found, kind)


@routes.file("template", may=Action.EDIT_TEMPLATES, prepare=check_file)
async def take_template(ctx: Context) -> Screen:
    if ctx.dialog is None or not isinstance(ctx.prepared, CheckedTemplate):
        raise Outdated
    district, kind = ctx.dialog.data["district"], PaperKind(ctx.dialog.data["kind"])
    digest = ctx.prepared.content_hash
    found = await paper_templates.use_template(ctx.tx, ctx.actor, district, kind, digest, now=ctx.now)
    return view.taken(found, kind)


@routes.press("template-ours", may=Action.EDIT_TEMPLATES)
async def reset(ctx: Context, district: int, kind: PaperKind) -> Screen:
    return view.template(await paper_templates.use_ours(ctx.tx, ctx.actor, district, kind), kind)
