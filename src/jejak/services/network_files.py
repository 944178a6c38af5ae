"""Networks from tables: one arrow a row, boxes by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ..errors import InvalidInput
from ..model.identity import name_key
from .network_sketch import NewArrow, NewBox

__all__ = ["COLUMNS", "parts_of_rows"]

T = TypeVar("T")

# The columns of a table of arrows, with what else they may be called.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "origin": ("origin", "from", "source", "cause", "asal", "dari", "sebab"),
    "target": ("target", "to", "effect", "tujuan", "ke", "akibat"),
    "sign": ("sign", "tanda"),
    "strength": ("strength", "kekuatan"),
    "label": ("label", "words", "kata"),
    "note": ("note", "catatan"),
}
_SIGNS = {
    "+": "+", "positive": "+", "positif": "+", "yes": "+", "ya": "+",
    "-": "-", "−": "-", "–": "-", "negative": "-", "negatif": "-", "no": "-", "tidak": "-",
    "±": "±", "+/-": "±", "mixed": "±", "campuran": "±", "": "",
}  # fmt: skip
_STRENGTHS = {
    "": None, "1": 1, "2": 2, "3": 3, "weak": 1, "lemah": 1, "medium": 2, "sedang": 2, "strong": 3,
    "kuat": 3,
}  # fmt: skip


def parts_of_rows(rows: Iterable[Mapping[str, object]]) -> tuple[list[NewBox], list[NewArrow]]:
    """Boxes and arrows of a table. A row without a target is a box without an arrow.

    Raises :class:`InvalidInput` for a table without the columns *origin* and *target*, a sign or a
    strength that is none, naming the row.
    """
    boxes: dict[str, NewBox] = {}
    arrows: list[NewArrow] = []
    for number, row in enumerate(rows, 1):
        told = {name: _told(row, names) for name, names in COLUMNS.items()}
        if told["origin"] is None or told["target"] is None:
            raise InvalidInput(
                "bad-table",
                "A table of arrows has the columns “origin” and “target”.",
                f"It has: {', '.join(str(name) for name in row)}.",
            )
        ends = [str(told[end]) for end in ("origin", "target") if told[end]]
        for label in ends:
            boxes.setdefault(name_key(label), NewBox(name_key(label), label))
        if len(ends) == 2:
            arrows.append(
                NewArrow(
                    name_key(ends[0]), name_key(ends[1]),
                    _one_of(_SIGNS, told["sign"], "sign", number),
                    _one_of(_STRENGTHS, told["strength"], "strength", number),
                    told["label"] or "", told["note"] or "",
                )
            )  # fmt: skip
    return list(boxes.values()), arrows


def _told(row: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    """What a row says in the first of some columns; ``None`` where it has none of them."""
    for name, value in row.items():
        if name_key(str(name)) in names:
            return "" if value is None else str(value).strip()
    return None


def _one_of(possible: Mapping[str, T], said: str | None, what: str, number: int) -> T:
    key = name_key(said or "").removesuffix(".0")
    if key not in possible:
        known = ", ".join(one for one in possible if one)
        raise InvalidInput(
            f"unknown-{what}",
            f"Row {number}: “{said}” is no {what} of an arrow.",
            f"Use one of: {known}.",
        )
    return possible[key]
