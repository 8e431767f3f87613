"""Words that are not time: the name of an occurrence («1 мониторинг») or a reason to ask."""

from __future__ import annotations

from bot.reading.deadline_grammar.cascade import Token, Tokens, kinds, of_kind
from bot.reading.deadline_grammar.item import Item

_SILENT = kinds(
    """
    SEP DASH SLASH COLON LP RP AND IN ON OVER OF THROUGH QUIET PERIOD YEARWORD WEEKDAY WHOLE EVERY NUMSIGN
    TIMES INCLUSIVE ITEM FREQ ALWAYS SCHEDULE OPEN AFTER VAGUE BADDATE
    """
)
_NAMING = ("WORD", "TITLE")
_NAMELESS = kinds("ITEM SEP")
_TIME = kinds(
    """
    SPAN UNTIL TOWARDS LATER EARLIER PART QUARTER TERM HALF WEEK DECADE HALVES MONTHWORD DATEWORD WITHIN
    SEASON
    """
)
_FRAMING = " -–—:;,.()[]\n\t"


def _runs(tokens: Tokens) -> tuple[list[Item], list[list[Token]]]:
    """The items and the words before, between and after them."""
    items: list[Item] = []
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind == "ITEM":
            items.append(token.value)
            runs.append([])
        elif token.kind not in _SILENT:
            runs[-1].append(token)
    return items, runs


def _text(phrase: str, run: list[Token]) -> str:
    return phrase[run[0].start : run[-1].end].strip(_FRAMING) if run else ""


def _swallows(item: Item) -> bool:
    """«15 мая (входной), 27 ма (итоговый)»: words between two names in brackets may be another occasion."""
    return "(" in item.label.partition(")")[2]


def _joined(tokens: Tokens) -> bool:
    """Whether nothing but a dash, or what says nothing, stands between two items that no rule has joined."""
    dash = item = False
    for token in tokens:
        if token.kind == "ITEM":
            if item and dash:
                return True
            item, dash = True, False
        elif token.kind == "DASH":
            dash = True
        elif token.kind not in _SILENT or token.kind == "SEP":
            item = False
    return False


def unread_time(present: set[str]) -> bool:
    """Whether words of time are left that no rule took: then the dates beside them may mean anything."""
    return not _TIME.isdisjoint(present)


def labelled(
    phrase: str, tokens: Tokens, present: set[str], *, explained: bool
) -> tuple[list[Item], tuple[str, ...]]:
    """The items, named where every one of several has words of its own, and the doubts about all other words.

    ``present``: the kinds of the tokens. ``explained``: the words belong to a schedule's or an event's name.
    """
    if present <= _NAMELESS:
        return of_kind(tokens, "ITEM"), ()
    doubts: tuple[str, ...] = ("impossible_date",) if "BADDATE" in present else ()
    if "VAGUE" in present:
        doubts += ("approximate",)
    items, runs = _runs(tokens)
    if "OF" in present:
        doubts += ("wrong_word",)
    if "DASH" in present and len(items) > 1 and _joined(tokens):
        doubts += ("list_or_range",)
    if "OVER" in present and len(items) > 1:
        doubts += ("wrong_word",)  # «за I полугодие – до 20 января»: what is reported, and when
    if explained or not any(runs):
        return items, doubts
    named, other = (runs[:-1], runs[-1:]) if runs[0] else (runs[1:], runs[:1])
    if len(items) > 1 and any(token.kind in _NAMING for run in named for token in run):
        items = [item._replace(label=_text(phrase, run)) for item, run in zip(items, named, strict=True)]
        if all(named) and not any(other) and not any(map(_swallows, items)):
            return items, doubts
    if len(items) == 1 and all(token.kind == "TITLE" for run in runs for token in run):
        return items, doubts
    return items, (*doubts, "wrong_word")
