"""The quick import of aiogram gives the same classes, field by field, as the plain one."""

from __future__ import annotations

import asyncio
import json
import sys
from importlib.metadata import version
from typing import Any

from bot.delivery.aiogram_import import PROVED

DESCRIBE = """
import json, re, time
begun = time.process_time()
{import_it}
import aiogram.methods, aiogram.types
spent = time.process_time() - begun
from pydantic import BaseModel
found = {{}}
for space in (aiogram.types, aiogram.methods):
    for name in space.__all__:
        cls = getattr(space, name)
        if isinstance(cls, type) and issubclass(cls, BaseModel):
            assert cls.model_rebuild() is not False
            fields = {{field: repr(info) for field, info in cls.model_fields.items()}}
            found[name] = [cls.__module__, repr(cls.__bases__), repr(cls.model_config), fields]
print(re.sub("0x[0-9a-f]+", "", json.dumps([spent, found])))
"""


async def _describe(import_it: str) -> Any:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", DESCRIBE.format(import_it=import_it), stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert process.returncode == 0
    return json.loads(out)


async def test_every_class_is_the_same_field_by_field() -> None:
    assert version("aiogram") == PROVED, "prove the quick import for this aiogram, then set PROVED"
    (quick, lazy), (slow, plain) = await asyncio.gather(
        _describe("import bot.delivery.aiogram_import"), _describe("import aiogram")
    )
    assert len(plain) > 500
    assert lazy == plain
    assert quick < slow / 2
