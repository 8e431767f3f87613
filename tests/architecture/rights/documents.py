"""The files that people of both districts send, and where the tasks of their plan stand."""

from __future__ import annotations

from collections.abc import Mapping

from bot.questionnaires.packs import package_packs

PACK = package_packs()["risk-teachers"].questionnaire

# Number → where its tasks stand: «по графику» waits for a date, the others are open from the start.
_ROWS = (
    ("1", "Диагностика; разбор", "до 15 октября 2026", "ОО"),
    ("2", "Мониторинг", "до 20 октября 2026", "ОО"),
    ("3", "Педсовет", "до 25 октября 2026", "ОО"),
    ("4", "Черновик плана", "до 25 октября 2026", "ОО"),
    ("5", "Семинар", "до 30 октября 2026", "РМК"),
    ("6", "Анализ", "до 30 октября 2026", "РМК"),
    ("7", "Сводка", "до 30 октября 2026", "Муниципальный координатор"),
    ("8", "Курсы", "по графику", "ОО"),
    ("9", "Аттестация", "по графику", "Муниципальный координатор"),
    ("10", "Сверка", "Март 2027 - декабрь 2026", "РМК"),
    ("11", "Наставничество", "до 30 октября 2026", "ОО"),
    ("12", "Мастерская", "до 30 октября 2026", "ОО"),
    ("13", "Кружок", "до 30 октября 2026", "ОО"),
)
_RESULT = "Справка, участие не менее 2 учителей"
TASKS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "task.open": {"1": ("1", "2"), "5": (" body",), "7": (" own",)},
    "task.reported": {"2": ("1",)},
    "task.drafted": {"4": ("1",)},
    "task.confirmed": {"3": ("1",), "6": (" body",)},
    "task.accepted": {"11": ("1",)},
    "practice.asked": {"12": ("1",)},
    "practice.published": {"13": ("1",)},
    "task.waiting": {"8": ("1",), "9": (" own",)},
}


def _document() -> bytes:
    header = ("№", "Мероприятие", "Срок", "Ответственный", "Ожидаемый результат")
    rows = ("\t".join(row) for row in (header, *((*row, _RESULT) for row in _ROWS)))
    return "\n".join(["Дорожная карта района на 2026-2027 учебный год", "", *rows]).encode()


DOCUMENTS = {
    "pack.yaml": package_packs()["risk-teachers"].source.replace("risk-teachers", "own", 1).encode(),
    "plan.txt": _document(),
    "scores.csv": "Класс;Предмет;Процент\n7А;Алгебра;58\n9Б;Физика;57\n".encode(),
    "справка.txt": "Справка: выполнено.".encode(),
}
