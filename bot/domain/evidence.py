"""What proves that an activity was carried out: the kinds of evidence, and which one a row asks for."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import StrEnum

from bot.domain.reports import Evidence, Form, Outcome


class EvidenceKind(StrEnum):
    MEMO = "memo"  # справка, отчёт, аналитическая информация
    MINUTES = "minutes"  # протокол
    ORDER = "order"  # приказ, распоряжение, положение
    PLAN = "plan"  # план, программа, дорожная карта
    SCHEDULE = "schedule"  # график
    ATTENDANCE = "attendance"  # лист регистрации
    CONTRACT = "contract"  # договор
    LINK = "link"  # ссылка на страницу
    PHOTO = "photo"
    OTHER = "other"  # a document of another kind: заявка, сертификат
    NONE = "none"  # nothing in particular is asked for


_K = EvidenceKind

# Stems of the papers themselves. A plan that something goes by («по плану») is no paper of this row.
_PAPERS: Mapping[EvidenceKind, str] = {
    _K.MEMO: r"справк|(?:самоот|от)ч[её]т\w*|доклад|чек-лист|заключени[ея] эксперт"
    r"|аналитическ\w+ (?:информаци|материал|записк)",
    _K.MINUTES: r"протокол|(?:решени\w+|стенограмм\w+) (?:совет|совещ|педсов|засед|кс\b)"
    r"|управленческ\w+ решени",
    _K.ORDER: r"приказ|распоряжени|постановлени|положени[ея] (?:о|об)\b|муниципальн\w+ задани|регламент"
    r"|нормативн\w+",
    _K.PLAN: r"(?<!по )(?<!с )план(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|(?<!по )программ|дорожн\w+ карт|маршрут"
    r"|иом\b|концепци|стратеги[яию]\b",
    _K.SCHEDULE: r"(?<!по )график|расписани|циклограмм",
    _K.ATTENDANCE: r"лист\w* регистр|регистрационн\w+ лист|явочн\w+|список участник|журнал",
    _K.CONTRACT: r"(?<!по )договор|соглашени",
    _K.LINK: r"ссылк|сайт|https?:|публикаци|интернет|портал|страниц|видеосервер|соцсет|социальн\w+ сет\w+",
    _K.PHOTO: r"фото|видеозапис|видеоролик",
}

# Other papers, and what is done, each with the paper that it usually leaves.
_TRACES: Mapping[EvidenceKind, str] = {
    _K.OTHER: r"заявк|сертификат|удостоверени|диплом|грамот[аыу]\b|методическ\w+ материал|пособи|рекомендаци"
    r"|перечень|перечн|список|анкет|паспорт|чек\b|акты?\b|письм|банк\b|сборник|критери|памятк"
    r"|квалификаци|кпк\b|курс|переподготовк|аттестаци|закупк|ремонт|оснащени|обеспечени|приобретени"
    r"|направлени",
    _K.MEMO: r"мониторинг|анализ|диагности|самодиагности|экспертиз|аудит|оценк|контрол|проверк|изучени"
    r"|выявлен|выявить|исследовани|самообследовани|собеседовани|сбор\b|определени|реализаци|сопровождени|информировани"
    r"|информаци|профилактик|поддержк|обобщени|динамик|идентификаци",
    _K.MINUTES: r"совещани|заседани|педсовет|(?:педагогическ|методическ)\w+ совет|коллеги[яи]\b|рассмотрени"
    r"|обсуждени|собрани|[рш]мо\b|методическ\w+ объединени",
    _K.ORDER: r"закреплени|назначени|создани\w* (?:\w+ ){0,2}(?:команд|групп|комисси|совет)",
    _K.PLAN: r"планировани|разработк\w* (?:\w+ ){0,3}мероприят",
    _K.ATTENDANCE: r"семинар|вебинар|тренинг|мастер-класс|практикум|круглы[йе] стол|конференци|фестивал|форум"
    r"|участи[еяю]|приняли участие|консульт|лекци|дн(?:и|ей|я) открыт|открыт\w+ урок|выезд|посещени"
    r"|взаимопосещени|олимпиад|конкурс|интенсив|стажиров|наставнич|обмен опыт|заняти|калейдоскоп|марафон",
    _K.LINK: r"размещени|освещени|копилк",
}


def _leftmost(*tables: Mapping[EvidenceKind, str]) -> re.Pattern[str]:
    """One pattern for whole tables: the earliest word decides, since a phrase begins with its head noun."""
    stems = [
        f"(?P<{kind.value}{i}>{words})" for i, table in enumerate(tables) for kind, words in table.items()
    ]
    return re.compile(r"(?<!\w)(?:" + "|".join(stems) + ")", re.I)


_PAPER, _TRACE, _ANY = _leftmost(_PAPERS), _leftmost(_TRACES), _leftmost(_PAPERS, _TRACES)


def propose_evidence(result: str, title: str) -> EvidenceKind:
    """What a row most probably asks for as proof.

    A paper that the expected result names is asked for; else the one that what is named there usually
    leaves (a meeting its minutes, a seminar its list of participants); else the title's head noun tells.
    """
    result, title = (" ".join(words.split()) for words in (result, title))
    found = _PAPER.search(result) or _TRACE.search(result) or _ANY.search(title)
    return EvidenceKind((found.lastgroup or "").rstrip("01")) if found else EvidenceKind.NONE


# A voice tells, but it is no paper; a page is shown by its address.
_PAPER_FORMS = frozenset({Form.PHOTO, Form.DOCUMENT, Form.LINK})
_PROVEN_BY: Mapping[EvidenceKind, frozenset[Form]] = {
    **dict.fromkeys(EvidenceKind, _PAPER_FORMS),
    _K.LINK: frozenset({Form.LINK}),
    _K.NONE: frozenset(Form),
}


def missing_evidence(
    asked: EvidenceKind, outcome: Outcome | None, attached: Collection[Evidence]
) -> EvidenceKind | None:
    """The proof that the row asks for and the report lacks; None when nothing is missing.

    What was not done needs no proof. Whether a paper is the right one, people judge.
    """
    if asked is EvidenceKind.NONE or outcome is Outcome.NOT_DONE:
        return None
    return None if any(evidence.kind in _PROVEN_BY[asked] for evidence in attached) else asked
