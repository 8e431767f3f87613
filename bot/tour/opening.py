"""The first days: an admin, a district, a plan out of a document, schools, people."""

from __future__ import annotations

import re
from functools import partial

from bot.domain.plan import DraftPlan, PartyKind
from bot.tour.cast import (
    ADMIN,
    COORDINATOR,
    DEPUTIES,
    DISTRICT,
    HEADS,
    INVENTED_SCHOOLS,
    METHODISTS,
    MOST_SCHOOLS,
    STRANGER,
    TEACHERS,
    Cast,
    School,
)
from bot.tour.player import Player
from bot.tour.stage import Stage

_LINK = re.compile(r"https://t\.me/\S+")


async def first_start(stage: Stage) -> Cast:
    stage.transcript.heading("1. Первый запуск: одноразовая ссылка делает администратором")
    link = await stage.app.admin_link()
    assert link is not None, "a fresh database has no admin"
    stage.transcript.remark(f"В консоли: {link}")
    admin, coordinator, stranger = (
        stage.player(name, followed=True) for name in (ADMIN, COORDINATOR, STRANGER)
    )
    cast = Cast(admin, coordinator, stranger)
    await join(cast.admin, link)
    await cast.stranger.open_link(link)
    return cast


async def district(stage: Stage, cast: Cast) -> None:
    stage.transcript.heading("2. Район и приглашение координатору")
    await found_district(cast.admin, DISTRICT, cast.coordinator)


async def found_district(admin: Player, name: str, coordinator: Player) -> None:
    await admin.press("⌂ Меню")
    await admin.press("Районы")
    await admin.press("Создать район")
    await admin.say(name)
    await admin.press("Екатеринбург")
    await admin.press("08:00")
    await admin.press("Пригласить координатора")
    await join(coordinator, link_in(admin))


async def plan(stage: Stage, cast: Cast, document: bytes, name: str, year: int) -> None:
    stage.transcript.heading("3. Дорожная карта: файл в чат, сводка, сомнения, утверждение")
    coordinator = cast.coordinator
    await coordinator.send_file("notes.pdf", b"%PDF-1.7 not a plan")
    await coordinator.send_file(name, document)
    if coordinator.offers("Что требует взгляда"):
        await _settle_doubts(coordinator, year)
    else:
        await coordinator.press("Утвердить план")


async def _settle_doubts(coordinator: Player, year: int) -> None:
    await coordinator.press("Что требует взгляда")
    await coordinator.press("Всё верно")
    if coordinator.offers("Изменить: срок"):
        await coordinator.press("Изменить: срок")
        await coordinator.say("когда-нибудь потом")
        await coordinator.say(f"до 15 марта {year}")
    await coordinator.press("К сводке")
    await coordinator.press("Утвердить план")
    if coordinator.offers("Оставить всё и утвердить"):
        await coordinator.press("Оставить всё и утвердить")


async def schools(stage: Stage, cast: Cast, draft: DraftPlan) -> list[str]:
    stage.transcript.heading("4. Школы списком, ответственные по одному разу, запуск плана")
    names = school_names(draft)
    coordinator = cast.coordinator
    await coordinator.say("/start")
    await coordinator.press("Школы")
    await coordinator.press("Добавить списком")
    await coordinator.say("\n".join(f"{n}. {name}" for n, name in enumerate(names, 1)))
    await coordinator.press("Связать ответственных")
    await coordinator.press("✓ Всё верно")
    while not coordinator.offers("Запустить план"):
        await coordinator.press("Координатор")  # a party that the bot could not place
    await coordinator.press("Запустить план")
    return names


async def people(stage: Stage, cast: Cast, names: list[str]) -> None:
    stage.transcript.heading("5. Люди: ссылка, согласие, имя; не больше четырёх нажатий")
    coordinator = cast.coordinator
    for index, name in enumerate(names):
        head = stage.player(HEADS[index], followed=index == 0)
        deputy = stage.player(DEPUTIES[index], followed=index == 0)
        cast.schools.append(School(name, head, deputy, slow=index % 3 == 2))
        with stage.transcript.scene("a school comes in", shown=1):
            await stage.everybody(
                partial(join, head, await invitation(coordinator, name, "+ Директор")),
                partial(join, deputy, await invitation(coordinator, name, "+ Заместитель")),
            )
    with stage.transcript.scene("everybody else comes in", shown=0):
        await _teachers(stage, cast, names[0])
        await _methodists(stage, cast)
    stage.transcript.remark(f"Так же вошли все: школ {len(names)}, учителей {len(cast.teachers)}.")
    await cast.stranger.say("Покажите план района")
    await cast.stranger.press_stale("plan:1")


async def _teachers(stage: Stage, cast: Cast, school: str) -> None:
    """One link for the whole staff room."""
    link = await invitation(cast.coordinator, school, "+ Учителя")
    cast.teachers += [stage.player(name, followed=index == 0) for index, name in enumerate(TEACHERS)]
    await stage.everybody(*(partial(join, teacher, link) for teacher in cast.teachers))


async def _methodists(stage: Stage, cast: Cast) -> None:
    """Somebody for the district's organisations, where the plan has any."""
    coordinator = cast.coordinator
    for name in METHODISTS:
        await _open_places(coordinator)
        while not (bodies := _unvisited(coordinator, cast)) and coordinator.offers("Дальше →"):
            await coordinator.press("Дальше →")
        if not bodies:
            return
        cast.organisations.append(bodies[0])
        await coordinator.press(bodies[0])
        await coordinator.press("+ Методист")
        cast.methodists.append(stage.player(name, followed=False))
        await join(cast.methodists[-1], link_in(coordinator))


def _unvisited(coordinator: Player, cast: Cast) -> list[str]:
    bodies = [b.text for row in coordinator.last.buttons for b in row if b.data.startswith("staff-body:")]
    return [body for body in bodies if body not in cast.organisations]


def school_names(draft: DraftPlan) -> list[str]:
    """The schools that the plan names, filled up with invented ones to at least three."""
    named = [p.text for a in draft.activities for p in a.parties if p.kind is PartyKind.SCHOOL]
    names = list(dict.fromkeys(named))[:MOST_SCHOOLS]
    return (names + [name for name in INVENTED_SCHOOLS if name not in names])[: max(3, len(names))]


def link_in(persona: Player) -> str:
    """The invitation link in the bot's newest message."""
    found = _LINK.search(persona.last.text)
    assert found, persona.last.text
    return found[0]


async def _open_places(coordinator: Player) -> None:
    await coordinator.say("/start")
    await coordinator.press("Люди и ссылки")


async def invitation(coordinator: Player, school: str, label: str) -> str:
    """A link into ``school``; ``label`` begins the button for the role."""
    await _open_places(coordinator)
    while not coordinator.offers(school):
        await coordinator.press("Дальше →")
    await coordinator.press(school)
    await coordinator.press(label)
    return link_in(coordinator)


async def join(persona: Player, link: str) -> None:
    await persona.open_link(link)
    await persona.press("Согласен")
    await persona.press("Всё верно")
