"""Small studies as columns: made by hand, or drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from hypothesis import strategies as st

from jejak.model.corpus import (
    AttributeColumn,
    BlockColumns,
    CodeColumns,
    CodingColumns,
    Corpus,
    NamedColumns,
    Texts,
)
from jejak.model.happenings import EventColumns, RatingColumns, RecordedColumns

DAY = 86_400_000
# name, depth: depth first
TREE = (("Akses", 0), ("Biaya", 1), ("Murah", 2), ("Anonim", 0), ("Biaya lain", 1), ("Murah", 1))
LENGTH = 14
TEXTS = ("ya bu, x\nA-b y", " \n Ya 漢ya.  x ", "tanpa spasi/ya")


@dataclass(frozen=True)
class Row:
    """A coding: where, what, who, whose, when (days since 1970)."""

    source: int
    start: int
    end: int
    code: int = 0
    coder: int = 0
    case: int = -1
    day: int = 0
    weight: float | None = None
    origin: int = 0


@dataclass(frozen=True)
class BlockRow:
    source: int
    start: int
    end: int
    speaker: int = -1
    case: int = -1
    kind: int = 0
    day: int = -1


def codes(tree: Sequence[tuple[str, int]] = TREE) -> CodeColumns:
    parent, path, last = [], [], []
    for row, (name, depth) in enumerate(tree):
        above = [r for r in range(row) if tree[r][1] == depth - 1]
        parent.append(above[-1] if depth else -1)
        path.append(f"{path[above[-1]]}/{name}" if depth else name)
        after = [r for r in range(row + 1, len(tree)) if tree[r][1] <= depth]
        last.append(after[0] if after else len(tree))
    return CodeColumns(
        guid=tuple(f"c{row}" for row in range(len(tree))),
        name=tuple(name for name, _ in tree),
        path=tuple(path),
        colour=("#888888",) * len(tree),
        codable=(True,) * len(tree),
        parent=np.array(parent, np.int32),
        depth=np.array([depth for _, depth in tree], np.int32),
        last=np.array(last, np.int32),
    )


def codings(rows: Iterable[Row]) -> CodingColumns:
    ordered = sorted(rows, key=lambda r: (r.source, r.start, r.end, r.code))
    places = sorted({(r.source, r.start, r.end) for r in ordered})
    none = float("nan")
    return CodingColumns(
        coding=np.arange(100, 100 + len(ordered), dtype=np.int64),
        segment=np.array([places.index((r.source, r.start, r.end)) for r in ordered], np.int64),
        source=np.array([r.source for r in ordered], np.int32),
        start=np.array([r.start for r in ordered], np.int32),
        end=np.array([r.end for r in ordered], np.int32),
        code=np.array([r.code for r in ordered], np.int32),
        coder=np.array([r.coder for r in ordered], np.int32),
        case=np.array([r.case for r in ordered], np.int32),
        created=np.array([r.day * DAY for r in ordered], np.int64),
        weight=np.array([none if r.weight is None else r.weight for r in ordered], np.float32),
        origin=np.array([r.origin for r in ordered], np.int32),
    )


def blocks(rows: Sequence[BlockRow], sources: int) -> BlockColumns:
    ordered = sorted(rows, key=lambda b: (b.source, b.start))
    source = np.array([b.source for b in ordered], np.int32)
    return BlockColumns(
        source=source,
        start=np.array([b.start for b in ordered], np.int32),
        end=np.array([b.end for b in ordered], np.int32),
        number=np.arange(1, len(ordered) + 1, dtype=np.int32),
        case=np.array([b.case for b in ordered], np.int32),
        speaker=np.array([b.speaker for b in ordered], np.int32),
        time=np.array([-1 if b.day < 0 else b.day * DAY for b in ordered], np.int64),
        first=np.searchsorted(source, np.arange(sources + 1)).astype(np.int64),
        speakers=("Sari", "Penanya"),
        kind=np.array([b.kind for b in ordered], np.int32),
    )


SOURCES = NamedColumns(
    ("s0", "s1", "s2"),
    ("W-01", "W-02", "Catatan"),
    {
        "kind": ("interview", "interview", "observation"),
        "language": ("id", None, "en"),
        "status": ("coded", "to read", "coded"),
        "collected": ("2020-05", None, "2021-01-03"),
    },
    np.array([LENGTH] * 3, np.int64),
)
USERS = NamedColumns(("u0", "u1"), ("Rina", "Galih"), {"initials": ("R", "G")})
CASES = NamedColumns(("k0", "k1"), ("Sari", "Budi"), {"kind": ("person", "group")})
ATTRIBUTES = (
    AttributeColumn("role", "case", "text", ("Consumer", None)),
    AttributeColumn("age", "case", "number", ("31", "40.5")),
    AttributeColumn("joined", "case", "date", ("2020", "2020-05-02")),
    AttributeColumn("tahu aturan", "case", "boolean", ("ya", "false")),
    AttributeColumn("hour", "source", "time", ("14:30", None, "09:05:10")),
)


def corpus(
    rows: Iterable[Row] = (),
    block_rows: Sequence[BlockRow] = (),
    case_sources: Iterable[tuple[int, int]] = (),
) -> Corpus:
    return Corpus(
        version=1,
        sources=SOURCES,
        codes=codes(),
        users=USERS,
        cases=CASES,
        codings=codings(rows),
        blocks=blocks(block_rows, len(SOURCES.guid)),
        attributes=ATTRIBUTES,
        case_sources=np.array(sorted(case_sources), np.int32).reshape(-1, 2),
        texts=Texts.of(TEXTS),
    )


spans = st.tuples(st.integers(0, 2), st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda s: (s[0], min(s[1], s[2] - 1), max(s[1] + 1, s[2]))
)

rows = st.builds(
    lambda span, **rest: Row(*span, **rest),
    spans,
    code=st.integers(0, len(TREE) - 1),
    coder=st.integers(0, 1),
    case=st.integers(-1, 1),
    day=st.sampled_from((0, 10, 18_382, 18_628)),
    weight=st.sampled_from((None, 0, 50, 51.0, 100)),
    origin=st.integers(0, 4),
)


@st.composite
def block_rows(draw: st.DrawFn) -> list[BlockRow]:
    found: list[BlockRow] = []
    for source in range(3):
        cuts = sorted(draw(st.sets(st.integers(0, LENGTH), max_size=6)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            speaker = draw(st.integers(-1, 1))
            case = draw(st.integers(-1, 1)) if speaker >= 0 else -1
            kind, day = draw(st.integers(0, 3)), draw(st.sampled_from((-1, 0, 18_382)))
            found.append(BlockRow(source, start, end, speaker, case, kind, day))
    return found


corpora = st.builds(
    corpus,
    st.lists(rows, max_size=12),
    block_rows(),
    st.sets(st.tuples(st.integers(0, 1), st.integers(0, 2)), max_size=4),
)


@dataclass(frozen=True)
class Said:
    """Words that were said in a recording, in milliseconds of it."""

    source: int
    start: int
    end: int
    begin: int
    finish: int


@dataclass(frozen=True)
class Recordings:
    """What was said when; nothing happened, and nothing is rated."""

    said: tuple[Said, ...]
    wordless: tuple[int, int] = (0, 0)

    def events(self, _: Corpus) -> EventColumns:
        raise AssertionError("nobody asks what happened")

    def ratings(self, _: Corpus) -> RatingColumns:
        raise AssertionError("nobody asks for ratings")

    def recorded(self, _: Corpus) -> RecordedColumns:
        ordered = sorted(self.said, key=lambda one: (one.source, one.start))
        table = np.array(
            [(one.source, one.start, one.end, one.begin, one.finish) for one in ordered], np.int64
        ).reshape(-1, 5)
        source, start, end = table[:, :3].astype(np.int32).T
        wordless = np.array(self.wordless)
        return RecordedColumns(source, start, end, table[:, 3], table[:, 4], wordless)


said = st.builds(
    lambda span, begin, lasts: Said(*span, begin, begin + lasts),
    spans,
    st.integers(0, 90),
    st.integers(1, 40),
)

# Studies of which some is recorded: stretches may overlap in the text, in time, or both.
recorded_studies = st.builds(
    lambda study, all_said: replace(study, happenings=Recordings(tuple(all_said))),
    corpora,
    st.lists(said, max_size=6),
)


def moments(study: Corpus, rows: Iterable[int]) -> set[tuple[int, int]]:
    """The milliseconds, source by source, that some codings take, one by one."""
    assert isinstance(study.happenings, Recordings)
    found = set()
    for row in rows:
        c = study.codings
        for one in study.happenings.said:
            start, end = max(one.start, int(c.start[row])), min(one.end, int(c.end[row]))
            if one.source == c.source[row] and start < end:
                each = [
                    one.begin + (at - one.start) * (one.finish - one.begin) // (one.end - one.start)
                    for at in (start, end)
                ]
                found |= {(one.source, at) for at in range(*each)}
    return found
