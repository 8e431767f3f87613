"""Filtered tasks, and what they may be filtered by, each with how many it leaves."""

from __future__ import annotations

from bot.domain.names import brief
from bot.domain.plan_filter import NOTHING, Condition, Facet
from bot.screen import Button, Row, Screen, Text, button, lines, text
from bot.use_cases.plan_filter import Choices, Filtered
from handlers.shared import HOME_ROW, page_of, pager, shortened
from handlers.tasks.list_view import dated_label, line
from storage.plan_filter import Choice

SHOWN = 5  # tasks a page: the buttons of the filter stand below them
_TITLE, _NAME, _LABEL = 200, 120, 22
_FACETS = ((Facet.SECTION, Facet.MONTH, Facet.SCHOOL), (Facet.PARTY, Facet.CONDITION))


def filtered(found: Filtered) -> Screen:
    """Each task with its state in words; below, what the list may be narrowed by."""
    plan, code = found.plan, found.chosen.code()
    words = [
        lines(line(task, with_place=True), text("task-line-state", state=text(f"state-{task.state.value}")))
        for task in found.tasks
    ]
    heading = lines(
        text("filter", title=shortened(plan.title, _TITLE)),
        *_chosen(found),
        text("filter-found", n=found.total),
    )
    rows: list[Row] = [(button(dated_label(task), "task", task.id),) for task in found.tasks]
    rows += _turn(found)
    rows += [tuple(_facet(found, facet) for facet in pair) for pair in _FACETS]
    everything = () if code == NOTHING else (button("button-filter-all", "filter", plan.id, NOTHING, 0),)
    back = (*everything, button("button-plan-summary", "plan", plan.id))
    return Screen(lines(heading, *words, separator="\n\n"), (*rows, back, HOME_ROW))


def _turn(found: Filtered) -> tuple[Row, ...]:
    """Back and next, each by the first task of its page."""
    ways = (("button-page-back", found.before), ("button-page-next", found.after))
    code = found.chosen.code()
    turn = tuple(button(key, "filter", found.plan.id, code, to) for key, to in ways if to is not None)
    return (turn,) if turn else ()


def choices(asked: Choices, page: int) -> Screen:
    plan, facet = asked.plan, asked.facet
    shown, page = page_of(asked.found, page)
    rows: list[Row] = [
        (
            button(
                text("filter-choice", name=_value(facet, choice, _LABEL), n=str(choice.tasks)),
                *("filter", plan.id, asked.chosen.having(facet, choice.value).code(), 0),
            ),
        )
        for choice in shown
    ]
    names = [
        text("filter-choice-line", name=_value(facet, choice, _NAME), n=choice.tasks) for choice in shown
    ]
    code = asked.chosen.code()
    turn = pager("filter-by", plan.id, facet.value, code, page=page, total=len(asked.found))
    whatever = button("button-filter-any", "filter", plan.id, asked.chosen.without(facet).code(), 0)
    back = (
        *((whatever,) if asked.chosen.has(facet) else ()),
        button("button-filter-back", "filter", plan.id, code, 0),
    )
    title = text(f"filter-by-{facet.name.lower()}" if asked.found else "filter-by-nothing")
    return Screen(lines(title, lines(*names), separator="\n\n"), (*rows, *turn, back, HOME_ROW))


def _facet(found: Filtered, facet: Facet) -> Button:
    key = f"button-filter-{facet.name.lower()}"
    label = text("filter-chosen", name=text(key)) if found.chosen.has(facet) else text(key)
    return button(label, "filter-by", found.plan.id, facet.value, found.chosen.code(), 0)


def _chosen(found: Filtered) -> list[Text]:
    """«Школа: Лесная СОШ», a line a choice."""
    values = {facet: _named(name, _NAME) for facet, name in found.names.items()}
    if found.chosen.month:
        year, month = found.chosen.month
        values[Facet.MONTH] = _month(year, month)
    if found.chosen.condition:
        values[Facet.CONDITION] = _condition(found.chosen.condition)
    return [
        text("filter-by-this", facet=text(f"button-filter-{facet.name.lower()}"), value=values[facet])
        for facet in Facet
        if facet in values
    ]


def _value(facet: Facet, choice: Choice, limit: int) -> Text:
    match facet:
        case Facet.MONTH:
            return _month(int(choice.value[:4]), int(choice.value[4:]))
        case Facet.CONDITION:
            return _condition(Condition(choice.value))
        case _:
            return _named(choice.name, limit)


def _named(name: str, limit: int) -> Text:
    """A section, a school or a party; only the rows above the first section have no name."""
    return text("literal", words=brief(name, limit)) if name else text("section-none")


def _month(year: int, month: int) -> Text:
    return text("filter-month", month=text(f"month-{month}"), year=str(year))


def _condition(condition: Condition) -> Text:
    return text("filter-overdue" if condition is Condition.OVERDUE else f"state-{condition.value}")
