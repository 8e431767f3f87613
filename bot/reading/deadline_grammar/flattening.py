"""A phrase in lower case with plain signs, and with digits and letters where OCR and hands mixed them up."""

from __future__ import annotations

import re

from bot.reading.deadline_grammar.words import FORMS

_DASHES = "–—―−‐‑‒"
_BLANKS = "\u00a0\u2007\u202f\u2009\t*¹²³«»\"'“”„…"  # footnote marks and quotes say nothing about time
_ONE_TO_ONE = str.maketrans(
    "ёъ" + _DASHES + _BLANKS + "ⅰⅱⅲⅳі",
    "еь" + "-" * len(_DASHES) + " " * len(_BLANKS) + "1234i",
)
_SMUDGE = "оolзб"  # letters that OCR and hands put for digits
_DIGITS = str.maketrans(_SMUDGE + "i", "001361")
_LETTERS = str.maketrans("013468", "олзчбв")
_SMUDGED_WORD = re.compile(r"(?:[а-я]+\d|(?<!\d)0[а-я])[а-я\d]*")
_SMUDGES = re.compile(rf"[\d.](?:(?<=[{_SMUDGE}i].)|(?<=\d)[{_SMUDGE}]|(?:(?<=[а-я]\d)|(?<=0))[а-я])")
_SMUDGED_DATE = re.compile(
    rf"(?<![\w.])(?:(?:[\d{_SMUDGE}]{{1,2}}\.){{2}}(?:2[0oо])?|2[0oо])[\d{_SMUDGE}]{{2}}(?=г|\b)"
    rf"|(?<![\w.])(?=.?\d)[\d{_SMUDGE}i]{{2}}(?=\s*(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))"
)
_ODD = re.compile(f"[{''.join(map(chr, _ONE_TO_ONE))}]|{_SMUDGES.pattern}")


def flatten(phrase: str) -> str:
    """Lower case, plain dashes and blanks; every character keeps its place."""
    lowered = phrase.lower()
    if len(lowered) != len(phrase):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in phrase)
    if not _ODD.search(lowered):
        return lowered
    flat = lowered.translate(_ONE_TO_ONE)
    if _SMUDGES.search(flat):
        flat = _SMUDGED_WORD.sub(_as_letters, _SMUDGED_DATE.sub(_as_digits, flat))
    return flat


def _as_letters(word: re.Match[str]) -> str:
    """«октя6рь» where that makes a word; «с1по5» stays."""
    mended = word[0].translate(_LETTERS)
    return mended if mended in FORMS else word[0]


def _as_digits(date: re.Match[str]) -> str:
    return date[0].translate(_DIGITS)
