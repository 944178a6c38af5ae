"""How long it takes to test conclusions.

``python -m benchmarks findings [FINDINGS …]``: so many findings (50 and 500 where none is named), each
with 200 pieces of evidence, in a study of 100,000 codings. *cold* is from nothing, *warm* after one
more coding under the codes of one finding. The least SQL counts what stands for and against each finding,
and whose. Then the report of the study, as a page and for Word, from the study to the file as a person
waits for it; what of that it takes to put it together, and to write what is put together; and, of the
first findings that fill about 200 pages, as PDF. Limits bind at 500.
"""

from __future__ import annotations

import gc
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.studies import study_file
from benchmarks.table import Line, ms, told
from jejak.documents.document import Document
from jejak.documents.docx import as_word
from jejak.documents.html import as_page
from jejak.documents.pdf import as_pdf
from jejak.model import Code, Evidence, Finding, Link, Segment
from jejak.model.undisturbed import undisturbed
from jejak.study import Study, open_study

__all__ = ["SIZES", "made", "main"]

SIZES = (50, 500)
CODINGS, EACH = 100_000, 200
ALL, ONE = "all checks of all findings", "all checks of one finding"
GATHERED, PDF = "the report, put together", "200 pages of it as PDF"
PAGE, WORD = "its HTML, once put together", "its Word file, once put together"
PAGE_WHOLE, WORD_WHOLE = "the report as HTML, all of it", "the report for Word, all of it"
LIMITS = {
    ALL: (2_000.0, 0.0), ONE: (0.0, 100.0), GATHERED: (0.0, 0.0), PAGE: (0.0, 0.0), WORD: (0.0, 0.0),
    PAGE_WHOLE: (5_000.0, 0.0), WORD_WHOLE: (10_000.0, 0.0), PDF: (15_000.0, 0.0),
}  # fmt: skip
_PAGES, _FIRST = 200, 4
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


def _reported(study: Study, table: Mapping[str, Line], size: int) -> None:
    study.store.corpus()
    gc.collect()
    kept: list[Document] = []
    # As a person gets it: from the study to the file, and what of that is which.
    table[PAGE_WHOLE].cold[size] = ms(lambda: study.reports.content(".html", "en"))
    table[WORD_WHOLE].cold[size] = ms(lambda: study.reports.content(".docx", "en"))
    table[GATHERED].cold[size] = ms(lambda: kept.append(study.reports.document("en")))
    document = kept[0]
    with undisturbed():
        table[PAGE].cold[size] = ms(lambda: as_page(document))
        table[WORD].cold[size] = ms(lambda: as_word(document))
    first = _findings(document, _FIRST)
    some = _findings(document, max(1, _FIRST * _PAGES // _pages(as_pdf(first))))
    files: list[bytes] = []
    table[PDF].cold[size] = ms(lambda: files.append(as_pdf(some)))
    table[PDF].said = f"{_pages(files[0])} pages"


def _findings(document: Document, many: int) -> Document:
    """The part that tells the findings, of the first of them alone."""
    part = next(one for one in document.sections if one.anchor == "findings")
    return replace(document, opening=(), sections=(replace(part, blocks=part.blocks[:many]),))


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


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
                _reported(study, table, size)
            with sqlite3.connect(path) as raw:
                table[ALL].rivals.setdefault("SQL", {})[size] = ms(
                    lambda raw=raw: raw.execute(_SQL).fetchall()
                )  # type: ignore[misc]
            raw.close()
    text, missed = told(list(table.values()), sizes, binding=SIZES[-1])
    sys.stdout.write(text)
    return 1 if missed else 0
