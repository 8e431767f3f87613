"""The protocol of a meeting as a draft in Word: its agenda and what it decided."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.meetings import Decision, Meeting, Question


def meeting_protocol(meeting: Meeting, decisions: Sequence[Decision]) -> bytes:
    """The DOCX; what nobody has told yet stays a line to be filled in by hand."""
    from bot.papers.template import render  # noqa: PLC0415 - Word's libraries are loaded where they work

    return render(
        _template(),
        {
            "район": meeting.district,
            "день": f"{meeting.held_on:%d.%m.%Y}",
            "повестка": [
                {"номер": place, "вопрос": _asked(question), "состояние": _stands(question)}
                for place, question in enumerate(meeting.agenda, start=1)
            ],
            "решения": [
                {"номер": place, "решение": one.words, "срок": one.deadline, "кто": one.responsible}
                for place, one in enumerate(decisions, start=1)
            ],
        },
    )


def _template() -> bytes:
    from bot.papers.drawing import Column, Drawing, Rows  # noqa: PLC0415

    drawing = Drawing()
    drawing.heading("ПРОТОКОЛ № ____")
    drawing.heading("совещания по ходу реализации дорожной карты", 12)
    drawing.line("{{ район }}")
    drawing.line("{{ день }}", right=True)
    drawing.line("Присутствовали: ______________________________________________________________")
    drawing.subheading("Повестка дня")
    drawing.tag("{%p if повестка %}")
    drawing.table(
        (
            Column("№", 1.3, "{{ строка.номер }}"),
            Column("Вопрос", 10.0, "{{ строка.вопрос }}"),
            Column("Состояние на день подготовки", 5.2, "{{ строка.состояние }}"),
        ),
        Rows("строка in повестка"),
    )
    drawing.tag("{%p else %}")
    drawing.line("О ходе реализации дорожной карты. Просроченных и возвращённых строк нет.")
    drawing.tag("{%p endif %}")
    drawing.subheading("Решили")
    drawing.tag("{%p if решения %}")
    drawing.table(
        (
            Column("№", 1.3, "{{ строка.номер }}"),
            Column("Решение", 7.7, "{{ строка.решение }}"),
            Column("Срок", 3.5, "{{ строка.срок }}"),
            Column("Ответственный", 4.0, "{{ строка.кто }}"),
        ),
        Rows("строка in решения"),
    )
    drawing.tag("{%p else %}")
    drawing.line("1. ______________________________________________________________________")
    drawing.tag("{%p endif %}")
    drawing.signature("Председатель")
    drawing.signature("Секретарь")
    return drawing.data()


def _asked(question: Question) -> str:
    return f"{question.number} {question.title}".strip()


def _stands(question: Question) -> str:
    counts = (("просрочено", question.late), ("возвращено", question.returned))
    return ", ".join(f"{name}: {n}" for name, n in counts if n)
