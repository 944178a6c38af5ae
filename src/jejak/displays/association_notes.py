"""What a reader of residuals is told: the tests, or why there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..analysis.contingency import Contingency
from ..model.message import Message, say
from .association_amounts import Compared
from .association_tests import FEW_PEOPLE, Tested

__all__ = ["ALPHA", "Facts", "few_people", "notes", "p_value", "telling"]

ALPHA = 0.05
_FAR = 1.96
_NAMED = 8
_METHODS = {
    "fisher": say("Fisher’s exact test"),
    "chi2": say("Pearson’s chi-squared test"),
    "permutation": say("a permutation of the values over the cases"),
}
_CORRECTIONS = {"holm": "Holm", "bh": "Benjamini–Hochberg"}


@dataclass(frozen=True, slots=True)
class Facts:
    """A table and what it was made of."""

    names: Sequence[str]
    made: Compared
    table: Contingency
    test: Tested | None
    correction: str


def notes(facts: Facts) -> Iterator[Message]:
    """The notes, the gravest first."""
    if facts.test is None:
        yield _untested(facts)
    else:
        yield from _told(facts, facts.test)
    yield from _left_out(facts)
    if not facts.made.segments or facts.made.alone:
        return
    yield say(
        "Segments are counted, so who talks much weighs much; a test deals the values out among the cases."
    )


def _untested(facts: Facts) -> Message:
    if facts.made.alone:
        return say(
            "No p-value: each column is one, with nobody to compare within it. Choose an attribute of"
            " cases for a test."
        )
    if facts.made.dependent:
        return say(
            "No p-value: the sources are not each of a case of its own, so they are not independent."
        )
    return few_people(facts.made.units)


def few_people(cases: int) -> Message:
    """Why nothing is tested over so few cases."""
    return say(
        "No p-value: {n} case is compared; with fewer than {least} (a limit of Jejak’s own) a"
        " test says nothing. Read the words instead."
        "|No p-value: {n} cases are compared; with fewer than {least} (a limit of Jejak’s"
        " own) a test says nothing. Read the words instead.",
        n=cases,
        least=FEW_PEOPLE,
    )


def _told(facts: Facts, test: Tested) -> Iterator[Message]:
    made = int((~np.isnan(test.p)).sum())
    yield say(
        "Tested over {units} cases by {methods}; p corrected for {n} code ({correction})."
        "|Tested over {units} cases by {methods}; p corrected for {n} codes ({correction}).",
        units=facts.made.units,
        methods=[_METHODS[name] for name in test.methods],
        n=made,
        correction=_CORRECTIONS[facts.correction],
    )
    below = [
        at
        for at in np.argsort(test.corrected, kind="stable").tolist()
        if test.corrected[at] <= ALPHA
    ]
    if below:
        shown: list[str | Message] = [
            say(
                "{code} (p {p}, V = {v})",
                code=facts.names[at],
                p=p_value(float(test.corrected[at])),
                v=float(facts.table.v_corrected[at]),
            )
            for at in below[:_NAMED]
        ]
        if len(below) > _NAMED:
            shown.append(say("{n} others", n=len(below) - _NAMED))
        yield say("More uneven than chance explains (p ≤ 0.05): {codes}.", codes=shown)
    else:
        yield say("No code differs more than chance explains (p ≤ 0.05).")
    if "permutation" in test.methods:
        yield say("{n} permutations, always the same ones.", n=test.draws)
    yield say("The test takes cases as independent: members of one household or couple are not.")


def p_value(p: float) -> Message:
    """A p-value as people write it, in thousandths."""
    if p < 0.001:
        return say("< 0.001")
    thousandths = round(p * 1000)
    return say("= {whole}.{part}", whole=thousandths // 1000, part=f"{thousandths % 1000:03}")


def _left_out(facts: Facts) -> Iterator[Message]:
    shown, possible = len(facts.made.labels), facts.made.possible
    if shown < possible:
        yield say(
            "Only the {n} columns with the most codings, of {all}, are shown.",
            n=shown,
            all=possible,
        )
    if facts.made.without_value:
        yield say(
            "{n} case or source without a value is left out."
            "|{n} cases or sources without a value are left out.",
            n=facts.made.without_value,
        )
    if facts.made.uncoded:
        yield say(
            "{n} case or source without any coding is left out: nobody has looked there."
            "|{n} cases or sources without any coding are left out: nobody has looked there.",
            n=facts.made.uncoded,
        )


def telling(table: Contingency, test: Tested | None, row: int, column: int) -> Message | None:
    """What is said of a cell that is far from what chance explains; nothing without a test."""
    if test is None or not test.corrected[row] <= ALPHA:
        return None
    residual = float(table.adjusted[row, 0, column])
    if not abs(residual) > _FAR:
        return None
    if residual > 0:
        return say("More than chance explains (corrected p of the code at most 0.05).")
    return say("Less than chance explains (corrected p of the code at most 0.05).")
