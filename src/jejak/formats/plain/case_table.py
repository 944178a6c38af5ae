"""The cases as a table, a column for each of their attributes; one line each, whatever a cell holds."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ...model import Attribute, AttributeValue, Case
from ..table_in import bare_cell
from ..table_out import guarded_cell

__all__ = ["FIXED", "case_rows", "headings", "in_cells", "rows_of"]

FIXED = ("guid", "name", "kind", "description")
_SIGNS = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\0": "\\0"}
_BACK = {told: sign for sign, told in _SIGNS.items()}


def headings(attributes: Iterable[Attribute]) -> dict[str, str]:
    """The attributes of cases by GUID, each with the heading of its column, in their order."""
    wanted = [one for one in attributes if one.of == Case.KIND]
    wanted.sort(key=lambda one: (one.name, one.guid))
    names = [*FIXED, *(one.name for one in wanted)]
    return {
        one.guid: one.name if names.count(one.name) == 1 else f"{one.name} ({one.guid})"
        for one in wanted
    }


def in_cells(
    values: Iterable[AttributeValue], cases: Mapping[str, Case], columns: Mapping[str, str]
) -> dict[tuple[str, str], AttributeValue]:
    """The values that stand in the cells of the table, by case and attribute: those of a case, of a
    column, not empty, and alone there."""
    found: dict[tuple[str, str], list[AttributeValue]] = {}
    for one in values:
        if one.owner_kind == Case.KIND and one.owner in cases and one.attribute in columns:
            found.setdefault((one.owner, one.attribute), []).append(one)
    return {place: all_[0] for place, all_ in found.items() if len(all_) == 1 and all_[0].value}


def case_rows(
    cases: Iterable[Case],
    columns: Mapping[str, str],
    cells: Mapping[tuple[str, str], AttributeValue],
) -> Iterator[bytes]:
    """The table."""
    yield _row([*FIXED, *columns.values()])
    for case in sorted(cases, key=lambda one: (one.name, one.guid)):
        told = [str(getattr(case, name)) for name in FIXED]
        values = [cells.get((case.guid, attribute)) for attribute in columns]
        yield _row([*told, *("" if one is None else one.value for one in values)])


def _row(cells: Sequence[str]) -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow(map(_told, cells))
    return stream.getvalue().encode()


def _told(cell: str) -> str:
    return guarded_cell(re.sub(r"[\\\n\r\0]", lambda found: _SIGNS[found[0]], cell))


def rows_of(content: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of such a table by heading, each with the number of its line. Raises
    :class:`csv.Error`."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    names = [_cell(name) for name in next(reader, [])]
    for cells in reader:
        if cells:
            yield reader.line_num, dict(zip(names, map(_cell, cells), strict=False))


def _cell(told: str) -> str:
    return re.sub(r"\\[\\nr0]", lambda found: _BACK[found[0]], bare_cell(told))
