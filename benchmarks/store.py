"""How quickly a study file opens, takes codings and answers, at any size.

``python -m benchmarks store [SIZE …]``: sizes are numbers of codings (10,000, 100,000 and 1,000,000).
The files are made once and kept in ``build/studies``; the first run takes its time. Each row stands
beside plain SQL that does the least which answers the same question, on the same file; a figure over
its limit is marked. Milliseconds, medians unless it says p95; *busy* is the processor's own time, which
other work on the machine hardly touches.
"""

from __future__ import annotations

import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from benchmarks.studies import study_file
from jejak.analysis.cooccurrence import cooccurrence
from jejak.analysis.crosstab import codes_by_group
from jejak.model import Block, Coding, Segment, Source
from jejak.store.source_codings import codings_of_source
from jejak.study import Study, open_study

__all__ = ["main"]

SIZES = (10_000, 100_000, 1_000_000)
EDITS = 60
LIMITS = {
    "open the study": 200, "its memory, MB": 200, "import jejak": 100, "jejak --help": 200,
    "a source with 5,000 codings": 100, "add a coding, p95": 20, "co-occurrence of all codes": 1000,
    "text search": 100,
}  # fmt: skip
QUERY_LIMIT = 500
QUERIES = (
    'code:"Code 0000"',
    'code:"Code 0000" and not code:"Code 0020"',
    'code:"Code 0000" overlaps code:"Code 0020"',
    'code:"Code 0000" and case.role = consumer',
    'text:akun and code:"Code 0000"',
)
OPEN = """
import sys, time
from pathlib import Path
from jejak.study import open_study
began, worked = time.perf_counter(), time.process_time()
study = open_study(sys.argv[1])
study.info
took = (time.perf_counter() - began) * 1000, (time.process_time() - worked) * 1000
told = dict(line.split(":") for line in Path("/proc/self/status").read_text().splitlines())
print(*took, int(told["VmHWM"].split()[0]) / 1024)
study.close()
"""
_HELP = "from jejak.cli import main; main()"
Row = tuple[str, float, float | None]


class Figure(float):
    """Milliseconds by the clock, with those the processor worked (``busy``)."""

    busy: float

    @classmethod
    def of(
        cls, wall: list[float], busy: list[float], pick: Callable[[list[float]], float]
    ) -> Figure:
        """The figure that ``pick`` takes of many."""
        found = cls(pick(wall))
        found.busy = pick(busy)
        return found


def _once(work: Callable[[], object]) -> tuple[float, float]:
    wall, busy = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - busy) * 1000


def _ms(work: Callable[[], object], runs: int = 5) -> Figure:
    wall, busy = zip(*(_once(work) for _ in range(runs)), strict=True)
    return Figure.of(list(wall), list(busy), median)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95)]


def _process(*command: str) -> tuple[Figure, str]:
    """The median time of a fresh process, and what the last one said."""
    wall, busy, said = [], [], ""
    for _ in range(5):
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        wall.append((time.perf_counter() - began) * 1000)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        busy.append(worked * 1000)
    return Figure.of(wall, busy, median), said


def _starting(path: Path) -> Iterator[Row]:
    bare, _ = _process(sys.executable, "-c", "pass")
    yield "a bare Python", bare, None
    yield "import jejak", _process(sys.executable, "-c", "import jejak")[0], bare
    yield "jejak --help", _process(sys.executable, "-c", _HELP, "--help")[0], bare
    yield "import what opens a study", _process(sys.executable, "-c", "import jejak.study")[0], bare
    told = [_process(sys.executable, "-c", OPEN, str(path))[1].split() for _ in range(3)]
    wall, busy, memory = ([float(one[number]) for one in told] for number in range(3))
    least = _ms(lambda: _plain(path, "SELECT title FROM study"))
    yield "open the study", Figure.of(wall, busy, median), least
    yield "its memory, MB", median(memory), None


def _plain(path: Path, query: str, *values: object) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as raw:
        return raw.execute(query, values).fetchall()


_CODINGS_OF = """
SELECT c.guid, s.guid, s.start, s.end, k.guid, u.guid, c.weight, c.created FROM segment s
JOIN coding c ON c.segment_id = s.id JOIN code k ON k.id = c.code_id JOIN user u ON u.id = c.user_id
WHERE s.source_id = (SELECT min(id) FROM source) ORDER BY s.start
"""


def _working(study: Study, path: Path) -> Iterator[Row]:
    source = next(iter(study.store.all(Source, name="S-000000")))
    yield (
        "a source with 5,000 codings",
        _ms(lambda: _open_source(study, source)),
        _ms(lambda: _plain(path, _CODINGS_OF)),
    )
    apply = study.coding.apply
    adding = [
        _once(lambda at=at: apply(source, 7 * at, 7 * at + 5, ["Code 0003"]))  # type: ignore[misc]
        for at in range(EDITS)
    ]
    first = _ms(lambda: study.retrieval.find('code:"Code 0003"'), 1)
    again = []
    for at in range(9):
        apply(source, 7 * at + 1, 7 * at + 5, ["Code 0003"])
        again.append(_once(lambda: study.retrieval.find('code:"Code 0003"')))
    undoing = [_once(study.trail.undo) for _ in range(EDITS)]
    insert = _durable(path)
    yield "add a coding, p50", _figure(adding, median), median(insert)
    yield "add a coding, p95", _figure(adding, _p95), _p95(insert)
    yield "undo a coding, p95", _figure(undoing, _p95), None
    yield "the first query (columns are read)", first, None
    yield "a query after one coding more", _figure(again, median), None
    _import(study)
    yield "undo an import of 1,000 files, 80,000 turns", _ms(study.trail.undo, 1), None


def _figure(taken: list[tuple[float, float]], pick: Callable[[list[float]], float]) -> Figure:
    wall, busy = zip(*taken, strict=True)
    return Figure.of(list(wall), list(busy), pick)


def _import(study: Study) -> None:
    """A thousand transcripts of eighty turns each."""
    with study.change("Import") as change:
        for number in range(1_000):
            text = "".join(
                f"P: {number} and {turn} are said here, and no more\n" for turn in range(80)
            )
            source = Source(name=f"import {number}", text=change.keep_text(text), length=len(text))
            change.add(source)
            size = len(text) // 80
            change.add_many(
                Block(source=source.guid, number=turn + 1, kind="turn", start=turn * size,
                      end=turn * size + size - 1, speaker="P")
                for turn in range(80)
            )  # fmt: skip


def _open_source(study: Study, source: Source) -> None:
    with study.store.read() as rows:
        rows.text(source.text)
        study.sources.blocks(source)
        codings_of_source(rows, source.guid)


def _durable(path: Path) -> list[float]:
    """A segment and a coding written by plain SQL, each durable."""
    taken = []
    with sqlite3.connect(path, isolation_level=None) as raw:
        raw.execute("PRAGMA synchronous = FULL")
        code, user = (
            raw.execute(f"SELECT min(id) FROM {kind}").fetchone()[0] for kind in ("code", "user")
        )
        for number in range(EDITS):
            began = time.perf_counter()
            raw.execute("BEGIN IMMEDIATE")
            key = raw.execute(
                "INSERT INTO segment (guid, source_id, anchor, start, end, region, changed) "
                "VALUES (randomblob(16), 1, 'text', ?, ?, '{}', 0)", (number, number + 5),
            ).lastrowid  # fmt: skip
            raw.execute(
                "INSERT INTO coding (guid, segment_id, code_id, user_id, created, origin, changed) "
                "VALUES (randomblob(16), ?, ?, ?, 0, 'hand', 0)", (key, code, user),
            )  # fmt: skip
            raw.execute("COMMIT")
            taken.append((time.perf_counter() - began) * 1000)
    return taken


_BY_CODE = """
SELECT s.source_id, s.start, s.end FROM coding c JOIN segment s ON s.id = c.segment_id
WHERE c.code_id = (SELECT id FROM code WHERE name = 'Code 0000') ORDER BY 1, 2 LIMIT 50
"""
_SAME_SPAN = """
SELECT a.code_id, b.code_id, count(*) FROM coding a JOIN coding b ON b.segment_id = a.segment_id
AND b.code_id > a.code_id GROUP BY 1, 2
"""
_BY_CASE = """
SELECT v.value, c.code_id, count(*) FROM coding c JOIN segment s ON s.id = c.segment_id
JOIN source t ON t.id = s.source_id JOIN link l ON l.target = t.guid AND l.role = 'member'
JOIN value v ON v.owner = l.owner JOIN attribute a ON a.id = v.attribute_id AND a.name = 'role'
GROUP BY 1, 2
"""
_WORDS = "SELECT rowid FROM words WHERE words MATCH 'akun' ORDER BY rowid LIMIT 101"


def _asking(study: Study, path: Path) -> Iterator[Row]:
    least = _ms(lambda: _plain(path, _BY_CODE))
    for query in QUERIES:
        yield query, _ms(lambda query=query: study.retrieval.find(query)), least  # type: ignore[misc]
    yield (
        "co-occurrence of all codes",
        _ms(lambda: cooccurrence(study.store.corpus()), 3),
        _ms(lambda: _plain(path, _SAME_SPAN), 1),
    )
    yield (
        "code by role of the case",
        _ms(lambda: codes_by_group(study.store.corpus(), "case", "role"), 3),
        _ms(lambda: _plain(path, _BY_CASE), 1),
    )
    yield (
        "text search",
        _ms(lambda: study.retrieval.words("akun")),
        _ms(lambda: _plain(path, _WORDS)),
    )


def _tell(row: Row) -> None:
    name, figure, plain = row
    limit = LIMITS.get(name, QUERY_LIMIT if name in QUERIES else None)
    busy = f"{figure.busy:9.1f}" if isinstance(figure, Figure) else ""
    beside = "" if plain is None else f"{plain:9.1f}"
    over = "  over" if limit is not None and figure > limit else ""
    print(f"{name:<46} {figure:9.1f} {busy:>9} {beside:>9} {limit or '':>7}{over}", flush=True)


def main(arguments: Sequence[str] = ()) -> None:
    """Measure each size and print it."""
    for size in [int(one) for one in arguments] or SIZES:
        kept = study_file(size)
        megabytes = kept.stat().st_size / 1e6
        print(
            f"\n{size:,} codings, {megabytes:,.0f} MB, {kept.stat().st_size / size:.0f} bytes a coding"
        )
        print(f"{'':<46} {'jejak':>9} {'busy':>9} {'plain SQL':>9} {'limit':>7}")
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            path = Path(shutil.copy(kept, folder))
            for row in _starting(path):
                _tell(row)
            with open_study(path) as study:
                print(
                    f"{study.store.count(Coding):,} codings on {study.store.count(Segment):,} segments"
                )
                for row in _working(study, path):
                    _tell(row)
                for row in _asking(study, path):
                    _tell(row)


if __name__ == "__main__":
    main(sys.argv[1:])
