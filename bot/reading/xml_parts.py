"""XML of office archives, parsed without entities, network or limits lifted."""

from __future__ import annotations

from typing import Any


def parse(data: bytes) -> Any:
    """The root element; entities that the file declares itself stay unexpanded."""
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def name(element: Any) -> str:
    """The element's name without its namespace: the strict and the usual form of a format differ in it."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Any, wanted: str) -> str:
    """The value of an attribute by its name without a namespace; empty where it is missing."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == wanted), "")


def children(element: Any, wanted: str) -> list[Any]:
    return [child for child in element if name(child) == wanted]


def number(text: str, default: int = 1, *, most: int = 1_000_000) -> int:
    """A count in an attribute, held between 0 and ``most``."""
    return min(int(text), most) if text.isdecimal() else default
