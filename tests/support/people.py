"""Studies of as many people as a test needs: each with a source, codings and a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from jejak.model.corpus import AttributeColumn, Corpus, NamedColumns
from support.corpora import LENGTH, Row, blocks, corpus

__all__ = ["people"]


def people(
    given: Sequence[Sequence[int]], roles: Sequence[str | None], *, related: bool = False
) -> Corpus:
    """``given[person]`` are the codes of that person's segments, one after the other."""
    many = len(given)
    rows = [
        Row(person, at, at + 1, code=code, case=person)
        for person, codes in enumerate(given)
        for at, code in enumerate(codes)
    ]
    names = tuple(f"P{n:02}" for n in range(many))
    sources = NamedColumns(
        tuple(f"s{n}" for n in range(many)),
        tuple(f"W-{n:02}" for n in range(many)),
        {"kind": tuple("interview" if n % 2 else "posts" for n in range(many))},
        np.full(many, LENGTH, np.int64),
    )
    return replace(
        corpus(rows),
        sources=sources,
        cases=NamedColumns(
            tuple(f"k{n}" for n in range(many)), names, {"kind": ("person",) * many}
        ),
        attributes=(AttributeColumn("role", "case", "text", tuple(roles)),),
        case_sources=np.array([(0 if related else n, n) for n in range(many)]).reshape(-1, 2),
        blocks=blocks([], many),
    )
