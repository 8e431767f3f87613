"""Imports aiogram in a fraction of its time: its models are built when they are first used.

``import aiogram`` builds a validator for each of its 444 types, at 4 s of CPU and 160 MB; a bot uses a few
dozen. The names in the types' annotations are imported for type checkers only, so the last lines of
``aiogram.types`` call ``model_rebuild`` with those names for every type. Here these calls only note the
names, which are then put where the annotations look for them. pydantic does the rest: the types are
declared with ``defer_build`` and complete themselves at first use.

Proved for one version of aiogram, field by field (tests/delivery/test_aiogram_import.py); any other is
imported plainly.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Any

from pydantic import BaseModel

PROVED = "3.31.0"


def import_aiogram() -> None:
    """Import aiogram; after this every other import of it is quick."""
    if version("aiogram") != PROVED or "aiogram" in sys.modules:
        import aiogram  # noqa: PLC0415

        return
    names: dict[str, Any] = {}
    modules: set[str] = set()

    def note(cls: type[BaseModel], /, *, _types_namespace: dict[str, Any], **_options: Any) -> None:
        names.update(_types_namespace)
        modules.add(cls.__module__)

    original = vars(BaseModel)["model_rebuild"]
    BaseModel.model_rebuild = classmethod(note)  # type: ignore[assignment]
    try:
        import aiogram  # noqa: PLC0415
    finally:
        BaseModel.model_rebuild = original  # type: ignore[method-assign]
    for module in modules:
        namespace = vars(sys.modules[module])
        for name, value in names.items():
            namespace.setdefault(name, value)
    assert aiogram.__version__ == PROVED


import_aiogram()
