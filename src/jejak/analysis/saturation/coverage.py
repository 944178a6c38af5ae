"""What of the material is coded: kinds of sources and cases, and what rests on one of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...model.corpus import Corpus
from ..spans import Bools

__all__ = ["Covered", "KindCovered", "covered"]


@dataclass(frozen=True, slots=True)
class KindCovered:
    """A kind of source: how many there are, how many are coded, how many codes they hold, and how many
    of those no other kind holds."""

    kind: str
    sources: int
    coded: int
    codes: int
    alone: int


@dataclass(frozen=True, slots=True)
class Covered:
    """The kinds of sources, most sources first; how many cases there are, and the names of those whose
    words are coded nowhere."""

    kinds: tuple[KindCovered, ...]
    cases: int
    silent: tuple[str, ...]


def covered(corpus: Corpus, codes: Sequence[Sequence[int]], counted: Bools) -> Covered:
    """Of the codings that are ``counted``, under ``codes`` (groups of rows that count as one)."""
    home = np.full(len(corpus.codes.guid), -1, np.int64)
    for number, group in enumerate(codes):
        home[list(group)] = number
    codings = corpus.codings
    kept = counted & (home[codings.code] >= 0)
    names = [kind or "other" for kind in corpus.sources.facets.get("kind", ())]
    kinds = sorted(set(names), key=lambda kind: (-names.count(kind), kind))
    place = {kind: number for number, kind in enumerate(kinds)}
    of = np.array([place[name] for name in names], np.int64)
    held = np.zeros((len(kinds), len(codes)), bool)
    held[of[codings.source[kept]], home[codings.code[kept]]] = True
    coded = np.zeros(len(names), bool)
    coded[codings.source[kept]] = True
    once = held.sum(0) == 1
    spoken = np.zeros(len(corpus.cases.guid), bool)
    spoken[codings.case[kept & (codings.case >= 0)]] = True
    return Covered(
        tuple(
            KindCovered(
                kind, int((of == at).sum()), int((coded & (of == at)).sum()), int(held[at].sum()),
                int((held[at] & once).sum()),
            )
            for at, kind in enumerate(kinds)
        ),
        len(corpus.cases.guid),
        tuple(name for name, heard in zip(corpus.cases.name, spoken, strict=True) if not heard),
    )  # fmt: skip
