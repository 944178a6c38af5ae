"""Many cells of a display in few letters: those that say something else than an empty one."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, product
from math import isclose

from ..model.shape import Cell, Matrix

__all__ = ["MOST_LETTERS", "differing", "packed", "same", "unpacked"]

# What is longer is not kept: a study would grow by it at each citation.
MOST_LETTERS = 4_000_000


def packed(cells: Mapping[tuple[int, int], Cell], blank: Cell, width: int) -> str | None:
    """The cells of a matrix so many columns wide that are not as ``blank``, compressed: how far each
    is from the one before, row by row, and its value or, of one that has none, its state. ``None``
    where even that is more than :data:`MOST_LETTERS`."""
    empty = _said(blank)
    said = sorted(
        (row * width + column, what)
        for (row, column), cell in cells.items()
        if (what := _said(cell)) != empty
    )
    at = [-1, *(place for place, _ in said)]
    steps = [after - before for before, after in pairwise(at)]
    written = json.dumps([steps, [what for _, what in said]], separators=(",", ":"))
    letters = b64encode(zlib.compress(written.encode())).decode()
    return letters if len(letters) <= MOST_LETTERS else None


def unpacked(letters: str, width: int) -> Iterator[tuple[int, int, float | None, str]]:
    """Those cells again: row, column, value and state."""
    steps, said = json.loads(zlib.decompress(b64decode(letters)))
    for place, what in zip(accumulate(steps, initial=-1), [None, *said], strict=True):
        if place < 0:
            continue
        row, column = divmod(place, width)
        named = isinstance(what, str)
        yield row, column, None if named else what, what if named else "value"


def same(one: float | None, its_state: str, other: float | None, state: str) -> bool:
    """Whether two cells say the same number and are in the same state."""
    if its_state != state:
        return False
    if one is None or other is None:
        return one is other
    return one == other or isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


_Kept = tuple[int, int, float | None, str]


def differing(
    letters: str,
    blank: tuple[float | None, str],
    matrix: Matrix | None,
    rows: Sequence[int | None],
    columns: Sequence[int | None],
) -> list[_Kept]:
    """The packed cells that say something else now, as they said it, row by row; ``rows`` and
    ``columns`` say where those that were kept stand in the ``matrix`` of now. An empty one whose row
    or column is not shown any more is none of them."""
    kept: set[tuple[int, int]] = set()
    found: list[_Kept] = []
    for one in unpacked(letters, len(columns)):
        row, column, value, state = one
        kept.add((row, column))
        if not _still(matrix, rows[row], columns[column], value, state):
            found.append(one)
    if matrix is not None:
        filled = _filled(matrix, blank, _standing(rows), _standing(columns))
        found += [(*place, *blank) for place in filled if place not in kept]
    return sorted(found, key=lambda one: one[:2])


def _still(
    matrix: Matrix | None, row: int | None, column: int | None, value: float | None, state: str
) -> bool:
    if matrix is None or row is None or column is None:
        return False
    cell = matrix.at(row, column)
    return same(cell.value, cell.state, value, state)


def _filled(
    matrix: Matrix,
    blank: tuple[float | None, str],
    rows: Mapping[int, list[int]],
    columns: Mapping[int, list[int]],
) -> Iterator[tuple[int, int]]:
    """The kept rows and columns of the cells that are not as ``blank`` now."""
    for (at_row, at_column), cell in matrix.cells.items():
        if not same(cell.value, cell.state, *blank):
            yield from product(rows.get(at_row, ()), columns.get(at_column, ()))


def _standing(places: Sequence[int | None]) -> Mapping[int, list[int]]:
    """Which of the kept rows or columns stand at each place now; several where codes were merged."""
    found: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        if place is not None:
            found.setdefault(place, []).append(number)
    return found


def _said(cell: Cell) -> float | str | None:
    return cell.value if cell.state == "value" else cell.state
