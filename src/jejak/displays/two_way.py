"""How far two properties of cases go together, in words: chi-squared, its size, and exact tests."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..analysis.contingency import contingency
from ..analysis.exact import fisher, fisher_table
from ..analysis.spans import Ints
from ..model.message import Message, say
from ..model.shape import Matrix
from .association_notes import few_people, p_value
from .association_tests import DRAWS, FEW_PEOPLE

__all__ = ["two_way_notes"]


def two_way_notes(matrix: Matrix) -> Iterator[Message]:
    """What a table that counts each case in one cell says against independence; nothing where fewer
    than two rows or columns have any. A p-value only for :data:`FEW_PEOPLE` cases or more."""
    table = np.zeros((len(matrix.rows), len(matrix.columns)), np.int64)
    for place, cell in matrix.cells.items():
        table[place] = int(cell.value or 0)
    table = table[table.any(1)][:, table.any(0)]
    if min(table.shape, default=0) < 2:
        return
    found, cases = contingency(table), int(table.sum())
    yield say(
        "Cramér’s V {v} ({corrected} corrected for small tables): 0 if the two have nothing to do with"
        " each other, 1 if either tells the other.",
        v=float(found.v),
        corrected=float(np.nan_to_num(found.v_corrected)),
    )
    if cases < FEW_PEOPLE:
        yield few_people(cases)
        return
    yield say(
        "χ² = {chi2}, p {p}; likelihood ratio G² = {g2}, p {g2_p}; df = {df}, {n} cases.",
        chi2=float(found.chi2), p=p_value(float(found.p)), g2=float(found.g2),
        g2_p=p_value(float(found.g2_p)), df=int(found.df), n=cases,
    )  # fmt: skip
    yield _exact(table)
    if int(found.small):
        yield say(
            "{n} cell expects fewer than 5 cases: go by Fisher’s exact test."
            "|{n} cells expect fewer than 5 cases: go by Fisher’s exact test.",
            n=int(found.small),
        )
    yield say("The test takes cases as independent: members of one household or couple are not.")


def _exact(table: Ints) -> Message:
    if table.shape == (2, 2):
        return say("Fisher’s exact test: p {p}.", p=p_value(fisher(table)[0]))
    return say(
        "Fisher’s exact test: p {p}, by {draws} tables drawn at random, always the same ones.",
        p=p_value(fisher_table(table, draws=DRAWS)),
        draws=DRAWS,
    )
