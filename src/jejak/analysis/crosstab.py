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

__all__ = ["MOST_CELLS", "CodesByGroup", "codes_by_group", "codes_in_groups"]

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
    row, coding = _counted(corpus, chosen, rows, below=below)
    if len(chosen) * len(grouping.labels) > MOST_CELLS:
        raise InvalidInput(
            "too-many-cells",
            f"{len(chosen)} codes by {len(grouping.labels)} groups are too many cells for a table.",
            "Choose fewer codes, or an attribute with fewer values.",
        )
    return _table(facet, chosen, grouping, corpus, row, coding)


def _counted(
    corpus: Corpus, chosen: Ints, rows: Column | None, *, below: bool
) -> tuple[Ints, Ints]:
    """Each (row of the table, coding) pair: a coding counts for its code and, if so, all above."""
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
    codings = corpus.codings
    group = grouping.of_codings[coding]
    here = group >= 0
    row, coding, group = row[here], coding[here], group[here]
    count = _Counter(row, group, len(chosen), len(grouping.labels))
    stretch, case, source = _stretches(corpus)[coding], codings.case[coding], codings.source[coding]
    each = np.arange(len(coding))
    return CodesByGroup(
        facet=facet,
        codes=chosen,
        groups=grouping.labels,
        codings=count.cells(each),
        segments=count.cells(stretch),
        cases=count.cells(case),
        sources=count.cells(source),
        group_codings=np.bincount(
            grouping.of_codings[grouping.of_codings >= 0], minlength=len(grouping.labels)
        ),
        group_cases=grouping.cases,
        group_sources=grouping.sources,
        code_codings=count.rows(each),
        code_segments=count.rows(stretch),
        code_cases=count.rows(case),
        code_sources=count.rows(source),
        any_codings=count.columns(coding),
        any_segments=count.columns(stretch),
        any_cases=count.columns(case),
        any_sources=count.columns(source),
    )


def _stretches(corpus: Corpus) -> Ints:
    """The number of the stretch each coding lies on; the same for codings on the same stretch."""
    codings = corpus.codings
    return np.cumsum(changes(codings.source, codings.start, codings.end)) - 1


@dataclass(frozen=True, slots=True)
class _Counter:
    """Counts different units by cell or by row; a unit of -1 is none."""

    row: Ints
    group: Ints
    height: int
    width: int

    def cells(self, unit: Column) -> Ints:
        """Different units in each cell."""
        flat = self._distinct(self.row * self.width + self.group, unit, self.height * self.width)
        return flat.reshape(self.height, self.width)

    def rows(self, unit: Column) -> Ints:
        """Different units in each row, over all groups."""
        return self._distinct(self.row, unit, self.height)

    def columns(self, unit: Column) -> Ints:
        """Different units in each column, over all rows."""
        return self._distinct(self.group, unit, self.width)

    @staticmethod
    def _distinct(cell: Ints, unit: Column, cells: int) -> Ints:
        known = unit >= 0
        top = int(unit.max(initial=0)) + 1
        pairs = different(cell[known] * top + unit[known])
        return np.bincount(pairs // top, minlength=cells).astype(np.int64, copy=False)
