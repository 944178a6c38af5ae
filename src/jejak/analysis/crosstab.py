"""Codes by groups of cases or sources: how often, by how many, by which share of them.

The unit that counts is the participant, not the segment: one talkative person makes many segments.
Both are given, and for each group how many cases it has at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import InvalidInput
from ..model.corpus import Corpus
from ..model.identity import name_key
from .association import share
from .grouping import Grouping, group_by
from .spans import Bools, Column, Floats, Ints, changes, different

__all__ = ["MOST_CELLS", "CodesByGroup", "codes_by_group", "codes_in_groups", "counted_codings"]

MOST_CELLS = 5_000_000


@dataclass(frozen=True, slots=True)
class CodesByGroup:
    """Counts by (code, group).

    Rows follow ``codes`` (rows of the code columns), columns ``groups``: the values of the facet,
    sorted, with ``None`` for those without one last. In each cell: ``codings``; different
    ``segments`` (stretches); different ``cases`` and ``sources`` that hold any. ``group_*`` are the
    totals of the groups in the study, coded or not; ``code_*`` those of the rows over all groups and
    ``any_*`` those of the columns over all rows (nothing counted twice). A coding that is no case's counts in no ``cases``.
    """

    facet: tuple[str, str]
    codes: Ints
    groups: tuple[str | None, ...]
    codings: Ints
    segments: Ints
    cases: Ints
    sources: Ints
    group_codings: Ints
    group_cases: Ints
    group_sources: Ints
    code_codings: Ints
    code_segments: Ints
    code_cases: Ints
    code_sources: Ints
    any_codings: Ints
    any_segments: Ints
    any_cases: Ints
    any_sources: Ints

    def presence(self) -> Bools:
        """Whether the code occurs in the group at all."""
        return np.asarray(self.codings > 0)

    def share_of_cases(self) -> Floats:
        """The share of the group's cases that hold the code; NaN in a group without cases."""
        return share(self.cases, self.group_cases[None, :])

    def share_of_sources(self) -> Floats:
        """The share of the group's sources that hold the code; NaN in a group without sources."""
        return share(self.sources, self.group_sources[None, :])


def codes_by_group(
    corpus: Corpus,
    of: str = "case",
    name: str = "name",
    *,
    codes: Sequence[int] | None = None,
    below: bool = True,
    rows: Column | None = None,
) -> CodesByGroup:
    """Count codes by a facet or attribute of cases or sources (``of``), by coder or in the study.

    ``name`` may be ``name`` (each case or source by itself), a facet (a source's ``kind``) or an
    attribute. ``codes`` chooses rows (all by default), each with all codes below it unless
    ``below`` is false. ``rows`` limits it to these codings (a query's hits). Grouped by case,
    codings of no case are left out. Raises :class:`NotFound` for an attribute that is not there,
    :class:`InvalidInput` for another ``of`` and for more than five million cells.
    """
    if of not in ("case", "source", "coder", "study"):
        raise InvalidInput("unknown-facet", f"Codes are counted by case or source, not by “{of}”.")
    grouping = group_by(corpus, of, name_key(name))
    return codes_in_groups(corpus, grouping, (of, name), codes=codes, below=below, rows=rows)


def codes_in_groups(
    corpus: Corpus,
    grouping: Grouping,
    facet: tuple[str, str],
    *,
    codes: Sequence[int] | None = None,
    below: bool = True,
    rows: Column | None = None,
) -> CodesByGroup:
    """Count codes in groups that are there already; ``facet`` only names them."""
    chosen = np.arange(len(corpus.codes.guid)) if codes is None else np.asarray(codes, np.int64)
    row, coding = counted_codings(corpus, chosen, rows, below=below)
    if len(chosen) * len(grouping.labels) > MOST_CELLS:
        raise InvalidInput(
            "too-many-cells",
            f"{len(chosen)} codes by {len(grouping.labels)} groups are too many cells for a table.",
            "Choose fewer codes, or an attribute with fewer values.",
        )
    return _table(facet, chosen, grouping, corpus, row, coding)


def counted_codings(
    corpus: Corpus, chosen: Ints, rows: Column | None, *, below: bool
) -> tuple[Ints, Ints]:
    """Each pair (row of ``chosen``, coding): a coding counts for its code and, if so, all above."""
    codings, codes = corpus.codings, corpus.codes
    coding = np.arange(len(codings)) if rows is None else np.asarray(rows, np.int64)
    place = np.full(len(codes.guid), -1, np.int64)
    place[chosen] = np.arange(len(chosen))
    code = codings.code[coding].astype(np.int64)
    found: list[tuple[Ints, Ints]] = []
    while len(code):
        here = place[code] >= 0
        found.append((place[code[here]], coding[here]))
        code = codes.parent[code].astype(np.int64) if below else code[:0]
        coding = coding[: len(code)]
        up = code >= 0
        code, coding = code[up], coding[up]
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    return np.concatenate([r for r, _ in found]), np.concatenate([c for _, c in found])


def _table(
    facet: tuple[str, str],
    chosen: Ints,
    grouping: Grouping,
    corpus: Corpus,
    row: Ints,
    coding: Ints,
) -> CodesByGroup:
    group = grouping.of_codings[coding]
    here = group >= 0
    row, coding, group = row[here], coding[here], group[here]
    height, width = len(chosen), len(grouping.labels)
    stretch = _stretches(corpus)
    cells = _Counts.of(row * width + group, coding, height * width, corpus, stretch)
    rows = _Counts.of(row, coding, height, corpus, stretch)
    columns = _Counts.of(group, coding, width, corpus, stretch)
    return CodesByGroup(
        facet=facet,
        codes=chosen,
        groups=grouping.labels,
        codings=cells.codings.reshape(height, width),
        segments=cells.segments.reshape(height, width),
        cases=cells.cases.reshape(height, width),
        sources=cells.sources.reshape(height, width),
        group_codings=np.bincount(grouping.of_codings[grouping.of_codings >= 0], minlength=width),
        group_cases=grouping.cases,
        group_sources=grouping.sources,
        code_codings=rows.codings,
        code_segments=rows.segments,
        code_cases=rows.cases,
        code_sources=rows.sources,
        any_codings=columns.codings,
        any_segments=columns.segments,
        any_cases=columns.cases,
        any_sources=columns.sources,
    )


def _stretches(corpus: Corpus) -> Ints:
    """The number of the stretch each coding lies on; the same for codings on the same stretch."""
    codings = corpus.codings
    return np.cumsum(changes(codings.source, codings.start, codings.end)) - 1


@dataclass(frozen=True, slots=True)
class _Counts:
    """Different codings, stretches, cases and sources in each of some places, nothing twice."""

    codings: Ints
    segments: Ints
    cases: Ints
    sources: Ints

    @classmethod
    def of(cls, place: Ints, coding: Ints, places: int, corpus: Corpus, stretch: Ints) -> _Counts:
        """Count (place, coding) pairs.

        One sort serves all but the cases: codings stand in the order of their sources and
        stretches, so in each place those do too.
        """
        place, coding = np.divmod(different(place * len(stretch) + coding), max(len(stretch), 1))

        def by_order(unit: Column) -> Ints:
            return np.bincount(place[changes(place, unit)], minlength=places)

        case = corpus.codings.case[coding].astype(np.int64)
        new = changes(place, case) & (case >= 0)
        top = int(case.max(initial=0)) + 1
        held = different(place[new] * top + case[new]) // top
        return cls(
            codings=np.bincount(place, minlength=places),
            segments=by_order(stretch[coding]),
            cases=np.bincount(held, minlength=places),
            sources=by_order(corpus.codings.source[coding]),
        )
