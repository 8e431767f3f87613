"""Official names in little room."""

from __future__ import annotations


def brief(name: str, limit: int) -> str:
    """A place's name in at most ``limit`` characters, cut in its middle.

    Official names of a district's schools begin alike («Муниципальное бюджетное …») or end alike
    («… средняя общеобразовательная школа»): in a list both ends are wanted to tell them apart.
    """
    if len(name) <= limit:
        return name
    head = limit // 3
    return f"{name[:head].rstrip()}…{name[len(name) - (limit - head - 1) :].lstrip()}"
