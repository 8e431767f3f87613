"""Who is responsible: a cell cut into single parties, each with its kind.

Cells join names by commas, semicolons, line breaks, or by nothing at all («Отдел образования РМК МЦДК»),
so a name also ends where a word stands that can only begin the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bot.domain.plan import Party, PartyKind
from bot.reading import party_words as words
from bot.reading.morphology import parses
from bot.reading.school_names import normalise_party, school_names_match, unmixed

__all__ = ["is_person", "normalise_party", "party_kind", "school_names_match", "split_parties"]

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|\([^()]*\)")
_UNCLOSED = re.compile(r"[«„“][^,;\n]*")
_LISTED = re.compile(r"(?:^|(?<=\s))(?<!№\s)(?<!№)\d{1,2}[.)]\s*(?=[А-ЯЁа-яё\ue000])")
_SIGNS = re.compile(r"[,;+]|\s/|/(?![а-яёa-z\d])")
_OPEN_HYPHEN = re.compile(r"(?<=[а-яё])(?:- +| +-)(?=[а-яё])")  # «педагог- психолог»
_BRACKETED = re.compile(r"\([^()]*\)?")
_HIDDEN = re.compile("\ue000(\\d+)\ue001")
_EDGES = re.compile(r"^[\s,;.:•·*–—-]+|(?:[\s,;:•·*–—-]|(?<!\b[А-ЯЁ])(?<!\b[гп])\.)+$")  # not «Иванова И. И.»


@lru_cache(maxsize=1024)  # a plan names the same few in cell after cell
def split_parties(text: str) -> tuple[Party, ...]:
    """The parties of a cell in their order; empty for a cell that names nobody.

    Every word is kept but those that only introduce or join («Ответственные:», «совместно с», «и»); a
    word that speaks for several names stands in each: «СОШ № 1, 2» are two schools.
    """
    shown, quotes = _hide_quotes(_OPEN_HYPHEN.sub("-", text))
    shown = words.JOINING.sub(";", words.INTRODUCING.sub("", _LISTED.sub("\n", shown)))
    parties: list[Party] = []
    for piece in _pieces(words.PERSON_BEFORE_PERSON.sub(r"\1;", shown)):
        for name in _names(piece):
            whole = _EDGES.sub("", " ".join(_show(name, quotes).split()))
            if not any(char.isalnum() for char in whole):
                continue
            kind = party_kind(whole)
            if parties and words.PERSON_NAME.fullmatch(parties[-1].text) and _is_post(whole):
                parties[-1] = Party(f"{parties[-1].text}, {whole}", kind)
            else:
                parties.append(Party(whole, kind))
    return tuple(parties)


def _is_post(name: str) -> bool:
    """«начальник УО» after «Иванова И. И.» says who she is; «учителя школ» are others."""
    first = name.partition(" ")[0].rstrip(".")
    single = any({"nomn", "sing"} <= parse.tag.grammemes for parse in parses(first.lower()))
    return single and first.islower() and words.ANY_PERSON.search(name) is not None and not is_person(name)


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
    for part in map(str.strip, _SIGNS.split(text)):
        if pieces and _goes_on(part):
            pieces[-1] += ", " + part
            continue
        lines: list[str] = []
        for line in filter(None, (line.strip() for line in part.split("\n"))):
            if lines and (line[0].islower() or _takes(lines[-1], line)):
                lines[-1] += " " + line
            else:
                lines.append(line)
        pieces += lines
    return _with_numbers(pieces)


def _takes(above: str, line: str) -> bool:
    """The name above is not whole without this line; «Старший воспитатель» below a post is another post."""
    if words.TAKES_MORE.search(above) is None:
        return False
    return words.ENDS_IN_PERSON.search(above) is None or not _names_somebody(line)


def _names_somebody(line: str) -> bool:
    """It begins with a post in the nominative and in no case that «руководитель …» may take."""
    first = line.partition(" ")[0].strip(".,;")
    if not first.istitle() or words.ANY_PERSON.search(line) is None:
        return False
    cases = {parse.tag.case for parse in parses(first.lower())}
    return "nomn" in cases and "gent" not in cases


def _goes_on(part: str) -> bool:
    """After a comma it speaks of the name before it: a duty, a clause, another genitive."""
    if words.SCHOOL_DUTY.fullmatch(part) or words.CLAUSE.match(part):
        return True
    first = part.partition(" ")[0]
    unknown = first.islower() and party_kind(part) is PartyKind.UNKNOWN
    return unknown and any("gent" in parse.tag for parse in parses(first))


def _with_numbers(pieces: Iterable[str]) -> list[str]:
    """«СОШ № 1», «2 и 3» as three schools, each with its type."""
    found: list[str] = []
    head = ""
    for piece in pieces:
        if head and words.NUMBERS.fullmatch(piece):
            found += [head + number for number in re.findall(r"\d+", piece)]
        elif listed := words.NUMBERED_SCHOOLS.search(piece):
            head, (first, *more) = listed["head"], re.findall(r"\d+", listed["numbers"])
            found += [piece[: listed.start()] + head + first, *(head + number for number in more)]
        else:
            head = ""
            found.append(piece)
    return found


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
    first = tokens[i - adjectives]
    person = words.PERSON.fullmatch(token) is not None or _in_case_of(name[0], token)
    if before == "и":
        if words.ANY_PERSON.match(name[0]):
            of_head = words.HEADS_OF_SCHOOLS.fullmatch(name[0]) is not None
            return person and (of_head or len(name) > 2 + adjectives)
        named = words.PLACE_ADJECTIVE.fullmatch(first) and words.SCHOOL_WORD.match(token)
        return (
            bool(named) or person or any(w.fullmatch(token) for w in (words.KNOWN_BODY, words.SCHOOLS_SHORT))
        )
    if not before:
        return False
    called = words.ENDS_IN_NAME.search(" ".join(name[: len(name) - adjectives])) is not None
    if words.TAKES_MORE.search(before) and not called:
        return person and bool(words.TAKES_NO_PERSON.search(before)) and token not in words.LIKE_GENITIVE
    if words.LEGAL_FORM.fullmatch(token):
        return not words.LEGAL_FORM.fullmatch(before)
    if adjectives and words.PLACE_ADJECTIVE.fullmatch(first) and words.SCHOOL_WORD.match(token):
        return any(words.SCHOOL_WORD.match(word) or words.KNOWN_BODY.fullmatch(word) for word in name)
    if words.KNOWN_BODY.fullmatch(token) or words.SCHOOLS_SHORT.fullmatch(token):
        of_schools = words.SCHOOL_WORD.match(before) and token.startswith("ШН")
        return not (words.LEGAL_FORM.fullmatch(before) or of_schools or (adjectives and before == name[-1]))
    if person:
        return True
    return (token[0].isupper() or first[0].isupper()) and words.BODY.fullmatch(token) is not None


def _in_case_of(head: str, token: str) -> bool:
    """Both are people in one case other than the nominative: «директорам … методистам»."""
    endings = words.OBLIQUE.search(head), words.OBLIQUE.search(token)
    people = words.ANY_PERSON.match(head) and words.ANY_PERSON.match(token)
    return bool(people and endings[0] and endings[1] and endings[0][1] == endings[1][1])


def is_person(text: str) -> bool:
    """Somebody is called by name: «Иванова И. И.», «методист Иванова И. И.»."""
    return words.PERSON_NAME.search(text) is not None


def party_kind(text: str) -> PartyKind:
    """What one name stands for. A body's head answers for the body: «директор МОУ …» is that school."""
    text = unmixed(text)
    if words.PERSON_NAME.match(text):
        return PartyKind.ROLE
    if words.PUBLIC_BODIES.search(text):  # mostly a misread «Общеобразовательные»: let a person say
        return PartyKind.UNKNOWN
    if words.OTHER_SCHOOL.search(text) or words.DEPARTMENT.match(text):
        return PartyKind.ORGANISATION
    leads = words.LEADER.match(text) is not None or words.SCHOOLS_FIRST.match(text) is not None
    if words.SPECIALIST.match(text):
        return PartyKind.ROLE
    if words.GROUP_OF_PEOPLE.search(text) and not leads:
        return PartyKind.ROLE
    if words.NAMED_SCHOOL.search(text) and not words.NOT_A_SCHOOL.search(text):
        return PartyKind.SCHOOL
    text = _BRACKETED.sub("", text)
    if words.METHOD_UNIT.search(text):
        return PartyKind.ROLE if leads else PartyKind.ORGANISATION
    if words.ALL_SCHOOLS.search(_QUOTED.sub("", text)) or words.HEADS_OF_SCHOOLS.fullmatch(text.strip()):
        return PartyKind.SCHOOLS if leads or not words.ANY_PERSON.search(text) else PartyKind.ROLE
    if words.ANY_BODY.search(text) and (leads or not words.ANY_PERSON.match(text)):
        return PartyKind.ORGANISATION
    if words.ANY_PERSON.search(text) or leads or words.DEPUTY_SHORT.search(text):
        return PartyKind.ROLE
    known = words.ANY_BODY.search(text) or words.KNOWN_BODY.fullmatch(text.upper())
    return PartyKind.ORGANISATION if known else PartyKind.UNKNOWN
