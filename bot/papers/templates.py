"""Our own templates of the official papers, drawn when they are needed.

What stands in «{{ }}» and «{% %}» is described in docs/papers.md; a district may edit a copy in Word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from bot.domain.paper_kinds import PaperKind
from bot.papers.drawing import Column, Drawing, Rows

_BY_SECTION = Rows("строка in раздел.строки", "раздел in таблица.разделы", "раздел.название")


@cache
def own_template(kind: PaperKind) -> bytes:
    return _DRAWN[kind]().data()


def _plan() -> Drawing:
    drawing = Drawing(wide=True)
    drawing.heading("{{ план }}")
    drawing.tag("{%p if школа %}")
    drawing.heading("{{ школа }}", 12)
    drawing.tag("{%p endif %}")
    drawing.tag("{%p for таблица in таблицы %}")
    drawing.table(
        (
            Column("№", 1.3, "{{ строка.номер }}", only_if="таблица.есть_номера"),
            Column("Проблема", 4.0, "{{ строка.проблема }}", only_if="таблица.есть_проблемы"),
            Column("Мероприятие", 8.5, "{{ строка.мероприятие }}"),
            Column(
                "{{ столбец }}",
                2.7,
                "{{ срок }}",
                each=("столбец in таблица.столбцы_срока", "срок in строка.сроки"),
            ),
            Column("Ответственные", 4.2, "{{ строка.ответственные }}"),
            Column("Ожидаемый результат", 4.0, "{{ строка.результат }}"),
            Column("Отметка о выполнении, документ, дата", 5.0, "{{ строка.отметка }}"),
        ),
        _BY_SECTION,
    )
    drawing.tag("{%p endfor %}")
    drawing.line("Отметки внесены по отчётам на {{ сегодня }}.")
    drawing.signature("Муниципальный координатор")
    return drawing


_DRAWN: Mapping[PaperKind, Callable[[], Drawing]] = {PaperKind.PLAN: _plan}
