"""Questionnaires as YAML files: reading, and checking with the line of whatever is wrong.

The format is shown by ``risk_factors_teachers.yaml`` beside this file. Every wording is given in every
language that the pack's ``languages`` names.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.domain.risk import FACTORS, INDICATORS
from bot.domain.surveys import Audience, Direction, Item, ItemKind, Option, Questionnaire
from bot.questionnaires.nodes import Mark, PackError, compose

PACKS = Path(__file__).parent

MAX_TITLE = 60
MAX_QUESTION = 160  # three lines on a phone
MAX_OPTION = 30  # one button
MAX_ID = 24  # goes into a button's 64 bytes beside the wave's id
SCALE_STEPS = 5


def load_packs(folder: Path = PACKS) -> Mapping[str, Questionnaire]:
    """Every pack of the folder by its code. Raises PackError."""
    packs: dict[str, Questionnaire] = {}
    for path in sorted(folder.glob("*.yaml")):
        pack = load_pack(path)
        if pack.code in packs:
            raise PackError(path, 1, f"code {pack.code!r} belongs to another pack of this folder")
        packs[pack.code] = pack
    return packs


def load_pack(path: Path) -> Questionnaire:
    """Raises PackError, and OSError where the file cannot be read."""
    root = compose(path)
    root.keys({"code", "version", "audience", "languages", "title", "scales", "items"}, {"scales"})
    languages = tuple(language.text(2) for language in root["languages"].sequence())
    audience = root["audience"].one_of(Audience)
    scales = root.get("scales")
    items = _Items(audience, languages, _scales(scales, languages) if scales else {})
    return Questionnaire(
        code=root["code"].identifier(MAX_ID),
        version=root["version"].number(1, 10_000),
        audience=audience,
        title=root["title"].words(languages, MAX_TITLE),
        items=items.read(root["items"]),
    )


def _scales(mark: Mark, languages: tuple[str, ...]) -> Mapping[str, tuple[Option, ...]]:
    """Scales by name. The options of a scale are stored as «1» … «5»."""
    return {name: _options(mark[name], languages, SCALE_STEPS) for name in mark.names()}


def _options(mark: Mark, languages: tuple[str, ...], steps: int | None = None) -> tuple[Option, ...]:
    options = tuple(
        Option(value=str(place), text=option.words(languages, MAX_OPTION))
        for place, option in enumerate(mark.sequence(), start=1)
    )
    if steps and len(options) != steps:
        raise mark.error(f"a scale has {steps} steps, not {len(options)}")
    if len(options) < 2:
        raise mark.error("a choice needs two options or more")
    return options


class _Items:
    def __init__(
        self, audience: Audience, languages: tuple[str, ...], scales: Mapping[str, tuple[Option, ...]]
    ) -> None:
        self._audience = audience
        self._languages = languages
        self._scales = scales

    def read(self, mark: Mark) -> tuple[Item, ...]:
        items: dict[str, Item] = {}
        for one in mark.sequence():
            item = self._item(one)
            if item.id in items:
                raise one["id"].error(f"id {item.id!r} is used above")
            items[item.id] = item
        return tuple(items.values())

    def _item(self, mark: Mark) -> Item:
        answers = {"scale", "options"}
        mark.keys({"id", "text", "factor", "indicator", "direction"} | answers, answers)
        if len(answers & set(mark.names())) != 1:
            raise mark.error("an item has either a scale or options")
        factor = mark["factor"].number(min(FACTORS), max(FACTORS))
        scale = mark.get("scale")
        return Item(
            id=mark["id"].identifier(MAX_ID),
            kind=ItemKind.SCALE if scale else ItemKind.ONE,
            text=mark["text"].words(self._languages, MAX_QUESTION),
            options=scale.key_of(self._scales) if scale else _options(mark["options"], self._languages),
            factor=factor,
            indicator=self._indicator(mark["indicator"], factor),
            direction=mark["direction"].one_of(Direction),
        )

    def _indicator(self, mark: Mark, factor: int) -> str:
        indicator = mark.key_of(INDICATORS)
        if indicator.factor != factor:
            raise mark.error(f"{indicator.id!r} is an indicator of factor {indicator.factor}")
        if self._audience not in indicator.known_to:
            raise mark.error(f"{indicator.id!r} cannot be known to {self._audience}")
        return indicator.id
