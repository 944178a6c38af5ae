"""A display as variables of units, as programs for statistics have them: units are rows, each variable has
a short name and a label."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from ...model.shape import Matrix
from ..writing import STATE_WORDS, label, whole_label

__all__ = ["MISSING", "Variable", "variables_of"]

# What stands for a state of a cell that holds no number: below all that is counted.
MISSING = {"no data": -99999, "not applicable": -99998, "open": -99997}
_LONGEST = 60
_UNFIT = re.compile(r"[^A-Za-z0-9_]+")
_RESERVED = {
    "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with", "if", "else",
    "for", "in", "next", "break", "true", "false", "null", "na", "nan", "inf", "function", "repeat",
    "while",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable: its name (letters, digits and “_”), its label, its values from the first unit on (texts,
    or numbers), the labels of values, and which of these mean that there is none."""

    name: str
    label: str
    values: Sequence[str | float]
    labels: dict[int, str]
    missing: tuple[int, ...]

    @property
    def is_text(self) -> bool:
        """Whether its values are texts."""
        return any(isinstance(one, str) for one in self.values)

    @property
    def whole(self) -> bool:
        """Whether all its values are whole numbers."""
        return not self.is_text and all(one == int(one) for one in self.values)


def variables_of(matrix: Matrix, language: str) -> list[Variable]:
    """The units (texts), those they are nested in before them, then a variable for each column.

    Codes are variables and never units: a display with codes as its rows is turned, unless its columns
    are codes too. Totals are left out.
    """
    turned = _codes(matrix.row_title.text) and not _codes(matrix.column_title.text)
    units, others = (matrix.columns, matrix.rows) if turned else (matrix.rows, matrix.columns)
    title = matrix.column_title if turned else matrix.row_title
    kept = [place for place, one in enumerate(units) if not one.subtotal]
    name = _Names()
    deepest = max((len(units[place].above) for place in kept), default=0)
    found = []
    for depth in range(deepest):
        values = [
            label(above[depth], language) if depth < len(above := units[place].above) else ""
            for place in kept
        ]
        found.append(Variable(name(f"level_{depth + 1}"), f"{depth + 1}", values, {}, ()))
    heads = [label(whole_label(units[place], path=True), language) for place in kept]
    told = label(title, language)
    found.append(Variable(name(told), told, heads, {}, ()))
    words = {number: label(STATE_WORDS[state], language) for state, number in MISSING.items()}
    yes_no = {0: "0", 1: "1"} if matrix.number == "presence" else {}
    for column, other in enumerate(others):
        if other.subtotal:
            continue
        numbers = [
            _number(matrix, *((column, place) if turned else (place, column))) for place in kept
        ]
        missing = tuple(one for one in words if one in numbers)
        text = label(whole_label(other, path=True), language)
        found.append(
            Variable(
                name(text),
                text,
                numbers,
                {**yes_no, **{one: words[one] for one in missing}},
                missing,
            )
        )
    return found


def _codes(title: str) -> bool:
    return title in {"Code", "Codes"}


def _number(matrix: Matrix, row: int, column: int) -> float:
    cell = matrix.at(row, column)
    if cell.state != "value" or cell.value is None:
        return MISSING.get(cell.state, MISSING["no data"])
    return cell.value


class _Names:
    """Names of variables, each once, whether letters are large or small."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def __call__(self, text: str) -> str:
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
        base = _UNFIT.sub("_", plain).strip("_")[:_LONGEST].rstrip("_") or "v"
        if not base[0].isalpha() or base.casefold() in _RESERVED:
            base = f"v_{base}"
        name, number = base, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{base[: _LONGEST - 5]}_{number}"
        self._taken.add(name.casefold())
        return name
