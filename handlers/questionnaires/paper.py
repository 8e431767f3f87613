"""The words of a paper form, and when it is made."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.domain.surveys import ItemKind, Questionnaire, full_wording, wording
from bot.papers.paper_form import FormPaper, FormQuestion, form_document
from bot.screen import File, Text, text


def paper_form(pack: Questionnaire, plain: Callable[[Text], str], language: str, *, now: datetime) -> File:
    """What pupils or parents fill in by hand, and the sheet on which the school counts it."""
    paper = FormPaper(
        title=wording(pack.title, language),
        note=plain(text("form-note")),
        questions=tuple(
            FormQuestion(
                words=full_wording(item, language),
                hint=plain(text("form-hint-many")) if item.kind is ItemKind.MANY else "",
                options=tuple(wording(option.text, language) for option in item.options),
            )
            for item in pack.items
            if item.tallied
        ),
        counts_title=plain(text("form-counts-title", title=wording(pack.title, language))),
        counts_note=plain(text("form-counts-note")),
        sheets=plain(text("form-sheets")),
        made_at=now,
    )
    return File(f"{paper.title}.docx".replace(":", ""), lambda: form_document(paper))
