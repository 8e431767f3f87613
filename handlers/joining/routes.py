"""Coming in by a link: consent → name → registered."""

from __future__ import annotations

from bot.domain.people import checked_name
from bot.screen import Screen
from bot.use_cases import joining
from handlers.home import view as home
from handlers.joining import view
from handlers.routing import PUBLIC, Context, Routes
from storage.places import place_name

routes = Routes()


@routes.link("inv", may=PUBLIC)
async def open_invite(ctx: Context, token: str) -> Screen:
    claim = await joining.open_invite(ctx.tx, token=token, account_id=ctx.incoming.account_id, now=ctx.now)
    place = await place_name(ctx.tx, claim.membership)
    return view.consent(claim, place)


@routes.press("join-no", may=PUBLIC)
async def decline(ctx: Context, invite: int) -> Screen:
    await joining.decline(ctx.tx, invite_id=invite, account_id=ctx.incoming.account_id)
    return view.declined()


@routes.press("join-yes", may=PUBLIC)
async def consent(ctx: Context, invite: int) -> Screen:
    claim = await joining.give_consent(
        ctx.tx, invite_id=invite, account_id=ctx.incoming.account_id, now=ctx.now
    )
    name = ctx.person.name if ctx.person else ctx.incoming.name
    return view.confirm(claim, await place_name(ctx.tx, claim.membership), name)


@routes.press("join-name", may=PUBLIC)
async def ask_name(ctx: Context, invite: int) -> Screen:
    await joining.get_claim(ctx.tx, invite_id=invite, account_id=ctx.incoming.account_id)
    await ctx.expect("join-name", invite=invite)
    return view.ask_name()


@routes.press("join", may=PUBLIC)
async def confirm(ctx: Context, invite: int) -> Screen:
    name = ctx.person.name if ctx.person else ctx.incoming.name
    return await _join(ctx, invite, name)


@routes.typed("join-name", may=PUBLIC)
async def type_name(ctx: Context) -> Screen:
    assert ctx.dialog is not None
    return await _join(ctx, ctx.dialog.data["invite"], ctx.incoming.value)


async def _join(ctx: Context, invite: int, name: str) -> Screen:
    person = await joining.join(
        ctx.tx,
        invite_id=invite,
        account_id=ctx.incoming.account_id,
        name=checked_name(name),
        language=ctx.language,
        now=ctx.now,
    )
    return home.welcome(person, ctx.commands_of(person))
