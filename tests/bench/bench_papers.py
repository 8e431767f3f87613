"""CPU seconds of the papers of 20 schools × 60 rows: ``python -m tests.bench.bench_papers``."""

from __future__ import annotations

import sys
import time

from bot.domain.paper_kinds import PaperKind
from bot.words import Words
from handlers.papers.charts import charts_of
from tests.papers.big_district import big_record
from tests.papers.records import made


def main() -> None:
    record, words = big_record(), Words()
    out = sys.stdout.write
    out(f"{len(record.tasks)} tasks in {len(record.rows)} rows\n")
    for kind in (kind for kind in PaperKind if kind is not PaperKind.PROGRAMME):  # made of a profile
        of_kind = record.of_school(1, "МБОУ «Берёзовская СОШ № 1»") if kind is PaperKind.SCHOOL else record
        charts = charts_of(kind, of_kind, lambda key: words.plain(key, "ru"))
        before = time.process_time()
        paper = made(kind, of_kind, charts=charts)
        spent = time.process_time() - before
        out(f"{kind.value:14} {spent:5.2f} s {len(paper) // 1024:5} KB, pictures: {len(charts)}\n")


if __name__ == "__main__":
    main()
