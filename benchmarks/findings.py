"""How long it takes to test conclusions.

``python -m benchmarks findings [FINDINGS …]``: so many findings (50 and 500 where none is named), each
with 200 pieces of evidence, in a study of 100,000 codings. *cold* is from nothing, *warm* after one
more coding under the codes of one finding. The least SQL counts what stands for and against each finding,
and whose. Limits bind at 500.
"""

from __future__ import annotations

import gc
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.studies import study_file
from benchmarks.table import Line, ms, told
from jejak.model import Code, Evidence, Finding, Link, Segment
from jejak.study import Study, open_study

__all__ = ["SIZES", "made", "main"]

SIZES = (50, 500)
CODINGS, EACH = 100_000, 200
ALL, ONE = "all checks of all findings", "all checks of one finding"
LIMITS = {ALL: (2_000.0, 0.0), ONE: (0.0, 100.0)}
_SQL = """
SELECT e.finding_id, e.stance, count(*), count(DISTINCT l.owner) FROM evidence e
JOIN segment g ON g.guid = e.target JOIN source s ON s.id = g.source_id
LEFT JOIN link l ON l.target = s.guid AND l.role = 'member' GROUP BY 1, 2
"""


def made(path: Path, findings: int) -> None:
    """A study of so many findings, about two codes each, with evidence under them."""
    shutil.copy(study_file(CODINGS), path)
    draw = np.random.default_rng(11)
    with open_study(path) as study, study.change("Findings") as change:
        user = study.user.guid
        codes = study.store.all(Code)
        segments = study.store.all(Segment)
        statuses = ("hunch", "proposition", "qualified")
        found = [
            Finding(label=f"F{n}", statement=f"Most participants said that {n}.", user=user,
                    status=statuses[n % 3])
            for n in range(1, findings + 1)
        ]  # fmt: skip
        change.add_many(found)
        change.add_many(
            Link(role="concerns", owner_kind="finding", owner=one.guid, target_kind="code",
                 target=codes[row].guid)
            for one in found for row in draw.choice(len(codes), 2, replace=False).tolist()
        )  # fmt: skip
        for one in found:
            change.add_many(
                Evidence(
                    finding=one.guid, target_kind="segment", target=segments[row].guid, user=user,
                    stance="supports" if number % 5 else "contradicts",
                )
                for number, row in enumerate(draw.choice(len(segments), EACH, replace=False).tolist())
            )  # fmt: skip


def _measured(study: Study, table: Mapping[str, Line], size: int) -> None:
    study.store.corpus()
    gc.collect()
    table[ALL].cold[size] = ms(study.findings.cards)
    one = study.findings.all()[0]
    source = study.sources.all()[0]
    code = study.findings.card(one).codes[0][0]
    study.coding.apply(source, 0, 40, [code])
    table[ONE].warm[size] = ms(lambda: study.findings.examine(one))


def main(arguments: Sequence[str] = ()) -> int:
    """Measure; 1 where a limit is missed."""
    sizes = [int(one) for one in arguments] or list(SIZES)
    table = {name: Line(name, *limits) for name, limits in LIMITS.items()}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.jejak"
            made(path, size)
            with open_study(path) as study:
                _measured(study, table, size)
            with sqlite3.connect(path) as raw:
                table[ALL].rivals.setdefault("SQL", {})[size] = ms(
                    lambda raw=raw: raw.execute(_SQL).fetchall()
                )  # type: ignore[misc]
            raw.close()
    text, missed = told(list(table.values()), sizes, binding=SIZES[-1])
    sys.stdout.write(text)
    return 1 if missed else 0
