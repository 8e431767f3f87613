"""Who is responsible: a cell cut into single parties, each with its kind.

Cells join names by commas, semicolons, line breaks, or by nothing at all («Отдел образования РМК МЦДК»),
so a name also ends where a word stands that can only begin the next one.
"""

from __future__ import annotations

import re

from bot.domain.plan import Party, PartyKind
from bot.reading import party_words as words
from bot.reading.school_names import normalise_party, school_names_match

__all__ = ["is_person", "normalise_party", "party_kind", "school_names_match", "split_parties"]

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|\([^()]*\)")
_UNCLOSED = re.compile(r"[«„“][^,;\n]*")
_SIGNS = re.compile(r"[,;]|(?<!\w)/(?!\w)")
_HIDDEN = re.compile("\ue000(\\d+)\ue001")
_EDGES = re.compile(r"^[\s,;.:•·*–—-]+|(?:[\s,;:•·*–—-]|(?<!\b[А-ЯЁ])(?<!\b[гп])\.)+$")  # not «Иванова И. И.»


def split_parties(text: str) -> tuple[Party, ...]:
    """The parties of a cell in their order, every word kept; empty for a cell that names nobody."""
    shown, quotes = _hide_quotes(text)
    parties = []
    for piece in _pieces(shown):
        for name in _names(piece):
            whole = _EDGES.sub("", " ".join(_show(name, quotes).split()))
            if any(char.isalnum() for char in whole):
                parties.append(Party(whole, party_kind(whole)))
    return tuple(parties)


def _hide_quotes(text: str) -> tuple[str, list[str]]:
    """What stands in quotes or brackets becomes one sign, so that nothing cuts it; outer ones last.

    A quote that is never closed ends with its line or at the next sign.
    """
    quotes: list[str] = []

    def hide(match: re.Match[str]) -> str:
        quotes.append(match[0])
        return f"\ue000{len(quotes) - 1}\ue001"

    text = re.sub("[\ue000\ue001]", "", text)
    while (hidden := _QUOTED.sub(hide, text)) != text:
        text = hidden
    return _UNCLOSED.sub(hide, text), quotes


def _show(text: str, quotes: list[str]) -> str:
    while _HIDDEN.search(text):
        text = _HIDDEN.sub(lambda match: quotes[int(match[1])], text)
    return text


def _pieces(text: str) -> list[str]:
    """Cut at signs, and at a line break where the next line begins like a name."""
    pieces: list[str] = []
    for part in _SIGNS.split(text):
        if pieces and words.SCHOOL_DUTY.fullmatch(part.strip()):
            pieces[-1] += ", " + part.strip()
            continue
        lines: list[str] = []
        for line in filter(None, (line.strip() for line in part.split("\n"))):
            if lines and (line[0].islower() or words.TAKES_MORE.search(lines[-1])):
                lines[-1] += " " + line
            else:
                lines.append(line)
        pieces += lines
    return pieces


def _names(piece: str) -> list[str]:
    """Cut where a word begins a new name though no sign stands before it."""
    tokens = piece.split()
    names: list[list[str]] = []
    adjectives = 0  # adjectives at the end of the current name may belong to the next one
    for i, token in enumerate(tokens):
        if not names:
            names.append([token])
        elif _begins(tokens, i, names[-1], adjectives):
            head = names[-1]
            kept = len(head) - adjectives
            moved = head[kept:]
            if kept:
                names[-1] = head[:kept]
                names.append([*moved, token])
            else:
                head.append(token)
        else:
            names[-1].append(token)
        adjectives = adjectives + 1 if words.ADJECTIVE.fullmatch(token) else 0
    return [" ".join(name[:-1] if name[-1] == "и" else name) for name in names]


def _begins(tokens: list[str], i: int, name: list[str], adjectives: int) -> bool:
    """Does ``tokens[i]`` begin a new name, its adjectives counted in?"""
    before = tokens[i - 1 - adjectives] if i - 1 - adjectives >= 0 else ""
    token = tokens[i]
    if before == "и" and not words.ANY_PERSON.match(name[0]):
        return any(w.fullmatch(token) for w in (words.KNOWN_BODY, words.SCHOOLS_SHORT, words.PERSON))
    if not before or words.TAKES_MORE.search(before):
        return False
    if words.LEGAL_FORM.fullmatch(token):
        return not words.LEGAL_FORM.fullmatch(before)
    if words.KNOWN_BODY.fullmatch(token) or words.SCHOOLS_SHORT.fullmatch(token):
        return not words.LEGAL_FORM.fullmatch(before) and not (adjectives and before == name[-1])
    if words.PERSON.fullmatch(token):
        return True
    capital = token[0].isupper() or (adjectives > 0 and tokens[i - adjectives][0].isupper())
    return capital and words.BODY.fullmatch(token) is not None


def is_person(text: str) -> bool:
    """Somebody is called by name: «Иванова И. И.», «методист Иванова И. И.»."""
    return words.PERSON_NAME.search(text) is not None


def party_kind(text: str) -> PartyKind:
    """What one name stands for. A body's head answers for the body: «директор МОУ …» is that school."""
    if words.PERSON_NAME.match(text):
        return PartyKind.ROLE
    if words.PUBLIC_BODIES.search(text):  # mostly a misread «Общеобразовательные»: let a person say
        return PartyKind.UNKNOWN
    leads = words.LEADER.match(text) is not None
    if words.GROUP_OF_PEOPLE.search(text) and not leads:
        return PartyKind.ROLE
    if words.NAMED_SCHOOL.search(text) and not words.NOT_A_SCHOOL.search(text):
        return PartyKind.SCHOOL
    if words.METHOD_UNIT.search(text):
        return PartyKind.ROLE if leads else PartyKind.ORGANISATION
    if words.ALL_SCHOOLS.search(_QUOTED.sub("", text)):
        return PartyKind.SCHOOLS if leads or not words.ANY_PERSON.search(text) else PartyKind.ROLE
    if words.ANY_BODY.search(text) and (leads or not words.ANY_PERSON.match(text)):
        return PartyKind.ORGANISATION
    if words.ANY_PERSON.search(text) or leads or words.DEPUTY_SHORT.search(text):
        return PartyKind.ROLE
    known = words.ANY_BODY.search(text) or words.KNOWN_BODY.fullmatch(text.upper())
    return PartyKind.ORGANISATION if known else PartyKind.UNKNOWN
