"""Made-up studies as columns, of any size, like real ones where speed is concerned.

A few sources hold much and many little, some codes are frequent and most are rare, codings are
sentences and paragraphs that overlap, and now and then one lies around many others.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from jejak.model.corpus import (
    AttributeColumn,
    BlockColumns,
    CodeColumns,
    CodingColumns,
    Corpus,
    NamedColumns,
)

__all__ = ["study_like"]

_Ints = NDArray[np.int64]
BLOCK_LENGTH = 120
SOURCE_KINDS = ("interview", "posts", "observation", "document")
ROLES = ("consumer", "seller", "guardian", None)
YEAR_2020 = 1_577_836_800_000
FIVE_YEARS = 5 * 365 * 86_400_000


def study_like(
    codings: int = 10_000,
    *,
    sources: int | None = None,
    codes: int = 2_000,
    cases: int | None = None,
    seed: int = 1,
) -> Corpus:
    """A corpus of that many codings; a tenth as many sources and a hundredth as many cases."""
    draw = np.random.default_rng(seed)
    source_count = sources or max(codings // 10, 5)
    case_count = cases or max(codings // 100, 3)
    case_of = draw.integers(0, case_count, source_count)
    columns = _codings(draw, codings, source_count, codes, case_of)
    length = np.full(source_count, 500, np.int64)
    np.maximum.at(length, columns.source, columns.end.astype(np.int64) + 1)
    return Corpus(
        version=1,
        sources=_sources(source_count, length),
        codes=_codes(codes),
        users=_named("U", 3, {"initials": ("A", "B", "C")}),
        cases=_named("P", case_count, {"kind": ("person",) * case_count}),
        codings=columns,
        blocks=_blocks(draw, length, case_of),
        attributes=_attributes(case_count),
        case_sources=np.stack([case_of, np.arange(source_count)], axis=1),
    )


def _named(letter: str, count: int, facets: Mapping[str, tuple[str | None, ...]]) -> NamedColumns:
    names = tuple(f"{letter}-{i:06}" for i in range(count))
    return NamedColumns(tuple(f"{letter}{i:031x}" for i in range(count)), names, dict(facets))


def _sources(count: int, length: _Ints) -> NamedColumns:
    base = _named("S", count, {})
    facets: dict[str, tuple[str | None, ...]] = {
        "kind": tuple(SOURCE_KINDS[i % 4] for i in range(count)),
        "language": ("id",) * count,
        "status": tuple("coded" if i % 3 else "to read" for i in range(count)),
        "collected": tuple(f"20{20 + i % 5}-{1 + i % 12:02}" for i in range(count)),
        "collector": (None,) * count,
        "method": (None,) * count,
    }
    return NamedColumns(base.guid, base.name, facets, length)


def _codes(count: int) -> CodeColumns:
    """Folders of twenty codes each."""
    number = np.arange(count)
    top = number % 20 == 0
    parent = np.where(top, -1, number - number % 20).astype(np.int32)
    last = np.where(top, np.minimum(number + 20, count), number + 1).astype(np.int32)
    name = tuple(f"Code {i:04}" for i in range(count))
    path = tuple(name[i] if top[i] else f"{name[parent[i]]}/{name[i]}" for i in range(count))
    return CodeColumns(
        guid=tuple(f"C{i:031x}" for i in range(count)),
        name=name,
        path=path,
        colour=("#4477aa",) * count,
        codable=(True,) * count,
        parent=parent,
        depth=np.where(top, 0, 1).astype(np.int32),
        last=last,
    )


def _codings(
    draw: np.random.Generator, count: int, sources: int, codes: int, case_of: _Ints
) -> CodingColumns:
    source = np.minimum(draw.zipf(1.6, count) * draw.integers(1, 20, count), 10**9) % sources
    source = np.where(draw.random(count) < 0.9, draw.integers(0, sources, count), source)
    per_source = np.bincount(source, minlength=sources)
    start = (draw.random(count) * (60 + 19 * per_source[source])).astype(np.int64)
    end = start + draw.integers(20, 260, count)
    end = np.where(draw.random(count) < 0.001, end + 2_000, end)
    code = (codes * draw.random(count) ** 2).astype(np.int64)
    order = np.lexsort((code, end, start, source))
    source, start, end, code = (c[order] for c in (source, start, end, code))
    new = np.concatenate(
        ([False], (np.diff(source) != 0) | (np.diff(start) != 0) | (np.diff(end) != 0))
    )
    weight = np.where(draw.random(count) < 0.3, draw.integers(0, 101, count), np.nan)
    return CodingColumns(
        coding=np.arange(1, count + 1, dtype=np.int64),
        segment=np.cumsum(new) + 1,
        source=source.astype(np.int32),
        start=start.astype(np.int32),
        end=end.astype(np.int32),
        code=code.astype(np.int32),
        coder=draw.integers(0, 3, count).astype(np.int32),
        case=case_of[source].astype(np.int32),
        created=YEAR_2020 + draw.integers(0, FIVE_YEARS, count),
        weight=weight.astype(np.float32),
        origin=draw.integers(0, 3, count).astype(np.int32),
    )


def _blocks(draw: np.random.Generator, length: _Ints, case_of: _Ints) -> BlockColumns:
    many = -(-length // BLOCK_LENGTH)
    first = np.concatenate(([0], np.cumsum(many)))
    source = np.repeat(np.arange(len(length)), many)
    number = np.arange(len(source)) - first[source]
    end = np.minimum((number + 1) * BLOCK_LENGTH - 1, length[source])
    speaker = np.where(number % 2 == 0, 0, case_of[source] + 1)
    return BlockColumns(
        source=source.astype(np.int32),
        start=(number * BLOCK_LENGTH).astype(np.int32),
        end=end.astype(np.int32),
        number=(number + 1).astype(np.int32),
        case=np.where(number % 2 == 0, -1, case_of[source]).astype(np.int32),
        speaker=speaker.astype(np.int32),
        time=np.where(draw.random(len(source)) < 0.5, YEAR_2020, -1),
        first=first,
        speakers=("Interviewer", *(f"P-{i:06}" for i in range(int(case_of.max()) + 1))),
    )


def _attributes(cases: int) -> tuple[AttributeColumn, ...]:
    return (
        AttributeColumn("role", "case", "text", tuple(ROLES[i % 4] for i in range(cases))),
        AttributeColumn("age", "case", "number", tuple(str(18 + i % 60) for i in range(cases))),
    )
