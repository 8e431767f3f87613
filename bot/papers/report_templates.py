"""Our templates of the papers that go upwards: reports and the minutes of the council that hears them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.papers.drawing import Column, Drawing, Rows
from bot.papers.template_parts import BY_SECTION, LATE, NUMBER, TITLE, late, titled

_COUNTS = ("выполнено", "частично", "на_проверке", "в_работе", "просрочено", "впереди", "ждёт_даты")
# Once it is decided upon, the state says no more than the report itself.
_OUTCOME = "{{ отчёт.итог }}{% if not отчёт.проверен %}, {{ отчёт.состояние }}{% endif %}"


def district_report() -> Drawing:
    """Of many schools: how many tasks of each row stand where, and whose they are."""
    drawing = _begin("Аналитический отчёт")
    drawing.table(
        (
            NUMBER,
            Column("Мероприятие", 5.6, "{{ строка.мероприятие }}"),
            Column("Срок", 2.8, "{{ строка.срок }}"),
            Column("Всего", 1.2, "{{ строка.всего }}"),
            *(
                Column(name.capitalize().replace("_", " "), 1.7, f"{{{{ строка.{name} }}}}")
                for name in _COUNTS
            ),
            Column("Участников", 1.8, "{{ строка.участников }}"),
            Column("Документов", 1.8, "{{ строка.документов }}"),
        ),
        BY_SECTION,
        header_size=7,
    )
    _end(drawing, (Column("Исполнитель", 4.6, "{{ отчёт.кто }}"),), LATE, "Муниципальный координатор")
    return drawing


def school_report() -> Drawing:
    """Of one school: how each row stands; whose it is need not be said."""
    drawing = _begin("Аналитический отчёт школы")
    drawing.table(
        (
            NUMBER,
            TITLE,
            Column("Срок", 3.8, "{{ строка.срок }}"),
            Column("Состояние", 5.5, "{{ строка.состояние }}"),
            Column("Участников", 2.6, "{{ строка.участников }}"),
            Column("Документов", 2.6, "{{ строка.документов }}"),
        ),
        BY_SECTION,
    )
    _end(drawing, (), LATE[:-1], "Директор")
    return drawing


def _begin(title: str) -> Drawing:
    drawing = titled(title, wide=False, period=True)
    drawing.centred("Состояние на {{ сегодня }}")
    drawing.subheading("1. Итоги")
    _totals(drawing)
    drawing.tag("{%p for диаграмма in диаграммы %}")
    drawing.centred("{{ диаграмма }}")
    drawing.tag("{%p endfor %}")
    drawing.turn(wide=True)
    drawing.subheading("2. Выполнение по строкам плана")
    return drawing


def _end(drawing: Drawing, whose: Sequence[Column], late_columns: Sequence[Column], signed_by: str) -> None:
    drawing.subheading("3. Что сделано, по отчётам")
    _reports(drawing, whose)
    drawing.subheading("4. Просрочено")
    late(drawing, late_columns)
    drawing.signature(signed_by)


def _totals(drawing: Drawing) -> None:
    drawing.line(
        "Поручений по плану: {{ всего }}. Выполнено: {{ выполнено }} ({{ процент }} %). "
        "Участников мероприятий по отчётам: {{ участников }}. Подтверждающих документов: {{ документов }}."
    )
    drawing.table(
        (
            Column("Состояние", 4, "{{ итог.состояние }}"),
            Column("Поручений", 2.5, "{{ итог.число }}"),
            Column("Строки плана", 10.5, "{{ итог.строки }}"),
        ),
        Rows("итог in итоги"),
    )


def _reports(drawing: Drawing, whose: Sequence[Column]) -> None:
    drawing.tag("{%p if отчёты %}")
    drawing.table(
        (
            *whose,
            Column("Срок", 2.6, "{{ отчёт.срок }}"),
            Column(
                "Итог", 2.8, "{{ отчёт.итог }}{% if not отчёт.проверен %}, {{ отчёт.состояние }}{% endif %}"
            ),
            Column("Что сделано", 7.2, "{{ отчёт.сделано }}"),
            Column("Участников", 2.3, "{{ отчёт.участников }}"),
            Column("Документы", 4.8, "{{ отчёт.документы }}"),
            Column("Дата отчёта", 2.2, "{{ отчёт.дата }}"),
        ),
        Rows("отчёт in строка.исполнения", "строка in отчёты", "строка.номер ~ ' ' ~ строка.мероприятие"),
    )
    drawing.tag("{%p else %}")
    drawing.line("Нет данных: отчётов за этот период нет.")
    drawing.tag("{%p endif %}")


def protocol() -> Drawing:
    drawing = Drawing()
    drawing.heading("ПРОТОКОЛ № ____")
    drawing.heading("заседания координационного совета", 12)
    drawing.line("{{ район }}")
    drawing.line("«___» ______________ 20___ г.", right=True)
    drawing.line("Присутствовали: ______________________________________________________________")
    drawing.line(
        "Слушали: о ходе реализации плана «{{ план }}»{% if период %} за период {{ период }}{% endif %}."
    )
    drawing.line("Состояние на {{ сегодня }}.")
    _totals(drawing)
    drawing.subheading("Просрочено")
    late(drawing)
    drawing.subheading("Решили:")
    for number in range(1, 4):
        drawing.line(f"{number}. ______________________________________________________________________")
    drawing.signature("Председатель")
    drawing.signature("Секретарь")
    return drawing
