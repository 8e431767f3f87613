"""Districts, and the invitations into them, their schools and their organisations."""

from __future__ import annotations

from bot.domain.access import Action
from bot.domain.errors import Outdated
from bot.domain.local_time import RUSSIAN_ZONES
from bot.domain.people import Role, checked_name
from bot.screen import Screen
from bot.use_cases import districts, invitations, joining
from handlers.districts import view
from handlers.routing import Context, Routes

routes = Routes()


@routes.press("districts", may=Action.CREATE_DISTRICT)
async def list_districts(ctx: Context) -> Screen:
    return view.districts(await districts.list_districts(ctx.tx, ctx.actor))


@routes.press("district", may=Action.SEE_DISTRICT)
async def see_district(ctx: Context, district: int) -> Screen:
    return view.district(await districts.see_district(ctx.tx, ctx.actor, district))


@routes.press("district-new", may=Action.CREATE_DISTRICT)
async def ask_name(ctx: Context) -> Screen:
    await ctx.expect("district-name")
    return view.ask_name()


@routes.typed("district-name", may=Action.CREATE_DISTRICT)
async def type_name(ctx: Context) -> Screen:
    name = checked_name(ctx.incoming.value)
    await ctx.expect("district-zone", name=name)
    return view.ask_zone(name)


@routes.press("district-zone", may=Action.CREATE_DISTRICT)
async def choose_zone(ctx: Context, zone: int) -> Screen:
    name = _under_way(ctx)["name"]
    if not 0 <= zone < len(RUSSIAN_ZONES):
        raise Outdated
    await ctx.expect("district-hour", name=name, zone=RUSSIAN_ZONES[zone])
    return view.ask_hour(name, zone)


@routes.press("district-hour", may=Action.CREATE_DISTRICT)
async def choose_hour(ctx: Context, hour: int) -> Screen:
    data = _under_way(ctx)
    if "zone" not in data:
        raise Outdated
    district = await districts.create_district(
        ctx.tx, ctx.actor, name=data["name"], zone=data["zone"], morning_hour=hour, now=ctx.now
    )
    return view.district(await districts.see_district(ctx.tx, ctx.actor, district))


@routes.press("invite-coordinator", may=Action.INVITE_COORDINATOR)
async def invite_coordinator(ctx: Context, district: int) -> Screen:
    token = await joining.create_invite(
        ctx.tx, ctx.actor, role=Role.COORDINATOR, district_id=district, now=ctx.now
    )
    card = await districts.see_district(ctx.tx, ctx.actor, district)
    return view.invitation(ctx.services.bot_username, token, Role.COORDINATOR, card.name)


@routes.press("people", may=Action.INVITE)
async def choose_place(ctx: Context, district: int) -> Screen:
    return await _places(ctx, district, 0)


@routes.press("places", may=Action.INVITE)
async def turn_page(ctx: Context, district: int, page: int) -> Screen:
    return await _places(ctx, district, page)


@routes.press("staff", may=Action.INVITE)
async def see_staff(ctx: Context, school: int) -> Screen:
    return view.staff(await invitations.see_school(ctx.tx, ctx.actor, school), await ctx.today())


@routes.press("staff-body", may=Action.INVITE)
async def see_body_staff(ctx: Context, organisation: int) -> Screen:
    found = await invitations.see_organisation(ctx.tx, ctx.actor, organisation)
    return view.body_staff(found, await ctx.today())


@routes.press("invite", may=Action.INVITE)
async def invite_to_school(ctx: Context, role: Role, school: int) -> Screen:
    token = await joining.create_invite(ctx.tx, ctx.actor, role=role, school_id=school, now=ctx.now)
    staff = await invitations.see_school(ctx.tx, ctx.actor, school)
    return view.invitation(ctx.services.bot_username, token, role, staff.place.name)


@routes.press("invite-body", may=Action.INVITE)
async def invite_to_body(ctx: Context, organisation: int) -> Screen:
    token = await joining.create_invite(
        ctx.tx, ctx.actor, role=Role.METHODIST, organisation_id=organisation, now=ctx.now
    )
    staff = await invitations.see_organisation(ctx.tx, ctx.actor, organisation)
    return view.invitation(ctx.services.bot_username, token, Role.METHODIST, staff.place.name)


async def _places(ctx: Context, district: int, page: int) -> Screen:
    places = await invitations.list_places(ctx.tx, ctx.actor, district)
    return view.places(district, places, page)


def _under_way(ctx: Context) -> dict[str, str]:
    """The new district's facts so far; a press from an old menu finds none."""
    if ctx.dialog is None or not ctx.dialog.state.startswith("district-"):
        raise Outdated
    return ctx.dialog.data
