"""What templates of ours have in common: how they begin, columns, and the tables that several have."""

from __future__ import annotations

from collections.abc import Sequence

from bot.papers.drawing import Column, Drawing, Rows

BY_SECTION = Rows("строка in раздел.строки", "раздел in разделы", "раздел.название")
NUMBER = Column("№", 1.3, "{{ строка.номер }}")
TITLE = Column("Мероприятие", 8.5, "{{ строка.мероприятие }}")
DEADLINE = Column("Срок", 2.7, "{{ строка.срок }}")


LATE = (
    NUMBER,
    Column("Мероприятие", 6.4, "{{ строка.мероприятие }}"),
    Column("Срок", 2.3, "{{ строка.срок }}"),
    Column("Кто не отчитался", 8.0, "{{ строка.кто }}"),
)


def titled(title: str, *, wide: bool, period: bool = False) -> Drawing:
    """What every paper of ours begins with: what it is, of whom, about which plan and which days."""
    drawing = Drawing(wide=wide)
    drawing.heading(title)
    drawing.heading("{{ школа or район }}", 12)
    drawing.centred("{{ план }}")
    if period:
        drawing.tag("{%p if период %}")
        drawing.centred("за период {{ период }}")
        drawing.tag("{%p endif %}")
    return drawing


def late(drawing: Drawing, columns: Sequence[Column] = LATE) -> None:
    drawing.tag("{%p if просроченные %}")
    drawing.table(
        columns,
        Rows("строка in просроченные"),
    )
    drawing.tag("{%p else %}")
    drawing.line("Просроченных строк нет.")
    drawing.tag("{%p endif %}")
