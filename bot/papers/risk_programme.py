"""The anti-risk programme of a school: its profile, its gaps and what it does about each factor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.paper_kinds import PaperKind
from bot.papers.making import own_template_of
from bot.papers.official import Facts, day


@dataclass(frozen=True, slots=True)
class ProgrammeActivity:
    number: str
    title: str
    deadline: str
    measure: str
    plan: str  # whose plan it stands in


@dataclass(frozen=True, slots=True)
class ProgrammeFactor:
    name: str
    level: str  # «высокий риск, 63 %, 3 из 5 показателей»
    notes: Sequence[str]  # the official level, what the team agreed on
    gap: str  # words for a factor that nothing answers; "" where something does
    activities: Sequence[ProgrammeActivity]


@dataclass(frozen=True, slots=True)
class ProgrammePaper:
    """All words are Russian, as those of every official paper."""

    district: str
    school: str
    sources: Sequence[str]  # who answered, when, how many
    label: str  # what the profile is and is not
    factors: Sequence[ProgrammeFactor]  # the most pressing first
    today: date
    template: Callable[[], bytes] | None = None  # fetches the district's own; None: ours


def programme_document(paper: ProgrammePaper) -> bytes:
    """A DOCX for A4; a factor a chapter."""
    from bot.papers.template import render  # noqa: PLC0415 - Word's libraries are loaded where they work

    template = paper.template() if paper.template else own_template_of(PaperKind.PROGRAMME)
    return render(template, programme_facts(paper))


def programme_facts(paper: ProgrammePaper) -> Facts:
    """What the template may speak of; no plan and no period is its own."""
    return {
        "район": paper.district,
        "школа": paper.school,
        "план": "",
        "период": "",
        "сегодня": day(paper.today),
        "источники": list(paper.sources),
        "пояснение": paper.label,
        "факторы": [
            {
                "название": factor.name,
                "уровень": factor.level,
                "заметки": list(factor.notes),
                "пробел": factor.gap,
                "строки": [_row(activity) for activity in factor.activities],
            }
            for factor in paper.factors
        ],
    }


def _row(activity: ProgrammeActivity) -> Facts:
    return {
        "номер": activity.number,
        "мероприятие": activity.title,
        "срок": activity.deadline,
        "результат": activity.measure,
        "план": activity.plan,
    }
