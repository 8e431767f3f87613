"""Our own templates of the official papers, drawn when they are needed.

What stands in «{{ }}» and «{% %}» is described in docs/papers.md; a district may edit a copy in Word.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from bot.domain.paper_kinds import PaperKind
from bot.papers.drawing import Column, Drawing, Listed, Rows
from bot.papers.report_templates import district_report, protocol, school_report
from bot.papers.template_parts import BY_SECTION, DEADLINE, LATE, NUMBER, TITLE, titled


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
            Listed("столбец in таблица.столбцы", "столбец.вид", _OWN),
            Column("Отметка о выполнении, документ, дата", 5.0, "{{ строка.отметка }}"),
        ),
        Rows("строка in раздел.строки", "раздел in таблица.разделы", "раздел.название"),
    )
    drawing.tag("{%p endfor %}")
    drawing.line("Отметки внесены по отчётам на {{ сегодня }}.")
    drawing.signature("Муниципальный координатор")
    return drawing


# The columns of the plan's own document: in its order, under its names.
_OWN = {
    name: Column("{{ столбец.название }}", width, cell)
    for name, width, cell in (
        ("номер", 1.3, "{{ строка.номер }}"),
        ("проблема", 4.0, "{{ строка.проблема }}"),
        ("мероприятие", 8.5, "{{ строка.мероприятие }}"),
        ("срок", 2.7, "{{ строка.сроки[столбец.название] }}"),
        ("ответственные", 4.2, "{{ строка.ответственные }}"),
        ("результат", 4.0, "{{ строка.результат }}"),
    )
}


def _checklist() -> Drawing:
    drawing = titled("Чек-лист дорожной карты", wide=True)
    drawing.table(
        (
            Column("", 0.8, "{{ строка.отметка }}"),
            NUMBER,
            TITLE,
            DEADLINE,
            Column("Ответственные", 4.0, "{{ строка.ответственные }}"),
            Column("Чем подтвердить", 4.0, "{{ строка.результат }}"),
            Column("Состояние", 2.6, "{{ строка.состояние }}"),
        ),
        BY_SECTION,
    )
    drawing.line("Состояние на {{ сегодня }}.")
    return drawing


def _attendance() -> Drawing:
    drawing = Drawing()
    drawing.heading("Лист регистрации")
    drawing.heading("{{ школа or район }}", 12)
    drawing.tag("{%p if мероприятие %}")
    drawing.line("Мероприятие: {% if номер %}№ {{ номер }} {% endif %}{{ мероприятие }}")
    drawing.tag("{%p else %}")
    drawing.line("Мероприятие: ________________________________________________________________")
    drawing.tag("{%p endif %}")
    drawing.line("Дата: «___» ______________ 20___ г.    Место: ________________________________")
    drawing.table(
        (
            Column("№", 1.0, "{{ участник.номер }}"),
            Column("Фамилия, имя, отчество", 6.0, "{{ участник.имя }}"),
            Column("Должность", 3.5, ""),
            Column("Организация", 4.0, ""),
            Column("Подпись", 2.5, ""),
        ),
        Rows("участник in участники"),
        height=0.75,
    )
    drawing.signature("Ответственный")
    return drawing


def _letter() -> Drawing:
    drawing = Drawing()
    drawing.line("Руководителям образовательных организаций", right=True)
    drawing.line("{{ район }}", right=True)
    drawing.heading("Информационное письмо")
    drawing.centred("{{ план }}")
    drawing.tag("{%p if строки %}")
    drawing.line("Срок исполнения в период {{ период }} имеют:")
    drawing.table(
        (
            NUMBER,
            Column("Мероприятие", 4.8, "{{ строка.мероприятие }}"),
            Column("Последний день", 2.2, "{{ строка.срок }}"),
            Column("Чем подтвердить", 3.4, "{{ строка.результат }}"),
            Column("Кому", 6.0, "{{ строка.кому }}"),
        ),
        Rows("строка in строки"),
    )
    drawing.tag("{%p else %}")
    drawing.line("В период {{ период }} сроков исполнения у школ нет.")
    drawing.tag("{%p endif %}")
    drawing.tag("{%p if просроченные %}")
    drawing.subheading("Просрочено на {{ сегодня }}")
    drawing.table(LATE, Rows("строка in просроченные"))
    drawing.tag("{%p endif %}")
    drawing.signature("Муниципальный координатор")
    return drawing


def _consultations() -> Drawing:
    drawing = titled("График консультаций", wide=True)
    drawing.tag("{%p if строки %}")
    drawing.table(
        (
            Column("Когда", 4.0, "{{ строка.срок }}"),
            NUMBER,
            Column("Тема", 8.0, "{{ строка.мероприятие }}"),
            Column("Раздел плана или место", 5.0, "{{ строка.раздел }}"),
            Column("Кто проводит", 4.5, "{{ строка.кто }}"),
            Column("Состояние", 2.9, "{{ строка.состояние }}"),
        ),
        Rows("строка in строки"),
    )
    drawing.tag("{%p else %}")
    drawing.line("Нет данных: консультаций нет ни в плане, ни в расписании бота.")
    drawing.tag("{%p endif %}")
    drawing.line("Составлено на {{ сегодня }}.")
    return drawing


def _programme() -> Drawing:
    drawing = Drawing()
    drawing.heading("Антирисковая программа школы")
    drawing.heading("{{ школа }}", 12)
    drawing.tag("{%p for источник in источники %}")
    drawing.line("{{ источник }}")
    drawing.tag("{%p endfor %}")
    drawing.line("{{ пояснение }}")
    drawing.tag("{%p for фактор in факторы %}")
    drawing.subheading("{{ фактор.название }}")
    drawing.subheading("{{ фактор.уровень }}")
    drawing.tag("{%p for заметка in фактор.заметки %}")
    drawing.line("{{ заметка }}")
    drawing.tag("{%p endfor %}")
    drawing.tag("{%p if фактор.строки %}")
    drawing.table(
        (
            NUMBER,
            Column("Мероприятие", 6.6, "{{ строка.мероприятие }}"),
            Column("Срок", 3.0, "{{ строка.срок }}"),
            Column("Показатель", 4.0, "{{ строка.результат }}"),
            Column("План", 2.1, "{{ строка.план }}"),
        ),
        Rows("строка in фактор.строки"),
    )
    drawing.tag("{%p else %}")
    drawing.line("{{ фактор.пробел }}")
    drawing.tag("{%p endif %}")
    drawing.tag("{%p endfor %}")
    return drawing


_DRAWN: Mapping[PaperKind, Callable[[], Drawing]] = {
    PaperKind.PLAN: _plan,
    PaperKind.DISTRICT: district_report,
    PaperKind.SCHOOL: school_report,
    PaperKind.PROTOCOL: protocol,
    PaperKind.CHECKLIST: _checklist,
    PaperKind.ATTENDANCE: _attendance,
    PaperKind.LETTER: _letter,
    PaperKind.CONSULTATIONS: _consultations,
    PaperKind.PROGRAMME: _programme,
}
