"""In what two codes can meet, how that is measured, and when a p-value may be given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..analysis.cooccurrence import Cooccurrence
from ..analysis.exact import holm
from ..analysis.spans import Floats
from ..model.corpus import Corpus
from ..model.message import Message, say
from ..model.shape import NumberForm
from .association_amounts import sources_are_cases
from .association_notes import ALPHA, few_people
from .association_tests import FEW_PEOPLE

__all__ = ["MEASURES", "UNITS", "MeetingMeasure", "MeetingUnit", "tested", "untested"]


@dataclass(frozen=True, slots=True)
class MeetingUnit:
    """A unit as it is chosen, what a count of it counts, its name, and what a code's total counts."""

    title: Message
    both: Message
    each: Message
    total: Message


UNITS: dict[str, MeetingUnit] = {
    "overlap": MeetingUnit(
        say("Overlapping codings"),
        say("pairs of codings that overlap"),
        say("overlapping codings"),
        say("Codings of the code"),
    ),
    "within": MeetingUnit(
        say("The column’s code inside the row’s"),
        say("codings of the column’s code that lie inside one of the row’s code"),
        say("codings that lie inside others"),
        say("Codings of the code"),
    ),
    "near": MeetingUnit(
        say("Near each other (blocks apart)"),
        say("pairs of codings that are near each other"),
        say("codings near each other"),
        say("Codings of the code"),
    ),
    "segment": MeetingUnit(
        say("The same segment"),
        say("segments that hold both codes"),
        say("segments"),
        say("Segments with the code"),
    ),
    "block": MeetingUnit(
        say("The same block (turn, paragraph, post)"),
        say("blocks that hold both codes"),
        say("blocks"),
        say("Blocks with the code"),
    ),
    "source": MeetingUnit(
        say("The same source"),
        say("sources that hold both codes"),
        say("sources"),
        say("Sources with the code"),
    ),
    "case": MeetingUnit(
        say("The same case"),
        say("cases that hold both codes"),
        say("cases"),
        say("Cases with the code"),
    ),
}


@dataclass(frozen=True, slots=True)
class MeetingMeasure:
    """A measure as it is chosen, what a cell holds (``None``: a count of the unit), how it is written,
    and its values; ``everywhere``: two codes that never meet have one too that is not 0."""

    title: Message
    unit: Message | None
    number: NumberForm
    of: Callable[[Cooccurrence], Floats]
    everywhere: bool = False


MEASURES: dict[str, MeetingMeasure] = {
    "count": MeetingMeasure(
        say("Count"), None, "count", lambda found: found.n12.astype(float)
    ),
    "c": MeetingMeasure(
        say("c coefficient"),
        say("c coefficient, n12 / (n1 + n2 − n12), over {unit}"),
        "decimal",
        Cooccurrence.c,
    ),
    "conditional": MeetingMeasure(
        say("Share of the column’s code"),
        say("share of the column’s code that the row’s code goes with, over {unit}"),
        "share",
        Cooccurrence.conditional,
    ),
    "lift": MeetingMeasure(
        say("Lift"),
        say("lift, how many times more often together than if independent, over {unit}"),
        "decimal",
        Cooccurrence.lift,
    ),
    "phi": MeetingMeasure(
        say("Phi"), say("phi, the correlation of the two codes, over {unit}"), "signed",
        Cooccurrence.phi, everywhere=True,
    ),
    "odds": MeetingMeasure(
        say("Odds ratio"),
        say("odds ratio with one half added to each count, 1 if independent, over {unit}"),
        "decimal",
        Cooccurrence.odds,
        everywhere=True,
    ),
    "p": MeetingMeasure(
        say("Chance of meeting so often"),
        say(
            "chance (p) of meeting in so many {unit} or more, if the codes had nothing to do with"
            " each other"
        ),
        "chance",
        Cooccurrence.p,
        everywhere=True,
    ),
}  # fmt: skip


def untested(corpus: Corpus, found: Cooccurrence) -> Message | None:
    """Why the codes' meeting has no p-value; ``None`` where it has one."""
    by_source = found.unit == "source"
    if by_source and not sources_are_cases(corpus, np.arange(len(corpus.sources.guid))):
        return say(
            "No p-value: the sources are not each of a case of its own, so they are not independent."
        )
    if not by_source and found.unit != "case":
        return say("No p-value: what one person says is not independent. Count by case.")
    if (found.units or 0) < FEW_PEOPLE:
        return few_people(found.units or 0)
    return None


def tested(found: Cooccurrence) -> Message:
    """What a reader of p-values is told: over what they are, and how many hold for all pairs."""
    used = np.flatnonzero(found.n > 0)
    first, second = (used[side] for side in np.triu_indices(len(used), 1))
    corrected = holm(found.p()[first, second])
    return say(
        "One-sided, over all {units} of the study; of {n} pairs {few} have at most 0.05 once"
        " corrected for so many (Holm).",
        units=found.units or 0,
        n=len(first),
        few=int((corrected <= ALPHA).sum()),
    )
