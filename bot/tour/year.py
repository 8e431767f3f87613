"""A year passes: mornings, reports, confirmations; one of each is shown in full."""

from __future__ import annotations

import io
import re
from collections import Counter
from datetime import date, timedelta
from functools import partial

from babel.dates import format_date
from PIL import Image

from bot.domain.local_time import local_day, next_local_hour
from bot.sandbox.screen import Seen
from bot.tour.cast import MORNING_HOUR, ZONE, Cast
from bot.tour.player import Player
from bot.tour.stage import Stage

_DAY = timedelta(days=1)
_MORNING = "Доброе утро!"
_REPORT = re.compile(r"(\d+) · Отчитаться")
_A_DAY = 2  # reports that one busy person files in a morning
_SHOWN = 2  # scenes of a kind that are printed
_MORNINGS_SHOWN = 10  # days


class Year:
    """Plays the days from now to ``last``; ``done`` counts what people did, month by month."""

    def __init__(self, stage: Stage, cast: Cast) -> None:
        self._stage = stage
        self._cast = cast
        self.done: Counter[str] = Counter()
        self._reports = 0
        self._returned = False
        self._put_off = False
        self._looked_back = False

    async def play_until(self, last: date, every: timedelta = _DAY) -> None:
        """Mornings and what people do on them; ``every`` is the time between two."""
        clock = self._stage.clock
        while (today := local_day(clock(), ZONE)) < last:
            morning = next_local_hour(clock() + every - _DAY, ZONE, MORNING_HOUR)
            if local_day(morning, ZONE).month != today.month:
                self._sum_up(today)
            with self._stage.transcript.scene("morning", shown=_MORNINGS_SHOWN):
                await self._stage.move_to(morning)
            await self._day()

    async def set_a_date(self, phrase: str) -> None:
        """What hung on somebody else's schedule gets its day, as soon as that is known."""
        coordinator = self._cast.coordinator
        await coordinator.say("/plan")
        if not coordinator.offers("Ждут даты"):
            return
        await coordinator.press("Ждут даты")
        await coordinator.press("1) ")
        await coordinator.press("Назначить срок")
        await coordinator.say(phrase)

    async def _day(self) -> None:
        cast, everybody = self._cast, self._stage.everybody
        await everybody(
            *(partial(self._doer, school.deputy, slow=school.slow) for school in cast.schools),
            *(partial(self._doer, methodist, slow=False) for methodist in cast.methodists),
        )
        await everybody(
            *(
                partial(self._decider, school.head, "На подтверждении", "Подтвердить")
                for school in cast.schools
            )
        )
        await self._decider(cast.coordinator, "На приёмке", "Принять")

    async def _doer(self, persona: Player, *, slow: bool) -> None:
        morning = self._morning_of(persona)
        if morning is None:
            return
        lines = {m[1]: line for line in morning.text.splitlines() if (m := re.match(r"(\d+)\. ", line))}
        due = [
            label
            for label in morning.labels
            if (m := _REPORT.fullmatch(label)) and _is_due(lines[m[1]], slow)
        ]
        with self._stage.transcript.scene(f"reports of {persona.name}", shown=_SHOWN):
            if due and not self._put_off:
                self._put_off = True
                await persona.press("Отложить", message=morning)
                await persona.press("Завтра")
                due = due[1:]
            for label in due[:_A_DAY]:
                await persona.press(label, message=morning)
                await self._file_report(persona)

    async def _file_report(self, persona: Player) -> None:
        self._reports += 1
        n = self._reports
        if persona.offers("Отправить отчёт"):  # returned: everything is there but what was missing
            await persona.press("Файлы")
            await persona.send_file("Протокол с подписями.txt", f"Протокол № {n}".encode())
            await persona.press("Готово, файлы приложены")
            await persona.press("Отправить отчёт")
            return
        words = f"Провели, обсудили на педсовете, замечаний нет. Протокол № {n}."
        if persona.offers("Сделано"):
            await persona.press("Частично" if n % 7 == 0 else "Сделано")
            await persona.say(words)
            await self._prove(persona, n)
        else:  # of what goes on all the year one line is asked
            await persona.say(words)
        await persona.press("Отправить отчёт")
        self.done["отчётов"] += 1

    async def _prove(self, persona: Player, n: int) -> None:
        """How many people took part, and the papers."""
        if n % 3 == 0:
            await persona.press("Пропустить")
        else:
            await persona.say(str(8 + n % 20))
        if n % 4 == 1:
            await persona.send_photo(_photo(n), "Фото с мероприятия")
            await persona.press("Готово, файлы приложены")
        elif n % 4 == 2:
            await persona.send_file(f"Справка {n}.txt", f"Справка № {n}: выполнено.".encode())
            await persona.press("Готово, файлы приложены")
        else:
            await persona.press("Без документа")

    async def _decider(self, persona: Player, queue: str, decision: str) -> None:
        morning = self._morning_of(persona)
        if morning is None or not any(label.startswith(queue) for label in morning.labels):
            return
        with self._stage.transcript.scene(f"decisions of {persona.name}", shown=_SHOWN):
            await persona.press(queue, message=morning)
            while persona.offers("1) "):
                await persona.press("1) ")
                if self._returned or decision != "Подтвердить" or not persona.followed:
                    await persona.press(decision)
                    await self._look_back(persona)
                    self.done[f"решений «{decision}»"] += 1
                else:
                    self._returned = True
                    await persona.press("Вернуть")
                    await persona.say("Приложите, пожалуйста, протокол с подписями.")
                await persona.press(queue, message=morning)

    async def _look_back(self, persona: Player) -> None:
        """Once: who did what to this task, and the papers that prove it."""
        if persona.followed and not self._looked_back and persona.offers("Документы"):
            self._looked_back = True
            await persona.press("История")
            await persona.press("К задаче")
            await persona.press("Документы")

    def _morning_of(self, persona: Player) -> Seen | None:
        """This morning's message, if there is one; an empty day brings none."""
        arrived = persona.arrived_at(self._stage.clock())
        return next((seen for seen in arrived if seen.text.startswith(_MORNING)), None)

    def _sum_up(self, month: date) -> None:
        name = format_date(month, "LLLL y", locale="ru").capitalize()
        told = ", ".join(f"{what}: {count}" for what, count in self.done.items()) or "тихо"
        self._stage.transcript.remark(f"{name}. {told}.")
        self.done.clear()


def _is_due(line: str, slow: bool) -> bool:
    return "просрочено" in line if slow else True


def _photo(n: int) -> bytes:
    """A picture as a phone would send one."""
    buffer = io.BytesIO()
    Image.new("RGB", (640, 480), (90 + n % 100, 140, 110)).save(buffer, "JPEG", quality=60)
    return buffer.getvalue()
