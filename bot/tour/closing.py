"""Self-diagnosis, pictures and papers."""

from __future__ import annotations

from functools import partial

from bot.tour.cast import Cast
from bot.tour.player import Player
from bot.tour.stage import Stage
from bot.use_cases.news import JOINED

_PASSED_OVER = 9  # every ninth question
_FIRST_VISIT = 4  # answers before the first teacher is called away


async def open_wave(stage: Stage, cast: Cast) -> None:
    stage.transcript.heading("8. Самодиагностика: анонимно, одно нажатие на вопрос, с перерывом")
    coordinator = cast.coordinator
    await coordinator.say("/start")
    await coordinator.press("Самодиагностика")
    await coordinator.press("Начать самодиагностику")
    await coordinator.press("Десять факторов риска")
    await coordinator.press("Начать")
    await stage.move_to(stage.clock() + JOINED)  # what is told at once comes together, some minutes later


async def answer(stage: Stage, cast: Cast) -> None:
    first, *others = cast.teachers
    await first.press("Открыть анкету")
    await first.press("Начать")
    for n in range(_FIRST_VISIT):
        await _choose(first, n, seed=0)
    stage.transcript.remark("Учительницу позвали на урок, а бота тем временем перезапустили.")
    await stage.restart_bot()
    await first.say("/survey")
    await first.press("Продолжить")
    with stage.transcript.scene("the other questions", shown=0):
        await _answer_all(first, seed=0, begin=_FIRST_VISIT)
    await first.press("Отправить")
    await answer_at_once(stage, others)


async def answer_at_once(stage: Stage, teachers: list[Player]) -> None:
    """Everybody from the invitation to the receipt."""
    await stage.everybody(*(partial(fill_in, teacher, seed) for seed, teacher in enumerate(teachers, 1)))


async def fill_in(teacher: Player, seed: int) -> None:
    """From the invitation to the receipt; ``seed`` decides the answers."""
    await teacher.press("Открыть анкету")
    await teacher.press("Начать")
    await _answer_all(teacher, seed=seed)
    await teacher.press("Отправить")


async def close_wave(stage: Stage, cast: Cast) -> None:
    coordinator = cast.coordinator
    await coordinator.say("/start")
    await coordinator.press("Самодиагностика")
    await coordinator.press("Идёт с")
    await coordinator.press("Закрыть волну")
    await coordinator.press("Да, закрыть")
    await coordinator.press("Выпустить результаты")
    await coordinator.press("Да, выпустить")
    await stage.move_to(stage.clock() + JOINED)
    head = cast.schools[0].head
    await head.say("/start")
    await head.press("Рисковый профиль")


async def charts_and_papers(stage: Stage, cast: Cast) -> None:
    stage.transcript.heading("9–10. Прогресс картинкой и словами, история, выгрузка плана")
    coordinator = cast.coordinator
    await coordinator.say("/chart")
    await cast.schools[0].head.say("/chart")
    await coordinator.say("/plan")
    await coordinator.press("Выгрузить план (XLSX)")
    await coordinator.say("/lang")
    await coordinator.press("English")
    await coordinator.press("⌂ Menu")
    await coordinator.say("/plan")


async def _answer_all(teacher: Player, *, seed: int, begin: int = 0) -> None:
    n = begin
    while not teacher.offers("Отправить"):
        await _choose(teacher, n, seed=seed)
        n += 1


async def _choose(teacher: Player, n: int, *, seed: int) -> None:
    """People of one school see much the same: question ``n`` decides, a person differs by a step at most."""
    answers = [b for row in teacher.last.buttons for b in row if b.data.startswith("ans:")]
    if n % _PASSED_OVER == _PASSED_OVER - 1 and teacher.offers("Пропустить"):
        await teacher.press("Пропустить")
        return
    common = (n * 2 + 1) % len(answers)
    await teacher.press(answers[min(max(common + seed % 3 - 1, 0), len(answers) - 1)].text)
