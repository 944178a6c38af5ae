"""The table of cases on its way in, with the values in its cells; what somebody wrote into it counts."""

from __future__ import annotations

import csv
import uuid
from collections.abc import Iterable, Iterator

from ...model import Attribute, AttributeValue, Case, Record
from ...model.message import say
from .case_table import FIXED, headings, rows_of
from .folder import Folder
from .gathering import Gathering
from .layout import RECORDS

__all__ = ["CaseTable"]

_NAME = "cases.csv"


class CaseTable:
    """The cases, and the values of their attributes."""

    def __init__(self, folder: Folder, gathering: Gathering) -> None:
        self._folder = folder
        self._gathering = gathering
        # The cells of each case that was taken, by heading, and where they stand.
        self._rows: dict[str, tuple[str, dict[str, str]]] = {}

    def cases(self) -> Iterator[Record]:
        """The cases."""
        for where, row in self._table():
            if not any(row.values()):
                continue
            values = {name: row[name] for name in FIXED if name in row}
            # One that somebody wrote by hand has none.
            values["guid"] = values.get("guid") or _guid(uuid.NAMESPACE_OID, row.get("name", ""))
            case = self._gathering.record(Case.KIND, values, where)
            if case is not None:
                self._rows[case.guid] = where, row
                yield case

    def _table(self) -> Iterator[tuple[str, dict[str, str]]]:
        content = self._folder.content(_NAME).decode("utf-8-sig", errors="replace")
        try:
            for number, row in rows_of(content):
                yield f"{_NAME}:{number}", row
        except csv.Error as error:
            self._folder.note(
                "broken-line",
                say("From here on this table cannot be read: {reason}.", reason=str(error)),
                _NAME,
            )

    def values(self, attributes: Iterable[Attribute]) -> Iterator[Record]:
        """The values of attributes: of cases as their cells have them, and all others."""
        columns = headings(attributes)
        self._name_columns(columns.values())
        cells = {
            (case, attribute): row[heading]
            for case, (_, row) in self._rows.items()
            for attribute, heading in columns.items()
            if row.get(heading)
        }
        for where, values in self._folder.lines(RECORDS[AttributeValue.KIND]):
            place = str(values.get("owner")), str(values.get("attribute"))
            if "value" not in values:
                cell = cells.pop(place, None)
                # An empty cell: somebody took the value away.
                if cell is None and place[0] in self._rows:
                    continue
                values["value"] = cell
            yield from self._taken(values, where)
        for (case, attribute), cell in cells.items():
            made = _guid(uuid.UUID(case), attribute)
            told = {"guid": made, "attribute": attribute, "owner_kind": Case.KIND, "owner": case}
            yield from self._taken({**told, "value": cell}, self._rows[case][0])

    def _taken(self, values: dict[str, object], where: str) -> Iterator[Record]:
        record = self._gathering.record(AttributeValue.KIND, values, where)
        if record is not None:
            yield record

    def _name_columns(self, columns: Iterable[str]) -> None:
        known = {*FIXED, *columns}
        _, row = next(iter(self._rows.values()), ("", {}))
        for heading in row:
            if heading not in known:
                self._folder.note(
                    "unknown-column",
                    say(
                        "There is no attribute of cases “{name}”; its column was left out.",
                        name=heading,
                    ),
                    _NAME,
                )


def _guid(within: uuid.UUID, name: str) -> str:
    return str(uuid.uuid5(within, name))
