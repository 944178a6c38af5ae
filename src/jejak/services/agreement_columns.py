"""Agreement as tables: a row for each code, and one for each place where coders differ."""

from __future__ import annotations

from ..analysis.agreement import Coefficient
from ..i18n import translate
from ..model import say
from ..model.table import Column
from .agreed import Agreed

__all__ = ["agreement_columns", "place_columns"]


def agreement_columns(agreed: Agreed, language: str) -> list[Column]:
    """A row for each code, the joint one first: the coefficient with its interval, and why there is
    none."""
    rows: list[tuple[str, Coefficient, tuple[int, ...]]] = [
        (translate(say("All codes jointly"), language), agreed.whole, ()),
        *((one.name, one.coefficient, one.stretches) for one in agreed.codes),
    ]
    told = [one for _, one, _ in rows]
    return [
        Column("code", "text", [name for name, _, _ in rows]),
        Column("value", "number", [one.value for one in told]),
        Column("low", "number", [one.low for one in told]),
        Column("high", "number", [one.high for one in told]),
        Column("least", "number", [one.without_one and one.without_one[0] for one in told]),
        Column("greatest", "number", [one.without_one and one.without_one[1] for one in told]),
        Column("units", "whole", [one.units for one in told]),
        Column("coverage", "number", [one.coverage for one in told]),
        Column(
            "reason", "text",
            [one.reason and translate(one.reason, language) if one.value is None else None for one in told],
        ),
        *_now_columns(agreed),
        *(
            Column(name, "whole", [marked[at] if marked else None for _, _, marked in rows])
            for at, (_, name) in enumerate(agreed.coders)
        ),
    ]  # fmt: skip


def _now_columns(agreed: Agreed) -> list[Column]:
    """The coefficients as they are since disagreements were settled, where some were."""
    if agreed.now is None:
        return []
    return [Column("now", "number", [one.value for one in (agreed.now.whole, *agreed.now.codes)])]


def place_columns(agreed: Agreed) -> list[Column]:
    """A row for each place where coders differ."""
    places = agreed.places
    return [
        Column("source", "text", [one.source_name for one in places]),
        Column("start", "whole", [one.start for one in places]),
        Column("end", "whole", [one.end for one in places]),
        Column("code", "text", [one.code_name for one in places]),
        Column("coded", "texts", [list(one.coded) for one in places]),
        Column("without", "texts", [list(one.without) for one in places]),
        Column("apart", "number", [one.apart for one in places]),
        Column("text", "text", [one.text for one in places]),
    ]
