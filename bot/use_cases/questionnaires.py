"""The questionnaires that this installation has, read once."""

from __future__ import annotations

from functools import cache

from bot.domain.errors import Outdated
from bot.domain.surveys import Audience, Questionnaire
from bot.questionnaires.packs import load_packs

_packs = cache(load_packs)


def teacher_questionnaires() -> tuple[Questionnaire, ...]:
    """What may be asked of teachers in chat."""
    return tuple(pack for pack in _packs().values() if pack.audience is Audience.TEACHERS)


def get_questionnaire(code: str) -> Questionnaire:
    """Raises Outdated for one that this installation has not, or has no more."""
    for questionnaire in teacher_questionnaires():
        if questionnaire.code == code:
            return questionnaire
    raise Outdated
