"""What a report tells of agreement, rounds and saturation: the numbers of their services."""

from __future__ import annotations

from ..analysis.agreement import COEFFICIENTS, Coefficient
from ..report.reading_facts import (
    AgreementFacts,
    AgreementLine,
    ReadingFacts,
    RoundLine,
    SaturationFacts,
)
from ..store import Rows, Store
from .agreed import Agreed
from .agreement import Agreement
from .agreement_told import methods, remarks
from .round_cards import RoundCard, round_cards
from .round_figures import Figure, figures_of
from .saturated import Rule
from .saturation import Saturation
from .saturation_told import saturation_methods, saturation_remarks, thin_spots

__all__ = ["reading_facts"]

_FEWEST = 2
# The parts that tell all of it, and those that tell whether saturation is reckoned and what is thin.
_WHOLE = "agreement"
_THIN = frozenset({_WHOLE, "limits", "coreq", "srqr"})


def reading_facts(store: Store, rows: Rows, parts: frozenset[str]) -> ReadingFacts:
    """What the parts of those names tell: what takes long is left out where none asks for it."""
    if not parts & _THIN:
        return ReadingFacts()
    saturation = _saturation(Saturation(store, ""), whole=_WHOLE in parts)
    if _WHOLE not in parts:
        return ReadingFacts(saturation=saturation)
    agreed = Agreement(store, "").compute(places=0)
    return ReadingFacts(
        _agreement(agreed) if len(agreed.coders) >= _FEWEST else None,
        tuple(_round(card, one) for card in round_cards(rows) for one in figures_of(card.round)),
        saturation,
    )


def _agreement(agreed: Agreed) -> AgreementFacts:
    lines = [
        _line(None, agreed.whole),
        *(_line(one.name, one.coefficient) for one in agreed.ranked()),
    ]
    return AgreementFacts(
        tuple(methods(agreed)), tuple(remarks(agreed)), tuple(lines), agreed.total
    )


def _line(code: str | None, one: Coefficient) -> AgreementLine:
    known = one.low is not None
    low, high = (one.low, one.high) if known else one.without_one or (None, None)
    return AgreementLine(code, one.value, low, high, known)


def _round(card: RoundCard, one: Figure) -> RoundLine:
    assert card.round.closed is not None, "Only closed rounds have figures."
    names = tuple(who.name for who in card.coders if one.coder in {None, who.guid})
    known = one.low is not None
    return RoundLine(
        card.round.name, card.round.closed, names, card.round.again, one.sources,
        COEFFICIENTS.get(one.measure).title, one.value, one.low if known else one.least,
        one.high if known else one.greatest, known,
    )  # fmt: skip


def _saturation(service: Saturation, *, whole: bool) -> SaturationFacts | None:
    off = service.off
    if off is not None:
        return SaturationFacts(off)
    # What is thin does not rest on other orders.
    found = service.compute(Rule() if whole else Rule(draws=1))
    if not found.steps:
        return None
    thin = thin_spots(found)
    told = [one for one in saturation_remarks(found) if one not in thin]
    return SaturationFacts(None, tuple(saturation_methods(found)), tuple(told), tuple(thin))
