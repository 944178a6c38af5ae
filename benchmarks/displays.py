"""How long every kind of display takes on real study files, beside plain SQL and DuckDB.

``python -m benchmarks displays [SIZE …] [KIND …]``: sizes are numbers of codings (10,000 and 1,000,000;
the last with 100,000 sources, 2,000 codes and 10,000 cases). *cold* is the first time a display of a
study is asked for, once its columns are in memory, those of its words too, which lines of their own
tell (columns: by a new process out of the rows alone, and out of a file that was closed before, by the
clock; and what keeping them takes); *warm* is the same asked again; *beside* is the same answer by the least SQL on the same file, or
by DuckDB on tables it holds in memory (all columns: in a file). Limits bind at 1,000,000; how many are missed is the result.
"""

from __future__ import annotations

import gc
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.rivals import rival
from benchmarks.studies import study_file
from benchmarks.table import Line, ms, told
from jejak.analysis.cooccurrence import cooccurrence
from jejak.analysis.words.spoken import spoken_of
from jejak.displays import DISPLAYS
from jejak.displays.display import DisplayKind
from jejak.displays.settings import settings_for
from jejak.errors import JejakError
from jejak.model.corpus import Corpus
from jejak.study import Study, open_study

__all__ = ["main"]

SIZES = (10_000, 1_000_000)
COLD, WARM = 1000.0, 100.0
ROWS, FILE, KEEPING, AGAIN = (
    "columns, from the rows alone",
    "columns, from a cold file",
    "columns, kept on closing",
    "columns, from the cache",
)
WORDS, READ = "words of all texts, first asked", "of which reading the texts"
MEETING = "co-occurrence of all codes"
FRAMES, CODES = "matrix, frames by frames", "matrix, codes by codes"
MATRICES = {FRAMES: ["frame"], CODES: ["code"]}
LIMITS = {
    ROWS: 0.0,
    FILE: 500.0,
    KEEPING: 0.0,
    AGAIN: 20.0,
    WORDS: 0.0,
    READ: 0.0,
    MEETING: 600.0,
    FRAMES: COLD,
    CODES: COLD,
}
_BY_CODE_AND_CASE = """
SELECT c.code_id, l.owner, count(*) FROM coding c JOIN segment s ON s.id = c.segment_id
JOIN source t ON t.id = s.source_id JOIN link l ON l.target = t.guid AND l.role = 'member'
GROUP BY 1, 2
"""
_BY_CODE_AND_ROLE = """
SELECT c.code_id, v.value, count(*) FROM coding c JOIN segment s ON s.id = c.segment_id
JOIN source t ON t.id = s.source_id JOIN link l ON l.target = t.guid AND l.role = 'member'
JOIN value v ON v.owner = l.owner JOIN attribute a ON a.id = v.attribute_id AND a.name = 'role'
GROUP BY 1, 2
"""
_SAME_SPAN = """
SELECT a.code_id, b.code_id, count(*) FROM coding a JOIN coding b ON b.segment_id = a.segment_id
AND b.code_id > a.code_id GROUP BY 1, 2
"""
_COLUMNS = """
SELECT c.id, c.segment_id, c.code_id, c.user_id, c.created, c.weight, c.origin, s.source_id, s.start,
s.end FROM coding c JOIN segment s ON s.id = c.segment_id
"""
# What answers the same question: by SQL on the file, by DuckDB on its own table of codings.
SQL = {
    FILE: _COLUMNS,
    "code-frequencies": _BY_CODE_AND_CASE,
    "matrix": _BY_CODE_AND_CASE,
    "code-attributes": _BY_CODE_AND_ROLE,
    "code-sankey": _BY_CODE_AND_ROLE,
}
# Codings on the very same words alone: those that only share some want a join over all pairs.
SMALLER_SQL = {"code-cooccurrence": _SAME_SPAN, MEETING: _SAME_SPAN}
_GROUPED = 'SELECT code, "case", count(*) FROM codings GROUP BY 1, 2'
_OVERLAPPING = """
SELECT a.code, b.code, count(*) FROM codings a JOIN codings b
ON a.source = b.source AND a.start < b.stop AND b.start < a.stop AND a.code < b.code GROUP BY 1, 2
"""
_ALL = "SELECT * FROM codings"
_COUNTED = """
SELECT word, "case", count(*) FROM (SELECT "case", unnest(regexp_extract_all(lower(body), '\\w+')) AS word
FROM texts) GROUP BY 1, 2
"""
DUCK = {
    WORDS: _COUNTED,
    "code-frequencies": _GROUPED,
    "matrix": _GROUPED,
    "code-cooccurrence": _OVERLAPPING,
    MEETING: _OVERLAPPING,
    "code-attributes": "SELECT code, role, count(*) FROM codings GROUP BY 1, 2",
    "code-sankey": "SELECT code, role, count(*) FROM codings GROUP BY 1, 2",
}


def _settings(kind: DisplayKind, corpus: Corpus) -> dict[str, object]:
    """The settings a kind comes with; where it wants a source, the one that holds most."""
    return {
        spec.name: corpus.sources.guid[0]
        for spec in settings_for(kind, corpus)
        if spec.type == "source"
    }


def _display(
    study: Study, line: Line, name: str, settings: Mapping[str, object], size: int
) -> None:
    gc.collect()
    try:
        line.cold[size] = ms(lambda: study.displays.compute(name, settings))
    except JejakError as error:
        line.said = f"  {error.code}"
        return
    line.warm[size] = median(ms(lambda: study.displays.compute(name, settings)) for _ in range(3))


# Opens a study, asks for its columns and closes it: the milliseconds of asking and of closing.
_CHILD = """
import sys, time
import jejak.store.columns
from jejak.study import open_study
study = open_study(sys.argv[1])
began = time.perf_counter()
study.store.corpus()
read = time.perf_counter()
study.close()
print((read - began) * 1000, (time.perf_counter() - read) * 1000)
"""


def _by_a_new_process(path: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", _CHILD, str(path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(told[0]), float(told[1])


def _columns(path: Path, table: Mapping[str, Line], size: int) -> None:
    open_study(path).close()  # brought up to this version, where it was made by an older one
    alone, closing = [], []
    for _ in range(3):
        with sqlite3.connect(path) as raw:
            raw.execute("DELETE FROM kept_column")
        raw.close()
        asked, closed = _by_a_new_process(path)
        alone.append(asked)
        closing.append(closed)
    table[ROWS].cold[size], table[KEEPING].cold[size] = median(alone), median(closing)
    table[FILE].cold[size] = median(_by_a_new_process(path)[0] for _ in range(5))
    with sqlite3.connect(path) as raw:
        kept = raw.execute("SELECT ifnull(sum(length(body)), 0) FROM kept_column").fetchone()[0]
    raw.close()
    table[KEEPING].said = f"{kept / 1e6:.1f} MB of {path.stat().st_size / 1e6:,.0f} MB"


def _ours(path: Path, table: Mapping[str, Line], kinds: Sequence[str], size: int) -> None:
    with open_study(path) as study:
        store = study.store
        store.corpus()
        table[AGAIN].warm[size] = median(ms(store.corpus) for _ in range(9))
        corpus = store.corpus()
        table[READ].cold[size] = ms(lambda: sum(len(text) for _, text in corpus.texts.each()))
        table[WORDS].cold[size] = ms(lambda: spoken_of(corpus))
        table[MEETING].cold[size] = median(ms(lambda: cooccurrence(corpus)) for _ in range(3))
        for name, facets in MATRICES.items():
            _display(study, table[name], "matrix", {"rows": facets, "columns": facets}, size)
        for name in kinds:
            sys.stderr.write(f"\r{size:,} {name:<30}")
            sys.stderr.flush()
            _display(study, table[name], name, _settings(DISPLAYS.get(name), corpus), size)
        sys.stderr.write("\r" + " " * 50 + "\r")


def _beside(path: Path, table: Mapping[str, Line], size: int, sizes: Sequence[int]) -> None:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as raw:
        took: dict[str, float] = {}
        for name, query in {**SQL, **SMALLER_SQL}.items():
            if name in table and (name in SQL or size == min(sizes)):
                took[query] = took.get(query) or ms(lambda q=query: raw.execute(q).fetchall())  # type: ignore[misc]
                table[name].rivals.setdefault("SQL", {})[size] = took[query]
    duck = _duck(path)
    if duck is not None:
        table[FILE].rivals.setdefault("DuckDB", {})[size] = _duck_file(duck)
        taken: dict[str, float] = {}
        for name, query in DUCK.items():
            if name in table:
                taken[query] = taken.get(query) or ms(lambda q=query: duck.execute(q).fetchall())  # type: ignore[misc]
                table[name].rivals.setdefault("DuckDB", {})[size] = taken[query]


def _duck(path: Path) -> Any:
    """The codings and texts in DuckDB's memory, on one processor as we are; ``None`` without it."""
    module = rival("duckdb")
    if module is None:
        return None
    connection = module.connect()
    with open_study(path) as study:
        corpus = study.store.corpus()
        bodies = [text for _, text in corpus.texts.each()]
    codings = corpus.codings
    role = next((one.value for one in corpus.attributes if one.name == "role"), ())
    roles = np.array([*(value or "" for value in role), ""], object)
    owner = np.full(len(bodies), -1)
    owner[corpus.case_sources[:, 1]] = corpus.case_sources[:, 0]
    frames = {
        "codings": {
            "source": codings.source, "start": codings.start, "stop": codings.end,
            "code": codings.code, "case": codings.case, "role": roles[codings.case],
        },
        "texts": {"case": owner, "body": bodies},
    }  # fmt: skip
    connection.execute("SET threads = 1")
    for name, columns in frames.items():
        connection.register("given", import_module("pandas").DataFrame(columns))
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
    return connection


def _duck_file(duck: Any) -> float:
    """All columns of the codings out of a file of DuckDB's own, just opened."""
    with tempfile.TemporaryDirectory() as folder:
        duck.execute(f"ATTACH '{folder}/codings.duckdb' AS file")
        duck.execute("CREATE TABLE file.codings AS SELECT * FROM codings")
        duck.execute("DETACH file")

        def read() -> None:
            with rival("duckdb").connect(f"{folder}/codings.duckdb") as connection:
                connection.execute("SET threads = 1")
                connection.execute(_ALL).fetchnumpy()

        return median(ms(read) for _ in range(3))


def main(arguments: Sequence[str] = ()) -> int:
    """Print a table, a line for each kind of display; how many limits were missed."""
    sizes = [int(one) for one in arguments if one.isdigit()] or list(SIZES)
    kinds = [one for one in arguments if not one.isdigit()] or DISPLAYS.names()
    limits = {**LIMITS, **dict.fromkeys(kinds, COLD)}
    again = {AGAIN: LIMITS[AGAIN], **dict.fromkeys([*MATRICES, *kinds], WARM)}
    table = {
        name: Line(name, 0.0 if name == AGAIN else limit, again.get(name, 0.0))
        for name, limit in limits.items()
    }
    for size in sizes:
        path = study_file(size)
        _columns(path, table, size)
        _ours(path, table, kinds, size)
        _beside(path, table, size, sizes)
    text, missed = told(list(table.values()), sizes, binding=SIZES[-1])
    sys.stdout.write(text)
    return missed


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
