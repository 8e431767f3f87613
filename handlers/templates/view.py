"""The forms of a district's papers, one by one."""

from __future__ import annotations

from bot.domain.paper_kinds import PaperKind
from bot.screen import Button, File, Row, Screen, Text, button, lines, text
from bot.use_cases.paper_templates import Templates
from handlers.shared import HOME_ROW


def templates(found: Templates) -> Screen:
    rows: list[Row] = []
    kinds = list(PaperKind)
    for first in range(0, len(kinds), 2):
        rows.append(
            tuple(
                button(_name(kind), "template", found.district_id, kind) for kind in kinds[first : first + 2]
            )
        )
    own = [text("templates-own", paper=_name(kind)) for kind in kinds if kind in found.own]
    back = button("button-papers-back", "papers", found.district_id, 0, 0)
    return Screen(lines(text("templates"), *own, separator="\n\n"), (*rows, (back, *HOME_ROW)))


def template(found: Templates, kind: PaperKind) -> Screen:
    whose = text("template-own" if kind in found.own else "template-ours-now", paper=_name(kind))
    rows: list[Row] = [
        (button("button-template-get", "template-get", found.district_id, kind),),
        (button("button-template-send", "template-send", found.district_id, kind),),
    ]
    if kind in found.own:
        rows.append((button("button-template-ours", "template-ours", found.district_id, kind),))
    return Screen(whose, (*rows, (_back(found), *HOME_ROW)))


def downloaded(found: Templates, kind: PaperKind, file: File) -> Screen:
    rows = ((button("button-template-send", "template-send", found.district_id, kind),), (_back(found),))
    words = text("template-downloaded", paper=_name(kind))
    return Screen(words, (*rows, HOME_ROW), files=(file,), fresh=True)


def send(found: Templates, kind: PaperKind) -> Screen:
    return Screen(text("template-send", paper=_name(kind)), ((_back(found), *HOME_ROW),))


def taken(found: Templates, kind: PaperKind) -> Screen:
    ours = (button("button-template-ours", "template-ours", found.district_id, kind),)
    return Screen(text("template-taken", paper=_name(kind)), (ours, (_back(found), *HOME_ROW)))


def file_name(kind: PaperKind) -> Text:
    return text("template-file-name", paper=_name(kind))


def _name(kind: PaperKind) -> Text:
    return text(f"paper-kind-{kind.value}")


def _back(found: Templates) -> Button:
    return button("button-templates", "templates", found.district_id)
